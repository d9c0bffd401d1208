"""The fonts that Flutter's engine looks for where a letter is missing, read out of Flet's web client.

The engine has a table of Noto fonts, those of many letters in slices, and of which letter is in which of them. It is
compiled into the client, packed as in the engine's `font_fallback_data.dart`.
"""

import re
from typing import NamedTuple

from routine_app.serve.client.web_client import client_folder

_ENTRY = re.compile(r'\("Noto [^"]+","([a-z0-9]+)/(v\d+)/[^"]+?(?:\.(\d+))?\.woff2"\)')
_CODES = re.compile(r'"([A-Za-z0-9]{20000,})"')
_GROUPS = re.compile(r'"([a-z0-9,]{20000,})"')
_AFTER_ALL_LETTERS = 0x110000


class EngineFont(NamedTuple):
    """A font of the table: its family, its version, which slice of it, if it has any, and the letters it has."""

    family: str
    version: str
    slice_number: str | None
    letters: frozenset[int]

    @property
    def file_name(self) -> str:
        """What the page asks for in its place: `notosansjp-v53-12.woff2`."""
        parts = (self.family, self.version, self.slice_number)
        return f"{'-'.join(part for part in parts if part)}.woff2"


def engine_fonts() -> list[EngineFont]:
    """All fonts of the table, in its order."""
    script = (client_folder() / "main.dart.js").read_text(encoding="utf-8")
    entries = _ENTRY.findall(script)
    groups = [_read_group(text) for text in max(_GROUPS.findall(script), key=len).split(",")]
    letters: list[set[int]] = [set() for _ in entries]
    for codes, group in _read_codes(max(_CODES.findall(script), key=len)):
        for font in groups[group]:
            letters[font].update(codes)
    return [
        EngineFont(family, version, number or None, frozenset(has))
        for (family, version, number), has in zip(entries, letters, strict=True)
    ]


def _read_group(text: str) -> list[int]:
    """Read the numbers of fonts that have the same letters: each is how far it is from the one before."""
    fonts, font, number = [], -1, 0
    for character in text:
        if character.isdigit():
            number = number * 10 + int(character)
        else:
            font += number * 26 + ord(character) - ord("a") + 1
            number = 0
            fonts.append(font)
    return fonts


def _read_codes(text: str) -> list[tuple[range, int]]:
    """Read which group has which letters: ranges from the first letter to the last, one after the other."""
    found, start, length, number = [], 0, 1, 0
    for character in text:
        if character.isdigit():
            number = number * 10 + int(character)
        elif character.islower():
            length, number = number * 26 + ord(character) - ord("a") + 2, 0
        else:
            found.append((range(start, start + length), number * 26 + ord(character) - ord("A")))
            start, length, number = start + length, 1, 0
    if start != _AFTER_ALL_LETTERS:
        raise ValueError(f"The table of Flutter's fonts is packed otherwise: it ends at {start:#x}.")
    return found
