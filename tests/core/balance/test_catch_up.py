"""The routine that is made for the shortest ropes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.balance.balance import Balance, balance
from routine_app.core.balance.catch_up import catch_up
from routine_app.core.routine.model import Cue, CueTime, Routine, Side, SideHold, Stretch, StretchKind
from routine_app.core.routine.muscles import HIP_MUSCLES
from routine_app.core.routine.plan import plan, planned_seconds
from routine_app.core.session.muscle_totals import Held, planned_muscle_seconds

EACH = (SideHold(Side.LEFT, 30.0), SideHold(Side.RIGHT, 30.0))
TOGETHER = (SideHold(Side.BOTH, 45.0),)


def stretch(name: str, *muscles: str, holds: tuple[SideHold, ...] = EACH) -> Stretch:
    """Make a stretch of the library."""
    return Stretch(name, holds, 20.0, 8.0, muscles=muscles, figure="figure", cues=(Cue("Breathe."),))


BRIDGE = Stretch("Bridge", TOGETHER, 10.0, 5.0, StretchKind.STRENGTH, ("glutes",), sets=3)
RAISE = Stretch("Leg raise", EACH, 10.0, 5.0, StretchKind.STRENGTH, ("glutes",))
LIBRARY = (
    Routine(
        "All",
        (
            stretch("Lean", "it_band"),
            stretch("Pigeon", "hip_flexors"),
            stretch("Butterfly", "adductors", holds=TOGETHER),
            stretch("Side lunge", "adductors"),
            stretch("Quad pull", "quadriceps"),
            stretch("Figure four", "glutes"),
            BRIDGE,
            RAISE,
            stretch("Reach", "hamstrings"),
        ),
    ),
)

ANY_HELD = st.lists(
    st.builds(
        Held, st.sampled_from(HIP_MUSCLES).map(lambda one: (one,)), st.sampled_from(Side), st.floats(0, 300)
    )
)


def all_but(muscle: str, *held: Held) -> Balance:
    """A week in which every other muscle had its dose."""
    others: list[Held] = [Held((other,), Side.BOTH, 180.0) for other in HIP_MUSCLES if other != muscle]
    return balance([*others, *held], 7, 180.0)


def made(of: Balance, minutes: int = 3) -> Routine:
    """The catch-up, of which there is one."""
    found = catch_up(of, LIBRARY, minutes)
    assert found is not None
    return found


def holds(found: Routine) -> list[tuple[str, int, tuple[tuple[Side, float], ...]]]:
    """Each stretch with its sets and holds."""
    return [
        (one.name, one.sets, tuple((hold.side, hold.hold_seconds) for hold in one.holds))
        for one in found.stretches
    ]


def test_the_weak_side_comes_first_and_longer() -> None:
    """Right misses 140, left 30: 45 and 30, then right alone, twice 45, and 5 are too little for a hold."""
    week = all_but(
        "hamstrings", Held(("hamstrings",), Side.LEFT, 150.0), Held(("hamstrings",), Side.RIGHT, 40.0)
    )
    found = made(week, 10)
    assert holds(found) == [
        ("Reach", 1, ((Side.RIGHT, 45.0), (Side.LEFT, 30.0))),
        ("Reach", 2, ((Side.RIGHT, 45.0),)),
    ]
    assert found.title == "Catch up: hamstrings, right"
    reasons = {one.why for one in found.stretches}
    assert reasons == {"Hamstrings: right 40 s of 3 min held this week, left 2 min 30 s."}


def test_a_week_of_nothing_takes_each_muscle_in_turn() -> None:
    """All miss the same, so the order is that of the muscles; in ten minutes each has one turn."""
    found = made(balance([], 7, 180.0), 10)
    assert [one.muscles[0] for one in found.stretches] == list(HIP_MUSCLES)
    assert planned_seconds(found) <= 600


def test_the_glutes_get_strength() -> None:
    """Their stretch is in the library too, and is left there."""
    found = made(all_but("glutes"))
    assert {one.name for one in found.stretches} == {"Bridge"}
    assert found.stretches[0].why.endswith("each side. They are seldom tight: this makes them stronger.")


def test_both_sides_at_once_only_where_both_miss_it() -> None:
    """One side of the adductors alone is answered by the lunge, not by the butterfly."""
    found = made(all_but("adductors", Held(("adductors",), Side.LEFT, 180.0)))
    assert {one.name for one in found.stretches} == {"Side lunge"}
    assert {hold.side for one in found.stretches for hold in one.holds} == {Side.RIGHT}


def test_a_second_muscle_counts_half() -> None:
    """60 s for the quadriceps give the hip flexors 30 of the 40 that they miss, which leaves one hold of 10."""
    library = [
        Routine("R", (stretch("Lunge", "quadriceps", "hip_flexors"), stretch("Pigeon", "hip_flexors")))
    ]
    held: list[Held] = [Held((one,), Side.BOTH, 180.0) for one in HIP_MUSCLES[2:] if one != "quadriceps"]
    held += [Held(("it_band",), Side.BOTH, 180.0), Held(("quadriceps",), Side.BOTH, 120.0)]
    week = balance([*held, Held(("hip_flexors",), Side.BOTH, 140.0)], 7, 180.0)
    found = catch_up(week, library, 10)
    assert found is not None
    assert holds(found) == [
        ("Lunge", 2, ((Side.LEFT, 30.0), (Side.RIGHT, 30.0))),
        ("Pigeon", 1, ((Side.LEFT, 10.0), (Side.RIGHT, 10.0))),
    ]


def test_nothing_missing_nothing_made() -> None:
    """Nor for less than the shortest hold."""
    assert catch_up(all_but("neck"), LIBRARY, 10) is None
    assert catch_up(all_but("glutes", Held(("glutes",), Side.BOTH, 171.0)), LIBRARY, 10) is None


def test_a_muscle_without_a_stretch_is_named() -> None:
    """The others are worked all the same."""
    library = [Routine("R", (stretch("Lean", "it_band"),))]
    found = catch_up(balance([], 7, 180.0), library, 3)
    assert found is not None
    assert {one.name for one in found.stretches} == {"Lean"}
    assert found.description.endswith("for: Hip flexors, Adductors, Quadriceps, Glutes, Hamstrings.")
    assert catch_up(balance([], 7, 180.0), [], 3) is None


def test_the_title_names_what_is_in_it() -> None:
    """The shortest rope has no stretch here, so it is the next one's, by its weaker side."""
    library = [Routine("R", (stretch("Reach", "hamstrings"),))]
    week: list[Held] = [Held((one,), Side.BOTH, 180.0) for one in HIP_MUSCLES[:4]]
    week += [Held(("hamstrings",), Side.LEFT, 100.0), Held(("hamstrings",), Side.RIGHT, 20.0)]
    found = catch_up(balance(week, 7, 180.0), library, 3)
    assert found is not None
    assert found.title == "Catch up: hamstrings, right"
    assert found.description.endswith("nothing that fits for: Glutes.")


