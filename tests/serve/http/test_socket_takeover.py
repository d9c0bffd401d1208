"""Sockets that break: the page that comes back finds its old one given up."""

import asyncio
import gc
import logging
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from urllib.parse import urlencode
from weakref import ref

import pytest
from starlette.types import Message, Receive, Scope, Send

from routine_app.serve.http import socket_takeover
from routine_app.serve.http.socket_takeover import LONGEST_PAGE_WORD, SocketTakeover

CONNECT: Message = {"type": "websocket.connect"}
GONE: Message = {"type": "websocket.disconnect", "code": 1001}


async def settle() -> None:
    """Let everything happen that needs no time."""
    for _ in range(50):
        await asyncio.sleep(0)


async def until(is_so: Callable[[], bool]) -> None:
    """Wait for what needs a little time."""
    async with asyncio.timeout(10):
        while not is_so():  # noqa: ASYNC110 - what is waited for sets no event
            await asyncio.sleep(0)


def text(words: str) -> Message:
    """A message that a browser sends."""
    return {"type": "websocket.receive", "text": words}


class Browser:
    """One socket of a browser: what it sends is put in, and `sent` has what comes to it."""

    def __init__(self, page: str | None = None, *, is_broken: bool = False) -> None:
        query = "" if page is None else urlencode({"page": page})
        self.scope: Scope = {"type": "websocket", "path": "/ws", "query_string": query.encode()}
        self.messages: asyncio.Queue[Message] = asyncio.Queue()
        self.sent: list[Message] = []
        self.is_broken = is_broken
        self.messages.put_nowait(CONNECT)

    async def receive(self) -> Message:
        """Give the server the next message."""
        return await self.messages.get()

    async def send(self, message: Message) -> None:
        """Take a message, or be closing."""
        if self.is_broken:
            raise RuntimeError("the socket is closing")
        self.sent.append(message)


