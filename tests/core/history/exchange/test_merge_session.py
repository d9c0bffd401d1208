"""Two copies of a session, joined in either order."""

from dataclasses import replace
from datetime import timedelta

import pytest

from routine_app.core.history.contents import HistoryContents
from routine_app.core.history.exchange.merge import joined
from routine_app.core.routine.hold_length import Length
from routine_app.core.routine.model import Side
from routine_app.core.session.record import HoldStatus, SessionRecord, SessionStatus
from tests.core.history.exchange.sample_session import SESSION, hold
from tests.core.history.generated_histories import at
from tests.core.history.whole_history import written


def joined_session(one: SessionRecord, other: SessionRecord) -> SessionRecord:
    """What both orders of joining these two make of them."""
    ours, theirs = HistoryContents((one,)), HistoryContents((other,))
    assert written(joined(ours, theirs)) == written(joined(theirs, ours))
    (session,) = joined(ours, theirs).sessions
    return session


RUN = ("routine", "title", "started_at", "ended_at", "status", "planned_seconds", "length", "resumed_at")


@pytest.mark.parametrize(
    "less",
    [
        {"resumed_at": None, "ended_at": at(2, 0), "title": "Z"},
        {"resumed_at": at(0, 2), "ended_at": at(2, 0), "title": "Z"},
        {"ended_at": None, "status": SessionStatus.RUNNING, "title": "Z"},
        {"ended_at": at(0, 2), "title": "Z"},
        {"ended_at": None, "title": "Z"},
        {"length": Length.NORMAL, "title": "Z"},
        {"length": Length.NORMAL, "resumed_at": None},
        {"title": "A"},
        {"routine": "a"},
        {"started_at": at(0, 0)},
        {"ended_at": at(1, 0)},
        {"resumed_at": (at(0, 0) + timedelta(minutes=5))},
        {"status": SessionStatus.COMPLETED},
        {"planned_seconds": 59.0},
    ],
)
def test_the_run_is_that_of_the_copy_that_knows_more(less: dict[str, object]) -> None:
    """All of it: what went on last, then what ended, then what ended last."""
    other = replace(SESSION, **less)  # type: ignore[arg-type]  # any parts of a session
    outcome = joined_session(SESSION, other)
    assert [getattr(outcome, name) for name in RUN] == [getattr(SESSION, name) for name in RUN]


def test_a_clock_that_was_set_back_makes_no_difference() -> None:
    """A session that went on before it began went on nevertheless."""
    ours = replace(SESSION, resumed_at=SESSION.started_at - timedelta(hours=1))
    assert joined_session(ours, replace(ours, resumed_at=None, length=Length.NORMAL)) == ours


def test_holds_are_those_of_both_each_the_longer() -> None:
    """At each place the one held longer; of two as long the one that came out better, then always the same."""
    one = replace(
        SESSION,
        holds=(hold(0, 5.0), hold(1, 10.0), hold(3, 7.0, HoldStatus.DONE), hold(4, 0.0), hold(5, 1.0)),
    )
    other = replace(
        SESSION,
        holds=(
            hold(0, 6.0),
            hold(2, 1.0),
            hold(3, 7.0, HoldStatus.CUT),
            hold(4, 0.0, HoldStatus.SKIPPED),
            hold(5, 1.0, stretch="Pull"),
        ),
    )
    assert joined_session(one, other).holds == (
        hold(0, 6.0),
        hold(1, 10.0),
        hold(2, 1.0),
        hold(3, 7.0, HoldStatus.DONE),
        hold(4, 0.0),
        hold(5, 1.0, stretch="Pull"),
    )


@pytest.mark.parametrize(
    "less",
    [
        {"feedback_at": at(1, 0), "note": "Zz"},
        {"feedback_at": None, "note": "Zz"},
        {"feeling": None, "note": "Zz"},
        {"pain": (), "note": "Zz"},
        {"feeling": None, "pain": (), "note": ""},
        {"note": "Fair"},
    ],
)
def test_what_was_said_last_counts(less: dict[str, object]) -> None:
    """All of it; of two at the same time what is said at all, then always the same."""
    other = replace(SESSION, **less, title="Z")  # type: ignore[arg-type]  # any parts of a session
    outcome = joined_session(SESSION, other)
    assert outcome.feedback == SESSION.feedback
    assert (outcome.feedback_at, outcome.title) == (SESSION.feedback_at, "Z")


def test_what_has_ended_nobody_knows_when_has_ended() -> None:
    """It ranks above what runs."""
    running = replace(SESSION, ended_at=None, status=SessionStatus.RUNNING, title="Z")
    ended = replace(SESSION, ended_at=None, title="A")
    assert joined_session(running, ended) == ended


@pytest.mark.parametrize(
    "other",
    [
        {"stretch": "Pull"},
        {"muscles": ("it_band", "neck")},
        {"side": Side.RIGHT},
        {"set_number": 2},
        {"round_number": 2},
        {"planned_seconds": 31.0},
    ],
)
def test_of_two_holds_as_good_the_same_is_always_taken(other: dict[str, object]) -> None:
    """Whatever they differ in."""
    one = hold(0, 10.0)
    holds = [(one,), (replace(one, **other),)]  # type: ignore[arg-type]  # any part of a hold
    joined_session(*(replace(SESSION, holds=each) for each in holds))


def test_what_was_taken_back_later_stays_away() -> None:
    """Nothing said, but later, is what the user wants."""
    later = replace(SESSION, feeling=None, pain=(), note="", feedback_at=at(2, 2) + timedelta(seconds=1))
    assert joined_session(SESSION, later) == later
