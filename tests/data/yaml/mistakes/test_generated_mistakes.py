"""Routines of many layouts: no mistake is told in a right one, and one that is made is told alone, where it stands."""

# ruff: noqa: RUF001 - it is such characters that are tried

import re
from typing import NamedTuple

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from routine_app.core.routine.problem import Problem, Severity
from routine_app.data.routines.reader.routine import read_routine
from tests.data.routines.routine_text_strategies import WrittenRoutine, written_routines
from tests.few_or_many import few_or_many

SIGNS = "“”„«»‘’：，、•–\xa0\u200b\u3000【】-*`\"'"
"""What mistakes are made of, and texts, comments and quotes may hold."""

RARE_LETTERS = "äß漢\U0001f9d8\U00010348"
"""Letters that the generated routines have in texts and comments alone."""


def errors_of(text: str) -> list[Problem]:
    """The errors of a text."""
    return [problem for problem in problems_of(text) if problem.severity is Severity.ERROR]


def problems_of(text: str) -> tuple[Problem, ...]:
    """All problems of a text."""
    return read_routine("a.yaml", text.encode()).problems


@settings(max_examples=few_or_many(300, 3000))
@given(written_routines(), st.lists(st.sampled_from(SIGNS), min_size=5, max_size=5))
def test_nothing_is_told_beside_another_error(written: WrittenRoutine, signs: list[str]) -> None:
    """A right text with one error at its end, which makes it no YAML, has that error alone."""
    text = written.text
    for letter, sign in zip(RARE_LETTERS, signs, strict=True):
        text = text.replace(letter, sign)
    assume(not errors_of(text))
    errors = errors_of(f"{text}\n@: 1\n")
    assert [error.message for error in errors] == ['a text cannot begin with "@"; put it in quotes']


letters = st.text("abc xyz-äß漢\U0001f9d8“’»•–：，", max_size=12).map(lambda text: f"a{text}z")
durations = st.integers(1, 300).map(lambda seconds: f"{seconds}s")


@st.composite
def stretch_lines(draw: st.DrawFn) -> list[str]:
    """The lines of one stretch."""
    lines = [f"  - name: {draw(letters)}", f"    hold: {draw(durations)}"]
    if draw(st.booleans()):
        lines.append(f"    how: {draw(letters)}")
    if draw(st.booleans()):
        lines += [
            "    cues:",
            *(f"      - {text}" for text in draw(st.lists(letters, min_size=1, max_size=2))),
        ]
        lines += draw(
            st.sampled_from(
                [[], ["      - {at: halfway, say: Out.}"], ["      - at: 1s", "        say: In."]]
            )
        )
    return lines


@st.composite
def routine_lines(draw: st.DrawFn) -> list[str]:
    """The lines of a right routine."""
    stretches = draw(st.lists(stretch_lines(), min_size=1, max_size=3))
    lines = [f"title: {draw(letters)}", *draw(st.sampled_from([[], ["tags: [hips]"], ["rest: 5s"]]))]
    return [*lines, "stretches:", *(line for stretch in stretches for line in stretch)]


class Wrong(NamedTuple):
    """A line with a mistake, the column of that, and a part of what is said of it."""

    line: str
    column: int
    told: str


def wrong_lines(line: str) -> list[Wrong]:
    """Every mistake that can be made in a line."""
    return [*wrong_spaces(line), *wrong_marks(line), *wrong_keys(line), *wrong_texts(line)]


def wrong_spaces(line: str) -> list[Wrong]:
    """With other spaces before its first word."""
    rest = line.lstrip(" ")
    indent = len(line) - len(rest)
    if not indent:
        return [Wrong("\u200b" + line, 1, "(U+200B)")]
    told = {"\xa0": "(U+00A0)", "\u2003": "(U+2003)", "\u202f": "(U+202F)", "\t": "a tab"}
    whole = [Wrong(space * indent + rest, 1, message) for space, message in told.items()]
    return [*whole, Wrong(" " * (indent - 1) + "\xa0" + rest, indent, "(U+00A0)")]


def wrong_marks(line: str) -> list[Wrong]:
    """With something else than a dash and a space."""
    found = re.match("( *)- (.*)", line)
    if found is None or found[2].startswith("{"):
        return []
    column = len(found[1]) + 1
    bullets = [Wrong(f"{found[1]}{mark} {found[2]}", column, f'"{mark}"') for mark in "*•–—·−"]
    return [*bullets, Wrong(f"{found[1]}-{found[2]}", column, "missing after the dash")]


def wrong_keys(line: str) -> list[Wrong]:
    """With another colon, none of its space, or quotes around its key."""
    found = re.match("((?: |- )*)([a-z]+):( ?)(.*)", line)
    if found is None:
        return []
    before, key, space, value = found.groups()
    colon, at = len(before) + len(key) + 1, len(before) + 1
    wrong = [Wrong(f"{before}{key}：{value}", colon, "full-width colon")]
    wrong.append(Wrong(f"{before}“{key}”:{space}{value}", at, "curly quote"))
    wrong.append(Wrong(f"{before}{key}:\xa0{value}", colon + 1, "(U+00A0)"))
    if value:
        wrong.append(Wrong(f"{before}{key}:{value}", colon, "missing after the colon"))
    return wrong


def wrong_texts(line: str) -> list[Wrong]:
    """With quotes that do not hold its text together, or a comment that cuts it short."""
    found = re.match("(.*(?:title|name|how): |      - (?=a[^t]))(.*)", line)
    if found is None:
        return []
    before, text = found.groups()
    at = len(before) + 1
    return [
        Wrong(f"{before}“{text}: and”", at, "curly quote"),
        Wrong(f"{before}„{text}: and“ # yes", at, "curly quote"),
        Wrong(f'{before}"{text}" and', at + len(text) + 3, '"and" stands after the closing "'),
        Wrong(f'{before}"{text}', at, "never ends"),
        Wrong(f"{line} #1", len(line) + 2, "cuts the text short"),
        Wrong(f"{before}#{text}", at, "is a comment"),
    ]


@settings(max_examples=few_or_many(400, 4000))
@given(routine_lines(), st.data())
def test_one_mistake_is_told_alone(lines: list[str], data: st.DataObject) -> None:
    """Any mistake in any line of a right routine is one problem, at that line and column."""
    assert problems_of("\n".join(lines)) == ()
    number = data.draw(st.integers(0, len(lines) - 1))
    wrong = data.draw(st.sampled_from(wrong_lines(lines[number])))
    text = "\n".join([*lines[:number], wrong.line, *lines[number + 1 :]])
    assert [problem[1:3] for problem in problems_of(text)] == [(number + 1, wrong.column)]
    assert wrong.told in problems_of(text)[0].message
