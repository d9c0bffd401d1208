"""What an MP3 says of itself before its sound: ID3v2.3, and its chapters (ID3v2 Chapter Frame Addendum 1.0)."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

LATIN, UTF_16 = b"\0", b"\1"
COVER = b"\3"
NO_OFFSET = b"\xff" * 4
TOP_LEVEL_IN_ORDER = b"\3"
MOST_LISTED = 255

PAGE_NOTE = "routine-app"
"""The name under which a track tells a page what to make of it; `assets/page` reads it."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a file, in seconds."""

    begin_seconds: float
    end_seconds: float
    title: str


def tag(*frames: bytes) -> bytes:
    """The tag of these frames."""
    body = b"".join(frames)
    size = bytes(len(body) >> shift & 127 for shift in (21, 14, 7, 0))
    return b"ID3\3\0\0" + size + body


def text(name: str, words: str) -> bytes:
    """A frame of text, such as the title (TIT2), the artist (TPE1), or the album (TALB)."""
    return _frame(name, UTF_16 + _utf_16(words))


def cover(png: bytes) -> bytes:
    """The picture of the front."""
    return _frame("APIC", LATIN + b"image/png\0" + COVER + b"\0" + png)


def page_note(note: object) -> bytes:
    """A value for a page, as JSON."""
    return _frame("TXXX", LATIN + PAGE_NOTE.encode() + b"\0" + json.dumps(note).encode())


def chapters(parts: Sequence[Chapter]) -> bytes:
    """The chapters, and the list of them."""
    ids = [f"c{index}".encode() + b"\0" for index in range(len(parts))]
    listed = ids[:MOST_LISTED]
    contents = b"toc\0" + TOP_LEVEL_IN_ORDER + bytes([len(listed)]) + b"".join(listed)
    return _frame("CTOC", contents) + b"".join(_chapter_frames(ids, parts))


def _chapter_frames(ids: Sequence[bytes], parts: Sequence[Chapter]) -> Iterator[bytes]:
    for element_id, part in zip(ids, parts, strict=True):
        times = b"".join(round(s * 1000).to_bytes(4) for s in (part.begin_seconds, part.end_seconds))
        yield _frame("CHAP", element_id + times + NO_OFFSET * 2 + text("TIT2", part.title))


def _utf_16(words: str) -> bytes:
    return b"\xff\xfe" + words.encode("utf-16-le", "replace")


def _frame(name: str, body: bytes) -> bytes:
    return name.encode() + len(body).to_bytes(4) + b"\0\0" + body
