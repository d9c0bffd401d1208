"""What was done to a text, to be undone and done again."""

from collections import deque
from dataclasses import dataclass

from routine_app.core.editor.line_endings import with_plain_endings
from routine_app.core.text.change import Change, change_between

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
class _Typing:
    """The last of the typing that a step may go on with.

    `kind` is whether it takes out and whether it puts in, and on which line, counted from 0.
    """

    kind: tuple[bool, bool, int]
    seconds: float


class UndoHistory:
    """The steps from a text to what it is now, `text`, the oldest dropped when they are too many or too large."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._done: deque[Change] = deque()
        self._undone: deque[Change] = deque()  # as they were made when each step was undone
        self._typing: _Typing | None = None

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
        if text == self.text:
            return
        change = change_between(self.text, text)
        typing = self._typing_of(change, now)
        if self._goes_on(typing):
            change = change_between(self._done.pop().undone.made(self.text), text)
        self._take(change, text)
        self._typing = typing

    def changed(self, text: str) -> Moment:
        """Take the text that one action has made, such as a button's, as a step of its own."""
        self._typing = None
        change = change_between(self.text, text)
        if text != self.text:
            self._take(change, text)
        return Moment(text, change.start + len(change.put))

    def undo(self) -> Moment:
        """The text before the last step, or as it is if there is none."""
        return self._reverse(self._done, self._undone)

    def redo(self) -> Moment:
        """The text after the step that was undone last, or as it is if there is none."""
        return self._reverse(self._undone, self._done)

    def _reverse(self, steps: deque[Change], reversed_steps: deque[Change]) -> Moment:
        """Go back over the last of the steps, and keep how that is reversed again."""
        self._typing = None
        if not steps:
            return Moment(self.text, len(self.text))
        change = steps.pop().undone
        reversed_steps.append(change)
        self.text = change.made(self.text)
        return Moment(self.text, change.start + len(change.put))

    def _typing_of(self, change: Change, now: float) -> _Typing | None:
        """How this change may be gone on with; None for one of more than one line."""
        if "\n" in with_plain_endings(change.removed + change.put):
            return None
        line = with_plain_endings(self.text[: change.start]).count("\n")
        return _Typing((bool(change.removed), bool(change.put), line), now)

    def _goes_on(self, typing: _Typing | None) -> bool:
        last = self._typing
        if last is None or typing is None or not self._done:
            return False
        return last.kind == typing.kind and typing.seconds - last.seconds < JOIN_SECONDS

    def _take(self, change: Change, text: str) -> None:
        self.text = text
        self._done.append(change)
        self._undone.clear()
        characters = sum(step.size for step in self._done)
        while self._done and (len(self._done) > MOST_STEPS or characters > MOST_CHARACTERS):
            characters -= self._done.popleft().size
