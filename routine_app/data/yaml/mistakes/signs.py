"""The characters that people write, or keyboards for them, where YAML has others."""

import re
import unicodedata

from routine_app.data.yaml.syntax_errors import TAB

INVISIBLE = "\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069"
"""Characters that take no room, to stand between brackets in a pattern."""

ODD_SPACES = f"\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000{INVISIBLE}"
"""These and all spaces but the plain one, to stand between brackets in a pattern."""

COLONS = "\uff1a\ufe55\u2236\ufe13\ua789\u05c3"
"""What looks like a colon."""

WIDE_BRACKETS = {"\uff3b": "[", "\uff3d": "]", "\u3010": "[", "\u3011": "]", "\uff5b": "{", "\uff5d": "}"}
"""Those of a Chinese or Japanese keyboard, and YAML's."""

_ODD = re.compile(f"[{ODD_SPACES}]")
_INVISIBLE = re.compile(f"[{INVISIBLE}]")


def odd_space_message(character: str) -> str:
    """What is wrong with one of the odd spaces, and its cure."""
    if character == "\t":
        return TAB
    code = f"U+{ord(character):04X}"
    name = character_name(character)
    if is_invisible(character):
        return f"an invisible {name} ({code}) stands here; delete it"
    article = "an" if name[:1] in "aeiou" else "a"
    return f"{article} {name} ({code}) stands where only plain spaces may; type a plain space in its place"


def character_name(character: str) -> str:
    """What people call a character."""
    name = unicodedata.name(character, "character").lower()
    return name.replace("fullwidth", "full-width").replace("ideographic", "wide")


def is_invisible(character: str) -> bool:
    """Whether an odd space takes no room."""
    return _INVISIBLE.match(character) is not None


def first_odd(text: str, start: int, end: int) -> int | None:
    """Where the first odd space of some characters stands."""
    found = _ODD.search(text, start, end)
    return found.start() if found else None


def plain_spaces(text: str) -> str:
    """Spaces of all kinds as plain ones: as many, without those that take no room, and at least one."""
    return " " * len(_INVISIBLE.sub("", text)) or " "


def without_invisible(text: str) -> str:
    """The text without the characters that take no room."""
    return _INVISIBLE.sub("", text)
