"""The native window, with a stand-in for Flet's window program."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import flet as ft
import pytest

import routine_app
from routine_app.serve.window import window as desktop_window
from routine_app.serve.window.unavailable import WindowUnavailableError
from routine_app.serve.window.window import show_window

FAKE = Path(__file__).with_name("fake_window.py")
PROJECT = Path(routine_app.__file__).parent.parent

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-in speaks over Unix sockets")


async def hello(page: ft.Page) -> None:
    """A page with one text."""
    page.add(ft.Text("Hello from the app"))


def command(how: str) -> list[str]:
    """What starts the stand-in."""
    return [sys.executable, str(FAKE), how]


def test_closing_the_window_ends_the_program(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The page is shown, the window gets the assets folder, and its end is the program's."""
    show_window(hello, tmp_path, command("shows"))
    assert capfd.readouterr() == (f"shown with {tmp_path}, hidden before: true\n", "")


def test_a_program_that_lacks_a_library_gives_its_reason(tmp_path: Path) -> None:
    """Its last words are the reason."""
    reason = r"^Flet's window does not start \(flet: error .* libmpv\.so\.2: no such file\)$"
    with pytest.raises(WindowUnavailableError, match=reason):
        show_window(hello, tmp_path, command("missing-library"))


def test_a_program_that_says_nothing_gives_its_code(tmp_path: Path) -> None:
    """Without last words there is the exit code."""
    with pytest.raises(WindowUnavailableError, match=r"\(exit code 3\)$"):
        show_window(hello, tmp_path, command("silent"))


def test_a_program_that_the_system_refuses_gives_the_systems_reason(tmp_path: Path) -> None:
    """A file that is no program is no window."""
    (tmp_path / "flet").write_text("no program", encoding="utf-8")
    with pytest.raises(WindowUnavailableError, match=r"\(Permission denied\)$"):
        show_window(hello, tmp_path, [str(tmp_path / "flet")])


def test_a_window_that_stays_away_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Waiting has an end, and the program does not outlive it."""
    monkeypatch.setattr(desktop_window, "START_SECONDS", 0.2)
    with pytest.raises(WindowUnavailableError, match="did not appear"):
        show_window(hello, tmp_path, command("asleep"))


PROGRAM = """
import sys
from pathlib import Path
import flet as ft
from routine_app.serve.window.window import show_window

async def main(page: ft.Page) -> None:
    page.add(ft.Text("Hello from the app"))

show_window(main, Path("."), sys.argv[1:])
"""


@pytest.fixture
def program(tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    """A process that shows a window which stays; its current folder is `tmp_path`."""
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *command("stays")],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        yield process
        process.kill()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_closes_the_window(
    program: "subprocess.Popen[str]", tmp_path: Path, number: signal.Signals
) -> None:
    """The program ends quietly, the window with it, and nothing is left in the current folder."""
    assert program.stdout
    assert program.stdout.readline() == "shown with ., hidden before: true\n"
    program.send_signal(number)
    out, err = program.communicate(timeout=10)  # the window holds these pipes open while it lives
    assert (program.returncode, out, err) == (0, "", "")
    assert list(tmp_path.iterdir()) == []
