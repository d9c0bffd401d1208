"""A routine among other words, as a chat, a mail or a page in Markdown has it."""

import re
from collections.abc import Iterator, Sequence
from textwrap import dedent

_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})([^`]*)")
_QUOTED = re.compile(r"[ \t]*>[ \t]?")
_KEY = re.compile(r"(title|description|tags|language|get_ready|rest|switch|rounds|stretches)[ \t]*:")
_OF_A_ROUTINE = re.compile(rf"[ \t]+\S|-[ \t]|#|{_KEY.pattern}")
_BEHIND_OTHERS = re.compile(rf"(?:(?<=: )|(?<=[\]>`])[ \t]*)(?={_KEY.pattern})")
"""Where the first key stands behind its sender's name, a tag or a mark: `[9:12] Anna: title: Hips`."""
_QUOTE_LEVELS = 5
"""No mail that anybody reads is quoted more often."""


def between_fences(text: str) -> Sequence[str]:
    """Each text between code fences, without the marks of a quoted mail; the last fence may be missing."""
    blocks: list[list[str]] = []
    opened = ""
    for line in text.removeprefix("\ufeff").splitlines():
        fence = _FENCE.fullmatch(line)
        if opened and fence and fence[1].startswith(opened) and not fence[2].strip():
            opened = ""
        elif opened:
            blocks[-1].append(line)
        elif fence:
            opened = fence[1]
            blocks.append([])
    return [_plain(block) for block in blocks]


def unquoted(text: str) -> Iterator[str]:
    """The text without the spaces that stand before all of its lines; then what is quoted in it, as mails quote each other."""
    lines = text.removeprefix("\ufeff").splitlines()
    yield _joined(lines)
    for _ in range(_QUOTE_LEVELS):
        if not any(map(_QUOTED.match, lines)):
            return
        lines = [_without_mark(line) for line in lines if _QUOTED.match(line) or not line.strip()]
        yield _joined(lines).lstrip("\n")


def without_remarks(text: str) -> Iterator[str]:
    """What stands from the first key of a routine to the last line that may be its own; then so from one behind other words."""
    lines = text.removeprefix("\ufeff").splitlines()
    last = max((at for at, line in enumerate(lines) if _OF_A_ROUTINE.match(line)), default=len(lines))
    first = next((at for at, line in enumerate(lines) if _KEY.match(line)), 0)
    yield "\n".join(lines[first : last + 1]) + "\n"
    for at, line in enumerate(lines):
        if key := _BEHIND_OTHERS.search(line):
            yield "\n".join([line[key.end() :], *lines[at + 1 : last + 1]]).rstrip("`") + "\n"
            return


def _plain(lines: Sequence[str]) -> str:
    is_quoted = all(_QUOTED.match(line) for line in lines if line.strip())
    return _joined([_without_mark(line) for line in lines] if is_quoted else lines)


def _without_mark(line: str) -> str:
    mark = _QUOTED.match(line)
    return line[mark.end() :] if mark else line


def _joined(lines: Sequence[str]) -> str:
    return dedent("\n".join(lines)) + "\n"
