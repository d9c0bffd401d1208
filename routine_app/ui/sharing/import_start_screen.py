"""Where a routine comes in: a file is picked, or a link or a code is pasted."""

from collections.abc import Callable

import flet as ft

from routine_app.ui.kit.buttons import back_row, quiet_button
from routine_app.ui.kit.cards import ErrorCard, ScreenTitle, body_text, titled_card
from routine_app.ui.kit.full_page import reading_screen
from routine_app.ui.kit.safe_handler import guarded
from routine_app.ui.kit.viewport import Viewport

TITLE = "Import a routine"
PICK, OPEN = "Pick a file", "Open it"
PASTE = "Link or code"
PASTE_LINES = 4
"""The field grows to so many lines; a longer code scrolls in it."""

_FILES = (
    "A routine's .yaml file, or what Just Another Workout Timer or OpenHIIT has exported or shared. "
    "Nothing is kept before you have seen it."
)
_PASTE = "A routine fits into a link or a code. Paste what you were sent; the text of a routine will do, too."
TO_HISTORY = "Go to History"


class ImportStartScreen:
    """Asks for a routine. `show` is all that writes to its controls.

    `on_pick` asks for a file to be picked, unless the client does by the `pick_action` that `show` is
    given; `on_paste` gets what stands in the field. `on_history` leads to where a history is imported.
    """

    def __init__(
        self,
        on_back: Callable[[], None],
        on_pick: Callable[[], None],
        on_paste: Callable[[str], None],
        on_history: Callable[[], None],
    ) -> None:
        self._on_paste = on_paste
        self._title, self._error = ScreenTitle(TITLE), ErrorCard()
        self._history = ft.Row([quiet_button(TO_HISTORY, on_history)])
        self._pick = quiet_button(PICK, on_pick)
        self._field = _field(self._paste)
        self._open = quiet_button(OPEN, self._paste)
        self.control = reading_screen(
            [
                back_row(on_back),
                self._title.control,
                self._error.control,
                self._history,
                titled_card("From a file", body_text(_FILES), ft.Row([self._pick])),
                titled_card("From a link or a code", body_text(_PASTE), self._field, ft.Row([self._open])),
            ]
        )

    def fit(self, viewport: Viewport) -> None:
        """Keep the title's words whole where they are large on a narrow screen."""
        self._title.fit(viewport)

    def show(
        self, error_text: str, pick_action: ft.ClientAction | None, *, has_history: bool = False
    ) -> None:
        """Ask, and say what was wrong with what came in last, if anything was; if it was a history, lead to where it belongs."""
        self._error.show(error_text)
        self._history.visible = has_history
        self._pick.action = pick_action

    def empty(self) -> None:
        """Leave nothing of what was pasted."""
        self._field.value = ""

    def _paste(self) -> None:
        self._on_paste(self._field.value)


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
