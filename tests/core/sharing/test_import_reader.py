"""What comes in, looked through before it is kept, and the screen that shows it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.routine.file_name import plain_file_name
from routine_app.core.routine.limits import FILE_LIMIT_BYTES
from routine_app.core.routine.problem import Severity
from routine_app.core.sharing.import_reader import (
    RefusedImportError,
    read_code,
    read_import,
    read_pasted,
)
from routine_app.core.sharing.link import share_link
from routine_app.core.sharing.other_apps.reader import OTHER_APPS_LIMIT_BYTES
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
    assert read_pasted(content.decode(), check) == read_code(CODE, check) == one


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("hips.yaml", TEXT.encode("utf-16"), "hips.yaml is not in UTF-8; save it as UTF-8, and import it"),
        ("hips.yaml", b"title: f\xfc\xdfe", "hips.yaml is not in UTF-8; save it as UTF-8, and import it"),
        (
            "hips.yaml",
            b" " * (FILE_LIMIT_BYTES + 1),
            "hips.yaml has 256.1 KiB, and a routine has at most 256 KiB; split it",
        ),
        (
            "big.json",
            b"[" * (OTHER_APPS_LIMIT_BYTES + 1),
            "big.json has 1.1 MiB, and a file of workouts has at most 1 MiB; pick",
        ),
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
