"""Whatever a file holds, the reader gives a Reading, and soon."""

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from routine_app.core.problem import Severity
from routine_app.data.routine_file import yaml_tree
from routine_app.data.routine_file.routine_reader import Reading, read_routine

ROOT = Path(__file__).parents[2]
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
    *('"\\0"', '"\\uD800"', '"\\UFFFFFFFF"', "%TAG ! tag:x,1:\n"),
)


def check(reading: Reading) -> None:
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


def use(loader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read with one of PyYAML's parsers."""
    if not hasattr(yaml, loader):
        pytest.skip(f"PyYAML has no {loader} here")
    monkeypatch.setattr(yaml_tree, "LOADER", getattr(yaml, loader))


def test_the_seeds_are_right() -> None:
    """The files that are mutated are good ones, so that mutation reaches every part of the reader."""
    for source in SEEDS:
        assert read_routine("x.yaml", source.encode()).routine is not None


@pytest.mark.parametrize(("loader", "number"), [("CSafeLoader", 10_000), ("SafeLoader", 300)])
def test_wrong_files_give_a_reading(loader: str, number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of mutated and generated files give a Reading and nothing else."""
    use(loader, monkeypatch)
    chance = random.Random(SEED)  # noqa: S311 - the same files on each run, nothing secret
    good = 0
    for _ in range(number):
        content = generated_file(chance)
        reading = read_routine("x.yaml", content)
        check(reading)
        good += reading.routine is not None
    assert 0.02 * number < good < 0.5 * number


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(content: bytes) -> None:
    """Any bytes give a Reading."""
    check(read_routine("x.yaml", content))


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_texts(title: str, name: str) -> None:
    """Any texts, written as JSON, which is YAML, give a Reading."""
    routine = {"title": title, "stretches": [{"name": name, "hold": "30s", "cues": [name]}]}
    check(read_routine("x.yaml", json.dumps(routine, ensure_ascii=False).encode("utf-8", "surrogatepass")))


_MEASURE = """
import json, re, sys, time, yaml
from pathlib import Path
from routine_app.data.routine_file import yaml_tree
from routine_app.data.routine_file.routine_reader import read_routine

def peak_mebibytes():
    # not ru_maxrss: that begins with the peak of the process that started this one
    status = Path("/proc/self/status").read_text()
    return int(re.search(r"VmHWM:\\s+([0-9]+) kB", status)[1]) / 1024

yaml_tree.LOADER = getattr(yaml, sys.argv[1])
read_routine("x.yaml", b"title: T")
before = peak_mebibytes()
readings = {}
for path in sorted(Path(sys.argv[2]).iterdir()):
    started = time.process_time()
    reading = read_routine("x.yaml", path.read_bytes())
    seconds = time.process_time() - started
    readings[path.name] = [seconds, reading.routine is None, len(reading.problems)]
print(json.dumps({"readings": readings, "mebibytes": peak_mebibytes() - before}))
"""

FULL = 256 * 1024


def filled(part: str, before: str = "", after: str = "") -> str:
    """The part again and again, up to the largest file that is read."""
    return before + part * ((FULL - len(before) - len(after)) // len(part.encode())) + after


def laughs(levels: int, copies: int) -> str:
    """A list of copies of a list of copies …: exponential if each alias were copied."""
    lines = ["a0: &a0 [x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * copies)}]" for i in range(1, levels)]
    return "\n".join(lines) + f"\ntitle: *a{levels - 1}\nstretches: *a{levels - 1}\n"


def wide_laughs() -> str:
    """A hundred stretches that share twenty cues that share hundreds of wrong keys."""
    keys = ", ".join(f"wrong{i}: 1" for i in range(900))
    cues = f"cues: &c [&k {{{keys}}}, {', '.join(['*k'] * 19)}]"
    stretches = ", ".join(["{name: B, hold: 9, cues: *c}"] * 99)
    return f"title: T\nstretches: [{{name: A, hold: 9, {cues}}}, {stretches}]\n"


def wide_lists() -> str:
    """Thousands of aliases of a stretch with thousands of aliases of a cue."""
    stretch = f"&s {{name: A, hold: 9, cues: [&c Breathe., {'*c, ' * 9_000}]}}"
    return f"title: T\nstretches: [{stretch}, {'*s, ' * 9_000}]\n"


def largest_routine() -> str:
    """A hundred stretches with every list as long as it may be."""
    cues = "".join(f"      - {{at: {i}%, say: Cue {i}}}\n" for i in range(20))
    muscles = "[it_band, hip_flexors, adductors, quadriceps, glutes, hamstrings]"
    texts = f"    how: {'h' * 300}\n    why: {'w' * 300}\n    figure: f\n    kind: stretch\n    first: left\n"
    stretch = (
        f"  - name: A\n    sides: {{left: 9, right: 9}}\n    muscles: {muscles}\n{texts}    cues:\n{cues}"
    )
    return f"title: T\nstretches:\n{stretch * 100}"


BOMBS = {
    **{
        f"only {name}": filled(part)
        for name, part in {
            "open brackets": "[",
            "open braces": "{",
            "list marks": "- ",
            "key marks": "? ",
            "colons": ":",
            "spaced colons": ": ",
            "double quotes": '"',
            "single quotes": "'",
            "tabs": "\t",
            "spaces": " ",
            "line breaks": "\n",
            "carriage returns": "\r\n",
            "NULs": "\0",
            "bells": "\x07",
            "byte order marks": "\ufeff",
            "digits": "9",
            "stars": "*",
            "ampersands": "&",
            "anchors": "&a ",
            "bangs": "!",
            "percents": "%",
            "bars": "|",
            "comments": "#a\n",
            "documents": "---\n",
            "words": "a ",
            "lines": "a\n",
            "entries": "- a\n",
            "empty entries": "-\n",
            "same keys": "a: b\n",
            "umlauts": "\u00e4",
            "backslashes": "\\",
        }.items()
    },
    "nested by indentation": "".join(f"{' ' * i}a:\n" for i in range(700)),
    "flow of entries": filled("a,", "stretches: [", "]"),
    "flow of keys": filled("a,", "{", "}"),
    "flow of lists": filled("[],", "stretches: [", "]"),
    "a huge number": filled("9", "title: T\nrounds: "),
    "a huge duration": filled("9", "title: T\nrest: ", "s"),
    "a huge spaced duration": filled(" ", "title: T\nrest: '1", "x'"),
    "a huge percentage": filled(
        "9", "title: T\nstretches: [{name: A, hold: 9, cues: [{say: b, at: ", "%}]}]"
    ),
    "a huge key": filled("k", "title: T\n", ": 1"),
    "a huge text": filled("word ", "title: "),
    "a huge quoted text": filled("word ", 'title: "', '"'),
    "a huge block text": filled("  word\n", "title: |\n"),
    "a huge escaped text": filled("\\x41", 'title: "', '"'),
    "a huge figure": filled("/.", "stretches: [{figure: '", "'}]"),
    "a huge anchor": filled("a", "title: &", " x"),
    "a huge alias": filled("a", "title: *"),
    "a huge tag": filled("a", "title: !", " x"),
    "a huge escaped tag": filled("%41", "title: !<", "> x"),
    "a huge version": filled("1", "%YAML "),
    "many tag handles": "".join(f"%TAG !{i:x}! a\n" for i in range(15_000)) + "---\ntitle: T\n",
    "many anchors": "".join(f"k{i}: &a{i} 1\n" for i in range(9_000)),
    "many aliases": filled("*a,", "stretches: [&a {name: A, hold: 9},", "]"),
    "many wrong keys": "".join(f"titlr{i}: 1\n" for i in range(9_900)),
    "many wrong tags": filled("!a b,", "title: [", "]"),
    "many wrong aliases": filled("*a,", "title: [", "]"),
    "many wrong muscles": filled("it_bnd,", "stretches: [{name: A, hold: 9, muscles: [", "]}]"),
    "laughs": laughs(30, 10),
    "deep laughs": laughs(3_000, 2),
    "wide laughs": wide_laughs(),
    "wide lists": wide_lists(),
    "a mapping in itself": "&a {title: *a, stretches: *a, *a : *a}",
}


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
def test_no_file_takes_long(loader: str, tmp_path: Path) -> None:
    """No bomb takes 2 s or 100 MB, and each is refused; the largest routine there can be is read."""
    if not Path("/proc/self/status").exists():
        pytest.skip("the peak of memory is read from Linux's /proc")
    if not hasattr(yaml, loader):
        pytest.skip(f"PyYAML has no {loader} here")
    for name, text in (BOMBS | {"the largest routine": largest_routine()}).items():
        (tmp_path / name).write_bytes(text.encode())
    measured = subprocess.run(
        [sys.executable, "-c", _MEASURE, loader, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    result = json.loads(measured.stdout)
    too_slow = {name: seconds for name, (seconds, _, _) in result["readings"].items() if seconds >= 2}
    accepted = [name for name, (_, is_refused, _) in result["readings"].items() if not is_refused]
    unlimited = [name for name, (_, _, count) in result["readings"].items() if count > 101]
    assert (too_slow, accepted, unlimited) == ({}, ["the largest routine"], [])
    assert 0 < result["mebibytes"] < 100
