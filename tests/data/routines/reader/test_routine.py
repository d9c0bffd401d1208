"""The reader of routine files: every key, spelling, limit and message, the same from both of PyYAML's parsers."""

from pathlib import Path

import pytest

from routine_app.core.routine.model import Cue, CueTime, Routine, Side, SideHold, Stretch, StretchKind
from routine_app.core.routine.problem import Severity
from routine_app.core.routine.repository import CheckedText
from routine_app.data.routines.reader.routine import read_routine, read_routine_file
from tests.data.yaml.yaml_parsers import PARSERS, reading_with, with_each_parser

LEFT, RIGHT, BOTH = Side.LEFT, Side.RIGHT, Side.BOTH


def read_bytes(content: bytes) -> CheckedText:
    """The reading of the file hips.yaml, which is the same from both parsers."""
    return with_each_parser(lambda: read_routine("hips.yaml", content))


def read(text: str) -> CheckedText:
    """The reading of a text, as the file hips.yaml."""
    return read_bytes(text.encode())


def routine_of(text: str) -> Routine:
    """The routine of a text that has no problems at all."""
    reading = read(text)
    assert [str(problem) for problem in reading.problems] == []
    assert reading.routine is not None
    return reading.routine


def messages(text: str) -> list[str]:
    """The problems of a text, each as its one line without the file's name."""
    reading = read(text)
    has_errors = any(problem.severity is Severity.ERROR for problem in reading.problems)
    assert (reading.routine is None) is has_errors
    return [str(problem).removeprefix("hips.yaml:") for problem in reading.problems]


def routine_with(line: str) -> str:
    """A routine with one more line of its own, which is line 2."""
    return f"title: Hips\n{line}\nstretches:\n  - {{name: A, hold: 30s}}\n"


def stretch_with(*lines: str) -> str:
    """A routine with one stretch, whose lines begin at line 3 in column 5."""
    body = "\n    ".join(lines)
    return f"title: Hips\nstretches:\n  - {body}\n"


def stretch_of(*lines: str) -> Stretch:
    """The stretch with those lines, which has no problems."""
    return routine_of(stretch_with(*lines)).stretches[0]


