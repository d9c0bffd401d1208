"""What stands in place of the app when its surroundings do not let it start."""

import flet as ft

from routine_app.ui.kit.cards import body_text, card, page_title
from routine_app.ui.kit.full_page import full_view, reading_screen
from routine_app.ui.shell.routes import LIST


def start_failure_view(words: str) -> ft.View:
    """Make a view that says in one sentence what is wrong and what to do."""
    return _notice("This cannot start yet", words)


def elsewhere_view() -> ft.View:
    """Make a view for a tab of a browser whose other tab has the data."""
    return _notice(
        "Open in another tab",
        "Routine App has your data open in another tab or window of this browser. "
        "Go on there; when you close it, this one takes over by itself.",
    )


def _notice(title: str, words: str) -> ft.View:
    return full_view(LIST, reading_screen([page_title(title), card(body_text(words))]))
