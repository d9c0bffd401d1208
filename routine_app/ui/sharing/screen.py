"""One routine to give away: as a code to scan, a link, or its file."""

from collections.abc import Callable

import flet as ft

from routine_app.core.sharing.share_view import ShareView
from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import MainButton, back_row, quiet_button
from routine_app.ui.kit.cards import ScreenTitle, body_text, card
from routine_app.ui.kit.full_page import reading_screen
from routine_app.ui.kit.viewport import Viewport
from routine_app.ui.sharing.qr_code import qr_code_svg

LARGEST_CODE = 480
"""How wide and high the picture is at most, in logical pixels."""

CODE_PADDING = 8

SAVE_FILE = "Save file"


class ShareScreen:
    """The ways to share one routine. `show` is all that writes to its controls.

    `on_copy` gets the text for the clipboard, `on_save_file` the name of the file to save. With a
    `copy_action` the client itself copies as it is pressed, since Safari allows it only then.
    """

    def __init__(
        self,
        on_back: Callable[[], None],
        on_copy: Callable[[str], None],
        on_save_file: Callable[[str], None],
        copy_action: Callable[[str], ft.ClientAction] | None = None,
    ) -> None:
        self._on_copy, self._on_save_file, self._copy_action = on_copy, on_save_file, copy_action
        self._link, self._file_name = "", ""
        self._title = ScreenTitle()
        self._note = body_text("")
        self._picture = ft.Image(src="", fit=ft.BoxFit.CONTAIN, semantics_label="QR code")
        self._code = ft.Row(
            [
                ft.Container(
                    content=self._picture,
                    bgcolor=theme.SCAN_PAPER,
                    border_radius=theme.CARD_RADIUS,
                    padding=CODE_PADDING,
                )
            ],
            alignment=ft.MainAxisAlignment.CENTER,
        )
        self._words = ft.Text(size=15, color=theme.QUIET)
        self._link_card = card(ft.SelectionArea(content=self._words))
        self._save = quiet_button(SAVE_FILE, self._save_file)
        self._main = MainButton(SAVE_FILE, self._do_main)
        self.control = reading_screen(
            [
                back_row(on_back),
                self._title.control,
                self._note,
                self._code,
                ft.Row([self._save]),
                self._link_card,
            ],
            action=self._main,
        )

    def fit(self, viewport: Viewport) -> None:
        """Show as large a code as there is room for, and leave room to read."""
        self._main.fit(viewport)
        self._title.fit(viewport)
        room = min(viewport.reading_width, viewport.height - 2 * theme.PAGE_MARGIN, LARGEST_CODE)
        self._picture.width = self._picture.height = room - 2 * CODE_PADDING

    def show(self, view: ShareView) -> None:
        """Write the view to the controls."""
        self._title.show(f"Share {view.title}")
        self._note.value = view.note
        self._show_code(view.link if view.is_scannable else "")
        self._file_name = view.file_name
        if view.link != self._link:
            self._use_link(view.link)
        self._words.value, self._link_card.visible = view.link, bool(view.link)
        self._save.visible = bool(view.link)
        self._main.show(view.copy_words if view.link else SAVE_FILE, None)

    def _use_link(self, link: str) -> None:
        self._link = link
        self._main.control.action = self._copy_action(link) if self._copy_action and link else None

    def _show_code(self, link: str) -> None:
        self._code.visible = bool(link)
        if link:
            self._picture.src = qr_code_svg(link)

    def _do_main(self) -> None:
        if self._link:
            self._on_copy(self._link)
        else:
            self._save_file()

    def _save_file(self) -> None:
        self._on_save_file(self._file_name)
