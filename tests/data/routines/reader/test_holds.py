"""The holds of one set, from `hold`, `sides` and `first`."""

import pytest

from routine_app.core.routine.model import Side, SideHold
from tests.data.routines.reader.routine_readings import (
    BOTH,
    LEFT,
    RIGHT,
    messages,
    routine_of,
    stretch_of,
    stretch_with,
)


@pytest.mark.parametrize(
    ("lines", "holds"),
    [
        (["sides: together", "hold: 40"], [(BOTH, 40)]),
        (["sides: each", "hold: 40"], [(LEFT, 40), (RIGHT, 40)]),
        (["sides: each", "first: left", "hold: 40"], [(LEFT, 40), (RIGHT, 40)]),
        (["sides: each", "first: right", "hold: 40"], [(RIGHT, 40), (LEFT, 40)]),
        (["sides: {left: 45s, right: 1m}"], [(LEFT, 45), (RIGHT, 60)]),
        (["sides: {right: 1m, left: 45s}"], [(LEFT, 45), (RIGHT, 60)]),
        (["first: right", "sides: {left: 45s, right: 1m}"], [(RIGHT, 60), (LEFT, 45)]),
    ],
)
def test_holds_of_one_set(lines: list[str], holds: list[tuple[Side, float]]) -> None:
    """`sides` and `first` make the holds of a set, in order."""
    stretch = stretch_of("name: A", *lines)
    assert stretch.holds == tuple(SideHold(side, float(seconds)) for side, seconds in holds)


@pytest.mark.parametrize(("side", "other"), [("left", "right"), ("right", "left")])
def test_a_single_side(side: str, other: str) -> None:
    """`left` and `right` are one hold of that side."""
    text = (
        f"title: T\nstretches:\n  - {{name: A, hold: 9, sides: {side}}}\n"
        f"  - {{name: B, hold: 9, sides: {other}}}\n"
    )
    assert [s.holds for s in routine_of(text).stretches] == [
        (SideHold(Side(side), 9.0),),
        (SideHold(Side(other), 9.0),),
    ]


@pytest.mark.parametrize("written", ["hold: {}", "sides: {{left: {}, right: 30s}}"])
def test_holds(written: str) -> None:
    """A hold is 1 second to 30 minutes, also for one side."""
    assert stretch_of("name: A", written.format("1s")).holds[0].hold_seconds == 1.0
    assert stretch_of("name: A", written.format("30m")).holds[0].hold_seconds == 1800.0
    for wrong in ("0", "0.999", "30:01"):
        found = messages(stretch_with("name: A", written.format(wrong)))
        assert len(found) == 1
        assert found[0].endswith(f'"{wrong}" is out of range; write a duration from 1s to 30m')


def test_hold_beside_a_mapping() -> None:
    """A hold that is not used is a warning, and an error if it is wrong as well."""
    lines = ("name: A", "sides: {left: 9, right: 9}")
    unused = "warning: hold: is not used, because sides gives each side its own hold; remove it"
    assert messages(stretch_with(*lines, "hold: 30s")) == [f"5:11: {unused}"]
    assert messages(stretch_with(*lines, "hold: x")) == [
        '5:11: hold: "x" is not a duration; write it like 30s, 1m30s or 1:30',
        f"5:11: {unused}",
    ]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (
            ["name: A", "hold: 30", "sides: Left"],
            (
                '5:12: sides: "Left" is not allowed; write together, each, left, right or a mapping such as '
                '{left: 45s, right: 60s}; did you mean "left"?'
            ),
        ),
        (
            ["name: A", "hold: 30", "sides: [left, right]"],
            (
                "5:12: sides: is a list; write together, each, left, right or a mapping such as "
                "{left: 45s, right: 60s}"
            ),
        ),
        (
            ["name: A", "hold: 30", "first: both"],
            '5:12: first: "both" is not allowed; write left or right',
        ),
        (
            ["name: A", "sides: {left: 30}"],
            "4:12: right: is missing; write a duration from 1s to 30m",
        ),
        (
            ["name: A", "sides: {left: 30, right: 30, rigth: 30}"],
            '4:34: rigth: is not a key of sides; write one of left, right; did you mean "right"?',
        ),
    ],
)
def test_errors_of_the_sides(lines: list[str], message: str) -> None:
    """A wrong `sides` or `first` is one error."""
    assert messages(stretch_with(*lines)) == [message]
