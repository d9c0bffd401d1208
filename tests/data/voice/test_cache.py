"""The folder of rendered sentences."""

import os
from pathlib import Path

import pytest

from routine_app.core.cues.audio_sources import Clip
from routine_app.data.voice.cache import VoiceCache

FRAME_SECONDS = 576 / 22_050


def audio(value: int = 1) -> bytes:
    """Ten frames of one value."""
    return (b"\xff\xf3\x50\xc4" + bytes([value]) * 126) * 10


@pytest.fixture
def cache(tmp_path: Path) -> VoiceCache:
    """Keep three files of any size."""
    return VoiceCache(tmp_path / "voice", "test 1", most_files=3)


def keep_at(cache: VoiceCache, folder: Path, text: str, second: int) -> None:
    """Keep a text, as if at that second."""
    before = set(folder.glob("*.mp3"))
    cache.keep(text, audio())
    (file,) = set(folder.glob("*.mp3")) - before
    os.utime(file, (second, second))


def test_kept_and_found(cache: VoiceCache, tmp_path: Path) -> None:
    """The same frames, in a file whose name tells nothing of the text; no other file is left."""
    assert cache.find("../../etc/passwd") is None
    cache.keep("../../etc/passwd", audio(7))
    assert cache.find("../../etc/passwd") == Clip(audio(7), 10 * FRAME_SECONDS)
    (file,) = tmp_path.rglob("*.*")
    assert file.parent == tmp_path / "voice"
    assert (len(file.stem), file.suffix) == (64, ".mp3")


def test_any_text_has_a_name(cache: VoiceCache) -> None:
    """Half a surrogate pair, as a damaged file may hold, is text like another."""
    cache.keep("\ud800", audio())
    assert cache.find("\ud800") == Clip(audio(), 10 * FRAME_SECONDS)


@pytest.mark.parametrize("damage", [b"RIFF", audio()[:-10], b"\0" * 3000])
def test_a_damaged_file_goes(
    cache: VoiceCache, tmp_path: Path, damage: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    """It is as if it had not been rendered, so that it is rendered anew."""
    cache.keep("Rest.", audio())
    (file,) = (tmp_path / "voice").iterdir()
    file.write_bytes(damage)
    assert cache.find("Rest.") is None
    assert not file.exists()
    assert "damaged" in caplog.text


def test_what_is_not_heard_is_found_empty(cache: VoiceCache) -> None:
    """So that it is not rendered again."""
    cache.keep("Hm.", b"")
    assert cache.find("Hm.") == Clip(b"", 0.0)


def test_a_failed_write_leaves_nothing(
    cache: VoiceCache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file is there whole or not at all."""

    def fail(_: Path, target: Path) -> None:
        raise OSError(28, f"no space left for {target.suffix}")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="no space left"):
        cache.keep("Rest.", audio())
    assert list((tmp_path / "voice").iterdir()) == []


def test_the_oldest_go(cache: VoiceCache, tmp_path: Path) -> None:
    """What was used counts as new; what is not the cache's own stays."""
    folder = tmp_path / "voice"
    folder.mkdir()
    (folder / "holiday.mp3").write_bytes(b"mine")
    for second, text in enumerate(["A.", "B.", "C.", "D.", "E."], start=1):
        keep_at(cache, folder, text, second)
    assert cache.use("A.")
    cache.remove_oldest()
    assert [text for text in ("A.", "B.", "C.", "D.", "E.") if cache.find(text)] == ["A.", "D.", "E."]
    assert (folder / "holiday.mp3").exists()


def test_no_more_bytes_than_allowed(tmp_path: Path) -> None:
    """Two sentences of 1300 bytes fit into 3000."""
    cache = VoiceCache(tmp_path, "test 1", most_bytes=3000)
    for second, text in enumerate(["A.", "B.", "C."], start=1):
        keep_at(cache, tmp_path, text, second)
    cache.remove_oldest()
    assert [text for text in ("A.", "B.", "C.") if cache.find(text)] == ["B.", "C."]


def test_what_was_rendered_before_goes_in_its_turn(cache: VoiceCache, tmp_path: Path) -> None:
    """Sentences were WAV files once: they are found no more, and are the oldest."""
    folder = tmp_path / "voice"
    folder.mkdir()
    old = folder / f"{'0123456789abcdef' * 4}.wav"
    old.write_bytes(b"RIFF")
    os.utime(old, (1, 1))
    for second, text in enumerate(["A.", "B.", "C."], start=2):
        keep_at(cache, folder, text, second)
    cache.remove_oldest()
    assert not old.exists()
    assert cache.find("A.") is not None


def test_what_a_crash_left_goes_too(
    cache: VoiceCache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half-written files count, by the name that they have while they are written, and are the oldest one day."""
    half_written: list[Path] = []
    monkeypatch.setattr(os, "fsync", lambda _: half_written.extend((tmp_path / "voice").glob("*.part")))
    for second, text in enumerate(["A.", "B.", "C."], start=10):
        keep_at(cache, tmp_path / "voice", text, second)
    part = half_written[0]
    part.write_bytes(b"half")
    os.utime(part, (1, 1))
    cache.remove_oldest()
    assert not part.exists()
    assert cache.find("A.") is not None


def test_an_empty_cache(cache: VoiceCache, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Nothing is there, nothing goes, no folder is made by asking, and there is nothing to say about it."""
    assert not cache.use("Rest.")
    assert cache.find("Rest.") is None
    cache.remove_oldest()
    assert list(tmp_path.iterdir()) == []
    assert caplog.messages == []
