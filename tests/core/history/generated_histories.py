"""Histories for tests: wide ones of all that can be, and crowded ones that have much in common."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import settings
from hypothesis import strategies as st

from routine_app.core.feedback.feedback import Feeling, PainRecord
from routine_app.core.history.contents import HistoryContents
from routine_app.core.routine.hold_length import Length
from routine_app.core.routine.model import Side
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord, SessionStatus
from tests.few_or_many import few_or_many

of_many = settings(max_examples=few_or_many(25, 100))
"""How many histories a test tries; some take long to make."""

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def at(hours: int, offset_hours: int) -> datetime:
    """A time so many hours after noon, as a clock with that offset writes it."""
    return (NOON + timedelta(hours=hours)).astimezone(timezone(timedelta(hours=offset_hours)))


@dataclass(frozen=True)
class Parts:
    """What histories are made of."""

    texts: st.SearchStrategy[str]
    names: st.SearchStrategy[str]
    times: st.SearchStrategy[datetime]
    seconds: st.SearchStrategy[float]
    indexes: st.SearchStrategy[int]
    repeats: st.SearchStrategy[int]


WIDE = Parts(
    texts=st.text(max_size=20),
    names=st.text(min_size=1, max_size=20),
    times=st.datetimes(
        datetime(1970, 1, 2),  # noqa: DTZ001 - the offset comes with `timezones`
        datetime(2999, 12, 30),  # noqa: DTZ001 - the same
        timezones=st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes))),
    ),
    seconds=st.integers(0, 86_400_000).map(lambda thousandths: thousandths / 1000),
    indexes=st.integers(0, 100_000),
    repeats=st.integers(1, 1000),
)
CROWDED = Parts(
    texts=st.sampled_from(["", "a"]),
    names=st.sampled_from(["a", "b", "c"]),
    times=st.builds(at, st.integers(0, 2), st.sampled_from([0, 2])),
    seconds=st.sampled_from([0.0, 1.5, 30.0]),
    indexes=st.integers(0, 2),
    repeats=st.integers(1, 2),
)


@st.composite
def histories(draw: st.DrawFn, parts: Parts) -> HistoryContents:
    """A history of these parts, as `HistoryContents` says that it is."""
    sessions = draw(st.lists(_sessions(parts), max_size=3, unique_by=lambda session: session.session_id))
    deleted = draw(st.frozensets(parts.names, max_size=2))
    kept = [session for session in sessions if session.session_id not in deleted]
    return HistoryContents(
        tuple(sorted(kept, key=lambda session: (session.started_at, session.session_id))),
        deleted,
        draw(st.dictionaries(parts.names, parts.times, max_size=2)),
    )


@st.composite
def _sessions(draw: st.DrawFn, parts: Parts) -> SessionRecord:
    status = draw(st.sampled_from(SessionStatus))
    ends = st.none() if status is SessionStatus.RUNNING else st.none() | parts.times
    holds = draw(st.lists(_holds(parts), max_size=3, unique_by=lambda hold: hold.hold_index))
    pains = st.builds(PainRecord, parts.names, st.sampled_from(Side))
    return SessionRecord(
        session_id=draw(parts.names),
        routine=draw(parts.texts),
        title=draw(parts.texts),
        started_at=draw(parts.times),
        ended_at=draw(ends),
        status=status,
        planned_seconds=draw(parts.seconds),
        holds=tuple(sorted(holds, key=lambda hold: hold.hold_index)),
        feeling=draw(st.none() | st.sampled_from(Feeling)),
        pain=tuple(draw(st.lists(pains, max_size=2))),
        note=draw(parts.texts),
        length=draw(st.sampled_from(Length)),
        resumed_at=draw(st.none() | parts.times),
        feedback_at=draw(st.none() | parts.times),
    )


def _holds(parts: Parts) -> st.SearchStrategy[HoldRecord]:
    return st.builds(
        HoldRecord,
        hold_index=parts.indexes,
        stretch=parts.texts,
        muscles=st.lists(parts.names, max_size=2).map(tuple),
        side=st.sampled_from(Side),
        set_number=parts.repeats,
        round_number=parts.repeats,
        planned_seconds=parts.seconds,
        held_seconds=parts.seconds,
        status=st.sampled_from(HoldStatus),
    )
