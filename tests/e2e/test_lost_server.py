"""A server that is gone, or does not answer: the page says so, and is back by itself."""

import os
import re
import signal
from collections.abc import Iterator
from contextlib import ExitStack
from multiprocessing.process import BaseProcess
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Locator, Route, expect

from tests.e2e.phone import PATIENCE_MILLISECONDS, Phone, Served, ServedPhone
from tests.e2e.quick_routines import QUIET_SETTINGS, fill_home
from tests.e2e.semantics import violations
from tests.e2e.server import server

pytestmark = pytest.mark.browser


class MortalServer:
    """A server that can be killed, and started anew at the same address."""

    def __init__(self, home: Path, running: ExitStack) -> None:
        self._home, self._running = home, running
        self.served, self.process = self._start("0")

    def _start(self, port: str) -> tuple[Served, BaseProcess]:
        return self._running.enter_context(server(self._home, "--port", port))

    def kill(self) -> None:
        """End it as a computer that is switched off does."""
        self.process.kill()
        self.process.join()

    def start_anew(self) -> None:
        """Start another where it was."""
        self.served, self.process = self._start(str(urlsplit(self.served.url).port))


@pytest.fixture
def mortal(tmp_path: Path) -> Iterator[MortalServer]:
    """Serve the app with the quick routines."""
    fill_home(tmp_path, settings=QUIET_SETTINGS)
    with ExitStack() as running:
        yield MortalServer(tmp_path, running)


def alert(phone: Phone) -> Locator:
    """What the page itself says, over all that Flutter draws."""
    return phone.page.locator("#no-connection")


def test_a_server_that_stands_still_in_a_hold(context: BrowserContext, mortal: MortalServer) -> None:
    """The page says what becomes of the session, reads nothing else out, and goes on when the server does."""
    phone = ServedPhone(context.new_page(), mortal.served)
    phone.open()
    phone.start("Long hold")
    os.kill(mortal.process.pid or 0, signal.SIGSTOP)
    expect(alert(phone)).to_contain_text("A running session stands still")
    assert violations(phone.page) == []
    assert (
        phone.page.evaluate("document.elementFromPoint(innerWidth / 2, innerHeight - 60).id")
        == "no-connection"
    )
    os.kill(mortal.process.pid or 0, signal.SIGCONT)
    expect(alert(phone)).not_to_be_attached(timeout=PATIENCE_MILLISECONDS)
    phone.tap(re.compile("^(Pause|Continue)$"))


def test_a_server_that_was_killed_in_a_hold_and_started_anew(
    context: BrowserContext, mortal: MortalServer
) -> None:
    """The page comes back by itself, and offers the session to go on with."""
    phone = ServedPhone(context.new_page(), mortal.served)
    phone.open()
    phone.start("Two holds")
    phone.sees("Pigeon pose")
    mortal.kill()
    expect(alert(phone)).to_contain_text("Routine App does not answer")
    mortal.start_anew()
    phone.sees(re.compile("1 of 2 holds done"))
    expect(alert(phone)).not_to_be_attached()
    phone.tap(re.compile("^Continue"))
    phone.sees("Pigeon pose")


@pytest.mark.parametrize("file", ["page/connection.js", "main.dart"])
def test_a_server_that_is_gone_before_all_is_loaded(
    context: BrowserContext, mortal: MortalServer, file: str
) -> None:
    """The page says so, with whatever it has by then, and begins anew when it can."""
    phone = ServedPhone(context.new_page(), mortal.served)

    def kill_first(route: Route) -> None:
        if mortal.process.is_alive():
            mortal.kill()
        route.abort("connectionrefused")

    phone.page.route(f"**/{file}*", kill_first)
    phone.page.goto(mortal.served.url, wait_until="commit")
    expect(phone.page.get_by_role("alert").first).to_contain_text("by itself")
    phone.page.unroute_all(behavior="wait")
    mortal.start_anew()
    phone.turn_on_semantics()
    phone.button(re.compile("^Two holds")).wait_for()
    expect(phone.page.get_by_role("alert")).not_to_be_attached()
