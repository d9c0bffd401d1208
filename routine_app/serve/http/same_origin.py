"""The guard that lets only the app's own pages talk to the local server."""

from collections.abc import Iterable
from http import HTTPStatus
from typing import NamedTuple

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from routine_app.serve.http.refusal import refuse

HTTP_PORT = 80
"""The port that browsers leave out of a Host and an Origin."""


class OwnAddress(NamedTuple):
    """What a browser may call this server: values of Host, and of Origin."""

    hosts: frozenset[bytes]
    origins: frozenset[bytes]


def own_address(names: Iterable[str], port: int) -> OwnAddress:
    """The server's own hosts and origins for these names (an IPv6 one in brackets) at that port."""
    hosts = {f"{name}:{port}" for name in names}
    if port == HTTP_PORT:
        hosts |= set(names)
    return OwnAddress(
        frozenset(host.encode() for host in hosts),
        frozenset(f"http://{host}".encode() for host in hosts),
    )


class SameOriginOnly:
    """ASGI middleware: refuses any request or socket whose Host or Origin is not the server's own.

    Without it any web page that the user visits could reach the app: by a socket, which
    browsers open across origins, or under a foreign name that resolves to this machine (DNS rebinding).
    A refused request gets 403, a refused socket is closed before it opens.
    """

    def __init__(self, app: ASGIApp, own: OwnAddress) -> None:
        self._app = app
        self._own = own

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what comes from the app's own pages, and refuse the rest."""
        if scope["type"] == "lifespan" or self._is_own(scope["headers"]):
            await self._app(scope, receive, send)
        else:
            text = "This address or page is not the app's own.\n"
            await refuse(scope, receive, send, PlainTextResponse(text, HTTPStatus.FORBIDDEN))

    def _is_own(self, headers: Iterable[tuple[bytes, bytes]]) -> bool:
        """Whether there is exactly one Host, of ours, and no Origin but ours."""
        pairs = list(headers)
        hosts = [value.lower() for name, value in pairs if name.lower() == b"host"]
        origins = [value for name, value in pairs if name.lower() == b"origin"]
        return (
            len(hosts) == 1
            and hosts[0] in self._own.hosts
            and all(origin in self._own.origins for origin in origins)
        )
