"""A routine as text, read back by the reader."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from routine_app.core.routine.limits import (
    LONGEST_GAP_SECONDS,
    LONGEST_HOLD_SECONDS,
    NAME_LIMIT,
    REPEAT_LIMIT,
    TITLE_LIMIT,
)
from routine_app.core.routine.model import Cue, CueTime, Routine, Side, SideHold, Stretch, StretchKind
from routine_app.core.routine.muscles import MUSCLES
from routine_app.core.routine.plan import PLAN_LIMIT_SECONDS, planned_seconds
from routine_app.core.routine.repository import CheckedText
from routine_app.core.routine.yaml_writer import routine_text
from routine_app.data.paths import shipped_routines_folder
from routine_app.data.routines.library import routine_files
from routine_app.data.routines.reader.cues import parse_cue_time
from routine_app.data.routines.reader.routine import read_routine, read_routine_file
from tests.data.yaml.yaml_parsers import with_each_parser
from tests.few_or_many import few_or_many

HARD_TEXTS = (
    *r"""--- · ... · --- a · # no remark · - a: 'b' · null · ~ · No · 1:30 · 1e5 · -1 · 0 · a: b ·
a: · a #b · - a · - · ' · '' · " · \ · x\n · {a · [a] · *a · &a · !a · %a · @a · `a · | ·
|- · > · ? a · : a · = · << · a, b · a  b · 🧘 · <? · --- | · %YAML 1.1""".replace("\n", " ").split(" · "),
    "a\u00a0\u3000b",
    "a\u0301",
)
"""What would be a mark of YAML, or something else than a text, where it begins or ends one."""

HARD_LETTERS = " '\"#:,-{}[]*&!%@`|>?\\\u00a0"


def texts(longest: int, layout: str = "") -> st.SearchStrategy[str]:
    """Every text that a file may have somewhere, without space around it; line breaks and tabs only where it may."""
    fit = st.characters(
        codec="utf-8",
        exclude_categories=("Cc", "Zl", "Zp"),
        exclude_characters="\ufeff\ufffe\uffff",
        include_characters=layout,
    )
    whole = st.text(fit | st.sampled_from(HARD_LETTERS + layout), min_size=1, max_size=longest).map(str.strip)
    return (whole | st.sampled_from(HARD_TEXTS)).filter(bool)


SHORT_TEXTS, NAMES, SAYINGS = texts(TITLE_LIMIT), texts(NAME_LIMIT), texts(140)
LINES = st.lists(st.sampled_from(("", " ", "\t", *HARD_TEXTS)) | texts(60).map("  {}".format), max_size=6)
LONG_TEXTS = (
    texts(500, layout="\t\n") | LINES.map("\n".join).map(str.strip) | st.sampled_from(("", "a " * 249 + "a"))
)


def seconds(shortest: float, longest: float) -> st.SearchStrategy[float]:
    """Every length between these, to the millisecond as files have it; whole ones more often."""
    milliseconds = st.integers(round(shortest * 1000), round(longest * 1000)).map(
        lambda number: number / 1000
    )
    return st.integers(round(shortest), round(longest)).map(float) | milliseconds


HOLD_SECONDS, GAPS = seconds(1, LONGEST_HOLD_SECONDS), seconds(0, LONGEST_GAP_SECONDS)


@st.composite
def sets_of_holds(draw: st.DrawFn) -> tuple[SideHold, ...]:
    """One set: both sides at once, one of them, or one after the other, as long or not."""
    sides = draw(
        st.sampled_from(
            [(Side.BOTH,), (Side.LEFT,), (Side.RIGHT,), (Side.LEFT, Side.RIGHT), (Side.RIGHT, Side.LEFT)]
        )
    )
    length = draw(HOLD_SECONDS)
    return tuple(SideHold(side, draw(st.just(length) | HOLD_SECONDS)) for side in sides)


def cue_times(hold_seconds: float) -> st.SearchStrategy[CueTime | None]:
    """No time, or every one that a file may tell, inside a hold of that length."""
    shares = st.sampled_from((0, 250_000, 500_000, 1_000_000)) | st.integers(0, 1_000_000)
    fine_shares = st.integers(0, 100_000_000)
    return st.one_of(
        st.none(),
        shares.map(lambda share: CueTime(share=round(share / 10_000 / 100, 8))),
        fine_shares.map(lambda share: CueTime(share=round(share / 1_000_000 / 100, 8))),
        seconds(0, hold_seconds).map(lambda offset: CueTime(offset_seconds=min(offset, hold_seconds))),
        seconds(0, hold_seconds).map(
            lambda offset: CueTime(share=1.0, offset_seconds=-min(offset, hold_seconds))
        ),
    )


@st.composite
def stretches(draw: st.DrawFn, gaps: Sequence[float], languages: Sequence[str]) -> Stretch:
    """Every stretch; its gaps are often those of the others."""
    holds = draw(sets_of_holds())
    shortest = min(hold.hold_seconds for hold in holds)
    cues = st.builds(Cue, SAYINGS, cue_times(shortest))
    return Stretch(
        name=draw(NAMES),
        holds=holds,
        rest_seconds=draw(st.sampled_from(gaps) | GAPS),
        switch_seconds=draw(st.sampled_from(gaps) | GAPS),
        kind=draw(st.sampled_from(StretchKind)),
        muscles=draw(st.lists(st.sampled_from(MUSCLES) | NAMES, unique=True, max_size=6).map(tuple)),
        sets=draw(st.integers(1, REPEAT_LIMIT)),
        how=draw(LONG_TEXTS),
        why=draw(LONG_TEXTS),
        figure=draw(st.none() | NAMES.filter(_is_plain_name)),
        cues=tuple(draw(st.lists(cues, max_size=4))),
        language=draw(st.sampled_from(languages)),
    )


def _is_plain_name(figure: str) -> bool:
    return figure != "." and not any(mark in figure for mark in ("/", "\\", ":", ".."))


def _is_word(text: str) -> bool:
    return len(text) <= 40 and "," not in text and not any(letter.isspace() for letter in text)


@st.composite
def routines(draw: st.DrawFn) -> Routine:
    """Every routine that a file can have, but for the longest lists."""
    gaps = [*draw(st.lists(GAPS, min_size=1, max_size=2)), 5.0, 10.0]
    languages = draw(st.lists(st.sampled_from(("", "de", "no", "zh-Hant")), min_size=1, max_size=2))
    return _short_enough(
        Routine(
            title=draw(SHORT_TEXTS),
            stretches=tuple(draw(st.lists(stretches(gaps, languages), min_size=1, max_size=3))),
            get_ready_seconds=draw(GAPS),
            rounds=draw(st.just(1) | st.integers(1, REPEAT_LIMIT)),
            description=draw(LONG_TEXTS),
            tags=tuple(draw(st.lists(texts(40).filter(_is_word), unique=True, max_size=5))),
        )
    )


def _short_enough(routine: Routine) -> Routine:
    """The routine, or one without repeats if the whole of it would take too long."""
    if planned_seconds(routine) <= PLAN_LIMIT_SECONDS:
        return routine
    once = tuple(stretch._replace(sets=1) for stretch in routine.stretches)
    return routine._replace(stretches=once, rounds=1)


def read_back(text: str) -> CheckedText:
    """What is in the text, as both of PyYAML's parsers have it."""
    return with_each_parser(lambda: read_routine("made.yaml", text.encode()))


