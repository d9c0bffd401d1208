"""The system's clocks: steady where the system can, awake while it sleeps where it can."""

import sys
import time
from datetime import datetime, timedelta

import pytest

from routine_app.core.clock import Clock
from routine_app.data.clock import SystemClock, steady_clock


def _names_clock(monkeypatch: pytest.MonkeyPatch, name: str, clock_id: int) -> None:
    """Let the system have this clock, which reads as a thousand times its number."""
    monkeypatch.setattr(time, name, clock_id, raising=False)
    monkeypatch.setattr(time, "clock_gettime", lambda asked: asked * 1000.0, raising=False)


def test_it_is_a_clock() -> None:
    """The protocol is met (mypy checks it), and time goes on and never back."""
    clock: Clock = SystemClock()
    readings = [clock.now() for _ in range(1000)]
    assert readings == sorted(readings)


def test_the_wall_clock_carries_the_local_offset() -> None:
    """The wall time is now, with the offset that the system has."""
    before = datetime.now().astimezone()
    wall = SystemClock().wall()
    assert before <= wall <= datetime.now().astimezone()
    assert wall.utcoffset() == before.utcoffset()


@pytest.mark.parametrize("platform", ["linux", "android", "freebsd15"])
def test_the_clock_that_counts_asleep_is_taken(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    """CLOCK_BOOTTIME is read wherever the system has it."""
    _names_clock(monkeypatch, "CLOCK_BOOTTIME", 7)
    assert steady_clock(platform)() == 7000.0


@pytest.mark.parametrize("platform", ["darwin", "ios"])
def test_apple_has_another_name_for_it(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    """There CLOCK_MONOTONIC_RAW counts asleep and never steps back."""
    _names_clock(monkeypatch, "CLOCK_MONOTONIC_RAW", 4)
    assert steady_clock(platform)() == 4000.0


def test_without_such_a_clock_the_monotonic_one_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows has none of these names."""
    monkeypatch.delattr(time, "CLOCK_BOOTTIME", raising=False)
    assert steady_clock("win32") is time.monotonic


def test_a_clock_that_is_named_but_cannot_be_read_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pyodide names CLOCK_BOOTTIME and answers "Invalid argument"."""

    def refuse(_: int) -> float:
        raise OSError(28, "Invalid argument")

    monkeypatch.setattr(time, "CLOCK_BOOTTIME", 7, raising=False)
    monkeypatch.setattr(time, "clock_gettime", refuse, raising=False)
    assert steady_clock("emscripten") is time.monotonic


@pytest.mark.skipif(sys.platform != "linux", reason="reads a clock that Linux has")
def test_on_linux_it_really_is_the_boot_clock() -> None:
    """The reading lies between two of CLOCK_BOOTTIME itself."""
    before = time.clock_gettime(time.CLOCK_BOOTTIME)
    now = SystemClock().now()
    assert before <= now <= time.clock_gettime(time.CLOCK_BOOTTIME)
    assert timedelta(seconds=now) > timedelta(0)