class TestWhatIsRead:
    """Every key and what becomes of it."""

    def test_smallest_routine_has_the_defaults(self) -> None:
        """What is not written has the contract's default."""
        assert routine_of("title: Hips\nstretches: [{name: A, hold: 30}]") == Routine(
            title="Hips",
            stretches=(
                Stretch(name="A", holds=(SideHold(BOTH, 30.0),), rest_seconds=10.0, switch_seconds=5.0),
            ),
            get_ready_seconds=10.0,
            rounds=1,
            description="",
            tags=(),
        )

    def test_every_key_is_read(self) -> None:
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

    def test_a_stretch_takes_the_routines_gaps(self) -> None:
        """`rest` and `switch` of a routine hold for each stretch that has no own."""
        text = "title: T\nrest: 3\nswitch: 2\nstretches: [{name: A, hold: 9}, {name: B, hold: 9, rest: 1}]"
        stretches = routine_of(text).stretches
        assert [(s.rest_seconds, s.switch_seconds) for s in stretches] == [(3.0, 2.0), (1.0, 2.0)]

    @pytest.mark.parametrize(
        ("lines", "holds"),
        [
            (["sides: together", "hold: 40"], [(BOTH, 40)]),
            (["sides: each", "hold: 40"], [(LEFT, 40), (RIGHT, 40)]),
            (["sides: each", "first: left", "hold: 40"], [(LEFT, 40), (RIGHT, 40)]),
            (["sides: each", "first: right", "hold: 40"], [(RIGHT, 40), (LEFT, 40)]),
            (["sides: {left: 45s, right: 1m}"], [(LEFT, 45), (RIGHT, 60)]),
            (["sides: {right: 1m, left: 45s}"], [(LEFT, 45), (RIGHT, 60)]),
            (["first: right", "sides: {left: 45s, right: 1m}"], [(RIGHT, 60), (LEFT, 45)]),
        ],
    )
    def test_holds_of_one_set(self, lines: list[str], holds: list[tuple[Side, float]]) -> None:
        """`sides` and `first` make the holds of a set, in order."""
        stretch = stretch_of("name: A", *lines)
        assert stretch.holds == tuple(SideHold(side, float(seconds)) for side, seconds in holds)

    @pytest.mark.parametrize(("side", "other"), [("left", "right"), ("right", "left")])
    def test_a_single_side(self, side: str, other: str) -> None:
        """`left` and `right` are one hold of that side."""
        text = (
            f"title: T\nstretches:\n  - {{name: A, hold: 9, sides: {side}}}\n"
            f"  - {{name: B, hold: 9, sides: {other}}}\n"
        )
        assert [s.holds for s in routine_of(text).stretches] == [
            (SideHold(Side(side), 9.0),),
            (SideHold(Side(other), 9.0),),
        ]

    @pytest.mark.parametrize(
        "text", ["No", "yes", "on", "~", "null", "2024", "1:30", "0x1F", "1e3", "2024-01-01", "1_000", "3.10"]
    )
    def test_a_text_is_what_is_written(self, text: str) -> None:
        """A title is the scalar's own text, whatever YAML would make of it."""
        assert routine_of(f"title: {text}\nstretches: [{{name: {text}, hold: 30}}]").title == text

    @pytest.mark.parametrize(
        ("written", "text"),
        [
            ("'  Hips  '", "Hips"),
            ('"Hips \\u00e9"', "Hips \u00e9"),
            (">\n  Long\n  hips\n", "Long hips"),
            ("|\n  Hips\n", "Hips"),
            ("Hips # a comment", "Hips"),
            ("\u4f38\u5c55 \U0001f9d8", "\u4f38\u5c55 \U0001f9d8"),
        ],
    )
    def test_ways_to_write_a_text(self, written: str, text: str) -> None:
        """Quotes, block texts, comments and any script work; spaces around are cut off."""
        assert routine_of(f"title: {written}\nstretches: [{{name: A, hold: 30}}]").title == text

    def test_block_texts_keep_their_lines(self) -> None:
        """`how: |` keeps line breaks."""
        assert stretch_of("name: A", "hold: 30", "how: |", "  Stand.", "  Lean.").how == "Stand.\nLean."

    def test_one_word_alone_is_a_list_of_one(self) -> None:
        """A single tag or muscle needs no brackets."""
        routine = routine_of("title: T\ntags: hips\nstretches: [{name: A, hold: 30, muscles: glutes}]")
        assert (routine.tags, routine.stretches[0].muscles) == (("hips",), ("glutes",))

    @pytest.mark.parametrize("key", ["muscles", "cues"])
    def test_an_empty_list_is_none(self, key: str) -> None:
        """`cues: []` is the same as no cues."""
        assert getattr(stretch_of("name: A", "hold: 30", f"{key}: []"), key) == ()

    def test_what_stands_twice_in_a_list_counts_once(self) -> None:
        """A muscle or tag that is repeated is one muscle or tag."""
        text = "title: T\ntags: [a, b, a]\nstretches: [{name: A, hold: 9, muscles: [core, neck, core, neck]}]"
        routine = routine_of(text)
        assert (routine.tags, routine.stretches[0].muscles) == (("a", "b"), ("core", "neck"))

    @pytest.mark.parametrize(
        ("at", "time"),
        [
            ("start", CueTime()),
            ("halfway", CueTime(share=0.5)),
            ("end", CueTime(share=1.0)),
            ("10s", CueTime(offset_seconds=10.0)),
            ("0:10", CueTime(offset_seconds=10.0)),
            ("0", CueTime()),
            ("40s", CueTime(offset_seconds=40.0)),
            ("-10s", CueTime(share=1.0, offset_seconds=-10.0)),
            ("-40s", CueTime(share=1.0, offset_seconds=-40.0)),
            ("25%", CueTime(share=0.25)),
            ("0%", CueTime()),
            ("100%", CueTime(share=1.0)),
            ("33.3 %", CueTime(share=0.333)),
        ],
    )
    def test_times_of_a_cue(self, at: str, time: CueTime) -> None:
        """Each way to write a cue's time, up to both ends of the hold."""
        cues = stretch_of("name: A", "hold: 40s", f"cues: [{{at: {at}, say: Breathe.}}]").cues
        assert cues == (Cue("Breathe.", time),)

    def test_anchors_and_aliases(self) -> None:
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

    @pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
    @pytest.mark.parametrize("line_break", [b"\n", b"\r\n", b"\r"])
    def test_byte_order_mark_and_line_breaks(self, mark: bytes, line_break: bytes) -> None:
        """Files from Windows read the same, and their places are the same."""
        content = b"title: Hips\nstretches:\n  - name: A\n    hold: 3 min\n".replace(b"\n", line_break)
        reading = read_bytes(mark + content)
        assert [str(problem) for problem in reading.problems] == [
            'hips.yaml:4:11: hold: "3 min" is not a duration; write it like 30s, 1m30s or 1:30'
        ]

    @pytest.mark.parametrize("text", ["--- # a comment\n{}", "{}\n...\n", "%YAML 1.1\n---\n{}"])
    def test_document_marks(self, text: str) -> None:
        """One document may have its marks."""
        assert routine_of(text.format("title: T\nstretches: [{name: A, hold: 9}]")).title == "T"


