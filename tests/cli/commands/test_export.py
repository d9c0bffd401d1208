"""`routine-app export`."""

import csv
import io
import json
import os
from pathlib import Path

import pytest

from tests.cli.commands.logged_history import CONTENTS, kept, put
from tests.cli.conftest import Run


@pytest.fixture
def logged(home: Path) -> Path:
    """A home with the history `CONTENTS`."""
    put(home, CONTENTS)
    return home


@pytest.mark.usefixtures("logged")
def test_the_export_is_json_with_letters_as_they_are(run: Run, tmp_path: Path) -> None:
    """Everything is in it, and the file is said."""
    path = tmp_path / "mine.json"
    assert run("export", path) == (0, f"Exported 2 sessions to {path}.\n", "")
    content = path.read_bytes()
    assert content.startswith(b'{\n "format": "routine-app history",\n "version": 1,\n')
    assert content.endswith(b"\n}\n")
    assert "Évening" in content.decode()
    document = json.loads(content)
    assert [session["id"] for session in document["sessions"]] == ["s1", "s2"]
    assert (document["deleted"], list(document["acknowledged"])) == (["gone"], ["neck"])


@pytest.mark.usefixtures("logged")
def test_a_hyphen_prints_what_the_file_would_hold(run: Run, tmp_path: Path) -> None:
    """Byte for byte, and nothing else."""
    run("export", tmp_path / "mine.json")
    printed = run("export", "-")
    assert printed == (0, (tmp_path / "mine.json").read_text(encoding="utf-8"), "")


@pytest.mark.usefixtures("logged")
def test_the_printed_export_is_utf_8_wherever_it_goes(start: Run, environment: dict[str, str]) -> None:
    """Also where letters are printed in another encoding."""
    outcome = start("export", "-", encoding="utf-8", env=environment | {"PYTHONIOENCODING": "latin-1"})
    assert json.loads(outcome.out)["sessions"][0]["title"] == "Évening hips"


@pytest.mark.usefixtures("logged")
@pytest.mark.parametrize("name", ["mine.csv", "MINE.CSV"])
def test_the_csv_opens_in_a_spreadsheet(run: Run, tmp_path: Path, name: str) -> None:
    """A row for each hold, with a byte order mark, the line ends of CSV, and no formula."""
    assert run("export", tmp_path / name).out == f"Exported 2 sessions to {tmp_path / name}.\n"
    content = (tmp_path / name).read_bytes()
    assert content.startswith(b"\xef\xbb\xbfsession_id,routine,")
    assert content.count(b"\n") == content.count(b"\r\n") == 3
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert [(row["title"], row["stretch"], row["held_seconds"]) for row in rows] == [
        ("Évening hips", "Lean", "12.5"),
        ("Évening hips", "\u200b=Lean", "30"),
    ]


def test_an_empty_history_can_be_exported(run: Run, home: Path, tmp_path: Path) -> None:
    """It makes no history."""
    assert run("export", tmp_path / "mine.json").out.startswith("Exported 0 sessions to ")
    assert json.loads((tmp_path / "mine.json").read_bytes())["sessions"] == []
    assert not (home / "history.db").exists()


@pytest.mark.usefixtures("logged")
def test_an_export_that_fails_leaves_the_file_before_it(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is the old one or the new one."""
    path = tmp_path / "out" / "mine.json"
    path.parent.mkdir()
    path.write_text("old", encoding="utf-8")

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    assert run("export", path) == (2, "", f"routine-app: Cannot write {path}: no space left on device.\n")
    assert [(file.name, file.read_text()) for file in path.parent.iterdir()] == [("mine.json", "old")]


@pytest.mark.usefixtures("logged")
def test_an_export_replaces_an_older_one(run: Run, tmp_path: Path) -> None:
    """Whole."""
    path = tmp_path / "mine.json"
    path.write_text("old" * 10_000, encoding="utf-8")
    run("export", path)
    assert len(json.loads(path.read_bytes())["sessions"]) == 2


@pytest.mark.parametrize("name", ["missing/mine.json", ".", "home/history.db"])
@pytest.mark.usefixtures("logged")
def test_a_place_that_cannot_be_written_is_one_sentence(run: Run, tmp_path: Path, name: str) -> None:
    """A folder that is not there, one in the file's place, and the history itself."""
    sentences = {
        "missing/mine.json": f"There is no folder {tmp_path / 'missing'}; make it first, or write another path.",
        ".": f"{tmp_path} is no file; write the path of one, or - to print the history.",
        "home/history.db": f"{tmp_path / name} is the history itself; write the path of another file.",
    }
    assert run("export", tmp_path / name) == (2, "", f"routine-app: {sentences[name]}\n")
    assert kept(tmp_path / "home") == CONTENTS


@pytest.mark.parametrize("command", ["export", "import"])
def test_a_history_that_is_no_database_is_one_sentence(
    run: Run, home: Path, tmp_path: Path, command: str
) -> None:
    """And the file that was to be written is not."""
    (tmp_path / "mine.json").write_text('{"sessions": []}', encoding="utf-8")
    (home / "history.db").write_bytes(b"not a database, however long it may be" * 50)
    outcome = run(command, tmp_path / "mine.json")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.count("\n") == 1
    assert (tmp_path / "mine.json").read_text(encoding="utf-8") == '{"sessions": []}'


@pytest.mark.parametrize("command", ["export", "import"])
def test_a_file_must_be_named(run: Run, command: str) -> None:
    """In one line, as with every command."""
    outcome = run(command)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
