"""Sessions and holds as rows: each has its place, and other tools can read it."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from itertools import product
from pathlib import Path
from typing import cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from routine_app.core.errors import UserFacingError
from routine_app.core.routine.hold_length import Length
from routine_app.core.routine.model import Side
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord, SessionStatus
from routine_app.data.history.repository import SqliteHistory
from tests.data.history.sample_sessions import (
    START,
    STARTED,
    make_hold,
    make_start,
    reread,
)


def test_the_same_hold_again_replaces_what_was_there(history: SqliteHistory) -> None:
    """A hold that is redone, and longer, has its last values, and the others stay."""
    history.start(START)
    for hold in (make_hold(0, 5.0), make_hold(1, 30.0), make_hold(0, 31.0)):
        history.record_holds("s1", [hold])
    assert history.sessions()[0].holds == (make_hold(0, 31.0), make_hold(1, 30.0))


ATTEMPTS = st.builds(
    lambda seconds, status: replace(make_hold(0, seconds), status=status),
    st.floats(0.0, 0.01) | st.floats(0.0, 1000.0) | st.sampled_from([12.0, 12.0004]),
    st.sampled_from(HoldStatus),
)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    orders=st.lists(ATTEMPTS, min_size=1, max_size=4).flatmap(lambda s: st.tuples(*[st.permutations(s)] * 2))
)
def test_a_hold_never_gets_shorter(history: SqliteHistory, orders: tuple[list[HoldRecord], ...]) -> None:
    """Whoever writes it again, in whatever order, one by one or together: the longest is kept."""
    one_by_one, together = orders
    outcomes = []
    for name, writes in (("a", [[hold] for hold in one_by_one]), ("b", [together])):
        history.delete(name)
        history.start(make_start(name))
        for holds in writes:
            history.record_holds(name, holds)
        session = history.session(name)
        assert session is not None
        outcomes.append(session.holds)
    ((hold,), other) = outcomes
    longest = max(round(one.held_seconds, 3) for one in one_by_one)
    best = max(
        (one.status for one in one_by_one if round(one.held_seconds, 3) == longest),
        key=list(HoldStatus).index,
    )
    assert (hold.held_seconds, hold.status) == (longest, best)
    assert other == (hold,)


def test_a_hold_that_was_cut_short_elsewhere_stays_done(history: SqliteHistory, path: Path) -> None:
    """Two processes write the same session: what was held to its end is not cut again."""
    done = make_hold(0, 12.0)
    history.start(START)
    history.record_holds("s1", [done])
    with closing(SqliteHistory(path)) as other:
        other.record_holds("s1", [replace(done, held_seconds=1.3, status=HoldStatus.CUT)])
    assert history.sessions()[0].holds == (done,)


def test_a_hold_moves_with_its_stretch(history: SqliteHistory) -> None:
    """A stretch came into the file before it: its hold has the next index, and is not there twice."""
    history.start(START)
    held, new = make_hold(0), replace(make_hold(0, 0.0), stretch="New", status=HoldStatus.SKIPPED)
    history.record_holds("s1", [held])
    moved = replace(held, hold_index=1)
    history.record_holds("s1", [new, moved])
    assert history.sessions()[0].holds == (new, moved)


def test_holds_are_written_together_or_not_at_all(history: SqliteHistory) -> None:
    """One that cannot be written takes the others with it; none at all is nothing to do."""
    history.start(START)
    history.record_holds("s1", [])
    nameless = HoldRecord(1, cast("str", None), (), Side.LEFT, 1, 1, 1.0, 1.0, HoldStatus.DONE)
    with pytest.raises(UserFacingError, match="NOT NULL"):
        history.record_holds("s1", [make_hold(0), nameless])
    assert history.sessions()[0].holds == ()


def test_a_session_that_goes_on_keeps_its_holds(history: SqliteHistory) -> None:
    """To start a session that is there writes only how it goes on."""
    history.start(START)
    history.record_holds("s1", [make_hold()])
    history.start(replace(START, title="Hips"))
    (session,) = history.sessions()
    assert (session.status, session.title, session.holds) == (SessionStatus.RUNNING, "Hips", (make_hold(),))


@pytest.mark.parametrize("status", [SessionStatus.STOPPED, SessionStatus.COMPLETED])
def test_a_session_that_has_ended_runs_no_more(
    history: SqliteHistory, path: Path, status: SessionStatus
) -> None:
    """Whoever still goes on with it, not knowing that it ended elsewhere."""
    history.start(START)
    history.end("s1", STARTED, status)
    (ended,) = reread(path)
    history.start(replace(START, resumed_at=STARTED))
    assert reread(path) == (ended,)


def test_a_completed_session_is_not_stopped(history: SqliteHistory) -> None:
    """Who stops it later is told how it ended; one that was stopped may still be completed."""
    history.start(START)
    history.record_holds("s1", [make_hold()])
    minutes = [STARTED + timedelta(minutes=minute) for minute in range(3)]
    assert history.end("s1", minutes[0], SessionStatus.STOPPED).status is SessionStatus.STOPPED
    completed = history.end("s1", minutes[1], SessionStatus.COMPLETED)
    assert (completed.status, completed.ended_at) == (SessionStatus.COMPLETED, minutes[1])
    assert completed.holds == (make_hold(),)
    assert history.end("s1", minutes[2], SessionStatus.STOPPED) == completed
    assert history.sessions() == (completed,)


def test_a_session_that_goes_on_says_when_and_how_long_its_holds_are(
    history: SqliteHistory, path: Path
) -> None:
    """What it was started with anew is what is read again, to the microsecond and with the offset."""
    history.start(replace(START, length=Length.LONG))
    (session,) = reread(path)
    assert (session.length, session.resumed_at) == (Length.LONG, None)
    resumed_at = STARTED + timedelta(hours=11, microseconds=1)
    history.start(replace(START, length=Length.SHORT, resumed_at=resumed_at))
    (session,) = reread(path)
    assert (session.length, session.resumed_at) == (Length.SHORT, resumed_at)
    assert session.resumed_at is not None
    assert session.resumed_at.utcoffset() == STARTED.utcoffset()
    with pytest.raises(ValueError, match="needs its offset from UTC"):
        history.start(replace(START, resumed_at=resumed_at.replace(tzinfo=None)))


def test_every_side_and_status_comes_back(history: SqliteHistory) -> None:
    """Each word of the records has its place in the file."""
    holds = tuple(
        HoldRecord(place, "Lean", (), side, 1, 1, 1.0, 1.0, status)
        for place, (side, status) in enumerate(product(Side, HoldStatus))
    )
    history.start(START)
    history.record_holds("s1", holds)
    assert history.sessions()[0].holds == holds


def test_times_are_text_and_muscles_a_list(history: SqliteHistory, path: Path) -> None:
    """The file is meant to be read by other tools too."""
    history.start(START)
    history.record_holds("s1", [make_hold()])
    history.close()
    with closing(sqlite3.connect(path)) as plain:
        assert plain.execute("SELECT started_at FROM session").fetchone() == (
            "2026-07-01T18:30:15.123456+02:00",
        )
        assert json.loads(plain.execute("SELECT muscles FROM hold").fetchone()[0]) == ["it_band", "glutes"]


def test_a_time_without_offset_is_a_mistake_of_the_program(history: SqliteHistory) -> None:
    """It could never be ordered among the others."""
    history.start(START)
    naive = STARTED.replace(tzinfo=None)
    with pytest.raises(ValueError, match="needs its offset from UTC"):
        history.start(make_start("s2", naive))
    with pytest.raises(ValueError, match="needs its offset from UTC"):
        history.end("s1", naive, SessionStatus.COMPLETED)
    assert [(session.session_id, session.ended_at) for session in history.sessions()] == [("s1", None)]


OFFSETS = st.timedeltas(min_value=timedelta(hours=-23), max_value=timedelta(hours=23)).map(
    lambda offset: timezone(timedelta(seconds=offset // timedelta(seconds=1)))
)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    started_at=st.datetimes(timezones=OFFSETS),
    text=st.text(),
    muscles=st.lists(st.text()),
    seconds=st.integers(min_value=0, max_value=10**9).map(lambda number: number / 1000),
)
def test_every_value_comes_back_exactly(
    history: SqliteHistory, started_at: datetime, text: str, muscles: list[str], seconds: float
) -> None:
    """Times with their offsets, any text, muscles in order, and seconds to the thousandth."""
    hold = HoldRecord(0, text, tuple(muscles), Side.BOTH, 1, 1, seconds, seconds, HoldStatus.CUT)
    history.delete("same")
    history.start(SessionRecord("same", text, text, started_at, seconds))
    history.record_holds("same", [hold])
    (session,) = history.sessions()
    assert session == SessionRecord("same", text, text, started_at, seconds, holds=(hold,))
    assert session.started_at.utcoffset() == started_at.utcoffset()
