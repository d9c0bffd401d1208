"""The voice of a machine: clips, and what is rendered."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from routine_app.core.cues.audio_sources import Clip
from routine_app.data.paths import assets_folder
from routine_app.data.voice import neural
from routine_app.data.voice.cache import VoiceCache
from routine_app.data.voice.neural import NeuralVoice
from routine_app.data.voice.whole import WholeVoice, whole_voice
from tests.core.cues.sample_clips import SampleVoice, clip_of


class SlowVoice(SampleVoice):
    """Has what was prepared once it has finished."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[str] = []
        self.rendered: set[str] = set()

    def prepare(self, sentences: Sequence[str]) -> None:
        """Remember them."""
        self.waiting += sentences

    def finish(self) -> None:
        """Have them."""
        self.rendered.update(self.waiting)

    def find(self, sentences: Sequence[str]) -> tuple[Clip, ...] | None:
        """A clip for each, if it has them."""
        return super().find(sentences) if self.rendered.issuperset(sentences) else None


def test_what_is_to_be_rendered_can_be_waited_for() -> None:
    """Until then it is not there; what the clips say is there at once."""
    voice = WholeVoice(SampleVoice(lacks=["Mine."]), SlowVoice())
    voice.prepare(["Rest.", "Mine."])
    assert [voice.find([one]) is not None for one in ("Rest.", "Mine.")] == [True, False]
    voice.finish()
    assert voice.find(["Rest.", "Mine."]) == (clip_of(16), clip_of(16))


def test_without_a_voice_that_renders_there_is_nothing_to_wait_for() -> None:
    """A sentence of one's own is not there."""
    voice = WholeVoice(SampleVoice(lacks=["Mine."]), None)
    voice.prepare(["Mine."])
    voice.finish()
    assert voice.find(["Mine."]) is None


def test_it_is_made_of_what_ships_and_what_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The clips come first."""
    folders: list[Path] = []

    class Spoken:
        def render(self, text: str) -> bytes:
            del text
            return clip_of(3).audio

    def installed(cache_folder: Path) -> NeuralVoice:
        folders.append(cache_folder)
        return NeuralVoice(VoiceCache(cache_folder, "test 1"), Spoken)

    monkeypatch.setattr(neural, "neural_voice", installed)
    voice = whole_voice(assets_folder() / "voice", tmp_path)
    assert folders == [tmp_path]
    voice.prepare(["Halfway.", "Nobody ever said this."])
    voice.finish()
    halfway, own = voice.find(["Halfway."]), voice.find(["Nobody ever said this."])
    assert own == (clip_of(3),)
    assert halfway is not None
    assert halfway != own
