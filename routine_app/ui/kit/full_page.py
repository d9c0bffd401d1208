"""A view that is one screen, from edge to edge."""

import flet as ft

from routine_app.ui.kit import theme


def whole_page(route: str, control: ft.Control, *, can_pop: bool = True) -> ft.View:
    """Make a view of one control; `can_pop` is whether the system's Back may leave it."""
    return ft.View(route=route, controls=[control], padding=0, bgcolor=theme.BACKGROUND, can_pop=can_pop)
