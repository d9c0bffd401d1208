"""One past session: its holds, what was said of it, and how to delete it."""

from collections.abc import Callable

import flet as ft

from routine_app.core.history.session_view import HoldRow, SessionView
from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import back_row, pill_button
from routine_app.ui.kit.cards import ScreenTitle, body_text, card_of, card_title, quiet_text, two_columns
from routine_app.ui.kit.full_page import reading_screen
from routine_app.ui.kit.viewport import Viewport


class SessionScreen:
    """The page. `show` is all that writes to its controls; `questions` stand beside the holds."""

    def __init__(self, leave: Callable[[], None], delete: Callable[[], None], questions: ft.Control) -> None:
        self._title, self._when, self._held = ScreenTitle(), quiet_text("", size=17), body_text("")
        self._holds = ft.Container()
        self._view: SessionView | None = None
        self._viewport = Viewport()
        delete_button = pill_button("Delete this session", ft.Icons.DELETE_OUTLINE_ROUNDED, delete)
        self.control = reading_screen(
            [
                back_row(leave),
                self._title.control,
                self._when,
                self._held,
                two_columns([self._holds], [questions, ft.Row([delete_button])]),
            ],
            width=theme.TWO_COLUMNS_WIDTH,
        )

    def show(self, view: SessionView) -> None:
        """Write the view to the controls."""
        self._view = view
        self._title.show(view.title)
        self._when.value, self._held.value = view.when, view.held
        self._fill_holds(view)

    def fit(self, viewport: Viewport) -> None:
        """Leave room for large words on a narrow screen."""
        self._title.fit(viewport)
        if viewport != self._viewport and self._view is not None:
            self._viewport = viewport
            self._fill_holds(self._view)

    def _fill_holds(self, view: SessionView) -> None:
        lines = [_hold(row, is_narrow=self._viewport.is_narrow) for row in view.holds]
        if view.empty_words:
            lines.append(quiet_text(view.empty_words))
        self._holds.content = card_of(card_title("Holds"), *lines, spacing=10)


def _hold(row: HoldRow, *, is_narrow: bool) -> ft.Control:
    name, held = body_text(row.name), quiet_text(row.held)
    if is_narrow:
        return ft.MergeSemantics(content=ft.Column([name, held], spacing=0, tight=True))
    name.expand = True
    return ft.MergeSemantics(content=ft.Row([name, held]))
