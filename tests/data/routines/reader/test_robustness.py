"""Whatever a file holds, the reader gives a CheckedText, and soon."""

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from routine_app.core.routine.limits import FILE_LIMIT_BYTES
from routine_app.core.routine.problem import Severity
from routine_app.core.routine.repository import CheckedText
from routine_app.data.routines.reader.routine import read_routine
from routine_app.data.yaml.mistakes.mended import SEARCHED_LIMIT
from tests.data.measured_readings import MeasuredReading
from tests.data.routines.routine_bombs import bombs, full_stretches
from tests.data.yaml.yaml_parsers import PARSERS, reading_with
from tests.few_or_many import few_or_many

ROOT = Path(__file__).parents[4]
SEED = 20_240_601

EVERYTHING = """\
title: &title Runner's hips
description: >-
  Five holds, "quoted" and 'quoted' too.
tags: [hips, before-run]
get_ready: 1:30
rest: 10s
switch: 5 s
rounds: 2
stretches:
  - &lean
    name: IT band lean
    kind: stretch
    muscles: [it_band, glutes]
    sides: {left: 45s, right: 1m}
    first: right
    sets: 2
    how: |
      Stand.
      Lean.
    cues:
      - Keep your torso straight.
      - {at: halfway, say: "Breathe \\u00e9"}
      - at: -10s
        say: *title
  - *lean
  - name: Butterfly
    sides: each
    hold: 1.5m  # long
    rest: 0
    why: It helps.
    figure: butterfly
    cues: [{at: 25%, say: Now.}]
"""

SEEDS = (
    EVERYTHING,
    (ROOT / "routines" / "runner-hips.yaml").read_text(encoding="utf-8"),
    (ROOT / "routines" / "quick-reset.yaml").read_text(encoding="utf-8"),
    "title: T\nstretches: [{name: A, hold: 30s}]\n",
)

TOKENS = (
    *(
        ": ",
        "- ",
        "? ",
        "\n",
        "\n  ",
        "\n    ",
        "\t",
        " ",
        "#",
        ",",
        "'",
        '"',
        "\\",
        "|",
        ">",
        ">-\n",
        "|2\n",
    ),
    *(
        "[",
        "]",
        "{",
        "}",
        "&a ",
        "*a",
        "&lean ",
        "*lean",
        "<<: ",
        "!!",
        "!!python/object:x ",
        "! ",
        "%YAML 1.1\n",
    ),
    *("---\n", "...\n", "\r\n", "\r", "\0", "\x07", "\ufeff", "\u2028", "\x85", "\U0001f9d8", "\u0663"),
    *(
        "title",
        "stretches",
        "name",
        "hold",
        "sides",
        "first",
        "sets",
        "cues",
        "at",
        "say",
        "figure",
        "muscles",
    ),
    *("30", "-1", "1e9", "9" * 50, "nan", "1:30", "null", "~", "halfway", "100%", "each", "../x", "it_bnd"),
    *(
        "\xa0",
        "\u3000",
        "\u200b",
        "\u201c",
        "\u201d",
        "\u2019",
        "\uff1a",
        "\uff0c",
        "\u3010",
        "\u3011",
        "\uff5b",
    ),
    *("\u2022 ", "\u2013 ", "* ", "-a", "hold:", "hold\uff1a", "```\n", "~~~\n", " #1", "1. ", "name:"),
    *('"\\0"', '"\\uD800"', '"\\UFFFFFFFF"', "%TAG ! tag:x,1:\n"),
)


def check(reading: CheckedText) -> None:
    """A reading is a routine without errors or errors without a routine, each told on one line."""
    has_errors = any(problem.severity is Severity.ERROR for problem in reading.problems)
    assert (reading.routine is None) is has_errors
    assert len(reading.problems) <= 101
    for problem in reading.problems:
        assert problem.line >= 1
        assert problem.column >= 1
        assert len(str(problem).splitlines()) == 1
        str(problem).encode()  # no half of a surrogate pair
    repr(reading.routine).encode()


def changed_bytes(source: bytes, chance: random.Random) -> bytes:
    """The bytes with a few of them replaced, removed, repeated or cut off."""
    content = bytearray(source)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(content) + 1)
        until = min(len(content), at + chance.randint(0, 8))
        match chance.randrange(4):
            case 0:
                content[at:until] = chance.randbytes(chance.randint(1, 3))
            case 1:
                del content[at:until]
            case 2:
                content[at:at] = content[at:until] * chance.randint(1, 5)
            case _:
                del content[max(at, 1) :]
    return bytes(content)


def changed_tokens(source: str, chance: random.Random) -> bytes:
    """The text with tokens of YAML or of routines put into it, or in place of something."""
    text = source
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(text) + 1)
        until = at + chance.choice((0, 0, 1, 5))
        text = text[:at] + chance.choice(TOKENS) + text[until:]
    return text.encode()


