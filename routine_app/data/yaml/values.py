"""Reads single values: each reader knows what is allowed, and says so when it finds something else."""

import re
from dataclasses import dataclass
from typing import Protocol, TypeVar

from routine_app.core.routine.duration_text import DURATION_EXAMPLES, parse_duration, spell_duration
from routine_app.core.text.clean import UNFIT_CHARACTERS
from routine_app.data.yaml.nodes import ListNode, MappingNode, Node, TextNode
from routine_app.data.yaml.problem_list import ProblemList
from routine_app.data.yaml.quoting import did_you_mean, join_with_or, shown

T_co = TypeVar("T_co", covariant=True)

_CONTROL = re.compile(f"[{UNFIT_CHARACTERS}]")
_CONTROL_BUT_LAYOUT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


class ValueReader(Protocol[T_co]):
    """Reads the value of one key."""

    @property
    def allowed(self) -> str:
        """What may stand there, to follow the word "write"."""

    def read(self, node: Node, key: str, problems: ProblemList) -> T_co | None:
        """The value; None, and errors in `problems`, if it is not allowed."""


def read_scalar(node: Node, key: str, allowed: str, problems: ProblemList) -> str | None:
    """The stripped text of a node that must be one text; None, and an error, for anything else."""
    match node:
        case TextNode(place, text) if text.strip():
            return text.strip()
        case TextNode(place):
            problems.error(place, key, f"is empty; write {allowed}")
        case ListNode(place):
            problems.error(place, key, f"is a list; write {allowed}")
        case MappingNode(place):
            quotes = ' (a text that contains ": " needs quotes)'
            problems.error(place, key, f"is a mapping; write {allowed}{quotes}")
    return None


@dataclass(frozen=True, slots=True)
class TextReader:
    """A text of a limited number of characters, spaces around it not counted."""

    longest: int
    has_lines: bool = False

    @property
    def allowed(self) -> str:
        """What a message says is allowed."""
        return f"text of 1 to {self.longest} characters"

    def read(self, node: Node, key: str, problems: ProblemList) -> str | None:
        """The stripped text; None, and an error, if it is too long or holds control characters."""
        text = read_scalar(node, key, self.allowed, problems)
        if text is None:
            return None
        if len(text) > self.longest:
            problems.error(node.place, key, f"{shown(text)} has {len(text)} characters; write {self.allowed}")
        elif control := (_CONTROL_BUT_LAYOUT if self.has_lines else _CONTROL).search(text):
            problems.error(node.place, key, _control_message(text, control[0]))
        else:
            return text
        return None


@dataclass(frozen=True, slots=True)
class WordReader:
    """One word, with no space or comma in it."""

    longest: int = 40

    @property
    def allowed(self) -> str:
        """What a message says is allowed."""
        return f"one word of at most {self.longest} characters"

    def read(self, node: Node, key: str, problems: ProblemList) -> str | None:
        """The word; None, and an error, if it is none or too long."""
        word = read_scalar(node, key, self.allowed, problems)
        if word is None:
            return None
        if re.search(r"[\s,]", word):
            example = "write a list such as [hips, after-run]"
            problems.error(node.place, key, f"{shown(word)} is not one word; {example}")
            return None
        return TextReader(self.longest).read(node, key, problems)


@dataclass(frozen=True, slots=True)
class DurationReader:
    """A duration in seconds, within limits that are themselves allowed."""

    shortest_seconds: float
    longest_seconds: float

    @property
    def allowed(self) -> str:
        """What a message says is allowed."""
        shortest, longest = spell_duration(self.shortest_seconds), spell_duration(self.longest_seconds)
        return f"a duration from {shortest} to {longest}"

    def read(self, node: Node, key: str, problems: ProblemList) -> float | None:
        """The seconds; None, and an error, if there are none or too few or too many."""
        text = read_scalar(node, key, self.allowed, problems)
        if text is None:
            return None
        seconds = parse_duration(text)
        if seconds is None:
            problems.error(
                node.place, key, f"{shown(text)} is not a duration; write it like {DURATION_EXAMPLES}"
            )
        elif not self.shortest_seconds <= seconds <= self.longest_seconds:
            problems.error(node.place, key, f"{shown(text)} is out of range; write {self.allowed}")
        else:
            return seconds
        return None


@dataclass(frozen=True, slots=True)
class WholeNumberReader:
    """A whole number in decimal digits, within limits that are themselves allowed."""

    smallest: int
    largest: int

    @property
    def allowed(self) -> str:
        """What a message says is allowed."""
        return f"a whole number from {self.smallest} to {self.largest}"

    def read(self, node: Node, key: str, problems: ProblemList) -> int | None:
        """The number; None, and an error, if it is none or out of its limits."""
        text = read_scalar(node, key, self.allowed, problems)
        if text is None:
            return None
        if re.fullmatch("[0-9]{1,9}", text) and self.smallest <= int(text) <= self.largest:
            return int(text)
        problems.error(node.place, key, f"{shown(text)} is not {self.allowed}")
        return None


@dataclass(frozen=True, slots=True)
class ChoiceReader:
    """One of a few words."""

    words: tuple[str, ...]

    @property
    def allowed(self) -> str:
        """What a message says is allowed."""
        return join_with_or(self.words)

    def read(self, node: Node, key: str, problems: ProblemList) -> str | None:
        """The word; None, and an error with the nearest one, if it is not one of them."""
        text = read_scalar(node, key, self.allowed, problems)
        if text is None or text in self.words:
            return text
        hint = did_you_mean(text, self.words)
        problems.error(node.place, key, f"{shown(text)} is not allowed; write {self.allowed}{hint}")
        return None


def _control_message(text: str, control: str) -> str:
    if control == "\n":
        return f'{shown(text)} has more than one line; write it on one line, or with ">" instead of "|"'
    return f"{shown(text)} holds the control character U+{ord(control):04X}; remove it"
