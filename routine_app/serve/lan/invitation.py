"""What lets a device in: a link, and the cookie that it becomes. Both are made anew at each start."""

import secrets
from typing import NamedTuple

RANDOM_BYTES = 32
"""The randomness of each secret: 256 bits, 43 letters."""

CAUTIONS = (
    "Anybody who has the link is in until the server ends: show it to nobody else.",
    "The local network sees what is sent: it is not encrypted.",
    (
        "Installing to the home screen and keeping the screen awake need the static site "
        "(routine-app publish) or the native package."
    ),
)
"""What anybody who serves the app to the local network should know."""


class Invitation(NamedTuple):
    """The secrets of one run of the server.

    `path` opens the app for whoever has the link. `own_path` opens the page with the code once, in this
    machine's browser: other users of the machine can see a browser's command line, so it does not hold the other.
    """

    path: str
    own_path: str
    cookie_name: str
    cookie_value: str


def new_invitation(port: int) -> Invitation:
    """Draw the secrets; browsers share a host's cookies among its ports, so the name carries the port."""
    token, own_key, cookie = (secrets.token_urlsafe(RANDOM_BYTES) for _ in range(3))
    return Invitation(f"/in/{token}", f"/here/{own_key}", f"routine_app_{port}", cookie)
