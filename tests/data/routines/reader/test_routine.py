"""Routine files as a whole: every key is read, and every error is told, the same from both of PyYAML's parsers."""

from pathlib import Path

import pytest
import yaml

from benchmarks.generated_routines import write_routines
from routine_app.core.routine.model import Cue, CueTime, Routine, SideHold, Stretch, StretchKind
from routine_app.data.routines.reader.routine import read_routine, read_routine_file
from tests.data.processor_time import least_seconds
from tests.data.routines.reader.routine_readings import (
    BOTH,
    LEFT,
    RIGHT,
    messages,
    read,
    read_bytes,
    routine_of,
    routine_with,
)
from tests.data.yaml.yaml_parsers import with_each_parser


def test_smallest_routine_has_the_defaults() -> None:
    """What is not written has the contract's default."""
    assert routine_of("title: Hips\nstretches: [{name: A, hold: 30}]") == Routine(
        title="Hips",
        stretches=(Stretch(name="A", holds=(SideHold(BOTH, 30.0),), rest_seconds=10.0, switch_seconds=5.0),),
        get_ready_seconds=10.0,
        rounds=1,
        description="",
        tags=(),
    )


def test_every_key_is_read() -> None:
    """A routine that uses every key comes out as it was written."""
    text = """\
title: Runner's hips
description: All of it.
tags: [hips, after-run]
get_ready: 15s
rest: 20s
switch: 7s
rounds: 2
stretches:
  - name: Lean
    kind: strength
    muscles: [it_band, glutes]
    sides: each
    first: right
    hold: 1:30
    sets: 3
    rest: 0
    switch: 0s
    how: Lean over.
    why: It helps.
    figure: it-band-lean
    cues:
      - Stay tall.
      - {at: halfway, say: Breathe.}
"""
    assert routine_of(text) == Routine(
        title="Runner's hips",
        description="All of it.",
        tags=("hips", "after-run"),
        get_ready_seconds=15.0,
        rounds=2,
        stretches=(
            Stretch(
                name="Lean",
                kind=StretchKind.STRENGTH,
                muscles=("it_band", "glutes"),
                holds=(SideHold(RIGHT, 90.0), SideHold(LEFT, 90.0)),
                sets=3,
                rest_seconds=0.0,
                switch_seconds=0.0,
                how="Lean over.",
                why="It helps.",
                figure="it-band-lean",
                cues=(Cue("Stay tall."), Cue("Breathe.", CueTime(share=0.5))),
            ),
        ),
    )


def test_a_stretch_takes_the_routines_gaps() -> None:
    """`rest` and `switch` of a routine hold for each stretch that has no own."""
    text = "title: T\nrest: 3\nswitch: 2\nstretches: [{name: A, hold: 9}, {name: B, hold: 9, rest: 1}]"
    stretches = routine_of(text).stretches
    assert [(s.rest_seconds, s.switch_seconds) for s in stretches] == [(3.0, 2.0), (1.0, 2.0)]


@pytest.mark.parametrize("key", ["title", "description"])
def test_texts_of_a_routine(key: str) -> None:
    """A title has at most 80 characters, a description 500; spaces around do not count."""
    longest = {"title": 80, "description": 500}[key]
    other = "" if key == "title" else "title: T\n"
    rest = "stretches: [{name: A, hold: 30}]\n"
    assert getattr(routine_of(f"{other}{key}: '  {'é' * longest}  '\n{rest}"), key) == "é" * longest
    line = 1 + other.count("\n")
    assert messages(f"{other}{key}: {'é' * (longest + 1)}\n{rest}") == [
        (
            f'{line}:{len(key) + 3}: {key}: "{"é" * 37}..." has {longest + 1} characters; '
            f"write text of 1 to {longest} characters"
        )
    ]


@pytest.mark.parametrize("key", ["get_ready", "rest", "switch"])
def test_gaps(key: str) -> None:
    """A gap is 0 to 5 minutes."""
    assert read(routine_with(f"{key}: 0")).problems == ()
    assert read(routine_with(f"{key}: 5m")).problems == ()
    assert messages(routine_with(f"{key}: 5m0.001s")) == [
        f'2:{len(key) + 3}: {key}: "5m0.001s" is out of range; write a duration from 0s to 5m'
    ]