class TestLimits:
    """Both sides of every limit."""

    @pytest.mark.parametrize("key", ["title", "description"])
    def test_texts_of_a_routine(self, key: str) -> None:
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

    @pytest.mark.parametrize(("key", "longest"), [("name", 60), ("how", 500), ("why", 500), ("figure", 80)])
    def test_texts_of_a_stretch(self, key: str, longest: int) -> None:
        """The texts of a stretch have their limits."""
        name = [] if key == "name" else ["name: A"]
        assert getattr(stretch_of("hold: 30", *name, f"{key}: {'x' * longest}"), key) == "x" * longest
        found = messages(stretch_with("hold: 30", *name, f"{key}: {'x' * (longest + 1)}"))
        assert len(found) == 1
        assert f'{key}: "{"x" * 37}..." has {longest + 1} characters; write text of 1 to ' in found[0]

    def test_text_of_a_cue(self) -> None:
        """A cue has at most 140 characters, with and without a time."""
        fits = stretch_of("name: A", "hold: 30", f"cues: [{'x' * 140}, {{at: end, say: {'y' * 140}}}]")
        assert [cue.say for cue in fits.cues] == ["x" * 140, "y" * 140]
        lines = ("name: A", "hold: 30", "cues:", f"- {'x' * 141}", f"- {{at: end, say: {'y' * 141}}}")
        assert messages(stretch_with(*lines)) == [
            f'6:7: cues: "{"x" * 37}..." has 141 characters; write text of 1 to 140 characters',
            f'7:22: say: "{"y" * 37}..." has 141 characters; write text of 1 to 140 characters',
        ]

    @pytest.mark.parametrize("key", ["get_ready", "rest", "switch"])
    def test_gaps(self, key: str) -> None:
        """A gap is 0 to 5 minutes."""
        assert read(routine_with(f"{key}: 0")).problems == ()
        assert read(routine_with(f"{key}: 5m")).problems == ()
        assert messages(routine_with(f"{key}: 5m0.001s")) == [
            f'2:{len(key) + 3}: {key}: "5m0.001s" is out of range; write a duration from 0s to 5m'
        ]

    @pytest.mark.parametrize("key", ["rest", "switch"])
    def test_gaps_of_a_stretch(self, key: str) -> None:
        """A stretch's own gaps have the same limits."""
        assert getattr(stretch_of("name: A", "hold: 30", f"{key}: 5:00"), f"{key}_seconds") == 300.0
        assert messages(stretch_with("name: A", "hold: 30", f"{key}: 5:01")) == [
            f'5:{len(key) + 7}: {key}: "5:01" is out of range; write a duration from 0s to 5m'
        ]

    @pytest.mark.parametrize("written", ["hold: {}", "sides: {{left: {}, right: 30s}}"])
    def test_holds(self, written: str) -> None:
        """A hold is 1 second to 30 minutes, also for one side."""
        assert stretch_of("name: A", written.format("1s")).holds[0].hold_seconds == 1.0
        assert stretch_of("name: A", written.format("30m")).holds[0].hold_seconds == 1800.0
        for wrong in ("0", "0.999", "30:01"):
            found = messages(stretch_with("name: A", written.format(wrong)))
            assert len(found) == 1
            assert found[0].endswith(f'"{wrong}" is out of range; write a duration from 1s to 30m')

    def test_whole_numbers(self) -> None:
        """`rounds` and `sets` are 1 to 20."""
        assert routine_of(routine_with("rounds: 20")).rounds == 20
        assert stretch_of("name: A", "hold: 9", "sets: 20").sets == 20
        for wrong in ("0", "21", "-1", "1.0", "two", "1e1", "+1", "1_0", "0x1", "٣", "9" * 20):
            assert messages(routine_with(f"rounds: {wrong}")) == [
                f'2:9: rounds: "{wrong}" is not a whole number from 1 to 20'
            ]
            assert messages(stretch_with("name: A", "hold: 9", f"sets: {wrong}")) == [
                f'5:11: sets: "{wrong}" is not a whole number from 1 to 20'
            ]

    def test_lists(self) -> None:
        """At most 20 tags, 6 muscles, 20 cues."""
        assert len(routine_of(routine_with(f"tags: [{', '.join(f't{i}' for i in range(20))}]")).tags) == 20
        assert messages(routine_with(f"tags: [{', '.join(f't{i}' for i in range(21))}]")) == [
            "2:7: tags: has 21 entries; write a list of at most 20 words"
        ]
        six = "it_band, hip_flexors, adductors, quadriceps, glutes, hamstrings"
        assert len(stretch_of("name: A", "hold: 9", f"muscles: [{six}]").muscles) == 6
        assert messages(stretch_with("name: A", "hold: 9", f"muscles: [{six}, core]")) == [
            "5:14: muscles: has 7 entries; write a list of at most 6 muscles"
        ]
        assert len(stretch_of("name: A", "hold: 9", f"cues: [{'x, ' * 20}]").cues) == 20
        assert messages(stretch_with("name: A", "hold: 9", f"cues: [{'x, ' * 21}]")) == [
            "5:11: cues: has 21 entries; write a list of at most 20 cues"
        ]

    def test_stretches(self) -> None:
        """One to 100 stretches."""
        stretch = "{name: A, hold: 9}, "
        assert len(routine_of(f"title: T\nstretches: [{stretch * 100}]").stretches) == 100
        for number in (0, 101):
            assert messages(f"title: T\nstretches: [{stretch * number}]") == [
                f"2:12: stretches: has {number} entries; write a list of 1 to 100 stretches"
            ]

    def test_whole_plan(self) -> None:
        """A plan of four hours is read, one second more is an error."""
        text = "title: T\nget_ready: {}\nrest: 0\nstretches: [{{name: A, hold: 30m, sets: 8}}]"
        assert routine_of(text.format(0)).stretches[0].sets == 8
        assert messages(text.format(1)) == [
            "1:1: the whole plan takes 240m1s; shorten it to at most 240m (4 hours)"
        ]

    def test_depth(self) -> None:
        """Lists and mappings stand at most 20 deep in each other."""
        assert messages(routine_with(f"rest: {'[' * 19}{']' * 19}")) == [
            "2:7: rest: is a list; write a duration from 0s to 5m"
        ]
        assert messages(routine_with(f"rest: {'[' * 20}{']' * 20}")) == [
            "2:26: lists and mappings stand more than 20 deep in each other; five are enough"
        ]

    def test_number_of_values(self) -> None:
        """A file has at most 20,000; the reader counts them, and would take a second with the slow parser."""
        text = f"title: T\nstretches: [{{name: A, hold: 9}}]\nrest: [{'a, ' * 19_988}]\n"
        fits, too_many = (
            read_routine("a", one.encode()).problems for one in (text, text.replace("[a", "[a, a"))
        )
        assert [str(problem) for problem in fits] == [
            "a:3:7: rest: is a list; write a duration from 0s to 5m"
        ]
        assert [str(problem) for problem in too_many] == [
            "a:3:59972: the file has more than 20000 values, more than can be used; shorten it"
        ]

    def test_size_of_the_file(self) -> None:
        """256 KiB are read, one byte more is not."""
        text = b"title: T\nstretches: [{name: A, hold: 9}]\n#"
        fits = text + b"x" * (256 * 1024 - len(text))
        assert read_bytes(fits).problems == ()
        reading = read_bytes(fits + b"x")
        assert [str(problem) for problem in reading.problems] == [
            "hips.yaml:1:1: the file is larger than 256 KiB; split it into several routines"
        ]


