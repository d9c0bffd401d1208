"""The headers of every answer: what a page of the app may load and do, and how long it may be kept."""

from collections.abc import Iterable

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

ALLOWED_FEATURES = ("autoplay", "fullscreen", "screen-wake-lock")

DENIED_FEATURES = (
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "serial",
    "usb",
)

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(
        [*(f"{name}=(self)" for name in ALLOWED_FEATURES), *(f"{name}=()" for name in DENIED_FEATURES)]
    ),
}
"""The same for every answer (OWASP's list of secure headers, less those for https)."""

KEPT_BUT_CHECKED = "no-cache"
"""The browser asks each time whether its copy still holds, so an updated app is never shown in part."""


def content_policy(hosts: Iterable[bytes]) -> str:
    """The Content-Security-Policy (W3C, CSP level 3) of a server that is reached under these hosts."""
    sockets = " ".join(sorted(f"ws://{host.decode()}" for host in hosts if not host.startswith(b"[")))
    return f"{page_policy(sockets)}; frame-ancestors 'none'"


def page_policy(sockets: str = "") -> str:
    """The part of the policy that a page may also have written in itself.

    Flet's client needs inline scripts and styles, WebAssembly, and workers from blobs; without a policy
    it asks a public network for a script as it starts, and for fonts as it goes. Browsers of before
    2022 do not count a WebSocket as `'self'`; an IPv6 address cannot be written in a policy.
    """
    return "; ".join(
        [
            "default-src 'self' data: blob:",
            "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' blob:",
            "style-src 'self' 'unsafe-inline'",
            f"connect-src 'self' data: blob: {sockets}".rstrip(),
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'none'",
        ]
    )


class SecurityHeaders:
    """ASGI middleware: gives each answer its headers; it may bring a policy or a storage rule of its own."""

    def __init__(self, app: ASGIApp, policy: str) -> None:
        self._app = app
        self._defaults = {"Content-Security-Policy": policy, "Cache-Control": KEPT_BUT_CHECKED}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on, and complete the headers of what is answered."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=list(message.get("headers", ())))
                headers.update(HEADERS)
                for name, value in self._defaults.items():
                    headers.setdefault(name, value)
                message = {**message, "headers": headers.raw}
            await send(message)

        await self._app(scope, receive, send_with_headers)