def test_cues_fit_the_new_holds() -> None:
    """One at 20 s of 30 comes before the end of a hold of 10."""
    timed = Stretch("Lean", EACH, 5.0, 5.0, muscles=("it_band",), cues=(Cue("Now.", CueTime(0.0, 20.0)),))
    found = catch_up(all_but("it_band", Held(("it_band",), Side.BOTH, 170.0)), [Routine("R", (timed,))], 3)
    assert found is not None
    (cue,) = plan(found)[1].cues
    assert 6 < cue.at_seconds < 7


@pytest.mark.parametrize("minutes", [3, 5, 10])
@given(held=ANY_HELD)
def test_it_fits_the_time_and_the_dose(minutes: int, held: list[Held]) -> None:
    """Whatever was held: never too long, never more than is missing, the strongest need first."""
    week = balance(held, 7, 180.0)
    found = catch_up(week, LIBRARY, minutes)
    if found is None:
        return
    missing = {(rope.muscle, rope.side): rope.missing_seconds for rope in week.ropes}
    assert planned_seconds(found) <= minutes * 60
    for row in planned_muscle_seconds(plan(found)):
        assert row.left_seconds <= missing[row.muscle, Side.LEFT] + 1e-9
        assert row.right_seconds <= missing[row.muscle, Side.RIGHT] + 1e-9
    first = found.stretches[0]
    assert max(missing[first.muscles[0], side] for side in (Side.LEFT, Side.RIGHT)) == max(missing.values())
    assert all(one.why for one in found.stretches)
    assert all(hold.hold_seconds >= 10 for one in found.stretches for hold in one.holds)


@given(held=ANY_HELD)
def test_the_side_that_misses_more_is_never_held_less(held: list[Held]) -> None:
    """And it comes first."""
    week = balance(held, 7, 180.0)
    found = catch_up(week, LIBRARY, 3)
    for one in found.stretches[:1] if found else ():
        sides = {rope.side: rope.missing_seconds for rope in week.ropes if rope.muscle == one.muscles[0]}
        needs = [sides[hold.side] for hold in one.holds if hold.side is not Side.BOTH]
        assert needs == sorted(needs, reverse=True)
        lengths = [hold.hold_seconds for hold in one.holds]
        assert lengths == sorted(lengths, reverse=True)
