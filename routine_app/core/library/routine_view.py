"""What the page of one routine shows."""

from collections.abc import Collection
from dataclasses import dataclass

from routine_app.core.routine.hold_length import Length, with_length
from routine_app.core.routine.model import Routine, Side, Stretch
from routine_app.core.routine.muscles import muscle_labels
from routine_app.core.routine.plan import planned_seconds
from routine_app.core.routine.repository import RoutineEntry
from routine_app.core.text.numbers import count, minutes_and_seconds
from routine_app.core.text.scripts import readable


def length_facts(routine: Routine) -> list[str]:
    """A routine's length and the number of its stretches: "6 min 40 s", "5 stretches"."""
    return [
        minutes_and_seconds(planned_seconds(routine)),
        count(len(routine.stretches), "stretch", "stretches"),
    ]


@dataclass(frozen=True, slots=True)
class StretchRow:
    """One stretch of the list."""

    name: str
    holds: str
    muscles: str
    how: str
    why: str
    figure: str | None


@dataclass(frozen=True, slots=True)
class RoutineView:
    """The page of one routine. `problem` is the first error of its file, if an earlier version is shown.

    `can_delete` is whether it is the user's own file; `can_reset` whether it stands in place of a shipped one.
    """

    name: str
    file_name: str
    title: str
    description: str
    facts: str
    length: Length
    stretches: tuple[StretchRow, ...]
    problem: str
    can_delete: bool = False
    can_reset: bool = False


def legible(entry: RoutineEntry, missing_scripts: Collection[str]) -> RoutineEntry:
    """The entry as it is shown where letters of these scripts cannot be drawn: their words tell of them instead."""
    if entry.routine is None or not missing_scripts:
        return entry
    routine = entry.routine

    def told(words: str) -> str:
        return readable(words, missing_scripts)

    stretches = tuple(
        one._replace(name=told(one.name), how=told(one.how), why=told(one.why)) for one in routine.stretches
    )
    title, description = told(routine.title), told(routine.description)
    return entry._replace(routine=routine._replace(title=title, description=description, stretches=stretches))


def present_routine(entry: RoutineEntry, length: Length) -> RoutineView:
    """The page of an entry that can be run, with holds of that length."""
    if entry.routine is None:
        raise ValueError(f"{entry.file_name} has errors and no version that can be shown")
    routine = with_length(entry.routine, length)
    facts = length_facts(routine)
    if routine.rounds > 1:
        facts.append(count(routine.rounds, "round"))
    return RoutineView(
        name=entry.name,
        file_name=entry.file_name,
        title=routine.title,
        description=routine.description,
        facts=" · ".join(facts),
        length=length,
        stretches=tuple(_row(stretch) for stretch in routine.stretches),
        problem=_problem(entry),
        can_delete=not entry.is_shipped and not entry.hides_shipped,
        can_reset=entry.hides_shipped,
    )


def _problem(entry: RoutineEntry) -> str:
    if not entry.errors:
        return ""
    return f"{entry.errors[0]}. Until it is mended, the last good version runs."


def _row(stretch: Stretch) -> StretchRow:
    return StretchRow(
        name=stretch.name,
        holds=hold_words(stretch),
        muscles=muscle_labels(stretch.muscles),
        how=stretch.how,
        why=stretch.why,
        figure=stretch.figure,
    )


def hold_words(stretch: Stretch) -> str:
    """Sides, sets and holds in one phrase: "Each side, 2 sets, 30 s", "Left 45 s, right 60 s"."""
    sets = [] if stretch.sets == 1 else [f"{stretch.sets} sets"]
    lengths = {hold.hold_seconds for hold in stretch.holds}
    if len(lengths) > 1:
        sides = [f"{hold.side.value} {minutes_and_seconds(hold.hold_seconds)}" for hold in stretch.holds]
        return _sentence([*sides, *sets])
    return _sentence([*_side_words(stretch), *sets, minutes_and_seconds(lengths.pop())])


def _side_words(stretch: Stretch) -> list[str]:
    if len(stretch.holds) > 1:
        return ["each side"]
    side = stretch.holds[0].side
    return [] if side is Side.BOTH else [f"{side.value} side"]


def _sentence(parts: list[str]) -> str:
    words = ", ".join(parts)
    return words[0].upper() + words[1:]
