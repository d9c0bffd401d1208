"""Which routines of a list are looked for."""

import time

import pytest

from routine_app.core.library.search import Findable, RoutineFilter, findable, worked_muscles
from routine_app.core.routine.model import Routine, Side, SideHold, Stretch
from routine_app.core.routine.muscles import HIP_MUSCLES
from routine_app.core.routine.problem import Problem
from routine_app.core.routine.repository import RoutineEntry

PIGEON = Stretch(
    "Pigeon pose", (SideHold(Side.BOTH, 30.0),), 10.0, 5.0, muscles=("hip_flexors", "it_band"), how="Fold it."
)
FROG = Stretch("Grenouille à l'arrêt", (SideHold(Side.BOTH, 20.0),), 10.0, 5.0, muscles=("adductors",))
ROUTINE = Routine("Runner's Évening", (PIGEON, FROG), description="Calm, after work.", tags=("bedtime",))
ENTRY = RoutineEntry("quiet", "quiet-hour.yaml", ROUTINE)
BROKEN = RoutineEntry("odd", "odd file.yaml", None, (Problem("odd file.yaml", 1, 1, "title", "is missing"),))
LONGEST_MILLISECONDS = 10.0


@pytest.mark.parametrize(
    "words",
    [
        "",
        "  ",
        "runner",
        "calm",
        "quiet-hour.yaml",
        "bedtime",
        "pigeon",
        "hip flexors",
        "IT BAND",
        "evening",
        "ÉVENING",
        "e\u0301vening",
        "grenouille a l'arret",
        "arrêt",
        "runner's",
        "runner\u2019s",
        "flex  bed\tpose",
        "igeo",
        "\u0301",
    ],
)
def test_every_word_is_somewhere(words: str) -> None:
    """In the title, the description, the file's name, a tag, a stretch or a muscle, however it is written."""
    assert RoutineFilter(words).matches(findable(ENTRY))


@pytest.mark.parametrize(
    "words", ["morning", "calm morning", "it_band", "poseGrenouille", "fold", "workquiet"]
)
def test_a_word_that_is_nowhere(words: str) -> None:
    """One is enough; what is said of how a stretch is done is not searched, and no word goes on in another field."""
    assert not RoutineFilter(words).matches(findable(ENTRY))


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Stra\u00dfe", "STRASSE"),
        ("\uff30igeon", "pigeon"),
        ("Runner\u2019s", "runner's"),
        ("\u0130stanbul", "ist"),
    ],
)
def test_what_is_in_the_file_is_folded_too(title: str, words: str) -> None:
    """Sharp s, wide letters, curly apostrophes, capitals of other languages."""
    assert RoutineFilter(words).matches(findable(ENTRY._replace(routine=ROUTINE._replace(title=title))))


@pytest.mark.parametrize(
    ("muscles", "is_match"),
    [
        (set(), True),
        ({"it_band"}, True),
        ({"it_band", "adductors", "hip_flexors"}, True),
        ({"it_band", "neck"}, False),
        ({"neck"}, False),
    ],
)
def test_it_works_every_muscle_that_is_chosen(muscles: set[str], *, is_match: bool) -> None:
    """Whichever stretch does."""
    assert RoutineFilter(muscles=frozenset(muscles)).matches(findable(ENTRY)) is is_match


def test_words_and_muscles_must_both_match() -> None:
    """Neither alone is enough."""
    adductors = frozenset({"adductors"})
    assert RoutineFilter("pigeon", adductors).matches(findable(ENTRY))
    assert not RoutineFilter("cobra", adductors).matches(findable(ENTRY))
    assert not RoutineFilter("pigeon", frozenset({"neck"})).matches(findable(ENTRY))


@pytest.mark.parametrize(
    ("wanted", "is_match"),
    [
        (RoutineFilter(), True),
        (RoutineFilter(" "), True),
        (RoutineFilter("ODD yaml"), True),
        (RoutineFilter("missing"), False),
        (RoutineFilter("title"), False),
        (RoutineFilter("odd", frozenset({"neck"})), False),
        (RoutineFilter(muscles=frozenset({"neck"})), False),
    ],
)
def test_a_broken_file_has_only_its_name(wanted: RoutineFilter, *, is_match: bool) -> None:
    """While nothing is looked for it is there."""
    assert wanted.matches(findable(BROKEN)) is is_match


def test_a_broken_file_that_was_good_is_searched_as_it_was() -> None:
    """Its card shows the good version too."""
    assert RoutineFilter("pigeon", frozenset({"it_band"})).matches(
        findable(ENTRY._replace(problems=BROKEN.problems))
    )


@pytest.mark.parametrize(
    ("wanted", "is_on"),
    [
        (RoutineFilter(), False),
        (RoutineFilter(" \t"), False),
        (RoutineFilter("\u0301"), False),
        (RoutineFilter("a"), True),
        (RoutineFilter(muscles=frozenset({"neck"})), True),
    ],
)
def test_it_is_on_when_it_asks_for_something(wanted: RoutineFilter, *, is_on: bool) -> None:
    """Blanks ask for nothing."""
    assert wanted.is_on is is_on


def test_a_muscle_is_chosen_and_let_go_of() -> None:
    """The words and the other muscles stay."""
    chosen = RoutineFilter("hip").toggled("neck").toggled("glutes")
    assert chosen == RoutineFilter("hip", frozenset({"neck", "glutes"}))
    assert chosen.toggled("neck") == RoutineFilter("hip", frozenset({"glutes"}))


def test_the_muscles_of_the_hip_come_first() -> None:
    """In the order of the ring; then the app's others, then those that it does not know."""
    works = [("psoas", "neck", "glutes"), ("calves", "it_band"), ("abs", *reversed(HIP_MUSCLES))]
    entries = [
        ENTRY._replace(routine=ROUTINE._replace(stretches=(PIGEON._replace(muscles=muscles),)))
        for muscles in works
    ]
    assert worked_muscles(map(findable, [BROKEN, *entries])) == [
        *HIP_MUSCLES,
        "calves",
        "neck",
        "abs",
        "psoas",
    ]
    assert worked_muscles(map(findable, [BROKEN, *entries[:2]])) == [
        "it_band",
        "glutes",
        "calves",
        "neck",
        "psoas",
    ]


def test_two_hundred_routines_are_searched_at_once() -> None:
    """Faster than one types, accents and all."""
    long = ROUTINE._replace(stretches=(PIGEON, FROG) * 5, description="Étirez-vous après la course. " * 15)
    routines = [findable(ENTRY._replace(routine=long)) for _ in range(200)]
    wanted = RoutineFilter("hip étirez nothing", frozenset({"it_band"}))
    assert min(_milliseconds(wanted, routines) for _ in range(5)) < LONGEST_MILLISECONDS


def _milliseconds(wanted: RoutineFilter, routines: list[Findable]) -> float:
    start = time.process_time()
    assert [routine for routine in routines if wanted.matches(routine)] == []
    return (time.process_time() - start) * 1000
