"""Workouts of Just Another Workout Timer: what comes of them, and what is lost."""

import json

import pytest

from routine_app.core.routine.plan import StepKind, plan
from routine_app.core.sharing.other_apps.just_another_workout_timer import LETTERS_LOST
from routine_app.core.sharing.other_apps.workout_fields import OtherAppFileError
from tests.core.sharing.other_apps.other_app_files import (
    JAWT,
    exercise,
    holds,
    outline,
    read,
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
    (other,) = read(content).routines
    assert routine_of(other).stretches[0].name == "Dehnung für Füße"


REFUSED = f"and {JAWT} opens no workout with that."


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        (None, f"Exercise 2 of set 1 is left out: it is null, {REFUSED}"),
        ({}, f"Exercise 2 of set 1 is left out: it is empty, {REFUSED}"),
        (3, f"Exercise 2 of set 1 is left out: it is a number, {REFUSED}"),
        ("Cobra", f"Exercise 2 of set 1 is left out: it is a text, {REFUSED}"),
        (
            exercise("Cobra", None),
            f'"Cobra" (exercise 2 of set 1) is left out: its duration is null, for which {JAWT} takes 30 s.',
        ),
        ({"name": "Cobra"}, f'"Cobra" (exercise 2 of set 1) is left out: its duration is missing, {REFUSED}'),
        (
            exercise("Cobra", "30"),
            f'"Cobra" (exercise 2 of set 1) is left out: its duration is a text, {REFUSED}',
        ),
        (
            exercise("Cobra", duration=True),
            f'"Cobra" (exercise 2 of set 1) is left out: its duration is true, {REFUSED}',
        ),
        (
            exercise("Cobra", float("nan")),
            f'"Cobra" (exercise 2 of set 1) is left out: its duration is no number that can be, {REFUSED}',
        ),
        (
            exercise("Cobra", [30]),
            f'"Cobra" (exercise 2 of set 1) is left out: its duration is a list, {REFUSED}',
        ),
        (exercise("Cobra", 0), '"Cobra" is left out, since it has no length.'),
        (exercise("Cobra", -5), '"Cobra" is left out, since it has no length.'),
        (
            {"name": "Cobra", "type": "counted", "count": 15},
            (
                '"Cobra" (exercise 2 of set 1) is left out: it is done 15 times, '
                f"for which {JAWT} takes 30 s, and a routine counts nothing."
            ),
        ),
    ],
)
def test_a_broken_exercise_costs_itself_alone(broken: object, words: str) -> None:
    """It is named, with what that app would have taken for it; what stands around it is there."""
    value = {"workouts": [workout(exercise("A"), broken, exercise("B")), workout(exercise("C"))]}
    found = read(value)
    first, second = found.routines
    assert [outline(routine_of(one)) for one in (first, second)] == [
        [("A", 30, 0, 1), ("B", 30, 0, 1)],
        [("C", 30, 0, 1)],
    ]
    assert (first.unsupported, second.unsupported, found.left_out) == ((words,), (), ())


def one_set(**changes: object) -> dict[str, object]:
    """A set with one exercise, and what is changed about it."""
    return {"repetitions": 1, "exercises": [exercise("Cobra")], **changes}


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        (None, f"Set 2 is left out: it is null, {REFUSED}"),
        ([], f"Set 2 is left out: it is empty, {REFUSED}"),
        (one_set(exercises=[]), f"Set 2 is left out: it has no exercise; {JAWT} drops it, too."),
        (
            one_set(exercises=None),
            f"Set 2 is left out: its list of exercises is null, for which {JAWT} takes one of 30 s.",
        ),
        ({"repetitions": 1}, f"Set 2 is left out: its list of exercises is missing, {REFUSED}"),
        (one_set(exercises="Cobra"), f"Set 2 is left out: its list of exercises is a text, {REFUSED}"),
        (one_set(repetitions=0), "Set 2 is left out: it is done 0 times."),
    ],
)
def test_a_broken_set_costs_itself_alone(broken: object, words: str) -> None:
    """The sets around it are offered."""
    sets = [one_set(exercises=[exercise("A")]), broken, one_set(exercises=[exercise("B")])]
    (other,) = read({"title": "Abs", "sets": sets}).routines
    assert outline(routine_of(other)) == [("A", 30, 0, 1), ("B", 30, 0, 1)]
    assert other.unsupported == (words,)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (
            workout(exercise("Plank"), repetitions=None),
            f"Set 1 is done once: its number of repetitions is null, for which {JAWT} takes 1.",
        ),
        (
            workout(exercise("Plank"), repetitions="3"),
            f"Set 1 is done once: its number of repetitions is a text, {REFUSED}",
        ),
        (
            workout(exercise("Plank"), title=3),
            f'Its title is a number: it is called "Workout", {REFUSED}',
        ),
        (
            workout(exercise("Plank"), title=None),
            'Its title is null: it is called "Workout", as it is there.',
        ),
        (
            {
                "title": "Abs",
                "sets": [{"repetitions": 1, "exercises": [exercise("Plank")], "name": "For legs"}],
            },
            'The name of set 1 is left out: "For legs".',
        ),
        (
            {**workout(exercise("Plank")), "order": "first"},
            "The order of the sets is a text: they come as they stand in the file.",
        ),
        (
            {**workout(exercise("Plank")), "order": ["elsewhere"]},
            'The order does not name set 1 ("Plank"): it comes last.',
        ),
        (
            {
                **workout(exercise("Plank")),
                "complexes": [
                    {
                        "name": "Bar",
                        "repetitions": 2,
                        "length": 240,
                        "exercises": [{"name": "Squat", "repetitions": 5}, {"name": "Press"}],
                    }
                ],
            },
            (
                'The complex "Bar" is left out: "Squat" 5 times, "Press" 10 times in 4 min, 2 times over, '
                "and a routine counts nothing."
            ),
        ),
        (
            workout({"name": "Plank", "duration": 30, "count": 15}),
            '"Plank" is done 15 times there; here it lasts 30 s.',
        ),
    ],
)
def test_what_is_broken_or_new_beside_the_exercises_is_told(value: object, words: str) -> None:
    """And costs no exercise."""
    (other,) = read(value).routines
    assert outline(routine_of(other)) == [("Plank", 30, 0, 1)]
    assert other.unsupported == (words,)


