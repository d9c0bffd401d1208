"""The card that takes the history out and in, and tells how far that is."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import pill_button
from routine_app.ui.kit.cards import body_text, card_of, card_title, quiet_text, wrapped

WORDS = "Take everything that was held to another device, or keep a copy. What comes in is joined to what is here."

CSV_WORDS = "If Excel shows the CSV in one column, open it there with Data, From Text/CSV."

BAR_HEIGHT = 6
DISABLED_OPACITY = 0.4


@dataclass(frozen=True, slots=True)
class Exchange:
    """What goes on, and how much of it is done, from 0 to 1."""

    words: str
    share: float


class ExchangeCard:
    """The card. `show` is all that writes to its controls.

    The client itself opens a dialog as the button for the import is pressed where `pick_action` is given.
    """

    def __init__(
        self,
        export_all: Callable[[], None],
        export_csv: Callable[[], None],
        pick: Callable[[], None],
        pick_action: ft.ClientAction | None,
    ) -> None:
        import_button = pill_button("Import history", ft.Icons.DOWNLOAD_ROUNDED, pick)
        import_button.action = pick_action
        self._buttons = [
            pill_button("Export everything", ft.Icons.UPLOAD_ROUNDED, export_all),
            pill_button("Export holds as CSV", ft.Icons.TABLE_ROWS_ROUNDED, export_csv),
            import_button,
        ]
        self._words, self._percent = body_text(""), quiet_text("")
        self._bar = ft.ProgressBar(
            value=0,
            bar_height=BAR_HEIGHT,
            border_radius=BAR_HEIGHT / 2,
            color=theme.HOLD,
            bgcolor=theme.RAISED,
        )
        self._progress = self._make_progress()
        self.control = card_of(
            card_title("Export and import"),
            quiet_text(WORDS),
            self._progress,
            wrapped([*self._buttons]),
            quiet_text(CSV_WORDS),
            spacing=10,
        )

    def _make_progress(self) -> ft.Control:
        # A screen reader says the words as they change, and not each percent.
        told = ft.Semantics(content=self._words, live_region=True, expand=True)
        return ft.Column([ft.Row([told, self._percent]), self._bar], spacing=6, tight=True, visible=False)

    def show(self, exchange: Exchange | None) -> None:
        """Tell what goes on; where nothing does, offer to begin."""
        self._progress.visible = exchange is not None
        for button in self._buttons:
            button.disabled = exchange is not None
            button.opacity = DISABLED_OPACITY if exchange is not None else 1
        if exchange is not None:
            self._words.value = f"{exchange.words} …"
            self._percent.value = f"{exchange.share:.0%}"
            self._bar.value = exchange.share
