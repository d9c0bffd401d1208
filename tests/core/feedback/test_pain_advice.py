"""When pain deserves the advice: three sessions over three days, once, and no sooner."""

from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.feedback.feedback import PainRecord
from routine_app.core.feedback.pain_advice import ADVICE, muscles_to_advise, present_pain_advice
from routine_app.core.feedback.repository import PainTold
from routine_app.core.routine.model import Side

MONDAY = datetime(2026, 5, 4, 18, 0, tzinfo=UTC)


def told(day: float, muscle: str = "glutes", side: Side = Side.LEFT, session: str = "") -> PainTold:
    """Pain told of a session, so many days after Monday."""
    return PainTold(session or f"s{day}", MONDAY + timedelta(days=day), PainRecord(muscle, side))


@pytest.mark.parametrize(
    ("days", "is_due"),
    [
        ((0, 1, 2), True),
        ((0, 0.1, 2), True),
        ((0, 2, 2.1), True),
        ((0, 0.1, 1), False),
        ((0, 0.05, 0.1), False),
        ((0, 2), False),
        ((), False),
        ((0, 7, 20), True),
    ],
)
def test_three_sessions_over_three_days(days: tuple[float, ...], is_due: bool) -> None:  # noqa: FBT001 - a table
    """Fewer sessions are not enough, nor fewer days."""
    assert muscles_to_advise([told(day) for day in days], {}) == (("glutes",) if is_due else ())


def test_a_session_counts_once() -> None:
    """Whatever was told of it: both sides of a muscle are no two sessions."""
    pains = [
        told(0, side=Side.LEFT, session="a"),
        told(0, side=Side.RIGHT, session="a"),
        told(3, session="b"),
    ]
    assert muscles_to_advise(pains, {}) == ()


def test_either_side_is_the_same_muscle() -> None:
    """The advice is of the muscle."""
    pains = [told(0), told(1, side=Side.RIGHT), told(2, side=Side.BOTH)]
    assert muscles_to_advise(pains, {}) == ("glutes",)


def test_each_muscle_is_counted_by_itself() -> None:
    """Pain here and there is not the same pain; where both are due, both are told of."""
    mixed = [told(0), told(1, "neck"), told(2)]
    assert muscles_to_advise(mixed, {}) == ()
    both = [told(day, muscle) for day in (0, 1, 2) for muscle in ("neck", "glutes")]
    assert muscles_to_advise(both, {}) == ("neck", "glutes")


def test_days_are_those_where_the_user_was() -> None:
    """Three evenings are three days, though in Greenwich the first two are one."""
    west = timezone(timedelta(hours=-10))
    evenings = [datetime(2026, 5, day, 20, 0, tzinfo=west) for day in (4, 5, 6)]
    pains = [PainTold(str(at), at, PainRecord("glutes", Side.LEFT)) for at in evenings]
    assert muscles_to_advise(pains, {}) == ("glutes",)


def test_once_acknowledged_only_later_sessions_count() -> None:
    """It takes three more of them, for that muscle alone."""
    pains = [told(day) for day in (0, 1, 2)]
    read = {"glutes": MONDAY + timedelta(days=2, minutes=20)}
    assert muscles_to_advise(pains, read) == ()
    assert muscles_to_advise([*pains, told(3), told(4)], read) == ()
    assert muscles_to_advise([*pains, told(3), told(4), told(5)], read) == ("glutes",)
    assert muscles_to_advise([told(day, "neck") for day in (0, 1, 2)], read) == ("neck",)


@given(st.lists(st.tuples(st.integers(0, 27), st.sampled_from(["neck", "glutes"])), max_size=12))
def test_more_pain_never_takes_the_advice_away(told_of: list[tuple[int, str]]) -> None:
    """And once all is acknowledged nothing is due."""
    pains = [told(day, muscle) for day, muscle in told_of]
    found = [set(muscles_to_advise(pains[:count], {})) for count in range(len(pains) + 1)]
    assert all(before <= after for before, after in pairwise(found))
    read = dict.fromkeys(("neck", "glutes"), MONDAY + timedelta(days=28))
    assert muscles_to_advise(pains, read) == ()


def test_how_it_reads() -> None:
    """The muscles by their names, and the source's advice, no other medical word."""
    view = present_pain_advice(("hip_flexors", "it_band"))
    assert view is not None
    assert view.title == "Hip flexors, IT band: pain in 3 sessions or more"
    assert view.muscles == ("hip_flexors", "it_band")
    assert view.words == ADVICE
    assert present_pain_advice(()) is None
