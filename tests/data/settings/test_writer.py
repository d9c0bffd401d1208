"""Settings saved into a text: all else in it stays as it was."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.settings.repository import LoadedSettings
from routine_app.core.settings.settings import (
    Settings,
)
from routine_app.data.settings.file import SettingsFile
from routine_app.data.settings.reader import KEYS
from routine_app.data.yaml import tree as yaml_tree
from tests.data.settings.sample_settings import ANY_SETTINGS, CHANGED, on_any_disk, save
from tests.data.yaml.yaml_parsers import PARSERS


def test_a_new_file_says_what_each_key_is_for(path: Path) -> None:
    """A comment of one line right above each key, and nothing that is not plain."""
    SettingsFile(path).save(Settings(get_ready_seconds=10), Settings())
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
        ("voice: on", "voice: no"),
        ("voice: OFF\n", "voice: OFF\n"),
        ("# c\r\nvoice: 'on'\r\n", "# c\r\nvoice: no\r\n"),
        ("  voice: |\n    yes\n\n  # end\n", "  voice: no\n\n  # end\n"),
        ("voice:\n  on\n", "voice:\n  no\n"),
        ("? voice\n: on\n", "? voice\n: no\n"),
        ("mine: &on on\nvoice: *on\n", "mine: &on on\nvoice: no\n"),
        ("voice: &on on\nsounds: *on\nmine: *on\n", "voice: &on no\nsounds: yes\nmine: *on\n"),
        ("---\nvoice: on\n...\n", "---\nvoice: no\n...\n"),
        ("\ufeffvoice: on\n", "\ufeffvoice: no\n"),
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


def test_a_key_that_is_not_there_is_added_alone(path: Path) -> None:
    """With its comment, in the line endings of the file; the others stay away."""
    after = save(path, "theme: dark\r\n", replace(Settings(), volume_percent=40))
    assert after == f"theme: dark\r\n\r\n# {KEYS['volume']}\r\nvolume: 40\r\n"


def test_an_alias_of_what_stays_stays(path: Path) -> None:
    """Only that of a value that changes is written out."""
    text = "voice: &on yes\nsounds: *on\nvolume: 30\n"
    assert save(path, text, replace(Settings(), volume_percent=40)) == text.replace("30", "40")


@pytest.mark.parametrize(
    "text", ["{voice: on, mine: 1}", "{}", "&all {mine: 1}", "--- {\n  # why\n  mine: {a: 1},\n}\n"]
)
def test_saving_into_braces(path: Path, text: str) -> None:
    """A mapping on one line stays one."""
    saved = save(path, text, CHANGED)
    assert SettingsFile(path).load() == LoadedSettings(CHANGED)
    assert ("mine: " in saved) is ("mine: " in text)


ONE_CHANGE = {
    "voice": ("on", "no"),
    "sounds": ("'no'", "yes"),
    "volume": ("35", "40"),
    "music": ("Mix", "pause"),
    "vibration": ("TRUE", "no"),
    "keep_awake": ('"off"', "yes"),
    "get_ready": ("1m", "1m30s"),
    "hold_length": ("Short", "long"),
    "theme": ("dark", "light"),
    "ring": ("steady", "smooth"),
    "weekly_dose": ("180s", "5m"),
    "weekly_days": ("3", "5"),
    "today": ("5", "10"),
}
"""For each key what stands there, and how another value is spelled."""

PLAIN_LINES = st.sampled_from(
    ["# a comment", "", "  # indented: yes", "mine: [a, b] # volume: 3", "other: 'x'"]
)
COMMENTS = st.sampled_from(["", " # why", "  ", "\t# volume: 9"])


@st.composite
def layouts(draw: st.DrawFn) -> list[tuple[str, str]]:
    """Lines in any order, each a key and what is behind its value, or no key and a whole line."""
    keys = draw(st.permutations(list(ONE_CHANGE)))
    lines = [(key, draw(COMMENTS)) for key in keys]
    for own in draw(st.lists(PLAIN_LINES, unique=True)):
        lines.insert(draw(st.integers(0, len(lines))), ("", own))
    return lines


@on_any_disk
@given(layouts(), st.sampled_from(list(ONE_CHANGE)), st.sampled_from(["\n", "\r\n", "\r"]), st.data())
def test_a_change_of_one_key_changes_the_characters_of_its_value_alone(
    lines: list[tuple[str, str]], changed: str, line_break: str, data: st.DataObject
) -> None:
    """Whatever the order, comments, blank lines, line endings, mark at the start, and keys of one's own."""
    mark, end = data.draw(st.sampled_from(["", "\ufeff"])), data.draw(st.sampled_from(["", line_break]))

    def text(*, is_after: bool) -> bytes:
        written = [
            f"{key}: {ONE_CHANGE[key][is_after and key == changed]}{rest}" if key else rest
            for key, rest in lines
        ]
        return (mark + line_break.join(written) + end).encode()

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "settings.yaml"
        path.write_bytes(text(is_after=True))
        wanted = SettingsFile(path).load().settings
        path.write_bytes(text(is_after=False))
        before = SettingsFile(path).load().settings
        assert SettingsFile(path).save(wanted, before) == wanted != before
        assert path.read_bytes() == text(is_after=True)


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
        SettingsFile(path).save(wanted, SettingsFile(path).load().settings)
        assert SettingsFile(path).load() == LoadedSettings(wanted)
        assert [file.name for file in Path(folder).iterdir()] == ["settings.yaml"]
        lines = path.read_text().splitlines()
        own = ("# a comment", "mine: [a,", "  b]", "other: |", "  text", "? {a: b}", ": *x", "? hold_length")
        assert [line for line in lines if line in own] == [line for line in text.splitlines() if line in own]
