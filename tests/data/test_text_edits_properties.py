"""However a routine is laid out, an edit changes what it is about and nothing else."""

import re
from dataclasses import replace

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from routine_app.core.routine import Routine, Side, SideHold, Stretch
from routine_app.core.routine_text import Knob, Move, RefusedEditError, Turn
from routine_app.data.routine_file import yaml_tree
from routine_app.data.routine_file.text_edits import RoutineYaml
from tests.data.routine_text_strategies import WrittenRoutine, written_routines

STEPS = st.sampled_from([-300, -60, -30, -5, -1, 1, 5, 30, 60, 300])
LIMITS = {Knob.SETS: (1, 20), Knob.REST: (0, 300)}
HOLD_LIMITS = (1, 1800)

# Spellings in which each number can be said again. Minutes drop seconds that are nothing, and become
# seconds below one minute, so they come back only from above.
ALWAYS_SAID_AGAIN = re.compile(r"(0|[1-9][0-9]*)(\.0)?( ?s)?|[1-9]?[0-9]:[0-9]{2}", re.IGNORECASE)
SAID_AGAIN_FROM_ABOVE = re.compile(r"[1-9][0-9]*( ?)m(\1[1-9][0-9]?\1s)?", re.IGNORECASE)


@pytest.fixture(autouse=True, params=["CSafeLoader", "SafeLoader"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each test runs with the parser in C and with the one in Python, which browsers have."""
    name: str = request.param
    if not hasattr(yaml, name):
        pytest.skip(f"PyYAML has no {name} here")
    monkeypatch.setattr(yaml_tree, "LOADER", getattr(yaml, name))
    return name


either_parser = settings(
    max_examples=60,
    deadline=None,
    # The parser is chosen once for all examples of a run.
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)


def routine_of(text: str) -> Routine:
    """The routine that a text says."""
    routine = RoutineYaml().check("a.yaml", text).routine
    assert routine is not None
    return routine


def number_of(stretch: Stretch, knob: Knob) -> float:
    """The number that a knob turns."""
    match knob:
        case Knob.SETS:
            return stretch.sets
        case Knob.REST:
            return stretch.rest_seconds
        case Knob.HOLD:
            return stretch.holds[0].hold_seconds
    side = Side(knob.value.split()[0])
    return {hold.side: hold.hold_seconds for hold in stretch.holds}[side]


def with_number(stretch: Stretch, knob: Knob, number: float) -> Stretch:
    """The stretch with another number."""
    match knob:
        case Knob.SETS:
            return replace(stretch, sets=int(number))
        case Knob.REST:
            return replace(stretch, rest_seconds=number)
        case Knob.HOLD:
            return replace(stretch, holds=tuple(SideHold(hold.side, number) for hold in stretch.holds))
    turned = Side(knob.value.split()[0])
    holds = (
        SideHold(hold.side, number if hold.side is turned else hold.hold_seconds) for hold in stretch.holds
    )
    return replace(stretch, holds=tuple(holds))


@st.composite
def turns(draw: st.DrawFn, written: WrittenRoutine) -> Turn:
    """A turn of a number that is written, or of sets or rest where they are not."""
    numbers = [
        *written.numbers,
        *((i, knob) for i in range(len(written.stretches)) for knob in ("sets", "rest")),
    ]
    index, knob = draw(st.sampled_from(numbers))
    by = draw(st.sampled_from([-2, -1, 1, 2]) if knob == "sets" else STEPS)
    return Turn(index, Knob(knob), by)


def turned_number(routine: Routine, turn: Turn) -> float:
    """What the number of a turn becomes."""
    least, most = LIMITS.get(turn.knob, HOLD_LIMITS)
    return min(max(number_of(routine.stretches[turn.stretch], turn.knob) + turn.by, least), most)


@either_parser
@given(st.data())
def test_a_turn_changes_one_number_and_only_its_characters(data: st.DataObject) -> None:
    """The rest of the text is the same to the byte; a number that is not written is put in by one piece."""
    written = data.draw(written_routines())
    turn = data.draw(turns(written))
    before, routine, number = (
        written.text,
        routine_of(written.text),
        turned_number(routine_of(written.text), turn),
    )
    where = written.numbers.get((turn.stretch, turn.knob.value))
    if number == number_of(routine.stretches[turn.stretch], turn.knob) or (
        (turn.stretch, turn.knob.value) in written.shared
    ):
        with pytest.raises(RefusedEditError):
            RoutineYaml().edited(before, turn)
        return
    after = RoutineYaml().edited(before, turn)
    stretches = list(routine.stretches)
    stretches[turn.stretch] = with_number(stretches[turn.stretch], turn.knob, number)
    assert routine_of(after) == replace(routine, stretches=tuple(stretches))
    if where is not None:
        assert after.startswith(before[: where.start])
        assert after[where.start :].endswith(before[where.end :])
        new = after[where.start : len(after) - (len(before) - where.end)]
        assert re.fullmatch(r"[0-9.: sm]+", new, re.IGNORECASE)
        return
    assert_one_piece_inserted(written, turn, after)


def assert_one_piece_inserted(written: WrittenRoutine, turn: Turn, after: str) -> None:
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


@either_parser
@given(st.data())
def test_a_turn_back_gives_the_very_same_text(data: st.DataObject) -> None:
    """Where the number is written in a spelling that can say both, and no limit was met."""
    written = data.draw(written_routines())
    turn = data.draw(turns(written))
    number = (turn.stretch, turn.knob.value)
    assume(number in written.numbers)
    assume(number not in written.shared | written.aliases)
    spelling = written.numbers[number].of(written.text)
    from_above = turn.by > 0 and SAID_AGAIN_FROM_ABOVE.fullmatch(spelling)
    assume(ALWAYS_SAID_AGAIN.fullmatch(spelling) or from_above)
    routine = routine_of(written.text)
    assume(turned_number(routine, turn) == number_of(routine.stretches[turn.stretch], turn.knob) + turn.by)
    after = RoutineYaml().edited(written.text, turn)
    assert RoutineYaml().edited(after, replace(turn, by=-turn.by)) == written.text


@either_parser
@given(st.data())
def test_a_move_exchanges_two_stretches_and_can_be_taken_back(data: st.DataObject) -> None:
    """Every line is still there; what stands before the two and after them is the same to the byte."""
    written = data.draw(written_routines(least=2))
    before, routine = written.text, routine_of(written.text)
    index = data.draw(st.integers(0, len(written.stretches) - 1))
    by = data.draw(
        st.sampled_from([-1, 1] if 0 < index < len(written.stretches) - 1 else [1 if index == 0 else -1])
    )
    try:
        after = RoutineYaml().edited(before, Move(index, by))
    except RefusedEditError:
        assert written.aliases
        return
    upper = min(index, index + by)
    stretches = list(routine.stretches)
    stretches[upper], stretches[upper + 1] = stretches[upper + 1], stretches[upper]
    assert routine_of(after) == replace(routine, stretches=tuple(stretches))
    assert_only_those_moved(written, upper, after)
    assert RoutineYaml().edited(after, Move(index + by, -by)) == before


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


@either_parser
@given(st.data())
def test_of_odd_yaml_an_edit_is_right_or_refused(data: st.DataObject) -> None:
    """With anything put in anywhere: what comes back reads as it should, and nothing else is ever raised."""
    text = data.draw(written_routines()).text
    for piece in data.draw(st.lists(st.sampled_from(ODD_PIECES), max_size=3)):
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + piece + text[at:]
    knob, by = data.draw(st.sampled_from(Knob)), data.draw(st.sampled_from([-1, 1]))
    for edit in (Turn(0, knob, by), Move(0, 1)):
        try:
            after = RoutineYaml().edited(text, edit)
        except RefusedEditError:
            continue
        assert routine_of(after) != routine_of(text) or isinstance(edit, Move)
