"""The server's word to a page that asks if it is heard."""

import asyncio

import pytest
from starlette.types import Message, Receive, Scope, Send

from routine_app.serve.http.socket_pulse import QUESTION, SocketPulse

SCOPE: Scope = {"type": "websocket", "path": "/ws", "query_string": b""}
CONNECT: Message = {"type": "websocket.connect"}
GONE: Message = {"type": "websocket.disconnect", "code": 1001}
ASK: Message = {"type": "websocket.receive", "text": QUESTION}
ACCEPT: Message = {"type": "websocket.accept"}


def said(words: bytes) -> Message:
    """A message of Flet's client."""
    return {"type": "websocket.receive", "bytes": words}


class App:
    """An app that accepts a socket, and sends back what it receives until the end."""

    def __init__(self) -> None:
        self.heard: list[Message] = []

    async def __call__(self, _scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one socket."""
        self.heard.append(await receive())
        await send(ACCEPT)
        while (message := await receive())["type"] != GONE["type"]:
            self.heard.append(message)
            await send({"type": "websocket.send", "bytes": message["bytes"]})
        self.heard.append(message)


def serve(
    app: App, *messages: Message, closing_after: int = 100, pulse: SocketPulse | None = None
) -> list[Message]:
    """Let a page send these messages; give what came back, until the socket is closing."""
    sent: list[Message] = []
    left = list(messages)

    async def receive() -> Message:
        return left.pop(0)

    async def send(message: Message) -> None:
        if len(sent) >= closing_after:
            raise RuntimeError("the socket is closing")
        sent.append(message)

    asyncio.run((pulse or SocketPulse(app))(SCOPE, receive, send))
    return sent


def test_a_question_is_answered_and_the_app_hears_nothing_of_it() -> None:
    """Before Flet's client says anything, and between what it says."""
    app = App()
    sent = serve(app, CONNECT, ASK, said(b"one"), ASK, said(b"two"), GONE)
    accepted, first, one, second, two = sent
    assert accepted == ACCEPT
    assert first == second
    assert first["text"]
    assert [one["bytes"], two["bytes"]] == [b"one", b"two"]
    assert app.heard == [CONNECT, said(b"one"), said(b"two"), GONE]


def test_another_run_of_the_server_has_another_word() -> None:
    """By which a page knows that the server was started anew; one run has the same for all sockets."""
    one, other = SocketPulse(App()), SocketPulse(App())
    words = [serve(App(), CONNECT, ASK, GONE, pulse=pulse)[1]["text"] for pulse in (one, one, other)]
    assert words[0] == words[1] != words[2]


def test_a_socket_that_says_nothing_is_none_to_the_app() -> None:
    """A page that tries to come back opens many; Flet would keep something for each of them for ever."""
    app = App()
    serve(app, CONNECT, GONE)
    serve(app, CONNECT, ASK, GONE)
    assert app.heard == []


def test_a_page_that_asks_and_goes(caplog: pytest.LogCaptureFixture) -> None:
    """What can no longer be answered is no failure."""
    app = App()
    assert serve(app, CONNECT, said(b"one"), ASK, GONE, closing_after=2) == [
        ACCEPT,
        {"type": "websocket.send", "bytes": b"one"},
    ]
    assert app.heard[-1] == GONE
    assert [record.levelname for record in caplog.records] in ([], ["DEBUG"])


def test_what_is_no_socket_is_passed_on() -> None:
    """Requests and the server's own start and end."""
    seen: list[str] = []

    async def app(scope: Scope, _receive: Receive, _send: Send) -> None:
        seen.append(scope["type"])

    async def receive() -> Message:
        raise AssertionError

    async def send(_message: Message) -> None:
        raise AssertionError

    pulse = SocketPulse(app)
    for kind in ("http", "lifespan"):
        asyncio.run(pulse({"type": kind}, receive, send))
    assert seen == ["http", "lifespan"]
