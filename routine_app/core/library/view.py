"""What the list of routines shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from routine_app.core.balance.today import Today
from routine_app.core.library.order import in_order
from routine_app.core.library.routine_view import length_facts
from routine_app.core.library.search import Findable, RoutineFilter, worked_muscles
from routine_app.core.routine.model import Routine, Side
from routine_app.core.routine.muscles import muscle_label, muscle_labels
from routine_app.core.routine.passed_over import passed_over_words
from routine_app.core.routine.repository import Draft, RoutineEntry
from routine_app.core.session.record import SessionRecord
from routine_app.core.session.resume import ElsewhereView, InterruptedSession, ResumeView, present_interrupted

FIGURES_IN_A_CARD = 6
SEARCHED_FROM = 8
"""How many files make a list that one searches; a shorter one is seen at a glance."""


@dataclass(frozen=True, slots=True)
class RoutineCard:
    """One card of the list; `problem` is the first error of its file, `can_edit` whether it is one file."""

    name: str
    file_name: str
    title: str
    facts: str
    muscles: str
    figures: tuple[str, ...]
    problem: str
    can_open: bool
    can_edit: bool = True


@dataclass(frozen=True, slots=True)
class MuscleChoice:
    """A muscle that some routine works."""

    muscle: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class FilterView:
    """The search of the list: its words, and the muscles to choose from.

    `result` says how many routines match, empty while nothing is searched for; `left_out` has the names of the
    others.
    """

    words: str
    muscles_words: str
    muscles: tuple[MuscleChoice, ...]
    result: str
    left_out: frozenset[str]


@dataclass(frozen=True, slots=True)
class LibraryView:
    """The list of routines; above it a session that was interrupted or runs elsewhere, and what to do today.

    `unsaved` has the names of the files of which there is a draft. `cards` has all routines, `search` tells
    which of them are left out; it is None for a list that is not searched. `passed_over` says of files in the user's
    folder why they are no cards.
    """

    cards: tuple[RoutineCard, ...]
    interrupted: ResumeView | None = None
    unsaved: tuple[str, ...] = ()
    today: Today | None = None
    search: FilterView | None = None
    elsewhere: ElsewhereView | None = None
    passed_over: tuple[str, ...] = ()


def present_routines(
    entries: Sequence[RoutineEntry],
    offer: InterruptedSession | None = None,
    drafts: Sequence[Draft] = (),
    today: Today | None = None,
    *,
    newest: Sequence[SessionRecord] = (),
    search: FilterView | None = None,
    elsewhere: ElsewhereView | None = None,
    passed_over: Sequence[str] = (),
) -> LibraryView:
    """The cards of a library: what was done last in the `newest` sessions, then the user's own, then what ships.

    Above the cards come the session that can be resumed or runs elsewhere, what to do today, and the drafts.
    """
    return LibraryView(
        tuple(_card(entry) for entry in in_order(entries, newest)),
        None if offer is None else present_interrupted(offer),
        tuple(draft.file_name for draft in drafts),
        today,
        search,
        elsewhere,
        tuple(map(passed_over_words, passed_over)),
    )


def present_filter(routines: Sequence[Findable], wanted: RoutineFilter) -> FilterView | None:
    """The search of a library; None if it is too small to be searched.

    A muscle that is chosen stays among the choices when its last routine goes, so that it can be unchosen.
    """
    if len(routines) < SEARCHED_FROM:
        return None
    left_out = frozenset(routine.name for routine in routines if not wanted.matches(routine))
    worked = worked_muscles(routines)
    offered = [*worked, *sorted(wanted.muscles.difference(worked))]
    return FilterView(
        wanted.words,
        f"Muscles, {len(wanted.muscles)} chosen" if wanted.muscles else "Muscles",
        tuple(MuscleChoice(muscle, muscle_label(muscle), muscle in wanted.muscles) for muscle in offered),
        _result(len(routines) - len(left_out), len(routines)) if wanted.is_on else "",
        left_out,
    )


def _result(matching: int, routines: int) -> str:
    return f"{matching} of {routines} routines" if matching else "No routine matches."


def _card(entry: RoutineEntry) -> RoutineCard:
    routine = entry.routine
    problem = str(entry.errors[0]) if entry.errors else ""
    return RoutineCard(
        name=entry.name,
        file_name=entry.file_name,
        title=routine.title if routine else entry.file_name,
        facts=_facts(routine) if routine else "This file has an error",
        muscles=muscle_labels(routine.muscles) if routine else "",
        figures=_figures(routine) if routine else (),
        problem=problem,
        can_open=routine is not None,
        can_edit="/" not in entry.file_name and "\\" not in entry.file_name,
    )


def _facts(routine: Routine) -> str:
    sides = {hold.side for stretch in routine.stretches for hold in stretch.holds}
    facts = length_facts(routine)
    if {Side.LEFT, Side.RIGHT} <= sides:
        facts.append("both sides")
    return " · ".join(facts)


def _figures(routine: Routine) -> tuple[str, ...]:
    figures = dict.fromkeys(stretch.figure for stretch in routine.stretches if stretch.figure)
    return tuple(figures)[:FIGURES_IN_A_CARD]
