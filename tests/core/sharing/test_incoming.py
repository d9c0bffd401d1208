"""What comes in, looked through before it is kept, and the screen that shows it."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.library.routine_view import StretchRow
from routine_app.core.routine.file_name import plain_file_name
from routine_app.core.routine.limits import FILE_LIMIT_BYTES
from routine_app.core.routine.problem import Severity
from routine_app.core.routine.repository import CheckedText, RoutineEntry
from routine_app.core.sharing.code import share_code
from routine_app.core.sharing.incoming import (
    INCOMING_LIMIT_BYTES,
    ImportedRoutine,
    RefusedImportError,
    read_code,
    read_import,
    read_pasted,
)
from routine_app.core.sharing.incoming_view import present_incoming
from routine_app.core.sharing.link import share_link
from routine_app.core.sharing.share_view import ShareView, present_share
from routine_app.data.routines.reader.routine import read_routine

SAMPLES = Path(__file__).parent / "peer_samples"
TEXT = "title: Hips\ndescription: All six.\nstretches:\n  - name: Butterfly\n    hold: 45s\n"
BROKEN = "title: Hips\nstretches:\n  - name: Butterfly\n    hold: 45x\n"
CODE = share_code("hips.yaml", TEXT)


def check(file_name: str, text: str) -> CheckedText:
    """Read a text as the app does."""
    read = read_routine(file_name, text.encode())
    return CheckedText(read.routine, read.problems)


def incoming(text: str = TEXT, name: str = "hips.yaml") -> ImportedRoutine:
    """One routine from a file."""
    (one,) = read_import(name, text.encode(), check)
    return one


def entry(file_name: str, *, is_shipped: bool = False) -> RoutineEntry:
    """A routine that is there."""
    return RoutineEntry(file_name.rpartition(".")[0], file_name, None, is_shipped=is_shipped)


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
    assert read_pasted(content.decode(), check) == read_code(CODE, check) == one


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("hips.yaml", TEXT.encode("utf-16"), "hips.yaml is not in UTF-8; save it as UTF-8, and import it"),
        ("hips.yaml", b"title: f\xfc\xdfe", "hips.yaml is not in UTF-8; save it as UTF-8, and import it"),
        ("hips.yaml", b" " * (FILE_LIMIT_BYTES + 1), "hips.yaml is larger than 256 KiB; split it into"),
        ("big.json", b"[" * (INCOMING_LIMIT_BYTES + 1), "big.json: This file is larger than 1 MiB, which no"),
        ("hips.json", b"{}", "hips.json holds no routine: pick a .yaml file, a text with a code, or a"),
        ("hips.json", b"[1", "hips.json: This file is not whole: line 1 is not JSON; export it again."),
        ("code.json", CODE.encode(), "code.json holds no routine: pick a .yaml file, a text with a code, or"),
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
    with pytest.raises(RefusedImportError, match=r"There is no code in this text; copy the whole link"):
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


def test_the_screen_of_a_routine_that_came_in() -> None:
    """What is in it, and the name under which it will be kept."""
    view = present_incoming(incoming(), [entry("other.yaml")], "hips.yaml")
    assert (view.title, view.description, view.facts) == ("Hips", "All six.", "55 s · 1 stretch")
    assert view.stretches == (StretchRow("Butterfly", "45 s", "", "", "", None),)
    assert (view.source, view.place, view.problems, view.unsupported) == ("From hips.yaml", "", (), ())
    assert (view.name_words, view.keep_words) == ("It is kept as hips.yaml.", "Keep")
    assert (view.taken, view.can_replace) == ("", False)


@pytest.mark.parametrize("there", ["hips.yaml", "Hips.yml", "HIPS.YAML"])
def test_a_name_in_use(there: str) -> None:
    """One's own file can be replaced; nothing is overwritten without a word."""
    view = present_incoming(incoming(), [entry(there)], "hips-2.yaml")
    assert (view.keep_words, view.taken, view.can_replace) == ("Keep both", there, True)
    assert view.name_words == (
        f"A routine of this name is there already: {there}. To keep both, this one becomes hips-2.yaml."
    )


def test_the_very_name_comes_before_one_like_it() -> None:
    """Where both are there."""
    view = present_incoming(incoming(), [entry("Hips.yml"), entry("hips.yaml")], "hips-2.yaml")
    assert view.taken == "hips.yaml"


def test_what_ships_cannot_be_replaced() -> None:
    """Only kept beside it."""
    view = present_incoming(incoming(), [entry("hips.yaml", is_shipped=True)], "hips-2.yaml")
    assert (view.keep_words, view.can_replace) == ("Keep both", False)
    assert view.name_words.startswith("A routine of this name comes with the app: hips.yaml.")


def test_a_broken_routine_replaces_none() -> None:
    """It is shown with its problems, and can be kept to be mended."""
    view = present_incoming(incoming(BROKEN), [entry("hips.yaml")], "hips-2.yaml")
    assert (view.title, view.stretches, view.can_replace) == ("hips.yaml", (), False)
    assert view.facts == "This file has an error. Keep it to mend it in the editor."
    assert len(view.problems) == 1


def test_many_problems_are_counted() -> None:
    """After the first twelve."""
    wrong = "stretches:\n" + "  - name: A\n    hold: 1x\n" * 14
    lines = present_incoming(incoming(f"title: Hips\n{wrong}"), [], "hips.yaml").problems
    assert (len(lines), lines[-1]) == (13, "And 2 more problems.")


def test_one_of_several() -> None:
    """Its place is told, and what was lost."""
    found = read_import("Backup.json", (SAMPLES / "jawt-backup.json").read_bytes(), check)
    view = present_incoming(found[1], [], "workout.yaml", 2, 2)
    assert (view.place, len(view.unsupported)) == ("Routine 2 of 2", 3)


def test_sharing_a_small_routine() -> None:
    """As a link to scan, to copy, and as a file."""
    view = present_share("Hips", "hips.yaml", TEXT, "https://me.example/")
    link = f"https://me.example/#/import/{CODE}"
    assert view == ShareView("Hips", "hips.yaml", view.note, link, is_scannable=True, copy_words="Copy link")
    assert view.note.startswith("Scan this with the other device's camera, or send the link.")


def test_sharing_without_an_address() -> None:
    """A code holds the same, and is pasted."""
    view = present_share("Hips", "hips.yaml", TEXT, "")
    assert (view.link, view.is_scannable, view.copy_words) == (CODE, True, "Copy code")
    assert "pasting" in view.note


def long_text(words: int) -> str:
    """A routine with so many different words to say."""
    return TEXT + "".join(f"    # {n * 7919 % 10007} {n * 104729 % 100003}\n" for n in range(words))


@pytest.mark.parametrize(
    ("words", "address", "has_link", "note"),
    [
        (170, "https://me.example/", True, "This routine is too long for a code to scan. Send the link,"),
        (170, "", True, "This routine is too long for a code to scan. Send the code,"),
        (400, "https://me.example/", False, "This routine is too long for a code or a link. Save its file"),
        (40_000, "", False, "This routine is larger than 256 KiB; split it into several routines."),
    ],
)
def test_sharing_a_long_routine(words: int, address: str, note: str, *, has_link: bool) -> None:
    """What is too long to scan may still be sent, and a file can be of any length."""
    view = present_share("Hips", "hips.yaml", long_text(words), address)
    assert (bool(view.link), view.is_scannable) == (has_link, False)
    assert view.note.startswith(note)
