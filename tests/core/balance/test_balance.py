"""What each muscle and side got against its dose."""

from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.balance.balance import Balance, Rope, balance
from routine_app.core.routine.model import Side
from routine_app.core.routine.muscles import HIP_MUSCLES, MUSCLES
from routine_app.core.session.muscle_totals import Held, MuscleSeconds

WEEK: list[Held] = [
    Held(("hamstrings",), Side.LEFT, 150.0),
    Held(("hamstrings", "glutes"), Side.RIGHT, 40.0),
    Held(("adductors",), Side.BOTH, 180.0),
    Held(("calves",), Side.LEFT, 30.0),
    Held(("neck",), Side.BOTH, 20.0),
]
"""Worked out by hand: hamstrings 150 and 40, glutes 0 and half of 40, adductors 180 and 180."""

ANY_HELD = st.lists(
    st.builds(
        Held,
        st.lists(st.sampled_from(MUSCLES), max_size=3).map(tuple),
        st.sampled_from(Side),
        st.integers(0, 600).map(float),
    )
)


def row(of: Balance, muscle: str) -> MuscleSeconds:
    """What one muscle got."""
    return next(row for row in (*of.hip, *of.others) if row.muscle == muscle)


def test_the_six_come_first_and_always() -> None:
    """In their own order, with those that got nothing; what else was held follows, the most first."""
    found = balance(WEEK, 7, 180.0)
    assert tuple(row.muscle for row in found.hip) == HIP_MUSCLES
    assert row(found, "hamstrings") == MuscleSeconds("hamstrings", 150.0, 40.0)
    assert row(found, "glutes") == MuscleSeconds("glutes", 0.0, 20.0)
    assert row(found, "it_band") == MuscleSeconds("it_band", 0.0, 0.0)
    assert found.others == (MuscleSeconds("neck", 20.0, 20.0), MuscleSeconds("calves", 30.0, 0.0))


def test_the_dose_grows_with_the_days() -> None:
    """180 s a week are 720 s in 28 days."""
    assert balance(WEEK, 28, 180.0).dose_seconds == 720.0


def test_the_shortest_rope_misses_most() -> None:
    """Where both sides miss the same, it stands for both."""
    assert balance(WEEK, 7, 180.0).shortest == Rope("it_band", Side.BOTH, 0.0, 180.0)


def test_a_side_alone_is_the_shortest() -> None:
    """All others have had theirs."""
    held: list[Held] = [Held((muscle,), Side.BOTH, 180.0) for muscle in HIP_MUSCLES if muscle != "glutes"]
    found = balance(
        [*held, Held(("glutes",), Side.LEFT, 180.0), Held(("glutes",), Side.RIGHT, 40.0)], 7, 180.0
    )
    assert found.shortest == Rope("glutes", Side.RIGHT, 40.0, 180.0)


def test_nothing_is_short_once_each_has_its_dose() -> None:
    """However much one has beyond it."""
    held: list[Held] = [Held((muscle,), Side.BOTH, 180.0) for muscle in HIP_MUSCLES]
    assert balance([*held, Held(("glutes",), Side.LEFT, 999.0)], 7, 180.0).shortest is None


def test_a_dose_that_reads_as_met_is_met() -> None:
    """179.6 s are shown as 180."""
    held: list[Held] = [Held((muscle,), Side.BOTH, 179.6) for muscle in HIP_MUSCLES]
    assert balance(held, 7, 180.0).shortest is None
    assert balance([*held[1:], Held(("it_band",), Side.BOTH, 179.4)], 7, 180.0).shortest is not None


def test_empty_is_without_a_hold_for_the_hip() -> None:
    """A neck alone draws no rope."""
    assert balance([Held(("neck",), Side.BOTH, 20.0)], 7, 180.0).is_empty
    assert not balance(WEEK, 7, 180.0).is_empty


@given(ANY_HELD, ANY_HELD)
def test_what_is_held_adds_up_whatever_the_order(first: list[Held], then: list[Held]) -> None:
    """The balance of all is that of its parts together."""
    together = balance([*first, *then], 7, 180.0)
    other_way = balance([*then, *first], 7, 180.0)
    assert together.hip == other_way.hip
    assert set(together.others) == set(other_way.others)
    for both, one, two in zip(
        together.hip, balance(first, 7, 180.0).hip, balance(then, 7, 180.0).hip, strict=True
    ):
        assert both.left_seconds == one.left_seconds + two.left_seconds
        assert both.right_seconds == one.right_seconds + two.right_seconds


@given(ANY_HELD)
def test_the_ropes_are_in_the_order_of_what_they_miss(held: list[Held]) -> None:
    """Twelve of them, and none misses less than nothing."""
    missing = [rope.missing_seconds for rope in balance(held, 7, 180.0).ropes]
    assert len(missing) == 12
    assert missing == sorted(missing, reverse=True)
    assert min(missing) >= 0
