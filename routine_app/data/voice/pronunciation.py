"""A sentence as the neural voice is given it: what it cannot say is left out, what it would say wrong respelt."""

import re
import unicodedata

MOST_CHARACTERS = 200
"""A cue has at most 140 characters, a name 60; a sentence that is longer is not one of the app's."""

RESPELLINGS = (
    (re.compile(r"\bit(?=[ -]bands?\b)", re.IGNORECASE), "IT"),
    (re.compile(r"\bitb\b", re.IGNORECASE), "IT band"),
    (re.compile(r"\bquadriceps\b", re.IGNORECASE), "quadrisseps"),
)
"""By the phonemes of espeak-ng in piper-tts 1.8: it reads "it", "itb", and a "quad rice eps"."""

UNSAID = re.compile(r"[\[\]<>{}|\\^`~_*#]+")
"""Marks that are not read aloud; between double brackets piper would take letters for phonemes."""


def sayable(sentence: str) -> str | None:
    """The text to say for a sentence; None if it is too long, or is not written in Latin letters."""
    if len(sentence) > MOST_CHARACTERS:
        return None
    text = UNSAID.sub(" ", "".join(_printable(unicodedata.normalize("NFKC", sentence))))
    for written, said in RESPELLINGS:
        text = written.sub(said, text)
    text = " ".join(text.split())
    is_readable = any(map(str.isalnum, text)) and all(map(_is_latin, filter(str.isalpha, text)))
    return text if is_readable and len(text) <= MOST_CHARACTERS else None


def _printable(text: str) -> list[str]:
    return [character if character.isprintable() else " " for character in text]


def _is_latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith(("LATIN ", "MODIFIER LETTER "))
