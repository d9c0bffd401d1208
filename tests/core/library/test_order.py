"""The order of the list of routines."""

from dataclasses import replace
from datetime import UTC, datetime

from routine_app.core.library.order import SHIPPED_ORDER, in_order
from routine_app.core.routine.repository import RoutineEntry
from routine_app.core.session.record import SessionRecord
from routine_app.data.paths import shipped_routines_folder
from routine_app.data.routines.library import routine_files
from tests.core.library.sample_entry import ENTRY

NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


def own(*names: str) -> list[RoutineEntry]:
    """Files of the user's."""
    return [RoutineEntry(name, f"{name}.yaml", None) for name in names]


def shipped(*names: str) -> list[RoutineEntry]:
    """Files that ship."""
    return [entry._replace(is_shipped=True) for entry in own(*names)]


def session(routine: str) -> SessionRecord:
    """A session of a routine."""
    return SessionRecord(routine, routine, routine, NOON, 60.0)


def ordered(entries: list[RoutineEntry], *newest: str) -> list[str]:
    """The names in their order, given the routines of the newest sessions."""
    return [entry.name for entry in in_order(entries, [session(name) for name in newest])]


def test_ones_own_come_first_and_then_what_ships_as_it_is_meant() -> None:
    """What is not named in that order comes last."""
    entries = [*shipped("desk-break", "new", "quick-reset"), *own("a", "b"), *shipped("runner-hips")]
    assert ordered(entries) == ["a", "b", "runner-hips", "quick-reset", "desk-break", "new"]


def test_what_was_done_last_comes_before_all() -> None:
    """One that ships too; one that is no longer there leaves its place to what was done before it."""
    entries = [*own("a", "b"), *shipped("runner-hips", "desk-break")]
    assert ordered(entries, "desk-break", "b") == ["desk-break", "a", "b", "runner-hips"]
    assert ordered(entries, "gone", "b", "a") == ["b", "a", "runner-hips", "desk-break"]


def test_what_was_done_last_is_known_by_its_title_once_its_file_has_another_name() -> None:
    """As an interrupted session is; where two have that title, nobody knows which of them it was."""
    hips = ENTRY.routine and ENTRY.routine._replace(title="Hips")
    renamed, *others = (entry._replace(routine=hips) for entry in own("z", "y"))
    done = replace(session("hips"), title="Hips")
    assert [entry.name for entry in in_order([*own("a"), renamed], [done])] == ["z", "a"]
    assert [entry.name for entry in in_order([*own("a"), renamed, *others], [done])] == ["a", "z", "y"]


def test_a_file_of_ones_own_has_no_place_among_what_ships() -> None:
    """Though it has the name of one that ships, which it stands for."""
    assert ordered([*own("a", "runner-hips", "z"), *shipped("quick-reset")]) == [
        *("a", "runner-hips", "z"),
        "quick-reset",
    ]


def test_everything_that_ships_has_its_place() -> None:
    """And the first of all is what the app is for."""
    assert sorted(SHIPPED_ORDER) == [path.stem for path in routine_files(shipped_routines_folder())]
    assert SHIPPED_ORDER[0] == "runner-hips"
