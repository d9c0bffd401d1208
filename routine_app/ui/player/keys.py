"""The keys of the player."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from routine_app.ui.shell.page_settings import PageSettings

if TYPE_CHECKING:
    from routine_app.ui.player.session_runner import SessionRunner

SPACE = " "
ESCAPE = "Escape"
TAB = "Tab"
FULL_SCREEN = "F"
"""In a browser the page's own script does this, for only a key press may."""

SCROLL_LINES = {"Arrow Down": 1, "Arrow Up": -1}
"""Keys that scroll what has no room on the screen, and by how many lines."""


def key_commands(session: "SessionRunner", settings: PageSettings) -> dict[str, Callable[[], None]]:
    """What each key does, by the names that Flutter gives to keys."""
    return {
        SPACE: session.pause_or_resume,
        "Arrow Right": session.skip,
        "Arrow Left": session.back,
        "+": session.add_ten_seconds,
        "=": session.add_ten_seconds,
        "Numpad Add": session.add_ten_seconds,
        ESCAPE: session.leave,
        "Media Play": session.resume,
        "Media Pause": session.pause_as_heard,
        "Media Play Pause": session.pause_or_resume,
        "Media Track Next": session.skip,
        "Media Track Previous": session.back,
        "Media Stop": session.leave,
        "M": settings.toggle_mute,
    }
