"""Timers of OpenHIIT: what comes of them, and what is lost."""

import json

import pytest

from routine_app.core.sharing.other_apps.reader import read_other_apps_file
from routine_app.core.sharing.other_apps.workout_fields import OtherAppFileError
from tests.core.sharing.other_apps.other_app_files import (
    COLOUR_LOST,
    OPEN_HIIT,
    outline,
    routine_of,
    sample,
    timer,
)


def test_timers() -> None:
    """Restarts are rounds, with the break as the last stretch's rest; warm-up and cool-down are stretches."""
    first, second = sample("openhiit-timers")
    routine = routine_of(first)
    assert (first.app, routine.title, routine.get_ready_seconds, routine.rounds) == (
        OPEN_HIIT,
        "Morning",
        12,
        3,
    )
    assert outline(routine) == [("Lunge", 40, 15, 1), ("Reach", 40, 60, 1)]
    assert outline(routine_of(second)) == [
        ("Warm-up", 30, 5, 1),
        ("Lunge", 20, 5, 1),
        ("Work", 20, 0, 1),
        ("Cool-down", 90, 0, 1),
    ]
    assert first.unsupported == second.unsupported == (COLOUR_LOST,)


def test_a_workout_of_before() -> None:
    """The format of 2024: the names are JSON in a text, and there is one workout alone."""
    (other,) = sample("openhiit-workout")
    routine = routine_of(other)
    assert (routine.title, routine.rounds) == ("Tuesday", 2)
    assert outline(routine) == [("Burpee", 30, 10, 1), ("Row", 30, 10, 1)]
    assert other.unsupported == (COLOUR_LOST, "The time to change sides within an exercise.")


def test_losses_stand_in_the_file() -> None:
    """As comments, so that they can be looked up later."""
    lines = sample("openhiit-timers")[0].yaml_text.splitlines()
    assert lines[1:4] == ["# From OpenHIIT.", f"# {COLOUR_LOST}", "title: Morning"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ([timer(workTime="a")], 'In the times of timer 1 "workTime" is not a number; export the file again.'),
        ([timer(), 3], "There is no object where timer 2 should be; export the file again."),
        ([timer(timeSettings=None)], "There is no object where the times of timer 1 should be; export"),
        ([timer(timeSettings="{")], "A text inside timer 1 cannot be read: line 1 is not JSON; export"),
        ([timer(activities=[3])], 'In timer 1 "activities" is not a list of names; export the file again.'),
        ([timer(workTime=0)], 'The timer "Abs" has no interval with a length; add one, and export it again.'),
    ],
)
def test_a_broken_file_is_told_in_a_sentence(content: object, words: str) -> None:
    """It says where it is broken."""
    with pytest.raises(OtherAppFileError) as told:
        read_other_apps_file(content if isinstance(content, str) else json.dumps(content))
    assert str(told.value).startswith(words)
    assert str(told.value).endswith(".")
