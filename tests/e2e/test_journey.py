"""A whole session on a phone, from the list to the log."""

import re
from typing import Any

import pytest

from tests.e2e.phone import Phone, Served

pytestmark = pytest.mark.browser


def test_a_session_from_start_to_log(phone: Phone, served: Served) -> None:
    """Five stretches with Pause, +10 s, Skip, Back and two reloads, and the log tells what was held."""
    phone.start("Short hips")
    phone.sees("Get ready")
    phone.sees("Hold")
    phone.sees("IT band lean")
    phone.sees("Left side")
    phone.sees("4")

    phone.tap("Pause")
    phone.sees("Short hips, paused")
    standing = phone.digits()
    phone.reload()
    phone.sees("Short hips, paused")
    assert phone.digits() == standing

    phone.tap("+10 s")
    phone.tap("Resume")
    phone.button("Pause").wait_for()
    assert standing + 8 <= phone.digits() <= standing + 10

    phone.tap("Skip")
    phone.sees("Switch sides")
    phone.tap("Back")
    phone.sees("Left side")
    phone.sees("Hold")
    phone.tap("Skip")
    phone.tap("Skip")
    phone.sees("Right side")
    phone.reload()
    phone.sees("Pigeon pose")
    phone.sees("Keep your back straight.")
    phone.sees("Done")

    phone.tap("Finish")
    phone.tab("History").click()
    phone.tap(re.compile("^Short hips Today"))
    phone.sees(re.compile("^Butterfly"))
    check_log(served.sessions())


def check_log(sessions: list[dict[str, Any]]) -> None:
    """One completed session whose nine holds are each told once."""
    (session,) = sessions
    assert (session["routine"], session["title"], session["status"]) == (
        "short-hips",
        "Short hips",
        "completed",
    )
    assert session["planned_seconds"] == 36
    holds = session["holds"]
    assert [(hold["stretch"], hold["side"]) for hold in holds] == [
        ("IT band lean", "left"),
        ("IT band lean", "right"),
        ("Pigeon pose", "left"),
        ("Pigeon pose", "right"),
        ("Butterfly", "both"),
        ("Quad pull", "left"),
        ("Quad pull", "right"),
        ("Hamstring reach", "left"),
        ("Hamstring reach", "right"),
    ]
    assert holds[0]["status"] == "cut"
    assert 2 <= holds[0]["held_seconds"] < 6
    assert [(h["held_seconds"], h["status"]) for h in holds[1:]] == [
        (seconds, "done") for seconds in (6, 4, 4, 4, 3, 3, 3, 3)
    ]
    assert session["held_seconds"] == pytest.approx(sum(hold["held_seconds"] for hold in holds))


def test_a_stopped_session_keeps_what_was_held(published: Phone) -> None:
    """Stopped in the first hold, it is in the browser's log as stopped, with the others as skipped."""
    published.start("Short hips")
    published.sees("Hold")
    published.end_session()
    published.sees("Stopped")
    session = published.ended_session()
    assert session["status"] == "stopped"
    assert [hold["status"] for hold in session["holds"][1:]] == ["skipped"] * 8


def test_the_keys_of_the_player(phone: Phone) -> None:
    """Space, arrows, plus and Escape do what the buttons do."""
    phone.start("Short hips")
    phone.sees("Get ready")
    keyboard = phone.page.keyboard
    keyboard.press("ArrowRight")
    phone.sees("Hold")
    keyboard.press("Space")
    phone.button("Resume").wait_for()
    before = phone.digits()
    keyboard.press("+")
    phone.sees(str(before + 10))
    keyboard.press("Space")
    phone.button("Pause").wait_for()
    keyboard.press("ArrowRight")
    phone.sees("Switch sides")
    keyboard.press("ArrowLeft")
    phone.sees("Hold")
    keyboard.press("f")
    phone.page.wait_for_function("() => document.fullscreenElement !== null")
    keyboard.press("Escape")
    phone.sees("End this session?")
    phone.tap("End session")
    phone.sees("Stopped")
    assert phone.ended_session()["status"] == "stopped"
