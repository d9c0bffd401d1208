"""Documents, anchors, depth and size: what a file may be made of."""

import pytest

from routine_app.data.routines.reader.routine import read_routine
from tests.data.routines.reader.routine_readings import (
    messages,
    routine_of,
    routine_with,
)


def test_anchors_and_aliases() -> None:
    """An alias stands for what its anchor names, a whole stretch included."""
    text = (
        "title: &t Hips\ndescription: *t\nstretches:\n"
        "  - &lean {name: A, hold: &h 30s}\n  - *lean\n  - {name: B, hold: *h}\n"
    )
    routine = routine_of(text)
    assert routine.description == "Hips"
    assert [(s.name, s.holds[0].hold_seconds) for s in routine.stretches] == [
        ("A", 30.0),
        ("A", 30.0),
        ("B", 30.0),
    ]


@pytest.mark.parametrize("text", ["--- # a comment\n{}", "{}\n...\n", "%YAML 1.1\n---\n{}"])
def test_document_marks(text: str) -> None:
    """One document may have its marks."""
    assert routine_of(text.format("title: T\nstretches: [{name: A, hold: 9}]")).title == "T"


def test_depth() -> None:
    """Lists and mappings stand at most 20 deep in each other."""
    assert messages(routine_with(f"rest: {'[' * 19}{']' * 19}")) == [
        "2:7: rest: is a list; write a duration from 0s to 5m"
    ]
    assert messages(routine_with(f"rest: {'[' * 20}{']' * 20}")) == [
        "2:26: lists and mappings stand more than 20 deep in each other; five are enough"
    ]


def test_number_of_values() -> None:
    """A file has at most 20,000; the reader counts them, and would take a second with the slow parser."""
    text = f"title: T\nstretches: [{{name: A, hold: 9}}]\nrest: [{'a, ' * 19_988}]\n"
    fits, too_many = (read_routine("a", one.encode()).problems for one in (text, text.replace("[a", "[a, a")))
    assert [str(problem) for problem in fits] == ["a:3:7: rest: is a list; write a duration from 0s to 5m"]
    assert [str(problem) for problem in too_many] == [
        "a:3:59972: the file has more than 20000 values, more than can be used; shorten it"
    ]


@pytest.mark.parametrize("text", ["title: T\n---\ntitle: U\n", "title: T\n---\n", "title: T\n...\n---\n!!a"])
def test_two_documents(text: str) -> None:
    """A second document is an error where it begins; the first is read all the same."""
    line = text.split("\n").index("---") + 1
    assert messages(text) == [
        "1:1: stretches: is missing; write a list of 1 to 100 stretches",
        f'{line}:1: a second YAML document begins here; keep one in a file, and no second "---"',
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            "description: !!str Hips",
            '2:14: description: the tag "!!str" is not allowed; write the value without it',
        ),
        (
            "description: !mine Hips",
            '2:14: description: the tag "!mine" is not allowed; write the value without it',
        ),
        (
            "tags: [a, !!python/object:os.system b]",
            '2:11: tags: the tag "!!python/object:os.system" is not allowed; write the value without it',
        ),
        (
            "tags: !!python/object/apply:os.system [exit]",
            (
                '2:7: tags: the tag "!!python/object/apply:os.system" is not allowed; '
                "write the value without it"
            ),
        ),
        (
            "tags: &a [b, *a]",
            "2:14: tags: *a stands inside its own anchor; write the value itself, or quote the text",
        ),
        (
            "description: *hips",
            "2:14: description: *hips has no anchor before it; write the value itself, or quote the text",
        ),
    ],
)
def test_errors_of_tags_and_aliases(line: str, message: str) -> None:
    """A tag, and an alias that repeats nothing, are each one error."""
    assert messages(routine_with(line)) == [message]
