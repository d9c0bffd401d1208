"""What the app says, as a person would say it."""

import pytest

from routine_app.core.cues.sentences import (
    finish_sentences,
    length_sentences,
    number_words,
    sentence,
    start_sentences,
)
from routine_app.core.routine.model import Cue, CueTime, Routine, Side, SideHold, Stretch
from routine_app.core.routine.plan import plan

BOTH = (SideHold(Side.LEFT, 30.0), SideHold(Side.RIGHT, 30.0))
PIGEON = Stretch("Pigeon pose", BOTH, rest_seconds=10.0, switch_seconds=5.0)


def said(routine: Routine) -> list[str]:
    """What is said as each step starts, in a line for each."""
    steps = plan(routine)
    return [" ".join(start_sentences(steps, index)) for index in range(len(steps))]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "one"),
        (12, "twelve"),
        (19, "nineteen"),
        (20, "twenty"),
        (45, "forty-five"),
        (59, "fifty-nine"),
        (90, "ninety"),
        (99, "ninety-nine"),
        (100, "100"),
    ],
)
def test_numbers(number: int, words: str) -> None:
    """Below a hundred in words."""
    assert number_words(number) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (1, "One second."),
        (30, "Thirty seconds."),
        (22.5, "Twenty-three seconds."),
        (60, "One minute."),
        (61, "One minute. One second."),
        (90, "Ninety seconds."),
        (130, "Two minutes. Ten seconds."),
        (1800, "Thirty minutes."),
    ],
)
def test_lengths(seconds: float, words: str) -> None:
    """As a person says them, ninety seconds and not a minute and thirty."""
    assert " ".join(length_sentences(seconds)) == words


@pytest.mark.parametrize("words", ["Breathe!", "Ready?", "Hold it.", "And…"])
def test_a_sentence_keeps_its_own_end(words: str) -> None:
    """No second full stop."""
    assert sentence(words) == words
    assert sentence("Hold it") == "Hold it."


def test_two_sides() -> None:
    """Each hold has its name, side and length; a gap says what comes."""
    assert said(Routine("Hips", (PIGEON,))) == [
        "Get ready. Pigeon pose. Left side.",
        "Pigeon pose. Left side. Thirty seconds.",
        "Switch sides. Right side.",
        "Pigeon pose. Right side. Thirty seconds.",
    ]


def test_sets_and_rounds() -> None:
    """The last one is named, and a new round before a new set."""
    bridge = Stretch("Bridge", (SideHold(Side.BOTH, 10.0),), 5.0, 5.0, sets=3)
    rests = [words for words in said(Routine("Strong", (bridge,), rounds=2)) if words.startswith("Rest")]
    assert rests == [
        "Rest. Next set. Next: Bridge.",
        "Rest. Last set. Next: Bridge.",
        "Rest. Last round. Next: Bridge.",
        "Rest. Next set. Next: Bridge.",
        "Rest. Last set. Next: Bridge.",
    ]


def test_the_cue_at_the_end_is_said_as_the_next_step_starts() -> None:
    """A hold has no moment left for it; the last one says it before the finish."""
    end = Cue("Breathe out", CueTime(1.0))
    steps = plan(Routine("Hips", (Stretch("Lean", BOTH, 0.0, 0.0, cues=(end,)),)))
    assert start_sentences(steps, 1) == ("Lean.", "Left side.", "Thirty seconds.")
    assert start_sentences(steps, 2)[:2] == ("Breathe out.", "Lean.")
    assert finish_sentences(steps) == ("Breathe out.", "Done. Well held.")
