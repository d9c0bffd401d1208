"""Pictures as a real browser draws them, point by point."""

import base64
import zlib
from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from playwright.sync_api import Page

Colour = int
"""Red, green and blue, 0 to 255, as a browser keeps them in four bytes: red in the lowest, the highest full."""

DRAW = """
async ([address, width, height, card, isMirrored]) => {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = new OffscreenCanvas(width || image.width, height || image.height);
  const context = canvas.getContext("2d");
  context.fillStyle = card;
  context.fillRect(0, 0, canvas.width, canvas.height);
  if (isMirrored) { context.translate(canvas.width, 0); context.scale(-1, 1); }
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const bytes = context.getImageData(0, 0, canvas.width, canvas.height).data;
  const packing = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate"));
  const packed = new Uint8Array(await new Response(packing).arrayBuffer());
  let text = "";
  for (let at = 0; at < packed.length; at += 8192) text += String.fromCharCode(...packed.subarray(at, at + 8192));
  return [canvas.width, btoa(text)];
}
"""


@dataclass(frozen=True)
class Drawn:
    """Rows of points from the top, each from the left."""

    rows: list[Sequence[Colour]]

    def mirrored(self) -> "Drawn":
        """The same seen in a mirror."""
        return Drawn([row[::-1] for row in self.rows])

    def places(self, colours: set[Colour]) -> set[tuple[int, int]]:
        """Where these colours are, as x and y."""
        return {
            (x, y) for y, row in enumerate(self.rows) for x, colour in enumerate(row) if colour in colours
        }

    def share(self, part: tuple[float, float, float, float], blank: Colour) -> float:
        """How much of a part is not blank; its left, top, right and bottom in shares of the width and height."""
        left, top, right, bottom = part
        height, width = len(self.rows), len(self.rows[0])
        rows = self.rows[int(top * height) : int(bottom * height)]
        parts = [row[int(left * width) : int(right * width)] for row in rows]
        points = sum(map(len, parts))
        return (points - sum(part.count(blank) for part in parts)) / points

    def counts(self) -> Counter[Colour]:
        """How many points each colour has."""
        return Counter(chain.from_iterable(self.rows))


def draw(
    page: Page, picture: bytes, kind: str, side: int = 0, card: str = "#FFFFFF", *, is_mirrored: bool = False
) -> Drawn:
    """Draw an image of a media type in a square of so many points, or in its own size."""
    address = f"data:{kind};base64,{base64.b64encode(picture).decode()}"
    width, text = page.evaluate(DRAW, [address, side, side, card, is_mirrored])
    points = array("I", zlib.decompress(base64.b64decode(text)))
    return Drawn([points[at : at + width] for at in range(0, len(points), width)])


def colour(words: str) -> Colour:
    """The colour of a text like #RRGGBB."""
    return int.from_bytes(bytes.fromhex(words.removeprefix("#")) + b"\xff", "little")


def distance(one: Colour, other: Colour) -> int:
    """How far two colours are from each other in the channel in which they differ most, 0 to 255."""
    return max(abs(a - b) for a, b in zip(_channels(one), _channels(other), strict=True))


def contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours, 1 to 21 (source: WCAG 2.2, relative luminance and contrast ratio)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(of: Colour) -> float:
    shares = [value / 255 for value in _channels(of)]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(of: Colour) -> tuple[int, int, int]:
    return of & 0xFF, of >> 8 & 0xFF, of >> 16 & 0xFF
