"""Rendering in a thread, with a synthesizer that only counts letters."""

import logging
import threading
from pathlib import Path

import pytest

from routine_app.core.cues.audio_sources import Clip
from routine_app.data.voice.cache import VoiceCache
from routine_app.data.voice.neural import MOST_FAILURES, MOST_WAITING, NeuralVoice, neural_voice

FRAME = b"\xff\xf3\x50\xc4" + bytes(126)
FRAME_SECONDS = 576 / 22_050


class FakeSynthesizer:
    """Takes a frame for each character, and writes down what it was given."""

    def __init__(self) -> None:
        self.rendered: list[str] = []
        self.error_text: Exception | None = None
        self.may_go_on = threading.Event()
        self.has_begun = threading.Event()
        self.may_go_on.set()

    def render(self, text: str) -> bytes:
        """As many frames as the text has letters, or the trouble there is."""
        self.has_begun.set()
        assert self.may_go_on.wait(10)
        self.rendered.append(text)
        if self.error_text:
            raise self.error_text
        return FRAME * len(text)


@pytest.fixture
def synthesizer() -> FakeSynthesizer:
    """Say anything."""
    return FakeSynthesizer()


@pytest.fixture
def shelf(tmp_path: Path, synthesizer: FakeSynthesizer) -> NeuralVoice:
    """Render into an empty folder."""
    return NeuralVoice(VoiceCache(tmp_path / "voice", "test 1"), lambda: synthesizer)


def prepare(shelf: NeuralVoice, *sentences: str) -> None:
    """Have these rendered."""
    shelf.prepare(sentences)
    shelf.finish()


def test_what_was_prepared_is_there(shelf: NeuralVoice) -> None:
    """A clip for each sentence, in their order."""
    prepare(shelf, "Cat cow.", "Slow.")
    clips = shelf.find(["Slow.", "Cat cow."])
    assert clips == (Clip(FRAME * 5, 5 * FRAME_SECONDS), Clip(FRAME * 8, 8 * FRAME_SECONDS))


def test_all_or_nothing(shelf: NeuralVoice) -> None:
    """A sentence that is not rendered takes the others with it, and none is nothing."""
    prepare(shelf, "Cat cow.")
    assert shelf.find(["Cat cow.", "Slow."]) is None
    assert shelf.find([]) is None


def test_neither_waits_for_the_voice(shelf: NeuralVoice, synthesizer: FakeSynthesizer) -> None:
    """While it is at work, asking gives None at once, and so does asking for more."""
    synthesizer.may_go_on.clear()
    shelf.prepare(["Cat cow."])
    assert synthesizer.has_begun.wait(10)
    assert shelf.find(["Cat cow."]) is None
    shelf.prepare(["Slow."])
    synthesizer.may_go_on.set()
    shelf.finish()
    assert shelf.find(["Cat cow.", "Slow."]) is not None


def test_what_was_asked_last_comes_first(shelf: NeuralVoice, synthesizer: FakeSynthesizer) -> None:
    """Of the routine that is open now; a sentence is rendered once, whoever asks."""
    synthesizer.may_go_on.clear()
    shelf.prepare(["A.", "B.", "C."])
    assert synthesizer.has_begun.wait(10)
    shelf.prepare(["D.", "C."])
    synthesizer.may_go_on.set()
    shelf.finish()
    assert synthesizer.rendered == ["A.", "D.", "C.", "B."]


def test_a_queue_has_an_end(shelf: NeuralVoice, synthesizer: FakeSynthesizer) -> None:
    """So many may wait; the oldest are let go."""
    synthesizer.may_go_on.clear()
    shelf.prepare(["Begin."])
    assert synthesizer.has_begun.wait(10)
    shelf.prepare([f"{number}" for number in range(MOST_WAITING + 100)])
    synthesizer.may_go_on.set()
    shelf.finish()
    assert len(synthesizer.rendered) == MOST_WAITING + 1


def test_rendered_once_for_ever(
    tmp_path: Path, synthesizer: FakeSynthesizer, caplog: pytest.LogCaptureFixture
) -> None:
    """The next start of the app finds it, and does not load the voice for it."""
    cache = VoiceCache(tmp_path, "test 1")
    prepare(NeuralVoice(cache, lambda: synthesizer), "Cat cow.")
    later = NeuralVoice(cache, _must_not_load)
    prepare(later, "Cat cow.")
    assert later.find(["Cat cow."]) is not None
    assert caplog.messages == []


def test_another_voice_says_it_anew(tmp_path: Path, synthesizer: FakeSynthesizer) -> None:
    """A version's clips are its own."""
    for version in ("test 1", "test 2"):
        prepare(NeuralVoice(VoiceCache(tmp_path, version), lambda: synthesizer), "Cat cow.")
    assert synthesizer.rendered == ["Cat cow."] * 2


