"""Quotation marks that word processors and phones put for straight ones, and that YAML takes for letters."""

import re

CLOSING = {
    "\u201c": "\u201d\u201c",
    "\u201d": "\u201d",
    "\u201e": "\u201c\u201d",
    "\u201f": "\u201d",
    "\u00ab": "\u00bb",
    "\u00bb": "\u00ab",
    "\u2039": "\u203a",
    "\u203a": "\u2039",
    "\u2018": "\u2019\u2018",
    "\u2019": "\u2019",
    "\u201a": "\u2018\u2019",
    "\u201b": "\u2019",
    "\u00b4": "\u00b4",
    "\u2033": "\u2033",
    "\u301d": "\u301e\u301f",
    "\uff02": "\uff02",
    "\uff07": "\uff07",
}
"""Each mark that may open a quotation, with those that close it where people write."""

STRAIGHT = "\"'"

_CURLY = "\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b"

_APOSTROPHES = "\u2018\u2019\u201a\u201b\u00b4\uff07"

_OPENING = re.compile("\\A[\u2018\u201a\u201b\u201d\u00bb\u2039\u301d\uff02]|[\u201c\u201e\u00ab]")
"""One with which a quotation begins: those that may be an apostrophe, or close one, only at the start of a text."""


def is_in_curly_quotes(text: str) -> bool:
    """Whether one pair of such quotes stands around the whole of a text."""
    inside = text[1:-1]
    if not inside or text[0] not in CLOSING or text[0] in inside:
        return False
    return text[-1] in CLOSING[text[0]] or text[-1] in STRAIGHT


def not_straight(mark: str) -> str:
    """What is wrong with such a quote."""
    kind = "a curly quote" if mark in _CURLY else "no straight quote"
    return f"{mark} is {kind}, which YAML takes for a letter"


def open_quotation(text: str) -> str:
    """The end of a text from such a quote on that nothing closes; empty without one."""
    opening = _OPENING.search(text)
    while opening is not None:
        closing = closing_end(text, opening[0], opening.end())
        if closing is None:
            return text[opening.start() :]
        opening = _OPENING.search(text, closing)
    return ""


def closing_end(text: str, opening: str, start: int = 0) -> int | None:
    """Where the first quote ends, from a character on, that closes an opening one; None without one."""
    ends = [at + 1 for at in (text.find(mark, start) for mark in CLOSING[opening]) if at >= 0]
    return min(ends, default=None)


def is_apostrophe(mark: str) -> bool:
    """Whether such a quote may as well stand within a word."""
    return mark in _APOSTROPHES
