"""When silent mode mutes the guide."""

from itertools import product

import pytest

from routine_app.core.cues.silent_mode import is_muted_in_silent_mode
from routine_app.core.settings.settings import Music, Settings


@pytest.mark.parametrize("music", Music)
@pytest.mark.parametrize("speaks_itself", [True, False])
def test_a_track_that_mixes_is_muted_and_so_is_the_browsers_own_voice(
    music: Music, *, speaks_itself: bool
) -> None:
    """Anything else plays on."""
    is_muted = is_muted_in_silent_mode(Settings(music=music), speaks_itself=speaks_itself)
    assert is_muted is (music is Music.MIX or speaks_itself)


def test_who_wants_to_hear_nothing_misses_nothing() -> None:
    """With sounds and voice off, or no volume; without a voice none of it speaks."""
    for settings, speaks in product(
        (Settings(sounds=False, voice=False), Settings(volume_percent=0)), (True, False)
    ):
        assert is_muted_in_silent_mode(settings, speaks_itself=speaks) is False
    assert is_muted_in_silent_mode(Settings(voice=False), speaks_itself=True) is False
