"""Cues: their texts, their times, and what is wrong with either."""

import pytest

from routine_app.core.routine.model import Cue, CueTime
from tests.data.routines.reader.routine_readings import (
    messages,
    stretch_of,
    stretch_with,
)


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
def test_times_of_a_cue(at: str, time: CueTime) -> None:
    """Each way to write a cue's time, up to both ends of the hold."""
    cues = stretch_of("name: A", "hold: 40s", f"cues: [{{at: {at}, say: Breathe.}}]").cues
    assert cues == (Cue("Breathe.", time),)


def test_text_of_a_cue() -> None:
    """A cue has at most 140 characters, with and without a time."""
    fits = stretch_of("name: A", "hold: 30", f"cues: [{'x' * 140}, {{at: end, say: {'y' * 140}}}]")
    assert [cue.say for cue in fits.cues] == ["x" * 140, "y" * 140]
    lines = ("name: A", "hold: 30", "cues:", f"- {'x' * 141}", f"- {{at: end, say: {'y' * 141}}}")
    assert messages(stretch_with(*lines)) == [
        f'6:7: cues: "{"x" * 37}..." has 141 characters; write text of 1 to 140 characters',
        f'7:22: say: "{"y" * 37}..." has 141 characters; write text of 1 to 140 characters',
    ]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
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
            ["name: A", "hold: 30", "cues: [{at: end, say: Out, slowly.}]"],
            "5:32: slowly.: is not a key of a cue; write one of at, say, or put the text with its comma in quotes",
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
    ],
)
def test_errors_of_a_cue(lines: list[str], message: str) -> None:
    """A wrong cue is one error."""
    assert messages(stretch_with(*lines)) == [message]
