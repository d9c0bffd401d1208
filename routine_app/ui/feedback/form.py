"""The questions after a session: how it felt, whether anything hurt, and a note; none must be answered."""

from collections.abc import Callable, Sequence
from functools import partial

import flet as ft

from routine_app.core.feedback.feedback import Feedback, Feeling
from routine_app.core.feedback.view import FeedbackView, PainRow, present_feedback
from routine_app.core.routine.model import Side
from routine_app.ui.kit.cards import body_text, card, stretched
from routine_app.ui.kit.choices import ChoicePill, ChoiceRow, options_of
from routine_app.ui.kit.expander import Expander
from routine_app.ui.kit.viewport import Viewport

FEELINGS = options_of(Feeling)
SIDE_BY_SIDE_FROM = 360
"""From this width in logical pixels, with the text as designed, a muscle stands beside its two buttons."""


TogglePain = Callable[[str, Side], None]
"""Gets a muscle and its side: it hurts, or it does not after all."""


class FeedbackForm:
    """The questions. `open` and `show` are all that writes to its controls.

    `feel` gets how the session felt, or None to take that back. `note` is the field for a note.
    """

    def __init__(
        self,
        feel: Callable[[Feeling | None], None],
        toggle_pain: TogglePain,
        note: ft.Control,
    ) -> None:
        self._feel = feel
        self._viewport = Viewport()
        self._feeling: Feeling | None = None
        self._feelings = ChoiceRow[Feeling | None]("How did it feel?", self._felt)
        empty = present_feedback(Feedback())
        self._lines = {row.muscle: _PainLine(row, toggle_pain) for row in (*empty.hip, *empty.others)}
        self._others = self._column(empty.others)
        self._nothing_hurts = empty.others
        self._more = ft.Container()
        self.open()
        pain: list[ft.Control] = [body_text("Any pain?"), self._column(empty.hip)]
        self.control = stretched(
            [card(self._feelings.control), card(stretched(pain, tight=True)), self._more, card(note)]
        )

    def open(self) -> None:
        """Begin with another session: nothing is unfolded until its answers are shown."""
        self._expander = Expander("Other muscles", lambda: self._others, is_open=False)
        self._more.content = self._expander.control
        self._others_shown = self._nothing_hurts

    def show(self, view: FeedbackView) -> None:
        """Write the answers to the controls, and unfold what has come to hurt."""
        self._feeling = view.feeling
        self._feelings.show(FEELINGS, view.feeling)
        for row in (*view.hip, *view.others):
            self._lines[row.muscle].show(row)
        if view.others != self._others_shown and any(row.is_left or row.is_right for row in view.others):
            self._expander.open()
        self._others_shown = view.others

    def fit(self, viewport: Viewport) -> None:
        """Set each muscle above its buttons where they have no room beside each other."""
        if viewport != self._viewport:
            self._viewport = viewport
            for line in self._lines.values():
                line.fit(viewport)

    def _column(self, rows: Sequence[PainRow]) -> ft.Column:
        return stretched([self._lines[row.muscle].control for row in rows], spacing=8, tight=True)

    def _felt(self, feeling: Feeling | None) -> None:
        self._feel(None if feeling == self._feeling else feeling)


class _PainLine:
    """A muscle and its two sides."""

    def __init__(self, row: PainRow, toggle_pain: TogglePain) -> None:
        self._left = _pill(row, Side.LEFT, toggle_pain)
        self._right = _pill(row, Side.RIGHT, toggle_pain)
        self._name = body_text(row.label)
        self._sides = ft.Row([self._left.control, self._right.control], spacing=8)
        self.control = ft.Container()
        self.fit(Viewport())

    def show(self, row: PainRow) -> None:
        self._left.show(is_chosen=row.is_left)
        self._right.show(is_chosen=row.is_right)

    def fit(self, viewport: Viewport) -> None:
        if viewport.width >= SIDE_BY_SIDE_FROM * viewport.text_scale.words:
            self._name.expand, self._sides.wrap = True, False
            self.control.content = ft.Row([self._name, self._sides])
        else:
            self._name.expand, self._sides.wrap = None, True
            self.control.content = ft.Column([self._name, self._sides], spacing=4)


def _pill(row: PainRow, side: Side, toggle_pain: TogglePain) -> ChoicePill:
    name = f"{row.label}, {side.value} side hurts"
    return ChoicePill(side.value.capitalize(), partial(toggle_pain, row.muscle, side), name)
