"""Renders `assets/icon.svg` into every PNG that the app and Flet's web client ask for.

    python scripts/render_icons.py

Needs Chromium: the system's, or the one of `playwright install chromium`. The names and places are those of Flet's
own web folder, because a file of the same path in our assets folder is served instead of Flet's.
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
DRAW: Final = """
async ([svg, side, radius]) => {
  const image = new Image();
  image.src = "data:image/svg+xml," + encodeURIComponent(svg);
  await image.decode();
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext("2d");
  context.roundRect(0, 0, side, side, radius);
  context.fill();
  context.globalCompositeOperation = "source-in";
  context.drawImage(image, 0, 0, side, side);
  return Array.from(context.getImageData(0, 0, side, side).data);
}
"""
PNG_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"

Pixel = tuple[int, int, int, int]
"""Red, green, blue and opacity, 0 to 255."""


@dataclass(frozen=True)
class Icon:
    """One PNG: where it goes below assets, its side in pixels, and whether we round its corners ourselves."""

    path: str
    side_px: int
    rounded: bool


ICONS: Final = (
    Icon("icon.png", 512, rounded=False),
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
    values = page.evaluate(DRAW, [SOURCE.read_text(encoding="utf-8"), icon.side_px, radius_px])
    return list(zip(*[iter(values)] * 4, strict=True))


def png(pixels: list[Pixel], side_px: int) -> bytes:
    """A PNG with a palette: the commonest colours, and for each other one the nearest of them."""
    palette = [colour for colour, _ in Counter(pixels).most_common(PALETTE_SIZE)]
    index = {colour: _nearest(palette, colour) for colour in set(pixels)}
    indices = bytes(index[pixel] for pixel in pixels)
    rows = b"".join(b"\0" + indices[at : at + side_px] for at in range(0, len(indices), side_px))
    return PNG_SIGNATURE + b"".join(
        (
            _chunk(b"IHDR", struct.pack(">IIBBBBB", side_px, side_px, 8, 3, 0, 0, 0)),
            _chunk(b"PLTE", bytes(value for colour in palette for value in colour[:3])),
            _chunk(b"tRNS", bytes(alpha for *_, alpha in palette)),
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
