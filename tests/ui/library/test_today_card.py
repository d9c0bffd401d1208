"""The card of today."""

from routine_app.core.balance.today import Today
from routine_app.core.routine.model import Routine, Side, SideHold, Stretch
from routine_app.ui.library.today_card import TodayCard
from tests.ui import control_tree

REACH = Stretch("Reach", (SideHold(Side.RIGHT, 170.0),), 10.0, 5.0)
OFFER = Today(
    "Catch up: hamstrings, right", "Hamstrings: right 40 of 180 s this week.", Routine("Catch up", (REACH,))
)


def test_it_is_one_button_that_says_what_and_why() -> None:
    """And how long it takes; a click opens it."""
    opened: list[str] = []
    card = TodayCard(lambda: opened.append("open"))
    card.show(OFFER)
    (button,) = control_tree.buttons(card.control)
    words = ["Today", OFFER.title, OFFER.why, "Open, 3 min"]
    assert control_tree.words(button) == words
    control_tree.press(button)
    assert opened == ["open"]


def test_where_nothing_is_to_be_done_nothing_can_be_pressed() -> None:
    """It says so all the same."""
    card = TodayCard(lambda: None)
    card.show(Today("Nothing is short", "Every rope has had its dose this week."))
    assert control_tree.buttons(card.control) == []
    assert control_tree.words(card.control)[1:] == [
        "Nothing is short",
        "Every rope has had its dose this week.",
    ]


def test_it_steps_aside() -> None:
    """Where the history cannot be read."""
    card = TodayCard(lambda: None)
    card.show(OFFER)
    card.show(None)
    assert not card.control.visible
