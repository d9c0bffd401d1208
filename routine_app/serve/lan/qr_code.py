"""A link as a QR code: as a picture, and drawn with letters for a terminal."""

from collections.abc import Mapping
from typing import TextIO

import segno

QUIET_MODULES = 4
"""The empty border that ISO/IEC 18004 asks for."""

HALF_BLOCKS = " ▄▀█"
"""The letter for a pair of modules, one above the other: 2 where the upper is drawn, and 1 for the lower."""

DARK_ON_LIGHT, PLAIN = "\x1b[38;5;16;48;5;231m", "\x1b[0m"
"""Black on white from the fixed part of the 256 colours: terminals give the first 16 colours of their own."""


def code_svg(link: str) -> str:
    """The code as an SVG element, dark on light whatever the page's colours."""
    code = segno.make_qr(link, error="m")
    return str(
        code.svg_inline(
            border=QUIET_MODULES,
            dark="#000000",
            light="#FFFFFF",
            omitsize=True,
            svgclass="code",
            lineclass=None,
            title="QR code of the link",
        )
    )


def terminal_code(link: str, terminal: TextIO, environment: Mapping[str, str], columns: int) -> str | None:
    """The code for this terminal; none where it could not be scanned.

    That is a file or a pipe, an encoding without block letters, or a width at which lines would break.
    """
    rows = _rows(link)
    has_colours = not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"
    lines = _lines(rows, has_colours=has_colours)
    is_drawable = terminal.isatty() and _can_encode(terminal) and columns >= len(rows[0])
    return "\n".join(lines) if is_drawable else None


def _rows(link: str) -> list[list[bool]]:
    """The modules, an even number of rows; true is dark."""
    rows = [[bool(m) for m in row] for row in segno.make_qr(link).matrix_iter(border=QUIET_MODULES)]
    return rows if len(rows) % 2 == 0 else [*rows, [False] * len(rows[0])]


def _lines(rows: list[list[bool]], *, has_colours: bool) -> list[str]:
    """Two rows a line; with no colours the light modules are drawn, for terminals are mostly dark."""
    drawn = [[module == has_colours for module in row] for row in rows]
    letters = [
        "".join(HALF_BLOCKS[2 * above + below] for above, below in zip(upper, lower, strict=True))
        for upper, lower in zip(drawn[::2], drawn[1::2], strict=True)
    ]
    return [f"{DARK_ON_LIGHT}{line}{PLAIN}" for line in letters] if has_colours else letters


def _can_encode(terminal: TextIO) -> bool:
    try:
        HALF_BLOCKS.encode(terminal.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
