"""The routines that ship with the app."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from routine_app.core.routine.model import Routine, Side, Stretch, StretchKind
from routine_app.core.routine.muscles import HIP_MUSCLES
from routine_app.core.routine.plan import StepKind, plan, planned_seconds
from routine_app.data.routines.reader.routine import read_routine_file

ROUTINES = Path(__file__).parents[3] / "routines"
ARTICLE, POSITION_STAND = "Your Hips: Balance is Key", "Garber 2011"

STRETCHES = ("IT band lean", "Pigeon pose", "Butterfly", "Quad pull", "Hamstring reach")
FIGURES = ("it-band-lean", "pigeon-pose", "butterfly", "quad-pull", "hamstring-reach")
MUSCLES = ("it_band", "hip_flexors", "adductors", "quadriceps", "hamstrings")

TITLES = {
    "after-run.yaml": "After the run",
    "before-run.yaml": "Before the run",
    "desk-break.yaml": "Desk break",
    "glute-strength.yaml": "Glute strength",
    "on-the-floor.yaml": "On the floor",
    "quick-reset.yaml": "Quick reset",
    "runner-hips.yaml": "Runner's hips",
    "six-ropes.yaml": "Six ropes",
}
NEW_ROUTINES = sorted(TITLES.keys() - {"quick-reset.yaml", "runner-hips.yaml"})

STANDING = {
    "Calf stretch",
    "Chest opener",
    "Hamstring reach",
    "IT band lean",
    "Quad pull",
    "Side bend",
    "Side lunge",
    "Single-leg stand",
}
KNEELING = {"Child's pose", "Low lunge", "Pigeon pose"}
SITTING = {"Butterfly"}
ON_THE_BACK = {"Bridge", "Figure four", "Knee to chest", "Lying hamstring stretch", "Lying twist"}
ON_THE_SIDE = {"Side-lying leg raise", "Side-lying quad pull"}
AT_A_DESK = {"Chest opener", "Cross-body arm", "Neck tilt", "Seated figure four", "Side bend", "IT band lean"}

SHORT_HOLD_SECONDS = 15
LONGEST_HOLD_SECONDS = 30


def shipped(name: str) -> Routine:
    """The routine of a shipped file, which has no problems."""
    reading = read_routine_file(ROUTINES / name)
    assert reading.problems == ()
    assert reading.routine is not None
    return reading.routine


def all_shipped() -> list[Routine]:
    """Every routine that ships."""
    return [shipped(name) for name in TITLES]


def held_seconds(routine: Routine) -> Counter[tuple[str, Side]]:
    """How long a routine holds each muscle, on each side."""
    held: Counter[tuple[str, Side]] = Counter()
    for step in plan(routine):
        sides = (Side.LEFT, Side.RIGHT) if step.side is Side.BOTH else (step.side,)
        for place in ((muscle, side) for muscle in step.stretch.muscles for side in sides):
            held[place] += int(step.seconds) if step.kind is StepKind.HOLD else 0
    return held


def names(routine: Routine) -> list[str]:
    """The stretches of a routine, in their order."""
    return [stretch.name for stretch in routine.stretches]


def test_these_ship() -> None:
    """Each under its title, and no other."""
    assert {path.name: shipped(path.name).title for path in ROUTINES.glob("*.yaml")} == TITLES


def test_total() -> None:
    """Each takes as long as it should."""
    assert {name: planned_seconds(shipped(name)) for name in TITLES} == {
        "after-run.yaml": 415.0,
        "before-run.yaml": 239.0,
        "desk-break.yaml": 275.0,
        "glute-strength.yaml": 416.0,
        "on-the-floor.yaml": 513.0,
        "quick-reset.yaml": 208.0,
        "runner-hips.yaml": 385.0,
        "six-ropes.yaml": 610.0,
    }


@pytest.mark.parametrize("name", ["runner-hips.yaml", "quick-reset.yaml"])
def test_the_five_stretches(name: str) -> None:
    """Both have the five stretches of the article, each with its muscle, its figure and its texts."""
    stretches = shipped(name).stretches
    assert tuple(s.name for s in stretches) == STRETCHES
    assert tuple(s.figure for s in stretches) == FIGURES
    assert tuple(s.muscles for s in stretches) == tuple((muscle,) for muscle in MUSCLES)


def test_six_ropes_has_all_six() -> None:
    """Each group of the hip is the main muscle of one; the glutes alone work, and the others are stretched."""
    stretches = shipped("six-ropes.yaml").stretches
    assert sorted(stretch.muscles[0] for stretch in stretches) == sorted(HIP_MUSCLES)
    working = [stretch.muscles[0] for stretch in stretches if stretch.kind is StretchKind.STRENGTH]
    assert working == ["glutes"]


def test_six_ropes_gives_two_sets_where_tightness_is_commonest() -> None:
    """At the front and the outside of the hip, as its description says."""
    stretches = shipped("six-ropes.yaml").stretches
    twice = {stretch.muscles[0] for stretch in stretches if stretch.sets == 2}
    assert twice == {"hip_flexors", "it_band"}


def test_after_the_run_each_muscle_of_the_leg_is_stretched() -> None:
    """For half a minute on each side."""
    routine = shipped("after-run.yaml")
    assert "after-run" in routine.tags
    main = {"calves", "quadriceps", "hamstrings", "hip_flexors", "adductors", "glutes"}
    assert held_seconds(routine) == {
        (muscle, side): 30 for muscle in main for side in (Side.LEFT, Side.RIGHT)
    }


def test_before_the_run_holds_are_short() -> None:
    """No muscle is held longer than 15 s, all sets together, since long holds cost strength; nobody sits down."""
    routine = shipped("before-run.yaml")
    assert "before-run" in routine.tags
    assert max(held_seconds(routine).values()) <= SHORT_HOLD_SECONDS
    assert set(names(routine)) <= STANDING


def test_glute_strength_makes_the_glutes_work() -> None:
    """Each of its three holds does, in sets, and none is a stretch."""
    stretches = shipped("glute-strength.yaml").stretches
    assert {s.name for s in stretches} == {"Bridge", "Side-lying leg raise", "Single-leg stand"}
    assert {(s.kind, s.muscles[0]) for s in stretches} == {(StretchKind.STRENGTH, "glutes")}
    assert all(s.sets >= 2 for s in stretches)


def test_a_desk_break_needs_no_floor() -> None:
    """Those on the chair come first, those on one's feet after them."""
    order = names(shipped("desk-break.yaml"))
    assert set(order) == AT_A_DESK
    seated = [name not in STANDING for name in order]
    assert seated == sorted(seated, reverse=True)


