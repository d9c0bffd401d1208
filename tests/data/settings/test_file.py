"""The settings file: what it gives, what it keeps, and that nothing is ever lost."""

import logging
import os
import stat
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from routine_app.core.errors import UserFacingError
from routine_app.core.routine.hold_length import Length
from routine_app.core.settings.repository import LoadedSettings
from routine_app.core.settings.settings import (
    LEAST_DOSE_SECONDS,
    MOST_DOSE_SECONDS,
    MOST_GET_READY_SECONDS,
    Settings,
    Theme,
)
from routine_app.data.settings import file as settings_file_module
from routine_app.data.settings.file import SettingsFile
from routine_app.data.settings.reader import KEYS, SettingsReading, read_settings
from routine_app.data.yaml import tree as yaml_tree
from tests.data.yaml.yaml_parsers import PARSERS
from tests.few_or_many import few_or_many

CHANGED = Settings(
    voice=False,
    sounds=False,
    volume_percent=30,
    vibration=False,
    keep_awake=False,
    get_ready_seconds=90,
    hold_length=Length.LONG,
    theme=Theme.DARK,
    smooth_ring=False,
    weekly_dose_seconds=300,
    weekly_days=5,
)

ANY_SETTINGS = st.builds(
    Settings,
    volume_percent=st.integers(0, 100),
    get_ready_seconds=st.none() | st.integers(0, MOST_GET_READY_SECONDS),
    weekly_dose_seconds=st.integers(LEAST_DOSE_SECONDS, MOST_DOSE_SECONDS),
    weekly_days=st.integers(1, 7),
)

GET_READY_ALLOWED = "write routine, or whole seconds from 0s to 5m, such as 10s"

needs_permissions = pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0, reason="permissions bind no superuser"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file is, or will be."""
    return tmp_path / "settings.yaml"


def load(path: Path, text: str) -> LoadedSettings:
    """What comes of a file with this text."""
    path.write_bytes(text.encode())
    return SettingsFile(path).load()


def save(path: Path, text: str, wanted: Settings) -> str:
    """The text of a file with these settings saved into it."""
    path.write_bytes(text.encode())
    SettingsFile(path).save(wanted)
    return path.read_bytes().decode()


def test_no_file_means_defaults_and_makes_none(path: Path) -> None:
    """Until something is saved, the folder stays empty."""
    assert SettingsFile(path).load() == LoadedSettings(Settings())
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "\n\n", "---\n", "{}"])
def test_a_file_without_keys_means_defaults(path: Path, text: str) -> None:
    """Someone who deleted every line is not told off."""
    assert load(path, text) == LoadedSettings(Settings())


def test_a_missing_key_means_its_default(path: Path) -> None:
    """Each key stands for itself."""
    assert load(path, "volume: 35\n").settings == replace(Settings(), volume_percent=35)


def test_every_key(path: Path) -> None:
    """All that can be set, other than its default."""
    text = """\
