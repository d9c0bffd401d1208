"""Quotation marks that word processors and phones put for straight ones, and that YAML takes for letters."""

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

_OPENING_ANYWHERE = "\u201c\u201e\u00ab"
"""Those that are no apostrophe within a text, nor close a quotation that begins with themselves."""


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
    starts = [0, *(text.rfind(mark) for mark in _OPENING_ANYWHERE)]
    return next((text[at:] for at in starts if at >= 0 and _is_open(text[at:])), "")


def closing_length(text: str, opening: str) -> int:
    """How many characters of a text there are up to the first quote that closes an opening one; 0 without one."""
    ends = [text.find(mark) + 1 for mark in CLOSING[opening]]
    return min((end for end in ends if end), default=0)


def _is_open(text: str) -> bool:
    return text[:1] in CLOSING and not closing_length(text[1:], text[0])
