"""What was perhaps not meant: the routine still runs."""

import pytest

from tests.data.routines.reader.routine_readings import messages, stretch_with


@pytest.mark.parametrize(
    ("lines", "place", "key", "long"),
    [
        (["hold: 61s"], (5, 11), "hold", "1m1s"),
        (["hold: 2m", "sides: each"], (5, 11), "hold", "2m"),
        (["sides: {left: 60s, right: 90s}"], (5, 31), "right", "1m30s"),
    ],
)
def test_long_hold_before_a_run(lines: list[str], place: tuple[int, int], key: str, long: str) -> None:
    """Each hold over 60 s of a routine tagged before-run is one warning."""
    text = "tags: before-run\n" + stretch_with("name: A", *lines)
    assert messages(text) == [
        (
            f"{place[0]}:{place[1]}: warning: {key}: {long} is long just before a run, "
            "and can cost strength and speed; hold for at most 1m"
        )
    ]


@pytest.mark.parametrize(
    ("tags", "line"),
    [
        ("before-run", "hold: 60s"),
        ("after-run", "hold: 61s"),
        ("before-run", "{kind: strength, hold: 61s}"),
    ],
)
def test_holds_that_are_not_too_long(tags: str, line: str) -> None:
    """60 s, another tag, and strength are no reason to warn."""
    entry = line.replace("{", "").replace("}", "").replace(", ", "\n    ")
    assert messages(f"tags: {tags}\n" + stretch_with("name: A", entry)) == []


def test_unequal_sides() -> None:
    """The first one-sided stretch is pointed at when the totals differ."""
    text = """\
title: T
stretches:
  - {name: A, hold: 30s, sides: each}
  - {name: B, hold: 30s, sides: left, sets: 2}
  - {name: C, hold: 30s, sides: right}
  - {name: D, sides: {left: 45s, right: 60s}}
"""
    assert messages(text) == [
        (
            "4:33: warning: sides: the left side is held for 1m30s in all and the right for 1m; "
            "if that is meant, write sides as a mapping such as {left: 45s, right: 60s}"
        )
    ]


def test_sides_that_are_equal_in_all() -> None:
    """Sets count, and a mapping says itself that its sides differ."""
    text = """\
title: T
stretches:
  - {name: B, hold: 15s, sides: left, sets: 2}
  - {name: C, hold: 30s, sides: right}
  - {name: D, sides: {left: 45s, right: 60s}}
"""
    assert messages(text) == []