voice: no
sounds: Off
volume: 30
vibration: FALSE
keep_awake: no
get_ready: 1:30
hold_length: Long
theme: dark
ring: steady
weekly_dose: 5m
weekly_days: 5
"""
    assert load(path, text) == LoadedSettings(CHANGED)


@pytest.mark.parametrize(
    ("word", "is_on"),
    [("yes", True), ("on", True), ("True", True), ("no", False), ("off", False), ("false", False)],
)
def test_yes_and_no_in_every_spelling(path: Path, word: str, *, is_on: bool) -> None:
    """YAML's own and people's, bare and in quotes."""
    for written in (word, f'"{word}"'):
        assert load(path, f"voice: {written}\nsounds: {written}") == LoadedSettings(
            replace(Settings(), voice=is_on, sounds=is_on)
        )


@pytest.mark.parametrize(
    ("written", "seconds"), [("routine", None), ("10s", 10), ("10", 10), ("1m30s", 90), ("0", 0), ("5m", 300)]
)
def test_get_ready(path: Path, written: str, seconds: int | None) -> None:
    """A duration as in a routine's file, or the routine's own."""
    assert load(path, f"get_ready: {written}").settings.get_ready_seconds == seconds


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "volume: 80\nvoice: maybe\n",
            'settings.yaml:2:8: voice: "maybe" is not allowed; write yes or no',
        ),
        (
            "volume: 101",
            'settings.yaml:1:9: volume: "101" is not a whole number from 0 to 100',
        ),
        (
            "theme: drak",
            'settings.yaml:1:8: theme: "drak" is not allowed; write system, light or dark; did you mean "dark"?',
        ),
        (
            "get_ready: 10.5s",
            f'settings.yaml:1:12: get_ready: "10.5s" is not allowed; {GET_READY_ALLOWED}',
        ),
        (
            "get_ready: 6m",
            f'settings.yaml:1:12: get_ready: "6m" is not allowed; {GET_READY_ALLOWED}',
        ),
        ("hold_length: [short]", "settings.yaml:1:14: hold_length: is a list; write short, normal or long"),
        ("ring:", "settings.yaml:1:6: ring: is empty; write smooth or steady, or leave the key out"),
        (
            "voice: no\nvoice: yes",
            "settings.yaml:2:1: voice: stands twice, first on line 1; keep one of the two",
        ),
        ("- voice", "settings.yaml:1:1: the file is a list; write lines such as volume: 80"),
        ("voice", "settings.yaml:1:1: the file is a text; write lines such as volume: 80"),
        ("voice: [", "settings.yaml:2:1: a value is missing here"),
        ("#" * 65_537, "settings.yaml:1:1: the file is larger than 64 KiB; shorten it"),
    ],
)
def test_a_broken_file_is_named_and_set_aside(path: Path, text: str, wrong: str) -> None:
    """One sentence: file, line, key, what was found, what is allowed, and where the file is now."""
    loaded = load(path, text)
    aside = path.with_name("settings.broken.yaml")
    assert loaded.settings == Settings()
    assert loaded.error_text.startswith(f"The settings cannot be used ({wrong}")
    assert loaded.error_text.endswith(f"), so the defaults hold; the file is now {aside}.")
    assert (path.exists(), aside.read_text()) == (False, text)


def test_not_utf_8(path: Path) -> None:
    """It is told so, and kept to the byte."""
    content = b"voice: yes\n# caf\xe9\n"
    path.write_bytes(content)
    assert "settings.yaml:2:6: the byte 0xe9 is not UTF-8" in SettingsFile(path).load().error_text
    assert path.with_name("settings.broken.yaml").read_bytes() == content


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
    keeper.save(CHANGED)
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
            keeper.save(CHANGED)
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
    os.utime(path, (1_700_000_000, 1_700_000_000))
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
        keeper.save(CHANGED)
    path.rmdir()
    assert keeper.load() == LoadedSettings(Settings())


def test_a_file_that_comes_back_is_read(path: Path) -> None:
    """The very same one, after something else stood in its place."""
    path.write_text("volume: 30")
    os.utime(path, (1_700_000_000, 1_700_000_000))
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
        keeper.save(CHANGED)
    path.chmod(0o600)
    assert keeper.load().settings.volume_percent == 30


def test_unknown_keys_are_warned_of_and_kept(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """With the nearest key, since most are misspelt ones."""
    text = "volum: 10  # mine\n? [odd, key]\n: {deep: [1, 2]}\nvoice: no\n"
    assert load(path, text) == LoadedSettings(replace(Settings(), voice=False))
    assert caplog.record_tuples == [
        (
            settings_file_module.__name__,
            logging.WARNING,
            'settings.yaml:1:1: warning: volum: is not a setting, and is left as it is; did you mean "volume"?',
        ),
        (
            settings_file_module.__name__,
            logging.WARNING,
            "settings.yaml:2:3: warning: is not a setting, and is left as it is",
        ),
    ]
    assert save(path, text, Settings()).startswith(text.replace("voice: no", "voice: yes"))
    assert not path.with_name("settings.broken.yaml").exists()


def test_a_new_file_says_what_each_key_is_for(path: Path) -> None:
    """A comment of one line right above each key, and nothing that is not plain."""
    SettingsFile(path).save(replace(Settings(), get_ready_seconds=10))
    lines = path.read_text().splitlines()
    assert lines[:4] == [
        "# The settings of Routine App, to be changed in the app or here. What you add here stays.",
        "",
        "# Speak the cues: yes or no.",
        "voice: yes",
    ]
    assert "get_ready: 10s" in lines
    assert [line.partition(":")[0] for line in lines if line and line[0] != "#"] == list(KEYS)
    assert all(f"# {KEYS[key]}" == lines[lines.index(f"{key}: {value}") - 1] for key, value in _pairs(lines))
    assert all(len(line) <= 110 for line in lines)


def _pairs(lines: list[str]) -> list[tuple[str, str]]:
    return [(key, value) for key, _, value in (ln.partition(": ") for ln in lines if ln and ln[0] != "#")]


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("voice: on # loud\n", "voice: no # loud\n"),
        ("voice: on", "voice: no\n"),
        ("voice: OFF\n", "voice: OFF\n"),
        ("# c\r\nvoice: 'on'\r\n", "# c\r\nvoice: no\r\n"),
        ("  voice: |\n    yes\n\n  # end\n", "  voice: no\n\n  # end\n"),
        ("voice:\n  on\n", "voice:\n  no\n"),
        ("? voice\n: on\n", "? voice\n: no\n"),
        ("mine: &on on\nvoice: *on\n", "mine: &on on\nvoice: no\n"),
        ("voice: &on on\nsounds: *on\nmine: *on\n", "voice: &on no\nsounds: yes\nmine: *on\n"),
        ("---\nvoice: on\n...\n", "---\nvoice: no\n"),
        ("\ufeffvoice: on\n", "voice: no\n"),
        ("voice: &on # why\n  on\n", "voice: &on # why\n  no\n"),
        ("&all\nvoice: on\n", "&all\nvoice: no\n"),
        ("# only a comment", "# only a comment\n"),
    ],
)
def test_saving_changes_only_the_values(
    path: Path, text: str, after: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Comments, spelling and layout stay; what is missing is added below. Both of PyYAML's parsers agree."""
    wanted = replace(Settings(), voice=False)
    for parser in PARSERS:
        monkeypatch.setattr(yaml_tree, "LOADER", getattr(yaml, parser))
        saved = save(path, text, wanted)
        assert saved.startswith(after)
        assert saved.count("\r\n") == (saved.count("\n") if "\r\n" in text else 0)
        assert SettingsFile(path).load() == LoadedSettings(wanted)
        assert [file.name for file in path.parent.iterdir()] == ["settings.yaml"]


