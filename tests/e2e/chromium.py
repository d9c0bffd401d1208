"""The Chromium that tests and benchmarks drive."""

import os
import shutil

CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


LATE_OPTIMISING = "--js-flags=--wasm-tiering-budget=100000000"
"""Lets WebAssembly run eight times as long as usual before Chromium compiles it once more: half the work of a start."""


def chromium_path() -> str | None:
    """Find Debian's Chromium, or what CHROMIUM names. Its headless shell starts with a third less work, but knows no wake lock."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium")
