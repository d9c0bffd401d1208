"""The screen of a routine that came in."""

import json

import pytest

from routine_app.core.library.routine_view import StretchRow
from routine_app.core.routine.repository import RoutineEntry
from routine_app.core.sharing.import_reader import read_import
from routine_app.core.sharing.import_view import MOST_ENTRIES, present_import
from tests.core.sharing.sample_import import BROKEN, SAMPLES, check, incoming


def entry(file_name: str, *, is_shipped: bool = False) -> RoutineEntry:
    """A routine that is there."""
    return RoutineEntry(file_name.rpartition(".")[0], file_name, None, is_shipped=is_shipped)


def test_the_screen_of_a_routine_that_came_in() -> None:
    """What is in it, and the name under which it will be kept."""
    view = present_import(incoming(), [entry("other.yaml")], "hips.yaml")
    assert (view.title, view.description, view.facts) == ("Hips", "All six.", "55 s · 1 stretch")
    assert view.stretches == (StretchRow("Butterfly", "45 s", "", "", "", None),)
    assert (view.source, view.place, view.problems, view.unsupported) == ("From hips.yaml", "", (), ())
    assert (view.name_words, view.keep_words) == ("It is kept as hips.yaml.", "Keep")
    assert (view.taken, view.can_replace) == ("", False)


@pytest.mark.parametrize("there", ["hips.yaml", "Hips.yml", "HIPS.YAML"])
def test_a_name_in_use(there: str) -> None:
    """One's own file can be replaced; nothing is overwritten without a word."""
    view = present_import(incoming(), [entry(there)], "hips-2.yaml")
    assert (view.keep_words, view.taken, view.can_replace) == ("Keep both", there, True)
    assert view.name_words == (
        f"A routine of this name is there already: {there}. To keep both, this one becomes hips-2.yaml."
    )


def test_the_very_name_comes_before_one_like_it() -> None:
    """Where both are there."""
    view = present_import(incoming(), [entry("Hips.yml"), entry("hips.yaml")], "hips-2.yaml")
    assert view.taken == "hips.yaml"


def test_what_ships_cannot_be_replaced() -> None:
    """Only kept beside it."""
    view = present_import(incoming(), [entry("hips.yaml", is_shipped=True)], "hips-2.yaml")
    assert (view.keep_words, view.can_replace) == ("Keep both", False)
    assert view.name_words.startswith("A routine of this name comes with the app: hips.yaml.")


def test_a_broken_routine_replaces_none() -> None:
    """It is shown with its problems, and can be kept to be mended."""
    view = present_import(incoming(BROKEN), [entry("hips.yaml")], "hips-2.yaml")
    assert (view.title, view.stretches, view.can_replace) == ("hips.yaml", (), False)
    assert view.facts == "This file has an error. Keep it to mend it in the editor."
    assert len(view.problems) == 1


def test_many_problems_are_counted() -> None:
    """After the first twelve."""
    wrong = "stretches:\n" + "  - name: A\n    hold: 1x\n" * 14
    lines = present_import(incoming(f"title: Hips\n{wrong}"), [], "hips.yaml").problems
    assert (len(lines), lines[-1]) == (13, "And 2 more problems.")


def test_one_of_several() -> None:
    """Its place is told, and what was lost."""
    found = read_import("Backup.json", (SAMPLES / "jawt-backup.json").read_bytes(), check)
    view = present_import(found[1], [], "workout.yaml", 2, 2)
    assert (view.place, len(view.unsupported), view.keep_all_words) == ("Routine 2 of 2", 3, "")
    assert present_import(found[0], [], "workout.yaml", 1, 2).keep_all_words == "Keep all 2"
    assert present_import(found[0], [], "workout.yaml", 2, 3).keep_all_words == "Keep all 2 left"


def test_the_entries_of_another_app() -> None:
    """Each with what it is taken for, and a question where that is not sure."""
    exercises = [
        {"name": name, "duration": 30} for name in ("Plank", "Pause squat", "Rest", "Switch", "x" * 70)
    ]
    content = json.dumps({"title": "Abs", "sets": [{"repetitions": 1, "exercises": exercises}]})
    view = present_import(incoming(content, "abs.json"), [], "abs.yaml")
    assert [(entry.words, entry.is_rest, entry.is_asked) for entry in view.entries] == [
        ("Plank · 30 s · hold", False, False),
        ("Pause squat · 30 s · hold", False, True),
        ("Rest · 30 s · rest", True, False),
        ("Switch · 30 s · hold", False, True),
        (f"{'x' * 59}… · 30 s · hold", False, False),
    ]
    assert view.asked == 'Are "Pause squat" and "Switch" held, or rests? Tap each that is a rest.'


def test_no_more_entries_than_a_routine_can_have() -> None:
    """A file may have thousands, of which no page has buttons."""
    exercises = [{"name": f"E{number}", "duration": 1} for number in range(1000)]
    content = json.dumps({"title": "Abs", "sets": [{"repetitions": 1, "exercises": exercises}]})
    assert len(present_import(incoming(content, "abs.json"), [], "abs.yaml").entries) == MOST_ENTRIES
