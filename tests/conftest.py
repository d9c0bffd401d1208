"""Property tests without a time limit, a log that is put back, and the phone app that all browsers are given.

Beside a busy process, an example of 5 ms takes the 200 that Hypothesis allows.
"""

import logging
import sys
import threading
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest


def pytest_pycollect_makemodule(module_path: Path) -> None:
    """Set Hypothesis up before a module that uses it is imported; to load it takes 0.3 s, which most others do not need."""
    if b"hypothesis" in module_path.read_bytes():
        _allow_any_time()


@cache
def _allow_any_time() -> None:
    from hypothesis import HealthCheck, settings  # noqa: PLC0415 - as above

    settings.register_profile(
        "any_time", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )
    settings.load_profile("any_time")


@pytest.fixture
def logging_as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put the process's logging back as the test found it."""
    root = logging.getLogger()
    level, handlers = root.level, list(root.handlers)
    root.handlers.clear()
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    yield
    logging.captureWarnings(capture=False)
    for handler in root.handlers:
        handler.close()
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.fixture(scope="session")
def phone_app(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Publish the phone app, with routines that a journey gets through quickly."""
    from tests.phone_app_builds import quick_phone_app  # noqa: PLC0415 - most tests do without the publisher

    return quick_phone_app(tmp_path_factory.mktemp("phone_app") / "routines")