class TestErrors:
    """Every error, with its exact place and words."""

    @pytest.mark.parametrize(
        ("line", "message"),
        [
            ("rest: 3 min", '2:7: rest: "3 min" is not a duration; write it like 30s, 1m30s or 1:30'),
            ("rest: [3]", "2:7: rest: is a list; write a duration from 0s to 5m"),
            ("rest:", "2:6: rest: is empty; write a duration from 0s to 5m, or leave the key out"),
            (
                "description: ''",
                "2:14: description: is empty; write text of 1 to 500 characters, or leave the key out",
            ),
            ("description: [a, b]", "2:14: description: is a list; write text of 1 to 500 characters"),
            (
                "description: {a: b}",
                (
                    "2:14: description: is a mapping; write text of 1 to 500 characters "
                    '(a text that contains ": " needs quotes)'
                ),
            ),
            ("tags: {a: b}", "2:7: tags: is a mapping; write a list of at most 20 words"),
            ("tags: [a, [b]]", "2:11: tags: is a list; write one word of at most 40 characters"),
            ("tags: [a, '']", "2:11: tags: is empty; write one word of at most 40 characters"),
            (
                "tags: hips, run",
                '2:7: tags: "hips, run" is not one word; write a list such as [hips, after-run]',
            ),
            (
                "rests: 3",
                (
                    "2:1: rests: is not a key of a routine; write one of title, description, tags, get_ready, "
                    'rest, switch, rounds, stretches; did you mean "rest"?'
                ),
            ),
            (
                "Get-Ready: 3",
                (
                    "2:1: Get-Ready: is not a key of a routine; write one of title, description, tags, "
                    'get_ready, rest, switch, rounds, stretches; did you mean "get_ready"?'
                ),
            ),
            (
                "qqqqq: 3",
                (
                    "2:1: qqqqq: is not a key of a routine; write one of title, description, tags, get_ready, "
                    "rest, switch, rounds, stretches"
                ),
            ),
            ("title: Other", "2:1: title: stands twice, first on line 1; keep one of the two"),
            (
                "? [a]\n: b",
                (
                    "2:3: a list or mapping is no key; write one of title, description, tags, get_ready, rest, "
                    "switch, rounds, stretches"
                ),
            ),
            (
                'description: "a\\x07b"',
                '2:14: description: "a\\x07b" holds the control character U+0007; remove it',
            ),
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
    def test_errors_of_a_routine(self, line: str, message: str) -> None:
        """A wrong line in a routine is one error."""
        assert messages(routine_with(line)) == [message]

    @pytest.mark.parametrize(
        ("lines", "message"),
        [
            (["name: A"], "3:5: hold: is missing; write a duration from 1s to 30m"),
            (["hold: 30"], "3:5: name: is missing; write text of 1 to 60 characters"),
            (["name:", "hold: 30"], "3:10: name: is empty; write text of 1 to 60 characters"),
            (["name: ' '", "hold: 30"], "3:11: name: is empty; write text of 1 to 60 characters"),
            (
                ['name: "a\\nb"', "hold: 30"],
                (
                    '3:11: name: "a\\nb" has more than one line; write it on one line, '
                    'or with ">" instead of "|"'
                ),
            ),
            (
                ["name: A", "hold: 30", "kind: strech"],
                '5:11: kind: "strech" is not allowed; write stretch or strength; did you mean "stretch"?',
            ),
            (
                ["name: A", "hold: 30", "sides: Left"],
                (
                    '5:12: sides: "Left" is not allowed; write together, each, left, right or a mapping such as '
                    '{left: 45s, right: 60s}; did you mean "left"?'
                ),
            ),
            (
                ["name: A", "hold: 30", "sides: [left, right]"],
                (
                    "5:12: sides: is a list; write together, each, left, right or a mapping such as "
                    "{left: 45s, right: 60s}"
                ),
            ),
            (
                ["name: A", "hold: 30", "first: both"],
                '5:12: first: "both" is not allowed; write left or right',
            ),
            (
                ["name: A", "sides: {left: 30}"],
                "4:12: right: is missing; write a duration from 1s to 30m",
            ),
            (
                ["name: A", "sides: {left: 30, right: 30, rigth: 30}"],
                '4:34: rigth: is not a key of sides; write one of left, right; did you mean "right"?',
            ),
            (
                ["name: A", "hold: 30", "cues: Stay tall."],
                '5:11: cues: "Stay tall." is not a list; write a list of at most 20 cues',
            ),
            (
                ["name: A", "hold: 30", "cues:"],
                "5:10: cues: is empty; write a list of at most 20 cues, or leave the key out",
            ),
            (
                ["name: A", "hold: 30", "cues:", "- Breathe: in and out"],
                (
                    "6:7: cues: is a mapping; write text of 1 to 140 characters, or {at: halfway, say: TEXT} "
                    '(a text that contains ": " needs quotes)'
                ),
            ),
            (
                ["name: A", "hold: 30", "cues: [[a]]"],
                "5:12: cues: is a list; write text of 1 to 140 characters, or {at: halfway, say: TEXT}",
            ),
            (
                ["name: A", "hold: 30", "cues: [{at: 10s}]"],
                "5:12: say: is missing; write text of 1 to 140 characters",
            ),
            (
                ["name: A", "hold: 30", "cues: [{say: Breathe.}]"],
                "5:12: at: is missing; write start, halfway, end, or a time like 10s, -10s or 25%",
            ),
            (
                ["name: A", "hold: 30", "cues: [{at: end, say: Done., loud: 1}]"],
                "5:34: loud: is not a key of a cue; write one of at, say",
            ),
            (
                ["name: A", "hold: 30", "cues: [{at: halfwy, say: Now.}]"],
                (
                    '5:17: at: "halfwy" is not a time in a hold; write start, halfway, end, or a time like '
                    '10s, -10s or 25%; did you mean "halfway"?'
                ),
            ),
            (
                ["name: A", "hold: 30", "cues: [{at: 101%, say: Now.}]"],
                (
                    '5:17: at: "101%" is not a time in a hold; write start, halfway, end, or a time like '
                    "10s, -10s or 25%"
                ),
            ),
            (
                ["name: A", "hold: 30", "cues: [{at: 30.001, say: Now.}]"],
                '5:17: at: "30.001" is outside the hold of 30s; write a time inside it, such as halfway',
            ),
            (
                ["name: A", "hold: 30", "cues: [{at: -31s, say: Now.}]"],
                '5:17: at: "-31s" is outside the hold of 30s; write a time inside it, such as halfway',
            ),
            (
                ["name: A", "sides: {left: 45s, right: 60s}", "cues: [{at: 50s, say: Now.}]"],
                '5:17: at: "50s" is outside the hold of 45s; write a time inside it, such as halfway',
            ),
            (
                ["name: A", "sides: {left: 60s, right: 45s}", "cues: [{at: -50s, say: Now.}]"],
                '5:17: at: "-50s" is outside the hold of 45s; write a time inside it, such as halfway',
            ),
        ],
    )
    def test_errors_of_a_stretch(self, lines: list[str], message: str) -> None:
        """A wrong line in a stretch is one error."""
        assert messages(stretch_with(*lines)) == [message]

    @pytest.mark.parametrize(
        "figure", ["../secret", "a/b", "/etc/passwd", "a\\b", "..", ".", "a..b", "C:pose", "..\\x"]
    )
    def test_a_figure_cannot_leave_its_folder(self, figure: str) -> None:
        """A figure is a plain name, never a path."""
        assert messages(stretch_with("name: A", "hold: 30", f"figure: '{figure}'")) == [
            (
                f'5:13: figure: "{figure}" is not allowed; '
                "write the plain name of a picture, at most 80 characters, without / \\ : or .."
            )
        ]

    @pytest.mark.parametrize(
        ("entry", "message"),
        [
            ("Lean", '"Lean" is not a stretch; write a mapping with name, hold and so on'),
            ("[a]", "is a list; write a mapping with name, hold and so on"),
            ("", "is empty; write a mapping with name, hold and so on"),
        ],
    )
    def test_an_entry_that_is_no_stretch(self, entry: str, message: str) -> None:
        """A stretch is a mapping."""
        assert messages(f"title: T\nstretches:\n- {entry}\n- {{name: A, hold: 9}}\n")[0].endswith(
            f": stretches: {message}"
        )

    def test_missing_keys_of_a_routine(self) -> None:
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
    def test_a_file_that_is_no_mapping(self, content: bytes, found: str) -> None:
        """A file that is empty, a list or a text is one error at its start."""
        assert [str(problem) for problem in read_bytes(content).problems] == [
            f"hips.yaml:1:1: the file is {found}; write a mapping that begins with title: and has stretches:"
        ]

    @pytest.mark.parametrize(
        ("content", "message"),
        [
            (b"title: H\xfcfte\n", "1:9: the byte 0xfc is not UTF-8; save the file as UTF-8"),
            (b"a: b\n\xc3\xa9\xff", "2:2: the byte 0xff is not UTF-8; save the file as UTF-8"),
            (b"\xef\xbb\xbfa\xff", "1:2: the byte 0xff is not UTF-8; save the file as UTF-8"),
            ("title: T".encode("utf-16"), "1:1: the file is UTF-16, not UTF-8; save it as UTF-8"),
            ("title: T".encode("utf-16-le"), "1:1: the file is UTF-16, not UTF-8; save it as UTF-8"),
            ("title: T".encode("utf-16-be"), "1:1: the file is UTF-16, not UTF-8; save it as UTF-8"),
            ("title: T".encode("utf-32"), "1:1: the file is UTF-16, not UTF-8; save it as UTF-8"),
            (b"title: T\nrest: \x00", "2:7: the invisible character U+0000 is not allowed; delete it"),
            (b"title: \x1b[31m", "1:8: the invisible character U+001B is not allowed; delete it"),
            ("title: a\u2028b".encode(), "1:9: the invisible character U+2028 is not allowed; delete it"),
            ("title: a\ufeffb".encode(), "1:9: the invisible character U+FEFF is not allowed; delete it"),
        ],
    )
    def test_bytes_that_are_no_text(self, content: bytes, message: str) -> None:
        """Other encodings and control characters are errors at the byte where they show."""
        problems = read_bytes(content).problems
        assert [str(problem) for problem in problems] == [f"hips.yaml:{message}"]

    @pytest.mark.parametrize(
        "text", ["title: T\n---\ntitle: U\n", "title: T\n---\n", "title: T\n...\n---\n!!a"]
    )
    def test_two_documents(self, text: str) -> None:
        """A second document is an error where it begins; the first is read all the same."""
        line = text.split("\n").index("---") + 1
        assert messages(text) == [
            "1:1: stretches: is missing; write a list of 1 to 100 stretches",
            f'{line}:1: a second YAML document begins here; keep one in a file, and no second "---"',
        ]

    def test_merge_keys(self) -> None:
        """`<<` is an unknown key."""
        text = "title: T\nstretches:\n  - &a {name: A, hold: 9}\n  - {<<: *a, name: B, hold: 9}\n"
        assert messages(text) == [
            (
                "4:6: <<: is not a key of a stretch; write one of name, kind, muscles, sides, first, hold, sets, "
                "rest, switch, how, why, figure, cues"
            )
        ]

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
            ("title: [a, b\n", '2:1: a list in [ ] lacks a "," or its closing "]"'),
            ("title: {a: b\n", '2:1: a mapping in { } lacks a "," or its closing "}"'),
            (
                "rest: 1\ntitle: 'abc\n\n\n",
                "2:8: a text in quotes begins here and never ends; add the closing quote",
            ),
            ("title: @hips\n", '1:8: a text cannot begin with "@"; put it in quotes'),
            ("title: `hips\n", '1:8: a text cannot begin with "`"; put it in quotes'),
            ("\ttitle: T\n", "1:1: a tab stands where YAML allows only spaces; indent with spaces"),
            ("title: T\n\trest: 1\n", "2:1: a tab stands where YAML allows only spaces; indent with spaces"),
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
                '1:9: "*", "&" or "%" cannot begin a text; put a text with such a character in quotes',
            ),
            (
                "title: |hips\n",
                '1:9: nothing but a comment may follow "|" or ">" on its line; begin the text on the next line',
            ),
            (
                "title: !a!b c\n",
                '1:8: a tag such as "!word" is not allowed; put a text with such a character in quotes',
            ),
        ],
    )
    def test_syntax_errors(self, text: str, message: str) -> None:
        """What is no YAML is one error in plain words, the same from both parsers."""
        assert messages(text) == [message]

    @pytest.mark.parametrize("written", ['"\\q"', '"\\x1"', '"\\uD800"', '"\\UFFFFFFFF"'])
    def test_wrong_escapes(self, written: str) -> None:
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

    def test_all_errors_at_once_in_file_order(self) -> None:
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

    def test_an_error_in_a_shared_stretch_is_told_once(self) -> None:
        """An alias does not repeat the errors of its anchor."""
        text = "title: T\nstretches:\n  - &a {name: A, hold: 3x}\n  - *a\n  - *a\n"
        assert messages(text) == ['3:24: hold: "3x" is not a duration; write it like 30s, 1m30s or 1:30']

    def test_a_wrong_alias_is_told_where_it_is_used(self) -> None:
        """A value that does not fit where its alias stands is reported there."""
        assert messages("title: &t Hips\nstretches: *t\n") == [
            '2:12: stretches: "Hips" is not a list; write a list of 1 to 100 stretches'
        ]

    def test_very_many_errors_are_counted(self) -> None:
        """After a hundred problems the rest are counted."""
        text = "title: T\n" + "".join(f"key{i}: 1\n" for i in range(999)) + "stretches: []\n"
        found = messages(text)
        assert len(found) == 101
        assert found[99].startswith("101:1: key99: is not a key of a routine")
        assert found[100] == "102:1: from here on there are 900 more problems; mend the others first"

    def test_endless_errors_end_the_reading(self) -> None:
        """With thousands of problems the count is a lower bound."""
        text = "title: T\n" + "".join(f"key{i}: 1\n" for i in range(2500))
        assert messages(text)[-1] == (
            "102:1: from here on there are at least 1900 more problems; mend the others first"
        )

    def test_messages_stay_on_one_line(self) -> None:
        """What was found is shortened, and its unprintable characters are escaped."""
        text = routine_with('"a\\n\\u2028\\0": 1\nrounds: "1\\n2"')
        found = messages(text)
        assert found[0].startswith("2:1: a\\n\\u2028\\x00: is not a key of a routine")
        assert found[1] == '3:9: rounds: "1\\n2" is not a whole number from 1 to 20'


