"""The history: the last weeks against the goal, what each muscle got, and the sessions."""

from collections.abc import Callable
from functools import partial

import flet as ft

from routine_app.core.history.view import HistoryView, SessionCard
from routine_app.ui.history.calendar import week_calendar
from routine_app.ui.history.muscle_bars import muscle_bars
from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import card_button, first_session_button, quiet_button
from routine_app.ui.kit.cards import (
    body_text,
    card_title,
    page_title,
    quiet_text,
    reading_column,
    stretched,
    titled_card,
    two_columns,
    wrapped,
)
from routine_app.ui.kit.viewport import Viewport

IN_A_CARD = 2 * 18
RAIL_WIDTH, BETWEEN_COLUMNS = 80, 20

_part = partial(titled_card, spacing=10)


class HistoryScreen:
    """The screen. `show` is all that writes to its controls; below the sessions stands `footer`.

    `open_session` gets the id of a session that was pressed, and `start` begins the first one.
    """

    def __init__(
        self,
        open_session: Callable[[str], None],
        show_more: Callable[[], None],
        start: Callable[[], None],
        footer: ft.Control,
    ) -> None:
        self._open_session = open_session
        self._view = HistoryView()
        self._viewport = Viewport()
        self._empty = quiet_text("", size=17)
        self._start = wrapped([first_session_button(start)])
        self._weeks, self._minutes, self._muscles = ft.Container(), ft.Container(), ft.Container()
        self._cards = stretched([])
        self._more = quiet_button(ft.Text("Show more"), show_more)
        columns = two_columns([self._weeks, self._minutes, self._muscles], [self._cards, self._more, footer])
        self.control = reading_column(
            [page_title("History"), self._empty, self._start, columns], theme.TWO_COLUMNS_WIDTH
        )

    def show(self, view: HistoryView) -> None:
        """Write the view to the controls."""
        self._view = view
        self._empty.value, self._empty.visible = view.empty_words, bool(view.empty_words)
        self._start.visible = view.can_start
        for part in (self._weeks, self._minutes, self._muscles):
            part.visible = not view.empty_words
        self._cards.controls = [self._card(session) for session in view.cards]
        self._more.visible = view.has_more
        self._draw()

    def fit(self, viewport: Viewport) -> None:
        """Draw as large as there is room, and leave room for large words."""
        if viewport != self._viewport:
            self._viewport = viewport
            self._draw()

    def _draw(self) -> None:
        view = self._view
        if view.empty_words or not view.weeks:
            return
        from routine_app.ui.history.minutes_chart import minutes_chart  # noqa: PLC0415 - Flet's charts take their time

        text_scale = self._viewport.text_scale
        calendar = week_calendar(view.weeks, self._room, text_scale)
        self._weeks.content = _part(view.goal, quiet_text(view.goal_detail), calendar)
        chart = minutes_chart(view.bars, view.minutes_step, text_scale)
        self._minutes.content = _part("Minutes a week", chart)
        self._muscles.visible = bool(view.muscles)
        self._muscles.content = _part("Held in these weeks", muscle_bars(view.muscles))

    @property
    def _room(self) -> float:
        """How wide a card's inside is, in one column or in two."""
        if not self._viewport.is_wide:
            return self._viewport.reading_width - IN_A_CARD
        columns = min(self._viewport.width - RAIL_WIDTH, theme.TWO_COLUMNS_WIDTH) - 2 * theme.PAGE_MARGIN
        return (columns - BETWEEN_COLUMNS) / 2 - IN_A_CARD

    def _card(self, session: SessionCard) -> ft.Control:
        lines: list[ft.Control] = [
            card_title(session.title),
            quiet_text(session.when),
            quiet_text(session.held),
        ]
        if session.said:
            lines.append(body_text(session.said))
        words = ft.Column(lines, spacing=4, tight=True, expand=True)
        arrow = ft.Icon(ft.Icons.CHEVRON_RIGHT_ROUNDED, color=theme.QUIET)
        return card_button(ft.Row([words, arrow]), partial(self._open_session, session.session_id))