def test_whole_plan() -> None:
    """A plan of four hours is read, one second more is an error."""
    text = "title: T\nget_ready: {}\nrest: 0\nstretches: [{{name: A, hold: 30m, sets: 8}}]"
    assert routine_of(text.format(0)).stretches[0].sets == 8
    assert messages(text.format(1)) == [
        "1:1: the whole plan takes 240m1s; shorten it to at most 240m (4 hours)"
    ]


def test_size_of_the_file() -> None:
    """256 KiB are read, one byte more is not."""
    text = b"title: T\nstretches: [{name: A, hold: 9}]\n#"
    fits = text + b"x" * (256 * 1024 - len(text))
    assert read_bytes(fits).problems == ()
    reading = read_bytes(fits + b"x")
    assert [str(problem) for problem in reading.problems] == [
        "hips.yaml:1:1: the file is larger than 256 KiB; split it into several routines"
    ]


def test_missing_keys_of_a_routine() -> None:
    """A missing key is reported where its mapping starts."""
    assert messages("# My hips\nrest: 5s\n") == [
        "2:1: title: is missing; write text of 1 to 80 characters",
        "2:1: stretches: is missing; write a list of 1 to 100 stretches",
    ]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"# nothing\n", "empty"),
        (b"---\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"- a\n- b\n", "a list"),
        (b"\n\nHips\n", "a text"),
    ],
)
def test_a_file_that_is_no_mapping(content: bytes, found: str) -> None:
    """A file that is empty, a list or a text is one error at its start."""
    assert [str(problem) for problem in read_bytes(content).problems] == [
        f"hips.yaml:1:1: the file is {found}; write a mapping that begins with title: and has stretches:"
    ]


def test_all_errors_at_once_in_file_order() -> None:
    """Errors of all stretches and of the routine are reported together."""
    text = """\
stretches:
  - name: A
    hold: 3 min
    cues:
      - {at: never, say: ''}
  - hold: 99m
    sets: x
    figure: a/b
titel: Hips
rest: -1
"""
    places = [(p.line, p.column, p.key) for p in read(text).problems]
    assert places == [
        (1, 1, "title"),
        (3, 11, "hold"),
        (5, 14, "at"),
        (5, 26, "say"),
        (6, 5, "name"),
        (6, 11, "hold"),
        (7, 11, "sets"),
        (8, 13, "figure"),
        (9, 1, "titel"),
        (10, 7, "rest"),
    ]


def test_reads_a_file(tmp_path: Path) -> None:
    """The problems name the file, not its folder."""
    path = tmp_path / "hips.yaml"
    path.write_bytes(b"title: T\nstretches: [{name: A, hold: 9}]\nrest: x\n")
    reading = with_each_parser(lambda: read_routine_file(path))
    assert [str(problem) for problem in reading.problems] == [
        'hips.yaml:3:7: rest: "x" is not a duration; write it like 30s, 1m30s or 1:30'
    ]


def test_does_not_read_further_than_the_limit(tmp_path: Path) -> None:
    """A file of any size costs no more than the limit."""
    path = tmp_path / "big.yaml"
    with path.open("wb") as file:
        file.truncate(10 * 1024**3)
    assert [str(problem) for problem in read_routine_file(path).problems] == [
        "big.yaml:1:1: the file is larger than 256 KiB; split it into several routines"
    ]


def test_lets_the_systems_errors_through(tmp_path: Path) -> None:
    """A file that is not there is the caller's matter."""
    with pytest.raises(FileNotFoundError):
        read_routine_file(tmp_path / "none.yaml")


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="PyYAML has no C part here")
def test_a_file_takes_little_more_than_its_yaml(tmp_path: Path) -> None:
    """All checks, with the place of each value, cost less than 1.8 times as much as PyYAML's fastest loader and none."""
    write_routines(tmp_path / "routines", 60)
    contents = [path.read_bytes() for path in (tmp_path / "routines").iterdir()]
    reading, loading = least_seconds(
        lambda: [read_routine("hips.yaml", content) for content in contents],
        lambda: [yaml.load(content, Loader=yaml.CSafeLoader) for content in contents],
    )
    assert reading < 1.8 * loading
