"""What the import screen shows: a routine that came in, before it is kept."""

from collections.abc import Sequence
from dataclasses import dataclass

from routine_app.core.library.routine_view import StretchRow, present_routine
from routine_app.core.routine.file_name import plain_file_name
from routine_app.core.routine.hold_length import Length
from routine_app.core.routine.limits import STRETCH_LIMIT
from routine_app.core.routine.repository import RoutineEntry
from routine_app.core.sharing.import_reader import ImportedRoutine
from routine_app.core.sharing.other_apps.other_app_routine import Entry, OtherAppRoutine
from routine_app.core.text.clean import quoted, shortened
from routine_app.core.text.numbers import count, minutes_and_seconds

LINE_LIMIT = 12
"""So many problems are shown, and how many more there are."""

MOST_ENTRIES = 2 * STRETCH_LIMIT
"""So many entries can be changed: a rest for each stretch that a routine may have."""

_NAME_SHOWN = 60
"""So much of a name stands on a button."""


@dataclass(frozen=True, slots=True)
class EntryView:
    """An entry of another app, which a tap changes between a hold and a rest; `is_asked` if it may be either."""

    name: str
    words: str
    is_rest: bool
    is_asked: bool


@dataclass(frozen=True, slots=True)
class ImportedRoutineView:
    """One routine that came in.

    `taken` is the file that has its name already, empty if none has: then "Keep both" keeps it under
    another name. `can_replace` is true if that file is the user's own and this one has no errors. `keep_all_words` stand
    on the button that keeps all of those that are left, if there are several. `entries` are what another app has one after
    the other, and `asked` asks what nobody can know of them.
    """

    title: str
    source: str
    place: str
    description: str
    facts: str
    stretches: tuple[StretchRow, ...]
    problems: tuple[str, ...]
    unsupported: tuple[str, ...]
    name_words: str
    keep_words: str
    taken: str = ""
    can_replace: bool = False
    keep_all_words: str = ""
    entries: tuple[EntryView, ...] = ()
    asked: str = ""


def present_import(
    incoming: ImportedRoutine,
    entries: Sequence[RoutineEntry],
    free_name: str,
    number: int = 1,
    total: int = 1,
) -> ImportedRoutineView:
    """The screen for one of the routines that came in together, beside those that are there.

    `free_name` is the name under which it will be kept, unless it replaces the file of its own name.
    """
    taken = _taken(incoming.file_name, entries)
    is_broken = incoming.routine is None
    name = incoming.file_name.rpartition(".")[0]
    entry = RoutineEntry(name, incoming.file_name, incoming.routine)
    view = None if is_broken else present_routine(entry, Length.NORMAL)
    return ImportedRoutineView(
        title=view.title if view else incoming.file_name,
        source=incoming.source,
        place=f"Routine {number} of {total}" if total > 1 else "",
        description=view.description if view else "",
        facts=view.facts if view else "This file has an error. Keep it to mend it in the editor.",
        stretches=view.stretches if view else (),
        problems=_lines(incoming),
        unsupported=incoming.unsupported,
        name_words=_name_words(taken, free_name),
        keep_words="Keep both" if taken else "Keep",
        taken=taken.file_name if taken else "",
        can_replace=taken is not None and not taken.is_shipped and not is_broken,
        keep_all_words=_keep_all_words(total - number + 1, total),
        entries=tuple(map(_entry, incoming.other.entries[:MOST_ENTRIES])) if incoming.other else (),
        asked=_asked(incoming.other) if incoming.other else "",
    )


def _keep_all_words(left: int, total: int) -> str:
    if left < 2:  # noqa: PLR2004 - one alone has its own button
        return ""
    return f"Keep all {total}" if left == total else f"Keep all {left} left"


def _entry(entry: Entry) -> EntryView:
    kind = "rest" if entry.is_rest else "hold"
    words = f"{shortened(entry.name, _NAME_SHOWN)} · {minutes_and_seconds(entry.seconds)} · {kind}"
    return EntryView(entry.name, words, entry.is_rest, entry.is_asked)


def _asked(other: OtherAppRoutine) -> str:
    names = [quoted(entry.name) for entry in other.entries if entry.is_asked]
    if not names:
        return ""
    if len(names) == 1:
        return f"Is {names[0]} held, or a rest? Tap it if it is a rest."
    return f"Are {', '.join(names[:-1])} and {names[-1]} held, or rests? Tap each that is a rest."


def _taken(file_name: str, entries: Sequence[RoutineEntry]) -> RoutineEntry | None:
    """The routine whose file has that name, in small or capital letters and with any ending."""
    same = [entry for entry in entries if plain_file_name(entry.file_name) == file_name]
    return next((entry for entry in same if entry.file_name == file_name), same[0] if same else None)


def _name_words(taken: RoutineEntry | None, free_name: str) -> str:
    if taken is None:
        return f"It is kept as {free_name}."
    whose = "comes with the app" if taken.is_shipped else "is there already"
    return f"A routine of this name {whose}: {taken.file_name}. To keep both, this one becomes {free_name}."


def _lines(incoming: ImportedRoutine) -> tuple[str, ...]:
    lines = tuple(str(problem) for problem in incoming.problems)
    if len(lines) <= LINE_LIMIT:
        return lines
    return (*lines[:LINE_LIMIT], f"And {count(len(lines) - LINE_LIMIT, 'more problem')}.")
