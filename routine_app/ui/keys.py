"""The keys of the player."""

from collections.abc import Callable

from routine_app.ui.player_commands import PlayerCommands

SPACE = " "
ESCAPE = "Escape"
FULL_SCREEN = "F"
"""In a browser the page's own script does this, for only a key press may."""


def key_commands(commands: PlayerCommands) -> dict[str, Callable[[], None]]:
    """What each key does, by the names that Flutter gives to keys."""
    return {
        SPACE: commands.pause_or_resume,
        "Arrow Right": commands.skip,
        "Arrow Left": commands.back,
        "+": commands.add_ten_seconds,
        "=": commands.add_ten_seconds,
        "Numpad Add": commands.add_ten_seconds,
        ESCAPE: commands.stop,
    }