def test_a_name_that_is_broken() -> None:
    """Is that which the app has for nameless exercises."""
    (other,) = read(workout({"name": None, "duration": 30}, {"name": 7, "duration": 40})).routines
    assert outline(routine_of(other)) == [("Exercise", 30, 0, 1), ("Exercise", 40, 0, 1)]
    assert other.unsupported == (
        f'The name of exercise 1 of set 1 is null: it is called "Exercise", as {JAWT} calls it.',
        f'The name of exercise 2 of set 1 is a number: it is called "Exercise", {REFUSED}',
    )


def test_a_workout_that_is_broken_or_empty_costs_itself_alone() -> None:
    """In a backup; the file tells of it, since no routine is left to do so."""
    broken = [
        None,
        3,
        {},
        {"title": "No sets", "sets": None},
        workout(title="Empty"),
        workout(exercise("Rest")),
    ]
    found = read({"workouts": [*broken, workout(exercise("A"))]})
    assert [outline(routine_of(one)) for one in found.routines] == [[("A", 30, 0, 1)]]
    assert found.left_out == (
        f"Workout 1 is left out: it is null, and {JAWT} opens no backup with that.",
        f"Workout 2 is left out: it is a number, and {JAWT} opens no backup with that.",
        f'Workout 3, "Workout", is left out: its list of sets is missing, {REFUSED}',
        f'Workout 4, "No sets", is left out: its list of sets is null, for which {JAWT} takes one exercise of 30 s.',
        f'The workout "Empty" is left out: it has no exercise with a length, and {JAWT} counts down its rests alone.',
        f"Set 1 is left out: it has no exercise; {JAWT} drops it, too.",
        f'The workout "Abs" is left out: it has no exercise with a length, and {JAWT} counts down its rests alone.',
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('{"title": "Abs", "sets": []}', 'The workout "Abs" is left out: it has no exercise with a length'),
        ('{"title": "Abs", "sets": [3]}', 'The workout "Abs" is left out: it has no exercise with a length'),
        (workout({"name": "A"}), 'The workout "Abs" is left out: it has no exercise with a length'),
        ({"workouts": []}, "This backup of Just Another Workout Timer holds no workout."),
    ],
)
def test_a_file_with_nothing_in_it_is_told_in_a_sentence(content: object, words: str) -> None:
    """With all that is broken in it."""
    with pytest.raises(OtherAppFileError) as told:
        read(content)
    assert str(told.value).startswith(words)
    assert str(told.value).endswith(".")


def test_what_is_broken_without_end_is_told_so_far() -> None:
    """And how much more there is, so that the file stays one that can be kept."""
    (other,) = read(workout(exercise(), *[exercise(f"E{n}", None) for n in range(1000)])).routines
    assert (len(other.unsupported), other.unsupported[-1]) == (41, "And 960 more losses.")


def alternating(*exercises: object, repetitions: int, whole: bool = False) -> dict[str, object]:
    """A workout of version 3 with one set, which as a whole alternates or not."""
    one = {"repetitions": repetitions, "exercises": list(exercises), "alternating": whole, "name": "Set 1"}
    return {"title": "Hips", "sets": [one], "version": 3}


PIGEON = {**exercise("Pigeon pose", 45), "alternating": True}


