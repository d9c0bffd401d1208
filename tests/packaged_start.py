"""Starts the app in the current folder as a native package does, and prints the title of a routine once it is shown.

Run by `test_packages.py` with the title as its argument. Flet's package embeds Python and talks to it through the
built-in module `dart_bridge`; here a stand-in takes the place of its other end.
"""

import importlib.abc
import os
import runpy
import sys
import types
from collections.abc import Callable
from pathlib import Path

import msgpack  # type: ignore[import-untyped]  # it has no types

ABSENT = {"flet_desktop", "flet_web", "starlette", "uvicorn"}
"""What a package leaves out."""
PORT = 1
REGISTER_CLIENT = 1
CONTROL_FRAME = b"\x00"
PHONE = {
    "route": "/",
    "width": 400,
    "height": 800,
    "platform": "android",
    "media": {},
    **dict.fromkeys(("web", "pwa", "debug", "wasm", "test", "multi_view", "pyodide"), False),
}


class LeftOut(importlib.abc.MetaPathFinder):
    """Hides what is installed here and not in a package."""

    def find_spec(self, fullname: str, path: object, target: object = None) -> None:
        """Raise for a module that a package leaves out; pass over any other."""
        del path, target
        if fullname.partition(".")[0] in ABSENT:
            raise ModuleNotFoundError(f"{fullname} is not in the package", name=fullname)


class Client:
    """The other end of the bridge: asks for the page, and ends the program when the title came."""

    def __init__(self, title: str) -> None:
        self._title = title

    def connect(self, port: int, send_to_app: Callable[[bytes], None]) -> None:
        """Ask for the page as the phone's client does."""
        assert port == PORT
        request = [REGISTER_CLIENT, {"session_id": None, "page_name": "", "page": PHONE}]
        send_to_app(CONTROL_FRAME + msgpack.packb(request))

    def receive(self, port: int, frame: bytes) -> bool:
        """Take a frame from the app."""
        assert port == PORT
        if self._title.encode() in frame:
            print(self._title, flush=True)
            os._exit(0)
        return True


def main() -> None:
    """Run main.py, or what it was compiled to, with the bridge in place."""
    client = Client(sys.argv[1])
    bridge = types.ModuleType("dart_bridge")
    vars(bridge).update(set_enqueue_handler_func=client.connect, send_bytes=client.receive)
    sys.modules["dart_bridge"] = bridge
    sys.meta_path.insert(0, LeftOut())
    os.environ.update(FLET_PLATFORM="android", FLET_DART_BRIDGE_PORT=str(PORT))
    sys.path.insert(0, str(Path.cwd()))
    runpy.run_module("main", run_name="__main__")


if __name__ == "__main__":
    main()
