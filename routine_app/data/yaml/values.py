"""Reads single values: each reader knows what is allowed, and says so when it finds something else."""

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Generic, Protocol, TypeVar

from routine_app.core.routine.duration_text import DURATION_EXAMPLES, parse_duration, spell_duration
from routine_app.core.text.clean import UNFIT_CHARACTER
from routine_app.data.yaml.curly_quotes import CLOSING
from routine_app.data.yaml.nodes import ListNode, MappingNode, Node, TextNode, text_of
from routine_app.data.yaml.problem_list import ProblemList
from routine_app.data.yaml.quoting import did_you_mean, shown
from routine_app.data.yaml.text_signs import entry_meant, list_of, warn_of_comment, warn_of_quotes

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

_UNFIT_BUT_LAYOUT = re.compile(rf"(?![\t\n]){UNFIT_CHARACTER.pattern}")


class ValueReader(Protocol[T_co]):
    """Reads the value of one key."""

    @property
    def allowed(self) -> str:
        """What may stand there, to follow the word "write"."""

    def read(self, node: Node, key: str, problems: ProblemList) -> T_co | None:
        """The value; None, and errors in `problems`, if it is not allowed."""


class WrongValueError(Exception):
    """A text is not what its key allows; the message says why, and what to write."""


class ScalarReader(ABC, Generic[T]):
    """A ValueReader of what must be one text."""

    @property
    @abstractmethod
    def allowed(self) -> str:
        """What may stand there, to follow the word "write"."""

    @abstractmethod
    def parse(self, text: str) -> T:
        """The value of a text that has no space around it; raises WrongValueError if it is not allowed."""

    def read(self, node: Node, key: str, problems: ProblemList) -> T | None:
        """The value; None, and an error in `problems`, if it is not allowed."""
        # What is allowed takes long to spell, and only an error says it.
        text = text_of(node) or read_scalar(node, key, self.allowed, problems)
        try:
            return None if text is None else self.parse(text)
        except WrongValueError as error:
            problems.error(node.place, key, str(error))
            return None


def read_scalar(node: Node, key: str, allowed: str, problems: ProblemList) -> str | None:
    """The stripped text of a node that must be one text; None, and an error, for anything else."""
    text = text_of(node)
    match node:
        case TextNode() if text:
            return text
        case TextNode():
            tell_empty(node, key, f"write {allowed}", problems)
        case ListNode():
            problems.error(node.place, key, f"is a list; write {allowed}")
        case MappingNode():
            quotes = ' (a text that contains ": " needs quotes)'
            problems.error(node.place, key, f"is a mapping; write {allowed}{quotes}")
    return None


def tell_empty(node: TextNode, key: str, cure: str, problems: ProblemList) -> None:
    """An error of a text that is empty, if only because what was meant for it is a comment."""
    remark = node.remark
    if remark is None or not remark.is_joined:
        problems.error(node.place, key, f"is empty; {cure}")
    else:
        why = f'because {shown(remark.text)} is a comment: it begins with "#"'
        problems.error(remark.place, key, f"is empty, {why}; put it in quotes, or {cure}")


class TextReader(ScalarReader[str]):
    """A text of a limited number of characters, spaces around it not counted, and no control characters.

    What is no sentence `takes_comments`: a # behind it is never warned of.
    """

    def __init__(self, longest: int, *, has_lines: bool = False, takes_comments: bool = False) -> None:
        self.longest = longest
        self._takes_comments = takes_comments
        self._unfit = _UNFIT_BUT_LAYOUT if has_lines else UNFIT_CHARACTER

    @property
    def allowed(self) -> str:
        """What a message says is allowed."""
        return f"text of 1 to {self.longest} characters"

    def read(self, node: Node, key: str, problems: ProblemList) -> str | None:
        """The text, with a warning if it looks as if it was meant otherwise; None, and an error, if it is none."""
        text = super().read(node, key, problems)
        if text is not None and isinstance(node, TextNode):
            if text[0] in CLOSING:
                warn_of_quotes(node, key, problems)
            if node.remark and not self._takes_comments:
                warn_of_comment(node, key, problems)
        return text

    def parse(self, text: str) -> str:
        """The text itself."""
        if len(text) > self.longest:
            raise WrongValueError(f"{shown(text)} has {len(text)} characters; write {self.allowed}")
        if control := self._unfit.search(text):
            raise WrongValueError(_control_message(text, control[0]))
        return text


