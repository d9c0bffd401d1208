"""The buttons that take the whole history out, and in again."""

from collections.abc import Callable

import flet as ft

from routine_app.ui.kit.buttons import pill_button
from routine_app.ui.kit.cards import card_of, card_title, quiet_text, wrapped

WORDS = "Take everything that was held to another device, or keep a copy. What comes in is joined to what is here."


def exchange_card(
    export_json: Callable[[], None],
    export_csv: Callable[[], None],
    pick: Callable[[], None],
    pick_action: ft.ClientAction | None,
) -> ft.Control:
    """Make the card; `pick_action` is what a browser does by itself as the button is pressed that picks a file."""
    pick_button = pill_button("Import history", ft.Icons.DOWNLOAD_ROUNDED, pick)
    pick_button.action = pick_action
    buttons: list[ft.Control] = [
        pill_button("Export everything", ft.Icons.UPLOAD_ROUNDED, export_json),
        pill_button("Export holds as CSV", ft.Icons.TABLE_ROWS_ROUNDED, export_csv),
        pick_button,
    ]
    return card_of(card_title("Export and import"), quiet_text(WORDS), wrapped(buttons), spacing=10)
