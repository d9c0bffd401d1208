"""Keys whose colon YAML does not see: one with no space behind it, or one of another alphabet."""

import re
from typing import NamedTuple

from routine_app.data.yaml.curly_quotes import CLOSING, STRAIGHT, not_straight
from routine_app.data.yaml.mistakes.file_words import FileWords
from routine_app.data.yaml.mistakes.findings import Findings
from routine_app.data.yaml.mistakes.signs import (
    COLONS,
    INVISIBLE,
    ODD_SPACES,
    WIDE_BRACKETS,
    character_name,
    without_invisible,
)
from routine_app.data.yaml.quoting import shortened, shown
from routine_app.data.yaml.text_lines import Replacement

_CURLY = "".join(dict.fromkeys("".join((*CLOSING, *CLOSING.values()))))
_NO_KEY = "".join((*CLOSING, *WIDE_BRACKETS))
_KEY = re.compile(
    rf"(?P<open>[\"'{_CURLY}]?)(?P<word>[^\W\d][\w{INVISIBLE}-]*+)(?P<close>[\"'{_CURLY}]?)"
    rf"(?P<gap>[ {ODD_SPACES}]*+)(?P<colon>[:{COLONS}])(?P<space>[ {ODD_SPACES}]*+)(?P<rest>[^\r\n]?)"
)
_OTHER_KEY = re.compile(
    rf"[^\s'\"\[\]{{}},#&*!|>%@`{_NO_KEY}-](?:(?![ \t]#)[^\r\n])*?:(?:[ \t]++|(?=$|[\r\n]))"
)
_VALUE = {False: re.compile(r"[^\r\n]{0,80}+"), True: re.compile(rf"[^\r\n,\]}}{_NO_KEY}\uff0c]{{0,80}}+")}
"""The beginning of a value, of which a message shows less."""


class Key(NamedTuple):
    """A key as it is meant, empty if it is no single word, and where its value begins."""

    word: str
    value_at: int


def find_key(found: Findings, at: int, words: FileWords, *, is_flow: bool = False) -> Key | None:
    """The key that begins there, with the mistakes in it; None if none does."""
    key = _KEY.match(found.text, at)
    word = without_invisible(key["word"]) if key else ""
    if key is None or not _is_meant(key, word, words, is_flow=is_flow):
        other = None if is_flow else _OTHER_KEY.match(found.text, at)
        return Key("", other.end()) if other else None
    _check_word(found, key, word)
    _check_colon(found, key, word, is_flow=is_flow)
    return Key(word, key.end("space"))


def _is_meant(key: re.Match[str], word: str, words: FileWords, *, is_flow: bool) -> bool:
    """Whether it is a key for YAML, or would be one with another colon, other quotes or a space."""
    if bool(key["open"]) != bool(key["close"]):
        return False
    if key["open"] in STRAIGHT and key["open"] != key["close"]:
        return words.has(word)  # other words may be the beginning of a text in quotes
    ends = ",]}" if is_flow else ""
    is_seen = key["colon"] == ":" and (bool(key["space"]) or not key["rest"] or key["rest"] in ends)
    return is_seen or words.has(word)


def _check_word(found: Findings, key: re.Match[str], word: str) -> None:
    start, end = key.start("open"), key.end("close")
    if key["open"] not in ("", '"', "'") or key["close"] not in ("", '"', "'"):
        wrong = "close" if key["open"] in STRAIGHT else "open"
        message = f"{not_straight(key[wrong])}; write {shortened(word)} without quotes"
        found.add(key.start(wrong), word, message, Replacement(start, end, f'"{word}"'))
    elif key["word"] != word:
        found.add_odd_spaces(*key.span("word"), word, mended=word)
    if without_invisible(key["gap"]) != key["gap"]:
        found.add_odd_spaces(*key.span("gap"), word)


def _check_colon(found: Findings, key: re.Match[str], word: str, *, is_flow: bool) -> None:
    start, end = key.span("colon")
    rest = _VALUE[is_flow].match(found.text, end)
    value = rest[0].strip() if rest else ""
    cure = f"write {shown(f'{word}: {value}' if value else f'{word}:')}"
    needs_space = bool(key["rest"]) and not key["space"]
    if key["colon"] != ":":
        message = f'{shown(key["colon"])} is a {character_name(key["colon"])}, no ":"; {cure}'
        found.add(start, word, message, Replacement(start, end, ": " if needs_space else ":"))
    elif needs_space and not (is_flow and key["close"]):
        found.add(start, word, f"a space is missing after the colon; {cure}", Replacement(end, end, " "))
    found.add_odd_spaces(*key.span("space"), word)
