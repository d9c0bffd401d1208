"""The pages on which routines are given away and come in."""

import logging
from collections.abc import Sequence

import flet as ft

from routine_app.core.routine.repository import RoutineFile, RoutineFileStore, RoutineRepository, RoutineTexts
from routine_app.core.sharing.import_reader import IMPORT_ENDINGS
from routine_app.core.sharing.page_address import shared_address
from routine_app.core.sharing.refusals import RefusedImportError
from routine_app.core.sharing.share_view import present_share
from routine_app.ui.sharing.import_controller import ImportController
from routine_app.ui.sharing.import_screen import ImportScreen
from routine_app.ui.sharing.import_start_screen import ImportStartScreen
from routine_app.ui.sharing.screen import ShareScreen
from routine_app.ui.shell.controller import Controller
from routine_app.ui.shell.file_dialogs import DialogHints, FileDialogs, PickedFile
from routine_app.ui.shell.messenger import reporting
from routine_app.ui.shell.navigator import Scene
from routine_app.ui.shell.page_services import PageServices
from routine_app.ui.shell.routes import HISTORY, IMPORT, IMPORT_CODE, LIST, SHARE, name_in, route_to

logger = logging.getLogger(__name__)

DIALOG_HINTS = DialogHints(
    no_picking="put the file into your routines folder, and it appears by itself.",
    no_saving="send the code, or copy the file from your routines folder.",
)


class SharingController(Controller):
    """The page that shares a routine, the one that asks for another's, and the one that shows what came in."""

    def __init__(
        self,
        services: PageServices,
        page: ft.Page,
        library: RoutineRepository,
        files: RoutineFileStore,
        texts: RoutineTexts,
    ) -> None:
        self._services, self._page, self._files, self._texts = services, page, files, texts
        self._navigation, self._messenger = services.navigation, services.messenger
        self._shared: RoutineFile | None = None
        self._code, self._error_text, self._has_history = "", "", False
        self._imports = ImportController(services, library, files, texts, self._show_import)
        self._dialogs = FileDialogs(page, IMPORT_ENDINGS, self._take_files, services, DIALOG_HINTS)
        self._share = ShareScreen(self._leave_share, self._copied, self._save_file, ft.CopyToClipboard)
        self._start = ImportStartScreen(
            self._leave_import, self._dialogs.pick, self._take_pasted, self._to_history
        )
        self._import = ImportScreen(
            on_back=self._leave_import,
            on_keep=self._imports.keep,
            on_replace=self._imports.replace,
            on_not_now=self._imports.leave_out,
            on_keep_all=self._imports.keep_all,
            on_entry=self._imports.change_entry,
        )

    def enter(self, route: str) -> bool:
        """Fill the page of the file to share, or take what the route brings in."""
        with reporting(self._messenger, logger, "A routine cannot be shared or imported"):
            if route.startswith(SHARE):
                return self._enter_share(name_in(route, SHARE))
            self._enter_import(route.removeprefix(IMPORT).removeprefix("/"))
            return True
        return False

    def scene(self, route: str) -> Scene:
        """The page of the file that is shared, or what came in, or where to bring it in."""
        if route.startswith(SHARE):
            shared = route_to(SHARE, name_in(route, SHARE))
            return Scene(shared, self._share.control, self._share.fit)
        if self._imports.has_more:
            return Scene(self._import_route, self._import.control, self._import.fit)
        return Scene(IMPORT, self._start.control, self._start.fit)

    def import_routine(self) -> None:
        """Ask for a routine that somebody else has made."""
        self._forget()
        self._navigation.go(IMPORT)

    def close(self) -> None:
        """Stop waiting for dialogs, as when the page is gone."""
        self._dialogs.close()

    def _enter_share(self, file_name: str) -> bool:
        file = self._files.read(file_name)
        if file is None:
            return False
        routine = self._texts.check(file_name, file.text).routine
        title = file_name if routine is None else routine.title
        self._shared = file
        self._share.show(present_share(title, file_name, file.text, shared_address(self._page.url)))
        return True

    def _enter_import(self, code: str) -> None:
        if code and not (code == self._code and self._imports.has_more):
            self._take_code(code)
        if self._imports.has_more:
            self._import.show(self._imports.view())
        else:
            self._start.show(self._error_text, self._dialogs.pick_action, has_history=self._has_history)

    @property
    def _import_route(self) -> str:
        return IMPORT_CODE + self._code if self._code and self._imports.has_more else IMPORT

    def _show_import(self) -> None:
        """Show what came in, as it is now."""
        self._navigation.go(self._import_route)

    def _take_code(self, code: str) -> None:
        self._forget()
        try:
            self._imports.take_code(code)
            self._code = code
        except RefusedImportError as error:
            self._refuse(error)

    def _take_pasted(self, text: str) -> None:
        self._forget()
        try:
            self._imports.take_pasted(text)
            self._start.empty()
        except RefusedImportError as error:
            self._refuse(error)
        self._show_import()

    async def _take_files(self, files: Sequence[PickedFile]) -> None:
        self._forget()
        self._note(await self._imports.take_files(files))
        self._show_import()
        if not self._error_text or not self._imports.has_more:
            return
        if self._has_history:
            self._messenger.show_with_button(self._error_text, "History", self._to_history)
        else:
            self._messenger.show(self._error_text)

    def _refuse(self, error: RefusedImportError) -> None:
        logger.info("What came in was not taken: %s", error)
        self._note((error,))

    def _note(self, errors: Sequence[Exception]) -> None:
        self._error_text = " ".join(map(str, errors))
        self._has_history = any(isinstance(one, RefusedImportError) and one.is_history for one in errors)

    def _to_history(self) -> None:
        self._forget()
        self._start.empty()
        self._navigation.go(HISTORY)

    def _forget(self) -> None:
        self._imports.clear()
        self._code, self._error_text, self._has_history = "", "", False

    def _leave_import(self) -> None:
        self._forget()
        self._start.empty()
        self._navigation.go(LIST)

    def _leave_share(self) -> None:
        self._services.show_file(self._shared.file_name if self._shared else "")

    def _copied(self, link: str) -> None:
        self._messenger.show("Link copied." if "/" in link else "Code copied.")

    def _save_file(self, file_name: str) -> None:
        if self._shared is not None:
            self._dialogs.save(file_name, [self._shared.text.encode()])
