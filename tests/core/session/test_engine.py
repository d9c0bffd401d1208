"""The session's state machine, to the millisecond, with made-up time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.routine.model import Routine, Side, SideHold, Stretch
from routine_app.core.routine.plan import StepKind, plan
from routine_app.core.session.engine import PAUSE_LIMIT_SECONDS, RunStatus, Session
from routine_app.core.session.events import (
    Ended,
    Event,
    FellAsleep,
    HoldFinished,
    HoldsLeft,
    Paused,
    Resumed,
    StepStarted,
    TimeAdded,
)
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionStatus

BOTH_SIDES = Stretch(
    name="Pigeon pose",
    holds=(SideHold(Side.LEFT, 30.0), SideHold(Side.RIGHT, 30.0)),
    rest_seconds=10.0,
    switch_seconds=5.0,
    muscles=("hip_flexors",),
)
TOGETHER = Stretch(
    name="Butterfly", holds=(SideHold(Side.BOTH, 20.0),), rest_seconds=10.0, switch_seconds=5.0
)
ROUTINE = Routine("Two stretches", (BOTH_SIDES, TOGETHER), get_ready_seconds=10.0)
"""Get ready 0-10, left 10-40, switch 40-45, right 45-75, rest 75-85, both 85-105."""

START = 1000.0


def started() -> Session:
    """Make a session that has just begun at START."""
    session = Session(plan(ROUTINE))
    session.start(START)
    return session


def run_to(session: Session, now: float, *, beginning: float = START) -> list[Event]:
    """Advance each second from `beginning` to `now`, as a ticker does."""
    events: list[Event] = []
    second = beginning
    while second < now:
        second = min(second + 1.0, now)
        events.extend(session.advance(second))
    return events


def at(seconds: float) -> Session:
    """Make a session that has run undisturbed for so many seconds."""
    session = started()
    run_to(session, START + seconds)
    return session


def kinds(events: list[Event] | tuple[Event, ...]) -> list[type]:
    """List the events by their types."""
    return [type(event) for event in events]


def test_a_session_needs_a_hold() -> None:
    """A plan with no hold cannot be run."""
    with pytest.raises(ValueError, match="at least one hold"):
        Session(())


def test_it_starts_with_get_ready() -> None:
    """The first step begins at the moment of starting."""
    session = Session(plan(ROUTINE))
    assert session.state.status is RunStatus.READY
    (event,) = session.start(START)
    assert isinstance(event, StepStarted)
    assert (event.at, event.step.kind) == (START, StepKind.GET_READY)
    assert session.start(START + 1) == ()


def test_every_deadline_chains_from_the_one_before() -> None:
    """A whole session tells each step and each hold at its exact second."""
    session = started()
    events = run_to(session, START + 110)
    steps = [(e.at - START, e.step.kind, e.step.side) for e in events if isinstance(e, StepStarted)]
    assert steps == [
        (10.0, StepKind.HOLD, Side.LEFT),
        (40.0, StepKind.SWITCH, Side.RIGHT),
        (45.0, StepKind.HOLD, Side.RIGHT),
        (75.0, StepKind.REST, Side.BOTH),
        (85.0, StepKind.HOLD, Side.BOTH),
    ]
    finished = [(e.at - START, e.record.held_seconds) for e in events if isinstance(e, HoldFinished)]
    assert finished == [(40.0, 30.0), (75.0, 30.0), (105.0, 20.0)]
    assert events[-1] == Ended(START + 105.0, SessionStatus.COMPLETED)


def test_a_deadline_has_come_to_the_millisecond() -> None:
    """A step is over at its deadline, and not a millisecond before."""
    session = at(9.999)
    assert session.state.step_index == 0
    session.advance(START + 10.0)
    assert session.state.step_index == 1


def test_a_late_wake_up_does_not_push_the_rest_back() -> None:
    """Waking 4.5 s late, the next step is 4.5 s old already."""
    session = at(9.5)
    (event,) = session.advance(START + 14.0)
    assert isinstance(event, StepStarted)
    assert event.at == START + 10.0
    assert session.state.remaining(START + 14.0) == 26.0


def test_one_late_wake_up_finishes_several_steps() -> None:
    """Four holds of a second end in one call, each at its own moment."""
    quick = Stretch("Quick", (SideHold(Side.BOTH, 1.0),), rest_seconds=0.0, switch_seconds=0.0, sets=6)
    session = Session(plan(Routine("Quick", (quick,), get_ready_seconds=0.0)))
    session.start(START)
    events = session.advance(START + 4.25)
    finished = [e for e in events if isinstance(e, HoldFinished)]
    assert [e.at - START for e in finished] == [1.0, 2.0, 3.0, 4.0]
    assert [e.record.hold_index for e in finished] == [0, 1, 2, 3]
    assert session.state.remaining(START + 4.25) == 0.75


def test_an_hour_ends_at_its_millisecond() -> None:
    """720 steps of odd lengths, woken late each time, end exactly where the plan says."""
    odd = Stretch("Odd", (SideHold(Side.BOTH, 3.3),), rest_seconds=1.7, switch_seconds=0.0, sets=720)
    steps = plan(Routine("Odd", (odd,), get_ready_seconds=1.7))
    session = Session(steps)
    now = START
    events = list(session.start(now))
    while session.state.status is RunStatus.RUNNING:
        now += 0.937
        events.extend(session.advance(now))
    assert isinstance(events[-1], Ended)
    assert events[-1].at - START == pytest.approx(3600.0, abs=1e-6)


def test_the_clock_never_goes_back() -> None:
    """An earlier time counts as the latest seen."""
    session = at(20.0)
    session.pause(START + 12.0)
    assert session.state.remaining(START + 20.0) == 20.0


@pytest.mark.parametrize("seconds", [4.0, 20.0, 42.0, 80.0], ids=["get ready", "hold", "switch", "rest"])
class TestInEveryStep:
    """Each command in each kind of step."""

    def test_pause_freezes_what_is_left(self, seconds: float) -> None:
        """However long the pause, the same is left."""
        session = at(seconds)
        left = session.state.remaining(START + seconds)
        assert session.pause(START + seconds) == (Paused(START + seconds),)
        session.advance(START + seconds + 1000.0)
        assert session.state.remaining(START + seconds + 1000.0) == left
        later = START + seconds + 1200.0
        assert session.resume(later) == (Resumed(later),)
        assert session.state.remaining(later) == left
        assert session.state.deadline == later + left

    def test_pause_twice_and_resume_twice_do_nothing_more(self, seconds: float) -> None:
        """A second press is no event."""
        session = at(seconds)
        assert session.resume(START + seconds) == ()
        session.pause(START + seconds)
        assert session.pause(START + seconds) == ()

    def test_skip_goes_to_the_next_step(self, seconds: float) -> None:
        """The next step begins at the moment of skipping."""
        session = at(seconds)
        index = session.state.step_index
        events = session.skip(START + seconds)
        assert session.state.step_index == index + 1
        assert events[-1].at == START + seconds
        assert session.state.remaining(START + seconds) == session.state.step.seconds

    def test_ten_seconds_more(self, seconds: float) -> None:
        """The step ends ten seconds later, and so does all that follows."""
        session = at(seconds)
        deadline = session.state.deadline
        assert session.add_ten_seconds(START + seconds) == (TimeAdded(START + seconds, 10.0),)
        assert session.state.deadline == deadline + 10.0
        events = run_to(session, START + 120.0, beginning=START + seconds)
        assert events[-1] == Ended(START + 115.0, SessionStatus.COMPLETED)

    def test_stop_ends_it_and_accounts_for_every_hold(self, seconds: float) -> None:
        """All three holds are told: finished ones before, the others as left."""
        session = started()
        events = run_to(session, START + seconds)
        events += session.stop(START + seconds)
        finished = [e.record.hold_index for e in events if isinstance(e, HoldFinished)]
        (left,) = [e for e in events if isinstance(e, HoldsLeft)]
        assert finished + [record.hold_index for record in left.records] == [0, 1, 2]
        assert events[-1] == Ended(START + seconds, SessionStatus.STOPPED)
        assert session.advance(START + 2000.0) == ()

    def test_a_pause_of_thirty_minutes_ends_it(self, seconds: float) -> None:
        """It is stopped at thirty minutes, however late that is noticed."""
        session = at(seconds)
        session.pause(START + seconds)
        assert session.advance(START + seconds + PAUSE_LIMIT_SECONDS - 0.001) == ()
        events = session.advance(START + seconds + PAUSE_LIMIT_SECONDS + 500.0)
        assert events[-1] == Ended(START + seconds + PAUSE_LIMIT_SECONDS, SessionStatus.STOPPED)


@pytest.mark.parametrize("command", ["pause", "resume", "skip", "back", "add_ten_seconds", "stop"])
def test_before_the_start_and_after_the_end_nothing_happens(command: str) -> None:
    """A session that does not run takes no commands."""
    ready, ended = Session(plan(ROUTINE)), at(20.0)
    ended.stop(START + 20.0)
    for session in (ready, ended):
        before = session.state
        assert getattr(session, command)(START + 21.0) == ()
        assert session.state == before


def test_a_hold_begun_again_keeps_what_was_held_before() -> None:
    """13 s held, Back, and stopped at once: 13 s were held."""
    session = at(23.0)
    session.back(START + 23.0)
    session.stop(START + 23.5)
    assert [record.held_seconds for record in session.records] == [13.0]


def test_back_at_three_seconds_goes_to_the_start_of_the_step() -> None:
    """From 3 s on, Back begins the right side again; it does not go to the left."""
    session = at(48.0)
    (event,) = session.back(START + 48.0)
    assert isinstance(event, StepStarted)
    assert event.step.hold_index == 1


def test_back_late_in_a_step_goes_to_its_start() -> None:
    """Well into a step, Back begins it again."""
    session = at(13.0)
    (event,) = session.back(START + 13.0)
    assert isinstance(event, StepStarted)
    assert event.step.hold_index == 0
    assert session.state.remaining(START + 13.0) == 30.0


def test_back_early_in_a_hold_goes_to_the_hold_before() -> None:
    """Within 3 s of the right side's start, Back goes to the left side."""
    session = at(47.9)
    session.back(START + 47.9)
    assert (session.state.step.kind, session.state.step.side) == (StepKind.HOLD, Side.LEFT)


