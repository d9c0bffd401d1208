"""Files of other timers: what comes of them, what is lost, and that none of them does harm."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.sharing.other_apps.reader import read_other_apps_file
from routine_app.core.sharing.other_apps.workout_fields import OtherAppFileError
from routine_app.core.text.json_parsing import NESTING_LIMIT
from tests.core.sharing.other_apps.other_app_files import (
    routine_of,
)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"title: Hips\n",
        b"null",
        b"3",
        b'"text"',
        b"{}",
        b"[]",
        b'{"title": "Hips", "stretches": []}',
        b'{"workouts": 3}',
        b'[{"name": "x"}]',
        b"\xff\xfe\x00",
    ],
)
def test_other_files_are_none_of_theirs(content: bytes) -> None:
    """Which is no mistake in them."""
    assert read_other_apps_file(content) is None


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{", "This file is not whole: line 1 is not JSON; export it again."),
        ('{"title": "Abs",\n "sets": [', "This file is not whole: line 2 is not JSON; export it again."),
        (
            "[" * 100_000,
            f"This file is not whole: brackets stand more than {NESTING_LIMIT} deep in each other; ",
        ),
        (
            '{"sets": ' + "9" * 5000 + "}",
            "This file is not whole: it holds a number that is too long; export",
        ),
    ],
)
def test_a_broken_file_is_told_in_a_sentence(content: object, words: str) -> None:
    """It says where it is broken."""
    with pytest.raises(OtherAppFileError) as told:
        read_other_apps_file(content if isinstance(content, str) else json.dumps(content))
    assert str(told.value).startswith(words)
    assert str(told.value).endswith(".")


SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(),
    st.sampled_from([10**400, "[]", '["A"]', "{}"]),
)
KEYS = st.sampled_from(
    [
        *("title", "sets", "repetitions", "exercises", "name", "duration", "version", "workouts"),
        *("timeSettings", "activeIntervals", "activities", "restarts", "workTime", "restTime", "breakTime"),
        *("getReadyTime", "warmupTime", "exerciseTime", "numExercises", "iterations"),
    ]
)
JSON_VALUES = st.recursive(
    SCALARS, lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=6))
)
EXERCISES = st.fixed_dictionaries(
    {"name": st.text(), "duration": st.one_of(st.integers(), st.floats(0, 9999))}
)
SETS = st.fixed_dictionaries(
    {"repetitions": st.integers(0, 40), "exercises": st.lists(EXERCISES, max_size=5)}
)
WORKOUTS = st.fixed_dictionaries({"title": st.text(), "sets": st.lists(SETS, max_size=4)})
TIMES = st.dictionaries(KEYS, st.integers(-5, 10_000))
TIMERS = st.fixed_dictionaries(
    {
        "name": st.text(),
        "activities": st.lists(st.text()),
        "activeIntervals": st.integers(0, 60),
        "timeSettings": TIMES,
    }
)


@given(
    st.one_of(
        JSON_VALUES, WORKOUTS, st.lists(TIMERS, max_size=3), st.builds(lambda w: {"workouts": [w]}, WORKOUTS)
    )
)
def test_whatever_the_json_is_it_is_read_or_refused(value: object) -> None:
    """And what is read is a good file."""
    with suppress(OtherAppFileError):
        for other in read_other_apps_file(json.dumps(value)) or ():
            routine_of(other)


@given(st.one_of(st.binary(), st.text().map(lambda text: "{" + text), st.text(alphabet='[]{}",:\\0a ')))
def test_whatever_the_text_is_it_is_read_or_refused(content: bytes | str) -> None:
    """Nothing else comes of it."""
    with suppress(OtherAppFileError):
        assert read_other_apps_file(content) is None


def test_many_quotes_take_little_time() -> None:
    """The depth is found in one pass, also where no string ends."""
    with pytest.raises(OtherAppFileError):
        read_other_apps_file("[" + '"\\' * 500_000)
