"""Reloads, dropped sockets, sleeping tabs and second tabs: the session goes on."""

import re
import time

import pytest
from playwright.sync_api import BrowserContext, WebSocketRoute, expect

from tests.e2e.phone import Phone, Served

pytestmark = [pytest.mark.browser, pytest.mark.measured]

RIGHT_WITHIN_MILLISECONDS = 1000.0
"""How soon after coming back the screen must be right."""

OPENED_MILLISECONDS = 1000.0
"""What a socket that was just asked for may take on two busy cores until the app hears of it."""


class Countdown:
    """What the digits should be, from one reading of them and the time that passed since."""

    def __init__(self, phone: Phone) -> None:
        self.phone = phone
        self.seen = phone.digits()
        self.seen_at = time.monotonic()

    def possible_now(self) -> re.Pattern[str]:
        """Match the digits for now, give or take the second that is just turning."""
        expected = self.seen - int(time.monotonic() - self.seen_at)
        return re.compile(f"^({'|'.join(str(expected + off) for off in (-2, -1, 0, 1))})$")

    def is_right_soon(self) -> None:
        """Wait for the right digits, no longer than a second."""
        expect(self.phone.words(self.possible_now())).to_be_attached(timeout=RIGHT_WITHIN_MILLISECONDS)


def test_a_reload_finds_the_session_where_it_is(phone: Phone) -> None:
    """The digits after a reload are what the time says."""
    phone.start("Long hold")
    countdown = Countdown(phone)
    phone.reload()
    phone.sees("Hold")
    countdown.is_right_soon()


def test_a_socket_that_drops_for_five_seconds(context: BrowserContext, served: Served) -> None:
    """While it is down nothing can be shown; within a second of its return all is right."""
    sockets: list[WebSocketRoute] = []
    down_until = 0.0

    def through_or_refused(socket: WebSocketRoute) -> None:
        if time.monotonic() < down_until:
            socket.close(code=1011)
        else:
            sockets.append(socket)
            socket.connect_to_server()

    page = context.new_page()
    page.route_web_socket(re.compile("/ws"), through_or_refused)
    phone = Phone(page, served.url)
    phone.open()
    phone.start("Long hold")
    countdown = Countdown(phone)
    down_until = time.monotonic() + 5.0
    sockets[-1].close(code=1011)
    standing = phone.digits()
    before = len(sockets)
    deadline = time.monotonic() + 30.0
    while len(sockets) == before and time.monotonic() < deadline:
        page.wait_for_timeout(50)
    assert time.monotonic() >= down_until, "the socket was never down"
    expect(phone.words(str(standing))).not_to_be_attached(
        timeout=OPENED_MILLISECONDS + RIGHT_WITHIN_MILLISECONDS
    )
    countdown.is_right_soon()
    phone.tap("Pause")
    phone.button("Resume").wait_for()


def test_a_frozen_tab_goes_on_and_is_right_when_it_wakes(phone: Phone, served: Served) -> None:
    """While the tab is frozen two holds are finished and logged; awake, it shows what is now."""
    phone.start("Short hips")
    phone.sees("Hold")
    control = phone.page.context.new_cdp_session(phone.page)
    control.send("Page.setWebLifecycleState", {"state": "frozen"})
    served.wait_for_session(lambda session: len(session["holds"]) >= 2)
    control.send("Page.setWebLifecycleState", {"state": "active"})
    expect(phone.words("Pigeon pose")).to_be_attached(timeout=RIGHT_WITHIN_MILLISECONDS)


def test_a_second_tab_does_not_disturb_the_first(
    context: BrowserContext, phone: Phone, served: Served
) -> None:
    """Each tab runs its own session, and both are logged."""
    phone.start("Long hold")
    countdown = Countdown(phone)
    second = Phone(context.new_page(), served.url)
    second.open()
    second.start("Short hips")
    second.sees("Hold")
    second.end_session()
    second.sees("Stopped")
    countdown.is_right_soon()
    phone.tap("Pause")
    phone.tap("Resume")
    phone.end_session()
    phone.sees("Stopped")
    assert sorted((s["routine"], s["status"]) for s in served.sessions()) == [
        ("long-hold", "stopped"),
        ("short-hips", "stopped"),
    ]
