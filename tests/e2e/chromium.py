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


def chromium_path() -> str | None:
    """Find Debian's Chromium, or what CHROMIUM names."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium")
