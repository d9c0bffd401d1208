"""Writes the same file or site over and over until it is killed; `test_killed_writes.py` starts this program.

It loads the app once, and makes a copy of itself for each line of its input: what to write, the folder for it, and the
number of the first writing, which every writing has in it. After four it stands still: a kill that comes late, since the
machine is busy, meets a known number too. It tells `began PID` of the copy, `written NUMBER` after each
writing and, once the copy was killed, `gone EXIT_CODE`.
"""

import os
import signal
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from routine_app.core.settings.settings import Settings
from routine_app.data.routines.files import FolderRoutineFiles
from routine_app.data.settings.file import SettingsFile
from tests.serve.publish.small_builds import publish_small

ROUTINE_FILE, SETTINGS_FILE = "hips.yaml", "settings.yaml"
WRITINGS = 4
SHIPPED = Path("/no/such/folder")


def numbered_routine(number: int) -> str:
    """A routine's text with this number, long enough that it is not written at once."""
    remarks = f"# {number} of many lines\n" * 5000
    return f"title: Hips {number}\nstretches: [{{name: Sit, hold: 30s}}]\n{remarks}"


def numbered_settings(number: int) -> Settings:
    """Settings with this number."""
    return Settings(volume_percent=number % 101)


def save_routine(folder: Path, number: int) -> None:
    """Save the routine as the editor does."""
    files = FolderRoutineFiles(SHIPPED, folder)
    before = files.read(ROUTINE_FILE)
    if before is None:
        files.create(ROUTINE_FILE, numbered_routine(number))
    else:
        files.save(before, numbered_routine(number))


def save_settings(folder: Path, number: int) -> None:
    """Save the settings as the app does, in a file that somebody wrote much into."""
    path = folder / SETTINGS_FILE
    if not path.exists():
        path.write_text("# a remark of mine\n" * 3000, encoding="utf-8")
    settings = SettingsFile(path)
    settings.save(numbered_settings(number), since=settings.load().settings)


WRITERS: Mapping[str, Callable[[Path, int], None]] = {
    "routine": save_routine,
    "settings": save_settings,
    "site": publish_small,
}


def main() -> None:
    """Write for each line, until killed."""
    for line in sys.stdin:
        kind, folder, first = line.split()
        process = os.fork()
        if process == 0:
            _write_until_killed(WRITERS[kind], Path(folder), int(first))
        _, status = os.waitpid(process, 0)
        _tell(f"gone {os.waitstatus_to_exitcode(status)}")


def _write_until_killed(write: Callable[[Path, int], None], folder: Path, first: int) -> None:
    try:
        _tell(f"began {os.getpid()}")
        for number in range(first, first + WRITINGS):
            write(folder, number)
            _tell(f"written {number}")
        signal.pause()
    finally:
        os._exit(1)


def _tell(words: str) -> None:
    os.write(sys.stdout.fileno(), f"{words}\n".encode())


if __name__ == "__main__":
    main()
