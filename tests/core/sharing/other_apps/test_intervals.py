"""Intervals one after the other, as sets and rounds of a routine."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.routine.model import Side
from routine_app.core.routine.plan import StepKind, plan, planned_seconds
from routine_app.core.routine.yaml_writer import routine_text
from routine_app.core.sharing.other_apps.intervals import Interval
from routine_app.core.sharing.other_apps.intervals import routine_of as routine_of_intervals
from tests.core.sharing.other_apps.other_app_files import (
    exercise,
    holds,
    only,
    outline,
    reading,
    routine_of,
    timer,
    workout,
)


@pytest.mark.parametrize("name", ["Rest", "BREAK", " pause ", "Ruhe.", "Recovery"])
def test_what_is_called_a_rest_is_one(name: str) -> None:
    """Before the first hold it is time to get ready; two in a row are one."""
    value = workout(exercise(name, 5), exercise(), exercise(name, 20), exercise(name, 30), exercise())
    routine = routine_of(only(value))
    assert routine.get_ready_seconds == 15
    assert [step.seconds for step in plan(routine)] == [15, 30, 50, 30]


@pytest.mark.parametrize(
    ("value", "rounds", "stretches"),
    [
        (workout(exercise(), repetitions=20), 1, [("Plank", 30, 0, 20)]),
        (workout(exercise(), repetitions=30), 15, [("Plank", 30, 0, 2)]),
        (workout(exercise(), repetitions=23), 1, [("Plank", 30, 0, 20), ("Plank", 30, 0, 3)]),
        (timer(restarts=3, activeIntervals=1), 1, [("A", 30, 10, 4)]),
        (timer(restarts=1, breakTime=60, activities=["A", "A"]), 2, [("A", 30, 10, 1), ("A", 30, 60, 1)]),
        (timer(activities=["A", "A"]), 1, [("A", 30, 10, 2)]),
        (
            timer(cooldownTime=5, activities=["A", "A"]),
            1,
            [("A", 30, 10, 1), ("A", 30, 0, 1), ("Cool-down", 5, 0, 1)],
        ),
    ],
)
def test_repeated_holds_are_sets_and_rounds(
    value: dict[str, object], rounds: int, stretches: list[tuple[str, float, float, int]]
) -> None:
    """As far as the times stay the same."""
    routine = routine_of(only(value if "sets" in value else [value]))
    assert (routine.rounds, outline(routine)) == (rounds, stretches)


def test_what_does_not_fit_is_unrolled() -> None:
    """Sets with other repetitions become stretches one after the other."""
    sets = [
        {"repetitions": 2, "exercises": [exercise("A"), exercise("B")]},
        {"repetitions": 3, "exercises": [exercise("C"), exercise("D")]},
    ]
    routine = routine_of(only({"title": "Mixed", "sets": sets}))
    assert "".join(name for name, _ in holds(routine)) == "ABABCDCDCD"


def test_what_is_beyond_the_limits_is_cut_and_said() -> None:
    """Lengths, names, the number of stretches."""
    many = [exercise(f"Number {n}", 10) for n in range(101)]
    long = [exercise("x" * 61, 0.5), exercise("Rest", 400), exercise("Rest", 5)]
    other = only(workout(*long, *many, title="t" * 81))
    routine = routine_of(other)
    assert len(routine.stretches) == 100
    assert outline(routine)[0] == ("x" * 59 + "…", 1, 300, 1)
    name = '"' + "x" * 39 + '…"'
    assert other.unsupported == (
        f"The name {name} is cut to 60 characters.",
        f"{name} lasts 1 s: a hold is 1 s to 30 min.",
        f'The rest after "{"x" * 39}…" is cut to 5 min.',
        "A routine has at most 100 stretches: 2 more are left out.",
        "The title is cut to 80 characters.",
    )


@pytest.mark.parametrize(
    "value",
    [
        workout(exercise(duration=1700), repetitions=10**9),
        workout(exercise(duration=0), exercise(), repetitions=10**30),
        workout(exercise("Rest", 10**9), exercise(), exercise("B"), repetitions=10**9),
        [timer(restarts=10**12, activeIntervals=10**12, workTime=1, restTime=0)],
    ],
)
def test_four_hours_are_the_end(value: object) -> None:
    """However often it is to be done."""
    other = only(value)
    assert planned_seconds(routine_of(other)) <= 4 * 3600
    assert "A routine lasts 4 hours at most: what comes later is left out." in other.unsupported


@pytest.mark.parametrize(
    "unfit", ["\x00", "\x1b", "\x7f", "\x85", "\u2028", "\ud800", "\ufeff", "\ufffe", "\uffff"]
)
def test_characters_that_no_routine_may_have(unfit: str) -> None:
    """They become a space, and the file is good."""
    routine = routine_of(only(workout(exercise(f" A{unfit}\n B "))))
    assert routine.stretches[0].name == "A B"


@given(
    st.lists(
        st.builds(
            Interval, st.sampled_from(["A", "B", "Rest"]), st.sampled_from([5.0, 10.0]), st.sampled_from(Side)
        ),
        max_size=90,
    )
)
def test_sets_and_rounds_change_no_time(intervals: list[Interval]) -> None:
    """What is done when is the same as one interval after the other."""
    routine = routine_of_intervals("Abs", 0.0, intervals, {"Rest"}, [])
    if routine is None:
        assert all(interval.name == "Rest" for interval in intervals)
        return
    read = reading(routine_text(routine)).routine
    assert read is not None
    done = [
        ("Rest", s.seconds, Side.BOTH) if s.kind is not StepKind.HOLD else (s.stretch.name, s.seconds, s.side)
        for s in plan(read)
    ]
    expected: list[tuple[str, float, Side]] = []
    for interval in intervals:
        if interval.name == "Rest" and expected and expected[-1][0] == "Rest":
            expected[-1] = ("Rest", expected[-1][1] + interval.seconds, Side.BOTH)
        else:
            is_rest = interval.name == "Rest"
            expected.append((interval.name, interval.seconds, Side.BOTH if is_rest else interval.side))
    while expected[-1][0] == "Rest":
        expected.pop()
    assert done == [
        (name, min(seconds, 300.0) if name == "Rest" else seconds, side) for name, seconds, side in expected
    ]
