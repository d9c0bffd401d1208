"""The settings file: what it gives, what it keeps, and that nothing is ever lost."""

import os
import stat
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.errors import UserFacingError
from routine_app.core.settings.repository import LoadedSettings
from routine_app.core.settings.settings import Settings, Theme
from routine_app.data.settings import file as settings_file_module
from routine_app.data.settings.file import SettingsFile
from routine_app.data.settings.reader import KEYS, SettingsReading, read_settings
from tests.data.settings.sample_settings import ANY_SETTINGS, CHANGED, load, on_any_disk, save

needs_permissions = pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0, reason="permissions bind no superuser"
)

LONG_AGO = (1_700_000_000, 1_700_000_000)
LOUDER = replace(Settings(), volume_percent=90)


def test_no_file_means_defaults_and_makes_none(path: Path) -> None:
    """Until something is saved, the folder stays empty."""
    assert SettingsFile(path).load() == LoadedSettings(Settings())
    assert list(path.parent.iterdir()) == []


def test_files_set_aside_before_stay(path: Path) -> None:
    """Each gets a name of its own."""
    for number in range(3):
        load(path, f"volume: {number}00%")
    kept = {file.name: file.read_text() for file in path.parent.iterdir()}
    assert kept == {
        "settings.broken.yaml": "volume: 000%",
        "settings.broken-2.yaml": "volume: 100%",
        "settings.broken-3.yaml": "volume: 200%",
    }


