"""Where warnings and errors go."""

import gc
import logging
import threading
from io import TextIOWrapper
from pathlib import Path

import pytest

from routine_app.cli import log_file
from routine_app.cli.rotating_log import SIZE_LIMIT_BYTES

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


def test_a_full_file_is_kept_beside_a_new_one(tmp_path: Path) -> None:
    """The log takes a megabyte at most."""
    file = tmp_path / "app.log"
    log_file.log_to(file)
    for letter in "abc":
        logging.getLogger("x").warning(letter * (SIZE_LIMIT_BYTES // 2))
    kept = {path.name: path.read_text(encoding="utf-8")[-2:] for path in tmp_path.iterdir()}
    assert kept == {"app.log": "c\n", "app.log.1": "b\n"}


def test_the_file_is_closed_with_the_log(tmp_path: Path) -> None:
    """Windows deletes no file that is open."""
    file = tmp_path / "app.log"
    log_file.log_to(file)
    logging.getLogger("x").warning("worth a line")
    assert is_open(file)
    for handler in logging.getLogger().handlers:
        handler.close()
    assert not is_open(file)


def is_open(file: Path) -> bool:
    """Whether this process has the file open."""
    streams = [one for one in gc.get_objects() if isinstance(one, TextIOWrapper) and not one.closed]
    return str(file) in [getattr(stream, "name", None) for stream in streams]
