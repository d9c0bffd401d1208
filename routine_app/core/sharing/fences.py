"""A routine among other words, as a chat, a mail or a page in Markdown has it."""

import re
from collections.abc import Sequence
from textwrap import dedent

_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})([^`]*)")
_QUOTED = re.compile(r"[ \t]*>[ \t]?")
_KEY = re.compile(r"(title|description|tags|language|get_ready|rest|switch|rounds|stretches)[ \t]*:")
_OF_A_ROUTINE = re.compile(rf"[ \t]+\S|-[ \t]|#|{_KEY.pattern}")


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


def unquoted(text: str) -> str:
    """The text without the marks of a quoted mail, or the spaces, that stand before all of its lines."""
    return _plain(text.removeprefix("\ufeff").splitlines())


def without_remarks(text: str) -> str:
    """What stands from the first key of a routine to the last line that may belong to it."""
    lines = text.removeprefix("\ufeff").splitlines()
    first = next((at for at, line in enumerate(lines) if _KEY.match(line)), 0)
    last = max((at for at, line in enumerate(lines) if _OF_A_ROUTINE.match(line)), default=len(lines))
    return "\n".join(lines[first : last + 1]) + "\n"


def _plain(lines: Sequence[str]) -> str:
    if all(_QUOTED.match(line) for line in lines if line.strip()):
        lines = [_QUOTED.sub("", line, count=1) for line in lines]
    return dedent("\n".join(lines)) + "\n"
