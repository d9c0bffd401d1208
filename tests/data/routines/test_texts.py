"""A routine's text: what it says, and that an edit changes what it is about and nothing else, however it is laid out."""

import re

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from routine_app.core.routine.model import Routine, Side, SideHold, Stretch
from routine_app.core.routine.problem import Severity
from routine_app.core.routine.repository import (
    ChangeNumber,
    MoveStretch,
    NumberField,
    RefusedEditError,
)
from routine_app.data.routines.texts import RoutineYaml
from tests.data.routines.edits.edited_texts import checked, hold, refusal, stretch
from tests.data.routines.routine_text_strategies import Span, WrittenRoutine, one_of, written_routines
from tests.data.yaml.yaml_parsers import PARSERS, reading_with, with_each_parser
from tests.few_or_many import few_or_many

STEPS = (-300, -60, -30, -5, -1, 1, 5, 30, 60, 300)
STEPS_OF_SETS = (-2, -1, 1, 2)
LIMITS = {NumberField.SETS: (1, 20), NumberField.REST: (0, 300)}
HOLD_LIMITS = (1, 1800)

# Spellings in which each number can be said again. Minutes drop seconds that are nothing, and become
# seconds below one minute, so they come back only from above.
ALWAYS_SAID_AGAIN = re.compile(r"(0|[1-9][0-9]*)(\.0)?( ?s)?|[1-9]?[0-9]:[0-9]{2}", re.IGNORECASE)
SAID_AGAIN_FROM_ABOVE = re.compile(r"[1-9][0-9]*( ?)m(\1[1-9][0-9]?\1s)?", re.IGNORECASE)


