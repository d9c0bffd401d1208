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


COMPILE_ONCE = "--js-flags=--liftoff-only"
"""Keeps Chromium from compiling WebAssembly a second time, for speed that no journey needs: 4 s of a core at each start."""

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
    """Find what CHROMIUM names, or Debian's Chromium: the one without a window, which starts with a third less work."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium-headless-shell") or shutil.which("chromium")
