"""Going on with an interrupted session: what is offered, where it begins, and what the log has at the end."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.routine.hold_length import Length, with_length
from routine_app.core.routine.model import Cue, CueTime, Routine, Side, SideHold, Stretch
from routine_app.core.routine.plan import StepKind, held_seconds, plan
from routine_app.core.routine.repository import RoutineEntry
from routine_app.core.session.engine import RunStatus, Session, hold_record
from routine_app.core.session.events import Event
from routine_app.core.session.log_writer import SessionLogWriter, end_interrupted
from routine_app.core.session.player_view import Segment, present_player
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord, SessionStatus
from routine_app.core.session.resume import (
    LEAD_IN_SECONDS,
    OFFER_HOURS,
    ElsewhereView,
    ResumableSession,
    ResumeView,
    StrandedSession,
    find_interrupted,
    find_resumable,
    last_sign_of_life,
    present_elsewhere,
    present_interrupted,
    resumable_session,
)

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def stretch(name: str, *sides: Side, hold_seconds: float = 20.0) -> Stretch:
    """Make a stretch of 20 s a side, with gaps of 5 s."""
    holds = tuple(SideHold(side, hold_seconds) for side in sides or (Side.BOTH,))
    return Stretch(name, holds, rest_seconds=5.0, switch_seconds=5.0)


PIGEON, LEAN, SIT = stretch("Pigeon", Side.LEFT, Side.RIGHT), stretch("Lean"), stretch("Sit")
ROUTINE = Routine("Hips", (PIGEON, LEAN, SIT), get_ready_seconds=8.0)
ENTRY = RoutineEntry("hips", "hips.yaml", ROUTINE)
OTHER_ENTRY = ENTRY._replace(routine=ROUTINE._replace(stretches=(LEAN, SIT)))


def records(count: int, routine: Routine = ROUTINE) -> tuple[HoldRecord, ...]:
    """The first holds of a routine, each held to its end."""
    holds = [step for step in plan(routine) if step.kind is StepKind.HOLD]
    return tuple(hold_record(step, step.seconds) for step in holds[:count])


def interrupted(count: int, routine: Routine = ROUTINE, length: Length = Length.NORMAL) -> SessionRecord:
    """A session that was interrupted after so many holds."""
    holds = records(count, with_length(routine, length))
    return SessionRecord("s", "hips", "Hips", NOON, 80.0, length, holds=holds)


def fitted(count: int, routine: Routine) -> ResumableSession:
    """What is left of such a session when the file has become that routine."""
    found = resumable_session(interrupted(count), routine)
    assert found is not None
    return found


class OneSession:
    """A log of one session on no disk, and both clocks."""

    def __init__(self) -> None:
        self.record: SessionRecord | None = None
        self.seconds = 0.0

    def start(self, start: SessionRecord) -> None:
        """Begin it, or open it again with the holds it has."""
        holds = self.record.holds if self.record is not None else ()
        assert self.record is None or self.record.session_id == start.session_id
        self.record = replace(start, holds=holds)

    def record_holds(self, session_id: str, holds: Sequence[HoldRecord]) -> None:
        """Keep holds, by their index."""
        assert self.record is not None
        assert self.record.session_id == session_id
        kept = {hold.hold_index: hold for hold in (*self.record.holds, *holds)}
        self.record = replace(self.record, holds=tuple(kept[index] for index in sorted(kept)))

    def end(self, session_id: str, ended_at: datetime, status: SessionStatus) -> SessionRecord:
        """End it."""
        assert self.record is not None
        assert self.record.session_id == session_id
        self.record = replace(self.record, ended_at=ended_at, status=status)
        return self.record

    def sessions(self) -> Sequence[SessionRecord]:
        """Have one at most."""
        return () if self.record is None else (self.record,)

    def newest(self) -> SessionRecord | None:
        """Give it."""
        return self.record

    def now(self) -> float:
        """Give the made-up seconds."""
        return self.seconds

    def wall(self) -> datetime:
        """Give the made-up time of day."""
        return NOON + timedelta(seconds=self.seconds)

    def hear(self, journal: SessionLogWriter, events: Sequence[Event]) -> None:
        """Pass events on."""
        for event in events:
            journal.hear(event)

    def run(self, session: Session, journal: SessionLogWriter, seconds: float) -> None:
        """Let a session run for so long, or to its end."""
        self.hear(journal, session.start(self.seconds))
        end = self.seconds + seconds
        while session.state.status is RunStatus.RUNNING and self.seconds < end:
            self.seconds = min(self.seconds + 4.0, end)
            self.hear(journal, session.advance(self.seconds))


class TestOffer:
    """What may be gone on with."""

    def test_an_interrupted_session(self) -> None:
        """With its routine there, and a hold left."""
        offer = find_resumable(interrupted(1), [ENTRY], NOON + timedelta(minutes=5))
        assert offer is not None
        assert (offer.session.session_id, offer.first_step.side) == ("s", Side.RIGHT)

    @pytest.mark.parametrize("status", [SessionStatus.COMPLETED, SessionStatus.STOPPED])
    def test_not_one_that_ended(self, status: SessionStatus) -> None:
        """There is nothing to go on with."""
        assert find_resumable(replace(interrupted(1), status=status), [ENTRY], NOON) is None

    def test_not_with_an_empty_log(self) -> None:
        """On the first day."""
        assert find_resumable(None, [ENTRY], NOON) is None

    def test_not_one_whose_routine_is_gone(self) -> None:
        """Neither without its file, nor with a file that has errors and no good version."""
        assert find_resumable(interrupted(1), [ENTRY._replace(routine=None)], NOON) is None
        assert find_resumable(interrupted(1), [], NOON) is None

    def test_one_whose_file_has_another_name(self) -> None:
        """It is known by its title, if that is no other's too, and its name is no other's."""
        renamed = ENTRY._replace(name="other")
        found = find_resumable(interrupted(1), [renamed], NOON)
        assert found is not None
        assert found.title == "Hips"
        assert find_resumable(interrupted(1), [renamed, ENTRY._replace(name="third")], NOON) is None
        assert find_resumable(interrupted(1), [renamed, ENTRY._replace(routine=None)], NOON) is None
        retitled = renamed._replace(routine=ROUTINE._replace(title="Legs"))
        assert find_resumable(interrupted(1), [retitled], NOON) is None

    @pytest.mark.parametrize("entries", [[], [ENTRY._replace(routine=None)], [OTHER_ENTRY]])
    def test_one_that_cannot_go_on_can_be_ended(self, entries: list[RoutineEntry]) -> None:
        """Its routine is gone, or has errors, or is another by now."""
        is_broken = entries == [ENTRY._replace(routine=None)]
        assert find_interrupted(interrupted(2), entries, NOON) == StrandedSession(interrupted(2), is_broken)
        assert find_interrupted(interrupted(2), entries, NOON + timedelta(hours=13)) is None
        ended = replace(interrupted(2), status=SessionStatus.STOPPED)
        assert find_interrupted(ended, entries, NOON) is None

    def test_not_one_with_every_hold_recorded(self) -> None:
        """Killed between the last hold and the end."""
        assert find_resumable(interrupted(4), [ENTRY], NOON) is None

    def test_for_twelve_hours_from_its_last_sign_of_life(self) -> None:
        """Which is the end of what it held at the earliest, or when it last went on."""
        session = interrupted(2)
        assert last_sign_of_life(session) == NOON + timedelta(seconds=40)
        last = NOON + timedelta(hours=OFFER_HOURS, seconds=40)
        assert find_resumable(session, [ENTRY], last) is not None
        assert find_resumable(session, [ENTRY], last + timedelta(seconds=1)) is None
        resumed = replace(session, resumed_at=NOON + timedelta(hours=11))
        assert last_sign_of_life(resumed) == NOON + timedelta(hours=11)
        assert find_resumable(resumed, [ENTRY], last + timedelta(hours=10)) is not None


class TestJoin:
    """Where it begins again."""

    @pytest.mark.parametrize(("count", "step_index"), [(0, 0), (1, 2), (2, 4), (3, 6)])
    def test_a_get_ready_takes_the_place_of_the_gap(self, count: int, step_index: int) -> None:
        """With the next hold's stretch and side; all after it is the plan's."""
        found, steps = fitted(count, ROUTINE), plan(ROUTINE)
        lead_in = found.first_step
        assert (found.step_index, lead_in.kind, lead_in.seconds) == (step_index, StepKind.GET_READY, 8.0)
        hold = found.steps[step_index + 1]
        assert (hold.kind, hold.hold_index) == (StepKind.HOLD, count)
        assert (lead_in.stretch, lead_in.side, lead_in.hold_index) == (hold.stretch, hold.side, count)
        assert [step._replace(start_seconds=0.0) for step in found.steps[step_index + 1 :]] == [
            step._replace(start_seconds=0.0) for step in steps[step_index + 1 :]
        ]
        assert found.steps[:step_index] == steps[:step_index]
        assert found.seconds_left == sum(step.seconds for step in steps[step_index + 1 :]) + 8.0

    def test_a_routine_without_gaps_is_led_in_too(self) -> None:
        """One must get down on the floor all the same."""
        bare = PIGEON._replace(rest_seconds=0.0, switch_seconds=0.0)
        routine = Routine("Bare", (bare, bare), get_ready_seconds=0.0)
        found = resumable_session(interrupted(1, routine), routine)
        assert found is not None
        kinds = [step.kind for step in found.steps]
        assert kinds == [StepKind.HOLD, StepKind.GET_READY, *[StepKind.HOLD] * 3]
        assert (found.step_index, found.first_step.seconds) == (1, LEAD_IN_SECONDS)
        assert [step.start_seconds for step in found.steps] == [0.0, 20.0, 30.0, 50.0, 70.0]

    def test_the_length_of_the_session_stays(self) -> None:
        """Long holds stay long."""
        found = resumable_session(interrupted(1, length=Length.LONG), ROUTINE)
        assert found is not None
        assert [step.seconds for step in found.holds] == [30.0] * 4
        assert found.start(NOON).length is Length.LONG

    def test_what_the_log_is_told(self) -> None:
        """The same session, begun when it began, and when it went on."""
        later = NOON + timedelta(hours=1)
        start = fitted(2, ROUTINE).start(later)
        assert start == SessionRecord("s", "hips", "Hips", NOON, 80.0, Length.NORMAL, later)

    def test_the_last_words_of_the_hold_before_are_not_repeated(self) -> None:
        """They were said before the interruption."""
        routine = ROUTINE._replace(stretches=(PIGEON._replace(cues=(Cue("Up.", CueTime(1.0)),)),))
        found = resumable_session(interrupted(1, routine), routine)
        assert found is not None
        session = found.make_session()
        session.start(0.0)
        view = present_player(session.state, "Hips", 1.0)
        assert (view.phase_words, view.cue, view.digits) == ("Get ready", "", "7")
        assert (view.next_words, view.time_left_words) == ("Next: hold for 20 seconds", "0:27 left")
        assert view.segments == (Segment.DONE, Segment.CURRENT)


class TestEdited:
    """The file was changed meanwhile."""

    def test_more_at_the_end(self) -> None:
        """What came to it is left too."""
        found = fitted(4, ROUTINE._replace(stretches=(*ROUTINE.stretches, stretch("Reach"))))
        assert (found.first_step.stretch.name, found.earlier) == ("Reach", records(4))

    def test_less_at_the_end(self) -> None:
        """What is no longer in it is not left; with nothing left there is no offer."""
        shorter = ROUTINE._replace(stretches=(PIGEON, LEAN))
        assert len(fitted(2, shorter).holds) == 3
        assert resumable_session(interrupted(3), shorter) is None

    def test_something_new_before_what_was_held(self) -> None:
        """The holds move to their new places; the new one was passed over."""
        found = fitted(2, ROUTINE._replace(stretches=(SIT, PIGEON, LEAN)))
        assert [(r.hold_index, r.stretch, r.status) for r in found.earlier] == [
            (0, "Sit", HoldStatus.SKIPPED),
            (1, "Pigeon", HoldStatus.DONE),
            (2, "Pigeon", HoldStatus.DONE),
        ]
        assert found.first_step.stretch.name == "Lean"

    @pytest.mark.parametrize(
        "stretches",
        [(LEAN, SIT), (PIGEON._replace(name="Dove"), LEAN, SIT), (stretch("Pigeon"), LEAN, SIT)],
        ids=["gone", "renamed", "other sides"],
    )
    def test_what_was_held_is_no_longer_in_it(self, stretches: tuple[Stretch, ...]) -> None:
        """Then the rest is that of another routine, and nothing is offered."""
        assert resumable_session(interrupted(2), ROUTINE._replace(stretches=stretches)) is None

    def test_a_log_that_would_keep_old_places(self) -> None:
        """Holds with places that this app does not give, as from an import, are left alone."""
        session = interrupted(1)
        far = replace(session, holds=(replace(session.holds[0], hold_index=3),))
        assert resumable_session(far, ROUTINE) is None

    def test_longer_holds_leave_the_finished_ones_as_they_were(self) -> None:
        """20 s of 20 s stays done, though the plan has 30 s now; also when the session is stopped."""
        longer = ROUTINE._replace(stretches=(stretch("Pigeon", Side.LEFT, Side.RIGHT, hold_seconds=30.0),))
        session = fitted(1, longer).make_session()
        session.start(0.0)
        session.back(1.0)
        assert session.state.step.hold_index == 0
        session.stop(2.0)
        assert session.records[0] == records(1)[0]


class TestCard:
    """What the card says."""

    def test_its_words(self) -> None:
        """The title, what is done, what comes next and how long the rest takes."""
        assert present_interrupted(fitted(1, ROUTINE)) == ResumeView(
            "Hips", "1 of 4 holds done", "Next: Pigeon, right side", "1 min 18 s left"
        )

    @pytest.mark.parametrize(
        ("held", "words"),
        [
            (
                2,
                "It cannot go on: its routine was renamed, changed or deleted. End it, and what you held is kept.",
            ),
            (4, "Nothing is left of it. End it, and what you held is kept."),
        ],
    )
    def test_one_that_cannot_go_on(self, held: int, words: str) -> None:
        """What of it is kept, and why it can only be ended."""
        assert present_interrupted(StrandedSession(interrupted(held))) == ResumeView(
            "Hips", f"{held} holds done", words, can_go_on=False
        )

    def test_one_whose_routine_is_broken_can_be_mended(self) -> None:
        """Or be ended all the same; where nothing is left of it, mending it is of no use."""
        words = (
            "The file of its routine has an error. Mend that to go on, or end it, and what you held is kept."
        )
        assert present_interrupted(StrandedSession(interrupted(2), is_broken=True)).next_words == words
        over = StrandedSession(interrupted(4), is_broken=True)
        assert present_interrupted(over).next_words.startswith("Nothing is left of it.")

    def test_only_what_is_done_counts_as_done(self) -> None:
        """Not what was cut short or skipped."""
        session = interrupted(2)
        cut = replace(session.holds[0], status=HoldStatus.CUT)
        found = resumable_session(replace(session, holds=(cut, session.holds[1])), ROUTINE)
        assert found is not None
        assert present_interrupted(found).done == "1 of 4 holds done"

    def test_one_that_runs_elsewhere(self) -> None:
        """Where it is, or that it was asked for."""
        running = fitted(1, ROUTINE)
        assert present_elsewhere(running, is_asked_for=False) == ElsewhereView(
            "Hips", "This session runs in another window."
        )
        assert present_elsewhere(running, is_asked_for=True).words == "Asking the other window…"


def test_back_across_the_join_keeps_the_longer_attempt() -> None:
    """A hold of before is held anew; cut short this time, it stays as it was."""
    session = fitted(2, ROUTINE).make_session()
    session.start(0.0)
    session.back(1.0)
    assert (session.state.step.kind, session.state.step.hold_index) == (StepKind.HOLD, 1)
    session.advance(4.0)
    session.skip(6.0)
    assert session.records == records(2)


def test_ending_it_is_written_at_its_last_sign_of_life() -> None:
    """As stopped; what is left was not held."""
    log = OneSession()
    log.record = interrupted(2)
    end_interrupted(log, fitted(2, ROUTINE))
    ended = log.record
    assert (ended.status, ended.ended_at) == (SessionStatus.STOPPED, NOON + timedelta(seconds=40))
    done, skipped = HoldStatus.DONE, HoldStatus.SKIPPED
    assert [hold.status for hold in ended.holds] == [done, done, skipped, skipped]


@pytest.mark.parametrize(("held", "status"), [(0, "stopped"), (2, "stopped"), (4, "completed")])
def test_ending_one_that_cannot_go_on_keeps_what_was_held(held: int, status: str) -> None:
    """And nothing else: nobody knows any more what would have come; of what all was held, it is complete."""
    log = OneSession()
    log.record = interrupted(held)
    end_interrupted(log, StrandedSession(interrupted(held)))
    assert log.record.holds == interrupted(held).holds
    assert (log.record.status.value, log.record.ended_at) == (status, NOON + timedelta(seconds=20 * held))


def test_a_stop_while_getting_ready_again_ends_the_session() -> None:
    """It is in the log already, so it does not wait for the first hold."""
    log = OneSession()
    log.record = interrupted(2)
    offer = fitted(2, ROUTINE)
    journal = SessionLogWriter(log, log, offer.start(NOON), offer.earlier)
    session = offer.make_session()
    log.hear(journal, session.start(0.0))
    assert journal.record is not None
    assert journal.record.holds == records(2)
    log.hear(journal, session.stop(3.0))
    assert (log.record.status, len(log.record.holds)) == (SessionStatus.STOPPED, 4)
    assert log.record == journal.record


gaps = st.sampled_from([0.0, 3.0, 10.0])


@st.composite
def stretches(draw: st.DrawFn) -> Stretch:
    """Make a stretch; names repeat, as they may."""
    sides = draw(st.sampled_from([(Side.BOTH,), (Side.LEFT,), (Side.LEFT, Side.RIGHT)]))
    holds = tuple(SideHold(side, draw(st.sampled_from([1.0, 4.5, 30.0]))) for side in sides)
    name = draw(st.sampled_from(["Pigeon", "Lean"]))
    return Stretch(name, holds, draw(gaps), draw(gaps), sets=draw(st.integers(1, 2)))


routines = st.builds(
    Routine,
    title=st.just("Any"),
    stretches=st.lists(stretches(), min_size=1, max_size=3).map(tuple),
    get_ready_seconds=gaps,
    rounds=st.integers(1, 2),
)


@given(
    routine=routines,
    kill_moments=st.lists(st.floats(0.0, 150.0), min_size=1, max_size=3),
    length=st.sampled_from(Length),
)
def test_killed_and_gone_on_with_the_log_is_that_of_the_plan(
    routine: Routine, kill_moments: list[float], length: Length
) -> None:
    """Exactly the plan's holds, none twice, and what was finished before a kill unchanged."""
    steps = plan(with_length(routine, length))
    log = OneSession()
    start = SessionRecord("s", "any", "Any", NOON, held_seconds(steps), length)
    session, journal = Session(steps), SessionLogWriter(log, log, start)
    finished: list[tuple[HoldRecord, ...]] = []
    for moment in kill_moments:
        log.run(session, journal, moment)
        offer = (
            None
            if log.record is None
            else find_resumable(log.record, [RoutineEntry("any", "", routine)], NOON)
        )
        if log.record is None or offer is None:
            break
        finished.append(log.record.holds)
        assert offer.earlier == log.record.holds
        session = offer.make_session()
        journal = SessionLogWriter(log, log, offer.start(log.wall()), offer.earlier)
    log.run(session, journal, 10_000.0)
    record = log.record
    assert record is not None
    assert record.status is SessionStatus.COMPLETED
    assert record.planned_seconds == pytest.approx(held_seconds(steps))
    holds = [step for step in steps if step.kind is StepKind.HOLD]
    assert record.holds == tuple(hold_record(step, step.seconds) for step in holds)
    assert all(record.holds[: len(before)] == before for before in finished)
    assert journal.record == record
