"""The history: which sessions are drawn, and which of them are open."""

import flet as ft

from routine_app.core.present.history import HistoryView, HoldRow
from routine_app.ui.history_screen import SESSIONS_AT_ONCE, HistoryScreen
from routine_app.ui.text_scale import TextScale
from tests.ui import control_tree, sample_views
from tests.ui.stand_in_client import StandInClient
from tests.ui.virtual_time import in_virtual_time


def shown(count: int) -> HistoryScreen:
    """A screen with so many sessions."""
    screen = HistoryScreen()
    screen.show(sample_views.history(count))
    return screen


def titles(screen: HistoryScreen) -> list[str]:
    """The sessions that are drawn."""
    return [word for word in control_tree.words(screen.control) if word.startswith("Session")]


def tap(screen: HistoryScreen, name: str) -> None:
    """Press the one button whose words begin so and end there."""
    found = [b for b in control_tree.buttons(screen.control) if control_tree.words(b)[0] == name]
    assert len(found) == 1
    control_tree.press(found[0])


def test_an_empty_history_says_so() -> None:
    """And has nothing more to show."""
    assert control_tree.words(shown(0).control) == ["History", "Nothing here yet."]


def test_a_session_says_what_when_and_how_much() -> None:
    """It is one button, named by its title, that tells whether it is open."""
    screen = shown(1)
    assert control_tree.words(screen.control) == ["History", "Session 0", "Today 12:00", "45 s of 45 s held"]
    (button,) = control_tree.buttons(screen.control)
    assert control_tree.name_of(button) == "Session 0 Today 12:00 45 s of 45 s held closed"


def test_a_session_opens_to_its_holds_and_closes_again() -> None:
    """Each other one stays as it is."""
    screen = shown(2)
    tap(screen, "Session 1")
    assert control_tree.words(screen.control)[-2:] == ["Butterfly", "45 s of 45 s"]
    assert control_tree.words(screen.control).count("Butterfly") == 1
    names = [control_tree.name_of(b).rpartition(" ")[2] for b in control_tree.buttons(screen.control)]
    assert names == ["closed", "open"]
    tap(screen, "Session 1")
    assert "Butterfly" not in control_tree.words(screen.control)


def test_several_can_be_open() -> None:
    """To compare them."""
    screen = shown(3)
    tap(screen, "Session 0")
    tap(screen, "Session 2")
    assert control_tree.words(screen.control).count("Butterfly") == 2


def test_what_is_open_stays_open_when_the_history_grows() -> None:
    """Sessions are known by their ids, not by their places."""
    screen = shown(1)
    tap(screen, "Session 0")
    holds = (HoldRow("Pigeon pose", "30 s of 30 s"),)
    screen.show(HistoryView((sample_views.session_card(7, holds), *sample_views.history(1).cards), ""))
    assert "Butterfly" in control_tree.words(screen.control)
    assert "Pigeon pose" not in control_tree.words(screen.control)


def test_a_session_without_holds_says_so() -> None:
    """It was interrupted in its first hold."""
    screen = HistoryScreen()
    screen.show(HistoryView((sample_views.session_card(1, ()),), ""))
    tap(screen, "Session 1")
    assert "No hold was finished." in control_tree.words(screen.control)


def test_a_hold_is_read_as_one() -> None:
    """Its name and what was held of it are one node for a screen reader."""
    screen = shown(1)
    tap(screen, "Session 0")
    (merged,) = control_tree.shown(screen.control, ft.MergeSemantics)
    assert control_tree.words(merged) == ["Butterfly", "45 s of 45 s"]


def test_a_long_history_is_drawn_in_parts() -> None:
    """The newest first, more on demand, and no button when there is no more."""
    screen = shown(2 * SESSIONS_AT_ONCE + 5)
    drawn = [len(titles(screen))]
    while "Show more" in control_tree.words(screen.control):
        tap(screen, "Show more")
        drawn.append(len(titles(screen)))
    assert drawn == [SESSIONS_AT_ONCE, 2 * SESSIONS_AT_ONCE, 2 * SESSIONS_AT_ONCE + 5]
    assert titles(screen)[:2] == ["Session 0", "Session 1"]


def test_as_many_as_are_drawn_at_once_need_no_button() -> None:
    """At the very limit there is no more."""
    assert "Show more" not in control_tree.words(shown(SESSIONS_AT_ONCE).control)
    assert "Show more" in control_tree.words(shown(SESSIONS_AT_ONCE + 1).control)


@in_virtual_time
async def test_opening_a_session_is_sent_to_the_client() -> None:
    """The screen has no page to update: what follows a tap does it."""
    client, screen = StandInClient(), shown(1)
    client.page.views = [ft.View(controls=[screen.control])]
    client.page.update()
    client.patched.clear()
    await client.tap("Session 0")
    assert "Butterfly" in client.words
    assert client.patched != []


def test_large_words_stand_below_each_other_on_a_narrow_screen() -> None:
    """What is open stays open, and side by side again on a wide one."""
    screen = shown(1)
    tap(screen, "Session 0")
    for width, kind in ((320, ft.Column), (1280, ft.Row)):
        screen.fit(width, TextScale(2, 2))
        (merged,) = control_tree.shown(screen.control, ft.MergeSemantics)
        assert isinstance(merged.content, kind)
