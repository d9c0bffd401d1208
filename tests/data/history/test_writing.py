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
    """A hold that is redone has its last values, and the others stay."""
    history.start(START)
    for hold in (make_hold(0, 5.0), make_hold(1, 30.0), make_hold(0, 31.0)):
        history.record_holds("s1", [hold])
    assert history.sessions()[0].holds == (make_hold(0, 31.0), make_hold(1, 30.0))


def test_holds_are_written_together_or_not_at_all(history: SqliteHistory) -> None:
    """One that cannot be written takes the others with it; none at all is nothing to do."""
    history.start(START)
    history.record_holds("s1", [])
    nameless = HoldRecord(1, cast("str", None), (), Side.LEFT, 1, 1, 1.0, 1.0, HoldStatus.DONE)
    with pytest.raises(UserFacingError, match="NOT NULL"):
        history.record_holds("s1", [make_hold(0), nameless])
    assert history.sessions()[0].holds == ()


def test_a_session_that_goes_on_keeps_its_holds(history: SqliteHistory) -> None:
    """To start a session that is there opens it again."""
    history.start(START)
    history.record_holds("s1", [make_hold()])
    history.end("s1", STARTED, SessionStatus.STOPPED)
    history.start(START)
    (session,) = history.sessions()
    assert (session.status, session.ended_at, session.holds) == (SessionStatus.RUNNING, None, (make_hold(),))


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
    history.start(SessionRecord("same", text, text, started_at, seconds))
    history.record_holds("same", [hold])
    (session,) = history.sessions()
    assert session == SessionRecord("same", text, text, started_at, seconds, holds=(hold,))
    assert session.started_at.utcoffset() == started_at.utcoffset()