class WordReader(TextReader):
    """One word, with no space or comma in it."""

    def __init__(self) -> None:
        super().__init__(longest=40)

    @property
    def allowed(self) -> str:
        """What a message says is allowed."""
        return "one word of at most 40 characters"

    def read(self, node: Node, key: str, problems: ProblemList) -> str | None:
        """The word, with a warning if it looks as if it was meant otherwise; None, and an error, if it is none."""
        word = super().read(node, key, problems)
        entry = entry_meant(word or "")
        if entry and isinstance(node, TextNode) and node.is_plain:
            problems.warning(
                node.place, key, f"{shown(word or '')} has no dash of an entry; write {shown(entry)}"
            )
        return word

    def parse(self, text: str) -> str:
        """The word itself."""
        meant = list_of(text)
        if meant or re.search(r"\s", text):
            cure = f"write a list: {meant}" if meant else "write a list such as [hips, after-run]"
            raise WrongValueError(f"{shown(text)} is not one word; {cure}")
        return super().parse(text)


class DurationReader(ScalarReader[float]):
    """A duration in seconds, within limits that are themselves allowed."""

    def __init__(self, *, shortest_seconds: float, longest_seconds: float) -> None:
        self.shortest_seconds = shortest_seconds
        self.longest_seconds = longest_seconds

    @property
    def allowed(self) -> str:
        """What a message says is allowed."""
        shortest, longest = spell_duration(self.shortest_seconds), spell_duration(self.longest_seconds)
        return f"a duration from {shortest} to {longest}"

    def parse(self, text: str) -> float:
        """The seconds."""
        seconds = parse_duration(text)
        if seconds is None:
            raise WrongValueError(f"{shown(text)} is not a duration; write it like {DURATION_EXAMPLES}")
        if not self.shortest_seconds <= seconds <= self.longest_seconds:
            raise WrongValueError(f"{shown(text)} is out of range; write {self.allowed}")
        return seconds


class WholeNumberReader(ScalarReader[int]):
    """A whole number in decimal digits, within limits that are themselves allowed."""

    def __init__(self, smallest: int, largest: int) -> None:
        self.smallest = smallest
        self.largest = largest

    @property
    def allowed(self) -> str:
        """What a message says is allowed."""
        return f"a whole number from {self.smallest} to {self.largest}"

    def parse(self, text: str) -> int:
        """The number."""
        if re.fullmatch("[0-9]{1,9}", text) and self.smallest <= int(text) <= self.largest:
            return int(text)
        raise WrongValueError(f"{shown(text)} is not {self.allowed}")


class ChoiceReader(ScalarReader[T]):
    """One of a few words, each with its value; `allowed` names those to write."""

    def __init__(self, values: Mapping[str, T], allowed: str, *, ignores_case: bool = False) -> None:
        self._values = values
        self._allowed = allowed
        self._ignores_case = ignores_case

    @property
    def allowed(self) -> str:
        """What a message says is allowed."""
        return self._allowed

    def parse(self, text: str) -> T:
        """The word's value; an error names the nearest word."""
        word = text.lower() if self._ignores_case else text
        if word in self._values:
            return self._values[word]
        hint = did_you_mean(text, self._values)
        raise WrongValueError(f"{shown(text)} is not allowed; write {self.allowed}{hint}")


def _control_message(text: str, control: str) -> str:
    if control == "\n":
        return f'{shown(text)} has more than one line; write it on one line, or with ">" instead of "|"'
    return f"{shown(text)} holds the control character U+{ord(control):04X}; remove it"
