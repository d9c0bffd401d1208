"""The draft that one page keeps of its open file; other pages may have the same file open, and keep theirs."""

from itertools import islice

from routine_app.core.editor.document import UNWRITTEN
from routine_app.core.routine.file_name import numbered_names
from routine_app.core.routine.repository import Draft, DraftStore, RoutineFileStore


class OwnDraft:
    """Keeps what is typed here, and never in place of what is typed on another page.

    Where that has kept its own draft of the file meanwhile, ours goes under a free name beside it, as that of a
    new file. Every method raises UserFacingError.
    """

    def __init__(self, drafts: DraftStore, files: RoutineFileStore) -> None:
        self._drafts, self._files = drafts, files
        self._kept: Draft | None = None

    def take(self, file_name: str) -> Draft | None:
        """The draft of a file that is opened, if it has one: what is kept from now on takes its place."""
        self._kept = self._drafts.find(file_name)
        return self._kept

    def keep(self, draft: Draft) -> None:
        """Keep this in place of what was kept before."""
        name = self._name(draft.file_name)
        if self._is_anothers(name):
            name = self._free_name(draft.file_name)
        own = draft if name == draft.file_name else Draft(name, draft.text, UNWRITTEN)
        self._drafts.keep(own)
        self._kept = own

    def drop(self, file_name: str) -> None:
        """Forget what was kept of this file."""
        name, is_anothers = self._name(file_name), self._is_anothers(self._name(file_name))
        self._kept = None
        if not is_anothers:
            self._drafts.drop(name)

    def _name(self, file_name: str) -> str:
        return file_name if self._kept is None else self._kept.file_name

    def _is_anothers(self, name: str) -> bool:
        """Whether another page has kept a draft under this name since we did."""
        return self._drafts.find(name) not in {None, self._kept}

    def _free_name(self, file_name: str) -> str:
        taken = {draft.file_name for draft in self._drafts.all()}
        names = islice(numbered_names(file_name), 1, None)
        return next(name for name in names if name not in taken and self._files.read(name) is None)
