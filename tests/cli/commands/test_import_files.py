"""`routine-app import`."""

import json
from dataclasses import replace
from datetime import timedelta, timezone
from pathlib import Path

import pytest

from routine_app.core.history.contents import HistoryContents
from routine_app.core.routine.hold_length import Length
from routine_app.core.sharing.code import share_code
from tests.cli.commands.logged_history import BARE, BEGAN, CONTENTS, FULL, HOLDS, kept, put
from tests.cli.conftest import Run
from tests.core.history.whole_history import written


@pytest.fixture
def logged(home: Path) -> Path:
    """A home with the history `CONTENTS`."""
    put(home, CONTENTS)
    return home


def history_line(folder: Path, name: str, outcome: str) -> str:
    """What is printed of a history, and what came of it."""
    return f"{folder / name}.json: a history. {outcome}\n"


def test_an_import_brings_all_of_it(run: Run, logged: Path, tmp_path: Path) -> None:
    """Into a home that has none, to the letter; a second one changes nothing."""
    run("export", tmp_path / "mine.json")
    (logged / "history.db").unlink()
    assert run("import", tmp_path / "mine.json") == (
        0,
        history_line(tmp_path, "mine", "2 sessions came in."),
        "",
    )
    assert kept(logged) == CONTENTS
    run("export", tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "mine.json").read_bytes()
    assert run("import", tmp_path / "mine.json").out == history_line(
        tmp_path, "mine", "Nothing new: this history has all of it."
    )
    assert run("export", "-").out == (tmp_path / "mine.json").read_text(encoding="utf-8")


def test_history_json_comes_in_and_changes_nothing_where_it_came_from(
    run: Run, logged: Path, tmp_path: Path
) -> None:
    """What it leaves out, such as the length of the holds, stays."""
    (tmp_path / "plain.json").write_text(run("history", "--json").out, encoding="utf-8")
    assert run("import", tmp_path / "plain.json").out == history_line(
        tmp_path, "plain", "Nothing new: this history has all of it."
    )
    assert kept(logged) == CONTENTS
    (logged / "history.db").unlink()
    assert run("import", tmp_path / "plain.json").out == history_line(
        tmp_path, "plain", "2 sessions came in."
    )
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
        history_line(tmp_path, "0", "1 session came in. 1 was deleted here before and stays deleted.")
        + history_line(tmp_path, "1", "1 session changed, 1 was deleted here too.")
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
    assert run("import", tmp_path / "paris.json").out == history_line(tmp_path, "paris", "1 session changed.")
    assert kept(logged).sessions[0].started_at.isoformat() == "2026-05-04T09:30:00+02:00"
    assert run("import", tmp_path / "paris.json").out == history_line(
        tmp_path, "paris", "Nothing new: this history has all of it."
    )


def test_one_damaged_file_and_nothing_comes_in(run: Run, logged: Path, tmp_path: Path) -> None:
    """Each damaged file is one line on standard error."""
    run("export", tmp_path / "good.json")
    (logged / "history.db").unlink()
    text = (tmp_path / "good.json").read_text(encoding="utf-8")
    (tmp_path / "cut.json").write_text(text[:100], encoding="utf-8")
    (tmp_path / "odd.json").write_text(text.replace("12.5", '"abc"'), encoding="utf-8")
    outcome = run("import", *(tmp_path / name for name in ("good.json", "cut.json", "odd.json")))
    left_alone = f"{tmp_path / 'good.json'}: a history, left alone since not all of the files can be taken.\n"
    assert (outcome.code, outcome.out) == (1, left_alone)
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
    missing = run("import", "1234567890abcdef")
    assert missing == (2, "", "routine-app: Cannot read 1234567890abcdef: no such file or directory.\n")
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


HIPS = "title: Evening hips\nstretches:\n  - name: Pigeon pose\n    hold: 30s\n"
TIMERS = [
    {"name": name, "activeIntervals": 1, "activities": [name], "timeSettings": {"workTime": work}}
    for name, work in (("One", 30), ("Not set yet", 0), ("Two", 40))
]


def routines(home: Path) -> dict[str, str]:
    """The user's routines, less the one that was there before."""
    paths = (home / "routines").iterdir()
    return {path.name: path.read_text(encoding="utf-8") for path in paths if path.name != "evening.yaml"}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("dusk.yaml", HIPS.encode()),
        ("dusk.yaml.txt", HIPS.encode()),
        ("dusk.txt", HIPS.encode("utf-16")),
        ("dusk.md", f"Here:\n\n```yaml\n{HIPS}```\nBye\n".encode()),
        (
            "message.txt",
            f"Try this: https://me.example/#/import/{share_code('dusk.yaml', HIPS)} !".encode(),
        ),
    ],
)
def test_a_routine_is_kept_however_it_comes(
    run: Run, home: Path, tmp_path: Path, name: str, content: bytes
) -> None:
    """Under a proper name, once."""
    (tmp_path / name).write_bytes(content)
    outcome = run("import", tmp_path / name)
    lost = (
        "    Not carried over: The words around the routine are left out.\n" if name.endswith(".md") else ""
    )
    first = f"{tmp_path / name}: a routine.\n"
    assert outcome == (0, f'{first}  "Evening hips" is kept as dusk.yaml.\n{lost}', "")
    assert routines(home) == {"dusk.yaml": HIPS}
    again = run("import", tmp_path / name)
    assert again == (0, f'{first}  "Evening hips" is there already, as dusk.yaml.\n{lost}', "")
    assert routines(home) == {"dusk.yaml": HIPS}


