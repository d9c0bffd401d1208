"""The history: sessions, each of which opens to its holds."""

from functools import partial

import flet as ft

from routine_app.core.present.history import HistoryView, HoldRow, SessionCard
from routine_app.ui import theme
from routine_app.ui.buttons import quiet_button
from routine_app.ui.cards import body_text, card_button, card_title, page_title, quiet_text, reading_column
from routine_app.ui.text_scale import TextScale

SESSIONS_AT_ONCE = 30
"""So many sessions are drawn at first, and more on demand: a long history opens as fast as a short one."""


class HistoryScreen:
    """The list of sessions. Which of them are open is the screen's own state."""

    def __init__(self) -> None:
        self._cards = ft.Column(spacing=12, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
        self._empty = quiet_text("", size=17)
        self._more = quiet_button(ft.Text("Show more"), self._show_more)
        self.control = reading_column([page_title("History"), self._empty, self._cards, self._more])
        self._view = HistoryView((), "")
        self._shown = SESSIONS_AT_ONCE
        self._open: set[str] = set()
        self._is_narrow = False

    def show(self, view: HistoryView) -> None:
        """Write the view to the controls."""
        self._view = view
        self._empty.value, self._empty.visible = view.empty_words, bool(view.empty_words)
        self._cards.controls = [self._card(session) for session in view.cards[: self._shown]]
        self._more.visible = len(view.cards) > self._shown

    def fit(self, width: float, text_scale: TextScale) -> None:
        """Leave room for large words on a narrow screen."""
        is_narrow = text_scale.is_narrow(width)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self.show(self._view)

    def _show_more(self) -> None:
        self._shown += SESSIONS_AT_ONCE
        self.show(self._view)

    def _toggle(self, session_id: str) -> None:
        self._open ^= {session_id}
        self.show(self._view)

    def _card(self, session: SessionCard) -> ft.Control:
        is_open = session.session_id in self._open
        icon = ft.Icon(
            ft.Icons.EXPAND_LESS_ROUNDED if is_open else ft.Icons.EXPAND_MORE_ROUNDED,
            color=theme.QUIET,
            semantics_label="open" if is_open else "closed",
        )
        words = ft.Column(
            [card_title(session.title), quiet_text(session.when), quiet_text(session.held)],
            spacing=4,
            tight=True,
            expand=True,
        )
        head = card_button(ft.Row([words, icon]), partial(self._toggle, session.session_id))
        if not is_open:
            return head
        return ft.Column([head, _holds(session.holds, is_narrow=self._is_narrow)], spacing=4)


def _holds(rows: tuple[HoldRow, ...], *, is_narrow: bool) -> ft.Control:
    lines = [_hold(row, is_narrow=is_narrow) for row in rows] or [quiet_text("No hold was finished.")]
    return ft.Container(
        content=ft.Column(list[ft.Control](lines), spacing=8, tight=True),
        padding=ft.Padding.symmetric(horizontal=18, vertical=6),
    )


def _hold(row: HoldRow, *, is_narrow: bool) -> ft.Control:
    name, held = body_text(row.name), quiet_text(row.held)
    if is_narrow:
        return ft.MergeSemantics(content=ft.Column([name, held], spacing=0, tight=True))
    name.expand = True
    return ft.MergeSemantics(content=ft.Row([name, held], wrap=False))
