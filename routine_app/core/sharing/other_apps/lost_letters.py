"""Names whose letters an app lost as it wrote them: of each unit of UTF-16 only the lower byte is there."""

import re
from collections.abc import Iterable

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")

LOST_LETTER = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f]")
"""What no JSON has, and a file of lower bytes does."""

_ODD_CAPITALS = re.compile(r"(?=.*[0-9A-Z])(?=.+[;<=>?@].|.+[!-,].*[!-,].)[^a-z]{3,}")
"""A word in capitals with signs in it that no name has: "01>G:0" was a word in Cyrillic."""

_ODD_DIGITS = re.compile(r"(?=.{4})(?!\d+X\d)[^a-zRSUX-Z]*(?:\d[A-Z]+\d|[A-Z]\d+[A-Z])[^a-zRSUX-Z]*")
"""A word in capitals with digits among them: "0ABO6:0" was a word in Cyrillic, of which no letter becomes an "S".

"3X30S" is three times half a minute, and "H2O" is water.
"""

_ODD_ACCENTS = re.compile("[\xa1-\xff]{3,}")
"""A word of nothing but accents and signs: "ùìåí" was one in Hebrew."""

_NAME = re.compile(
    r'("(?:name|title)"\s*:\s*")(.{0,200}?)("\s*(?:\}|,\s*"(?:id|sets|exercises|duration|alternating|repetitions|hidden|'
    r'version|position|order|complexes|count|type|length)"\s*:))',
    re.DOTALL,
)


def without_upper_bytes(text: str) -> str:
    """What is left of a text that was written by its lower bytes, as far as it can be seen."""
    return "".join(low for letter in text if (low := chr(ord(letter) & 0xFF)) > " ")


def has_lost_letters(names: Iterable[str]) -> bool:
    """Whether one of the names shows that its letters were lost, and none has a letter that would have been."""
    told = tuple(names)
    return not any(letter > "\xff" for name in told for letter in name) and any(map(_is_odd, told))


def _is_odd(name: str) -> bool:
    words = [word.rstrip("!") for word in name.split()]
    is_odd = any(odd.fullmatch(word) for word in words for odd in (_ODD_CAPITALS, _ODD_DIGITS, _ODD_ACCENTS))
    return is_odd or _CONTROL.search(name) is not None


def with_whole_names(text: str) -> str:
    """The JSON without the quotation marks and backslashes that came into its names in place of letters."""
    return _NAME.sub(lambda found: found[1] + re.sub(r'["\\]', " ", found[2]) + found[3], text)
