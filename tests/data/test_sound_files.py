"""The shelf of sounds: each file is read once, and one that is missing is said once."""

import logging
from pathlib import Path

import pytest

from routine_app.core.cues.audio_sources import SoundSource
from routine_app.core.cues.sounds import Sound
from routine_app.data.paths import assets_folder
from routine_app.data.sound_files import SoundFiles

BEEP = b"RIFF....WAVE"


def shelf_of(folder: Path) -> SoundSource:
    """A shelf, as the app knows it."""
    return SoundFiles(folder)


def test_a_sound_is_the_file_of_its_name(tmp_path: Path) -> None:
    """As bytes, whatever they are."""
    (tmp_path / "hold-beep.wav").write_bytes(BEEP)
    (tmp_path / "rest-beep.wav").write_bytes(b"")
    shelf = shelf_of(tmp_path)
    assert (shelf.find(Sound.HOLD_BEEP), shelf.find(Sound.REST_BEEP)) == (BEEP, b"")


def test_a_sound_is_read_once(tmp_path: Path) -> None:
    """A folder that goes away while the app runs takes no sound that was heard."""
    file = tmp_path / "finish.wav"
    file.write_bytes(BEEP)
    shelf = shelf_of(tmp_path)
    assert shelf.find(Sound.FINISH) == BEEP
    file.unlink()
    assert shelf.find(Sound.FINISH) == BEEP


def test_a_missing_sound_is_said_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The beeps of an hour would fill the log."""
    shelf = shelf_of(tmp_path)
    with caplog.at_level(logging.WARNING):
        assert [shelf.find(Sound.CHIME) for _ in range(3)] == [None] * 3
        assert shelf.find(Sound.START) is None
    words = caplog.messages
    assert len(words) == 2
    assert words[0].startswith(f"The sound {tmp_path / 'chime.wav'} cannot be played: ")
    assert words[1].startswith(f"The sound {tmp_path / 'start.wav'} cannot be played: ")


def test_a_sound_that_cannot_be_read_is_none(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A folder in the place of the file."""
    (tmp_path / "gap-end.wav").mkdir()
    with caplog.at_level(logging.WARNING):
        assert shelf_of(tmp_path).find(Sound.GAP_END) is None
    assert len(caplog.records) == 1


def test_each_sound_ships() -> None:
    """As a WAV file."""
    shelf = shelf_of(assets_folder() / "sounds")
    beginnings = {sound: (shelf.find(sound) or b"")[:12] for sound in Sound}
    wrong = {
        sound: begun for sound, begun in beginnings.items() if (begun[:4], begun[8:]) != (b"RIFF", b"WAVE")
    }
    assert wrong == {}