def test_trouble_is_logged_once_and_given_until_there_is_a_file_again(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """So that the screen can show it whenever it is opened."""
    path.write_text("volume: loud\nring: square\n")
    keeper = SettingsFile(path)
    error_text = keeper.load().error_text
    assert keeper.load().error_text == error_text != ""
    (line,) = caplog.messages
    assert error_text in line
    assert 'settings.yaml:2:7: ring: "square" is not allowed' in line
    keeper.save(CHANGED, Settings())
    assert keeper.load() == LoadedSettings(CHANGED)


@needs_permissions
def test_a_file_that_cannot_be_set_aside_stays(path: Path) -> None:
    """In a folder that is read-only; the sentence says so."""
    path.write_text("volume: loud")
    keeper = SettingsFile(path)
    path.parent.chmod(0o500)
    try:
        error_text = keeper.load().error_text
        with pytest.raises(UserFacingError, match=r"cannot be saved in .*: permission denied;"):
            keeper.save(CHANGED, Settings())
    finally:
        path.parent.chmod(0o700)
    assert error_text.endswith("; the file cannot be set aside (permission denied) and stays as it is.")
    assert [(file.name, file.read_text()) for file in path.parent.iterdir()] == [
        ("settings.yaml", "volume: loud")
    ]


def test_a_file_whose_setting_aside_fails_stays(
    path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """For whatever reason; it is said once, and no empty file is left in the other place."""

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied", str(self), None, str(target))

    path.write_text("volume: loud")
    os.utime(path, LONG_AGO)
    monkeypatch.setattr(Path, "replace", refuse)
    keeper = SettingsFile(path)
    assert "cannot be set aside (permission denied)" in keeper.load().error_text
    assert "cannot be set aside (permission denied)" in keeper.load().error_text
    assert len(caplog.messages) == 1
    assert [(file.name, file.read_text()) for file in path.parent.iterdir()] == [
        ("settings.yaml", "volume: loud")
    ]


def test_a_folder_in_its_place(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """It is left alone, and nothing is saved over it; the log has it once."""
    path.mkdir()
    keeper = SettingsFile(path)
    assert keeper.load() == LoadedSettings(
        Settings(),
        f"The settings in {path} cannot be read (it is a folder), so the defaults hold; "
        "make it a file that you can read, or move it away.",
    )
    keeper.load()
    assert len(caplog.messages) == 1
    with pytest.raises(UserFacingError, match="it is a folder"):
        keeper.save(CHANGED, Settings())
    path.rmdir()
    assert keeper.load() == LoadedSettings(Settings())


def test_a_file_that_comes_back_is_read(path: Path) -> None:
    """The very same one, after something else stood in its place."""
    path.write_text("volume: 30")
    os.utime(path, LONG_AGO)
    keeper, elsewhere = SettingsFile(path), path.with_name("elsewhere.yaml")
    keeper.load()
    path.rename(elsewhere)
    path.mkdir()
    assert keeper.load().error_text != ""
    path.rmdir()
    elsewhere.rename(path)
    assert keeper.load() == LoadedSettings(replace(Settings(), volume_percent=30))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_in_its_place_is_not_waited_for(path: Path) -> None:
    """Reading it would never end."""
    os.mkfifo(path)
    assert "(it is a device or a pipe)" in SettingsFile(path).load().error_text


@needs_permissions
def test_a_file_that_may_not_be_read_is_neither_moved_nor_written_over(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """It may be fine; it is told once and can be mended."""
    path.write_text("volume: 30")
    path.chmod(0)
    keeper = SettingsFile(path)
    assert "cannot be read (permission denied)" in keeper.load().error_text
    assert "cannot be read (permission denied)" in keeper.load().error_text
    assert len(caplog.messages) == 1
    with pytest.raises(UserFacingError, match="permission denied"):
        keeper.save(CHANGED, Settings())
    path.chmod(0o600)
    assert keeper.load().settings.volume_percent == 30


@pytest.mark.parametrize("text", ['""', "---\n...\n"])
def test_a_file_that_cannot_be_added_to_is_set_aside_whole(path: Path, text: str) -> None:
    """A new one is written in its place."""
    save(path, text, CHANGED)
    assert SettingsFile(path).load() == LoadedSettings(CHANGED)
    assert path.with_name("settings.broken.yaml").read_text() == text


def test_saving_over_a_broken_file_sets_it_aside(path: Path) -> None:
    """One that was broken since it was last loaded, say."""
    save(path, "volume: loud", CHANGED)
    assert SettingsFile(path).load() == LoadedSettings(CHANGED)
    assert path.with_name("settings.broken.yaml").read_text() == "volume: loud"


def test_saving_makes_the_folder(tmp_path: Path) -> None:
    """If someone has deleted it."""
    path = tmp_path / "gone" / "settings.yaml"
    SettingsFile(path).save(CHANGED, Settings())
    assert SettingsFile(path).load() == LoadedSettings(CHANGED)


@pytest.mark.skipif(os.name != "posix", reason="links and modes of POSIX")
def test_a_link_and_a_mode_stay(tmp_path: Path) -> None:
    """People keep such files in git, and link them to their places."""
    kept, path = tmp_path / "dotfiles.yaml", tmp_path / "settings.yaml"
    kept.write_text("voice: no\n")
    kept.chmod(0o640)
    path.symlink_to(kept)
    SettingsFile(path).save(CHANGED, Settings())
    assert (path.is_symlink(), stat.S_IMODE(kept.stat().st_mode)) == (True, 0o640)
    assert SettingsFile(kept).load().settings == CHANGED


def test_a_failed_save_leaves_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is full, say: the old file is whole, and nothing is left beside it."""
    told: list[None] = []

    def refuse(number: int) -> None:
        raise OSError(28, f"No space left on device {number}")

    path.write_text("volume: 30\n")
    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(UserFacingError, match=r"cannot be saved in .*: no space left"):
        SettingsFile(path, lambda: told.append(None)).save(CHANGED, Settings())
    assert ([file.name for file in path.parent.iterdir()], told) == (["settings.yaml"], [])
    assert path.read_text() == "volume: 30\n"


def test_it_tells_when_the_folder_has_changed(path: Path) -> None:
    """After a save, and after a file was set aside; not after mere reading."""
    told: list[str] = []
    keeper = SettingsFile(path, lambda: told.append(path.name if path.exists() else "none"))
    keeper.load()
    keeper.save(CHANGED, Settings())
    keeper.load()
    assert told == ["settings.yaml"]
    path.write_text("volume: loud")
    os.utime(path, LONG_AGO)
    keeper.load()
    assert told == ["settings.yaml", "none"]


def test_only_what_was_changed_is_written(path: Path) -> None:
    """Into the file as a hand, or another page, has left it meanwhile; what is now is given."""
    path.write_text("# mine\ntheme: light\n")
    keeper = SettingsFile(path)
    since = keeper.load().settings
    path.write_text("volume: 20 # low\ntheme: dark\n# end\n")
    now = keeper.save(replace(since, volume_percent=90), since)
    assert now == replace(LOUDER, theme=Theme.DARK)
    assert path.read_text() == "volume: 90 # low\ntheme: dark\n# end\n"


def test_what_is_there_already_is_not_written_again(path: Path) -> None:
    """Another page has just done the same: the file stays to the byte, with its time."""
    path.write_text("volume: '90'")
    os.utime(path, LONG_AGO)
    told: list[None] = []
    assert SettingsFile(path, lambda: told.append(None)).save(LOUDER, Settings()) == LOUDER
    assert (path.read_text(), path.stat().st_mtime, told) == ("volume: '90'", LONG_AGO[1], [])


@pytest.mark.parametrize("before", ["voice: no\n", "volume: loud\n", None])
def test_what_is_written_while_it_saves_is_not_lost(
    path: Path, before: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By a hand or another process, after the file was read and before it is replaced."""
    if before is not None:
        path.write_text(before)
    meanwhile = ["theme: dark\n", "theme: dark # late\n"]
    sync = os.fsync

    def write_first(number: int) -> None:
        if meanwhile:
            path.write_text(meanwhile.pop(0))
        sync(number)

    monkeypatch.setattr(os, "fsync", write_first)
    assert SettingsFile(path).save(LOUDER, Settings()) == replace(LOUDER, theme=Theme.DARK)
    assert path.read_text().splitlines()[0] == "theme: dark # late"
    assert "\nvolume: 90\n" in path.read_text()


@pytest.mark.parametrize("half", ["", "volu", "volume: "])
def test_a_file_that_is_just_being_written_is_waited_for(
    path: Path, half: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor empties it and then fills it: what held before holds till then, and nothing is set aside."""
    monkeypatch.setattr(time, "time", lambda: LONG_AGO[1] + 0.02)
    keeper = SettingsFile(path)
    for text, percent in (("volume: 30", 30), (half, 30), ("volume: 40", 40)):
        path.write_text(text)
        os.utime(path, LONG_AGO)
        assert keeper.load() == LoadedSettings(replace(Settings(), volume_percent=percent))
    assert [file.name for file in path.parent.iterdir()] == ["settings.yaml"]


def test_it_reads_again_only_what_has_changed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Screens ask often; a change by an editor is seen at once."""
    reads: list[str] = []

    def read(name: str, content: bytes) -> SettingsReading:
        reads.append(name)
        return read_settings(name, content)

    monkeypatch.setattr(settings_file_module, "read_settings", read)
    keeper = SettingsFile(path)
    path.write_text("volume: 30")
    os.utime(path, LONG_AGO)
    assert [keeper.load().settings.volume_percent for _ in range(3)] == [30, 30, 30]
    assert len(reads) == 1
    path.write_text("volume: 40")
    assert keeper.load().settings.volume_percent == 40
    path.write_text("volume: 50")
    assert keeper.load().settings.volume_percent == 50
    path.unlink()
    assert keeper.load().settings == Settings()


def test_a_file_that_has_just_changed_may_change_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Within one tick of the file system's clock, to a text of the same length."""
    monkeypatch.setattr(time, "time", lambda: 1_700_000_000.02)
    keeper = SettingsFile(path)
    for percent in (30, 40):
        path.write_text(f"volume: {percent}")
        os.utime(path, LONG_AGO)
        assert keeper.load().settings.volume_percent == percent


BOMBS = {
    "aliases": "a0: &a0 [x]\n"
    + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 60)),
    "nesting": "voice: " + "[" * 30_000,
    "own anchor": "voice: &a [*a]",
    "keys": "".join(f"k{number}: 1\n" for number in range(6000)),
    "values": "a: [" + ",".join("b" * 30_000) + "]",
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_does_not_go_off(path: Path, name: str) -> None:
    """Loading and saving are over soon, and the text is still there."""
    load(path, BOMBS[name])
    SettingsFile(path).save(CHANGED, Settings())
    assert SettingsFile(path).load() == LoadedSettings(CHANGED)
    kept = [file.read_text() for file in path.parent.iterdir()]
    assert any(text.startswith(BOMBS[name]) for text in kept)


WORDS = [
    *KEYS,
    ": ",
    "yes",
    "80",
    "loud",
    "\n",
    "- ",
    "[",
    "{",
    "}",
    "&a ",
    "*a",
    "#",
    "'",
    '"',
    "---\n",
    "|\n ",
]


@on_any_disk
@given(
    st.binary(max_size=200) | st.lists(st.sampled_from(WORDS), max_size=12).map(lambda w: "".join(w).encode())
)
def test_any_bytes_are_read_and_none_are_lost(content: bytes) -> None:
    """They are in the file still, or in the one beside it; settings can be saved all the same."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "settings.yaml"
        path.write_bytes(content)
        loaded = SettingsFile(path).load()
        (kept,) = Path(folder).iterdir()
        assert kept.read_bytes() == content
        assert (kept.name == "settings.yaml") is (loaded.error_text == "")
        SettingsFile(path).save(CHANGED, Settings())
        assert SettingsFile(path).load() == LoadedSettings(CHANGED)


@on_any_disk
@given(ANY_SETTINGS, ANY_SETTINGS)
def test_what_is_saved_is_loaded(first: Settings, second: Settings) -> None:
    """Into a new file, and into the one that is there; the second is as if it had been the first."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "settings.yaml"
        keeper = SettingsFile(path)
        assert keeper.save(first, Settings()) == first
        assert SettingsFile(path).load() == keeper.load() == LoadedSettings(first)
        assert keeper.save(second, first) == second
        assert SettingsFile(path).load() == keeper.load() == LoadedSettings(second)
        changed = path.read_bytes()
        path.unlink()
        keeper.save(second, Settings())
        assert path.read_bytes() == changed
