"""What the settings file gives, and what is wrong with it."""

import logging
from dataclasses import replace
from pathlib import Path

import pytest

from routine_app.core.settings.repository import LoadedSettings
from routine_app.core.settings.settings import (
    Settings,
)
from routine_app.data.settings import file as settings_file_module
from routine_app.data.settings.file import SettingsFile
from tests.data.settings.sample_settings import CHANGED, load, save

GET_READY_ALLOWED = "write routine, or whole seconds from 0s to 5m, such as 10s"


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
music: Mix
vibration: FALSE
keep_awake: no
get_ready: 1:30
hold_length: Long
theme: dark
ring: steady
weekly_dose: 5m
weekly_days: 5
today: 10
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
        ("music: loud", 'settings.yaml:1:8: music: "loud" is not allowed; write pause or mix'),
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
    assert save(path, text, CHANGED).startswith(text)
    assert not path.with_name("settings.broken.yaml").exists()