@settings(max_examples=few_or_many(40, 1000))
@given(routines(), st.lists(st.text(), max_size=3))
def test_what_is_written_reads_back_as_the_same(routine: Routine, remarks: list[str]) -> None:
    """Whatever its words, lines, sides, gaps and cues, and with whatever comments above; no line is an error."""
    reading = read_back(routine_text(routine, remarks))
    assert (reading.routine, reading.errors) == (routine, ())


def test_every_routine_that_ships_survives_it() -> None:
    """Without a problem."""
    for file in routine_files(shipped_routines_folder()):
        routine = read_routine_file(file).routine
        assert routine is not None
        assert read_back(routine_text(routine)) == CheckedText(routine, ())


def one_stretch(**fields: Any) -> Routine:  # noqa: ANN401 - any field of a stretch
    """A routine of one short stretch with these fields."""
    return Routine("Sit", (Stretch("Sit", (SideHold(Side.BOTH, 30.0),), 10.0, 5.0, **fields),))


BEGINS = """\
# yaml-language-server: $schema=routine.schema.json
title: Sit
"""
HEAD = """\
get_ready: 10s
rest: 10s
stretches:
  - name: Sit
    hold: 30s
"""


def test_several_lines_stay_lines() -> None:
    """As people write them, blank lines and bullets and all."""
    routine = one_stretch(how="Sit down:\n- knees out\n  (both)\n\n---\nBreathe.", why="a\nb")._replace(
        description="One.\n\nTwo.",
    )
    assert routine_text(routine) == (
        f"{BEGINS}description: |-\n  One.\n\n  Two.\n{HEAD}"
        "    how: |-\n      Sit down:\n      - knees out\n        (both)\n\n      ---\n      Breathe.\n"
        "    why: |-\n      a\n      b\n"
    )


@pytest.mark.parametrize(
    ("how", "written"),
    [("a \nb", '"a \\nb"'), ("a\n\tb", '"a\\n\\tb"'), ("a\n \nb", '"a\\n \\nb"')],
    ids=["blank at an end", "tab", "line of blanks"],
)
def test_what_cannot_be_seen_in_lines_is_written_with_escapes(how: str, written: str) -> None:
    """An editor that tidies up would take it away."""
    assert routine_text(one_stretch(how=how)) == f"{BEGINS}{HEAD}    how: {written}\n"


@pytest.mark.parametrize(
    "time", ["start", "50%", "end", "12.345678%", "0.000001%", "99.999999%", "-1m30s", "1.001s"]
)
def test_a_cue_s_time_is_written_as_finely_as_it_may_be(time: str) -> None:
    """With six decimals of a percent, and thousandths of a second."""
    at = parse_cue_time(time)
    assert f"- {{at: {time}, say: a}}\n" in routine_text(one_stretch(cues=(Cue("a", at),)))


def test_a_language_of_all_stands_once() -> None:
    """Where they differ each has its own, and one that YAML would read as "no" stays a language."""
    sit, fold = (
        Stretch(name, (SideHold(Side.BOTH, 30.0),), 10.0, 5.0, language="no") for name in ("Sit", "Fold")
    )
    together = routine_text(Routine("Kveld", (sit, fold)))
    assert together.count("language:") == 1
    assert "\nlanguage: 'no'\n" in together
    apart = routine_text(Routine("Kveld", (sit, fold._replace(language=""))))
    assert apart.count("language:") == 1
    assert "\n    language: 'no'\n" in apart
