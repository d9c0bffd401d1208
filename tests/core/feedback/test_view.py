"""The questions after a session, and what was said, in words."""

from routine_app.core.feedback.feedback import Feedback, Feeling, PainRecord
from routine_app.core.feedback.view import NOTE_SHOWN, PainRow, feedback_words, present_feedback
from routine_app.core.routine.model import Side
from routine_app.core.routine.muscles import MUSCLES


def test_the_questions() -> None:
    """The six of the hip and the others, each with its two sides."""
    view = present_feedback(Feedback(Feeling.HARD, (PainRecord("glutes", Side.BOTH),), "Note"))
    assert (view.feeling, view.note) == (Feeling.HARD, "Note")
    assert [row.label for row in view.hip] == [
        *("IT band", "Hip flexors", "Adductors", "Quadriceps", "Glutes", "Hamstrings")
    ]
    assert view.hip[4] == PainRow("glutes", "Glutes", is_left=True, is_right=True)
    assert view.others[0] == PainRow("calves", "Calves", is_left=False, is_right=False)
    assert len(view.hip) + len(view.others) == len(MUSCLES)


def test_all_of_it_in_a_line() -> None:
    """Only what was said."""
    assert feedback_words(Feedback()) == ""
    assert feedback_words(Feedback(Feeling.EASY)) == "Easy"
    pain = (PainRecord("hip_flexors", Side.LEFT), PainRecord("neck", Side.BOTH))
    assert feedback_words(Feedback(Feeling.HARD, pain, "Slept\n badly ")) == (
        "Hard · Pain: Hip flexors, left side; Neck · Slept badly"
    )


def test_a_long_note_is_cut_in_the_line() -> None:
    """It is all there on the session's page."""
    words = feedback_words(Feedback(note="so " * 100))
    assert len(words) <= NOTE_SHOWN
    assert words.startswith("so so")
    assert words.endswith("…")
