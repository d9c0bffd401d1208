"""Renders `assets/icon.svg` into every PNG that Flet's web client and `flet build` ask for.

    python scripts/render_icons.py

Needs Chromium: the system's, or the one of `playwright install chromium`. The names and places are those of Flet's
own web folder, because a file of the same path in our assets folder is served instead of Flet's; `icon*.png` and
`splash.png` are those that `flet build` looks for.
"""

import shutil
import struct
import zlib
from collections import Counter
from dataclasses import dataclass
from math import dist
from pathlib import Path
from typing import Final

from playwright.sync_api import Page, sync_playwright

ASSETS_FOLDER: Final = Path(__file__).resolve().parent.parent / "assets"
SOURCE: Final = ASSETS_FOLDER / "icon.svg"
CORNER_SHARE: Final = 0.22
"""Corner radius as a share of the side, for the icons that no system masks."""
PALETTE_SIZE: Final = 256
"""Enough for flat shapes and their soft edges; the PNGs together stay far below 60 KB."""
BACKGROUND: Final = "#0E7C66"
"""The ground of the icon in its source, which goes on around a drawing made smaller."""
ADAPTIVE_ART_SHARE: Final = 0.75
"""Keeps the ropes, which end at 80 % of the icon's radius, within the 66 of 108 dp that no Android launcher cuts off.
https://developer.android.com/develop/ui/views/launch/icon_design_adaptive"""
DRAW: Final = """
async ([svg, side, radius, background, artShare]) => {
  const image = new Image();
  image.src = "data:image/svg+xml," + encodeURIComponent(svg);
  await image.decode();
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext("2d");
  context.roundRect(0, 0, side, side, radius);
  context.fillStyle = background;
  context.fill();
  context.globalCompositeOperation = "source-atop";
  const art = side * artShare, margin = (side - art) / 2;
  context.drawImage(image, margin, margin, art, art);
  return Array.from(context.getImageData(0, 0, side, side).data);
}
"""
OPAQUE: Final = 255
PNG_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"

Pixel = tuple[int, int, int, int]
"""Red, green, blue and opacity, 0 to 255."""


@dataclass(frozen=True)
class Icon:
    """One PNG: where it goes below assets, its side in pixels, and whether we round its corners ourselves.

    `art_share` is the drawing's side as a share of the icon's; the ground fills the rest.
    """

    path: str
    side_px: int
    rounded: bool
    art_share: float = 1


ICONS: Final = (
    # iOS and macOS, which cut the corners themselves and ask for 1024 pixels, and what has no picture of its own.
    Icon("icon.png", 1024, rounded=False),
    Icon("icon_android.png", 432, rounded=False, art_share=ADAPTIVE_ART_SHARE),
    Icon("icon_linux.png", 512, rounded=True),
    Icon("icon_windows.png", 256, rounded=True),
    # A splash is drawn at a quarter of its pixels: 160 points on every phone.
    Icon("splash.png", 640, rounded=True),
    Icon("favicon.png", 64, rounded=True),
    Icon("icons/icon-192.png", 192, rounded=True),
    Icon("icons/icon-512.png", 512, rounded=True),
    Icon("icons/icon-maskable-192.png", 192, rounded=False),
    Icon("icons/icon-maskable-512.png", 512, rounded=False),
    Icon("icons/apple-touch-icon-192.png", 192, rounded=False),
    Icon("icons/loading-animation.png", 400, rounded=True),
)


def rendered(page: Page, icon: Icon) -> list[Pixel]:
    """The icon's pixels row by row, transparent outside its corners."""
    radius_px = icon.side_px * CORNER_SHARE if icon.rounded else 0
    svg = SOURCE.read_text(encoding="utf-8")
    values = page.evaluate(DRAW, [svg, icon.side_px, radius_px, BACKGROUND, icon.art_share])
    return list(zip(*[iter(values)] * 4, strict=True))


def png(pixels: list[Pixel], side_px: int) -> bytes:
    """A PNG with a palette: the commonest colours, and for each other one the nearest of them.

    It has an alpha channel only if a pixel lets something through: the App Store refuses one in an icon.
    """
    palette = [colour for colour, _ in Counter(pixels).most_common(PALETTE_SIZE)]
    index = {colour: _nearest(palette, colour) for colour in set(pixels)}
    indices = bytes(index[pixel] for pixel in pixels)
    opacities = bytes(alpha for *_, alpha in palette)
    opaque = all(alpha == OPAQUE for alpha in opacities)
    rows = b"".join(b"\0" + indices[at : at + side_px] for at in range(0, len(indices), side_px))
    return PNG_SIGNATURE + b"".join(
        (
            _chunk(b"IHDR", struct.pack(">IIBBBBB", side_px, side_px, 8, 3, 0, 0, 0)),
            _chunk(b"PLTE", bytes(value for colour in palette for value in colour[:3])),
            b"" if opaque else _chunk(b"tRNS", opacities),
            _chunk(b"IDAT", zlib.compress(rows, 9)),
            _chunk(b"IEND", b""),
        )
    )


def _nearest(palette: list[Pixel], colour: Pixel) -> int:
    return min(range(len(palette)), key=lambda at: dist(palette[at], colour))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def main() -> None:
    """Write every icon and say how large each is."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page()
        for icon in ICONS:
            target = ASSETS_FOLDER / icon.path
            target.parent.mkdir(parents=True, exist_ok=True)
            size_bytes = target.write_bytes(png(rendered(page, icon), icon.side_px))
            print(f"{icon.path}: {size_bytes} bytes")
        browser.close()


if __name__ == "__main__":
    main()