def test_back_early_in_a_gap_goes_to_the_hold_before() -> None:
    """From the rest, Back goes to the hold it follows."""
    session = at(76.0)
    session.back(START + 76.0)
    assert (session.state.step.kind, session.state.step.side) == (StepKind.HOLD, Side.RIGHT)


def test_back_late_in_a_gap_begins_the_gap_again() -> None:
    """From 3 s on, a gap begins again."""
    session = at(79.0)
    session.back(START + 79.0)
    assert session.state.step.kind is StepKind.REST
    assert session.state.remaining(START + 79.0) == 10.0


def test_back_with_no_hold_before_begins_the_step_again() -> None:
    """In the first seconds there is nowhere to go back to."""
    session = at(2.0)
    session.back(START + 2.0)
    assert session.state.step.kind is StepKind.GET_READY
    assert session.state.remaining(START + 2.0) == 10.0


def test_skip_and_back_keep_a_pause() -> None:
    """Who looks around while pausing is not set running."""
    session = at(20.0)
    session.pause(START + 20.0)
    session.skip(START + 21.0)
    assert session.state.status is RunStatus.PAUSED
    assert session.state.remaining(START + 25.0) == 5.0
    session.back(START + 26.0)
    assert session.state.status is RunStatus.PAUSED


def test_a_hold_cut_short_keeps_what_was_held() -> None:
    """Skipped after 12 s, it is logged as 12 of 30 s."""
    session = at(22.0)
    finished = session.skip(START + 22.0)[0]
    assert isinstance(finished, HoldFinished)
    record = finished.record
    assert (record.held_seconds, record.planned_seconds, record.status) == (12.0, 30.0, HoldStatus.CUT)
    assert (record.stretch, record.muscles, record.side) == ("Pigeon pose", ("hip_flexors",), Side.LEFT)
    assert (record.set_number, record.round_number) == (1, 1)


