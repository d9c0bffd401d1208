"""The keys of a mapping, known and unknown."""

import pytest

from tests.data.routines.reader.routine_readings import (
    messages,
    routine_with,
)


def test_merge_keys() -> None:
    """`<<` is no key, and what it might have brought is not missed."""
    text = "title: T\nstretches:\n  - &a {name: A, hold: 9}\n  - {<<: *a, name: B}\n"
    assert messages(text) == [
        '4:6: <<: merges nothing here; repeat a whole entry with "- *name", or write its keys again'
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            "rests: 3",
            (
                "2:1: rests: is not a key of a routine; write one of title, description, tags, language, get_ready, "
                'rest, switch, rounds, stretches; did you mean "rest"?'
            ),
        ),
        (
            "Get-Ready: 3",
            (
                "2:1: Get-Ready: is not a key of a routine; write one of title, description, tags, "
                'language, get_ready, rest, switch, rounds, stretches; did you mean "get_ready"?'
            ),
        ),
        (
            "qqqqq: 3",
            (
                "2:1: qqqqq: is not a key of a routine; write one of title, description, tags, language, get_ready, "
                "rest, switch, rounds, stretches"
            ),
        ),
        ("rest:", "2:6: rest: is empty; write a duration from 0s to 5m, or leave the key out"),
        ("title: Other", "2:1: title: stands twice, first on line 1; keep one of the two"),
        (
            "? [a]\n: b",
            (
                "2:3: a list or mapping is no key; write one of title, description, tags, language, get_ready, rest, "
                "switch, rounds, stretches"
            ),
        ),
    ],
)
def test_errors_of_keys(line: str, message: str) -> None:
    """A wrong key, one that stands twice and one without a value are each one error."""
    assert messages(routine_with(line)) == [message]
