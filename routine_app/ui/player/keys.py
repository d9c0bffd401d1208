"""The keys of the player."""

from collections.abc import Callable

from routine_app.ui.player.commands import AudioSwitches, PlayerCommands

SPACE = " "
ESCAPE = "Escape"
TAB = "Tab"
FULL_SCREEN = "F"
"""In a browser the page's own script does this, for only a key press may."""

SCROLL_LINES = {"Arrow Down": 1, "Arrow Up": -1}
"""Keys that scroll what has no room on the screen, and by how many lines."""


def key_commands(commands: PlayerCommands, switches: AudioSwitches) -> dict[str, Callable[[], None]]:
    """What each key does, by the names that Flutter gives to keys."""
    return {
        SPACE: commands.pause_or_resume,
        "Arrow Right": commands.skip,
        "Arrow Left": commands.back,
        "+": commands.add_ten_seconds,
        "=": commands.add_ten_seconds,
        "Numpad Add": commands.add_ten_seconds,
        ESCAPE: commands.stop,
        "M": switches.toggle_mute,
    }
