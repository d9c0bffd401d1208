"""Timers of OpenHIIT: what comes of them, and what is lost."""

import pytest

from routine_app.core.sharing.other_apps.workout_fields import OtherAppFileError
from tests.core.sharing.other_apps.other_app_files import (
    COLOUR_LOST,
    OPEN_HIIT,
    holds,
    outline,
    read,
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


REFUSED = f"and {OPEN_HIIT} imports nothing of a file with that."


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        (None, f"Timer 2 is left out: it is null, {REFUSED}"),
        ({}, f"Timer 2 is left out: it is empty, {REFUSED}"),
        (3, f"Timer 2 is left out: it is a number, {REFUSED}"),
        (
            timer(name="New", timeSettings=None),
            f'Timer 2, "New", is left out: its list of times is null, {REFUSED}',
        ),
        ({"name": ""}, f"Timer 2 is left out: its list of times is missing, {REFUSED}"),
        (timer(timeSettings="{"), f'Timer 2, "Abs", is left out: its list of times is a text, {REFUSED}'),
        (
            timer(workTime=0),
            f'The timer "Abs" is left out: it has no interval with a length, and {OPEN_HIIT} counts down its rests alone.',
        ),
        (
            timer(activeIntervals=0),
            f'The timer "Abs" is left out: it has no interval with a length, and {OPEN_HIIT} counts down its rests alone.',
        ),
    ],
)
def test_a_broken_timer_costs_itself_alone(broken: object, words: str) -> None:
    """The file tells of it, with what that app does with it; those around it are offered."""
    found = read([timer(name="One"), broken, timer(name="Two")])
    assert [one.title for one in found.routines] == ["One", "Two"]
    assert found.left_out[0] == words


@pytest.mark.parametrize(
    ("changes", "work", "words"),
    [
        (
            {"activities": ["A", None]},
            "A Work",
            f'The name of interval 2 is null: it is called "Work", {REFUSED}',
        ),
        (
            {"activities": 3},
            "Work Work",
            f'The names of its exercises are a number: each is called "Work", as {OPEN_HIIT} does.',
        ),
        ({"restTime": None}, "A B", f'"restTime" is null: it is 0 here, as {OPEN_HIIT} takes it.'),
        ({"restTime": "10"}, "A B", f'"restTime" is a text: it is 0 here, {REFUSED}'),
        ({"restTime": float("nan")}, "A B", f'"restTime" is no number that can be: it is 0 here, {REFUSED}'),
        (
            {"activities": ["A", "B", "C"]},
            "A B",
            'The exercises beyond the number of its intervals: "C".',
        ),
    ],
)
def test_what_is_broken_in_a_timer_is_told(changes: dict[str, object], work: str, words: str) -> None:
    """With what is taken for it, there and here."""
    (other,) = read([timer(**changes)]).routines
    assert " ".join(name for name, _ in holds(routine_of(other))) == work
    assert other.unsupported == (COLOUR_LOST, words)


def test_a_timer_without_work() -> None:
    """Since its time is broken, tells so."""
    found = read([timer(name="One"), timer(workTime=None)])
    assert found.left_out == (
        f'The timer "Abs" is left out: it has no interval with a length, and {OPEN_HIIT} counts down its rests alone.',
        f'"workTime" is null: it is 0 here, as {OPEN_HIIT} takes it.',
    )


def test_a_file_with_nothing_in_it_is_told_in_a_sentence() -> None:
    """There is nothing to offer."""
    with pytest.raises(
        OtherAppFileError, match=r'The timer "Abs" is left out: it has no interval with a length'
    ):
        read([timer(workTime=0)])