@pytest.mark.parametrize(
    ("held_seconds", "status"), [(0.999, HoldStatus.SKIPPED), (1.0, HoldStatus.CUT), (29.9, HoldStatus.CUT)]
)
def test_a_hold_left_within_a_second_was_skipped(held_seconds: float, status: HoldStatus) -> None:
    """Less than a second is no hold."""
    session = at(10.0 + held_seconds)
    finished = session.skip(START + 10.0 + held_seconds)[0]
    assert isinstance(finished, HoldFinished)
    assert finished.record.status is status


def test_a_pause_is_not_held() -> None:
    """Ten seconds of hold, a pause, then the rest: thirty in all."""
    session = at(20.0)
    session.pause(START + 20.0)
    session.resume(START + 500.0)
    events = run_to(session, START + 520.0, beginning=START + 500.0)
    (finished,) = [e for e in events if isinstance(e, HoldFinished)]
    assert (finished.at, finished.record.held_seconds) == (START + 520.0, 30.0)


def test_added_time_is_held_and_the_plan_stays() -> None:
    """Forty seconds held of thirty planned."""
    session = at(20.0)
    session.add_ten_seconds(START + 20.0)
    events = run_to(session, START + 51.0, beginning=START + 20.0)
    (finished,) = [e for e in events if isinstance(e, HoldFinished)]
    assert (finished.record.planned_seconds, finished.record.held_seconds) == (30.0, 40.0)
    assert finished.record.status is HoldStatus.DONE


