"""Lists: of one, of none, and of too many."""

import pytest

from tests.data.routines.reader.routine_readings import (
    messages,
    routine_of,
    routine_with,
    stretch_of,
    stretch_with,
)


def test_one_word_alone_is_a_list_of_one() -> None:
    """A single tag or muscle needs no brackets."""
    routine = routine_of("title: T\ntags: hips\nstretches: [{name: A, hold: 30, muscles: glutes}]")
    assert (routine.tags, routine.stretches[0].muscles) == (("hips",), ("glutes",))


@pytest.mark.parametrize("key", ["muscles", "cues"])
def test_an_empty_list_is_none(key: str) -> None:
    """`cues: []` is the same as no cues."""
    assert getattr(stretch_of("name: A", "hold: 30", f"{key}: []"), key) == ()


def test_lists() -> None:
    """At most 20 tags, 6 muscles, 20 cues."""
    assert len(routine_of(routine_with(f"tags: [{', '.join(f't{i}' for i in range(20))}]")).tags) == 20
    assert messages(routine_with(f"tags: [{', '.join(f't{i}' for i in range(21))}]")) == [
        "2:7: tags: has 21 entries; write a list of at most 20 words"
    ]
    six = "it_band, hip_flexors, adductors, quadriceps, glutes, hamstrings"
    assert len(stretch_of("name: A", "hold: 9", f"muscles: [{six}]").muscles) == 6
    assert messages(stretch_with("name: A", "hold: 9", f"muscles: [{six}, core]")) == [
        "5:14: muscles: has 7 entries; write a list of at most 6 muscles"
    ]
    assert len(stretch_of("name: A", "hold: 9", f"cues: [{'x, ' * 20}]").cues) == 20
    assert messages(stretch_with("name: A", "hold: 9", f"cues: [{'x, ' * 21}]")) == [
        "5:11: cues: has 21 entries; write a list of at most 20 cues"
    ]


def test_stretches() -> None:
    """One to 100 stretches."""
    stretch = "{name: A, hold: 9}, "
    assert len(routine_of(f"title: T\nstretches: [{stretch * 100}]").stretches) == 100
    for number in (0, 101):
        assert messages(f"title: T\nstretches: [{stretch * number}]") == [
            f"2:12: stretches: has {number} entries; write a list of 1 to 100 stretches"
        ]


def test_a_wrong_alias_is_told_where_it_is_used() -> None:
    """A value that does not fit where its alias stands is reported there."""
    assert messages("title: &t Hips\nstretches: *t\n") == [
        '2:12: stretches: "Hips" is not a list; write a list of 1 to 100 stretches'
    ]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (
            ["name: A", "hold: 30", "cues: Stay tall."],
            '5:11: cues: "Stay tall." is not a list; write a list of at most 20 cues',
        ),
        (
            ["name: A", "hold: 30", "cues:"],
            "5:10: cues: is empty; write a list of at most 20 cues, or leave the key out",
        ),
    ],
)
def test_a_text_is_no_list(lines: list[str], message: str) -> None:
    """Nor is nothing."""
    assert messages(stretch_with(*lines)) == [message]


def test_a_mapping_is_no_list() -> None:
    """It is one error."""
    assert messages(routine_with("tags: {a: b}")) == [
        "2:7: tags: is a mapping; write a list of at most 20 words"
    ]
