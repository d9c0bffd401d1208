"""What was done to a text, to be undone and done again."""

from collections import deque
from dataclasses import dataclass
from enum import Enum, auto

JOIN_SECONDS = 1.0
"""Typing that goes on sooner than this is one step, as long as it is of one kind and on one line."""

MOST_STEPS = 500

MOST_CHARACTERS = 1_000_000
"""What all steps put in and took out together: 4 MB at most."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A text, and where the caret belongs: after what came back, in characters (code points) from 0."""

    text: str
    caret: int


@dataclass(frozen=True, slots=True)
class _Change:
    """At a place of a text, one part of it in place of another."""

    start: int
    removed: str
    inserted: str

    @property
    def size(self) -> int:
        return len(self.removed) + len(self.inserted)

    def made(self, text: str) -> Moment:
        return _replaced(text, self.start, self.removed, self.inserted)

    def unmade(self, text: str) -> Moment:
        return _replaced(text, self.start, self.inserted, self.removed)


class _Kind(Enum):
    INSERTED = auto()
    REMOVED = auto()
    REPLACED = auto()


@dataclass(frozen=True, slots=True)
class _Typing:
    """The last of the typing that a step may go on with; `line` is counted from 0."""

    kind: _Kind
    line: int
    seconds: float


class UndoHistory:
    """The steps from a text to what it is now, the oldest dropped when they are too many or too large."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._done: deque[_Change] = deque()
        self._undone: list[_Change] = []
        self._characters = 0
        self._typing: _Typing | None = None

    @property
    def text(self) -> str:
        """The text as it is now."""
        return self._text

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to undo."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step that was undone, and nothing was changed since."""
        return bool(self._undone)

    def typed(self, text: str, now: float) -> None:
        """Take the text that typing has made; `now` is in seconds of any clock that does not go back.

        It joins the last step if that is typing of the same kind (put in, taken out, replaced), on the same
        line, less than JOIN_SECONDS ago. A text that is no other than the last one is nothing, so that a
        field may tell of a text that it was given.
        """
        if text == self._text:
            return
        typing = self._typing_of(_change(self._text, text), now)
        if typing is not None and self._goes_on(typing):
            step = self._done.pop()
            self._characters -= step.size
            self._take(_change(step.unmade(self._text).text, text), text)
        else:
            self._take(_change(self._text, text), text)
        self._typing = typing

    def changed(self, text: str) -> None:
        """Take the text that one action has made, such as a button's, as a step of its own."""
        self._typing = None
        if text != self._text:
            self._take(_change(self._text, text), text)

    def undo(self) -> Moment:
        """The text before the last step, or as it is if there is none."""
        self._typing = None
        if not self._done:
            return Moment(self._text, len(self._text))
        change = self._done.pop()
        self._undone.append(change)
        moment = change.unmade(self._text)
        self._text = moment.text
        return moment

    def redo(self) -> Moment:
        """The text after the step that was undone last, or as it is if there is none."""
        self._typing = None
        if not self._undone:
            return Moment(self._text, len(self._text))
        change = self._undone.pop()
        self._done.append(change)
        moment = change.made(self._text)
        self._text = moment.text
        return moment

    def _typing_of(self, change: _Change, now: float) -> _Typing | None:
        """How this change may be gone on with; None for one of more than one line."""
        if "\n" in change.removed or "\n" in change.inserted:
            return None
        return _Typing(_kind(change), self._text.count("\n", 0, change.start), now)

    def _goes_on(self, typing: _Typing) -> bool:
        last = self._typing
        return (
            last is not None
            and bool(self._done)
            and (last.kind, last.line) == (typing.kind, typing.line)
            and typing.seconds - last.seconds < JOIN_SECONDS
        )

    def _take(self, change: _Change, text: str) -> None:
        self._text = text
        self._done.append(change)
        self._characters += change.size - sum(undone.size for undone in self._undone)
        self._undone.clear()
        while self._done and (len(self._done) > MOST_STEPS or self._characters > MOST_CHARACTERS):
            self._characters -= self._done.popleft().size


def _change(before: str, after: str) -> _Change:
    """The smallest part of a text in place of which another leads to the text after."""
    start = _common_start(before, after)
    end = _common_start(before[start:][::-1], after[start:][::-1])
    return _Change(start, before[start : len(before) - end], after[start : len(after) - end])


def _common_start(one: str, other: str) -> int:
    """How many characters both begin with; found by halving, since comparing whole parts is quick."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _replaced(text: str, start: int, old: str, new: str) -> Moment:
    return Moment(f"{text[:start]}{new}{text[start + len(old) :]}", start + len(new))


def _kind(change: _Change) -> _Kind:
    if not change.removed:
        return _Kind.INSERTED
    return _Kind.REPLACED if change.inserted else _Kind.REMOVED
