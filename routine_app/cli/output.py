"""Numbers and sentences as the command line prints them."""

import sys
from collections.abc import Iterable, Sequence

from routine_app.core.text.numbers import clock_face


def one_line(text: str) -> str:
    """The text without line breaks and control characters, so that it cannot upset a terminal."""
    words = " ".join(text.split())
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in words)


def clock_time(seconds: float) -> str:
    """A length of time as a timer shows it, to the whole second: "0:45", "12:05", "1:00:00"."""
    return clock_face(round(seconds))


def table(header: Sequence[str], rows: Iterable[Sequence[str]], right: frozenset[str] = frozenset()) -> str:
    """Columns as wide as their widest cell; those named in `right` end in line."""
    lines = [list(header), *([one_line(cell) for cell in row] for row in rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(header))]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if name in right else cell.ljust(width)
            for cell, width, name in zip(line, widths, header, strict=True)
        ).rstrip()
        for line in lines
    )


def json_text(document: object) -> str:
    """A document as JSON, with letters outside ASCII as they are where the standard output takes them."""
    import json  # noqa: PLC0415 - takes its time, and most commands print none

    as_is = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    return json.dumps(document, indent=2, ensure_ascii=not as_is)
