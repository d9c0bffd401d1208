"""Opening the app where a window can and cannot be had."""

import subprocess
import sys
import threading
import webbrowser
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import flet as ft
import pytest

from routine_app.serve import open_app
from routine_app.serve.browser import has_display
from routine_app.serve.client.client_source import ClientSource
from routine_app.serve.http import server as local_server
from routine_app.serve.http.file_transfers import FileTransfers
from routine_app.serve.http.listener import Listener
from routine_app.serve.window import client as window_client
from routine_app.serve.window import window as desktop_window
from routine_app.serve.window.unavailable import WindowUnavailableError

SCREEN = {"DISPLAY": ":0"}


async def page_main(page: ft.Page) -> None:
    """A page that is never opened."""
    raise AssertionError(page)


SOURCE = ClientSource(Path("assets"), Path("cache"))


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was shown where: "window", or the addresses that a browser was sent to."""
    shown: list[str] = []

    def serve(
        _: object, __: object, listener: Listener, on_ready: Callable[[], None], ___: FileTransfers
    ) -> None:
        with closing(listener):
            on_ready()
        shown.append("server")

    monkeypatch.setattr(local_server, "serve", serve)
    monkeypatch.setattr(window_client, "client_command", lambda _: ["flet"])
    monkeypatch.setattr(desktop_window, "show_window", lambda *_: shown.append("window"))
    monkeypatch.setattr(webbrowser, "open", lambda url: shown.append(url[: len("http://127.0.0.1:")]))
    monkeypatch.setattr(threading, "Thread", _AtOnce)
    return shown


class _AtOnce:
    """A thread that does its work when it is started."""

    def __init__(self, target: Callable[..., None], args: tuple[object, ...], *, daemon: bool) -> None:
        assert daemon
        self.start = lambda: target(*args)


def test_a_window_is_all_there_is(opened: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Where a window can be had nothing is served and nothing printed."""
    open_app.open_app(page_main, SOURCE, SCREEN, FileTransfers())
    assert (opened, capsys.readouterr().out) == (["window"], "")


def test_without_a_screen_the_address_is_printed(
    opened: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """No window and no browser are tried."""
    open_app.open_app(page_main, SOURCE, {}, FileTransfers())
    why, where = capsys.readouterr().out.splitlines()
    assert why == "No window: this computer has no display. The app opens in the browser instead."
    assert where.startswith("Routine App is at http://127.0.0.1:")
    assert opened == ["server"]


@pytest.mark.parametrize("broken", [(window_client, "client_command"), (desktop_window, "show_window")])
def test_a_window_that_fails_gives_way_to_the_browser(
    opened: list[str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    broken: tuple[object, str],
) -> None:
    """Whether it cannot be found or does not start: why, where, and the browser opens there."""

    def fail(*_: object) -> None:
        raise WindowUnavailableError("it is broken")

    monkeypatch.setattr(*broken, fail)
    open_app.open_app(page_main, SOURCE, SCREEN, FileTransfers())
    assert capsys.readouterr().out.startswith("No window: it is broken. The app opens in the browser")
    assert opened == ["http://127.0.0.1:", "server"]


@pytest.mark.parametrize(
    ("environment", "platform", "answer"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":1"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_screen_is_known_by_its_variables(
    environment: dict[str, str], platform: str, *, answer: bool
) -> None:
    """Flet itself asks for DISPLAY alone, and so misses Wayland."""
    assert has_display(environment, platform) is answer


def test_a_window_loads_nothing_that_answers_requests() -> None:
    """It would take longer than all else of the app's own."""
    program = "import sys, routine_app.serve.open_app; sys.exit('anyio' if 'anyio' in sys.modules else None)"
    ended = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True, text=True)
    assert ended.stderr.strip() == ""


def test_a_server_loads_nothing_of_the_window() -> None:
    """Flet's desktop part takes longer to load than the server's own start may."""
    program = (
        "import sys; import routine_app.serve.open_app, routine_app.serve.http.server; "
        "sys.exit(', '.join(m for m in ('flet_desktop', 'rich') if m in sys.modules))"
    )
    ended = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True, text=True)
    assert ended.stderr.strip() == ""