def test_on_the_floor_nobody_stands_up() -> None:
    """Kneeling, then sitting, then on the back, then on the side: each once."""
    postures = (KNEELING, SITTING, ON_THE_BACK, ON_THE_SIDE)
    order = [
        [name in posture for posture in postures].index(True) for name in names(shipped("on-the-floor.yaml"))
    ]
    assert order == sorted(order)
    assert set(order) == {0, 1, 2, 3}


def test_on_the_floor_the_last_turn_is_saved() -> None:
    """The right knee sinks to the left in the twist: there one lies for the right thigh, which comes first."""
    twist, quad_pull = shipped("on-the-floor.yaml").stretches[-2:]
    assert (twist.name, twist.holds[-1].side) == ("Lying twist", Side.RIGHT)
    assert (quad_pull.name, quad_pull.holds[0].side) == ("Side-lying quad pull", Side.RIGHT)


def test_there_is_much_to_choose_from() -> None:
    """Twenty different stretches or more, for each of the six groups and above the hip."""
    stretches = [stretch for routine in all_shipped() for stretch in routine.stretches]
    assert len({stretch.name for stretch in stretches}) >= 20
    assert {*HIP_MUSCLES, "neck", "shoulders", "upper_back", "lower_back"} <= {
        muscle for stretch in stretches for muscle in stretch.muscles
    }


