"""Edits one routine file: what is typed is checked, kept as a draft, saved and tried."""

import logging
from collections.abc import Callable

from routine_app.core.editor.diff import difference
from routine_app.core.editor.document import UNWRITTEN, RoutineDocument
from routine_app.core.editor.own_draft import OwnDraft
from routine_app.core.editor.undo import Moment
from routine_app.core.editor.view import (
    GONE_QUESTION,
    LEAVE_QUESTION,
    Answer,
    Question,
    changed_question,
    present_editor,
)
from routine_app.core.errors import UserFacingError
from routine_app.core.routine.hold_length import Length
from routine_app.core.routine.model import Routine
from routine_app.core.routine.repository import (
    ChangedOutsideError,
    DraftStore,
    Edit,
    NameTakenError,
    RefusedEditError,
    RoutineFile,
    RoutineFileStore,
    RoutineTexts,
)
from routine_app.core.text.numbers import count
from routine_app.ui.editor.screen import EditorScreen
from routine_app.ui.kit.deferred_call import DeferredCall
from routine_app.ui.kit.safe_handler import guarded
from routine_app.ui.shell.messenger import reporting
from routine_app.ui.shell.page_services import PageServices
from routine_app.ui.shell.routes import EDIT, HELP, route_to

logger = logging.getLogger(__name__)

CHECK_AFTER_SECONDS = 0.15
"""A pause in typing this long, and what was typed is checked."""

DRAFT_AFTER_SECONDS = 0.8

NEW_FILE = "new routine.yaml"
"""What a routine is called until it is saved the first time and named after its title; no file that is
named after a title has a space."""


BeginSession = Callable[[str, Routine, Length, str], None]
"""Gets the name of a routine, the routine, the length of its holds, and the route to come back to."""


