"""The guard that lets only devices with the invitation in."""

from collections.abc import Iterable
from hmac import compare_digest
from http import HTTPStatus

from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from routine_app.serve.http.html_page import SMALL_PAGE_POLICY, small_page
from routine_app.serve.http.refusal import refuse
from routine_app.serve.lan.invitation import Invitation
from routine_app.serve.lan.qr_page import CODE_PATH

COOKIE_SECONDS = 7 * 24 * 3600
"""How long a browser keeps the cookie: a phone that ends its browsers must not lose its session. It is
worth nothing once the server has ended."""

LONGEST_COOKIES_BYTES = 4096

REFUSED = small_page(
    "Not yet in",
    "<p>Scan the code that the computer shows, with this device's camera.</p>"
    "<p>The code is a new one each time the computer starts serving.</p>",
)


class InvitedOnly:
    """ASGI middleware: the link becomes a cookie, and what comes without the cookie is refused.

    The answer to the link leads on at once, so the token stays in no address bar, history, Referer or
    route. The cookie is `Lax`: with `Strict`, a link tapped in a message would be refused where it leads.
    """

    def __init__(self, app: ASGIApp, invitation: Invitation) -> None:
        self._app = app
        self._invitation = invitation
        self._targets = {invitation.path.encode(): "/", invitation.own_path.encode(): CODE_PATH}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the invited in, and refuse the rest."""
        link = self._find_link(scope["raw_path"]) if scope["type"] == "http" else None
        if link is not None:
            await self._welcome(link)(scope, receive, send)
        elif scope["type"] == "lifespan" or self._has_cookie(scope["headers"]):
            await self._app(scope, receive, send)
        else:
            headers = {"Content-Security-Policy": SMALL_PAGE_POLICY}
            await refuse(scope, receive, send, HTMLResponse(REFUSED, HTTPStatus.FORBIDDEN, headers))

    def _find_link(self, path: bytes) -> bytes | None:
        """The link that this path is, compared in constant time."""
        return next((link for link in self._targets if compare_digest(link, path)), None)

    def _welcome(self, link: bytes) -> Response:
        """Give the cookie and lead on; the link for this machine's browser works once."""
        answer = RedirectResponse(self._targets[link], HTTPStatus.SEE_OTHER, {"Cache-Control": "no-store"})
        answer.set_cookie(
            self._invitation.cookie_name,
            self._invitation.cookie_value,
            max_age=COOKIE_SECONDS,
            path="/",
            httponly=True,
            samesite="lax",
        )
        if link == self._invitation.own_path.encode():
            del self._targets[link]
        return answer

    def _has_cookie(self, headers: Iterable[tuple[bytes, bytes]]) -> bool:
        """Whether there is exactly one cookie of our name, and it is ours."""
        line = b";".join(value for name, value in headers if name == b"cookie")
        if len(line) > LONGEST_COOKIES_BYTES:
            return False
        pairs = (pair.strip().partition(b"=") for pair in line.split(b";"))
        values = [value for name, _, value in pairs if name == self._invitation.cookie_name.encode()]
        return len(values) == 1 and compare_digest(values[0], self._invitation.cookie_value.encode())