def test_a_stretch_is_the_same_in_all_routines() -> None:
    """Its muscles, its figure, its kind and its sides; a figure shows one stretch."""
    forms = {
        (s.name, s.figure, s.muscles, s.kind, frozenset(hold.side for hold in s.holds))
        for routine in all_shipped()
        for s in routine.stretches
    }
    assert {name: count for name, count in Counter(form[0] for form in forms).items() if count > 1} == {}
    assert {figure: count for figure, count in Counter(form[1] for form in forms).items() if count > 1} == {}


def test_the_text_says_which_side_is_called() -> None:
    """Of each stretch that has two: the voice says a side, and the text which leg or arm is meant."""
    unclear = [
        (routine.title, stretch.name)
        for routine in all_shipped()
        for stretch in routine.stretches
        if len(stretch.holds) > 1 and "the side that is called" not in stretch.how
    ]
    assert unclear == []


def stretches_that(
    is_wrong: Callable[[Stretch], bool], names: Iterable[str] = TITLES
) -> dict[str, list[str]]:
    """The stretches of those files of which that is so, by the file's name."""
    found = {name: [s.name for s in shipped(name).stretches if is_wrong(s)] for name in names}
    return {name: stretches for name, stretches in found.items() if stretches}


def test_every_stretch_is_explained() -> None:
    """It has a figure, how to get into it, what for, and cues; its figure is named after it."""
    assert stretches_that(lambda s: not (s.figure and s.how and s.why and s.cues)) == {}
    assert stretches_that(lambda s: not _slug(s).startswith(s.figure or "")) == {}


def test_sides_are_equal() -> None:
    """A stretch is for both sides together, or for each side alike."""
    both_or_each = ({Side.BOTH}, {Side.LEFT, Side.RIGHT})
    assert stretches_that(lambda s: {hold.side for hold in s.holds} not in both_or_each) == {}
    assert stretches_that(lambda s: len({hold.hold_seconds for hold in s.holds}) != 1) == {}


def test_holds_are_what_the_evidence_has() -> None:
    """From 10 to 30 seconds."""
    others = stretches_that(
        lambda s: any(not 10 <= hold.hold_seconds <= LONGEST_HOLD_SECONDS for hold in s.holds), NEW_ROUTINES
    )
    assert others == {}


def test_cues_do_not_talk_into_each_other() -> None:
    """A hold has seven seconds or more for each, the name, the side and the length included."""
    hurried = stretches_that(
        lambda s: any(hold.hold_seconds / len(s.cues) < 7 for hold in s.holds), NEW_ROUTINES
    )
    assert hurried == {}


def texts() -> dict[str, str]:
    """What stands in each file that ships."""
    return {path.name: path.read_text(encoding="utf-8") for path in ROUTINES.glob("*.yaml")}


def test_every_shipped_routine_can_be_read_aloud() -> None:
    """Every routine has no problem, names its source, and keeps to plain characters."""
    descriptions = {name: shipped(name).description for name in texts()}
    sources = re.compile(f"{ARTICLE}|{POSITION_STAND}")
    assert {name: words for name, words in descriptions.items() if not sources.search(words)} == {}
    assert [name for name, text in texts().items() if not text.isascii()] == []


def test_nothing_is_promised() -> None:
    """Stretching prevents no injury, heals nothing and speeds no recovery, as far as is known."""
    promises = re.compile("injur|prevent|recover|heal|therap|pain-free", re.IGNORECASE)
    promised = {name: promises.findall(text) for name, text in texts().items()}
    assert {name: words for name, words in promised.items() if words} == {}


def test_the_sentence_that_keeps_the_back_straight() -> None:
    """The article says what makes butterfly work, and each routine that has it says it."""
    butterflies = [s for routine in all_shipped() for s in routine.stretches if s.name == "Butterfly"]
    assert len(butterflies) >= 5
    assert all("Keep your back straight." in [cue.say for cue in butterfly.cues] for butterfly in butterflies)


def _slug(stretch: Stretch) -> str:
    return stretch.name.lower().replace("'", "").replace(" ", "-")
