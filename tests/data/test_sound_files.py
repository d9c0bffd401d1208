"""The shelf of sounds: each file is read once, and one that is missing is said once."""

import logging
from pathlib import Path

import pytest

from routine_app.core.cues.audio_sources import Clip, SoundSource
from routine_app.core.cues.sounds import Sound
from routine_app.data.paths import assets_folder
from routine_app.data.sound_files import SoundFiles

FRAME = b"\xff\xf3\x50\xc4" + bytes(126)
BEEP = Clip(FRAME * 3, 3 * 576 / 22_050)


def shelf_of(folder: Path) -> SoundSource:
    """A shelf, as the app knows it."""
    return SoundFiles(folder)


def test_a_sound_is_the_file_of_its_name(tmp_path: Path) -> None:
    """As it is, and as long as its frames."""
    (tmp_path / "hold-beep.mp3").write_bytes(BEEP.audio)
    (tmp_path / "rest-beep.mp3").write_bytes(FRAME)
    shelf = shelf_of(tmp_path)
    assert (shelf.find(Sound.HOLD_BEEP), shelf.find(Sound.REST_BEEP)) == (BEEP, Clip(FRAME, 576 / 22_050))


def test_a_sound_is_read_once(tmp_path: Path) -> None:
    """A folder that goes away while the app runs takes no sound that was heard."""
    file = tmp_path / "finish.mp3"
    file.write_bytes(BEEP.audio)
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
    assert words[0].startswith(f"The sound {tmp_path / 'chime.mp3'} cannot be played: ")
    assert words[1].startswith(f"The sound {tmp_path / 'start.mp3'} cannot be played: ")


def test_a_sound_that_cannot_be_read_is_none(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A folder in the place of the file."""
    (tmp_path / "gap-end.mp3").mkdir()
    with caplog.at_level(logging.WARNING):
        assert shelf_of(tmp_path).find(Sound.GAP_END) is None
    assert len(caplog.records) == 1


@pytest.mark.parametrize("audio", [b"", BEEP.audio[:-10], b"RIFF....WAVE", b"ID3\x04" + BEEP.audio])
def test_a_damaged_sound_is_none(tmp_path: Path, audio: bytes, caplog: pytest.LogCaptureFixture) -> None:
    """Empty, cut off, or no frames of the one form, which would spoil what it is joined to: logged once."""
    (tmp_path / "chime.mp3").write_bytes(audio)
    shelf = shelf_of(tmp_path)
    assert [shelf.find(Sound.CHIME), shelf.find(Sound.CHIME)] == [None, None]
    assert caplog.messages == [f"The sound {tmp_path / 'chime.mp3'} is damaged; install the app again"]


def test_each_sound_ships() -> None:
    """And lasts less than a second."""
    shelf = shelf_of(assets_folder() / "sounds")
    seconds = {sound: clip.seconds for sound in Sound if (clip := shelf.find(sound))}
    assert set(seconds) == set(Sound)
    assert max(seconds.values()) < 1
