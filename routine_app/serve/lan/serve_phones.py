"""The app for the phones in the local network."""

import shutil
import sys
from collections.abc import Mapping

from starlette.types import ASGIApp

from routine_app.serve.browser import has_display, open_browser
from routine_app.serve.client.client_source import ClientSource
from routine_app.serve.http.file_transfers import FileTransfers
from routine_app.serve.http.listener import Listener
from routine_app.serve.http.server import serve
from routine_app.serve.lan.access import InvitedOnly
from routine_app.serve.lan.invitation import CAUTIONS, new_invitation
from routine_app.serve.lan.qr_code import terminal_code
from routine_app.serve.lan.qr_page import CODE_PATH, WithCodePage
from routine_app.serve.page_errors import PageMain


def serve_to_phones(
    main: PageMain,
    source: ClientSource,
    listener: Listener,
    environment: Mapping[str, str],
    transfers: FileTransfers,
) -> None:
    """Serve the app to whoever has the link, which is printed, drawn as a code, and shown in the browser."""
    invitation = new_invitation(listener.port)
    link = listener.lan_url + invitation.path

    def guard(app: ASGIApp) -> ASGIApp:
        return InvitedOnly(WithCodePage(app, link), invitation)

    def ready() -> None:
        print(invitation_text(link, listener.url, environment), flush=True)
        open_browser(listener.url + invitation.own_path, environment)

    serve(main, source, listener, ready, transfers, guard=guard)


def invitation_text(link: str, own_url: str, environment: Mapping[str, str]) -> str:
    """What the terminal says: the link, its code if it can be drawn there, and what to know."""
    code = terminal_code(link, sys.stdout, environment, shutil.get_terminal_size().columns)
    scan = "Scan this with the phone's camera, or open the address there." if code else ""
    where = (
        "opens now in this computer's browser" if has_display(environment) else "is for devices that are in"
    )
    parts = [
        f"Routine App is at {link} (Ctrl-C ends it)",
        *([scan, code] if code else ["Open this address on the phone."]),
        f"The code as a picture {where}: {own_url}{CODE_PATH}",
        *(f"- {caution}" for caution in CAUTIONS),
    ]
    return "\n".join(parts)