@pytest.mark.parametrize(
    ("value", "steps"),
    [
        (alternating(PIGEON, exercise("Rest", 10), repetitions=4), "L45 10 R45 10 L45 10 R45"),
        (
            alternating(exercise("Pigeon pose", 45), exercise("Rest", 10), repetitions=4, whole=True),
            "L45 10 R45 10 L45 10 R45",
        ),
        (alternating(PIGEON, exercise("Cobra", 20), repetitions=2), "L45 B20 R45 B20"),
        (alternating(PIGEON, repetitions=6), "L45 R45 L45 R45 L45 R45"),
        (
            alternating(
                PIGEON, exercise("Pause", 5), {**PIGEON, "name": "Lunge"}, exercise("Rest", 15), repetitions=2
            ),
            "L45 5 L45 15 R45 5 R45",
        ),
    ],
)
def test_alternating_sides_become_sides(value: object, steps: str) -> None:
    """The first repetition is on the left, the next on the right, as that app says them; nothing is lost."""
    (other,) = read(value).routines
    done = [
        f"{step.side.value[0].upper() if step.kind is StepKind.HOLD else ''}{step.seconds:g}"
        for step in plan(routine_of(other))[1:]
    ]
    assert " ".join(done) == steps
    assert not [told for told in other.unsupported if "very end" not in told]


def test_one_side_and_the_other_are_one_stretch() -> None:
    """With the rest between them as the time to change."""
    (other,) = read(alternating(PIGEON, exercise("Switch sides", 10), repetitions=4)).routines
    (stretch,) = routine_of(other).stretches
    assert (len(stretch.holds), stretch.switch_seconds, stretch.rest_seconds, stretch.sets) == (2, 10, 10, 2)


def test_sets_come_in_the_order_that_the_workout_says() -> None:
    """As version 3 has it, by their ids."""
    sets = [{"id": name, "repetitions": 1, "exercises": [exercise(name)]} for name in "ABC"]
    (other,) = read({"title": "Abs", "sets": sets, "order": ["C", "A", "B"]}).routines
    assert [name for name, *_ in outline(routine_of(other))] == ["C", "A", "B"]
    assert other.unsupported == ()
    (twice,) = read({"title": "Abs", "sets": sets, "order": ["A", "B", "C", "A"]}).routines
    assert [name for name, _ in holds(routine_of(twice))] == ["A", "B", "C", "A"]
    (same,) = read(
        {"title": "Abs", "sets": [{**one, "id": "A"} for one in sets[:2]], "order": ["A"]}
    ).routines
    assert [name for name, _ in holds(routine_of(same))] == ["A", "B"]
    assert same.unsupported == ('The order does not name set 2 ("B"): it comes last.',)


def exported(value: object) -> bytes:
    """The file as that app exports it: of each unit of UTF-16 the lower byte."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-16-le")[::2]


@pytest.mark.parametrize(
    "name",
    [
        "Планка",
        "планка",
        "ТЯГА",
        "Тяга стоя",
        "Упражнение",
        "Ćwiczenie",
        "休憩のあと",
        "平板支撑",
        "تمرين",
        "מתיחה",
        "Stretch 😀",
        "Runner\N{RIGHT SINGLE QUOTATION MARK}s lunge",
        "Растяжка",
    ],
)
def test_letters_that_the_export_lost_are_noticed(name: str) -> None:
    """And the way out is told, also where a letter became a quotation mark; its share has them all."""
    value = {"workouts": [workout(exercise(name, 45), exercise("Plank"))]}
    found = read(exported(value))
    assert LETTERS_LOST in (*found.left_out, *found.routines[0].unsupported)
    assert "Share" in LETTERS_LOST
    shared = read(json.dumps(value, ensure_ascii=False).encode())
    assert shared.routines[0].unsupported == shared.left_out == ()


@pytest.mark.parametrize(
    "name",
    [
        "Dehnung für Füße",
        "PLANK 3:45",
        "[HOLD]",
        "PLANK 3X30S",
        "Step #5",
        "D&D",
        "L/R",
        "10:00",
        "Hips (L+R)",
        "ÎLE",
        "50% bend",
        "H2O BREAK",
        "T2B",
        "TOES2BAR",
        "ABS!!!",
    ],
)
def test_names_with_signs_in_them_have_lost_nothing(name: str) -> None:
    """People write what they like."""
    (other,) = read(exported(workout(exercise(name)))).routines
    assert other.unsupported == ()


def test_an_odd_name_beside_whole_letters_lost_nothing() -> None:
    """The export would have lost those, too."""
    value = workout(exercise("01>G:0"), exercise("Планка"))
    (other,) = read(json.dumps(value, ensure_ascii=False)).routines
    assert other.unsupported == ()


def test_a_file_that_lost_too_much_is_told_so() -> None:
    """Where a quotation mark stands that no name explains, and it can be read no more."""
    content = (
        exported(workout(exercise("Планка")))
        .replace(b'"id"', b"id")
        .replace(b'"duration":30', b'"duration":"3"0"')
    )
    with pytest.raises(
        OtherAppFileError, match=r"This file cannot be read\. Letters of its names were lost when Just"
    ):
        read(content)


def test_a_rest_is_one_also_without_its_letters() -> None:
    """Where what is left of them is sure enough."""
    (other,) = read(exported(workout(exercise("Планка"), exercise("Отдых", 15), exercise("Мост")))).routines
    assert [rest for _, _, rest, _ in outline(routine_of(other))] == [15, 0]