any_layout = settings(
    max_examples=few_or_many(30, 60),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def routine_of(text: str) -> Routine:
    """The routine that a text says."""
    return with_each_parser(lambda: routine_now(text))


def routine_now(text: str) -> Routine:
    """The same with the parser of the moment."""
    routine = RoutineYaml().check("a.yaml", text).routine
    assert routine is not None
    return routine


def edited(text: str, edit: ChangeNumber | MoveStretch) -> str | None:
    """The text after an edit; None if it is refused."""
    return with_each_parser(lambda: edited_now(text, edit))


def edited_now(text: str, edit: ChangeNumber | MoveStretch) -> str | None:
    """The same with the parser of the moment."""
    try:
        return RoutineYaml().edited(text, edit)
    except RefusedEditError:
        return None


def number_of(stretch: Stretch, knob: NumberField) -> float:
    """The number that a knob turns."""
    match knob:
        case NumberField.SETS:
            return stretch.sets
        case NumberField.REST:
            return stretch.rest_seconds
        case NumberField.HOLD:
            return stretch.holds[0].hold_seconds
    side = Side(knob.value.split()[0])
    return {hold.side: hold.hold_seconds for hold in stretch.holds}[side]


def with_number(stretch: Stretch, knob: NumberField, number: float) -> Stretch:
    """The stretch with another number."""
    match knob:
        case NumberField.SETS:
            return stretch._replace(sets=int(number))
        case NumberField.REST:
            return stretch._replace(rest_seconds=number)
        case NumberField.HOLD:
            return stretch._replace(holds=tuple(SideHold(hold.side, number) for hold in stretch.holds))
    toggled = Side(knob.value.split()[0])
    holds = (
        SideHold(hold.side, number if hold.side is toggled else hold.hold_seconds) for hold in stretch.holds
    )
    return stretch._replace(holds=tuple(holds))


def steps(knob: str) -> tuple[int, ...]:
    """By how much the number of a knob is turned."""
    return STEPS_OF_SETS if knob == "sets" else STEPS


@st.composite
def turns(draw: st.DrawFn, written: WrittenRoutine) -> ChangeNumber:
    """A turn of a number that is written, or of sets or rest where they are not."""
    index, knob = one_of(
        draw,
        *written.numbers,
        *((i, knob) for i in range(len(written.stretches)) for knob in ("sets", "rest")),
    )
    return ChangeNumber(index, NumberField(knob), one_of(draw, *steps(knob)))


@st.composite
def turns_to_take_back(draw: st.DrawFn, written: WrittenRoutine) -> ChangeNumber:
    """A turn of a number that is its own, which its spelling can say before and after, and that meets no limit."""
    routine = routine_of(written.text)
    own = written.numbers.keys() - written.shared - written.aliases
    every = (ChangeNumber(index, NumberField(knob), by) for index, knob in sorted(own) for by in steps(knob))
    fitting = [turn for turn in every if is_said_again(written, turn) and is_within(routine, turn)]
    assume(fitting)
    return one_of(draw, *fitting)


def is_said_again(written: WrittenRoutine, turn: ChangeNumber) -> bool:
    """Whether the number comes back in its spelling after a turn and one back."""
    spelling = written.numbers[turn.stretch, turn.knob.value].of(written.text)
    from_above = turn.by > 0 and SAID_AGAIN_FROM_ABOVE.fullmatch(spelling)
    return bool(ALWAYS_SAID_AGAIN.fullmatch(spelling) or from_above)


def is_within(routine: Routine, turn: ChangeNumber) -> bool:
    """Whether the number can be turned by as much as that."""
    return turned_number(routine, turn) == number_of(routine.stretches[turn.stretch], turn.knob) + turn.by


def turned_number(routine: Routine, turn: ChangeNumber) -> float:
    """What the number of a turn becomes."""
    least, most = LIMITS.get(turn.knob, HOLD_LIMITS)
    return min(max(number_of(routine.stretches[turn.stretch], turn.knob) + turn.by, least), most)


@any_layout
@given(st.data())
def test_a_turn_changes_one_number_and_only_its_characters(data: st.DataObject) -> None:
    """The rest of the text is the same to the byte; a number that is not written is put in by one piece."""
    written = data.draw(written_routines())
    turn = data.draw(turns(written))
    routine, number = routine_of(written.text), (turn.stretch, turn.knob.value)
    toggled = turned_number(routine, turn)
    after = edited(written.text, turn)
    if toggled == number_of(routine.stretches[turn.stretch], turn.knob) or number in written.shared:
        assert after is None
        return
    assert after is not None
    stretches = list(routine.stretches)
    stretches[turn.stretch] = with_number(stretches[turn.stretch], turn.knob, toggled)
    assert routine_of(after) == routine._replace(stretches=tuple(stretches))
    if number in written.numbers:
        assert_only_that_changed(written.text, written.numbers[number], after)
    else:
        assert_one_piece_inserted(written, turn, after)


def assert_only_that_changed(before: str, where: Span, after: str) -> None:
    """There is another number in that place, and all around it is as it was."""
    assert after.startswith(before[: where.start])
    assert after[where.start :].endswith(before[where.end :])
    new = after[where.start : len(after) - (len(before) - where.end)]
    assert re.fullmatch(r"[0-9.: sm]+", new, re.IGNORECASE)


def assert_one_piece_inserted(written: WrittenRoutine, turn: ChangeNumber, after: str) -> None:
    """The text has grown by the key alone, inside its stretch."""
    before, stretch = written.text, written.stretches[turn.stretch]
    length = len(after) - len(before)
    # The same text may come of pieces put in at several places: in "10s, rest: 10s" the second is either half.
    places = [
        at for at in range(stretch.start, stretch.end + 1) if before == after[:at] + after[at + length :]
    ]
    piece = re.compile(
        rf"""((\r\n|\r|\n)[ ]*|,[ ])(["']?){turn.knob.value}\3:[ ](["']?)[0-9.: sm]+\4""", re.IGNORECASE
    )
    assert any(piece.fullmatch(after[at : at + length]) for at in places)


@any_layout
@given(st.data())
def test_a_turn_back_gives_the_very_same_text(data: st.DataObject) -> None:
    """Where the number is written in a spelling that can say both, and no limit was met."""
    written = data.draw(written_routines())
    turn = data.draw(turns_to_take_back(written))
    after = edited(written.text, turn)
    assert after is not None
    assert edited(after, turn._replace(by=-turn.by)) == written.text


@any_layout
@given(st.data())
def test_a_move_exchanges_two_stretches_and_can_be_taken_back(data: st.DataObject) -> None:
    """Every line is still there; what stands before the two and after them is the same to the byte."""
    written = data.draw(written_routines(least=2))
    before, routine = written.text, routine_of(written.text)
    upper, by = data.draw(st.integers(0, len(written.stretches) - 2)), data.draw(st.sampled_from([1, -1]))
    index = upper if by == 1 else upper + 1
    after = edited(before, MoveStretch(index, by))
    if after is None:
        assert written.aliases
        return
    stretches = list(routine.stretches)
    stretches[upper], stretches[upper + 1] = stretches[upper + 1], stretches[upper]
    assert routine_of(after) == routine._replace(stretches=tuple(stretches))
    assert_only_those_moved(written, upper, after)
    assert edited(after, MoveStretch(index + by, -by)) == before


def assert_only_those_moved(written: WrittenRoutine, upper: int, after: str) -> None:
    """Other stretches are where they were, and both of these are whole."""
    before, spans = written.text, written.stretches
    above_end = spans[upper - 1].end if upper else before.index("stretches")
    assert after.startswith(before[:above_end])
    if upper + 2 < len(spans):
        assert after.endswith(before[spans[upper + 2].start :])
    first, second = (spans[at].of(before) for at in (upper, upper + 1))
    assert after.count(second) >= before.count(second)
    assert after.index(second, above_end) + len(second) <= after.rindex(first)
    assert len(after) == len(before)
    assert sorted(after) == sorted(before)
    if not written.is_flow_list:
        assert sorted(after.removeprefix("\ufeff").splitlines()) == sorted(
            before.removeprefix("\ufeff").splitlines()
        )


ODD_PIECES = (
    *(
        "\n",
        "\r\n",
        "\n  ",
        "\n    ",
        " ",
        "\t",
        "#",
        " # c\n",
        "- ",
        "? ",
        ": ",
        ", ",
        "'",
        '"',
        "\\",
        "|\n",
        ">-\n",
    ),
    *(
        "[",
        "]",
        "{",
        "}",
        "&a ",
        "*a",
        "*a ",
        "&long ",
        "*long",
        "---\n",
        "...\n",
        "!!",
        "%YAML 1.1\n",
        "\ufeff",
    ),
    *("30", "1:30", "sets: 2", "rest", "hold", "\U0001f9d8", "<<: ", "~", "\u00a0"),
)


@any_layout
@given(st.data())
def test_of_odd_yaml_an_edit_is_right_or_refused(data: st.DataObject) -> None:
    """With anything put in anywhere: what comes back reads as it should, and nothing else is ever raised."""
    text = data.draw(written_routines()).text
    for piece in data.draw(st.lists(st.sampled_from(ODD_PIECES), max_size=3)):
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + piece + text[at:]
    knob, by = data.draw(st.sampled_from(NumberField)), data.draw(st.sampled_from([-1, 1]))
    # Of odd texts one parser may take what the other does not, and each be right.
    for parser in PARSERS:
        with reading_with(parser):
            assert_right_or_refused(text, ChangeNumber(0, knob, by))
            assert_right_or_refused(text, MoveStretch(0, 1))


def assert_right_or_refused(text: str, edit: ChangeNumber | MoveStretch) -> None:
    """What comes back reads, and not as before unless two stretches that are alike were exchanged."""
    after = edited_now(text, edit)
    if after is not None:
        assert routine_now(after) != routine_now(text) or isinstance(edit, MoveStretch)


def test_a_good_text_is_a_routine() -> None:
    """And its warnings are under the name that was given."""
    (found,) = checked(stretch("name: A", "muscles: glute", "hold: 30s"), "mine.yaml")
    assert found.routine is not None
    assert [(problem.file_name, problem.severity) for problem in found.problems] == [
        ("mine.yaml", Severity.WARNING)
    ]


def test_a_bad_text_has_its_errors_under_each_name() -> None:
    """The same text can be two files."""
    first, second = checked(stretch("name: A", "hold: 3 min"), "a.yaml", "b.yaml")
    assert first.routine is None
    assert [str(problem)[:17] for problem in first.errors] == ["a.yaml:5:11: hold"]
    assert [str(problem)[:17] for problem in second.errors] == ["b.yaml:5:11: hold"]


@pytest.mark.parametrize("text", ["", "\ufeff", "\ud83e", "title: \udc00\n", "\0", "x" * 300_000])
def test_whatever_the_text_is_it_gets_an_error(text: str) -> None:
    """Half a character too, which an editor can hold and a file cannot."""
    (found,) = checked(text, "mine.yaml")
    assert found.routine is None
    assert len(found.errors) == 1


def test_a_byte_order_mark_is_allowed() -> None:
    """As it is in a file."""
    (found,) = checked("\ufeff" + stretch("name: A", "hold: 30s"), "mine.yaml")
    assert found.problems == ()


def test_a_turn_by_nothing_changes_nothing() -> None:
    """Not even what it would refuse."""
    assert edited(stretch("name: A", "hold: 1s"), hold(0)) == stretch("name: A", "hold: 1s")


def test_a_text_with_errors_is_mended_first() -> None:
    """The first error is told with its line."""
    assert refusal(stretch("name: A", "hold: 30s", "stes: 2"), hold(5)).startswith(
        "Mend the text first: line 6, stes: is not a key of a stretch; "
    )


def test_a_turn_makes_no_error() -> None:
    """Such as a cue that would lie outside the hold."""
    text = stretch("name: A", "hold: 30s", "cues: [{at: 28s, say: Now.}]")
    assert refusal(text, hold(-5)) == (
        'The text would have an error with that: line 6, at: "28s" is outside the hold of 25s; '
        "write a time inside it, such as halfway."
    )
