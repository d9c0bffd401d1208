"""What the editor offers to complete with, and where."""

import time

import pytest

from routine_app.core.editor.completions import CUE_TIMES, SIDES, completions
from routine_app.core.help.schema_keys import KeyFacts, SchemaKeys
from routine_app.core.routine.muscles import MUSCLES

FIGURES = ("butterfly", "pigeon-pose")


def facts(*keys: str) -> tuple[KeyFacts, ...]:
    """Make keys of which nothing but the name is known."""
    return tuple(KeyFacts(key, "", "", "", "") for key in keys)


KEYS = SchemaKeys(
    routine=facts("title", "rest"),
    stretch=facts("name", "rest", "hold"),
    sides=facts("left", "right"),
    cue=facts("at", "say"),
    muscles=MUSCLES,
)
NAMES = ("title", "rest", "name", "hold", "left", "right", "at", "say")
OFFERED = completions(KEYS, FIGURES)


@pytest.mark.parametrize("before", ["", "h", "    h", "  - ", "  - na", "- na"])
def test_a_line_begins_with_a_key(before: str) -> None:
    """Each key once, in the order of the schema."""
    assert OFFERED.at(before)[: len(NAMES)] == NAMES


@pytest.mark.parametrize("before", ["      - ", "      - hip", " - it_b"])
def test_an_entry_of_a_list_may_be_a_muscle(before: str) -> None:
    """One cannot see from the line what list it is."""
    assert OFFERED.at(before) == (*NAMES, *MUSCLES)


def test_other_lines_begin_with_no_muscle() -> None:
    """They begin with keys alone."""
    assert OFFERED.at("    h") == NAMES


@pytest.mark.parametrize(
    ("before", "offered"),
    [
        ("    muscles: ", MUSCLES),
        ("    muscles: [", MUSCLES),
        ("    muscles: [it_band, hip_f", MUSCLES),
        ("    muscles: it", MUSCLES),
        ("  - {name: Sit, muscles: [gl", MUSCLES),
        ("    figure: pigeon-p", FIGURES),
        ("    figure:", FIGURES),
        ("    sides: ", SIDES),
        ("    sides: {", SIDES),
        ("    first: l", ("left", "right")),
        ("    kind: ", ("stretch", "strength")),
        ("      - {at: ha", CUE_TIMES),
    ],
)
def test_a_key_has_its_words(before: str, offered: tuple[str, ...]) -> None:
    """In every way of writing lists and mappings."""
    assert OFFERED.at(before) == offered


@pytest.mark.parametrize(
    "before",
    [
        "title: ",
        "title: My hips h",
        "    how: Sit down, a",
        "      - Keep your back s",
        "    hold: 30s",
        "# a comment h",
        "    figure: 'pig",
        "    muscles: [it_band] ",
        "    figure: pigeon-pose  # h",
    ],
)
def test_in_a_text_of_ones_own_nothing_is_offered(before: str) -> None:
    """There Enter begins a line, and no more."""
    assert OFFERED.at(before) == ()


def test_without_a_schema_the_words_are_offered_all_the_same() -> None:
    """The keys alone are missing."""
    offered = completions(None, FIGURES)
    assert (offered.at(""), offered.at("figure: ")) == ((), FIGURES)


def test_a_long_line_is_quick() -> None:
    """A hundredth of a second for a key, with room for a busy machine."""
    started = time.process_time()
    for line in ("a" * 100_000, "a: " * 30_000, "muscles: [" + "a, " * 30_000 + "!", "- " * 50_000):
        OFFERED.at(line)
    assert time.process_time() - started < 4
