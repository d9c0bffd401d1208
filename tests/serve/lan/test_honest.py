"""What the server for phones gives to those who have the link."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path

import pytest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from routine_app.serve.http.listener import Listener, listen_in_lan
from routine_app.serve.lan import serve_phones
from routine_app.serve.lan.access import COOKIE_SECONDS
from routine_app.serve.lan.invitation import CAUTIONS, new_invitation
from routine_app.serve.lan.qr_code import code_svg
from tests.serve.conftest import Lan
from tests.serve.lan.lan_host import lan_host
from tests.serve.raw_http import SOCKET_HEADERS, ask, get


def test_the_link_becomes_a_cookie(lan: Lan) -> None:
    """Scripts cannot read it, and the way on leaves the token behind."""
    answer = ask(lan.address, get(lan.path, b"Host: " + lan.host))
    assert (answer.status, answer.headers["location"], answer.body) == (303, "/", b"")
    cookie, *attributes = answer.headers["set-cookie"].split("; ")
    assert cookie.encode() == lan.cookie
    assert cookie.startswith(f"routine_app_{lan.address[1]}=")
    assert sorted(attributes) == ["HttpOnly", f"Max-Age={COOKIE_SECONDS}", "Path=/", "SameSite=lax"]
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert lan.path[4:].decode() not in "".join(answer.headers.values())


def test_the_link_lets_several_devices_in(lan: Lan) -> None:
    """One scan after the other, as long as the server runs."""
    for _ in range(3):
        assert ask(lan.address, get(lan.path, b"Host: " + lan.host)).status == 303


@pytest.mark.parametrize("origin", [(), (b"Origin: http://{own}",)], ids=["no Origin", "own Origin"])
def test_who_has_the_cookie_is_served(lan: Lan, origin: tuple[bytes, ...]) -> None:
    """The page, a file, and the socket; other cookies beside it do no harm."""
    headers = (
        b"Host: " + lan.host,
        *(line.replace(b"{own}", lan.host) for line in origin),
        b"Cookie: other=1; " + lan.cookie + b"; routine_app_1=2",
    )
    assert b"Routine App" in ask(lan.address, get(b"/", *headers)).body
    assert ask(lan.address, get(b"/mark.svg", *headers)).body == b"<svg/>"
    assert ask(lan.address, get(b"/history", *headers)).status == 200
    assert ask(lan.address, get(b"/routine/evening%20hips%25", *headers)).status == 200
    assert ask(lan.address, get(b"/mark.svg", *headers, method=b"HEAD")).status == 200
    upgrade = (b"Upgrade: h2c", b"Connection: Upgrade")
    assert ask(lan.address, get(b"/mark.svg", *headers, *upgrade)).body == b"<svg/>"
    assert ask(lan.address, get(b"/ws?page=1", *headers, *SOCKET_HEADERS)).status == 101


def test_the_page_with_the_code(lan: Lan) -> None:
    """It shows the link as a picture and as text, warns, and is not kept."""
    answer = ask(lan.address, get(b"/phone", b"Host: " + lan.host, b"Cookie: " + lan.cookie))
    link = f"http://{lan.host.decode()}{lan.path.decode()}"
    text = answer.body.decode()
    assert answer.status == 200
    assert code_svg(link) in text
    assert f"<code>{link}</code>" in text
    assert all(caution in text for caution in CAUTIONS)
    assert "script" not in text
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; style-src 'sha256-")


def test_each_start_has_secrets_of_its_own() -> None:
    """None is another's, and none is short."""
    one, other = new_invitation(1), new_invitation(1)
    texts = [text for i in (one, other) for text in (i.path, i.own_path, i.cookie_value)]
    assert [text.rpartition("/")[0] for text in texts] == ["/in", "/here", ""] * 2
    assert [len(secret) for secret in {text.rpartition("/")[2] for text in texts}] == [43] * 6


class Started:
    """What `serve_to_phones` had served and opened."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.opened: list[str] = []
        self.listener = listen_in_lan(lan_host(), 0)
        self.url, self.lan_url = self.listener.url, self.listener.lan_url
        monkeypatch.setattr(serve_phones, "serve", self._serve)
        monkeypatch.setattr(serve_phones, "open_browser", lambda url, _: self.opened.append(url))

    def _serve(
        self,
        _: object,
        __: object,
        listener: Listener,
        ready: Callable[[], None],
        guard: Callable[[ASGIApp], ASGIApp],
    ) -> None:
        self.guard = guard
        with closing(listener):
            ready()


async def main(page: object) -> None:
    """A page that is never opened."""
    raise AssertionError(page)


def test_the_terminal_says_where_and_what_to_know(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Into a file it draws no code; each caution is a line of its own."""
    started = Started(monkeypatch)
    serve_phones.serve_to_phones(main, Path(), started.listener, {})
    first, second, third, *cautions = capsys.readouterr().out.splitlines()
    link = re.escape(started.lan_url) + r"/in/[\w-]{43}"
    assert re.fullmatch(rf"Routine App is at {link} \(Ctrl-C ends it\)", first)
    assert second == "Open this address on the phone."
    assert third == f"The code as a picture is for devices that are in: {started.url}/phone"
    assert cautions == [f"- {caution}" for caution in CAUTIONS]


def test_this_machines_browser_comes_in_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its address, which other users can see, holds no token and is worth nothing afterwards."""
    started = Started(monkeypatch)
    serve_phones.serve_to_phones(main, Path(), started.listener, {})
    (url,) = started.opened
    path = url.removeprefix(started.url)
    assert re.fullmatch(r"/here/[\w-]{43}", path)
    app = started.guard(_nobody)
    assert _answer(app, path) == (303, "/phone")
    assert _answer(app, path) == (403, "")


async def _nobody(scope: Scope, receive: Receive, send: Send) -> None:
    raise AssertionError(scope, receive, send)


def _answer(app: ASGIApp, path: str) -> tuple[int, str]:
    """The status, and where it leads."""
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        raise AssertionError

    scope = {"type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "headers": []}
    asyncio.run(_done(app(scope, receive, send)))
    return sent[0]["status"], dict(sent[0]["headers"]).get(b"location", b"").decode()


async def _done(answering: Awaitable[None]) -> None:
    await answering
