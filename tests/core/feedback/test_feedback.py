"""What the user says of a session: changed, shown, and told in a line."""

from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.feedback.feedback import Feedback, Feeling, PainRecord, painful_sides, with_pain
from routine_app.core.routine.model import Side
from routine_app.core.routine.muscles import MUSCLES

TURNS = st.lists(st.tuples(st.sampled_from(MUSCLES), st.sampled_from([Side.LEFT, Side.RIGHT])))


def test_one_side_then_both_then_the_other() -> None:
    """Each press says of one side that it hurts, or not; to say it again changes nothing."""
    said = with_pain(Feedback(Feeling.GOOD, note="Fine"), "neck", Side.LEFT, hurts=True)
    assert said == Feedback(Feeling.GOOD, (PainRecord("neck", Side.LEFT),), "Fine")
    assert with_pain(said, "neck", Side.LEFT, hurts=True) == said
    said = with_pain(said, "neck", Side.RIGHT, hurts=True)
    assert said.pain == (PainRecord("neck", Side.BOTH),)
    said = with_pain(said, "neck", Side.LEFT, hurts=False)
    assert said.pain == (PainRecord("neck", Side.RIGHT),)
    assert with_pain(said, "neck", Side.LEFT, hurts=False) == said
    assert with_pain(said, "neck", Side.RIGHT, hurts=False).pain == ()


def test_muscles_stand_in_their_order() -> None:
    """However they were told; one that this version does not know stays, last."""
    said = Feedback(pain=(PainRecord("jaw", Side.BOTH), PainRecord("neck", Side.LEFT)))
    said = with_pain(said, "it_band", Side.RIGHT, hurts=True)
    assert [pain.muscle for pain in said.pain] == ["it_band", "neck", "jaw"]


@given(TURNS)
def test_to_turn_a_side_turns_that_side_alone(turns: list[tuple[str, Side]]) -> None:
    """And twice is as if never; a muscle is told of once at most."""
    said = Feedback()
    expected: set[tuple[str, Side]] = set()
    for muscle, side in turns:
        said = with_pain(said, muscle, side, hurts=(muscle, side) not in expected)
        expected ^= {(muscle, side)}
    found = {(muscle, side) for muscle in MUSCLES for side in painful_sides(said, muscle)}
    assert found == expected
    assert len({pain.muscle for pain in said.pain}) == len(said.pain)