@pytest.mark.parametrize(
    "text", ["{voice: on, mine: 1}", "{}", "&all {mine: 1}", "--- {\n  # why\n  mine: {a: 1},\n}\n"]
)
def test_saving_into_braces(path: Path, text: str) -> None:
    """A mapping on one line stays one."""
    saved = save(path, text, CHANGED)
    assert SettingsFile(path).load() == LoadedSettings(CHANGED)
    assert ("mine: " in saved) is ("mine: " in text)


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
    SettingsFile(path).save(CHANGED)
    assert SettingsFile(path).load() == LoadedSettings(CHANGED)


@pytest.mark.skipif(os.name != "posix", reason="links and modes of POSIX")
def test_a_link_and_a_mode_stay(tmp_path: Path) -> None:
    """People keep such files in git, and link them to their places."""
    kept, path = tmp_path / "dotfiles.yaml", tmp_path / "settings.yaml"
    kept.write_text("voice: no\n")
    kept.chmod(0o640)
    path.symlink_to(kept)
    SettingsFile(path).save(CHANGED)
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
        SettingsFile(path, lambda: told.append(None)).save(CHANGED)
    assert ([file.name for file in path.parent.iterdir()], told) == (["settings.yaml"], [])
    assert path.read_text() == "volume: 30\n"


def test_it_tells_when_the_folder_has_changed(path: Path) -> None:
    """After a save, and after a file was set aside; not after mere reading."""
    told: list[str] = []
    keeper = SettingsFile(path, lambda: told.append(path.name if path.exists() else "none"))
    keeper.load()
    keeper.save(CHANGED)
    keeper.load()
    assert told == ["settings.yaml"]
    path.write_text("volume: loud")
    keeper.load()
    assert told == ["settings.yaml", "none"]


def test_it_reads_again_only_what_has_changed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Screens ask often; a change by an editor is seen at once."""
    reads: list[str] = []

    def read(name: str, content: bytes) -> SettingsReading:
        reads.append(name)
        return read_settings(name, content)

    monkeypatch.setattr(settings_file_module, "read_settings", read)
    keeper = SettingsFile(path)
    path.write_text("volume: 30")
    os.utime(path, (1_700_000_000, 1_700_000_000))
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
        os.utime(path, (1_700_000_000, 1_700_000_000))
        assert keeper.load().settings.volume_percent == percent


on_any_disk = settings(max_examples=few_or_many(30, 100))

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
    SettingsFile(path).save(CHANGED)
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
        SettingsFile(path).save(CHANGED)
        assert SettingsFile(path).load() == LoadedSettings(CHANGED)


@on_any_disk
@given(ANY_SETTINGS, ANY_SETTINGS)
def test_what_is_saved_is_loaded(first: Settings, second: Settings) -> None:
    """Into a new file, and into the one that is there; the second is as if it had been the first."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "settings.yaml"
        keeper = SettingsFile(path)
        keeper.save(first)
        assert SettingsFile(path).load() == keeper.load() == LoadedSettings(first)
        keeper.save(second)
        assert SettingsFile(path).load() == keeper.load() == LoadedSettings(second)
        changed = path.read_bytes()
        path.unlink()
        keeper.save(second)
        assert path.read_bytes() == changed


ENTRIES = st.sampled_from(
    [
        "voice: no",
        "sounds: 'yes' # mine",
        "volume: |\n  30\n",
        "get_ready:\n  1:30",
        "? hold_length\n: long",
        '"theme": "dark"',
        "# a comment",
        "",
        "mine: [a,\n  b]",
        "other: |\n  text\n\n",
        "? {a: b}\n: *x",
    ]
)


@on_any_disk
@given(st.lists(ENTRIES, unique=True).map("\n".join), st.booleans(), ANY_SETTINGS)
def test_saving_into_any_layout(text: str, has_end: bool, wanted: Settings) -> None:  # noqa: FBT001 - drawn
    """The settings are those saved; each line of people's own is still there."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "settings.yaml"
        path.write_text("anchor: &x 1\n" + text + "\n" * has_end)
        SettingsFile(path).save(wanted)
        assert SettingsFile(path).load() == LoadedSettings(wanted)
        assert [file.name for file in Path(folder).iterdir()] == ["settings.yaml"]
        lines = path.read_text().splitlines()
        own = ("# a comment", "mine: [a,", "  b]", "other: |", "  text", "? {a: b}", ": *x", "? hold_length")
        assert [line for line in lines if line in own] == [line for line in text.splitlines() if line in own]
