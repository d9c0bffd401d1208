"""What is no YAML, in plain words."""

import pytest

from routine_app.core.routine.problem import Severity
from routine_app.data.routines.reader.routine import read_routine
from tests.data.routines.reader.routine_readings import messages
from tests.data.yaml.yaml_parsers import PARSERS, reading_with


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "title: Hips: mine\n",
            (
                '1:12: ": " stands inside a text, or the line is indented too far; '
                "put a text with such a character in quotes"
            ),
        ),
        ("title: [a, b\n", '1:8: a list in [ ] lacks a "," or its closing "]"'),
        ("title: {a: b\n", '1:8: a mapping in { } lacks a "," or its closing "}"'),
        ("tags: [a, b\ntitle: T\n", '1:7: a list in [ ] lacks a "," or its closing "]"'),
        ('tags: [a,\n  "b"\n  "c"]\n', '3:3: a list in [ ] lacks a "," or its closing "]"'),
        (
            "title: {at: end, say: Now: out}\n",
            '1:26: ": " stands inside a text; put a text with such a character in quotes',
        ),
        ("title: ? why\n", '1:8: a text cannot begin with "? "; put it in quotes'),
        (
            "title: *hips*\n",
            '1:8: "*", "&" or "%" cannot begin a text; put a text with such a character in quotes',
        ),
        (
            "stretches: [{name: A, hold: 9}]\ntitle: 'abc\n\n\n",
            "2:8: a text in quotes begins here and never ends; add the closing quote",
        ),
        ("title: @hips\n", '1:8: a text cannot begin with "@"; put it in quotes'),
        ("title: `hips\n", '1:8: a text cannot begin with "`"; put it in quotes'),
        (
            "\ttitle: T\nstretches: [{name: A, hold: 9}]\n",
            "1:1: a tab stands where YAML allows only spaces; indent with spaces",
        ),
        (
            "title: T\n\trest: 1\nstretches: [{name: A, hold: 9}]\n",
            "2:1: a tab stands where YAML allows only spaces; indent with spaces",
        ),
        ("title: T\nrest\nswitch: 1\n", '2:1: a ":" is missing after a key'),
        (
            "title: T\n- a\n",
            (
                "2:1: this line does not fit the ones above it; "
                "check its indentation and the colon after the key"
            ),
        ),
        (
            "  title: T\nrest: 1\n",
            "2:1: more follows where all should have ended; check this line's indentation",
        ),
        ("title: - a\n", '1:8: a list cannot begin here; put its "- " on the line below the key'),
        (
            "title: * a\n",
            '1:8: "*", "&" or "%" cannot begin a text; put a text with such a character in quotes',
        ),
        (
            "title: |hips\n",
            '1:9: nothing but a comment may follow "|" or ">" on its line; begin the text on the next line',
        ),
        (
            "title: > hips\n",
            '1:10: nothing but a comment may follow "|" or ">" on its line; begin the text on the next line',
        ),
        (
            "title: !a!b c\n",
            '1:8: a tag such as "!word" is not allowed; put a text with such a character in quotes',
        ),
    ],
)
def test_syntax_errors(text: str, message: str) -> None:
    """What is no YAML is one error in plain words, the same from both parsers."""
    assert messages(text) == [message]


@pytest.mark.parametrize("written", ['"\\q"', '"\\x1"', '"\\uD800"', '"\\UFFFFFFFF"'])
def test_wrong_escapes(written: str) -> None:
    """An escape that stands for no character is an error on its line.

    Here alone the parsers differ: in the column, in whether half a character is an escape at all, and in
    that the one in Python fails without a mark at a number that is too large.
    """
    content = f"title: {written}\nstretches: [{{name: A, hold: 9}}]\n".encode()
    for parser in PARSERS:
        with reading_with(parser):
            reading = read_routine("hips.yaml", content)
        assert reading.routine is None
        assert [(problem.severity, problem.line) for problem in reading.problems] == [(Severity.ERROR, 1)]