def changed_lines(source: str, chance: random.Random) -> bytes:
    """The text with a line moved, repeated, left out or indented otherwise."""
    lines = source.splitlines(keepends=True)
    for _ in range(chance.randint(1, 3)):
        line = lines.pop(chance.randrange(len(lines)))
        line = chance.choice((line, line.lstrip(), "  " + line, line.replace(":", "", 1)))
        for _ in range(chance.randint(0, 2)):
            lines.insert(chance.randrange(len(lines) + 1), line)
    return "".join(lines or ["x"]).encode()


def only_tokens(chance: random.Random) -> bytes:
    """A text of nothing but tokens."""
    return "".join(chance.choices(TOKENS, k=chance.randint(1, 40))).encode()


def generated_file(chance: random.Random) -> bytes:
    """One wrong file, of one of the four sorts."""
    source = chance.choice(SEEDS)
    match chance.randrange(4):
        case 0:
            return changed_bytes(source.encode(), chance)
        case 1:
            return changed_tokens(source, chance)
        case 2 if source.count("\n") > 5:
            return changed_lines(source, chance)
        case _:
            return only_tokens(chance)


def test_the_seeds_are_right() -> None:
    """The files that are mutated are good ones, so that mutation reaches every part of the reader."""
    for source in SEEDS:
        assert read_routine("x.yaml", source.encode()).routine is not None


NUMBERS = {"CSafeLoader": few_or_many(1_000, 10_000), "SafeLoader": few_or_many(100, 300)}
"""How many wrong files each parser gets."""


@pytest.mark.parametrize("parser", PARSERS)
def test_wrong_files_give_a_reading(parser: str) -> None:
    """Mutated and generated files, the same on each run, give a CheckedText and nothing else."""
    chance = random.Random(SEED)  # noqa: S311 - the same files on each run, nothing secret
    files = [generated_file(chance) for _ in range(NUMBERS[parser])]
    with reading_with(parser):
        readings = [read_routine("x.yaml", content) for content in files]
    for reading in readings:
        check(reading)
    good = sum(reading.routine is not None for reading in readings)
    assert 0.02 * len(files) < good < 0.5 * len(files)


@settings(max_examples=300)
@given(st.binary(max_size=200))
def test_any_bytes(content: bytes) -> None:
    """Any bytes give a CheckedText."""
    check(read_routine("x.yaml", content))


@settings(max_examples=300)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_texts(title: str, name: str) -> None:
    """Any texts, written as JSON, which is YAML, give a CheckedText."""
    routine = {"title": title, "stretches": [{"name": name, "hold": "30s", "cues": [name]}]}
    check(read_routine("x.yaml", json.dumps(routine, ensure_ascii=False).encode("utf-8", "surrogatepass")))


PARTS = {"CSafeLoader": 1, "SafeLoader": few_or_many(32, 1)}
"""The largest size that is read, divided by this, is that of the bombs. The reader's own limits show with the first."""

MOST_STRETCHES = {"CSafeLoader": 400, "SafeLoader": few_or_many(100, 400)}
"""What each bomb is held to, in full stretches for the parser in Python: 400 take about two seconds."""

LARGEST = "the largest routine"


def files_for(parser: str) -> dict[str, str]:
    """The bombs for a parser, also as large as is searched for mistakes, and as large a routine as they are."""
    part = PARTS[parser]
    files = bombs(FILE_LIMIT_BYTES // part) | {LARGEST: full_stretches(100 // part)}
    if part > 1:
        return files
    return files | {f"{name}, searched": text for name, text in bombs(SEARCHED_LIMIT).items()}


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from Linux's /proc")
@pytest.mark.parametrize("parser", PARSERS)
def test_no_file_takes_long(parser: str, tmp_path: Path) -> None:
    """No bomb takes 100 MB, or as long as so many stretches do; the largest routine alone is read."""
    for name, text in files_for(parser).items():
        (tmp_path / name).write_bytes(text.encode())
    command = [sys.executable, "-m", "tests.data.measured_readings", parser, str(tmp_path)]
    told = json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout)
    readings = {name: MeasuredReading(*reading) for name, reading in told["readings"].items()}
    most_seconds = MOST_STRETCHES[parser] * told["seconds_of_a_stretch"]
    assert {name: reading for name, reading in readings.items() if reading.seconds >= most_seconds} == {}
    assert [name for name, reading in readings.items() if not reading.is_refused] == [LARGEST]
    assert {name: reading for name, reading in readings.items() if reading.problem_count > 101} == {}
    assert 0 < told["mebibytes"] < 100


def test_a_bomb_is_no_larger_than_a_file_may_be() -> None:
    """Else it would be refused for its size alone."""
    sizes = {name: len(text.encode()) for name, text in files_for("CSafeLoader").items()}
    assert {name: size for name, size in sizes.items() if size > FILE_LIMIT_BYTES} == {}
