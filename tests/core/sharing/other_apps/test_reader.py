"""Files of other timers: what comes of them, what is lost, and that none of them does harm."""

import json
from contextlib import suppress
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.routine.plan import PLAN_LIMIT_SECONDS
from routine_app.core.sharing.other_apps.other_app_routine import (
    INTERVALS_OF_A_WORKOUT,
    MOST_INTERVALS,
    OtherAppFile,
)
from routine_app.core.sharing.other_apps.reader import read_other_apps_file
from routine_app.core.sharing.other_apps.workout_fields import OtherAppFileError
from routine_app.core.text.decoding import decode_json_file
from routine_app.core.text.json_parsing import NESTING_LIMIT
from routine_app.core.text.numbers import count
from tests.core.sharing.other_apps.other_app_files import (
    exercise,
    read,
    routine_of,
    timer,
    workout,
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
        b"{",
        b"[" * 100_000,
        b'{"sets": [{"name": "Hips", "repetitions": 2, "actions": [{"name": "Butterfly", "time": 30}]}], "workouts": []}',
        b'{"workouts": [{"name": "Evening", "sets": ["Hips"]}]}',
        b'{"workouts": [{"title": "Evening", "exercises": []}], "user": 3}',
        b'{"workouts": [{"title": "Legs", "sets": [{"reps": 5, "weight": 60}]}]}',
        b'{"title": "Legs", "sets": [{"exercises": [{"name": "Squat", "reps": 5}]}]}',
        b'{"sessions": [{"id": 1}]}',
        b'[{"name": "x", "activities": ["A"]}]',
        b'{"exercises": ["A"], "title": "x"}',
        b"\xff\xfe\x00",
    ],
)
def test_other_files_are_none_of_theirs(content: bytes) -> None:
    """Which is no mistake in them, also where they use the same words."""
    assert read_other_apps_file(decode_json_file(content)) is None


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('{"title": "Abs",\n "sets": [', "This file is not whole: line 2 is not JSON; export it again."),
        (
            '{"sets": ' + "[" * 100_000,
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
        read(content)
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
        *("alternating", "count", "order", "complexes", "length", "id"),
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
        found = read_other_apps_file(json.dumps(value))
        for other in found.routines if found else ():
            routine_of(other)


@given(st.one_of(st.binary(), st.text().map(lambda text: "{" + text), st.text(alphabet='[]{}",:\\0a ')))
def test_whatever_the_text_is_it_is_read_or_refused(content: bytes | str) -> None:
    """Nothing else comes of it."""
    with suppress(OtherAppFileError):
        text = decode_json_file(content) if isinstance(content, bytes) else content
        assert read_other_apps_file(text) is None


def test_many_quotes_take_little_time() -> None:
    """The depth is found in one pass, also where no string ends."""
    assert read_other_apps_file("[" + '"\\' * 500_000) is None
    assert read_other_apps_file('["name":"' * 100_000) is None


@pytest.mark.parametrize(
    ("one", "most"),
    [
        (timer(workTime=1, restTime=0, activeIntervals=10**9), ceil(MOST_INTERVALS / PLAN_LIMIT_SECONDS)),
        (workout(exercise()), MOST_INTERVALS // INTERVALS_OF_A_WORKOUT),
    ],
)
def test_a_file_of_more_than_anybody_has_is_read_in_part(one: object, most: int) -> None:
    """As many as fit into a moment; that the others are left out is told first."""

    def found(number: int) -> OtherAppFile:
        return read([one] * number if "timeSettings" in str(one) else {"workouts": [one] * number})

    assert (len(found(most).routines), found(most).left_out) == (most, ())
    assert len(found(most + 1).routines) == most
    told = f"what comes after its first {most} is left out; export it in parts."
    assert found(most + 1).left_out == (f"The file holds more than can be looked through at once: {told}",)


@pytest.mark.parametrize("value", [workout(exercise("Dehnung für Füße")), [timer(activities=["Füße", "B"])]])
@pytest.mark.parametrize("tail", ['e": 45}]}]}', "}]}]}", "]", "\n{}", "[[[[", '"'])
def test_the_rest_of_an_older_longer_file_is_cut_off_and_told(value: object, tail: str) -> None:
    """Whatever is left of it: the routine is as it would be without."""
    whole = json.dumps(value, ensure_ascii=False)
    cut = f"After its end the file goes on with {count(len(tail.strip()), 'character')} of an older, longer one: they are cut off."
    found = read(whole + tail)
    assert (found.routines[0].yaml_text, found.left_out) == (read(whole).routines[0].yaml_text, (cut,))


def test_the_rest_of_an_older_file_may_begin_within_a_letter() -> None:
    """Then the file as a whole is no UTF-8, and its letters are read right all the same."""
    content = json.dumps(workout(exercise("Füße")), ensure_ascii=False).encode() + "ü".encode()[1:] + b'", 3]'
    found = read(content)
    assert routine_of(found.routines[0]).stretches[0].name == "Füße"
    assert len(found.left_out) == 1


@pytest.mark.parametrize(
    "encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
)
def test_any_encoding_of_unicode(encoding: str) -> None:
    """With its mark or without, as an editor may have saved it."""
    text = json.dumps(workout(exercise("Отдых на спине")), ensure_ascii=False)
    (other,) = read(text.encode(encoding)).routines
    assert routine_of(other).stretches[0].name == "Отдых на спине"
