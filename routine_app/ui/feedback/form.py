"""The questions after a session: how it felt, whether anything hurt, and a note; none must be answered."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

import flet as ft

from routine_app.core.feedback.feedback import Feedback, Feeling
from routine_app.core.feedback.view import FeedbackView, PainRow, present_feedback
from routine_app.core.routine.model import Side
from routine_app.ui.kit import theme
from routine_app.ui.kit.cards import body_text, card
from routine_app.ui.kit.choices import ChoicePill, ChoiceRow
from routine_app.ui.kit.expander import Expander
from routine_app.ui.kit.safe_handler import guarded
from routine_app.ui.kit.text_scale import AS_DESIGNED, TextScale

FEELINGS = tuple((feeling.value.capitalize(), feeling) for feeling in Feeling)
NOTE_LINES = 6
LONGEST_NOTE = 10_000
"""In characters: far less than an import takes."""

SIDE_BY_SIDE_FROM = 360
"""From this width in logical pixels, with the text as designed, a muscle stands beside its two buttons."""


class FeedbackCommands(Protocol):
    """What the answers do."""

    def feel(self, feeling: Feeling | None) -> None:
        """It felt so; None takes that back."""

    def toggle_pain(self, muscle: str, side: Side) -> None:
        """A side of a muscle hurts, or it does not after all."""

    def write_note(self, note: str) -> None:
        """The note reads so now."""


class FeedbackForm:
    """The questions. `show` is all that writes to its controls, but for the note while it is written."""

    def __init__(self, commands: FeedbackCommands) -> None:
        self._commands = commands
        self._feeling: Feeling | None = None
        self._session_id = ""
        self._feelings = ChoiceRow[Feeling | None]("How did it feel?", self._felt)
        empty = present_feedback(Feedback())
        self._lines = {row.muscle: _PainLine(row, commands) for row in (*empty.hip, *empty.others)}
        self._others = self._column(empty.others)
        self._more = ft.Container()
        self._note = _note_field(commands.write_note)
        pain: list[ft.Control] = [body_text("Any pain?"), self._column(empty.hip)]
        self.control = ft.Column(
            [card(self._feelings.control), card(_stretched(pain, 12)), self._more, card(self._note)],
            spacing=12,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )

    def show(self, view: FeedbackView, session_id: str) -> None:
        """Write the answers about a session to the controls."""
        self._feeling = view.feeling
        self._feelings.show(FEELINGS, view.feeling)
        for row in (*view.hip, *view.others):
            self._lines[row.muscle].show(row)
        if session_id != self._session_id:  # else the note is being written, and the others are looked at
            self._session_id, self._note.value = session_id, view.note
            hurts = any(row.is_left or row.is_right for row in view.others)
            self._more.content = Expander("Other muscles", lambda: self._others, is_open=hurts).control

    def fit(self, width: float, text_scale: TextScale) -> None:
        """Set each muscle above its buttons where they have no room beside each other."""
        for line in self._lines.values():
            line.fit(width, text_scale)

    def _column(self, rows: Sequence[PainRow]) -> ft.Column:
        return _stretched([self._lines[row.muscle].control for row in rows], 8)

    def _felt(self, feeling: Feeling | None) -> None:
        self._commands.feel(None if feeling == self._feeling else feeling)


class _PainLine:
    """A muscle and its two sides."""

    def __init__(self, row: PainRow, commands: FeedbackCommands) -> None:
        self._left = _pill(row, Side.LEFT, commands)
        self._right = _pill(row, Side.RIGHT, commands)
        self._name = body_text(row.label)
        self._sides = ft.Row([self._left.control, self._right.control], spacing=8)
        self.control = ft.Container()
        self.fit(theme.COLUMN_WIDTH, AS_DESIGNED)

    def show(self, row: PainRow) -> None:
        self._left.show(is_chosen=row.is_left)
        self._right.show(is_chosen=row.is_right)

    def fit(self, width: float, text_scale: TextScale) -> None:
        if width >= SIDE_BY_SIDE_FROM * text_scale.words:
            self._name.expand, self._sides.wrap = True, False
            self.control.content = ft.Row([self._name, self._sides])
        else:
            self._name.expand, self._sides.wrap = None, True
            self.control.content = ft.Column([self._name, self._sides], spacing=4)


def _pill(row: PainRow, side: Side, commands: FeedbackCommands) -> ChoicePill:
    name = f"{row.label}, {side.value} side hurts"
    return ChoicePill(side.value.capitalize(), partial(commands.toggle_pain, row.muscle, side), name)


def _stretched(controls: list[ft.Control], spacing: float) -> ft.Column:
    return ft.Column(
        controls, spacing=spacing, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )


def _note_field(write: Callable[[str], None]) -> ft.TextField:
    return ft.TextField(
        label="Note",
        multiline=True,
        min_lines=1,
        max_lines=NOTE_LINES,
        border=ft.OutlineInputBorder(border_radius=16),
        text_size=16,
        max_length=LONGEST_NOTE,
        counter=ft.Container(),
        on_change=guarded(lambda event: write(str(event.control.value))),
    )
