r"""Between the text of a file and the one that the editor shows: every line ends with "\n", no tab is in it."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from routine_app.core.editor.line_matching import matching_lines

BYTE_ORDER_MARK = "\ufeff"

SHOWN_TAB = "  "
"""What Flet's code editor makes of a tab."""

_ENDING = re.compile("(\r\n|\r|\n)")


def shown_text(text: str) -> str:
    r"""The text of a file without its byte order mark, each line ended by "\n", each tab as two spaces."""
    return _with_plain_endings(text.removeprefix(BYTE_ORDER_MARK)).replace("\t", SHOWN_TAB)


def restored(edited: str, original: str) -> str:
    """The text of the file whose shown text was edited: `restored(shown_text(t), t)` is `t`.

    The byte order mark comes back, and each line that was not touched has its tabs and its own ending again;
    so has one that was moved, and one that was rewritten in its place the ending. A new line has the ending
    that is most common in the original.
    """
    mark = BYTE_ORDER_MARK if original.startswith(BYTE_ORDER_MARK) else ""
    parts = _ENDING.split(original.removeprefix(BYTE_ORDER_MARK))
    plain = _with_plain_endings(edited)
    endings = parts[1::2]
    if len(set(endings)) <= 1 and "\t" not in original:
        return mark + plain.replace("\n", endings[0] if endings else "\n")
    return mark + _with_endings_of(parts[::2], endings, plain.split("\n"))


def _with_plain_endings(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _with_endings_of(with_tabs: Sequence[str], original_endings: Sequence[str], edited: Sequence[str]) -> str:
    """The lines with the tabs and the endings of the original's; of both the last line has no ending."""
    original = [line.replace("\t", SHOWN_TAB) for line in with_tabs]
    lines = list(edited)
    common = Counter(original_endings or ["\n"]).most_common(1)[0][0]
    own_endings = [*original_endings, common]
    pairs = matching_lines(original, lines)
    endings = [common] * len(lines)
    rewritten = _rewritten(pairs, (len(original), len(lines)))
    for was, now in [*rewritten, *_moved(original, lines, pairs), *pairs]:
        endings[now] = own_endings[was]
        if original[was] == lines[now]:
            lines[now] = with_tabs[was]
    endings[-1] = ""
    _part_from_neighbours(lines, endings, {now for _, now in pairs})
    return "".join(map("".join, zip(lines, endings, strict=True)))


def _rewritten(pairs: Sequence[tuple[int, int]], end: tuple[int, int]) -> list[tuple[int, int]]:
    """The pairs of lines that stand in each other's place: between the same ones, and as many."""
    rewritten: list[tuple[int, int]] = []
    for (was, now), (next_was, next_now) in pairwise([(-1, -1), *pairs, end]):
        if next_was - was == next_now - now:
            rewritten.extend(zip(range(was + 1, next_was), range(now + 1, next_now), strict=True))
    return rewritten


def _moved(
    original: Sequence[str], lines: Sequence[str], pairs: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The pairs of lines that are the same and stand elsewhere."""
    matched, matched_now = {was for was, _ in pairs}, {now for _, now in pairs}
    places = {line: was for was, line in enumerate(original) if line and was not in matched}
    return [
        (places[line], now) for now, line in enumerate(lines) if line in places and now not in matched_now
    ]


def _part_from_neighbours(lines: Sequence[str], endings: list[str], untouched: set[int]) -> None:
    r"""Keep an empty line that comes after "\r" and ends with "\n" from making one ending, "\r\n", with it."""
    for index in range(1, len(lines)):
        if not lines[index] and (endings[index - 1], endings[index]) == ("\r", "\n"):
            endings[index if index - 1 in untouched else index - 1] = "\r\n"
