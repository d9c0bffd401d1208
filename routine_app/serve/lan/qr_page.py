"""The page that shows the code to scan, for those who are in."""

from html import escape

from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from routine_app.serve.http.html_page import SMALL_PAGE_POLICY, small_page
from routine_app.serve.lan.invitation import CAUTIONS
from routine_app.serve.lan.qr_code import code_svg

CODE_PATH = "/phone"


class WithCodePage:
    """ASGI middleware: answers for the page with the code itself, and passes everything else on."""

    def __init__(self, app: ASGIApp, link: str) -> None:
        self._app = app
        headers = {"Content-Security-Policy": SMALL_PAGE_POLICY, "Cache-Control": "no-store"}
        self._page = HTMLResponse(code_page(link), headers=headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Show the code where it is asked for."""
        is_asked_for = scope["type"] == "http" and scope["path"] == CODE_PATH
        await (self._page if is_asked_for else self._app)(scope, receive, send)


def code_page(link: str) -> str:
    """The page for this link."""
    cautions = "".join(f"<li>{escape(caution)}</li>" for caution in CAUTIONS)
    return small_page(
        "Scan with your phone",
        "<p>Its camera opens Routine App, with this computer's routines and history.</p>\n"
        f"{code_svg(link)}\n"
        f'<p class="quiet">Or type the address: <code>{escape(link)}</code></p>\n'
        f'<ul class="quiet">{cautions}</ul>\n'
        '<a href="/">Open the app here</a>',
    )
