"""What is made of the neural voice's speech, as far as it needs no voice."""

from array import array

import pytest

from routine_app.core.cues.audio_sources import SAMPLES_A_SECOND
from routine_app.data.voice import piper
from routine_app.data.voice.levelling import START_SILENCE_SECONDS
from routine_app.data.voice.piper import PiperSynthesizer, missing_packages
from tests.sample_tone import tone

CODEC_SAMPLES = 1105


class ToneSynthesizer(PiperSynthesizer):
    """Says a tone for a second, or nothing."""

    def __init__(self, peak: float) -> None:
        self._peak = peak

    def speech(self, _: str) -> bytes:
        """The tone, whatever the text."""
        return tone(self._peak, 1).tobytes()


def test_speech_is_encoded(monkeypatch: pytest.MonkeyPatch) -> None:
    """After the silence that is before every clip, less what encoder and decoder put there."""
    monkeypatch.setattr(piper, "encoded", lambda samples: b"encoded " + samples)
    frames = ToneSynthesizer(0.5).render("Slow.")
    assert frames.startswith(b"encoded ")
    samples = array("h", frames.removeprefix(b"encoded "))
    silent_samples = next(index for index, sample in enumerate(samples) if sample)
    assert silent_samples + CODEC_SAMPLES == pytest.approx(START_SILENCE_SECONDS * SAMPLES_A_SECOND, abs=5)


def test_silence_is_not_encoded(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would be frames all the same."""
    monkeypatch.setattr(piper, "encoded", lambda _: b"frames")
    assert ToneSynthesizer(0.0).render("Hm.") == b""


def test_the_extra_is_all_of_its_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the encoder there is no voice, though it could speak."""
    monkeypatch.setattr(piper, "find_spec", lambda name: None if name == "lameenc" else name)
    assert missing_packages() == ["lameenc"]