class Editor:
    """The editor of a page. One file is open at a time, `editing`."""

    def __init__(
        self,
        services: PageServices,
        files: RoutineFileStore,
        drafts: DraftStore,
        texts: RoutineTexts,
        begin_session: BeginSession,
    ) -> None:
        self._files, self._draft, self._texts = files, OwnDraft(drafts, files), texts
        self._services, self._begin_session = services, begin_session
        self._navigation, self._messenger = services.navigation, services.messenger
        self.editing: RoutineDocument | None = None
        self._notice = ""
        self._question: Question | None = None
        self._theirs: RoutineFile | None = None
        self._draft_error_text = ""
        self._check_later, self._draft_later = DeferredCall(), DeferredCall()
        self.screen = EditorScreen(self, self._typed)

    @property
    def is_open(self) -> bool:
        """Whether a file is open."""
        return self.editing is not None

    @property
    def file_name(self) -> str:
        """The name of the open file, empty if there is none."""
        return self.editing.file.file_name if self.editing is not None else ""

    @property
    def address(self) -> str:
        """The route of the open file."""
        return route_to(EDIT, self.file_name)

    def open(self, file_name: str) -> bool:
        """Open a file, with its draft if it has one; whether there is such a file. Raises UserFacingError."""
        if self.file_name == file_name:
            return True
        file, draft = self._files.read(file_name), self._draft.take(file_name)
        if file is None and draft is None:
            return False
        self._begin(RoutineDocument(file or RoutineFile(file_name, "", UNWRITTEN), self._texts, draft))
        return True

    def open_new(self, text: str) -> None:
        """Begin a new file with this text; a new one that was not saved yet is gone on with instead."""
        self._begin_new(NEW_FILE, text)

    def open_example(self, name: str, text: str) -> None:
        """Begin a new file with the text of an example, under a free name like that; the same holds for it."""
        self._begin_new(self._files.free_name(name), text)

    def _begin_new(self, file_name: str, text: str) -> None:
        draft = self._draft.take(file_name)
        self._begin(RoutineDocument(RoutineFile(file_name, text, UNWRITTEN), self._texts, draft))

    @property
    def _current(self) -> RoutineDocument:
        if self.editing is None:
            raise LookupError("no file is open in the editor")
        return self.editing

    def _begin(self, editing: RoutineDocument) -> None:
        self._cancel_timers()
        self.editing, self._question, self._theirs = editing, None, None
        self._notice = "What you typed and did not save is here again." if editing.is_recovered else ""
        self.screen.box.open(editing.text)
        self.redraw()

    def redraw(self) -> None:
        """Write the text's state, its problems and its plan to the screen."""
        if self.editing is not None:
            self.screen.show(present_editor(self.editing, self._notice, self._question))

    def _refresh(self) -> None:
        self.redraw()
        self._navigation.update()

    def _typed(self, text: str, _caret: int) -> None:
        if self.editing is None:
            return
        self.editing.typed(text, self._services.clock.now())
        self._check_later.start(CHECK_AFTER_SECONDS, guarded(self._check))
        self._keep_draft_soon()

    def _check(self) -> None:
        if self.editing is not None:
            self.editing.check()
            self._refresh()

    def _keep_draft_soon(self) -> None:
        self._draft_later.start(DRAFT_AFTER_SECONDS, guarded(self._keep_draft))

    def _keep_draft(self) -> None:
        """Keep what is unsaved as a draft; what is in the way of that is shown once."""
        error_text, self._draft_error_text = self._draft_error_text, self._draft_error()
        if self._draft_error_text not in {"", error_text}:
            self._messenger.show(self._draft_error_text)

    def _draft_error(self) -> str:
        """Keep what is unsaved as a draft; the sentence to show if that cannot be."""
        if self.editing is None:
            return ""
        try:
            if self.editing.is_unsaved:
                self._draft.keep(self.editing.draft)
            else:
                self._draft.drop(self.file_name)
        except UserFacingError as error:
            logger.exception("What was typed could not be kept as a draft")
            return str(error)
        return ""

    def edit(self, edit: Edit) -> None:
        """Make a small change of the text."""
        self.screen.box.take_all()
        try:
            self._put(self._current.edit(edit))
        except RefusedEditError as error:
            self._messenger.show(str(error))

    def press(self, key: str, *, with_shift: bool) -> None:
        """Do what a key asks for that is pressed together with Ctrl or Command."""
        if self._question is not None or self.editing is None:
            return
        match key.upper(), with_shift:
            case "Z", False:
                self.screen.box.undo_comes()
                self.undo()
            case ("Z", True) | ("Y", False):
                self.screen.box.undo_comes()
                self.redo()
            case "S", False:
                self.save()

    def undo(self) -> None:
        """Go one step back."""
        self.screen.box.take_all()
        self._put(self._current.undo())

    def redo(self) -> None:
        """Go one step on again."""
        self.screen.box.take_all()
        self._put(self._current.redo())

    def _put(self, moment: Moment) -> None:
        self.screen.box.put(moment.text, moment.caret)
        self._keep_draft_soon()
        self._refresh()

    def save(self) -> None:
        """Write the file if there is something to write, unless another program has written it meanwhile."""
        self.screen.box.take_all()
        if self._current.is_unsaved:
            self._save(self._current.file)

    def _save(self, before: RoutineFile) -> bool:
        editing = self._current
        editing.check()
        try:
            saved = self._written(editing, before)
        except ChangedOutsideError as error:
            self._ask_about(error.current)
        except UserFacingError as error:
            logger.exception("A routine could not be saved")
            self._draft_error_text = self._draft_error()
            self._messenger.show(str(error))
            self._refresh()
        else:
            self._has_saved(editing, saved)
            return True
        return False

    def _has_saved(self, editing: RoutineDocument, file: RoutineFile) -> None:
        self._cancel_timers()
        self._drop_draft()
        before = editing.file
        editing.saved(file)
        self._notice = ""
        self._messenger.show(_saved_words(editing, before))
        self._refresh()
        if file.file_name != before.file_name:
            self._navigation.go(self.address)

    def _written(self, editing: RoutineDocument, before: RoutineFile) -> RoutineFile:
        if before.version != UNWRITTEN:
            return self._files.save(before, editing.file_text)
        title = editing.routine.title if editing.routine is not None else NEW_FILE
        wanted = self._files.free_name(title) if before.file_name == NEW_FILE else before.file_name
        try:
            return self._files.create(wanted, editing.file_text)
        except NameTakenError:
            return self._files.create(self._files.free_name(wanted), editing.file_text)

    def _ask_about(self, theirs: RoutineFile | None) -> None:
        self._theirs = theirs
        if theirs is None:
            self._question = GONE_QUESTION
        else:
            self._question = changed_question(difference(self._current.text, theirs.text))
        self._keep_draft()
        self._refresh()

    def leave(self) -> None:
        """Go back, once nothing is unsaved; else it asks."""
        if self.editing is None or not self.ask_to_leave():
            self._go()

    def ask_to_leave(self) -> bool:
        """Ask what to do with unsaved changes, if there are any; whether it asks."""
        self.screen.box.take_all()
        if self.editing is None or not self._is_worth_asking():
            return False
        self._keep_draft()
        if self._question is None:
            self._question = LEAVE_QUESTION
            self.redraw()
        return True

    def _is_worth_asking(self) -> bool:
        editing = self._current
        return editing.is_unsaved and (editing.can_undo or editing.is_recovered)

    def answer(self, answer: Answer) -> None:
        """Do what was answered."""
        asked_to_leave, self._question = self._question is LEAVE_QUESTION, None
        match answer:
            case Answer.KEEP_EDITING:
                self._refresh()
            case Answer.DISCARD:
                self._go()
            case Answer.SAVE:
                if self._save(self._current.file) and asked_to_leave:
                    self._go()
            case Answer.OVERWRITE:
                self._overwrite()
            case Answer.TAKE_THEIRS:
                self._take_theirs()

    def _overwrite(self) -> None:
        mine = self._current.file
        self._save(self._theirs or RoutineFile(mine.file_name, "", UNWRITTEN))

    def _take_theirs(self) -> None:
        if self._theirs is not None:
            self._take_over(self._theirs)

    def _take_over(self, file: RoutineFile) -> None:
        moment = self._current.take(file.text)
        self._current.saved(file)
        self._notice = ""
        self._put(moment)

    def look_outside(self) -> None:
        """Take over what another program wrote, if there is nothing unsaved here."""
        editing = self.editing
        if editing is None or editing.is_unsaved or self.screen.box.is_waiting:
            return
        try:
            file = self._files.read(self.file_name)
        except UserFacingError as error:
            logger.debug("The open file cannot be read now: %s", error)
            return
        if file is None:
            editing.lost()
            self._refresh()
            self._messenger.show("The file is gone; Save writes it again.")
        elif file.version != editing.file.version:
            self._take_over(file)
            self._messenger.show("The file was changed outside; this is what it says now.")

    def try_out(self) -> None:
        """Begin a session of the text as it is."""
        self.screen.box.take_all()
        editing = self._current
        editing.check()
        self._keep_draft()
        if editing.checked.routine is not None:
            name = self.file_name.rpartition(".")[0]
            self._begin_session(name, editing.checked.routine, Length.NORMAL, self.address)

    def show_help(self) -> None:
        """Open the page on how to write a routine; the text waits."""
        self.screen.box.take_all()
        self._keep_draft()
        self._navigation.go(HELP)

    def _go(self) -> None:
        name = self.file_name
        self.close_file()
        self._services.show_file(name)

    def close_file(self) -> None:
        """Close the open file, and drop its draft."""
        self._cancel_timers()
        self.screen.box.close()
        if self.editing is not None:
            self._drop_draft()
        self.editing = self._question = None

    def _drop_draft(self) -> None:
        with reporting(self._messenger, logger, "A draft could not be dropped"):
            self._draft.drop(self.file_name)

    def _cancel_timers(self) -> None:
        self._check_later.cancel()
        self._draft_later.cancel()

    def close(self) -> None:
        """Keep what is unsaved, as when the page is gone; what is in the way of that has only the log."""
        self.screen.box.take_all()
        self._cancel_timers()
        self.screen.box.close()
        self._draft_error()


def _saved_words(editing: RoutineDocument, before: RoutineFile) -> str:
    errors = len(editing.checked.errors)
    if not errors:
        return f"Saved as {editing.file.file_name}."
    had_good_version = before.version != UNWRITTEN and editing.routine is not None
    runs = "; until that is mended, the last good version runs" if had_good_version else ""
    return f"Saved with {count(errors, 'error')}{runs}."
