r"""Between the text of a file and the one that the editor shows: every line ends with "\n", no tab is in it."""

import re
from collections import Counter
from collections.abc import Sequence

from routine_app.core.text.change import common_ends

BYTE_ORDER_MARK = "\ufeff"

SHOWN_TAB = "  "
"""What Flet's code editor makes of a tab."""

_ENDING = re.compile("(\r\n|\r|\n)")

_Line = tuple[str, str]
"""A line of a file, and its ending."""


def shown_text(text: str) -> str:
    r"""The text of a file without its byte order mark, each line ended by "\n", each tab as two spaces."""
    return with_plain_endings(text.removeprefix(BYTE_ORDER_MARK)).replace("\t", SHOWN_TAB)


def with_plain_endings(text: str) -> str:
    r"""The text with each line ended by "\n"."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def common_ending(text: str) -> str:
    r"""What most lines of a text end with; "\n" if there is only one line."""
    endings: list[str] = _ENDING.findall(text)
    return Counter(endings or ["\n"]).most_common(1)[0][0]


def restored(edited: str, original: str, new_ending: str) -> str:
    """The text of a file after its shown text was edited: `restored(shown_text(t), t, …)` is `t`.

    The byte order mark comes back, and one that was pasted before the text goes. Each line outside of what was
    edited has its tabs and its own ending again; so has one that was moved, and one that was rewritten in its place
    the ending.
    """
    mark = BYTE_ORDER_MARK if original.startswith(BYTE_ORDER_MARK) else ""
    parts = [*_ENDING.split(original.removeprefix(mark)), new_ending]
    before: list[_Line] = list(zip(parts[::2], parts[1::2], strict=True))
    if not before[0][0].startswith(BYTE_ORDER_MARK):
        edited = edited.removeprefix(BYTE_ORDER_MARK)
    edited_lines = with_plain_endings(edited).split("\n")
    start, at_end = common_ends([_shown(line) for line in before], edited_lines)
    end = len(before) - at_end
    put = _in_place(before[start:end], edited_lines[start : len(edited_lines) - at_end], new_ending)
    *lines, (last, _) = [*before[:start], *put, *before[end:]]
    return mark + "".join(_kept_apart([*map("".join, lines), last], start))


def _shown(line: _Line) -> str:
    return line[0].replace("\t", SHOWN_TAB)


def _in_place(replaced: Sequence[_Line], edited: Sequence[str], new_ending: str) -> list[_Line]:
    """The edited lines: as the same one was, or as many as before with the endings of these."""
    known = {_shown(line): line for line in replaced if line[0]}
    if len(edited) != len(replaced):
        return [known.get(line, (line, new_ending)) for line in edited]
    return [
        was if _shown(was) == line else known.get(line, (line, was[1]))
        for was, line in zip(replaced, edited, strict=True)
    ]


def _kept_apart(lines: list[str], untouched: int) -> list[str]:
    r"""The lines, so that "\r" and an empty line after it do not make one ending, "\r\n"; so many at the start stay."""
    for index in range(1, len(lines)):
        if lines[index] == "\n" and lines[index - 1].endswith("\r"):
            if index <= untouched:
                lines[index] = "\r\n"
            else:
                lines[index - 1] += "\n"
    return lines
