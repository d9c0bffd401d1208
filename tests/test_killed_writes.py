"""A file or a site that is being written when the app is killed: the old one or the new one, whole, and no debris."""

import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from routine_app.data.routines.library import FolderRoutines
from routine_app.data.settings.file import SettingsFile
from tests import killed_writes_run
from tests.few_or_many import few_or_many
from tests.killed_writes_run import (
    ROUTINE_FILE,
    SETTINGS_FILE,
    SHIPPED,
    numbered_routine,
    numbered_settings,
)
from tests.serve.publish.small_builds import publish_small, small_build, version_led_to
from tests.started_program import started_program

KILLS = few_or_many(8, 100)
SEED = 20261


def told(process: subprocess.Popen[str], word: str) -> int | None:
    """The number behind that word in the next line; None once the copy is gone."""
    assert process.stdout is not None
    line = process.stdout.readline().split()
    if line == ["gone", str(-signal.SIGKILL)]:
        return None
    assert line[:1] == [word], "the writing ended by itself"
    return int(line[1])


def write_and_kill(
    process: subprocess.Popen[str], kind: str, folder: Path, first: int, chance: random.Random
) -> int:
    """Let it write from that number on, and kill it somewhere in the next writings; give the last that it told."""
    assert process.stdin is not None
    process.stdin.write(f"{kind} {folder} {first}\n")
    process.stdin.flush()
    copy = told(process, "began")
    began = time.perf_counter()
    last = told(process, "written")
    one_takes_seconds = time.perf_counter() - began
    assert copy is not None
    time.sleep(one_takes_seconds * chance.uniform(0, 2))
    os.kill(copy, signal.SIGKILL)
    while (number := told(process, "written")) is not None:
        last = number
    assert last is not None
    return last


def routine_found(folder: Path) -> int:
    """The number of the only routine that the app lists, whose file is whole."""
    (entry,) = FolderRoutines(SHIPPED, folder).entries()
    assert entry.routine is not None
    number = int(entry.routine.title.removeprefix("Hips "))
    assert (folder / ROUTINE_FILE).read_text(encoding="utf-8") == numbered_routine(number)
    return number


def settings_found(folder: Path) -> int:
    """The number in the settings, with which nothing is wrong."""
    loaded = SettingsFile(folder / SETTINGS_FILE).load()
    assert loaded.error_text == ""
    assert loaded.settings == numbered_settings(loaded.settings.volume_percent)
    assert [path.name for path in folder.iterdir() if not path.name.startswith(".")] == [SETTINGS_FILE]
    return loaded.settings.volume_percent


def site_found(folder: Path) -> int:
    """The number of the site that a visitor meets; a phone may have the next one already, as whole."""
    page, worker = version_led_to(folder, "index.html"), version_led_to(folder, "service-worker.js")
    assert worker in (page, page + 1)
    return page


@pytest.mark.skipif(sys.platform == "win32", reason="has neither fork nor SIGKILL")
@pytest.mark.parametrize(
    ("kind", "found"), [("routine", routine_found), ("settings", settings_found), ("site", site_found)]
)
def test_what_is_being_written_is_the_old_one_or_the_new(
    tmp_path: Path, kind: str, found: Callable[[Path], int]
) -> None:
    """Killed at many moments of it, one after the other in the same folder."""
    chance = random.Random(SEED)  # noqa: S311 - moments, not secrets
    number = 0
    with started_program(killed_writes_run.__file__) as process:
        for _ in range(KILLS):
            first = (number + 1) % 50  # settings count to a hundred
            last = write_and_kill(process, kind, tmp_path, first, chance)
            number = found(tmp_path)
            assert number in (last, last + 1)


@pytest.mark.skipif(sys.platform == "win32", reason="has neither fork nor SIGKILL")
def test_what_a_killed_publisher_left_goes_with_the_next_build(tmp_path: Path) -> None:
    """Nothing but that build is in the folder then, and what the one before loads."""
    with started_program(killed_writes_run.__file__) as process:
        for first in range(0, 40, 10):
            write_and_kill(process, "site", tmp_path, first, random.Random(first))  # noqa: S311 - moments, not secrets
    before = {version_led_to(tmp_path, name) for name in ("index.html", "service-worker.js")}
    publish_small(tmp_path, 100)
    expected = {re.sub("/.*", "", name) for number in (*before, 100) for name in small_build(number)}
    assert {path.name for path in tmp_path.iterdir()} == expected