def test_a_hold_done_again_keeps_the_better_attempt() -> None:
    """Back into a finished hold and out again does not undo it."""
    session = at(41.0)
    session.back(START + 41.0)
    finished = session.skip(START + 43.0)[0]
    assert isinstance(finished, HoldFinished)
    assert (finished.record.held_seconds, finished.record.status) == (30.0, HoldStatus.DONE)


class TestAsleep:
    """The device slept: more than five seconds passed between two calls."""

    @pytest.fixture
    def session(self) -> Session:
        """Give a session that slept for 48 s after 12 of 30 s."""
        session = at(22.0)
        events = session.advance(START + 70.0)
        assert events == (FellAsleep(START + 22.0, 48.0),)
        return session

    def test_five_seconds_are_no_sleep(self) -> None:
        """Exactly five seconds are a late wake-up."""
        session = at(22.0)
        assert session.advance(START + 27.0) == ()
        assert session.state.status is RunStatus.RUNNING

    def test_it_stops_at_the_last_moment_alive(self, session: Session) -> None:
        """What had been held then stands, and time stands still."""
        assert session.state.status is RunStatus.ASLEEP
        assert session.state.asleep_seconds == 48.0
        assert session.state.elapsed(START + 300.0) == 12.0

    def test_continue(self, session: Session) -> None:
        """Going on, 18 s are left."""
        assert session.resume(START + 75.0) == (Resumed(START + 75.0),)
        assert session.state.deadline == START + 93.0

    def test_redo(self, session: Session) -> None:
        """The side begins again, and runs."""
        session.redo_step(START + 75.0)
        assert session.state.status is RunStatus.RUNNING
        assert session.state.deadline == START + 105.0
        assert session.records[0].held_seconds == 12.0

    def test_count_it_finishes_the_hold(self, session: Session) -> None:
        """12 s and 48 s asleep are more than 30 s: it is done, and not one second more."""
        finished, step = session.count_sleep(START + 75.0)
        assert isinstance(finished, HoldFinished)
        assert (finished.record.held_seconds, finished.record.status) == (30.0, HoldStatus.DONE)
        assert isinstance(step, StepStarted)
        assert session.state.deadline == START + 80.0

    def test_count_a_short_sleep(self) -> None:
        """12 s and 8 s asleep are 20 s: ten are left."""
        session = at(22.0)
        session.advance(START + 30.0)
        session.count_sleep(START + 40.0)
        assert session.state.deadline == START + 50.0

    def test_a_command_after_the_sleep_finds_it_asleep(self) -> None:
        """A tap that comes before the tick does not hide the sleep."""
        session = at(22.0)
        assert kinds(session.pause(START + 70.0)) == [FellAsleep]
        assert session.state.status is RunStatus.ASLEEP

    def test_no_answer_for_thirty_minutes_ends_it(self, session: Session) -> None:
        """The time for an answer counts from waking."""
        assert session.advance(START + 70.0 + PAUSE_LIMIT_SECONDS - 1) == ()
        events = session.advance(START + 70.0 + PAUSE_LIMIT_SECONDS)
        assert events[-1] == Ended(START + 70.0 + PAUSE_LIMIT_SECONDS, SessionStatus.STOPPED)
        assert session.records[0].held_seconds == 12.0

    def test_answers_make_no_sense_while_awake(self) -> None:
        """Redo and Count it do nothing in a running session."""
        session = at(22.0)
        assert session.redo_step(START + 22.0) == ()
        assert session.count_sleep(START + 22.0) == ()

    def test_a_sleep_in_a_pause_is_a_pause(self) -> None:
        """Nothing was missed, so nothing is asked."""
        session = at(22.0)
        session.pause(START + 22.0)
        assert session.advance(START + 600.0) == ()
        assert session.state.status is RunStatus.PAUSED


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


