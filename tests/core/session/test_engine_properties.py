"""What must hold of a session whatever is done to it."""

from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.routine.model import Routine, Side, SideHold, Stretch
from routine_app.core.routine.plan import StepKind, plan
from routine_app.core.session.engine import RunStatus, Session
from routine_app.core.session.events import Ended, Event, HoldFinished, HoldsLeft, StepStarted
from routine_app.core.session.record import HoldRecord

COMMANDS = (
    "advance",
    "pause",
    "resume",
    "skip",
    "back",
    "add_ten_seconds",
    "redo_step",
    "count_sleep",
    "stop",
)

seconds = st.integers(1, 40_000).map(lambda milliseconds: milliseconds / 1000)
gaps = st.sampled_from([0.0, 0.5, 3.0, 10.0])


@st.composite
def stretches(draw: st.DrawFn) -> Stretch:
    """Make a stretch with one or two sides."""
    sides = draw(st.sampled_from([(Side.BOTH,), (Side.LEFT,), (Side.LEFT, Side.RIGHT)]))
    holds = tuple(SideHold(side, max(draw(seconds), 1.0)) for side in sides)
    return Stretch(
        "Any", holds, rest_seconds=draw(gaps), switch_seconds=draw(gaps), sets=draw(st.integers(1, 3))
    )


routines = st.builds(
    Routine,
    title=st.just("Any"),
    stretches=st.lists(stretches(), min_size=1, max_size=3).map(tuple),
    get_ready_seconds=gaps,
    rounds=st.integers(1, 2),
)
waits = st.one_of(st.floats(0, 2), st.floats(0, 45), st.sampled_from([0.0, 5.0, 5.001, 1799.0, 1801.0]))
moves = st.lists(st.tuples(st.sampled_from(COMMANDS), waits), max_size=60)


def tell(session: Session, command: str, now: float) -> tuple[Event, ...]:
    """Give a command by its name."""
    told: tuple[Event, ...] = getattr(session, command)(now)
    return told


@given(routines, moves)
def test_whatever_happens(routine: Routine, made: list[tuple[str, float]]) -> None:
    """Steps go back only by Back, held time is never invented, each hold is accounted for once."""
    steps = plan(routine)
    session = Session(steps)
    now = 500.0
    events = list(session.start(now))
    for command, wait in made:
        before = session.state.step_index
        now += wait
        told = tell(session, command, now)
        events += told
        check_events_are_in_order(told, now)
        if command != "back":
            assert session.state.step_index >= before
        state = session.state
        assert 0.0 <= state.remaining(now) <= state.length_seconds
    events += session.stop(now)
    check_accounts(
        events, session, steps_count=sum(step.kind is StepKind.HOLD for step in steps), passed=now - 500.0
    )


def check_events_are_in_order(told: tuple[Event, ...], now: float) -> None:
    """No event lies after the call that tells it, nor before the event ahead of it."""
    moments = [event.at for event in told]
    assert moments == sorted(moments)
    assert all(moment <= now + 1e-6 for moment in moments)


def check_accounts(events: list[Event], session: Session, *, steps_count: int, passed: float) -> None:
    """The last word on each hold makes a record of every planned hold, and no time is invented."""
    assert session.state.status is RunStatus.ENDED
    assert sum(isinstance(event, Ended) for event in events) == 1
    last_word: dict[int, HoldRecord] = {}
    for event in events:
        if isinstance(event, HoldFinished):
            last_word[event.record.hold_index] = event.record
        elif isinstance(event, HoldsLeft):
            last_word.update({record.hold_index: record for record in event.records})
    assert sorted(last_word) == list(range(steps_count))
    assert all(record.held_seconds >= 0.0 for record in last_word.values())
    assert sum(record.held_seconds for record in last_word.values()) <= passed + 1e-3


@given(routines)
def test_left_alone_it_follows_the_plan(routine: Routine) -> None:
    """Undisturbed, each step begins at the second the plan says."""
    steps = plan(routine)
    session = Session(steps)
    now = 0.0
    events = list(session.start(now))
    while session.state.status is RunStatus.RUNNING:
        now += 0.9
        events += session.advance(now)
    begun = [event for event in events if isinstance(event, StepStarted)]
    assert [event.step for event in begun] == list(steps)
    assert all(abs(event.at - event.step.start_seconds) < 1e-6 for event in begun)
    assert all(record.held_seconds == record.planned_seconds for record in session.records)
