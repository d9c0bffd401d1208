"""The balance: the ring with its ropes, which one is shortest, what to do about it, and the numbers."""

from functools import partial
from typing import Protocol

import flet as ft

from routine_app.core.balance.today import MINUTES_CHOICES
from routine_app.core.balance.view import BalanceView
from routine_app.ui.balance.rope_drawing import RopeDrawing
from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import pill_button, quiet_button
from routine_app.ui.kit.cards import (
    body_text,
    card,
    card_title,
    page_title,
    quiet_text,
    reading_column,
    two_columns,
)
from routine_app.ui.kit.choices import ChoiceRow
from routine_app.ui.kit.muscle_table import muscle_table
from routine_app.ui.kit.text_scale import AS_DESIGNED, TextScale

DAYS = (("7 days", 7), ("28 days", 28))
SMALLEST_DRAWING, LARGEST_DRAWING, ROOM_BESIDE = 240, 440, 40
SHARE_OF_HEIGHT = 0.85
"""How much of the screen's height the drawing takes at most, so that all of it can be seen at once."""

TAP_WORDS = "Tap a rope for its numbers"


class BalanceCommands(Protocol):
    """What the buttons of the screen do."""

    def set_days(self, days: int) -> None:
        """Look back so many days."""

    def catch_up(self, minutes: int) -> None:
        """Make a routine for what is short."""

    def start_routine(self) -> None:
        """Show the routine to begin with."""


class BalanceScreen:
    """The screen. `show` is all that writes to its controls, but for the rope that was tapped.

    Above the balance stands `advice`.
    """

    def __init__(self, commands: BalanceCommands, advice: ft.Control) -> None:
        self._view: BalanceView | None = None
        self._text_scale, self._width = AS_DESIGNED, float(theme.COLUMN_WIDTH)
        self._days = ChoiceRow("Look back", commands.set_days)
        self._error_card = ft.Container(visible=False)
        self._ropes = RopeDrawing(self._tapped)
        self._sentence = quiet_text(TAP_WORDS)
        self._sentence.text_align = ft.TextAlign.CENTER
        self._headline, self._detail = card_title(""), quiet_text("")
        self._catch_up = _catch_up(commands)
        self._start = _wrapped([pill_button("Start", ft.Icons.PLAY_ARROW_ROUNDED, commands.start_routine)])
        self._table, self._others = ft.Container(), ft.Container()
        self.control = reading_column(
            [
                page_title("Balance"),
                self._error_card,
                advice,
                self._days.control,
                self._columns(),
            ],
            theme.TWO_COLUMNS_WIDTH,
        )

    def _columns(self) -> ft.Control:
        said = card(
            ft.Column(
                [
                    ft.MergeSemantics(
                        content=ft.Column([self._headline, self._detail], spacing=4, tight=True)
                    ),
                    self._catch_up,
                    self._start,
                ],
                spacing=12,
                tight=True,
            )
        )
        return two_columns([self._ropes.control, self._sentence], [said, self._table, self._others])

    def show(self, view: BalanceView) -> None:
        """Write the view to the controls."""
        self._view = view
        self._days.show(DAYS, view.days)
        self._error_card.visible = bool(view.error_text)
        self._error_card.content = card(body_text(view.error_text), border_colour=theme.ACCENT)
        self._ropes.show(view)
        self._sentence.value = TAP_WORDS
        self._headline.value, self._detail.value = view.headline, view.detail
        self._catch_up.visible = view.can_catch_up
        self._start.visible = view.can_start
        self._fill_tables()

    def fit(
        self, width: float, height: float, text_scale: TextScale, *, has_little_motion: bool = False
    ) -> None:
        """Leave room for large words on a narrow screen, and draw as large as there is room."""
        self._width, self._text_scale = width, text_scale
        room = width - ROOM_BESIDE if width < theme.WIDE_FROM else (width - 160) / 2
        side = max(min(room, height * SHARE_OF_HEIGHT, LARGEST_DRAWING), SMALLEST_DRAWING)
        self._ropes.fit(side, text_scale.words, has_little_motion=has_little_motion)
        self._fill_tables()

    def _fill_tables(self) -> None:
        if self._view is None:
            return
        width = self._width if self._width < theme.WIDE_FROM else self._width / 2
        head = f"Seconds held in {self._view.days} days"
        self._table.content = card(muscle_table(head, self._view.rows, width, self._text_scale))
        self._others.visible = bool(self._view.others)
        others = muscle_table("Other muscles", self._view.others, width, self._text_scale)
        self._others.content = card(others)

    def _tapped(self, place: int) -> None:
        if self._view is not None:
            self._sentence.value = self._view.ropes[place].sentence


def _catch_up(commands: BalanceCommands) -> ft.Column:
    """A button for each time that one may have; a screen reader hears with each what it is for."""
    buttons: list[ft.Control] = []
    for minutes in MINUTES_CHOICES:
        words = ft.Text(f"{minutes} min", no_wrap=True, semantics_label=f"Catch up, {minutes} min")
        button = quiet_button(words, partial(commands.catch_up, minutes), height=theme.TOUCH_TARGET)
        button.icon = ft.Icons.PLAY_ARROW_ROUNDED
        buttons.append(button)
    return ft.Column([body_text("Catch up in"), _wrapped(buttons)], spacing=8, tight=True)


def _wrapped(buttons: list[ft.Control]) -> ft.Row:
    return ft.Row(buttons, wrap=True, spacing=8, run_spacing=8)
