"""The folder of rendered sentences."""

import os
from pathlib import Path

import pytest

from routine_app.data.voice.cache import VoiceCache, wav


def samples(value: int = 1) -> bytes:
    """A thousand samples of one value."""
    return value.to_bytes(2, "little") * 1000


@pytest.fixture
def cache(tmp_path: Path) -> VoiceCache:
    """Keep three files of any size."""
    return VoiceCache(tmp_path / "voice", "test 1", most_files=3)


def keep_at(cache: VoiceCache, folder: Path, text: str, second: int) -> None:
    """Keep a text, as if at that second."""
    before = set(folder.glob("*.wav"))
    cache.keep(text, samples())
    (file,) = set(folder.glob("*.wav")) - before
    os.utime(file, (second, second))


def test_kept_and_found(cache: VoiceCache, tmp_path: Path) -> None:
    """The same samples, in a file whose name tells nothing of the text; no other file is left."""
    assert cache.find("../../etc/passwd") is None
    cache.keep("../../etc/passwd", samples(7))
    assert cache.find("../../etc/passwd") == samples(7)
    (file,) = tmp_path.rglob("*.*")
    assert file.parent == tmp_path / "voice"
    assert (len(file.stem), file.suffix) == (64, ".wav")


def test_any_text_has_a_name(cache: VoiceCache) -> None:
    """Half a surrogate pair, as a damaged file may hold, is text like another."""
    cache.keep("\ud800", samples())
    assert cache.find("\ud800") == samples()


@pytest.mark.parametrize("damage", [b"", b"RIFF", wav(samples())[:-10], b"\0" * 3000])
def test_a_damaged_file_goes(
    cache: VoiceCache, tmp_path: Path, damage: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    """It is as if it had not been rendered, so that it is rendered anew."""
    cache.keep("Rest.", samples())
    (file,) = (tmp_path / "voice").iterdir()
    file.write_bytes(damage)
    assert cache.find("Rest.") is None
    assert not file.exists()
    assert "damaged" in caplog.text


def test_a_failed_write_leaves_nothing(
    cache: VoiceCache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file is there whole or not at all."""

    def fail(_: Path, target: Path) -> None:
        raise OSError(28, f"no space left for {target.suffix}")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="no space left"):
        cache.keep("Rest.", samples())
    assert list((tmp_path / "voice").iterdir()) == []


def test_the_oldest_go(cache: VoiceCache, tmp_path: Path) -> None:
    """What was used counts as new; what is not the cache's own stays."""
    folder = tmp_path / "voice"
    folder.mkdir()
    (folder / "holiday.wav").write_bytes(b"mine")
    for second, text in enumerate(["A.", "B.", "C.", "D.", "E."], start=1):
        keep_at(cache, folder, text, second)
    assert cache.use("A.")
    cache.remove_oldest()
    assert [text for text in ("A.", "B.", "C.", "D.", "E.") if cache.find(text)] == ["A.", "D.", "E."]
    assert (folder / "holiday.wav").exists()


def test_no_more_bytes_than_allowed(tmp_path: Path) -> None:
    """Two sentences of 2044 bytes fit into 5000."""
    cache = VoiceCache(tmp_path, "test 1", most_bytes=5000)
    for second, text in enumerate(["A.", "B.", "C."], start=1):
        keep_at(cache, tmp_path, text, second)
    cache.remove_oldest()
    assert [text for text in ("A.", "B.", "C.") if cache.find(text)] == ["B.", "C."]


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
