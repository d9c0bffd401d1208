"""The pages on which routines are given away and come in."""

import logging
from collections.abc import Sequence
from urllib.parse import quote, unquote

import flet as ft

from routine_app.core.errors import UserFacingError
from routine_app.core.routine.repository import RoutineFile
from routine_app.core.sharing.incoming import IMPORT_ENDINGS, RefusedImportError
from routine_app.core.sharing.page_address import shared_address
from routine_app.core.sharing.share_view import present_share
from routine_app.ui.kit.full_page import whole_page
from routine_app.ui.kit.text_scale import TextScale
from routine_app.ui.sharing.import_controller import LIST, Host, ImportController, SharingSupplies
from routine_app.ui.sharing.import_screen import ImportScreen
from routine_app.ui.sharing.import_start_screen import ImportStartScreen
from routine_app.ui.sharing.screen import ShareScreen
from routine_app.ui.shell.file_dialogs import DialogTroubles, FileDialogs, PickedFile
from routine_app.ui.shell.navigator import Scene

logger = logging.getLogger(__name__)

TROUBLES = DialogTroubles(
    no_picking="put the file into your routines folder, and it appears by itself.",
    no_saving="send the code, or copy the file from your routines folder.",
)
SHARE, IMPORT, IMPORT_CODE = "/share/", "/import", "/import/"


class SharingController:
    """The page that shares a routine, the one that asks for another's, and the one that shows what came in."""

    def __init__(self, page: ft.Page, supplies: SharingSupplies, host: Host) -> None:
        self._page, self._host = page, host
        self._files, self._texts = supplies.files, supplies.texts
        self._shared: RoutineFile | None = None
        self._code, self._error_text = "", ""
        self._desk = ImportController(supplies, host, self._show_import)
        self._dialogs = FileDialogs(page, IMPORT_ENDINGS, self._take_files, host.say, TROUBLES)
        self._share = ShareScreen(self._leave_share, self._copied, self._save_file, ft.CopyToClipboard)
        self._start = ImportStartScreen(self._leave_import, self._dialogs.pick, self._take_pasted)
        self._import = ImportScreen(
            self._leave_import, self._desk.keep, self._desk.replace, self._desk.leave_out
        )
        self._views = {
            SHARE: whole_page(SHARE, self._share.control),
            IMPORT: whole_page(IMPORT, self._start.control),
            IMPORT_CODE: whole_page(IMPORT_CODE, self._import.control),
        }

    def fit(self, width: float, height: float, text_scale: TextScale) -> None:
        """Fit a screen of that size."""
        for screen in (self._share, self._start, self._import):
            screen.fit(width, height, text_scale)

    def close(self) -> None:
        """Wait for no dialog any more."""
        self._dialogs.close()

    def share(self, file_name: str) -> None:
        """Show a routine as a code and a link."""
        self._host.go(SHARE + quote(file_name))

    def import_routine(self) -> None:
        """Ask for a routine that somebody else has made."""
        self._forget()
        self._host.go(IMPORT)

    def scene(self, route: str, below: ft.View) -> Scene | None:
        """What to show for a route, above the view that Back leads to; None if it is none of these pages."""
        try:
            if route.startswith(SHARE):
                return self._share_scene(unquote(route.removeprefix(SHARE)), below)
            if route == IMPORT or route.startswith(IMPORT_CODE):
                return self._import_scene(route.removeprefix(IMPORT).removeprefix("/"), below)
        except UserFacingError as error:
            logger.exception("A routine cannot be shared or imported")
            self._host.say(str(error))
        return None

    def _share_scene(self, file_name: str, below: ft.View) -> Scene | None:
        file = self._files.read(file_name)
        if file is None:
            return None
        routine = self._texts.check(file_name, file.text).routine
        title = file_name if routine is None else routine.title
        self._shared = file
        self._share.show(present_share(title, file_name, file.text, shared_address(self._page.url)))
        return Scene(SHARE + quote(file_name), [below, self._views[SHARE]])

    def _import_scene(self, code: str, below: ft.View) -> Scene:
        if code and not (code == self._code and self._desk.has_more):
            self._take_code(code)
        if not self._desk.has_more:
            self._start.show(self._error_text, self._dialogs.pick_action)
            return Scene(IMPORT, [below, self._views[IMPORT]])
        self._import.show(self._desk.view())
        return Scene(self._import_route, [below, self._views[IMPORT_CODE]])

    @property
    def _import_route(self) -> str:
        return IMPORT_CODE + self._code if self._code and self._desk.has_more else IMPORT

    def _show_import(self) -> None:
        """Show what came in, as it is now."""
        self._host.go(self._import_route)

    def _take_code(self, code: str) -> None:
        self._forget()
        try:
            self._desk.take_code(code)
            self._code = code
        except RefusedImportError as error:
            self._refuse(error)

    def _take_pasted(self, text: str) -> None:
        self._forget()
        try:
            self._desk.take_pasted(text)
            self._start.empty()
        except RefusedImportError as error:
            self._refuse(error)
        self._show_import()

    def _take_files(self, files: Sequence[PickedFile]) -> None:
        self._forget()
        self._error_text = self._desk.take_files(files)
        self._show_import()
        if self._error_text and self._desk.has_more:
            self._host.say(self._error_text)

    def _refuse(self, error: RefusedImportError) -> None:
        logger.info("What came in was not taken: %s", error)
        self._error_text = str(error)

    def _forget(self) -> None:
        self._desk.clear()
        self._code = self._error_text = ""

    def _leave_import(self) -> None:
        self._forget()
        self._start.empty()
        self._host.go(LIST)

    def _leave_share(self) -> None:
        self._host.show_file(self._shared.file_name if self._shared else "")

    def _copied(self, link: str) -> None:
        self._host.say("Link copied." if "/" in link else "Code copied.")

    def _save_file(self, file_name: str) -> None:
        if self._shared is not None:
            self._dialogs.save(file_name, self._shared.text.encode())
