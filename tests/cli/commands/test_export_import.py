"""`routine-app export` and `routine-app import`."""

import csv
import io
import json
import os
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from routine_app.core.feedback.feedback import Feeling, PainRecord
from routine_app.core.history.contents import HistoryContents
from routine_app.core.routine.hold_length import Length
from routine_app.core.routine.model import Side
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord, SessionStatus
from routine_app.data.history.repository import SqliteHistory
from tests.cli.conftest import Run
from tests.core.history.whole_history import contents_of, fill, written

BEGAN = datetime(2026, 5, 4, 7, 30, tzinfo=UTC)
HOLDS = (
    HoldRecord(0, "Lean", ("it_band",), Side.LEFT, 1, 1, 30.0, 12.5, HoldStatus.CUT),
    HoldRecord(1, "=Lean", ("it_band", "glutes"), Side.RIGHT, 1, 1, 30.0, 30.0, HoldStatus.DONE),
)
FULL = SessionRecord(
    session_id="s1",
    routine="evening",
    title="Évening hips",
    started_at=BEGAN,
    ended_at=BEGAN + timedelta(minutes=2),
    status=SessionStatus.STOPPED,
    planned_seconds=60.0,
    holds=HOLDS,
    feeling=Feeling.HARD,
    pain=(PainRecord("neck", Side.BOTH),),
    note="Fine",
    length=Length.LONG,
    resumed_at=BEGAN + timedelta(minutes=1),
    feedback_at=BEGAN + timedelta(minutes=3),
)
BARE = SessionRecord("s2", "evening", "Hips", BEGAN + timedelta(days=1), 60.0)
CONTENTS = HistoryContents((FULL, BARE), frozenset({"gone"}), {"neck": BEGAN})


def put(home: Path, contents: HistoryContents) -> None:
    """Make these the contents of the history of a home."""
    with closing(SqliteHistory(home / "history.db")) as history:
        fill(history, contents)


def kept(home: Path) -> HistoryContents:
    """What the history of a home holds."""
    with closing(SqliteHistory(home / "history.db")) as history:
        return contents_of(history)


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
        ("Évening hips", "'=Lean", "30"),
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


def test_an_import_brings_all_of_it(run: Run, logged: Path, tmp_path: Path) -> None:
    """Into a home that has none, to the letter; a second one changes nothing."""
    run("export", tmp_path / "mine.json")
    (logged / "history.db").unlink()
    assert run("import", tmp_path / "mine.json") == (0, "2 sessions came in.\n", "")
    assert kept(logged) == CONTENTS
    run("export", tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "mine.json").read_bytes()
    assert run("import", tmp_path / "mine.json").out == "Nothing new: this history has all of it.\n"
    assert run("export", "-").out == (tmp_path / "mine.json").read_text(encoding="utf-8")


def test_history_json_comes_in_and_changes_nothing_where_it_came_from(
    run: Run, logged: Path, tmp_path: Path
) -> None:
    """What it leaves out, such as the length of the holds, stays."""
    (tmp_path / "plain.json").write_text(run("history", "--json").out, encoding="utf-8")
    assert run("import", tmp_path / "plain.json").out == "Nothing new: this history has all of it.\n"
    assert kept(logged) == CONTENTS
    (logged / "history.db").unlink()
    assert run("import", tmp_path / "plain.json").out == "2 sessions came in.\n"
    plain = replace(FULL, length=Length.NORMAL, resumed_at=None, feedback_at=None)
    assert kept(logged) == HistoryContents((plain, BARE))


def test_several_files_come_in_at_once(run: Run, logged: Path, tmp_path: Path) -> None:
    """What one of them deleted is gone, and what was deleted here stays so."""
    others = [
        HistoryContents((replace(BARE, session_id="new"), replace(BARE, session_id="gone"))),
        HistoryContents((replace(FULL, holds=(replace(HOLDS[0], held_seconds=20.0),)),), frozenset({"s2"})),
    ]
    files = [tmp_path / f"{number}.json" for number in range(len(others))]
    for file, contents in zip(files, others, strict=True):
        file.write_bytes(written(contents))
    assert run("import", *files).out == (
        "1 session came in, 1 changed, 1 was deleted here too. 1 was deleted here before and stays deleted.\n"
    )
    assert [session.session_id for session in kept(logged).sessions] == ["s1", "new"]
    assert [hold.held_seconds for hold in kept(logged).sessions[0].holds] == [20.0, 30.0]


