"""The smallest Flet pages, served the way Flet does by itself: `python bare_page.py ring|text`.

What they cost is the floor that Flet sets, and so the baseline of what the app's pages cost.
"""

import asyncio
import socket
import sys
import time

import flet as ft

UPDATES_A_SECOND = 10
HOLD_SECONDS = 45.0
"""How long the ring takes to run down; then it begins again."""

TEXT = "Hello"


def text(page: ft.Page) -> None:
    """Show one text."""
    page.add(ft.Text(TEXT))


async def ring(page: ft.Page) -> None:
    """Show a ring that runs down, set ten times a second, as an app without animation does."""
    shown = ft.ProgressRing(value=1.0)
    page.add(shown)
    started_at = time.monotonic()
    while True:
        await asyncio.sleep(1 / UPDATES_A_SECOND)
        shown.value = 1.0 - (time.monotonic() - started_at) % HOLD_SECONDS / HOLD_SECONDS
        shown.update()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


if __name__ == "__main__":
    ft.run(
        {"ring": ring, "text": text}[sys.argv[1]],
        port=_free_port(),
        view=ft.AppView.WEB_BROWSER,
        no_cdn=True,
    )
