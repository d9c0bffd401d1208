"""The keys of the player."""

import pytest

from routine_app.ui.player.keys import FULL_SCREEN, key_commands
from tests.ui.fake_commands import FakeCommands


@pytest.mark.parametrize(
    ("key", "command"),
    [
        (" ", "pause_or_resume"),
        ("Arrow Right", "skip"),
        ("Arrow Left", "back"),
        ("+", "add_ten_seconds"),
        ("=", "add_ten_seconds"),
        ("Numpad Add", "add_ten_seconds"),
        ("Escape", "leave"),
        ("Media Play", "resume"),
        ("Media Pause", "pause_as_heard"),
        ("Media Play Pause", "pause_or_resume"),
        ("Media Track Next", "skip"),
        ("Media Track Previous", "back"),
        ("Media Stop", "leave"),
    ],
)
def test_what_a_key_does(key: str, command: str) -> None:
    """By Flutter's names for the keys; "=" is "+" without Shift."""
    commands = FakeCommands()
    key_commands(commands, commands)[key]()
    assert commands.given == [command]


def test_full_screen_is_the_players_own_business() -> None:
    """It is no command of the session."""
    assert FULL_SCREEN not in key_commands(FakeCommands(), FakeCommands())
