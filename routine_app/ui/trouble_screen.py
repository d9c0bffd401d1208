"""What stands in place of the app when its surroundings do not let it start."""

import flet as ft

from routine_app.ui import theme
from routine_app.ui.cards import body_text, card, page_title, reading_column


def trouble_view(words: str) -> ft.View:
    """Make a view that says in one sentence what is wrong and what to do."""
    content = reading_column([page_title("This cannot start yet"), card(body_text(words))])
    return ft.View(controls=[ft.SafeArea(content=content, expand=True)], padding=0, bgcolor=theme.BACKGROUND)
