"""What the balance shows, in six states."""

from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.balance.balance import balance
from routine_app.core.balance.view import ANGLES, BalanceView, present_balance, rope_at
from routine_app.core.routine.model import Side
from routine_app.core.routine.muscles import HIP_MUSCLES
from routine_app.core.session.muscle_totals import Held
from routine_app.core.session.summary_view import MuscleRow


def view(*held: Held, days: int = 7) -> BalanceView:
    """The screen for what was held against 180 s a week."""
    return present_balance(balance(held, days, 180.0))


def full(*without: str) -> list[Held]:
    """180 s for both sides of each muscle of the hip but some."""
    return [Held((muscle,), Side.BOTH, 180.0) for muscle in HIP_MUSCLES if muscle not in without]


def test_empty_says_what_will_appear() -> None:
    """The ring hangs in the middle of six threads."""
    shown = view()
    assert (shown.can_start, shown.can_catch_up) == (True, False)
    assert shown.headline == "Nothing held for your hips this week"
    assert (shown.ring, {rope.left_share for rope in shown.ropes}) == ((0.0, 0.0), {0.0})


def test_who_held_something_else_or_earlier_is_not_told_that_nothing_was_held() -> None:
    """A neck stretch stands in the table below; the days are those looked back on."""
    shown = view(Held(("neck",), Side.BOTH, 30.0), days=28)
    assert (shown.can_start, len(shown.others)) == (True, 1)
    assert shown.headline == "Nothing held for your hips in 28 days"


def test_even_ropes_hold_the_ring_in_the_middle() -> None:
    """All have had their dose."""
    shown = view(*full())
    assert (shown.ring, shown.can_catch_up) == ((0.0, 0.0), False)
    assert (shown.headline, shown.detail) == ("Every rope has had its dose", "3 min on each side this week")


def test_one_rope_short_lets_the_ring_go_to_the_other_side() -> None:
    """Without hamstrings, at the bottom, it goes straight up, by half of the most it can."""
    shown = view(*full("hamstrings"))
    assert shown.ring == (0.0, -0.5)
    assert (shown.headline, shown.detail) == ("Shortest rope: hamstrings", "0 s of 3 min held this week")


def test_one_side_short_is_named_and_pulls_half() -> None:
    """The right of the hamstrings has 40 of 180."""
    shown = view(
        *full("hamstrings"), Held(("hamstrings",), Side.LEFT, 180.0), Held(("hamstrings",), Side.RIGHT, 40.0)
    )
    assert (shown.headline, shown.detail) == (
        "Shortest rope: hamstrings, right",
        "40 s of 3 min held this week",
    )
    rope = next(rope for rope in shown.ropes if rope.label == "Hamstrings")
    assert (rope.left_share, round(rope.right_share, 3)) == (1.0, 0.222)
    assert rope.sentence == "Hamstrings: left 3 min, right 40 s, of 3 min each"
    assert shown.ring == (0.0, -0.1944)


def test_far_above_the_dose_is_drawn_thick_and_pulls_no_more() -> None:
    """What is beyond the dose puts nothing out of balance."""
    shown = view(*full(), Held(("glutes",), Side.LEFT, 2000.0))
    glutes = next(rope for rope in shown.ropes if rope.label == "Glutes")
    assert (glutes.left_share, glutes.right_share) == (1.25, 1.0)
    assert shown.ring == (0.0, 0.0)


def test_one_muscle_only_pulls_the_ring_to_itself() -> None:
    """The hip flexors, at the top."""
    assert view(Held(("hip_flexors",), Side.BOTH, 180.0)).ring == (0.0, -0.5)


def test_what_cannot_be_read_is_not_called_empty() -> None:
    """Who has a history is not told that there is none."""
    shown = present_balance(balance([], 7, 180.0), "The history is damaged.")
    assert (shown.headline, shown.can_start, shown.can_catch_up) == ("The balance is not known", False, False)


def test_the_numbers_stand_in_rows() -> None:
    """The six in their order; what else was held is apart."""
    shown = view(Held(("hamstrings", "calves"), Side.LEFT, 31.0), days=28)
    assert [row.muscle for row in shown.rows][-1] == "Hamstrings"
    assert shown.rows[-1] == MuscleRow("Hamstrings", "31 s", "0 s")
    assert [row.muscle for row in shown.others] == ["Calves"]
    assert shown.detail == "0 s of 12 min held in 28 days"


@given(
    st.lists(st.tuples(st.sampled_from(HIP_MUSCLES), st.sampled_from(Side), st.floats(0, 999)), max_size=20)
)
def test_the_ring_never_hangs_further_than_it_can(held: list[tuple[str, Side, float]]) -> None:
    """At most 1 in any direction, and no strand is thicker than the thickest."""
    shown = view(*[Held((muscle,), side, seconds) for muscle, side, seconds in held])
    assert hypot(*shown.ring) <= 1.0001
    assert all(0 <= share <= 1.25 for rope in shown.ropes for share in (rope.left_share, rope.right_share))


@pytest.mark.parametrize(
    ("right", "down", "muscle"),
    [
        (0, -9, "hip_flexors"),
        (9, -4, "quadriceps"),
        (9, 4, "adductors"),
        (1, 9, "hamstrings"),
        (-9, 6, "glutes"),
        (-9, -6, "it_band"),
    ],
)
def test_a_tap_finds_the_rope_of_its_direction(right: float, down: float, muscle: str) -> None:
    """However far from the middle."""
    assert HIP_MUSCLES[rope_at(right, down)] == muscle
    assert set(ANGLES) == set(HIP_MUSCLES)
