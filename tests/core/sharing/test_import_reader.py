"""What comes in, looked through before it is kept, and the screen that shows it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.routine.file_name import plain_file_name
from routine_app.core.routine.limits import FILE_LIMIT_BYTES
from routine_app.core.routine.problem import Severity
from routine_app.core.sharing.import_reader import PASTED, read_code, read_import, read_pasted, with_chosen
from routine_app.core.sharing.link import share_link
from routine_app.core.sharing.other_apps.just_another_workout_timer import LETTERS_LOST
from routine_app.core.sharing.other_apps.reader import OTHER_APPS_LIMIT_BYTES
from routine_app.core.sharing.refusals import RefusedImportError
from tests.core.sharing.sample_import import BROKEN, CODE, SAMPLES, TEXT, check, incoming


@pytest.mark.parametrize("name", ["hips.yaml", "HIPS.YML"])
def test_a_routine_file_comes_in_as_it_is(name: str) -> None:
    """With its byte order mark and its line endings."""
    text = "\ufeff" + TEXT.replace("\n", "\r\n")
    one = incoming(text, name)
    assert (one.file_name, one.text, one.problems, one.unsupported) == ("hips.yaml", text, (), ())
    assert one.routine == check("hips.yaml", TEXT).routine
    assert one.source == f"From {name}"


def test_a_broken_routine_file_comes_in_with_its_problems() -> None:
    """They name the file as it will be called."""
    one = incoming(BROKEN, "My hips.yaml")
    assert one.routine is None
    assert [str(problem) for problem in one.problems] == [
        'my-hips.yaml:4:11: hold: "45x" is not a duration; write it like 30s, 1m30s or 1:30'
    ]


def test_a_file_of_another_app_may_hold_several() -> None:
    """Each is called after its title, and comes with what was lost."""
    found = read_import("Backup.json", (SAMPLES / "jawt-backup.json").read_bytes(), check)
    assert [(one.file_name, one.source) for one in found] == [
        ("two-by-three.yaml", "From Just Another Workout Timer, Backup.json"),
        ("workout.yaml", "From Just Another Workout Timer, Backup.json"),
    ]
    assert [len(one.unsupported) for one in found] == [1, 3]
    assert all(one.routine for one in found)


def test_a_text_may_hold_the_same() -> None:
    """OpenHIIT takes its own files with that ending, too."""
    (one,) = read_import("timer.txt", (SAMPLES / "openhiit-workout.json").read_bytes(), check)
    assert one.source == "From OpenHIIT, timer.txt"


@pytest.mark.parametrize("name", ["code.txt", "code"])
def test_a_text_may_hold_a_code(name: str) -> None:
    """Whatever stands around it."""
    content = f"Try this: {share_link('https://me.example/', CODE)} !".encode()
    (one,) = read_import(name, content, check)
    assert (one.file_name, one.text, one.source) == ("hips.yaml", TEXT, "From a link or a code")
    assert read_pasted(content.decode(), check) == (read_code(CODE, check),) == (one,)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        (
            "hips.txt",
            TEXT.replace("six", "f\xfcnf").encode("cp1252"),
            "hips.txt is not in UTF-8; save it as UTF-8, and import it",
        ),
        ("hips.yaml", b"title: f\xfc\xdfe", "hips.yaml is not in UTF-8; save it as UTF-8, and import it"),
        (
            "hips.yaml",
            b" " * (FILE_LIMIT_BYTES + 1),
            "hips.yaml has 256.1 KiB, and a routine has at most 256 KiB; split it",
        ),
        (
            "big.json",
            b"[" * (OTHER_APPS_LIMIT_BYTES + 1),
            "big.json has 1.1 MiB, and a file of workouts has at most 1 MiB; if it is the history that this app exported, import",
        ),
        ("hips.json", b"{}", "hips.json holds no routine: pick a .yaml file, a text with a code, or a"),
        ("hips.json", b"[1", "hips.json holds no routine: pick a .yaml file, a text with a code, or a"),
        (
            "hips.json",
            b'{"sets": [1',
            "hips.json: This file is not whole: line 1 is not JSON; export it again.",
        ),
        (
            "mine.csv",
            "\ufeffsession_id,routine,title\r\n".encode(),
            "mine.csv is the table of holds, for spreadsheets;",
        ),
        ("code.txt", CODE[:-3].encode(), "This code is not whole; copy it again from its beginning to its"),
        ("photo.png", b"\x89PNG\r\n\x1a\n\x00", "photo.png holds no routine: pick a .yaml file, a text with"),
        ("", b"", "this file holds no routine: pick a .yaml file, a text with a code, or a .json file"),
        ("a\nb" * 40, b"", "a ba ba ba ba ba"),
    ],
)
def test_what_is_no_routine_is_told_in_a_sentence(name: str, content: bytes, words: str) -> None:
    """With the name of the file, on one line."""
    with pytest.raises(RefusedImportError) as told:
        read_import(name, content, check)
    assert str(told.value).startswith(words)
    assert "\n" not in str(told.value)


def test_a_paste_without_a_code() -> None:
    """Says what to copy."""
    with pytest.raises(
        RefusedImportError, match=r"There is no code and no routine in this text; copy the whole"
    ):
        read_pasted("hello", check)


@given(
    st.one_of(st.text(), st.sampled_from(["a.yaml", "a.json", "../../a.yml", "a.txt"])),
    st.one_of(
        st.binary(),
        st.text().map(str.encode),
        st.dictionaries(st.text(), st.text()).map(json.dumps).map(str.encode),
    ),
)
def test_whatever_comes_in_is_looked_through_or_refused(name: str, content: bytes) -> None:
    """And no name leads anywhere else."""
    try:
        found = read_import(name, content, check)
    except RefusedImportError:
        return
    for one in found:
        assert one.file_name == plain_file_name(one.file_name)
        assert (one.routine is None) == any(p.severity is Severity.ERROR for p in one.problems)


FENCED = f"Here is your evening routine:\n\n```yaml\n{TEXT}```\n\nEnjoy your stretching!\n"
AROUND = ("The words around the routine are left out.",)


@pytest.mark.parametrize(
    ("name", "kept_as"),
    [
        ("evening.yaml.txt", "evening.yaml"),
        ("Evening Hips.YML.TXT", "evening-hips.yaml"),
        ("evening.yaml (1).txt", "evening.yaml"),
        ("evening.yaml.bak", "evening.yaml"),
        ("evening.yaml~", "evening.yaml"),
        ("evening.txt", "evening.yaml"),
        ("evening.json", "evening.yaml"),
        ("evening.md", "evening.yaml"),
        ("evening", "evening.yaml"),
        ("stretch.yamlish", "stretch-yamlish.yaml"),
    ],
)
def test_a_routine_is_seen_by_what_it_holds(name: str, kept_as: str) -> None:
    """Whatever its file is called, which gives it a proper name."""
    one = incoming(TEXT, name)
    assert (one.file_name, one.text, one.unsupported, one.source) == (kept_as, TEXT, (), f"From {name}")
    assert one.routine is not None


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
@pytest.mark.parametrize("name", ["hips.yaml", "hips.txt"])
def test_a_routine_in_another_encoding_of_unicode(name: str, encoding: str) -> None:
    """As an editor of Windows saves it: it is kept in UTF-8."""
    text = TEXT.replace("Butterfly", "Бабочка")
    (one,) = read_import(name, text.encode(encoding), check)
    assert one.text.removeprefix("\ufeff") == text
    assert one.routine is not None


QUOTED = "".join(f"> {line}\n" for line in TEXT.splitlines())


@pytest.mark.parametrize(
    ("text", "around"),
    [
        (FENCED, AROUND),
        (FENCED.replace("```", "~~~~"), AROUND),
        (FENCED.replace("```yaml", "```"), AROUND),
        (FENCED.replace("\n", "\r\n"), AROUND),
        (FENCED.replace("```\n\nEnjoy your stretching!\n", ""), AROUND),
        (f"```\n{TEXT}```\n", AROUND),
        ("\n".join(f"> {line}" for line in FENCED.splitlines()), AROUND),
        ("- Take this:\n" + "".join(f"  {line}\n" for line in FENCED.splitlines()), AROUND),
        (f"```sh\npip install it\n```\nthen\n{FENCED}", AROUND),
        ("".join(f"    {line}\n" for line in TEXT.splitlines()), ()),
        ("".join(f"> {line}\n" for line in TEXT.splitlines()), ()),
        (f"Here is your routine:\n\n{TEXT}\nEnjoy your stretching!\n", AROUND),
        (f"{TEXT}\nTell me: was it good?\n", AROUND),
        (f"On Monday Anna wrote:\n\n{QUOTED}>\n> Anna\n", AROUND),
        (f"Thanks!\n\n> Ben wrote:\n>\n{QUOTED.replace('>', '> >')}", AROUND),
        (f"[30.11.26, 09:12:33] Anna: {TEXT}[30.11.26, 09:13:01] Ben: thanks\n", AROUND),
        (
            f"30.11.26, 09:12 - Anna: Look: here\n30.11.26, 09:12 - Anna: {TEXT}30.11.26, 09:13 - Ben: so\n",
            AROUND,
        ),
        (f"<pre><code>{TEXT}</code></pre>\n", AROUND),
        (f"`{TEXT.rstrip()}`", AROUND),
    ],
)
@pytest.mark.parametrize("name", ["hips.yaml", "hips.txt", "hips.md"])
def test_what_stands_around_a_routine_is_left_out(text: str, around: tuple[str, ...], name: str) -> None:
    """Fences, remarks, the marks of a quoted mail; and that is told."""
    one = incoming(text, name)
    assert (one.text, one.file_name, one.unsupported) == (TEXT, "hips.yaml", around)


def test_a_routine_that_is_broken_keeps_all_of_its_words() -> None:
    """What of them belongs to it, its user sees."""
    one = incoming(f"My evening:\n{BROKEN}", "hips.yaml")
    assert (one.text, one.unsupported) == (f"My evening:\n{BROKEN}", ())


def test_several_routines_between_fences() -> None:
    """Each comes in, called after its title."""
    text = f"First:\n{FENCED}\nSecond:\n{FENCED.replace('Hips', 'Legs')}"
    found = read_import("chat.md", text.encode(), check)
    assert [one.file_name for one in found] == ["hips.yaml", "legs.yaml"]


@pytest.mark.parametrize("text", [" ", "\t", "\n", "> ", ">\n"])
def test_spaces_without_end_are_soon_looked_through(text: str) -> None:
    """Each of them once, and not once for each that follows."""
    with pytest.raises(RefusedImportError, match="holds no routine"):
        read_import("empty.txt", text.encode() * (OTHER_APPS_LIMIT_BYTES // len(text)), check)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (TEXT, PASTED),
        (FENCED, PASTED),
        (json.dumps({"title": "Hips", "stretches": [{"name": "Butterfly", "hold": 45}]}), PASTED),
        ((SAMPLES / "openhiit-workout.json").read_text(), "From OpenHIIT, pasted"),
    ],
)
def test_a_routine_is_pasted_as_text(text: str, source: str) -> None:
    """It is called after its title."""
    (one,) = read_pasted(text, check)
    assert one.routine is not None
    assert (one.source, one.file_name) == (source, plain_file_name(one.routine.title))


def test_a_routine_in_json_with_escapes_of_its_own() -> None:
    """As Python and PHP write it: YAML knows no escape of a slash, and none of half a letter."""
    name = "Cat/cow \N{CAT FACE} \\ \u732b"
    text = json.dumps({"title": "Hips", "stretches": [{"name": name, "hold": 45}]})
    (one,) = read_pasted(text.replace("/", "\\/"), check)
    assert one.routine is not None
    assert (one.routine.stretches[0].name, one.unsupported) == (name, ())


@pytest.mark.parametrize(
    "text",
    [
        '{"title": "A", "stretches": [{"name": "B", "hold": 5},]}',
        "{title: A, stretches: [{name: B, hold: 5}]}",
    ],
)
def test_a_routine_in_braces_that_is_no_json(text: str) -> None:
    """YAML takes a comma too many, and words without quotes."""
    (one,) = read_pasted(text, check)
    assert one.routine is not None


def test_a_routine_with_a_mistake_is_seen_to_be_one() -> None:
    """Its problems are shown, whatever its file is called."""
    one = incoming(TEXT.replace("stretches", "Stretches"), "hips.txt")
    assert (one.routine, one.file_name) == (None, "hips.yaml")
    assert one.problems


HISTORY = '{\n "format": "routine-app history",\n "version": 1,\n "sessions": []\n}'


@pytest.mark.parametrize(
    "content",
    [
        HISTORY,
        '{"sessions": []}',
        '{"sessions": [{"id": "1", "routine": "hips", "title": "x", "started_at": "y"',
    ],
)
@pytest.mark.parametrize("name", ["phone.json", "phone.txt", "phone.yaml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_history_is_told_to_be_one(name: str, content: str, encoding: str) -> None:
    """And where it is imported."""
    with pytest.raises(
        RefusedImportError, match=f"{name} is a history of this app, and no routine; import"
    ) as told:
        read_import(name, content.encode(encoding), check)
    assert told.value.is_history
    with pytest.raises(
        RefusedImportError, match="This is a history of this app, and no routine; import it in His"
    ):
        read_pasted(content, check)


def test_an_entry_of_another_app_is_changed() -> None:
    """Between a hold and a rest; what the file lost beside it stays told, once."""
    content = json.dumps(
        [{"activeIntervals": 2, "activities": ["A", "B"], "timeSettings": {"workTime": 30}}, None]
    )
    (one,) = read_import("timers.json", content.encode(), check)
    changed = with_chosen(one, "B", check, is_rest=True)
    assert changed is not None
    assert changed.routine is not None
    assert [stretch.name for stretch in changed.routine.stretches] == ["A"]
    assert changed.unsupported[0].startswith("Timer 2 is left out")
    assert "The rest at the very end is left out, since nothing follows it." in changed.unsupported
    back = with_chosen(changed, "B", check, is_rest=False)
    assert back is not None
    assert (back.text, back.unsupported) == (one.text, one.unsupported)
    assert with_chosen(changed, "A", check, is_rest=True) is None


def test_a_broken_routine_with_a_long_number_is_no_code() -> None:
    """Its problems are shown, as of any `.yaml` file."""
    one = incoming("titel: Hips 1234567890123\n", "hips.yaml")
    assert one.problems


def test_what_a_file_and_its_routine_lost_is_told_once() -> None:
    """Also where a name was mended that had a quotation mark for a letter."""
    value = {
        "workouts": [
            {"title": "Тяга", "sets": [{"repetitions": 1, "exercises": [{"name": "Тест", "duration": 45}]}]}
        ]
    }
    content = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-16-le")[::2]
    (one,) = read_import("Backup.json", content, check)
    assert one.unsupported == (LETTERS_LOST,)
