"""The routines that ship with the app."""

from pathlib import Path

import pytest

from routine_app.core.plan import planned_seconds
from routine_app.core.routine import Routine, Side
from routine_app.data.routine_file.routine_reader import read_routine_file

ROUTINES = Path(__file__).parents[2] / "routines"
STRETCHES = ("IT band lean", "Pigeon pose", "Butterfly", "Quad pull", "Hamstring reach")
FIGURES = ("it-band-lean", "pigeon-pose", "butterfly", "quad-pull", "hamstring-reach")
MUSCLES = ("it_band", "hip_flexors", "adductors", "quadriceps", "hamstrings")


def shipped(name: str) -> Routine:
    """The routine of a shipped file, which has no problems."""
    reading = read_routine_file(ROUTINES / name)
    assert reading.problems == ()
    assert reading.routine is not None
    return reading.routine


@pytest.mark.parametrize(
    ("name", "title", "seconds"),
    [("runner-hips.yaml", "Runner's hips", 385.0), ("quick-reset.yaml", "Quick reset", 208.0)],
)
def test_title_and_total(name: str, title: str, seconds: float) -> None:
    """Each loads with no problem and takes as long as it should."""
    routine = shipped(name)
    assert (routine.title, planned_seconds(routine)) == (title, seconds)


@pytest.mark.parametrize("name", ["runner-hips.yaml", "quick-reset.yaml"])
def test_the_five_stretches(name: str) -> None:
    """Both have the five stretches of the article, each with its muscle, its figure and its texts."""
    stretches = shipped(name).stretches
    assert tuple(s.name for s in stretches) == STRETCHES
    assert tuple(s.figure for s in stretches) == FIGURES
    assert tuple(s.muscles for s in stretches) == tuple((muscle,) for muscle in MUSCLES)
    assert all(s.how and s.why and s.cues for s in stretches)


@pytest.mark.parametrize("name", ["runner-hips.yaml", "quick-reset.yaml"])
def test_sides_are_equal(name: str) -> None:
    """Butterfly is for both sides together, the others are for each side alike."""
    for stretch in shipped(name).stretches:
        sides = tuple(hold.side for hold in stretch.holds)
        assert sides == ((Side.BOTH,) if stretch.name == "Butterfly" else (Side.LEFT, Side.RIGHT))
        assert len({hold.hold_seconds for hold in stretch.holds}) == 1


@pytest.mark.parametrize("path", sorted(ROUTINES.glob("*.yaml")), ids=lambda path: path.name)
def test_every_shipped_routine_can_be_read_aloud(path: Path) -> None:
    """Every routine has no problem, names its source, and keeps to plain characters."""
    routine = shipped(path.name)
    assert "Your Hips: Balance is Key" in routine.description
    assert path.read_text(encoding="utf-8").isascii()


def test_the_sentence_that_keeps_the_back_straight() -> None:
    """The article says what makes butterfly work, and both routines say it."""
    for name in ("runner-hips.yaml", "quick-reset.yaml"):
        butterfly = shipped(name).stretches[2]
        assert "Keep your back straight." in [cue.say for cue in butterfly.cues]