@pytest.mark.parametrize("link", ["https://me.example/#/import/{}", "{}"])
def test_a_link_or_a_code_is_taken_as_it_is(run: Run, home: Path, link: str) -> None:
    """With no file around it, as it was copied."""
    argument = link.format(share_code("dusk.yaml", HIPS))
    outcome = run("import", argument)
    assert outcome == (0, f'{Path(argument)}: a routine.\n  "Evening hips" is kept as dusk.yaml.\n', "")
    assert routines(home) == {"dusk.yaml": HIPS}


def test_what_may_be_a_rest_is_named(run: Run, tmp_path: Path) -> None:
    """It is kept as a hold, which the file can be told better."""
    exercises = [{"name": name, "duration": 30} for name in ("Plank", "Pause squat")]
    text = json.dumps({"title": "Abs", "sets": [{"repetitions": 1, "exercises": exercises}]})
    (tmp_path / "abs.json").write_text(text, encoding="utf-8")
    outcome = run("import", tmp_path / "abs.json")
    assert outcome.out.splitlines()[1:] == [
        '  "Abs" is kept as abs.yaml.',
        "    Held, though it may be a rest: Pause squat",
    ]


def test_one_that_was_kept_beside_another_is_there_already(run: Run, home: Path, tmp_path: Path) -> None:
    """Under the number that its name got then."""
    for hold in ("30s", "40s", "40s"):
        (tmp_path / "dusk.yaml").write_text(HIPS.replace("30s", hold), encoding="utf-8")
        outcome = run("import", tmp_path / "dusk.yaml")
    assert outcome.out.splitlines()[1] == '  "Evening hips" is there already, as dusk-2.yaml.'
    assert set(routines(home)) == {"dusk.yaml", "dusk-2.yaml"}


def test_a_warning_is_told(run: Run, tmp_path: Path) -> None:
    """With its line, in the file as it is kept."""
    (tmp_path / "my lunge.yaml").write_text(HIPS + "    sides: left\n", encoding="utf-8")
    lines = run("import", tmp_path / "my lunge.yaml").out.splitlines()
    assert lines[2].startswith("    my-lunge.yaml:5:12: warning: sides: the left side is held for 30s in all")


def test_of_each_file_is_said_what_it_was(run: Run, logged: Path, tmp_path: Path) -> None:
    """A history, a backup of another app, a routine whose name is taken: all of them in one go."""
    (tmp_path / "phone.txt").write_bytes(
        written(HistoryContents((replace(BARE, session_id="new"),))).decode().encode("utf-16")
    )
    (tmp_path / "timers.json").write_text(json.dumps(TIMERS), encoding="utf-8")
    (tmp_path / "one.yaml").write_text(HIPS, encoding="utf-8")
    outcome = run("import", *(tmp_path / name for name in ("phone.txt", "timers.json", "one.yaml")))
    colour = "    Not carried over: Its colour and the sounds chosen for it: here colours and sounds are the same for all."
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines() == [
        f"{tmp_path / 'phone.txt'}: a history. 1 session came in.",
        f"{tmp_path / 'timers.json'}: 2 routines of OpenHIIT.",
        '  "One" is kept as one.yaml.',
        (
            '    Not carried over: The timer "Not set yet" is left out: it has no interval with a length, and '
            "OpenHIIT counts down its rests alone."
        ),
        colour,
        '  "Two" is kept as two.yaml.',
        colour,
        f"{tmp_path / 'one.yaml'}: a routine.",
        '  "Evening hips" is kept as one-2.yaml.',
    ]
    assert set(routines(logged)) == {"one.yaml", "two.yaml", "one-2.yaml"}
    assert len(kept(logged).sessions) == 3


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("notes.txt", b"nothing", "holds no routine and no history."),
        (
            "elses.json",
            b'{"workouts": [{"name": "Evening", "sets": ["Hips"]}]}',
            "holds no routine and no history.",
        ),
        ("holds.csv", b"session_id,routine,title\r\n", "is the table of holds, for spreadsheets;"),
        ("photo.png", b"\x89PNG\r\n\x1a\n\x00", "holds no routine and no history."),
        ("song.mp3", b"ID3\x04" + b"\xff\xfb" * 600_000, "holds no routine and no history."),
        ("tasks.txt", b"[ ] buy milk\n[x] stretch\n", "holds no routine and no history."),
        ("elses.json", b'{"name": "x", "list": [1, 2', "holds no routine and no history."),
        ("large.yaml", b"# \n" * 500_000, "has 1.5 MiB, and a routine has at most 256 KiB;"),
        (
            "cut.json",
            b'{"title": "Hips", "stretches": [{"name": "Pigeon',
            "is a routine with errors, mend it first: cut.yaml:1:42: a text in quotes begins here",
        ),
        (
            "warned.yaml",
            (
                HIPS.replace("title: ", "description: In #1\ntags: hips #2\ntitle: #") + "    why: It #3\n"
            ).encode(),
            "is a routine with errors, mend it first: warned.yaml:3:8: title: is empty, because",
        ),
        (
            "broken.yaml",
            HIPS.replace("30s", "3 min").encode(),
            'is a routine with errors, mend it first: broken.yaml:4:11: hold: "3 min" is not a duration;',
        ),
    ],
)
def test_what_cannot_be_taken_leaves_all_as_it_is(
    run: Run, home: Path, *, tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    """The files beside it are named, too."""
    (tmp_path / name).write_bytes(content)
    (tmp_path / "hips.yaml").write_text(HIPS, encoding="utf-8")
    outcome = run("import", tmp_path / "hips.yaml", tmp_path / name)
    assert f"{name} {words}" in outcome.err
    assert (
        outcome.out
        == f"{tmp_path / 'hips.yaml'}: a routine, left alone since not all of the files can be taken.\n"
    )
    assert outcome.code == 1
    assert routines(home) == {}