def test_a_failure_is_logged_and_the_next_is_tried(
    shelf: NeuralVoice, synthesizer: FakeSynthesizer, caplog: pytest.LogCaptureFixture
) -> None:
    """Nothing reaches who asked; the sentence can be asked for again; the log has not what the user wrote."""
    synthesizer.error_text = ValueError("no phonemes")
    prepare(shelf, "Secret.")
    assert shelf.find(["Secret."]) is None
    assert "could not say a sentence of 7 characters" in caplog.text
    assert "Secret" not in caplog.text
    synthesizer.error_text = None
    prepare(shelf, "Secret.")
    assert shelf.find(["Secret."]) is not None


def test_given_up_after_some_failures(
    shelf: NeuralVoice, synthesizer: FakeSynthesizer, caplog: pytest.LogCaptureFixture
) -> None:
    """A voice that cannot work on this machine does not fill the log."""
    synthesizer.error_text = RuntimeError("no such instruction")
    prepare(shelf, *(f"{number}" for number in range(10)))
    prepare(shelf, "More.")
    assert len(synthesizer.rendered) == MOST_FAILURES
    assert caplog.messages[-1] == "The neural voice is given up until the app starts again."


def test_failures_far_apart_are_no_reason_to_give_up(
    shelf: NeuralVoice, synthesizer: FakeSynthesizer
) -> None:
    """What counts is how many come in a row."""
    for number in range(MOST_FAILURES + 1):
        synthesizer.error_text = ValueError("no phonemes")
        prepare(shelf, f"{number} bad.")
        synthesizer.error_text = None
        prepare(shelf, f"{number} good.")
    assert shelf.find([f"{MOST_FAILURES} good."]) is not None


def test_a_voice_that_cannot_be_loaded(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """As when its packages are for another machine: logged, and None."""
    shelf = NeuralVoice(VoiceCache(tmp_path, "test 1"), _must_not_load)
    prepare(shelf, "Cat cow.")
    assert shelf.find(["Cat cow."]) is None
    assert "DLL load failed" in caplog.text


def test_a_folder_that_cannot_be_written(
    tmp_path: Path, synthesizer: FakeSynthesizer, caplog: pytest.LogCaptureFixture
) -> None:
    """A file in its place: logged, and None."""
    (tmp_path / "voice").write_text("in the way")
    shelf = NeuralVoice(VoiceCache(tmp_path / "voice", "test 1"), lambda: synthesizer)
    prepare(shelf, "Cat cow.")
    assert shelf.find(["Cat cow."]) is None
    assert "could not say" in caplog.text


def test_a_machine_without_threads(
    shelf: NeuralVoice, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Logged, and nothing is raised."""

    def refuse(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refuse)
    prepare(shelf, "Cat cow.")
    assert "The neural voice cannot work: can't start new thread" in caplog.text


def test_what_cannot_be_said_is_not_tried(shelf: NeuralVoice, synthesizer: FakeSynthesizer) -> None:
    """Other alphabets, marks alone, and what is too long are left to others."""
    prepare(shelf, "Растяжка.", "…", "", "a" * 201)
    assert synthesizer.rendered == []
    assert shelf.find(["…"]) is None


def test_silence_is_no_clip(tmp_path: Path) -> None:
    """A text of which nothing is heard is kept, so that it is not tried again, and given to nobody alone."""

    class Silent:
        def render(self, text: str) -> bytes:
            return b"" if text == "Hm." else FRAME

    shelf = NeuralVoice(VoiceCache(tmp_path, "test 1"), Silent)
    prepare(shelf, "Hm.", "Slow.")
    assert len(list(tmp_path.glob("*.mp3"))) == 2
    assert shelf.find(["Hm."]) is None
    assert shelf.find(["Hm.", "Slow."]) == (Clip(b"", 0.0), Clip(FRAME, FRAME_SECONDS))


def test_the_extra_is_not_installed(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """There is no such shelf, and the log says why."""
    caplog.set_level(logging.INFO)
    assert neural_voice(tmp_path, missing=lambda: ["piper"], load=_must_not_load) is None
    assert "No neural voice, for want of piper; routine-app[voice] brings it." in caplog.text


def test_the_extra_is_installed(tmp_path: Path, synthesizer: FakeSynthesizer) -> None:
    """Nothing is loaded nor made before a sentence is due."""
    shelf = neural_voice(tmp_path / "voice", list, lambda: synthesizer)
    assert isinstance(shelf, NeuralVoice)
    assert not (tmp_path / "voice").exists()
    prepare(shelf, "Cat cow.")
    assert shelf.find(["Cat cow."]) is not None


def _must_not_load() -> FakeSynthesizer:
    """Stand for a voice that cannot be loaded."""
    raise ImportError("DLL load failed")
