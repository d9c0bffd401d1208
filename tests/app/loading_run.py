"""Opens the app as a phone's Python does, and tells what is loaded when; `test_loading.py` starts this program.

It prints the names of modules as JSON: those that are there once the app is, and those that come as a page shows the list,
as it shows a routine, and from the start of a session to its summary.
"""

# ruff: noqa: E402 - the app comes first, for what this program needs itself must not hide what the app loads

import sys

from routine_app import app

open_page = app.page_main()
LOADED = {"app": sorted(sys.modules)}

import asyncio
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgpack  # type: ignore[import-untyped]  # it has no annotations
from flet.controls.base_control import BaseControl
from flet.controls.context import _context_page
from flet.messaging.connection import Connection
from flet.messaging.protocol import Message, configure_encode_object_for_msgpack
from flet.messaging.session import Session
from flet.pubsub.pubsub_hub import PubSubHub

ROUTINE = (
    "title: Now\nget_ready: 5s\nstretches:\n  - {name: Sit, muscles: [glutes], sides: each, hold: 10s}\n"
)


class DeafClient(Connection):
    """A client that takes what it is sent, and answers nothing."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # Flet annotates no results
        self.loop = asyncio.get_running_loop()
        self.pubsubhub = PubSubHub(loop=self.loop)

    def send_message(self, message: Message) -> None:
        """Write the bytes that would be sent."""
        self.encode(message.body)

    def encode(self, body: object) -> None:
        """Have Flet note what the client now has."""
        msgpack.packb(body, default=configure_encode_object_for_msgpack(BaseControl))  # type: ignore[no-untyped-call]  # the same


async def show_the_list() -> None:
    """Open a page whose address is the list."""
    client = DeafClient()
    session = Session(client)
    session.apply_page_patch({"route": "/", "web": True, "width": 390.0, "height": 844.0})
    _context_page.set(session.page)
    client.encode(session.get_page_patch())  # type: ignore[no-untyped-call]  # the same
    await open_page(session.page)
    session.close()  # type: ignore[no-untyped-call]  # the same
    await asyncio.sleep(0)


async def hold_a_routine() -> None:
    """Open a page, and on it a routine; hold all of that."""
    client = StandInClient()
    await open_page(client.page)
    await settle()
    with moment("routine"):
        await client.tap("Now")
        await asyncio.sleep(1)
    with moment("session"):
        await client.tap("Start")
        await asyncio.sleep(60)
    assert "Done" in client.words
    await client.close()


@contextmanager
def moment(name: str) -> Iterator[None]:
    """Note what is loaded meanwhile."""
    before = set(sys.modules)
    yield
    LOADED[name] = sorted(set(sys.modules) - before)


routines = Path(os.environ["ROUTINE_APP_HOME"], "routines")
routines.mkdir()
(routines / "now.yaml").write_text(ROUTINE, encoding="utf-8")
with moment("list"):
    asyncio.run(show_the_list())

from tests.ui.stand_in_client import StandInClient
from tests.ui.virtual_time import VirtualClock, in_virtual_time, settle

vars(app)["SystemClock"] = VirtualClock  # a session of half a minute is over at once
in_virtual_time(hold_a_routine)()
print(json.dumps(LOADED))
