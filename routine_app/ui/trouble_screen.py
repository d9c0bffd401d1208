"""What stands in place of the app when its surroundings do not let it start."""

import flet as ft

from routine_app.ui.cards import body_text, card, page_title, reading_column
from routine_app.ui.whole_page import whole_page


def trouble_view(words: str) -> ft.View:
    """Make a view that says in one sentence what is wrong and what to do."""
    content = reading_column([page_title("This cannot start yet"), card(body_text(words))])
    return whole_page("/", ft.SafeArea(content=content, expand=True))
