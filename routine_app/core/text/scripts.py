"""Scripts that people write in: what a text is written in, and how it stands where that cannot be drawn."""

import unicodedata
from collections.abc import Collection

CHINESE, JAPANESE, KOREAN, EMOJI = "Chinese", "Japanese", "Korean", "Emoji"

_IN_ONE_FONT = frozenset((CHINESE, JAPANESE, KOREAN))
"""Noto's fonts for the three have many letters in common; an engine takes any of them."""

_SCRIPT_BY_WORD = {"CJK": CHINESE, "HIRAGANA": JAPANESE, "KATAKANA": JAPANESE, "HANGUL": KOREAN}
"""What Unicode's names of letters begin with, where that is not the script's own name."""

_FIRST_EMOJI = 0x1F000
_NEUTRAL = frozenset(("LATIN", "MODIFIER", "COMBINING", "FULLWIDTH", "HALFWIDTH"))


def scripts_of_family(family: str) -> frozenset[str]:
    """The scripts of a family of Noto's fonts, written as in their addresses: `notosansthai` has "Thai"."""
    if family in {"notosanshk", "notosansjp", "notosanskr", "notosanssc", "notosanstc"}:
        return _IN_ONE_FONT
    if family == "notocoloremoji":
        return frozenset((EMOJI,))
    return frozenset((family.removeprefix("notosans").removeprefix("notoserif").capitalize(),))


def readable(text: str, missing: Collection[str]) -> str:
    """The text with each word in letters of a missing script replaced by what they are: "(Japanese letters) 2"."""
    if not missing:
        return text
    return "\n".join(_readable_line(line, missing) for line in text.split("\n"))


def _readable_line(line: str, missing: Collection[str]) -> str:
    words: list[str] = []
    before = ""
    for word in line.split(" "):
        told, comma = _told(word, missing), "," * word.endswith(",")
        if told and told == before:
            words.pop()
        words.append(told + comma if told else word)
        before = told
    return " ".join(words)


def _told(word: str, missing: Collection[str]) -> str:
    scripts = {_script_of(letter) for letter in word}
    if CHINESE in scripts and JAPANESE in scripts:
        scripts.remove(CHINESE)  # what a Japanese word has of those letters
    told = sorted(scripts.intersection(missing))
    if not told:
        return ""
    return "(emoji)" if told == [EMOJI] else f"({told[0]} letters)"


def _script_of(letter: str) -> str:
    if ord(letter) >= _FIRST_EMOJI and unicodedata.category(letter).startswith("S"):
        return EMOJI
    if unicodedata.category(letter)[0] not in "LM":
        return ""
    word = unicodedata.name(letter, "").split(" ", maxsplit=1)[0]
    return "" if word in _NEUTRAL else _SCRIPT_BY_WORD.get(word, word.capitalize())
