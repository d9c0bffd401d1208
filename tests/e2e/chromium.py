"""The Chromium that tests and benchmarks drive."""

import os
import shutil

import pytest

CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium_path() -> str | None:
    """Find Debian's Chromium, or what CHROMIUM names. Its headless shell knows no wake lock."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium")


def require_chromium() -> None:
    """Pass a test over where Chromium is missing; continuous integration has it, and fails without."""
    if chromium_path() is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium is missing; .ci/run should have installed it")
        pytest.skip("Chromium is missing; install Debian's package chromium, or set CHROMIUM to its path")
