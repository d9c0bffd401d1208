"""The pictures of stretches: those that ship, and those beside the user's routines."""

import logging
import struct
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from xml.parsers import expat

from routine_app.core.routine.figures import ENDINGS, split_ending

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


logger = logging.getLogger(__name__)

LARGEST_BYTES = 1024 * 1024
"""A larger picture is not shown: it would be sent with every card."""


class FolderFigures:
    """Two folders of pictures as `routine_app.core.routine.figures.FigureSource`; the user's comes first."""

    def __init__(self, shipped_folder: Path, user_folder: Path) -> None:
        self._folders = (user_folder, shipped_folder)
        self._known: dict[tuple[Path, int, int], str | bytes | None] = {}

    def find(self, name: str) -> str | bytes | None:
        """The picture of that name, with or without its ending; None if there is none that can be drawn."""
        if Path(name).name != name:
            return None
        for folder in self._folders:
            for file_name in _file_names(name):
                picture = self._picture(folder / file_name)
                if picture is not None:
                    return picture
        return None

    def names(self) -> tuple[str, ...]:
        """The names that a routine may give, without their endings."""
        found: set[str] = set()
        for folder in self._folders:
            with suppress(OSError):
                found.update(path.stem for path in folder.iterdir() if split_ending(path.name)[1])
        return tuple(sorted(found))

    def _picture(self, path: Path) -> str | bytes | None:
        try:
            facts = path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (OSError, ValueError) as error:  # such as a name that is too long, or one with a null in it
            self._refuse((path, 0, 0), error)
            return None
        key = (path, facts.st_mtime_ns, facts.st_size)
        if key not in self._known:
            try:
                self._known[key] = _read(path, facts.st_size)
            except (OSError, ValueError) as error:
                self._refuse(key, error)
        return self._known[key]

    def _refuse(self, key: tuple[Path, int, int], error: Exception) -> None:
        """Note that no picture can be shown there, and log once why not."""
        if key not in self._known:
            logger.warning("The picture %s cannot be shown: %s", key[0], error)
        self._known[key] = None


def _read(path: Path, size_bytes: int) -> str | bytes:
    if size_bytes > LARGEST_BYTES:
        raise ValueError(f"it is larger than {LARGEST_BYTES // 1024} KiB")
    content = path.read_bytes()
    if path.suffix.lower() != ".svg":
        check_pixels(content)
        return content
    text = content.decode("utf-8")
    check_drawing(text)
    return text


def _file_names(name: str) -> Iterator[str]:
    """The names to try in turn, since many systems tell small letters from capitals, and accents from accents."""
    stem, ending = split_ending(name)
    for lower in [ending.lower()] if ending else ENDINGS:
        for written in dict.fromkeys((ending or lower, lower, lower.upper())):
            # macOS and archives made there write an accent as a letter of its own; an editor does not.
            for form in dict.fromkeys((stem, *(unicodedata.normalize(f, stem) for f in ("NFC", "NFD")))):
                yield form + written
