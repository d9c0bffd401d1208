"""Which sentence is said in which language."""

import pytest

from routine_app.core.cues.languages import english_sentences, is_english, languages_of, spoken
from routine_app.core.routine.model import Cue, Routine, Side, SideHold, Stretch
from routine_app.core.routine.plan import plan

BREATHE = Cue("Ruhig atmen")


def stretch(name: str, language: str) -> Stretch:
    """A stretch of twenty seconds."""
    return Stretch(name, (SideHold(Side.BOTH, 20.0),), 5.0, 5.0, cues=(BREATHE,), language=language)


def test_a_routines_own_sentences_have_its_language() -> None:
    """Its names, also as what comes next, and its cues; the others are the app's."""
    steps = plan(Routine("Abend", (stretch("Schmetterling", "de"), stretch("Taube", ""))))
    assert languages_of(steps) == {
        "Schmetterling.": "de",
        "Next: Schmetterling.": "de",
        "Taube.": "",
        "Next: Taube.": "",
        "Ruhig atmen.": "",
    }


def test_a_voice_of_english_is_given_no_other_language() -> None:
    """What names no language may be English."""
    said = english_sentences(plan(Routine("Abend", (stretch("Schmetterling", "de"), stretch("Taube", "")))))
    assert {"Get ready.", "Twenty seconds.", "Halfway.", "Taube.", "Next: Taube.", "Ruhig atmen."} <= set(
        said
    )
    assert not any("Schmetterling" in words for words in said)


def test_sentences_of_one_language_are_said_together() -> None:
    """In their order."""
    languages = {"Schmetterling.": "de", "Ruhig atmen.": "de"}
    said = ("Schmetterling.", "Ruhig atmen.", "Twenty seconds.", "Halfway.", "Ruhig atmen.")
    assert spoken(said, languages) == (
        ("Schmetterling. Ruhig atmen.", "de"),
        ("Twenty seconds. Halfway.", "en"),
        ("Ruhig atmen.", "de"),
    )


@pytest.mark.parametrize("language", ["", "en", "EN-gb"])
def test_english_is_told_by_its_tag(language: str) -> None:
    """Where none is named it may be."""
    assert is_english(language)


@pytest.mark.parametrize("language", ["de", "eng", "pt-BR"])
def test_others_are_not_english(language: str) -> None:
    """A longer tag that only begins so is none of it."""
    assert not is_english(language)
