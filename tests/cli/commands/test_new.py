"""`routine-app new`."""

import logging
from pathlib import Path

import pytest

from routine_app.core.routine.file_name import SCHEMA_FILE
from routine_app.core.routine.starter import starter_text
from routine_app.data.routines.library import FolderRoutines
from tests.cli.conftest import Run

SCHEMA = '{"title": "A routine"}\n'


@pytest.fixture
def routines(home: Path, tmp_path: Path) -> Path:
    """The user's routines folder, beside a shipped one that has a schema and a routine."""
    (tmp_path / "shipped" / SCHEMA_FILE).write_text(SCHEMA, encoding="utf-8")
    (tmp_path / "shipped" / "runner-hips.yaml").write_text(starter_text("Hips"), encoding="utf-8")
    return home / "routines"


def names(folder: Path) -> list[str]:
    """What is in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_a_name_becomes_a_file_of_the_user(run: Run, routines: Path) -> None:
    """It says where the file is and what to do next, and puts the schema beside it."""
    file = routines / "morning.yaml"
    assert run("new", "morning") == (
        0,
        (
            f"Written: {file}\n"
            "The app lists it. Edit it in any editor; each time you save it, the app reads it anew.\n"
            f"Check it: routine-app check {file}\n"
        ),
        "",
    )
    assert file.read_text(encoding="utf-8") == starter_text("Morning")
    assert names(routines) == ["evening.yaml", "morning.yaml", SCHEMA_FILE]
    assert (routines / SCHEMA_FILE).read_text(encoding="utf-8") == SCHEMA


@pytest.mark.parametrize(
    ("name", "file_name", "title"),
    [
        ("morning", "morning.yaml", "Morning"),
        ("morning.yaml", "morning.yaml", "Morning"),
        ("morning.yml", "morning.yml", "Morning"),
        ("tight_hips-2", "tight_hips-2.yaml", "Tight hips 2"),
        ("MyHips", "MyHips.yaml", "MyHips"),
        ("v1.5", "v1.5.yaml", "V1.5"),
        ("Runner's back: 10 min", "runners-back-10-min.yaml", "Runner's back: 10 min"),
        ("my hips.yaml", "my-hips.yaml", "my hips"),
        ("Hüften öffnen", "hüften-öffnen.yaml", "Hüften öffnen"),
        ("COM 1", "com-1.yaml", "COM 1"),
    ],
)
def test_names_and_titles(run: Run, routines: Path, name: str, file_name: str, title: str) -> None:
    """A plain name stays as it is; of a title with spaces a plain name is made, and it stands in the file."""
    assert run("new", name).code == 0
    assert (routines / file_name).read_text(encoding="utf-8") == starter_text(title)


def test_the_library_lists_it(run: Run, routines: Path, tmp_path: Path) -> None:
    """Without a problem."""
    run("new", "Morning hips")
    entries = FolderRoutines(tmp_path / "shipped", routines).entries()
    entry = next(entry for entry in entries if entry.file_name == "morning-hips.yaml")
    assert (entry.name, entry.problems, entry.is_shipped) == ("morning-hips", (), False)


def test_a_missing_folder_is_made(
    run: Run, routines: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The user's own, at the first use."""
    del routines
    monkeypatch.setenv("ROUTINE_APP_HOME", str(tmp_path / "fresh"))
    assert run("new", "morning").code == 0
    assert names(tmp_path / "fresh" / "routines") == ["morning.yaml", SCHEMA_FILE]


@pytest.mark.parametrize("name", ["evening", "evening.yaml", "EVENING"])
def test_no_file_is_overwritten(run: Run, routines: Path, name: str) -> None:
    """One sentence names the file that has the name, in whatever capitals, and a name that is free."""
    before = (routines / "evening.yaml").read_bytes()
    outcome = run("new", name)
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == (
        f"routine-app: {routines / 'evening.yaml'} is there already; "
        "choose another name, such as evening-2.\n"
    )
    assert (routines / "evening.yaml").read_bytes() == before
    assert names(routines) == ["evening.yaml"]


def test_a_shipped_routine_is_not_hidden(run: Run, routines: Path, tmp_path: Path) -> None:
    """Its name is taken too."""
    outcome = run("new", "Runner hips")
    assert outcome.code == 1
    assert outcome.err == (
        f"routine-app: {tmp_path / 'shipped' / 'runner-hips.yaml'} is there already; "
        "choose another name, such as runner-hips-2.\n"
    )
    assert names(routines) == ["evening.yaml"]


