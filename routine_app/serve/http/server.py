"""The server that shows the app in browsers."""

import asyncio
import contextlib
import socket
from collections.abc import Callable, Iterator
from functools import partial

import flet_web.fastapi  # type: ignore[import-untyped]  # Flet types only its main package
import uvicorn
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from routine_app.serve.client.client_source import ClientSource
from routine_app.serve.client.kept_client import kept_client
from routine_app.serve.client.page_parts import LETTERS
from routine_app.serve.http.client_files import ClientFiles
from routine_app.serve.http.connection_limits import LONGEST_UNFINISHED_HEAD_BYTES, ConnectionLimits
from routine_app.serve.http.file_transfers import FileTransfers
from routine_app.serve.http.listener import Listener
from routine_app.serve.http.read_only import refusal_unless_reading
from routine_app.serve.http.refusal import Guard
from routine_app.serve.http.same_origin import own_hosts, refusal_of_foreign
from routine_app.serve.http.security_headers import SecurityHeaders, content_policy
from routine_app.serve.http.socket_pulse import SocketPulse
from routine_app.serve.http.socket_takeover import SocketTakeover
from routine_app.serve.http.transfer_requests import WithTransfers
from routine_app.serve.page_errors import PageMain, reported
from routine_app.serve.stop_signals import on_stop_signal

SESSION_TIMEOUT_SECONDS = 3600
"""How long a page that lost its browser can come back to where it was."""

SHUTDOWN_SECONDS = 1
"""How long open browsers may take to say goodbye."""

DATE_SECONDS = 1.0
"""How often the date changes that answers carry."""

LONGEST_MESSAGE_BYTES = 8 * 1024 * 1024
"""The longest message of a socket: the app's own are small, the text of a routine in the editor at most."""


def serve(
    main: PageMain,
    source: ClientSource,
    listener: Listener,
    on_ready: Callable[[], None],
    transfers: FileTransfers,
    *,
    guard: Callable[[ASGIApp], ASGIApp] | None = None,
) -> None:
    """Serve the app on the listener's sockets until Ctrl-C or SIGTERM, behind a further guard if there is one.

    `on_ready` is called once, when requests are answered; `transfers` are the files that its pages send and fetch.
    """
    with kept_client(source) as client:
        app: ASGIApp = WithTransfers(
            SocketPulse(SocketTakeover(WebApp(main, ClientFiles(client, source.assets / LETTERS)))), transfers
        )
        config = _config(_guarded(guard(app) if guard else app, listener, transfers))
        asyncio.run(AnnouncingServer(config, on_ready).serve(sockets=list(listener.sockets)))


def _config(app: ASGIApp) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http=ConnectionLimits,
        h11_max_incomplete_event_size=LONGEST_UNFINISHED_HEAD_BYTES,
        ws="websockets-sansio",
        ws_max_size=LONGEST_MESSAGE_BYTES,
        log_config=None,
        access_log=False,
        lifespan="on",
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=SHUTDOWN_SECONDS,
    )


def _guarded(app: ASGIApp, listener: Listener, transfers: FileTransfers) -> ASGIApp:
    """The app behind the rules that hold for everybody; the first to be asked stands outermost."""

    def refusal(scope: Scope) -> Response | None:
        return None if transfers.expects(scope) else refusal_unless_reading(scope)

    hosts = own_hosts(listener.names, listener.port)
    own_pages_only = Guard(Guard(app, refusal), partial(refusal_of_foreign, hosts))
    return SecurityHeaders(own_pages_only, content_policy(hosts))


class WebApp:
    """ASGI app: the client's files, and Flet's socket.

    Of Flet's server the socket alone is asked: it also brings FastAPI's manual pages, which load scripts from the
    internet, a page for logins elsewhere, and, if its environment variable asks for it, a place to upload files to.
    """

    def __init__(self, main: PageMain, files: ClientFiles) -> None:
        self._files = files
        self._socket = flet_web.fastapi.app(reported(main), session_timeout_seconds=SESSION_TIMEOUT_SECONDS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or let Flet have the socket, and the server's start and end."""
        app = self._files if scope["type"] == "http" else self._socket
        await app(scope, receive, send)


class AnnouncingServer(uvicorn.Server):
    """A server that says when it is ready, and for which a signal to end is no failure."""

    def __init__(self, config: uvicorn.Config, on_ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._on_ready = on_ready
        self._stopped = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Like uvicorn's own, and say when it is done."""
        await super().startup(sockets)
        self._on_ready()

    async def main_loop(self) -> None:
        """Serve until it is stopped, as uvicorn's own, which for that wakes up ten times a second."""
        while not await self.on_tick(0):
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(DATE_SECONDS):
                    await self._stopped.wait()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Like uvicorn's own, without raising the signals again at the end."""
        wake = asyncio.get_running_loop().call_soon_threadsafe
        with on_stop_signal(lambda: wake(self.stop)):
            yield

    def stop(self) -> None:
        """End what is served."""
        self.should_exit = True
        self._stopped.set()