class EchoApp:
    """An app that sends back what it receives; `heard` has that, for each socket in their order.

    It ends at a disconnect, unless it is told to linger; a broken one fails at once.
    """

    def __init__(self) -> None:
        self.heard: list[list[Message]] = []
        self.is_broken = False
        self.running = 0
        self.may_end = asyncio.Event()
        self.may_end.set()

    async def __call__(self, _scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one socket."""
        if self.is_broken:
            raise ValueError("broken")
        heard: list[Message] = []
        self.heard.append(heard)
        self.running += 1
        try:
            while not heard or heard[-1]["type"] != "websocket.disconnect":
                heard.append(await receive())
                await send({"type": "websocket.send", "text": heard[-1].get("text", "")})
            await self.may_end.wait()
        finally:
            self.running -= 1


class Served:
    """The guard around the app, and the sockets that it serves."""

    def __init__(self) -> None:
        self.app = EchoApp()
        self.guard = SocketTakeover(self.app)
        self.tasks: list[asyncio.Task[None]] = []
        self.browsers: list[ref[Browser]] = []

    async def open(self, browser: Browser) -> asyncio.Task[None]:
        """Open a socket, and let the app receive what is there."""
        self.browsers.append(ref(browser))
        serving: Coroutine[object, object, None] = self.guard(browser.scope, browser.receive, browser.send)
        self.tasks.append(asyncio.create_task(serving))
        await settle()
        return self.tasks[-1]

    async def close(self) -> None:
        """End all sockets that are open."""
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        self.tasks.clear()

    def remembered(self) -> list[Browser]:
        """The browsers that are still held in memory: by the guard, since of broken ones alone the log has something."""
        gc.collect()
        return [known for browser in self.browsers if (known := browser()) and not known.is_broken]


def served(scenario: Callable[[Served], Coroutine[object, object, None]]) -> None:
    """Run a scenario; whatever it leaves open is closed, and nothing else may be left."""

    async def run() -> None:
        served = Served()
        await scenario(served)
        await served.close()
        await settle()
        assert asyncio.all_tasks() == {asyncio.current_task()}
        assert served.remembered() == []

    asyncio.run(run())


@contextmanager
def patience(seconds: float) -> Iterator[None]:
    """Change how long an old socket is waited for."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket_takeover, "HAND_OVER_SECONDS", seconds)
        yield


def test_messages_go_both_ways() -> None:
    """With nothing added and nothing lost."""

    async def scenario(served: Served) -> None:
        browser = Browser("a")
        await served.open(browser)
        browser.messages.put_nowait(text("hello"))
        await settle()
        assert served.app.heard == [[CONNECT, text("hello")]]
        assert [message["text"] for message in browser.sent] == ["", "hello"]

    served(scenario)


def test_what_can_be_sent_is_sent_at_once() -> None:
    """With no turn of the loop, which a session that runs would pay for each second."""

    async def scenario(_served: Served) -> None:
        turns: list[int] = []

        async def app(_scope: Scope, _receive: Receive, send: Send) -> None:
            asyncio.get_running_loop().call_soon(turns.append, 1)
            for word in ("one", "two"):
                await send({"type": "websocket.send", "text": word})
            assert turns == []

        browser = Browser("a")
        await SocketTakeover(app)(browser.scope, browser.receive, browser.send)
        assert [message["text"] for message in browser.sent] == ["one", "two"]
        await settle()
        assert turns == [1]

    served(scenario)


def test_a_pages_second_socket_ends_its_first() -> None:
    """The app hears of the disconnect, though the old socket never said a word; the new one works."""

    async def scenario(served: Served) -> None:
        first = await served.open(Browser("a"))
        second = Browser("a")
        await served.open(second)
        assert first.done()
        assert served.app.heard == [[CONNECT, GONE], [CONNECT]]
        second.messages.put_nowait(text("back"))
        await settle()
        assert second.sent[-1]["text"] == "back"

    served(scenario)


def test_the_second_waits_until_the_first_is_finished() -> None:
    """Only then can the app find the page's session free."""

    async def scenario(served: Served) -> None:
        served.app.may_end.clear()
        await served.open(Browser("a"))
        await served.open(Browser("a"))
        assert served.app.heard == [[CONNECT, GONE]]
        served.app.may_end.set()
        await settle()
        assert served.app.heard == [[CONNECT, GONE], [CONNECT]]
        assert served.app.running == 1

    served(scenario)


def test_a_third_socket_ends_the_second() -> None:
    """However often a page is loaded anew."""

    async def scenario(served: Served) -> None:
        for _ in range(4):
            await served.open(Browser("a"))
        assert served.app.heard == [[CONNECT, GONE]] * 3 + [[CONNECT]]

    served(scenario)


def test_nothing_is_sent_to_a_socket_that_was_given_up() -> None:
    """What the app still sends on it is dropped, even if that socket would hang."""

    async def scenario(served: Served) -> None:
        hanging = Browser("a")
        hanging.send = lambda _: asyncio.sleep(3600)  # type: ignore[method-assign, assignment]
        first = await served.open(hanging)
        assert not first.done()
        await served.open(Browser("a"))
        assert first.done()

    served(scenario)


@pytest.mark.parametrize(
    ("one", "other"), [("a", "b"), (None, None), ("", ""), ("a", None), (None, "a"), ("a", "A")]
)
def test_other_sockets_are_independent(one: str | None, other: str | None) -> None:
    """Those of another page, and those that name none: two old tabs must not end each other."""

    async def scenario(served: Served) -> None:
        await served.open(Browser(one))
        await served.open(Browser(other))
        assert served.app.heard == [[CONNECT], [CONNECT]]

    served(scenario)


@pytest.mark.parametrize(("length", "is_known"), [(LONGEST_PAGE_WORD, True), (LONGEST_PAGE_WORD + 1, False)])
def test_an_overlong_word_counts_as_none(length: int, *, is_known: bool) -> None:
    """Nobody fills the memory with words."""

    async def scenario(served: Served) -> None:
        first = await served.open(Browser("a" * length))
        await served.open(Browser("a" * length))
        assert first.done() is is_known

    served(scenario)


@pytest.mark.parametrize("query", [b"page=a&page=b", b"x=%FF%FE&page=a", b"page=a#\xff"])
def test_an_odd_address_is_served(query: bytes) -> None:
    """Whatever bytes stand in it."""

    async def scenario(served: Served) -> None:
        browser = Browser()
        browser.scope["query_string"] = query
        await served.open(browser)
        assert served.app.heard == [[CONNECT]]

    served(scenario)


def test_a_socket_that_ends_by_itself_is_forgotten() -> None:
    """The page's next one waits for nothing."""

    async def scenario(served: Served) -> None:
        browser = Browser("a")
        first = await served.open(browser)
        browser.messages.put_nowait(GONE)
        await settle()
        assert first.done()
        del browser
        assert served.remembered() == []
        await served.open(Browser("a"))
        assert served.app.heard == [[CONNECT, GONE], [CONNECT]]

    served(scenario)


def test_a_send_into_a_closing_socket_is_dropped(caplog: pytest.LogCaptureFixture) -> None:
    """The app goes on, and hears of the end when it next receives."""

    async def scenario(served: Served) -> None:
        browser = Browser("a", is_broken=True)
        first = await served.open(browser)
        browser.messages.put_nowait(text("still here"))
        await settle()
        assert served.app.heard == [[CONNECT, text("still here")]]
        browser.messages.put_nowait(GONE)
        await settle()
        assert first.done()
        assert first.exception() is None

    with caplog.at_level(logging.DEBUG, socket_takeover.__name__):
        served(scenario)
    assert [record.levelname for record in caplog.records] == ["DEBUG"] * 3
    assert caplog.records[0].exc_info is not None


def test_a_receive_that_fails_is_the_apps_to_know() -> None:
    """It is no message to be dropped."""

    async def scenario(served: Served) -> None:
        browser = Browser("a")

        async def fail() -> Message:
            raise OSError("no socket")

        browser.receive = fail  # type: ignore[method-assign]  # this once
        first = await served.open(browser)
        assert isinstance(first.exception(), OSError)

    served(scenario)


def test_an_app_that_fails_frees_its_page() -> None:
    """The next socket is served as if nothing had been."""

    async def scenario(served: Served) -> None:
        served.app.is_broken = True
        first = await served.open(Browser("a"))
        assert isinstance(first.exception(), ValueError)
        served.app.is_broken = False
        await served.open(Browser("a"))
        assert served.app.heard == [[CONNECT]]

    served(scenario)


def test_a_first_socket_that_never_finishes_is_given_up_on(caplog: pytest.LogCaptureFixture) -> None:
    """After a while the new one is served all the same, and the log says so."""

    async def scenario(served: Served) -> None:
        served.app.may_end.clear()
        first = await served.open(Browser("a"))
        second = Browser("a")
        serving = asyncio.create_task(served.guard(second.scope, second.receive, second.send))
        served.tasks.append(serving)
        await until(lambda: served.app.heard == [[CONNECT, GONE], [CONNECT]])
        assert not first.done()

    with patience(0.02), caplog.at_level(logging.WARNING):
        served(scenario)
    assert caplog.messages == ["An old socket was not given up in time; its page gets a new session"]


def test_an_old_socket_that_ends_late_leaves_the_new_one_known() -> None:
    """It forgets itself, and not its successor."""

    async def scenario(served: Served) -> None:
        served.app.may_end.clear()
        first = await served.open(Browser("a"))
        second = Browser("a")
        await served.open(second)
        await until(lambda: served.app.heard == [[CONNECT, GONE], [CONNECT]])
        served.app.may_end.set()
        await settle()
        assert first.done()
        await served.open(Browser("a"))
        assert served.app.heard == [[CONNECT, GONE], [CONNECT, GONE], [CONNECT]]

    with patience(0.02):
        served(scenario)


@pytest.mark.parametrize("kind", ["http", "lifespan"])
def test_all_else_passes_through(kind: str) -> None:
    """The same scope, and the very functions that were given."""
    seen: list[object] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        seen.extend((scope, receive, send))
        await asyncio.sleep(0)

    browser = Browser("a")
    scope: Scope = {"type": kind}
    guard = SocketTakeover(app)
    receive, send = browser.receive, browser.send
    asyncio.run(guard(scope, receive, send))
    assert seen == [scope, receive, send]
    seen.clear()
    known = ref(browser)
    del browser, receive, send
    gc.collect()
    assert known() is None