def test_a_path_is_exactly_that_file(
    run: Run, routines: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whole or from here, outside the user's folder; it says how the app comes to list it."""
    elsewhere = tmp_path / "my project"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    file = elsewhere / "hips.yaml"
    assert run("new", file).out == (
        f"Written: {file}\n"
        f"Edit it in any editor. The app lists it once it is in {routines}.\n"
        f'Check it: routine-app check "{file}"\n'
    )
    assert run("new", "./Back.yml").code == 0
    assert run("new", "./neck").code == 0
    assert names(elsewhere) == ["Back.yml", "hips.yaml", "neck.yaml", SCHEMA_FILE]
    assert (elsewhere / "hips.yaml").read_text(encoding="utf-8") == starter_text("Hips")
    assert names(routines) == ["evening.yaml"]


def test_a_path_into_the_users_folder_is_listed(run: Run, routines: Path) -> None:
    """It is the same as a name."""
    assert "The app lists it. " in run("new", routines / "morning.yaml").out


def test_a_schema_of_another_folder_stays(run: Run, routines: Path, tmp_path: Path) -> None:
    """It is somebody's own; the one in the user's folder is brought up to date."""
    (tmp_path / SCHEMA_FILE).write_text("{}", encoding="utf-8")
    (routines / SCHEMA_FILE).write_text("{}", encoding="utf-8")
    assert run("new", tmp_path / "hips.yaml").code == 0
    assert run("new", "hips").code == 0
    assert (tmp_path / SCHEMA_FILE).read_text(encoding="utf-8") == "{}"
    assert (routines / SCHEMA_FILE).read_text(encoding="utf-8") == SCHEMA


def test_a_file_at_a_path_is_not_overwritten(run: Run, routines: Path) -> None:
    """Nor is a link to nothing."""
    file = routines / "evening.yaml"
    before = file.read_bytes()
    assert run("new", file) == (1, "", f"routine-app: {file} is there already; choose another name.\n")
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", '"" is no name for a routine; write one such as hips.'),
        ("  ", '" " is no name for a routine; write one such as hips.'),
        ("..", '".." is no name for a routine; write one such as hips.'),
        ("con", 'The file name "con.yaml" means a device on Windows; choose another name.'),
        ("NUL.yml", 'The file name "NUL.yml" means a device on Windows; choose another name.'),
        (".hidden", 'The file name ".hidden.yaml" is no name of a routine; let it end in .yaml, with no dot at its start.'),
        ("./hips.txt", 'The file name "hips.txt" is no name of a routine; let it end in .yaml, with no dot at its start.'),
        ("./ab:c.yaml", 'The file name "ab:c.yaml" cannot be on every system; leave out < > : " | ? *.'),
        ("nowhere/hips", "There is no folder nowhere; make it first, or write another path."),
        ("./", "./ is a folder; write the name of a file in it."),
        ("x " * 41, "The title has 81 characters; shorten it to at most 80."),
        ("a\x1bb c", "The title holds the invisible character U+001B; leave it out."),
    ],
)  # fmt: skip
def test_a_name_that_cannot_be_is_refused(run: Run, routines: Path, name: str, sentence: str) -> None:
    """In one sentence, with exit code 1, and nothing is written."""
    outcome = run("new", name)
    assert outcome == (1, "", f"routine-app: {sentence}\n")
    assert names(routines) == ["evening.yaml"]


def test_a_folder_is_no_file(run: Run, routines: Path) -> None:
    """With or without a slash behind it."""
    assert run("new", routines).err == (
        f"routine-app: {routines} is a folder; write the name of a file in it.\n"
    )


def test_a_folder_that_cannot_be_made_is_told(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 2, and what to do."""
    monkeypatch.setenv("ROUTINE_APP_HOME", str(home / "routines" / "evening.yaml"))
    outcome = run("new", "morning")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.count("\n") == 1
    assert "not a directory" in outcome.err


def test_without_a_schema_the_routine_is_written(
    run: Run, home: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The log says what editors lack."""
    with caplog.at_level(logging.WARNING):
        assert run("new", "morning").code == 0
    assert names(home / "routines") == ["evening.yaml", "morning.yaml"]
    assert f"Editors find no schema in {home / 'routines'}" in caplog.text


def test_its_help_says_what_it_does(run: Run) -> None:
    """And what NAME may be."""
    words = " ".join(run("new", "--help").out.split())
    assert words.startswith("usage: routine-app new [-h] NAME")
    assert "Write a new routine file to begin with." in words
    assert run("new").err.startswith("routine-app: the following arguments are required: NAME")
