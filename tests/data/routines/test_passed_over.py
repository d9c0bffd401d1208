"""Files among the routines that are not listed for what their names end in."""

import json
import os
from pathlib import Path

import pytest

from routine_app.core.routine.file_name import SCHEMA_FILE
from routine_app.core.routine.passed_over import passed_over_words
from routine_app.data.paths import shipped_routines_folder
from routine_app.data.routines import passed_over
from routine_app.data.routines.library import FolderRoutines
from routine_app.data.routines.passed_over import LIMIT_BYTES

HIPS = "title: Hips\nstretches:\n- {name: Lean, hold: 30s}\n"
WORKOUT = {"title": "Abs", "sets": [{"repetitions": 1, "exercises": [{"name": "Plank", "duration": 30}]}]}


def told(folder: Path) -> tuple[str, ...]:
    """The files that are told of in a user's folder."""
    library = FolderRoutines(folder / "shipped", folder)
    library.entries()
    return library.passed_over()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("evening.yaml.txt", HIPS),
        ("Evening.YAML.TXT", HIPS),
        ("evening.yml.download", HIPS),
        ("evening.yaml (1).txt", HIPS),
        ("evening.txt", HIPS),
        ("evening.yam", HIPS),
        ("evening.yaml ", HIPS),
        ("evening", HIPS),
        ("evening.json", json.dumps(WORKOUT)),
        ("chat.txt", f"Here:\n```yaml\n{HIPS}```\n"),
    ],
)
def test_a_file_that_holds_a_routine_is_told_of(tmp_path: Path, name: str, content: str) -> None:
    """Whatever its name ends in; once it is renamed, it is listed."""
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert told(tmp_path) == (name,)
    (tmp_path / name).rename(tmp_path / "evening.yaml")
    assert told(tmp_path) == ()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("notes.txt", "Stretch more.\n"),
        ("evening.yaml", HIPS),
        ("evening.yaml~", HIPS),
        ("evening.yaml.bak", HIPS),
        (".evening.txt", HIPS),
        ("README.md", f"```yaml\n{HIPS}```\n"),
        ("pose.svg", "<svg/>"),
        ("history.json", '{"sessions": []}'),
        ("elses.json", '{"workouts": [{"name": "A", "sets": ["B"]}]}'),
        (SCHEMA_FILE, (shipped_routines_folder() / SCHEMA_FILE).read_text(encoding="utf-8")),
        ("Makefile", "all:\n"),
        ("photo.heic", "\0\1\2"),
        ("large.txt", HIPS + "#" * LIMIT_BYTES),
    ],
)
def test_nothing_else_is_told_of(tmp_path: Path, name: str, content: str) -> None:
    """What belongs there, what an editor left, and what is no routine."""
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert told(tmp_path) == ()


def test_a_folder_is_not_told_of(tmp_path: Path) -> None:
    """It cannot be read as a file."""
    (tmp_path / "folder.txt").mkdir()
    assert told(tmp_path) == ()


def test_a_file_is_read_again_only_when_it_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The list looks once a second, and the schema is there always."""
    read: list[str] = []
    really = passed_over.is_passed_over

    def counted(path: Path) -> bool:
        read.append(path.name)
        return really(path)

    monkeypatch.setattr(passed_over, "is_passed_over", counted)
    (tmp_path / SCHEMA_FILE).touch()
    path = tmp_path / "evening.txt"
    path.write_text("Nothing yet", encoding="utf-8")
    os.utime(path, ns=(1_700_000_000_000_000_000, 1_700_000_000_000_000_000))
    library = FolderRoutines(tmp_path / "shipped", tmp_path)
    for _ in range(3):
        library.entries()
    assert (read, library.passed_over()) == (["evening.txt"], ())
    path.write_text(HIPS, encoding="utf-8")
    os.utime(path, ns=(1_700_000_000_000_000_001, 1_700_000_000_000_000_001))
    library.entries()
    assert (read, library.passed_over()) == (["evening.txt"] * 2, ("evening.txt",))


@pytest.mark.parametrize(
    ("name", "cure"),
    [
        ("evening.yaml.txt", "rename it to evening.yaml, or import it."),
        ("evening.yam", "rename it to evening.yaml, or import it."),
        ("evening.yaml ", "rename it to evening.yaml, or import it."),
        ("Evening hips.txt", "rename it to Evening hips.yaml, or import it."),
        ("evening", "rename it to evening.yaml, or import it."),
        ("timers.json", "import it."),
    ],
)
def test_the_cure_is_told(name: str, cure: str) -> None:
    """A file of another app is no routine by another name."""
    assert passed_over_words(name) == f"{name} is passed over, since its name does not end in .yaml: {cure}"
