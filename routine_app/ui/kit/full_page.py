"""A view that is one screen, from edge to edge, and the screens that one reads from top to bottom."""

import flet as ft

from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import MainButton, action_bar
from routine_app.ui.kit.cards import reading_column


def full_view(route: str, control: ft.Control, *, can_pop: bool = True) -> ft.View:
    """Make a view of one control; `can_pop` is whether the system's Back may leave it."""
    return ft.View(route=route, controls=[control], padding=0, bgcolor=theme.BACKGROUND, can_pop=can_pop)


def reading_screen(
    controls: list[ft.Control], *, width: float = theme.COLUMN_WIDTH, action: MainButton | None = None
) -> ft.SafeArea:
    """Set what is read in a column that scrolls, and below it the screen's main button if it has one."""
    content = reading_column(controls, width)
    if action is not None:
        content = ft.Column([content, action_bar(action)], spacing=0, expand=True)
    return ft.SafeArea(content=content, expand=True)
