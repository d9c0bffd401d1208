"""The rule that a page of the app loads nothing from elsewhere, and is shown inside no other page."""

from collections.abc import Iterable

from starlette.types import ASGIApp, Message, Receive, Scope, Send


def content_policy(hosts: Iterable[bytes]) -> bytes:
    """The Content-Security-Policy (W3C, CSP level 3) of a server that is reached under these hosts.

    Flet's client needs inline scripts and styles, WebAssembly, and workers from blobs. Browsers of before
    2022 do not count a WebSocket as `'self'`; an IPv6 address cannot be written in a policy.
    """
    sockets = " ".join(sorted(f"ws://{host.decode()}" for host in hosts if not host.startswith(b"[")))
    return "; ".join(
        [
            "default-src 'self' data: blob:",
            "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' blob:",
            "style-src 'self' 'unsafe-inline'",
            f"connect-src 'self' data: blob: {sockets}",
            "frame-ancestors 'none'",
        ]
    ).encode()


class OwnContentOnly:
    """ASGI middleware: gives each answer the policy.

    Without it Flet's client asks a public network for a script as it starts, and for fonts as it goes.
    """

    def __init__(self, app: ASGIApp, policy: bytes) -> None:
        self._app = app
        self._header = (b"content-security-policy", policy)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on, and add the header to what is answered."""

        async def send_with_policy(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message.get("headers", ()), self._header]}
            await send(message)

        await self._app(scope, receive, send_with_policy)
