"""Workouts of Just Another Workout Timer: what comes of them, and what is lost."""

import json

import pytest

from routine_app.core.sharing.other_apps.reader import read_other_apps_file
from routine_app.core.sharing.other_apps.workout_fields import OtherAppFileError
from tests.core.sharing.other_apps.other_app_files import (
    JAWT,
    exercise,
    outline,
    routine_of,
    sample,
    workout,
)


def test_a_workout_of_version_1() -> None:
    """Repetitions of one exercise are sets, and a rest is the one after them."""
    (other,) = sample("jawt-1")
    routine = routine_of(other)
    assert (other.app, routine.title, routine.get_ready_seconds) == (JAWT, "Hips (évening)", 10)
    assert outline(routine) == [("Pigeon pose", 45, 15, 3), ("Butterfly: slow", 60, 0, 1)]
    assert other.unsupported == ()


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


def test_a_file_whose_accents_are_single_bytes() -> None:
    """As Just Another Workout Timer writes them when it exports."""
    content = json.dumps(workout(exercise("Dehnung für Füße")), ensure_ascii=False).encode("iso8859-1")
    (other,) = read_other_apps_file(content) or ()
    assert routine_of(other).stretches[0].name == "Dehnung für Füße"


@pytest.mark.parametrize(
    ("content", "words"),
    [
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
    ],
)
def test_a_broken_file_is_told_in_a_sentence(content: object, words: str) -> None:
    """It says where it is broken."""
    with pytest.raises(OtherAppFileError) as told:
        read_other_apps_file(content if isinstance(content, str) else json.dumps(content))
    assert str(told.value).startswith(words)
    assert str(told.value).endswith(".")
