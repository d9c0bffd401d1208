"""The field for a note, which other pages and an import may change too, also while it is being written."""

import math
from collections.abc import Callable
from functools import partial

import flet as ft

from routine_app.core.clock import Clock
from routine_app.core.feedback.note import joined_note
from routine_app.core.text.change import change_between
from routine_app.ui.kit.safe_handler import guarded

NOTE_LINES = 6
LONGEST_NOTE = 10_000
"""In characters: far less than an import takes."""

WRITING_SECONDS = 3.0
"""For so long after a key the note is being written, and the field is left alone."""

ON_ITS_WAY_SECONDS = 1.0
"""For so long after another text was sent, a key may come that was pressed before the client had that text."""

NoteChange = Callable[[str], str]
"""Gets the note as it is kept at this moment, gives what is to be in its place."""


class NoteBox:
    """The field, in which is `text`. `open` and `show` are all that writes to it.

    `write` gets the change of the note at each key, and gives the note as it is kept then, None if it could not be.
    `tell_joined` is called once when what is kept has become more than what stands in the field.
    """

    def __init__(
        self, clock: Clock, write: Callable[[NoteChange], str | None], tell_joined: Callable[[], None]
    ) -> None:
        self._clock, self._write, self._tell_joined = clock, write, tell_joined
        self.text = self._base = self._replaced = ""
        self._written_at = self._replaced_at = -math.inf
        self._is_kept, self._is_joined = True, False
        self.control = ft.TextField(
            label="Note",
            multiline=True,
            min_lines=1,
            max_lines=NOTE_LINES,
            border=ft.OutlineInputBorder(border_radius=16),
            text_size=16,
            max_length=LONGEST_NOTE,
            counter=ft.Container(),
            on_change=guarded(lambda event: self._written(str(event.control.value))),
        )

    def open(self, note: str) -> None:
        """Write the note of another session to the field."""
        self._written_at = self._replaced_at = -math.inf
        self._is_kept, self._is_joined = True, False
        self._put(note)

    def show(self, note: str) -> None:
        """Write the note as it is kept now to the field, unless that is being written or could not be kept."""
        is_being_written = self._clock.now() - self._written_at < WRITING_SECONDS
        if note != self.text and self._is_kept and not is_being_written:
            self._replaced, self._replaced_at = self._base, self._clock.now()
            self._is_joined = False
            self._put(note)

    def _put(self, note: str) -> None:
        self.text = self._base = self.control.value = note
        # A longer one would be cut off with the first key.
        self.control.max_length = max(LONGEST_NOTE, len(note))

    def _written(self, text: str) -> None:
        change = partial(joined_note, self._before(text), text)
        self.text, self._written_at = text, self._clock.now()
        kept = self._write(change)
        self._is_kept = kept is not None
        if self._is_kept:
            self._base, self._replaced = text, text
        was_joined, self._is_joined = self._is_joined, self._is_kept and kept != text
        if self._is_joined and not was_joined:
            self._tell_joined()

    def _before(self, text: str) -> str:
        """What stood in the field as it was kept last, before it became this text."""
        if self._clock.now() - self._replaced_at > ON_ITS_WAY_SECONDS:
            return self._base
        return min(self._base, self._replaced, key=lambda before: change_between(before, text).size)
