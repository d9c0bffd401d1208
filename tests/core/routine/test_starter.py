"""The text of a new routine file."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from routine_app.core.routine.model import Routine
from routine_app.core.routine.starter import UnusableTitleError, starter_text
from routine_app.data.routines.reader.routine import ROUTINE_KEYS, read_routine
from routine_app.data.routines.reader.stretch import STRETCH_KEYS


def routine_of(text: str) -> Routine:
    """The routine of a text in which nothing is wrong."""
    reading = read_routine("new.yaml", text.encode())
    assert reading.problems == ()
    assert reading.routine is not None
    return reading.routine


def refusal_of(title: str) -> str | None:
    """What is said of a title that cannot be used."""
    try:
        starter_text(title)
    except UnusableTitleError as error:
        return str(error)
    return None


def test_it_begins_with_the_line_for_editors() -> None:
    """Their language server finds the schema beside the file."""
    assert starter_text("Hips").splitlines()[0] == "# yaml-language-server: $schema=routine.schema.json"


def test_it_is_a_routine_that_can_be_done() -> None:
    """Two stretches, with sides, sets and cues, one of them at its own time."""
    routine = routine_of(starter_text("Runner's hips"))
    assert routine.title == "Runner's hips"
    assert [(s.name, len(s.holds), s.sets) for s in routine.stretches] == [
        ("IT band lean", 2, 1),
        ("Butterfly", 1, 2),
    ]
    assert [[cue.at is not None for cue in stretch.cues] for stretch in routine.stretches] == [
        [False, True],
        [False, False],
    ]


def test_it_shows_the_keys_that_are_used_most() -> None:
    """All but the ones that few need."""
    text = starter_text("Hips")
    missing = [key for key in (*ROUTINE_KEYS, *STRETCH_KEYS) if f"{key}:" not in text]
    assert missing == ["language", "rounds", "kind", "first", "why", "language"]


def test_its_lines_are_short() -> None:
    """They fit an editor of eighty to a hundred columns."""
    assert max(len(line) for line in starter_text("Hips").splitlines()) <= 100


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Runner's hips", "title: Runner's hips"),
        ("Hüften & Rücken", "title: Hüften & Rücken"),
        ("Hips: the short one", "title: 'Hips: the short one'"),
        ("It's #1", "title: 'It''s #1'"),
        ("- hips", "title: '- hips'"),
        ("2024", "title: '2024'"),
        ("null", "title: 'null'"),
        ("{title}", "title: '{title}'"),
        ("  two\n lines ", "title: two lines"),
    ],
)
def test_a_title_is_quoted_where_it_must(title: str, line: str) -> None:
    """And stands as it is where it need not."""
    assert line in starter_text(title).splitlines()


@given(st.one_of(st.text(max_size=90), st.text(alphabet="a':#-{}[]&*!|>%@`\",? \\\t\n0~", max_size=90)))
@example("a" * 80)
@example("a" * 81)
@example("\x85")
@example("a\u2028b")
@example("a\ufeffb")
@example("---")
@example("a\u200bb")
def test_every_title_is_read_back_or_refused(title: str) -> None:
    """A title that the reader could take stands in the routine; any other is refused in one line."""
    words = " ".join(title.split())
    refusal = refusal_of(title)
    if refusal is None:
        assert routine_of(starter_text(title)).title == words
        return
    assert len(refusal.splitlines()) == 1
    assert refusal.isprintable()
    quoted = '"' + "".join(f"\\U{ord(letter):08x}" for letter in words) + '"'
    file = f"title: {quoted}\nstretches: [{{name: A, hold: 30s}}]\n"
    assert read_routine("new.yaml", file.encode()).routine is None


@pytest.mark.parametrize(
    ("title", "message"),
    [
        (" \n", "The title is empty; write what the routine is called."),
        ("x" * 81, "The title has 81 characters; shorten it to at most 80."),
        ("a\0b", "The title holds the invisible character U+0000; leave it out."),
        ("a\ud800b", "The title holds the invisible character U+D800; leave it out."),
    ],
)
def test_an_unusable_title_is_refused(title: str, message: str) -> None:
    """In one sentence that says what to do."""
    assert refusal_of(title) == message