def test_two_homes_come_to_the_same(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each imports what the other exported, and from then on both export the same bytes."""
    paris = timezone(timedelta(hours=2))
    later = replace(
        FULL, started_at=BEGAN.astimezone(paris), note="Later", feedback_at=BEGAN + timedelta(days=1)
    )
    homes = {
        "one": CONTENTS,
        "two": HistoryContents((later, replace(BARE, session_id="s3")), frozenset({"s2"}), {"feet": BEGAN}),
    }
    for name, contents in homes.items():
        put(tmp_path / name, contents)
        monkeypatch.setenv("ROUTINE_APP_HOME", str(tmp_path / name))
        run("export", tmp_path / f"{name}.json")
    exports = []
    for name, other in (("one", "two"), ("two", "one")):
        monkeypatch.setenv("ROUTINE_APP_HOME", str(tmp_path / name))
        run("import", tmp_path / f"{other}.json")
        exports.append(run("export", "-").out)
    assert exports[0] == exports[1]
    assert [session["id"] for session in json.loads(exports[0])["sessions"]] == ["s1", "s3"]


def test_the_same_instant_with_another_offset_is_written(run: Run, logged: Path, tmp_path: Path) -> None:
    """The day of a session depends on it."""
    document = json.loads(run("export", "-").out)
    document["sessions"][0]["started_at"] = "2026-05-04T09:30:00+02:00"
    (tmp_path / "paris.json").write_text(json.dumps(document), encoding="utf-8")
    assert run("import", tmp_path / "paris.json").out == "1 session changed.\n"
    assert kept(logged).sessions[0].started_at.isoformat() == "2026-05-04T09:30:00+02:00"
    assert run("import", tmp_path / "paris.json").out == "Nothing new: this history has all of it.\n"


def test_one_damaged_file_and_nothing_comes_in(run: Run, logged: Path, tmp_path: Path) -> None:
    """Each damaged file is one line on standard error."""
    run("export", tmp_path / "good.json")
    (logged / "history.db").unlink()
    text = (tmp_path / "good.json").read_text(encoding="utf-8")
    (tmp_path / "cut.json").write_text(text[:100], encoding="utf-8")
    (tmp_path / "odd.json").write_text(text.replace("12.5", '"abc"'), encoding="utf-8")
    outcome = run("import", *(tmp_path / name for name in ("good.json", "cut.json", "odd.json")))
    assert (outcome.code, outcome.out) == (1, "")
    cut, odd = outcome.err.splitlines()
    assert cut.startswith(f"routine-app: {tmp_path / 'cut.json'}: it breaks off or is no JSON at line 7, ")
    assert odd == (
        f'routine-app: {tmp_path / "odd.json"}: session 1, hold 1: "held_seconds" is "abc"; '
        "it must be a number of seconds from 0 to 86400."
    )
    assert not (logged / "history.db").exists()


def test_a_file_that_cannot_be_read_is_one_sentence(run: Run, home: Path, tmp_path: Path) -> None:
    """It outweighs a damaged one."""
    (tmp_path / "bad.json").write_text("[", encoding="utf-8")
    outcome = run("import", tmp_path / "none.json", tmp_path / "bad.json")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.splitlines()[0] == (
        f"routine-app: Cannot read {tmp_path / 'none.json'}: no such file or directory."
    )
    assert outcome.err.count("\n") == 2
    assert not (home / "history.db").exists()


def test_a_file_too_large_is_refused_by_its_size(
    run: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is not even opened."""
    with (tmp_path / "big.json").open("wb") as file:
        file.truncate(65 * 1024**2)
    opened: list[Path] = []
    monkeypatch.setattr(Path, "open", lambda path, *_, **__: opened.append(path))
    sentence = f"{tmp_path / 'big.json'} has 65 MiB, and a history has at most 64 MiB; pick another file."
    assert run("import", tmp_path / "big.json") == (1, "", f"routine-app: {sentence}\n")
    assert opened == []
    assert not (home / "history.db").exists()


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
