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

FEWER_FRAMES = """
(() => {
  const ask = window.requestAnimationFrame.bind(window);
  let due = 0;
  const draw = (frame) => ask((now) => { due = performance.now() + 100; frame(now); });
  window.requestAnimationFrame = (frame) => {
    const wait = due - performance.now();
    return wait > 0 ? setTimeout(draw, wait, frame) : draw(frame);
  };
})();
"""
"""Lets a page draw ten times a second: without a graphics card, sixty take a core of those who test beside it."""


def chromium_path() -> str | None:
    """Find Debian's Chromium, or what CHROMIUM names. Its headless shell starts with a third less work, but knows no wake lock."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium")
