"""Serving to phones: what the terminal says, and what this machine's browser opens."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path

import pytest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from routine_app.serve.client.client_source import ClientSource
from routine_app.serve.http.file_transfers import FileTransfers
from routine_app.serve.http.listener import Listener, listen_in_lan
from routine_app.serve.lan import serve_phones
from routine_app.serve.lan.invitation import CAUTIONS
from tests.serve.lan.lan_host import lan_host


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
        ___: FileTransfers,
        guard: Callable[[ASGIApp], ASGIApp],
    ) -> None:
        self.guard = guard
        with closing(listener):
            ready()


SOURCE = ClientSource(Path("assets"), Path("cache"))


async def main(page: object) -> None:
    """A page that is never opened."""
    raise AssertionError(page)


def test_the_terminal_says_where_and_what_to_know(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Into a file it draws no code; each caution is a line of its own."""
    started = Started(monkeypatch)
    serve_phones.serve_to_phones(main, SOURCE, started.listener, {}, FileTransfers())
    first, second, third, *cautions = capsys.readouterr().out.splitlines()
    link = re.escape(started.lan_url) + r"/in/[\w-]{43}"
    assert re.fullmatch(rf"Routine App is at {link} \(Ctrl-C ends it\)", first)
    assert second == "Open this address on the phone."
    assert third == f"The code as a picture is for devices that are in: {started.url}/phone"
    assert cautions == [f"- {caution}" for caution in CAUTIONS]


def test_this_machines_browser_comes_in_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its address, which other users can see, holds no token and is worth nothing afterwards."""
    started = Started(monkeypatch)
    serve_phones.serve_to_phones(main, SOURCE, started.listener, {}, FileTransfers())
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