def test_what_a_track_led_to_its_end_is_held() -> None:
    """Though nobody called for 70 s: each step ends at its deadline, and the hold at hand goes on."""
    session = at(12)
    events = session.follow(START + 82, START + 82)
    finished = [(event.at, event.record.status) for event in events if isinstance(event, HoldFinished)]
    assert finished == [(START + 40, HoldStatus.DONE), (START + 75, HoldStatus.DONE)]
    assert session.state.status is RunStatus.RUNNING
    assert session.state.elapsed(START + 82) == 7


def test_a_track_that_stopped_tells_how_far_it_was_followed() -> None:
    """What it led to its end is held; the sleep began where it stopped."""
    session = at(12)
    events = session.follow(START + 200, START + 60)
    assert [event.at for event in events if isinstance(event, HoldFinished)] == [START + 40]
    assert events[-1] == FellAsleep(START + 60, 140)
    assert session.state.elapsed_seconds == 15


def test_a_track_that_stopped_before_the_last_call_takes_time_back() -> None:
    """Within the hold at hand; not beyond its start."""
    session = at(38)
    assert session.follow(START + 39, START + 20) == (FellAsleep(START + 20, 19),)
    assert session.state.elapsed_seconds == 10
    session = at(45)
    session.follow(START + 51, START + 20)
    assert session.state.elapsed_seconds == 0
    assert session.records[0].status is HoldStatus.DONE


def test_a_track_that_ended_ends_the_session() -> None:
    """At its own deadline, however late one hears of it."""
    session = at(12)
    assert session.follow(START + 900, START + 105)[-1] == Ended(START + 105, SessionStatus.COMPLETED)


def test_a_sleep_is_taken_back_where_the_track_led_on() -> None:
    """It was told before the track could be asked."""
    session = at(12)
    assert isinstance(session.advance(START + 50)[-1], FellAsleep)
    events = session.follow(START + 60, START + 60)
    assert [event.at for event in events if isinstance(event, HoldFinished)] == [START + 40]
    assert session.state.status is RunStatus.RUNNING
    assert session.state.asleep_seconds == 0


def test_a_pause_stays_one_whatever_the_track_says() -> None:
    """And so does the end."""
    session = at(12)
    session.pause(START + 12)
    assert session.follow(START + 20, START + 20) == ()
    assert session.state.elapsed(START + 20) == 2
    session.stop(START + 21)
    assert session.follow(START + 30, START + 30) == ()


def test_a_session_is_put_where_its_track_is() -> None:
    """What runs began later; what stands stays."""
    session = at(12)
    session.follow(START + 12, START + 12, 0.5)
    assert session.state.elapsed(START + 12) == 1.5
    assert session.state.deadline == START + 40.5
    session.follow(START + 12, START + 12, -0.25)
    assert session.state.deadline == START + 40.25
    session.pause(START + 13)
    session.follow(START + 13, START + 13, 1.0)
    assert session.state.elapsed(START + 20) == 2.75


def test_a_step_that_began_too_early_waits_for_its_track() -> None:
    """It has not begun before that does."""
    session = at(40.1)
    session.follow(START + 40.1, START + 40.1, 0.3)
    assert session.state.elapsed(START + 40.1) == 0
    assert session.state.elapsed(START + 41) == pytest.approx(0.7)


def test_a_track_that_stood_for_a_while_and_goes_on_takes_the_session_along() -> None:
    """What it led through counts; the time for which it stood does not."""
    session = at(12)
    session.follow(START + 62, START + 62, 20.0)
    assert session.state.status is RunStatus.RUNNING
    assert session.state.step.kind is StepKind.SWITCH
    assert session.state.elapsed(START + 62) == 2
