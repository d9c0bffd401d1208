"""The balance: the ring with its ropes, which one is shortest, what to do about it, and the numbers."""

from collections.abc import Callable
from functools import partial

import flet as ft

from routine_app.core.balance.today import MINUTES_CHOICES
from routine_app.core.balance.view import BalanceView
from routine_app.ui.balance.rope_drawing import RopeDrawing
from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import first_session_button, pill_button
from routine_app.ui.kit.cards import (
    ErrorCard,
    body_text,
    card,
    card_of,
    card_title,
    page_title,
    quiet_text,
    reading_column,
    two_columns,
    wrapped,
)
from routine_app.ui.kit.choices import ChoiceRow
from routine_app.ui.kit.muscle_table import muscle_table
from routine_app.ui.kit.viewport import Viewport

DAYS = (("7 days", 7), ("28 days", 28))
SMALLEST_DRAWING, LARGEST_DRAWING, ROOM_BESIDE = 240, 440, 40
SHARE_OF_HEIGHT = 0.85
"""How much of the screen's height the drawing takes at most, so that all of it can be seen at once."""

TAP_WORDS = "Each rope is a group of muscle that pulls on your hips. Tap one for its numbers."
TAP_FIRST_WORDS = "Tap a rope for its numbers."
"""Where the words beside it say already what a rope is."""


class BalanceScreen:
    """The screen. `show` is all that writes to its controls, but for the rope that was tapped.

    `set_days` gets how far to look back, `catch_up` for how many minutes to make a routine, and `start` begins
    the first session. Above the balance stands `advice`.
    """

    def __init__(
        self,
        set_days: Callable[[int], None],
        catch_up: Callable[[int], None],
        start: Callable[[], None],
        advice: ft.Control,
    ) -> None:
        self._view: BalanceView | None = None
        self._viewport = Viewport()
        self._days = ChoiceRow("Look back", set_days)
        self._error = ErrorCard()
        self._ropes = RopeDrawing(self._tapped)
        self._fit_ropes()
        self._sentence = quiet_text(TAP_WORDS)
        self._sentence.text_align = ft.TextAlign.CENTER
        self._headline, self._detail = card_title(""), quiet_text("")
        self._catch_up = _catch_up(catch_up)
        self._start = wrapped([first_session_button(start)])
        self._table, self._others = ft.Container(), ft.Container()
        self.control = reading_column(
            [page_title("Balance"), self._error.control, advice, self._days.control, self._columns()],
            theme.TWO_COLUMNS_WIDTH,
        )

    def _columns(self) -> ft.Control:
        words = ft.Column([self._headline, self._detail], spacing=4, tight=True)
        said = card_of(ft.MergeSemantics(content=words), self._catch_up, self._start, spacing=12)
        return two_columns([self._ropes.control, self._sentence], [said, self._table, self._others])

    def show(self, view: BalanceView) -> None:
        """Write the view to the controls."""
        self._view = view
        self._days.show(DAYS, view.days)
        self._error.show(view.error_text)
        self._ropes.show(view)
        self._sentence.value = TAP_FIRST_WORDS if view.can_start else TAP_WORDS
        self._headline.value, self._detail.value = view.headline, view.detail
        self._catch_up.visible = view.can_catch_up
        self._start.visible = view.can_start
        self._fill_tables()

    def fit(self, viewport: Viewport) -> None:
        """Leave room for large words on a narrow screen, and draw as large as there is room."""
        if viewport == self._viewport:
            return
        self._viewport = viewport
        self._fit_ropes()
        self._fill_tables()

    def _fit_ropes(self) -> None:
        width, height = self._viewport.width, self._viewport.height
        room = (width - 160) / 2 if self._viewport.is_wide else width - ROOM_BESIDE
        side = max(min(room, height * SHARE_OF_HEIGHT, LARGEST_DRAWING), SMALLEST_DRAWING)
        self._ropes.fit(
            side, self._viewport.text_scale.words, has_little_motion=self._viewport.has_little_motion
        )

    def _fill_tables(self) -> None:
        if self._view is None:
            return
        viewport = self._viewport
        width = viewport.width / 2 if viewport.is_wide else viewport.width
        head = f"Held in {self._view.days} days"
        self._table.content = card(muscle_table(head, self._view.rows, width, viewport.text_scale))
        self._others.visible = bool(self._view.others)
        others = muscle_table("Other muscles", self._view.others, width, viewport.text_scale)
        self._others.content = card(others)

    def _tapped(self, place: int) -> None:
        if self._view is not None:
            self._sentence.value = self._view.ropes[place].sentence


def _catch_up(catch_up: Callable[[int], None]) -> ft.Column:
    """A button for each time that one may have; a screen reader hears with each what it is for."""
    buttons: list[ft.Control] = []
    for minutes in MINUTES_CHOICES:
        words = ft.Text(f"{minutes} min", no_wrap=True, semantics_label=f"Catch up, {minutes} min")
        buttons.append(pill_button(words, ft.Icons.PLAY_ARROW_ROUNDED, partial(catch_up, minutes)))
    return ft.Column([body_text("Catch up in"), wrapped(buttons)], spacing=8, tight=True)
