"""What settings mean."""

from routine_app.core.settings.settings import Music


def test_the_audio_session_of_a_page() -> None:
    """By the names of the browsers' own interface for it."""
    assert {music.value: music.audio_session for music in Music} == {"pause": "playback", "mix": "ambient"}
