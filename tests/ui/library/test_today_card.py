"""The card of today."""

from routine_app.core.balance.today import Today
from routine_app.core.routine.model import Routine, Side, SideHold, Stretch
from routine_app.ui.library.today_card import TodayCard
from tests.ui import control_tree

REACH = Stretch("Reach", (SideHold(Side.RIGHT, 170.0),), 10.0, 5.0)
OFFER = Today(
    "Catch up: hamstrings, right",
    "Hamstrings: right 40 s of 3 min held this week.",
    Routine("Catch up", (REACH,)),
    seconds=180.0,
)


def test_it_is_one_button_that_says_what_and_why() -> None:
    """And how long it takes; a click starts it, and a quiet button shows it first."""
    asked: list[str] = []
    card = TodayCard(lambda: asked.append("start"), lambda: asked.append("look"))
    card.show(OFFER)
    start, look = control_tree.buttons(card.control)
    assert control_tree.words(start) == ["Today", OFFER.title, OFFER.why, "Start, 3 min"]
    assert control_tree.words(look) == ["Look at it first"]
    control_tree.press(start)
    control_tree.press(look)
    assert asked == ["start", "look"]


def test_where_nothing_is_to_be_done_nothing_can_be_pressed() -> None:
    """It says so all the same."""
    card = TodayCard(lambda: None, lambda: None)
    card.show(Today("Nothing to do", "The rest can wait until tomorrow."))
    assert control_tree.buttons(card.control) == []
    assert control_tree.words(card.control)[1:] == [
        "Nothing to do",
        "The rest can wait until tomorrow.",
    ]


def test_it_steps_aside() -> None:
    """Where the history cannot be read."""
    card = TodayCard(lambda: None, lambda: None)
    card.show(OFFER)
    card.show(None)
    assert not card.control.visible
