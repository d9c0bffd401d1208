"""Links that hold a routine: made, measured, and found again in what a person pastes."""

import re
from collections.abc import Iterator
from itertools import islice

from routine_app.core.sharing.code import (
    CODE_CHARACTERS,
    CODE_LIMIT_CHARACTERS,
    VERSION,
    ShareCodeError,
    read_share_code,
)

IMPORT_PATH = "import/"
"""What stands before the code in a link."""

QR_LIMIT_BYTES = 1273
"""What a QR code of version 25 holds in bytes at error level L (source: ISO/IEC 18004, table 7).

Its 117 modules a side and the quiet zone are 2.7 pixels each on a phone 390 wide; more get hard to scan.
"""

LINK_LIMIT_CHARACTERS = 2000
"""The longest link that is offered: what the strictest of the large messengers takes in one message
(source: Discord's developer documentation, `content` of a message)."""

_SHORTEST_CODE = 10
_CANDIDATE_LIMIT = 300
_IN_A_LINK = re.compile(rf"{IMPORT_PATH}[\s>]*({CODE_CHARACTERS.pattern})")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_BETWEEN_LINES = re.compile(r"[\s>]+")


def share_link(address: str, code: str) -> str:
    """The link that opens the app at that address and shows the routine: `https://me.example/#/import/1…`.

    `address` is where the app's page is, with or without what follows its `#`. The code stands behind
    the `#`, so a browser sends it to no server, and static files need no rule for it.
    """
    return f"{address.partition('#')[0]}#/{IMPORT_PATH}{code}"


def fits_qr(link: str) -> bool:
    """Whether a QR code of this link can be scanned from a phone's screen."""
    return len(link.encode()) <= QR_LIMIT_BYTES


def fits_link(link: str) -> bool:
    """Whether a link is short enough to be sent in a message."""
    return len(link) <= LINK_LIMIT_CHARACTERS


def code_in(text: str) -> str | None:
    """The code in what a person pastes: in a link to any address, or alone, also broken into lines.

    It need not be a code that can be read, if it stands where one should; None if nothing does.
    """
    pasted = _UNSEEN.sub("", text[:CODE_LIMIT_CHARACTERS])
    candidates = tuple(islice(_candidates(pasted), _CANDIDATE_LIMIT))
    readable = (code for code in candidates if is_code(code))
    return next(readable, candidates[0] if candidates else None)


def _candidates(pasted: str) -> Iterator[str]:
    """Codes as they may stand in the text, the likeliest first."""
    for link in _IN_A_LINK.finditer(pasted):
        yield from _joined(pasted[link.start(1) :])
    words = _BETWEEN_LINES.split(pasted.strip())
    alone = "".join(words)
    if _is_like_a_code(words[0]) and CODE_CHARACTERS.fullmatch(alone):
        yield from _with_or_without_end(alone)
    yield from (word for word in words if _is_like_a_code(word))


def _joined(text: str) -> Iterator[str]:
    """The code that a text begins with, first up to a space, then with the lines that follow it."""
    code = ""
    for line in _BETWEEN_LINES.split(text, maxsplit=_CANDIDATE_LIMIT):
        part = CODE_CHARACTERS.match(line)
        if part is None:
            return
        code += part[0]
        yield from _with_or_without_end(code)
        if part[0] != line:
            return


def _with_or_without_end(code: str) -> Iterator[str]:
    """The code, and the same without what marks slanted text in many messengers."""
    yield code
    if code[-1] in "_-":
        yield code.rstrip("_-")


def _is_like_a_code(word: str) -> bool:
    return (
        word.startswith(VERSION)
        and len(word) >= _SHORTEST_CODE
        and CODE_CHARACTERS.fullmatch(word) is not None
    )


def is_code(code: str) -> bool:
    """Whether a text is a code that can be read."""
    try:
        read_share_code(code)
    except ShareCodeError:
        return False
    return True
