"""The way through a page with the keyboard alone."""

from tests.e2e.phone import Phone

MOST_TABS = 40
THREE_FRAMES = """
() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))))
"""
"""What Flutter takes at most to tell a browser where the focus is."""
FOCUSED = """
() => {
  const element = document.activeElement;
  return element ? (element.getAttribute("aria-label") || element.textContent).trim() : "";
}
"""


def tab_to(desktop: Phone, name: str) -> None:
    """Press Tab until what begins with that name has the focus."""
    for _ in range(MOST_TABS):
        if desktop.page.evaluate(FOCUSED).startswith(name):
            return
        desktop.page.keyboard.press("Tab")
        desktop.page.evaluate(THREE_FRAMES)
    raise AssertionError(f"Tab never comes to {name}")
