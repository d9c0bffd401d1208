"""What the page says when its server does not answer, with a stub of the server, by the second."""

from collections.abc import Iterator
from contextlib import suppress

import pytest
from playwright.sync_api import BrowserContext, Error, Page, WebSocketRoute, expect

from routine_app.data.paths import assets_folder

pytestmark = pytest.mark.browser

WAY_BACK = "This page is back by itself"


class StubServer:
    """A server that answers each question with its word, unless it is silent or gone; `sockets` are all that it was asked for."""

    def __init__(self) -> None:
        self.word = "one run"
        self.is_silent = self.is_gone = False
        self.sockets: list[WebSocketRoute] = []

    def take(self, socket: WebSocketRoute) -> None:
        """Take a socket of the page."""
        self.sockets.append(socket)
        if self.is_gone:
            socket.close(code=1006)
            return
        socket.on_message(lambda _: None if self.is_silent else socket.send(self.word))


class Watched:
    """A page with the script, at its own clock."""

    def __init__(self, page: Page, server: StubServer) -> None:
        self.page, self.server = page, server
        self.words = page.get_by_role("alert")

    def open(self, address: str, settings: str = "") -> None:
        """Load it, and let the server answer for the first time."""
        script = (assets_folder() / "page" / "connection.js").read_text(encoding="utf-8")
        html = f"""<!DOCTYPE html><html lang="en"><body><button>Pause</button><script>
            var flet = {{ webSocketEndpoint: '/ws?page=1', {settings} }};
            window.keys = [];
            const isAt = (route) => location.pathname === route;
            {script}
            addEventListener('keydown', ({{ key }}) => keys.push(key));</script></body></html>"""
        self.page.clock.install()
        self.page.route("**/*", lambda route: route.fulfill(body=html, content_type="text/html"))
        self.page.route_web_socket("**/ws*", self.server.take)
        self.page.goto(address)

    def open_in_use(self, address: str = "http://page.test/") -> None:
        """Load it, with Flet's client connected and told something by the server."""
        self.open(address)
        self.open_flets_socket()
        self.pass_time(500)
        self.server.sockets[-1].send(b"hello")
        self.pass_time(200)
        assert self.flet_heard() == ["open", "hello"]

    def open_flets_socket(self) -> None:
        """Do what Flet's client does to connect; `happened` has what it is told from then on."""
        self.page.evaluate(
            """() => {
              window.happened = [];
              window.fletsSocket = new WebSocket('ws://page.test/ws');
              ['open', 'close', 'error'].forEach((kind) => fletsSocket.addEventListener(kind, () => happened.push(kind)));
              fletsSocket.addEventListener('message', ({ data }) => happened.push(new TextDecoder().decode(data)));
            }"""
        )

    def flet_heard(self) -> list[str]:
        """What Flet's client was told."""
        heard: list[str] = self.page.evaluate("happened")
        return heard

    def pass_time(self, milliseconds: int) -> None:
        """Let so much time go by, in which the page and the server talk."""
        for _ in range(milliseconds // 100):
            self.page.clock.run_for(100)
            self.page.evaluate("new Promise((resolve) => resolve())")


@pytest.fixture
def watched(context: BrowserContext) -> Iterator[Watched]:
    """A page that is not yet open, in which nothing may be raised."""
    errors: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield Watched(page, StubServer())
    assert errors == []


def test_nothing_is_said_while_the_server_answers(watched: Watched) -> None:
    """However long nothing else comes."""
    watched.open("http://page.test/")
    watched.pass_time(10_000)
    expect(watched.words).not_to_be_attached()
    assert len(watched.server.sockets) == 1


def test_a_silent_server_is_told_within_two_seconds(watched: Watched) -> None:
    """A network that was cut closes nothing; what stands below can then not be used; all is as before after an answer."""
    watched.open_in_use()
    watched.server.is_silent = True
    watched.pass_time(2000)
    expect(watched.words).to_contain_text(WAY_BACK)
    assert watched.page.evaluate("document.querySelector('button').inert")
    watched.page.keyboard.press("Space")
    assert watched.page.evaluate("keys") == []
    watched.server.is_silent = False
    watched.pass_time(400)
    expect(watched.words).not_to_be_attached()
    assert not watched.page.evaluate("document.querySelector('button').inert")
    watched.page.keyboard.press("Space")
    assert watched.page.evaluate("keys") == [" "]
    assert len(watched.server.sockets) == 1


@pytest.mark.parametrize(
    ("address", "said", "of_session"),
    [
        ("http://page.test/", "No connection to the computer", ""),
        ("http://localhost/", "Routine App does not answer", ""),
        (
            "http://page.test/play",
            "No connection to the computer",
            "goes on there for a minute, unheard here",
        ),
        ("http://localhost/play", "Routine App does not answer", "stands still"),
    ],
)
def test_what_is_said(watched: Watched, address: str, said: str, of_session: str) -> None:
    """Which computer it is, and what a session does meanwhile, if there may be one."""
    watched.open_in_use(address)
    watched.server.is_silent = True
    watched.pass_time(2000)
    expect(watched.words).to_contain_text(said)
    expect(watched.words).to_contain_text(of_session)
    assert ("What you held is kept." in watched.words.inner_text()) is bool(of_session)


def test_a_server_that_is_gone_is_told_at_once_and_looked_for(watched: Watched) -> None:
    """Flet's client hears nothing of it until the server is back: it would show an empty page, and wait ever longer."""
    watched.open_in_use()
    watched.server.is_gone = True
    watched.server.sockets[-1].close(code=1012)
    watched.pass_time(1000)
    expect(watched.words).to_contain_text(WAY_BACK)
    watched.pass_time(10_000)
    assert watched.flet_heard() == ["open", "hello"]
    assert len(watched.server.sockets) > 10
    watched.server.is_gone = False
    watched.pass_time(1000)
    assert watched.flet_heard() == ["open", "hello", "close"]
    expect(watched.words).to_be_attached()
    watched.open_flets_socket()
    watched.pass_time(100)
    watched.server.sockets[-1].send(b"hello again")
    watched.pass_time(100)
    assert watched.flet_heard() == ["open", "hello again"]
    expect(watched.words).not_to_be_attached()


def test_a_socket_that_stays_silent_is_given_up_for_another(watched: Watched) -> None:
    """As after a network that gave the phone another address: the old one will never say anything."""
    watched.open_in_use()
    watched.server.is_silent = True
    watched.pass_time(5000)
    assert len(watched.server.sockets) == 2
    watched.pass_time(8000)
    assert len(watched.server.sockets) in {3, 4}
    watched.server.is_silent = False
    watched.pass_time(5000)
    assert watched.flet_heard() == ["open", "hello", "close"]


def test_a_server_that_was_started_anew_gets_a_new_page(watched: Watched) -> None:
    """It may be of another version, and knows nothing of this page."""
    watched.open_in_use()
    watched.server.word = "another run"
    watched.page.evaluate("window.isOld = true")
    watched.server.sockets[-1].close(code=1012)
    with suppress(Error):  # the page goes while the time passes
        watched.pass_time(1000)
    watched.page.wait_for_function("!window.isOld")


def test_a_computer_that_slept_is_no_lost_connection(watched: Watched) -> None:
    """The server is asked first."""
    watched.open_in_use()
    watched.page.clock.fast_forward(600_000)
    watched.pass_time(300)
    expect(watched.words).not_to_be_attached()
    watched.pass_time(5000)
    expect(watched.words).not_to_be_attached()


def test_the_phone_app_has_no_server_to_lose(watched: Watched) -> None:
    """Its Python is in the page."""
    watched.open("http://page.test/", "pyodide: true")
    watched.pass_time(10_000)
    expect(watched.words).not_to_be_attached()
    assert watched.server.sockets == []
