"""What stands among other words between code fences, as a chat or a page in Markdown has it."""

import re
from collections.abc import Sequence
from textwrap import dedent

_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})([^`]*)")
_QUOTED = re.compile(r"[ \t]*>[ \t]?")


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


def _plain(lines: Sequence[str]) -> str:
    if all(_QUOTED.match(line) for line in lines):
        lines = [_QUOTED.sub("", line, count=1) for line in lines]
    return dedent("\n".join(lines)) + "\n"
