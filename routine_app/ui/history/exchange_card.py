"""The buttons that take the whole history out, and in again."""

from typing import Protocol

import flet as ft

from routine_app.ui.kit.buttons import pill_button
from routine_app.ui.kit.cards import card, card_title, quiet_text

WORDS = "Take everything that was held to another device, or keep a copy. What comes in is joined to what is here."


class ExchangeCommands(Protocol):
    """What the buttons do."""

    @property
    def pick_action(self) -> ft.ClientAction | None:
        """What a browser does by itself as the button is pressed that picks a file."""

    def export_json(self) -> None:
        """Save everything as one file."""

    def export_csv(self) -> None:
        """Save the holds as a table."""

    def pick(self) -> None:
        """Ask for files to join to the history."""


def exchange_card(commands: ExchangeCommands) -> ft.Control:
    """Make the card with the buttons."""
    pick = pill_button("Import history", ft.Icons.DOWNLOAD_ROUNDED, commands.pick)
    pick.action = commands.pick_action
    buttons: list[ft.Control] = [
        pill_button("Export everything", ft.Icons.UPLOAD_ROUNDED, commands.export_json),
        pill_button("Export holds as CSV", ft.Icons.TABLE_ROWS_ROUNDED, commands.export_csv),
        pick,
    ]
    row = ft.Row(buttons, wrap=True, spacing=8, run_spacing=8)
    return card(ft.Column([card_title("Export and import"), quiet_text(WORDS), row], spacing=10, tight=True))
