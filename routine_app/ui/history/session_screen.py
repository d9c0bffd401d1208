"""One past session: its holds, what was said of it, and how to delete it."""

from typing import Protocol

import flet as ft

from routine_app.core.history.session_view import HoldRow, SessionView
from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import back_button, pill_button
from routine_app.ui.kit.cards import (
    TITLE_SIZE,
    body_text,
    card,
    card_title,
    heading,
    quiet_text,
    reading_column,
    title_text,
    two_columns,
)
from routine_app.ui.kit.text_scale import AS_DESIGNED, TextScale


class SessionCommands(Protocol):
    """What the buttons of the page do."""

    def leave_session(self) -> None:
        """Go back to the history."""

    def delete_session(self) -> None:
        """Take the session out of the history."""


class SessionScreen:
    """The page. `show` is all that writes to its controls; `questions` stand beside the holds."""

    def __init__(self, commands: SessionCommands, questions: ft.Control) -> None:
        self._title, self._when, self._held = title_text(), quiet_text("", size=17), body_text("")
        self._holds = ft.Container()
        self._view: SessionView | None = None
        self._text_scale, self._width = AS_DESIGNED, float(theme.COLUMN_WIDTH)
        delete = pill_button("Delete this session", ft.Icons.DELETE_OUTLINE_ROUNDED, commands.delete_session)
        reading = reading_column(
            [
                ft.Row([back_button(commands.leave_session)], height=theme.TOUCH_TARGET),
                heading(self._title),
                self._when,
                self._held,
                two_columns([self._holds], [questions, ft.Row([delete])]),
            ],
            theme.TWO_COLUMNS_WIDTH,
        )
        self.control = ft.SafeArea(content=reading, expand=True)

    def show(self, view: SessionView) -> None:
        """Write the view to the controls."""
        self._view = view
        self._title.value, self._when.value, self._held.value = view.title, view.when, view.held
        self._draw()

    def fit(self, width: float, text_scale: TextScale) -> None:
        """Leave room for large words on a narrow screen."""
        self._width, self._text_scale = width, text_scale
        self._draw()

    def _draw(self) -> None:
        if self._view is None:
            return
        self._title.size = self._text_scale.fitting(
            TITLE_SIZE, self._view.title, self._width - 2 * theme.PAGE_MARGIN
        )
        is_narrow = self._text_scale.is_narrow(self._width)
        lines: list[ft.Control] = [_hold(row, is_narrow=is_narrow) for row in self._view.holds]
        if self._view.empty_words:
            lines.append(quiet_text(self._view.empty_words))
        self._holds.content = card(ft.Column([card_title("Holds"), *lines], spacing=10, tight=True))


def _hold(row: HoldRow, *, is_narrow: bool) -> ft.Control:
    name, held = body_text(row.name), quiet_text(row.held)
    if is_narrow:
        return ft.MergeSemantics(content=ft.Column([name, held], spacing=0, tight=True))
    name.expand = True
    return ft.MergeSemantics(content=ft.Row([name, held], wrap=False))
