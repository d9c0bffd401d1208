"""The entries of `stretches` as they are written."""

from routine_app.core.routine.repository import RefusedEditError
from routine_app.data.routines.edits.written_nodes import WrittenFile, WrittenList, WrittenMapping


def written_stretches(written: WrittenFile) -> WrittenList:
    """The list that `stretches` has. Raises RefusedEditError if that is not written in its place."""
    value = written.root.value("stretches") if isinstance(written.root, WrittenMapping) else None
    if not isinstance(value, WrittenList):
        raise RefusedEditError("The stretches are not written below their key; change them in the text.")
    return value