class TestWarnings:
    """Warnings tell of what was perhaps not meant; the routine still runs."""

    def test_unknown_muscle(self) -> None:
        """An unknown muscle is kept, with a warning that names the nearest known one."""
        reading = read(stretch_with("name: A", "hold: 9", "muscles: [glutes, Hip-Flexor, xyz]"))
        assert [str(problem) for problem in reading.problems] == [
            (
                'hips.yaml:5:23: warning: muscles: "Hip-Flexor" is not a muscle that the app knows; '
                'did you mean "hip_flexors"?'
            ),
            (
                'hips.yaml:5:35: warning: muscles: "xyz" is not a muscle that the app knows; the app knows '
                "it_band, hip_flexors, adductors, quadriceps, glutes, hamstrings, calves, lower_back, "
                "upper_back, chest, shoulders, neck, core, arms, feet"
            ),
        ]
        assert reading.routine is not None
        assert reading.routine.stretches[0].muscles == ("glutes", "Hip-Flexor", "xyz")

    @pytest.mark.parametrize(
        ("lines", "place", "key", "long"),
        [
            (["hold: 61s"], (5, 11), "hold", "1m1s"),
            (["hold: 2m", "sides: each"], (5, 11), "hold", "2m"),
            (["sides: {left: 60s, right: 90s}"], (5, 31), "right", "1m30s"),
        ],
    )
    def test_long_hold_before_a_run(
        self, lines: list[str], place: tuple[int, int], key: str, long: str
    ) -> None:
        """Each hold over 60 s of a routine tagged before-run is one warning."""
        text = "tags: before-run\n" + stretch_with("name: A", *lines)
        assert messages(text) == [
            (
                f"{place[0]}:{place[1]}: warning: {key}: {long} is long just before a run, "
                "and can cost strength and speed; hold for at most 1m"
            )
        ]

    @pytest.mark.parametrize(
        ("tags", "line"),
        [
            ("before-run", "hold: 60s"),
            ("after-run", "hold: 61s"),
            ("before-run", "{kind: strength, hold: 61s}"),
        ],
    )
    def test_holds_that_are_not_too_long(self, tags: str, line: str) -> None:
        """60 s, another tag, and strength are no reason to warn."""
        entry = line.replace("{", "").replace("}", "").replace(", ", "\n    ")
        assert messages(f"tags: {tags}\n" + stretch_with("name: A", entry)) == []

    def test_unequal_sides(self) -> None:
        """The first one-sided stretch is pointed at when the totals differ."""
        text = """\
title: T
stretches:
  - {name: A, hold: 30s, sides: each}
  - {name: B, hold: 30s, sides: left, sets: 2}
  - {name: C, hold: 30s, sides: right}
  - {name: D, sides: {left: 45s, right: 60s}}
"""
        assert messages(text) == [
            (
                "4:33: warning: sides: the left side is held for 1m30s in all and the right for 1m; "
                "if that is meant, write sides as a mapping such as {left: 45s, right: 60s}"
            )
        ]

    def test_sides_that_are_equal_in_all(self) -> None:
        """Sets count, and a mapping says itself that its sides differ."""
        text = """\
title: T
stretches:
  - {name: B, hold: 15s, sides: left, sets: 2}
  - {name: C, hold: 30s, sides: right}
  - {name: D, sides: {left: 45s, right: 60s}}
"""
        assert messages(text) == []

    def test_hold_beside_a_mapping(self) -> None:
        """A hold that is not used is a warning, and an error if it is wrong as well."""
        lines = ("name: A", "sides: {left: 9, right: 9}")
        unused = "warning: hold: is not used, because sides gives each side its own hold; remove it"
        assert messages(stretch_with(*lines, "hold: 30s")) == [f"5:11: {unused}"]
        assert messages(stretch_with(*lines, "hold: x")) == [
            '5:11: hold: "x" is not a duration; write it like 30s, 1m30s or 1:30',
            f"5:11: {unused}",
        ]


class TestFiles:
    """Reading from disk."""

    def test_reads_a_file(self, tmp_path: Path) -> None:
        """The problems name the file, not its folder."""
        path = tmp_path / "hips.yaml"
        path.write_bytes(b"title: T\nstretches: [{name: A, hold: 9}]\nrest: x\n")
        reading = with_each_parser(lambda: read_routine_file(path))
        assert [str(problem) for problem in reading.problems] == [
            'hips.yaml:3:7: rest: "x" is not a duration; write it like 30s, 1m30s or 1:30'
        ]

    def test_does_not_read_further_than_the_limit(self, tmp_path: Path) -> None:
        """A file of any size costs no more than the limit."""
        path = tmp_path / "big.yaml"
        with path.open("wb") as file:
            file.truncate(10 * 1024**3)
        assert [str(problem) for problem in read_routine_file(path).problems] == [
            "big.yaml:1:1: the file is larger than 256 KiB; split it into several routines"
        ]

    def test_lets_the_systems_errors_through(self, tmp_path: Path) -> None:
        """A file that is not there is the caller's matter."""
        with pytest.raises(FileNotFoundError):
            read_routine_file(tmp_path / "none.yaml")
