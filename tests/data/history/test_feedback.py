"""What was said of sessions: how they felt, pain, and the advice that was read."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from routine_app.core.errors import UserFacingError
from routine_app.core.feedback.feedback import Feedback, Feeling, PainRecord
from routine_app.core.feedback.repository import PainTold
from routine_app.core.routine.model import Side
from routine_app.data.history.repository import SqliteHistory
from tests.data.history.sample_sessions import (
    EVENING,
    HIP_PAIN,
    HONOLULU,
    MAY,
    SAID,
    START,
    log,
)


def test_what_is_said_later_takes_the_place_of_it(history: SqliteHistory) -> None:
    """All of it, with its time; what was held stays."""
    log(history, "a", EVENING, 30.0)
    before = history.session("a")
    history.say_of("a", lambda _: SAID, EVENING)
    said = history.session("a")
    assert said is not None
    assert before is not None
    assert (said.feedback, said.feedback_at, said.holds) == (SAID, EVENING, before.holds)
    later = EVENING.astimezone(HONOLULU) + timedelta(hours=1)
    history.say_of("a", lambda _: Feedback(Feeling.EASY), later)
    said = history.session("a")
    assert said is not None
    assert (said.feedback, said.feedback_at) == (Feedback(Feeling.EASY), later)


def test_a_change_gets_what_is_said_now(history: SqliteHistory) -> None:
    """So that it can leave the rest as it is; what came of it is given."""
    log(history, "a", EVENING, 30.0)
    history.say_of("a", lambda _: SAID, EVENING)
    said = history.say_of("a", lambda now: replace(now, feeling=Feeling.EASY), EVENING)
    session = history.session("a")
    assert session is not None
    assert said == session.feedback == replace(SAID, feeling=Feeling.EASY) != SAID


def test_nothing_can_be_said_of_a_session_that_is_gone(history: SqliteHistory) -> None:
    """It is told in a sentence, and nothing is left of the pain."""
    log(history, "a", EVENING, 30.0)
    with pytest.raises(UserFacingError, match="does not have this session any more; nothing was noted"):
        history.say_of("b", lambda _: SAID, EVENING)
    assert history.pains(MAY) == ()


def test_pains_of_some_days_come_in_order(history: SqliteHistory) -> None:
    """Oldest session first, and as they were told."""
    log(history, "b", EVENING, 30.0)
    log(history, "a", EVENING - timedelta(days=2), 30.0)
    log(history, "old", EVENING - timedelta(days=20), 30.0)
    for name in ("b", "a", "old"):
        history.say_of(name, lambda _: Feedback(pain=(HIP_PAIN,)), EVENING)
    history.say_of("b", lambda _: SAID, EVENING)
    assert history.pains(MAY) == (
        PainTold("a", EVENING - timedelta(days=2), HIP_PAIN),
        PainTold("b", EVENING, HIP_PAIN),
        PainTold("b", EVENING, PainRecord("neck", Side.BOTH)),
    )


def test_the_last_acknowledgement_counts(history: SqliteHistory) -> None:
    """One for each muscle."""
    history.acknowledge("neck", EVENING)
    history.acknowledge("glutes", EVENING)
    history.acknowledge("neck", EVENING + timedelta(days=1))
    assert history.acknowledged() == {"neck": EVENING + timedelta(days=1), "glutes": EVENING}


def test_feeling_pain_and_note_are_read(history: SqliteHistory, path: Path) -> None:
    """Schema 1 has room for them, in the order in which pain was told."""
    history.start(START)
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("UPDATE session SET feeling = 'hard', note = 'Slept badly'")
        other.executemany(
            "INSERT INTO pain (session_id, place, muscle, side) VALUES ('s1', ?, ?, ?)",
            [(1, "glutes", "both"), (0, "it_band", "right")],
        )
    (session,) = history.sessions()
    assert (session.feeling, session.note) == ("hard", "Slept badly")
    assert session.pain == (PainRecord("it_band", Side.RIGHT), PainRecord("glutes", Side.BOTH))
