"""Texts and numbers: what is read, and what is not allowed."""

import pytest

from tests.data.routines.reader.routine_readings import (
    messages,
    routine_of,
    routine_with,
    stretch_of,
    stretch_with,
)


@pytest.mark.parametrize(
    "text", ["No", "yes", "on", "~", "null", "2024", "1:30", "0x1F", "1e3", "2024-01-01", "1_000", "3.10"]
)
def test_a_text_is_what_is_written(text: str) -> None:
    """A title is the scalar's own text, whatever YAML would make of it."""
    assert routine_of(f"title: {text}\nstretches: [{{name: {text}, hold: 30}}]").title == text


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("'  Hips  '", "Hips"),
        ('"Hips \\u00e9"', "Hips \u00e9"),
        (">\n  Long\n  hips\n", "Long hips"),
        ("|\n  Hips\n", "Hips"),
        ("Hips # a comment", "Hips"),
        ("\u4f38\u5c55 \U0001f9d8", "\u4f38\u5c55 \U0001f9d8"),
    ],
)
def test_ways_to_write_a_text(written: str, text: str) -> None:
    """Quotes, block texts, comments and any script work; spaces around are cut off."""
    assert routine_of(f"title: {written}\nstretches: [{{name: A, hold: 30}}]").title == text


def test_whole_numbers() -> None:
    """`rounds` and `sets` are 1 to 20."""
    assert routine_of(routine_with("rounds: 20")).rounds == 20
    assert stretch_of("name: A", "hold: 9", "sets: 20").sets == 20
    for wrong in ("0", "21", "-1", "1.0", "two", "1e1", "+1", "1_0", "0x1", "٣", "9" * 20):
        assert messages(routine_with(f"rounds: {wrong}")) == [
            f'2:9: rounds: "{wrong}" is not a whole number from 1 to 20'
        ]
        assert messages(stretch_with("name: A", "hold: 9", f"sets: {wrong}")) == [
            f'5:11: sets: "{wrong}" is not a whole number from 1 to 20'
        ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("rest: 3 min", '2:7: rest: "3 min" is not a duration; write it like 30s, 1m30s or 1:30'),
        ("rest: [3]", "2:7: rest: is a list; write a duration from 0s to 5m"),
        (
            "description: ''",
            "2:14: description: is empty; write text of 1 to 500 characters, or leave the key out",
        ),
        ("description: [a, b]", "2:14: description: is a list; write text of 1 to 500 characters"),
        (
            "description: {a: b}",
            (
                "2:14: description: is a mapping; write text of 1 to 500 characters "
                '(a text that contains ": " needs quotes)'
            ),
        ),
        ("tags: [a, [b]]", "2:11: tags: is a list; write one word of at most 40 characters"),
        ("tags: [a, '']", "2:11: tags: is empty; write one word of at most 40 characters"),
        (
            "tags: hips, run",
            '2:7: tags: "hips, run" is not one word; write a list: [hips, run]',
        ),
        (
            'description: "a\\x07b"',
            '2:14: description: "a\\x07b" holds the control character U+0007; remove it',
        ),
    ],
)
def test_errors_of_a_value(line: str, message: str) -> None:
    """A value that is not allowed is one error."""
    assert messages(routine_with(line)) == [message]
