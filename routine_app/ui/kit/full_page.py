"""A view that is one screen, from edge to edge, and the screens that one reads from top to bottom."""

import flet as ft

from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import MainButton, action_bar
from routine_app.ui.kit.cards import reading_column


def full_view(route: str, control: ft.Control) -> ft.View:
    """Make a view of one control."""
    return ft.View(route=route, controls=[control], padding=0, bgcolor=theme.BACKGROUND)


class Place:
    """A place on the page that holds one control after another; `control` is what stands there.

    Each is put into it in a container made anew. What was on the page before and was changed while it was off it,
    Flet 1.0.5 sends twice: whole, and again as its changes, so that a list gets its new cards twice, and one that lost
    some is empty. It looks for changes below what it has sent before, and never below what is new.
    """

    def __init__(self) -> None:
        self.control = ft.Container(expand=True)
        self._held: ft.Control | None = None

    def hold(self, held: ft.Control | None) -> None:
        """Hold this control from now on, or none."""
        if held is not self._held:
            self._held = held
            self.control.content = None if held is None else ft.Container(content=held, expand=True)


def reading_screen(
    controls: list[ft.Control], *, width: float = theme.COLUMN_WIDTH, action: MainButton | None = None
) -> ft.SafeArea:
    """Set what is read in a column that scrolls, and below it the screen's main button if it has one."""
    content = reading_column(controls, width)
    if action is not None:
        content = ft.Column([content, action_bar(action)], spacing=0, expand=True)
    return ft.SafeArea(content=content, expand=True)
