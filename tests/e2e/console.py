"""What may stand in a page's console, and why; anything else is a fault."""

import re

from playwright.sync_api import BrowserContext, ConsoleMessage

KNOWN = [
    re.compile(pattern)
    for pattern in (
        # A machine without a graphics card draws with its processor.
        r"CPU-only rendering|webGLVersion is -1|GL Driver Message",
        # What the app asked for and a busy machine did not answer in time.
        r"The client did not [a-z ]+:\s*$",
        # A page that is hidden at that very moment may not keep the screen awake, and says so.
        r"did not stay awake: NotAllowedError",
        # What the phone app says itself where there is no network: it starts as it was kept.
        r"Starting without the network: ",
    )
]


def unknown(lines: list[str]) -> list[str]:
    """Those of these lines that nobody has given a reason for."""
    return [line for line in lines if not any(known.search(line) for known in KNOWN)]


def listen(context: BrowserContext) -> list[str]:
    """Give the list to which all errors and warnings of a browser's pages are written from now on."""
    said: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            said.append(message.text)

    context.on("console", hear)
    context.on("weberror", lambda fault: said.append(str(fault.error)))
    return said
