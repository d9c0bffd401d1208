"""Files of other timers: what comes of them, what is lost, and that none of them does harm."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.routine.model import Routine, Side, SideHold, Stretch
from routine_app.core.routine.plan import StepKind, plan, planned_seconds
from routine_app.core.routine.repository import CheckedText
from routine_app.core.routine.yaml_writer import routine_text
from routine_app.core.sharing.other_apps.intervals import Interval
from routine_app.core.sharing.other_apps.intervals import routine_of as routine_of_intervals
from routine_app.core.sharing.other_apps.other_app_routine import OtherAppRoutine
from routine_app.core.sharing.other_apps.reader import PEER_LIMIT_BYTES, read_peer_file
from routine_app.core.sharing.other_apps.workout_fields import OtherAppFileError
from routine_app.core.text.clean import clean_words, shortened
from routine_app.core.text.json_parsing import NESTING_LIMIT
from routine_app.data.routines.reader.routine import read_routine

SAMPLES = Path(__file__).parent / "peer_samples"
JAWT, OPEN_HIIT = "Just Another Workout Timer", "OpenHIIT"
COLOUR_LOST = "Its colour and the sounds chosen for it: here colours and sounds are the same for all."


def sample(name: str) -> tuple[OtherAppRoutine, ...]:
    """The routines of a sample file."""
    routines = read_peer_file((SAMPLES / f"{name}.json").read_bytes())
    assert routines is not None
    return routines


def reading(text: str) -> CheckedText:
    """What the reader makes of a text."""
    return read_routine("it.yaml", text.encode())


def routine_of(peer: OtherAppRoutine) -> Routine:
    """The routine that the reader makes of what was written: there is nothing wrong with it."""
    read = reading(peer.yaml_text)
    assert (read.problems, read.routine is None) == ((), False)
    assert read.routine is not None
    assert read.routine.title == peer.title
    return read.routine


def outline(routine: Routine) -> list[tuple[str, float, float, int]]:
    """Name, hold, rest and sets of each stretch."""
    return [(s.name, s.holds[0].hold_seconds, s.rest_seconds, s.sets) for s in routine.stretches]


def holds(routine: Routine) -> list[tuple[str, float]]:
    """What is held, in order."""
    return [(step.stretch.name, step.seconds) for step in plan(routine) if step.kind is StepKind.HOLD]


def exercise(name: str = "Plank", duration: object = 30) -> dict[str, object]:
    """One exercise of Just Another Workout Timer."""
    return {"name": name, "duration": duration}


def workout(*exercises: object, title: object = "Abs", repetitions: object = 1) -> dict[str, object]:
    """A workout of Just Another Workout Timer with one set."""
    return {"title": title, "sets": [{"repetitions": repetitions, "exercises": list(exercises)}]}


def timer(**changes: object) -> dict[str, object]:
    """A timer of OpenHIIT; changes of its times are among them."""
    times: dict[str, object] = {"workTime": 30, "restTime": 10}
    own: dict[str, object] = {"name": "Abs", "activeIntervals": 2, "activities": ["A", "B"]}
    for key, value in changes.items():
        (own if key in {"name", "activeIntervals", "activities", "timeSettings"} else times)[key] = value
    return {"timeSettings": times, **own}


def only(value: object) -> OtherAppRoutine:
    """The one routine of a file."""
    (routine,) = read_peer_file(json.dumps(value)) or ()
    return routine


def test_a_workout_of_version_1() -> None:
    """Repetitions of one exercise are sets, and a rest is the one after them."""
    (peer,) = sample("jawt-1")
    routine = routine_of(peer)
    assert (peer.app, routine.title, routine.get_ready_seconds) == (JAWT, "Hips (évening)", 10)
    assert outline(routine) == [("Pigeon pose", 45, 15, 3), ("Butterfly: slow", 60, 0, 1)]
    assert peer.unsupported == ()


def test_a_backup_of_version_2() -> None:
    """Several workouts; repetitions of a whole set are rounds, if there is but one."""
    first, second = sample("jawt-backup")
    routine = routine_of(first)
    assert (routine.rounds, outline(routine)) == (3, [("Plank", 30, 0, 1), ("Bridge", 40, 20, 1)])
    assert first.unsupported == ("The rest at the very end is left out, since nothing follows it.",)
    routine = routine_of(second)
    assert (routine.title, routine.get_ready_seconds) == ("Workout", 15)
    assert outline(routine) == [("Exercise", 1800, 0, 1)]
    assert second.unsupported == (
        "The file is of a newer version of that app; what is new in it is left out.",
        '"Exercise" lasts 30 min: a hold is 1 s to 30 min.',
        '"Nothing" is left out, since it has no length.',
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
    (peer,) = sample("openhiit-workout")
    routine = routine_of(peer)
    assert (routine.title, routine.rounds) == ("Tuesday", 2)
    assert outline(routine) == [("Burpee", 30, 10, 1), ("Row", 30, 10, 1)]
    assert peer.unsupported == (COLOUR_LOST, "The time to change sides within an exercise.")


def test_losses_stand_in_the_file() -> None:
    """As comments, so that they can be looked up later."""
    lines = sample("openhiit-timers")[0].yaml_text.splitlines()
    assert lines[1:4] == ["# From OpenHIIT.", f"# {COLOUR_LOST}", "title: Morning"]


def test_a_file_whose_accents_are_single_bytes() -> None:
    """As Just Another Workout Timer writes them when it exports."""
    content = json.dumps(workout(exercise("Dehnung für Füße")), ensure_ascii=False).encode("iso8859-1")
    (peer,) = read_peer_file(content) or ()
    assert routine_of(peer).stretches[0].name == "Dehnung für Füße"


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
    peer = only(workout(*long, *many, title="t" * 81))
    routine = routine_of(peer)
    assert len(routine.stretches) == 100
    assert outline(routine)[0] == ("x" * 59 + "…", 1, 300, 1)
    name = '"' + "x" * 39 + '…"'
    assert peer.unsupported == (
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
    peer = only(value)
    assert planned_seconds(routine_of(peer)) <= 4 * 3600
    assert "A routine lasts 4 hours at most: what comes later is left out." in peer.unsupported


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
    assert read_peer_file(content) is None


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
        ('{"sets": []}', 'In the workout "title" is missing; export the file again.'),
        ('{"title": 3, "sets": []}', 'In the workout "title" is not a text; export the file again.'),
        ('{"title": "Abs", "sets": {}}', 'In the workout "sets" is not a list; export the file again.'),
        (
            '{"title": "Abs", "sets": []}',
            'The workout "Abs" has no exercise with a length; add one, and export',
        ),
        (
            '{"title": "Abs", "sets": [3]}',
            'There is no object where set 1 of "Abs" should be; export the file',
        ),
        (
            workout(exercise(duration="30")),
            'In exercise 1 of set 1 of "Abs" "duration" is not a number; export',
        ),
        (
            workout(exercise(duration=True)),
            'In exercise 1 of set 1 of "Abs" "duration" is not a number; export',
        ),
        (workout({"name": "A"}), 'In exercise 1 of set 1 of "Abs" "duration" is missing; export'),
        (workout(exercise(), repetitions=None), 'In set 1 of "Abs" "repetitions" is missing; export'),
        (
            '{"title": "A", "sets": [{"repetitions": NaN}]}',
            'In set 1 of "A" "repetitions" is not a number that',
        ),
        ({"workouts": []}, "This backup of Just Another Workout Timer holds no workout."),
        ({"workouts": [workout(exercise()), 3]}, "There is no object where workout 2 should be; export"),
        ([timer(workTime="a")], 'In the times of timer 1 "workTime" is not a number; export the file again.'),
        ([timer(), 3], "There is no object where timer 2 should be; export the file again."),
        ([timer(timeSettings=None)], "There is no object where the times of timer 1 should be; export"),
        ([timer(timeSettings="{")], "A text inside timer 1 cannot be read: line 1 is not JSON; export"),
        ([timer(activities=[3])], 'In timer 1 "activities" is not a list of names; export the file again.'),
        ([timer(workTime=0)], 'The timer "Abs" has no interval with a length; add one, and export it again.'),
        (" " * (PEER_LIMIT_BYTES + 1), "This file is larger than 1 MiB, which no file of workouts is."),
    ],
)
def test_a_broken_file_is_told_in_a_sentence(content: object, words: str) -> None:
    """It says where it is broken."""
    with pytest.raises(OtherAppFileError) as told:
        read_peer_file(content if isinstance(content, str) else json.dumps(content))
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
        for peer in read_peer_file(json.dumps(value)) or ():
            routine_of(peer)


@given(st.one_of(st.binary(), st.text().map(lambda text: "{" + text), st.text(alphabet='[]{}",:\\0a ')))
def test_whatever_the_text_is_it_is_read_or_refused(content: bytes | str) -> None:
    """Nothing else comes of it."""
    with suppress(OtherAppFileError):
        assert read_peer_file(content) is None


def test_many_quotes_take_little_time() -> None:
    """The depth is found in one pass, also where no string ends."""
    with pytest.raises(OtherAppFileError):
        read_peer_file("[" + '"\\' * 500_000)


@pytest.mark.parametrize(
    "unfit", ["\x00", "\x1b", "\x7f", "\x85", "\u2028", "\ud800", "\ufeff", "\ufffe", "\uffff"]
)
def test_characters_that_no_routine_may_have(unfit: str) -> None:
    """They become a space, and the file is good."""
    routine = routine_of(only(workout(exercise(f" A{unfit}\n B "))))
    assert routine.stretches[0].name == "A B"


WORDS = st.text().map(clean_words).filter(bool)
HARD_WORDS = st.sampled_from(
    [
        "No",
        "~",
        "null",
        "1:30",
        "a: b",
        "a #b",
        "- a",
        "'",
        '"',
        "\\",
        "{a",
        "*a",
        "!a",
        "%",
        "@",
        "x\\n",
        "=",
        "🧘",
        "...",
    ]
)
NAMES = st.one_of(WORDS, HARD_WORDS)
SECONDS = st.integers(1000, 1_800_000).map(lambda milliseconds: milliseconds / 1000)
GAPS = st.integers(0, 300_000).map(lambda milliseconds: milliseconds / 1000)
STRETCHES = st.builds(
    Stretch,
    NAMES.map(lambda name: shortened(name, 60)),
    SECONDS.map(lambda seconds: (SideHold(Side.BOTH, seconds),)),
    GAPS,
    st.just(5.0),
    sets=st.integers(1, 2),
)


@given(
    st.builds(
        Routine,
        NAMES.map(lambda name: shortened(name, 80)),
        st.lists(STRETCHES, min_size=1, max_size=3).map(tuple),
        GAPS,
    ),
    st.lists(st.text(), max_size=3),
)
def test_what_is_written_is_read_back(routine: Routine, remarks: list[str]) -> None:
    """The same to the millisecond, whatever the words and remarks."""
    read = reading(routine_text(routine, remarks))
    assert (read.problems, read.routine) == ((), routine)


@given(
    st.lists(
        st.builds(Interval, st.sampled_from(["A", "B", "Rest"]), st.sampled_from([5.0, 10.0])), max_size=90
    )
)
def test_sets_and_rounds_change_no_time(intervals: list[Interval]) -> None:
    """What is done when is the same as one interval after the other."""
    routine = routine_of_intervals("Abs", 0.0, intervals, [])
    if routine is None:
        assert all(interval.is_rest for interval in intervals)
        return
    read = reading(routine_text(routine)).routine
    assert read is not None
    done = [("Rest" if s.kind is not StepKind.HOLD else s.stretch.name, s.seconds) for s in plan(read)]
    expected: list[tuple[str, float]] = []
    for interval in intervals:
        if interval.is_rest and expected and expected[-1][0] == "Rest":
            expected[-1] = ("Rest", expected[-1][1] + interval.seconds)
        else:
            expected.append((interval.name, interval.seconds))
    while expected[-1][0] == "Rest":
        expected.pop()
    assert done == [(name, min(seconds, 300.0) if name == "Rest" else seconds) for name, seconds in expected]
