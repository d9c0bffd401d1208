"""Interruptions on a phone: a server that is killed, Back out of a session, a screen that turns."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.e2e.phone import Phone, Served
from tests.e2e.quick_routines import fill_home
from tests.e2e.server import server

pytestmark = pytest.mark.browser

TWO_HOLDS = """\
title: Two holds
get_ready: 0
rest: 2s
stretches:
  - {name: Butterfly, hold: 2s}
  - {name: Pigeon pose, sides: each, hold: 4s}
"""
CONTINUE = re.compile(
    r"^Continue\s+Two holds\s+1 of 3 holds done\s+Next: Pigeon pose, left side\s+23 s left$"
)


def opened(context: BrowserContext, served: Served) -> Phone:
    """Open the app in a new tab."""
    phone = Phone(context.new_page(), served.url)
    phone.open()
    return phone


def path_of(phone: Phone) -> str:
    """What stands in the address after the host."""
    return phone.page.url.removeprefix(phone.url)


def is_at(phone: Phone, path: str) -> None:
    """Wait until that stands in the address."""
    phone.page.wait_for_url(phone.url + path)


def test_a_server_killed_in_a_hold_loses_nothing_that_was_finished(
    context: BrowserContext, tmp_path: Path
) -> None:
    """Started again, it offers to continue; the log ends as one session with each hold once."""
    fill_home(tmp_path, {"two-holds.yaml": TWO_HOLDS})
    with server(tmp_path) as (served, process):
        phone = opened(context, served)
        phone.start("Two holds")
        phone.sees("Left side")
        phone.sees("Hold")
        process.kill()
        process.join()
        phone.page.close()
    with server(tmp_path) as (served, _):
        phone = opened(context, served)
        phone.tap(CONTINUE)
        phone.sees("Get ready")
        phone.sees("Pigeon pose")
        phone.sees("Left side")
        phone.tap("Skip")
        phone.sees("Done")
        phone.tap("Finish")
        phone.button(re.compile("^Two holds")).wait_for()
        expect(phone.button(re.compile("^Continue"))).to_have_count(0)
        (session,) = served.sessions()
    assert session["status"] == "completed"
    assert [(hold["stretch"], hold["side"], hold["status"]) for hold in session["holds"]] == [
        ("Butterfly", "both", "done"),
        ("Pigeon pose", "left", "done"),
        ("Pigeon pose", "right", "done"),
    ]


def test_another_tab_takes_a_session_over(context: BrowserContext, phone: Phone, served: Served) -> None:
    """It continues there; the first one goes home, says so, and writes no more."""
    phone.start("Short hips")
    phone.sees("Switch sides")
    second = opened(context, served)
    second.tap(re.compile("^Continue Short hips"))
    second.sees("Get ready")
    phone.sees(re.compile("This session went on elsewhere"))
    phone.button(re.compile("^Short hips")).wait_for()
    second.end_session()
    second.sees("Stopped")
    (session,) = served.sessions()
    assert (session["status"], len(session["holds"])) == ("stopped", 9)


def test_back_in_the_browser_leads_where_it_should(phone: Phone, served: Served) -> None:
    """To the page before; in a session it asks, and loses nothing; after one it leads out, and never into it again."""
    phone.tab("History").click()
    is_at(phone, "/history")
    phone.page.go_back()
    is_at(phone, "/")
    phone.start("Long hold")
    back_asks(phone, served)
    phone.page.go_back()
    phone.tap("End session")
    phone.sees("Stopped")
    is_at(phone, "/done")
    assert served.sessions()[0]["status"] == "stopped"
    phone.page.go_back()
    phone.button("Start").wait_for()
    is_at(phone, "/routine/long-hold")
    back_leads_out(phone)


def back_asks(phone: Phone, served: Served) -> None:
    """Also twice, and after a reload; "Keep going" runs on."""
    phone.page.go_back()
    phone.sees("End this session?")
    phone.sees("What you held so far is kept.")
    is_at(phone, "/play")
    phone.page.go_back()
    is_at(phone, "/play")
    expect(phone.button("Keep going")).to_have_count(1)
    phone.reload()
    phone.tap("Keep going")
    standing = phone.digits()
    phone.button("Pause").wait_for()
    phone.sees(str(standing - 2))
    assert served.sessions()[0]["status"] == "running"


def back_leads_out(phone: Phone) -> None:
    """Of the app, over the routine and the list, once another session has been finished with."""
    phone.tap("Start")
    phone.end_session()
    phone.tap("Finish")
    is_at(phone, "/")
    for path in ("/routine/long-hold", "/"):
        phone.page.go_back()
        is_at(phone, path)
    phone.page.go_back()
    phone.page.wait_for_url("about:blank")


def test_a_phone_that_is_turned_keeps_the_session(phone: Phone) -> None:
    """On its side and upright again the countdown goes on; upright, the buttons are within a thumb's reach."""
    phone.start("Long hold")
    within_reach(phone, 390, 844)
    before = phone.digits()
    phone.page.set_viewport_size({"width": 844, "height": 390})
    phone.sees(str(before - 2))
    phone.page.set_viewport_size({"width": 320, "height": 568})
    phone.sees(str(before - 4))
    assert path_of(phone) == "/play"
    within_reach(phone, 320, 568)


def within_reach(phone: Phone, width: int, height: int) -> None:
    """All four lie in the lower third, side by side, each 48 px or more."""
    for name in ("Back", "Pause", "+10 s", "Skip"):
        box = phone.button(name).bounding_box()
        assert box is not None
        assert box["y"] >= height * 2 / 3
        assert box["y"] + box["height"] <= height
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert min(box["width"], box["height"]) >= 48
