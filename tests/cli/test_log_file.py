"""Where warnings and errors go."""

import logging
import threading
from pathlib import Path

import pytest

from routine_app.cli import log_file

pytestmark = pytest.mark.usefixtures("logging_as_before")


def test_the_file_is_made_by_its_first_line(tmp_path: Path) -> None:
    """Nothing worth a line leaves no file and no folder."""
    file = tmp_path / "logs" / "app.log"
    log_file.log_to(file)
    logging.getLogger("x").info("chatter")
    assert not file.parent.exists()
    logging.getLogger("x").warning("worth a line")
    assert file.read_text(encoding="utf-8").endswith("WARNING x: worth a line\n")


def test_a_log_that_cannot_be_written_is_said_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The program goes on, and the terminal gets one line for all."""
    (tmp_path / "blocked").touch()
    log_file.log_to(tmp_path / "blocked" / "app.log")
    logging.getLogger("x").error("first")
    logging.getLogger("x").error("second")
    err = capsys.readouterr().err
    assert err.startswith("routine-app: cannot write the log (")
    assert err.endswith("): first\n")
    assert err.count("\n") == 1


def test_a_failing_thread_goes_to_the_log(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Python would print a thread's traceback on the terminal."""
    log_file.log_to(tmp_path / "app.log")
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    assert "ZeroDivisionError" in (tmp_path / "app.log").read_text(encoding="utf-8")
    assert capsys.readouterr().err == ""
