"""One routine file while it is edited: its text, what that says, and how to get back."""

from dataclasses import replace

from routine_app.core.editor.line_endings import common_ending, restored, shown_text
from routine_app.core.editor.undo import Moment, UndoHistory
from routine_app.core.routine.model import Routine, Side
from routine_app.core.routine.repository import (
    ChangeNumber,
    CheckedText,
    Draft,
    Edit,
    NumberField,
    RefusedEditError,
    RoutineFile,
    RoutineTexts,
)

KNOBS = {Side.LEFT: NumberField.LEFT_HOLD, Side.RIGHT: NumberField.RIGHT_HOLD, Side.BOTH: NumberField.HOLD}

UNWRITTEN = ""
"""The version of a file that is not there yet."""


class RoutineDocument:
    """The text of a file from when it was opened on; `text` is as the editor shows it.

    `is_recovered` tells that it was opened with a draft of earlier. `checked` is what `check` found last,
    `routine` the last one without errors.
    """

    def __init__(self, file: RoutineFile, texts: RoutineTexts, draft: Draft | None = None) -> None:
        self._texts = texts
        self.file = file
        start = file.text if draft is None else draft.text
        self.is_recovered = draft is not None and draft.text != file.text
        if draft is not None and self.is_recovered:
            self.file = file._replace(version=draft.version)
        self._new_ending = common_ending(start)
        self._history = UndoHistory(start)
        self.routine: Routine | None = None
        self.checked = CheckedText(None, ())
        self.check()

    @property
    def text(self) -> str:
        """The text as the editor shows it."""
        return shown_text(self.file_text)

    @property
    def file_text(self) -> str:
        """The text as it would be saved: with the file's own line endings and byte order mark."""
        return self._history.text

    @property
    def is_new(self) -> bool:
        """Whether the file is not written yet."""
        return self.file.version == UNWRITTEN

    @property
    def is_unsaved(self) -> bool:
        """Whether there is something that is not in the file."""
        return self.is_new or self.file_text != self.file.text

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to undo."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return self._history.can_redo

    @property
    def draft(self) -> Draft:
        """What to keep of it, should the app end now."""
        return Draft(self.file.file_name, self.file_text, self.file.version)

    def typed(self, text: str, now: float) -> None:
        """Take what typing made of the text, at `now` in seconds."""
        self._history.typed(restored(text, self.file_text, self._new_ending), now)

    def edit(self, edit: Edit) -> Moment:
        """Make one of the small changes; gives the text and where it was changed. Raises RefusedEditError."""
        return self._checked_at(self._history.changed(self._edited(edit)))

    def _edited(self, edit: Edit) -> str:
        try:
            return self._texts.edited(self.file_text, edit)
        except RefusedEditError:
            changed = self._edited_by_side(edit) if isinstance(edit, ChangeNumber) else None
            if changed is None:
                raise
            return changed

    def _edited_by_side(self, turn: ChangeNumber) -> str | None:
        """The text with the holds of all sides changed alike, where each is written for itself; else None.

        The plan shows holds of the same length as one.
        """
        routine = self._texts.check(self.file.file_name, self.file_text).routine
        if turn.knob is not NumberField.HOLD or routine is None or turn.stretch >= len(routine.stretches):
            return None
        text = self.file_text
        try:
            for hold in routine.stretches[turn.stretch].holds:
                text = self._texts.edited(text, turn._replace(knob=KNOBS[hold.side]))
        except RefusedEditError:
            return None
        return text

    def undo(self) -> Moment:
        """Go one step back."""
        return self._checked_at(self._history.undo())

    def redo(self) -> Moment:
        """Go one step on again."""
        return self._checked_at(self._history.redo())

    def _checked_at(self, moment: Moment) -> Moment:
        """Find what the text says now; gives this moment of the file's text as the editor shows it."""
        self.check()
        return Moment(self.text, len(shown_text(moment.text[: moment.caret])))

    def take(self, text: str) -> Moment:
        """Put a whole other text in place, as one step that can be undone."""
        self._new_ending = common_ending(text)
        return replace(self._checked_at(self._history.changed(text)), caret=0)

    def check(self) -> None:
        """Find what the text says now."""
        self.checked = self._texts.check(self.file.file_name, self.file_text)
        self.routine = self.checked.routine or self.routine

    def saved(self, file: RoutineFile) -> None:
        """The text is in this file now."""
        self.file, self.is_recovered = file, False

    def lost(self) -> None:
        """There is no such file any more."""
        self.file = RoutineFile(self.file.file_name, self.file.text, UNWRITTEN)
