"""The rule that only the app's own pages may talk to the local server."""

from collections.abc import Iterable
from http import HTTPStatus

from starlette.responses import PlainTextResponse, Response
from starlette.types import Scope

HTTP_PORT = 80
"""The port that browsers leave out of a Host and an Origin."""


def own_hosts(names: Iterable[str], port: int) -> frozenset[bytes]:
    """The values of Host under which the server is reached, for these names (an IPv6 one in brackets)."""
    endings = (f":{port}", "") if port == HTTP_PORT else (f":{port}",)
    return frozenset(f"{name}{ending}".encode() for name in names for ending in endings)


def refusal_of_foreign(hosts: frozenset[bytes], scope: Scope) -> Response | None:
    """The answer to any request or socket whose Host or Origin is not one of the server's own; None to the rest.

    Without it any web page that the user visits could reach the app: by a socket, which
    browsers open across origins, or under a foreign name that resolves to this machine (DNS rebinding).
    """
    if _is_own(hosts, scope["headers"]):
        return None
    return PlainTextResponse("This address or page is not the app's own.\n", HTTPStatus.FORBIDDEN)


def _is_own(own: frozenset[bytes], headers: Iterable[tuple[bytes, bytes]]) -> bool:
    """Whether there is exactly one Host, of ours, and no Origin but ours."""
    pairs = list(headers)
    hosts = [value.lower() for name, value in pairs if name.lower() == b"host"]
    origins = {value for name, value in pairs if name.lower() == b"origin"}
    return len(hosts) == 1 and hosts[0] in own and origins <= {b"http://" + host for host in own}
