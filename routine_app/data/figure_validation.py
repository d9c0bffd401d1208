"""What cannot be drawn, told before it leaves a hole on the screen."""

import struct
from xml.parsers import expat

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
JPEG_SIGNATURE = b"\xff\xd8\xff"
"""A photograph under the name of a PNG is drawn all the same."""

PNG_END = b"IEND\xaeB`\x82"
"""The name and the checksum of the chunk that ends every PNG (source: the PNG specification, 11.2.5)."""

LARGEST_SIDE_PIXELS = 4096
"""A client unpacks a picture whole, at four bytes a pixel: 64 MB at the most."""


def check_drawing(text: str) -> None:
    """Raise ValueError for a text that no client draws as an SVG."""
    root: list[tuple[str, dict[str, str]]] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, attributes: (
        root.append((name, attributes)) if not root else None
    )
    try:
        parser.Parse(text.lstrip("\ufeff"), True)  # noqa: FBT003 (the parser takes no names)
    except expat.ExpatError as error:
        raise ValueError(f"it is no SVG ({error})") from error
    name, attributes = root[0]
    if name != "svg":
        raise ValueError(f"it is no SVG (it begins with <{name}>)")
    if "viewBox" not in attributes and not {"width", "height"} <= attributes.keys():
        raise ValueError("it does not say how large it is; give its <svg> a viewBox")


def check_pixels(content: bytes) -> None:
    """Raise ValueError for bytes that are no whole PNG of a sensible size."""
    if content.startswith(JPEG_SIGNATURE):
        return
    if not content.startswith(PNG_SIGNATURE):
        raise ValueError("it is no PNG")
    if PNG_END not in content:
        raise ValueError("it is cut off")
    width, height = struct.unpack(">II", content[16:24])
    if max(width, height) > LARGEST_SIDE_PIXELS:
        raise ValueError(
            f"it has {width} x {height} pixels; make it no larger than {LARGEST_SIDE_PIXELS} either way"
        )
