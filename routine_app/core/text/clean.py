"""Words from elsewhere, made fit for one line of a routine file."""

import re

UNFIT_CHARACTER = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What no text of a routine may hold: controls that nobody sees."""

_SHOWN_CHARACTERS = 40


def clean_words(text: str) -> str:
    """The text on one line, with single spaces and without characters that no routine may have."""
    return " ".join(UNFIT_CHARACTER.sub(" ", text).split())


def quoted(text: str) -> str:
    """A name from elsewhere, shortened to stand inside a sentence."""
    return f'"{shortened(text, _SHOWN_CHARACTERS)}"'


def shortened(text: str, longest: int) -> str:
    """The text, or its beginning and `…` if it has more characters than that."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
