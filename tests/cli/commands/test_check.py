"""`routine-app check`."""

import os
from pathlib import Path

import pytest

from routine_app.cli.commands.check import Tally, routine_files
from routine_app.core.routine.problem import Problem, Severity
from tests.cli.conftest import Run

BROKEN = "title: Broken\nstretches:\n  - name: Lean\n    hold: 3 min\n    speed: 1\n"
WARNED = "title: Warned\nstretches:\n  - name: Lean\n    hold: 30s\n    muscles: [aductors]\n"


def test_good_files_are_counted_and_pass(run: Run) -> None:
    """With no path, the user's folder and the shipped one are checked."""
    assert run("check") == (0, "1 file, no errors\n", "")


def test_each_error_is_a_line_with_its_place(run: Run, tmp_path: Path) -> None:
    """An editor can jump to the path, line and column that begin each line."""
    file = tmp_path / "broken.yaml"
    file.write_text(BROKEN, encoding="utf-8")
    outcome = run("check", file)
    lines = outcome.out.splitlines()
    assert outcome.code == 1
    assert lines[0] == f'{file}:4:11: hold: "3 min" is not a duration; write it like 30s, 1m30s or 1:30'
    assert lines[1].startswith(f"{file}:5:5: speed: ")
    assert lines[2:] == ["1 file, 2 errors"]


def test_warnings_alone_pass(run: Run, tmp_path: Path) -> None:
    """A warning is printed and counted, and the exit code stays 0."""
    (tmp_path / "warned.yaml").write_text(WARNED, encoding="utf-8")
    outcome = run("check", tmp_path / "warned.yaml")
    assert outcome.code == 0
    assert ": warning: muscles: " in outcome.out
    assert outcome.out.splitlines()[-1] == "1 file, no errors, 1 warning"


def test_a_path_that_cannot_be_read_is_two(run: Run, tmp_path: Path) -> None:
    """The missing file is said on standard error, and the others are checked all the same."""
    (tmp_path / "broken.yaml").write_text(BROKEN, encoding="utf-8")
    outcome = run("check", tmp_path / "missing.yaml", tmp_path / "broken.yaml")
    assert outcome.code == 2
    assert (
        outcome.err == f"routine-app: Cannot read {tmp_path / 'missing.yaml'}: no such file or directory.\n"
    )
    assert outcome.out.endswith("1 file, 2 errors\n")


def test_a_folder_is_searched_to_its_depths(tmp_path: Path) -> None:
    """Both endings count, hidden files and folders and other files do not."""
    for name in ("b.yml", "a.YAML", "notes.txt", ".hidden.yaml", "more/c.yaml", ".git/d.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = [path.relative_to(tmp_path).as_posix() for path in routine_files(tmp_path)]
    assert found == ["a.YAML", "b.yml", "more/c.yaml"]


def test_a_title_cannot_upset_the_terminal(run: Run, tmp_path: Path) -> None:
    """A file's own text is printed without control characters."""
    (tmp_path / "evil.yaml").write_text('"ti\\e[31mtle": x\nstretches: []\n', encoding="utf-8")
    assert "\x1b" not in run("check", tmp_path / "evil.yaml").out


@pytest.mark.skipif(os.name == "nt", reason="Windows refuses such names")
def test_a_file_name_that_is_not_text_is_printed(run: Run, tmp_path: Path) -> None:
    """A name of bytes that are no UTF-8 does not end the program."""
    (tmp_path / "odd").mkdir()
    os.close(os.open(os.fsencode(tmp_path / "odd") + b"/\xff.yaml", os.O_CREAT))
    outcome = run("check", tmp_path / "odd")
    assert outcome.code == 1
    assert outcome.out.endswith("1 file, 1 error\n")


def test_the_tally_speaks_in_plain_numbers() -> None:
    """One is singular, several are plural, no warning is not worth a word."""
    tally = Tally()
    tally.add([])
    assert str(tally) == "1 file, no errors"
    tally.add([Problem("x", 1, 1, "", "m"), Problem("x", 1, 1, "", "m", Severity.WARNING)])
    assert str(tally) == "2 files, 1 error, 1 warning"


def test_a_file_that_is_passed_over_is_a_warning(run: Run, tmp_path: Path) -> None:
    """In the folder and below it; one that is named itself is checked as what it holds."""
    folder = tmp_path / "mine"
    (folder / "more").mkdir(parents=True)
    for name in ("evening.yaml.txt", "more/dusk.txt"):
        (folder / name).write_text(WARNED, encoding="utf-8")
    outcome = run("check", folder)
    why = "is passed over, since its name does not end in .yaml: rename it to"
    assert outcome.out.splitlines() == [
        f"{folder / 'evening.yaml.txt'} {why} evening.yaml, or import it.",
        f"{folder / 'more' / 'dusk.txt'} {why} dusk.yaml, or import it.",
        "0 files, no errors, 2 warnings",
    ]
    assert outcome.code == 0
