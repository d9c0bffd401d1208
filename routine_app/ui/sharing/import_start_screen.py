"""Where a routine comes in: a file is picked, or a link or a code is pasted."""

from collections.abc import Callable

import flet as ft

from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import back_button, quiet_button
from routine_app.ui.kit.cards import (
    TITLE_SIZE,
    body_text,
    card,
    card_title,
    heading,
    reading_column,
    title_text,
)
from routine_app.ui.kit.safe_handler import guarded
from routine_app.ui.kit.text_scale import AS_DESIGNED, TextScale

TITLE = "Import a routine"
PICK, OPEN = "Pick a file", "Open it"
PASTE = "Link or code"
PASTE_LINES = 4
"""The field grows to so many lines; a longer code scrolls in it."""

_FILES = (
    "A .yaml file of this app, or a .json file of Just Another Workout Timer or OpenHIIT. "
    "Nothing is kept before you have seen it."
)
_PASTE = "A routine fits into a link or a code. Paste what you were sent."


class ImportStartScreen:
    """Asks for a routine. `show` is all that writes to its controls.

    `on_pick` asks for a file to be picked, unless the client does by the `pick_action` that `show` is
    given; `on_paste` gets what stands in the field.
    """

    def __init__(
        self, on_back: Callable[[], None], on_pick: Callable[[], None], on_paste: Callable[[str], None]
    ) -> None:
        self._on_paste = on_paste
        self._text_scale, self._width = AS_DESIGNED, float(theme.COLUMN_WIDTH)
        self._title = title_text(TITLE)
        self._trouble_words = body_text("")
        self._error_card = card(self._trouble_words, border_colour=theme.ACCENT)
        self._pick = quiet_button(ft.Text(PICK, no_wrap=True), on_pick)
        self._field = _field(self._paste)
        self._open = quiet_button(ft.Text(OPEN, no_wrap=True), self._paste)
        back = back_button(on_back)
        self.control = ft.SafeArea(content=self._arranged(back), expand=True)

    def fit(self, width: float, height: float, text_scale: TextScale) -> None:  # noqa: ARG002 - as every screen
        """Keep the title's words whole where they are large on a narrow screen."""
        self._text_scale, self._width = text_scale, width - 2 * theme.PAGE_MARGIN
        self._title.size = text_scale.fitting(TITLE_SIZE, TITLE, self._width)

    def show(self, error_text: str, pick_action: ft.ClientAction | None) -> None:
        """Ask, and say what was wrong with what came in last, if anything was."""
        self._trouble_words.value, self._error_card.visible = error_text, bool(error_text)
        self._pick.action = pick_action

    def empty(self) -> None:
        """Leave nothing of what was pasted."""
        self._field.value = ""

    def _paste(self) -> None:
        self._on_paste(self._field.value)

    def _arranged(self, back: ft.Control) -> ft.Control:
        return reading_column(
            [
                ft.Row([back], height=theme.TOUCH_TARGET),
                heading(self._title),
                self._error_card,
                _part("From a file", _FILES, ft.Row([self._pick])),
                _part("From a link or a code", _PASTE, self._field, ft.Row([self._open])),
            ]
        )


def _part(title: str, words: str, *controls: ft.Control) -> ft.Control:
    return card(
        ft.Column(
            [card_title(title), body_text(words), *controls],
            spacing=12,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )
    )


def _field(on_submit: Callable[[], None]) -> ft.TextField:
    return ft.TextField(
        label=PASTE,
        min_lines=1,
        max_lines=PASTE_LINES,
        multiline=True,
        shift_enter=True,
        border=ft.OutlineInputBorder(border_radius=16),
        text_size=16,
        autocorrect=False,
        enable_suggestions=False,
        capitalization=ft.TextCapitalization.NONE,
        on_submit=guarded(lambda _event: on_submit()),
    )
