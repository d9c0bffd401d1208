"""The QR code, as a picture and in a terminal."""

import io
import re

import pytest
import segno

from routine_app.serve.lan.qr_code import DARK_ON_LIGHT, PLAIN, QUIET_MODULES, code_svg, terminal_code

LINK = "http://192.168.100.100:65535/in/" + "w" * 43
COLOURS = {"TERM": "xterm-256color"}
PLAIN_TERMINALS = [{"TERM": "dumb"}, {"NO_COLOR": "1", "TERM": "xterm"}]


class Terminal(io.TextIOWrapper):
    """A terminal of that encoding."""

    def __init__(self, encoding: str, *, is_terminal: bool = True) -> None:
        super().__init__(io.BytesIO(), encoding=encoding)
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        """Whether it is one."""
        return self._is_terminal


def drawn(environment: dict[str, str]) -> list[str]:
    """The lines of the code in a terminal that can draw it."""
    text = terminal_code(LINK, Terminal("utf-8"), environment, 80)
    assert text is not None
    return text.splitlines()


def modules(lines: list[str], dark: str) -> list[list[bool]]:
    """The modules that stand in the lines; `dark` has the letters whose upper half is dark, then lower."""
    upper_dark, lower_dark = dark[:2], dark[2:]
    rows = []
    for line in lines:
        rows += [[letter in upper_dark for letter in line], [letter in lower_dark for letter in line]]
    return rows


def expected() -> list[list[bool]]:
    """The modules that the library makes, and one light row to make them even."""
    rows = [[bool(m) for m in row] for row in segno.make_qr(LINK).matrix_iter(border=QUIET_MODULES)]
    return [*rows, [False] * len(rows[0])]


def test_a_terminal_with_colours() -> None:
    """Black on white whatever the terminal's own colours, module by module."""
    lines = drawn(COLOURS)
    assert all(line.startswith(DARK_ON_LIGHT) and line.endswith(PLAIN) for line in lines)
    letters = [line.removeprefix(DARK_ON_LIGHT).removesuffix(PLAIN) for line in lines]
    assert modules(letters, "▀█▄█") == expected()


@pytest.mark.parametrize("environment", PLAIN_TERMINALS)
def test_a_terminal_without_colours(environment: dict[str, str]) -> None:
    """The light modules are drawn, which is right on a dark terminal."""
    assert modules(drawn(environment), " ▄ ▀") == expected()


def test_it_fits_a_small_terminal() -> None:
    """The longest IPv4 link needs no more than 80 columns and 24 lines."""
    lines = drawn({"NO_COLOR": "1"})
    assert len(lines) <= 24
    assert {len(line) for line in lines} == {41}


@pytest.mark.parametrize(
    ("terminal", "columns"),
    [
        (Terminal("utf-8", is_terminal=False), 80),
        (Terminal("ascii"), 80),
        (Terminal("latin-1"), 80),
        (Terminal("utf-8"), 40),
    ],
    ids=["a file", "ASCII", "Latin-1", "too narrow"],
)
def test_where_it_could_not_be_scanned_it_is_left_out(terminal: Terminal, columns: int) -> None:
    """A broken code helps nobody: the link is there, and the page with the code."""
    assert terminal_code(LINK, terminal, COLOURS, columns) is None


def test_an_old_western_terminal_has_the_letters() -> None:
    """The code page of DOS is enough."""
    assert terminal_code(LINK, Terminal("cp437"), COLOURS, 80) is not None


def test_the_picture_scales_and_has_a_name() -> None:
    """No fixed size, its own white ground, and a title for a screen reader."""
    svg = code_svg(LINK)
    assert re.search(r'viewBox="0 0 (\d+) \1"', svg)
    assert "width=" not in svg.split(">")[0]
    assert "<title>QR code of the link</title>" in svg
    assert 'class="code"' in svg
