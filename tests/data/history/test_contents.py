"""The history as a whole: read at once, and replaced at once or not at all."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from routine_app.core.feedback.feedback import Feeling, PainRecord
from routine_app.core.history.contents import HistoryContents
from routine_app.core.history.repository import HistoryRepository
from routine_app.core.routine.hold_length import Length
from routine_app.core.routine.model import Side
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord, SessionStatus
from routine_app.data.history.repository import SqliteHistory

BEGAN = datetime(2026, 5, 4, 7, 0, tzinfo=timezone(timedelta(hours=2)))
HOLDS = tuple(
    HoldRecord(place, "Lean", ("it_band",), Side.LEFT, 1, 1, 60.0, 30.5, HoldStatus.CUT) for place in range(3)
)
FULL = SessionRecord(
    "full",
    "hips",
    "Hips",
    BEGAN,
    180.0,
    Length.LONG,
    BEGAN + timedelta(minutes=5),
    BEGAN + timedelta(hours=1),
    SessionStatus.COMPLETED,
    HOLDS,
    Feeling.GOOD,
    (PainRecord("neck", Side.BOTH),),
    "Fine",
    BEGAN + timedelta(hours=2),
)
BARE = SessionRecord("bare", "hips", "Hips", BEGAN + timedelta(days=1), 60.0)
CONTENTS = HistoryContents((FULL, BARE), frozenset({"gone"}), {"neck": BEGAN})


@pytest.fixture
def history(tmp_path: Path) -> Iterator[SqliteHistory]:
    """A history that holds `CONTENTS`."""
    with closing(SqliteHistory(tmp_path / "history.db")) as opened:
        opened.replace(lambda _: CONTENTS)
        yield opened


def test_it_is_an_exchange(history: SqliteHistory) -> None:
    """The protocol is met; what was put in comes out."""
    exchange: HistoryRepository = history
    assert exchange.contents() == CONTENTS


def test_there_is_nothing_in_a_history_that_is_not_there(tmp_path: Path) -> None:
    """And no file is made to find that out."""
    with closing(SqliteHistory(tmp_path / "none" / "history.db")) as history:
        assert history.contents() == HistoryContents()
    assert not (tmp_path / "none").exists()


def test_the_change_is_made_of_what_is_there(history: SqliteHistory) -> None:
    """It is given the contents, and what it makes of them takes their place, all of them."""
    other = HistoryContents((replace(FULL, title="Other", holds=HOLDS[1:], pain=()),), frozenset({"bare"}))
    seen: list[HistoryContents] = []

    def change(contents: HistoryContents) -> HistoryContents:
        seen.append(contents)
        return other

    history.replace(change)
    assert (seen, history.contents()) == ([CONTENTS], other)


def test_only_what_differs_is_written(statements: list[str], history: SqliteHistory) -> None:
    """A long history that gets one session more is not written anew."""
    statements.clear()
    more = replace(BARE, session_id="more")
    history.replace(lambda contents: replace(contents, sessions=(*contents.sessions, more)))
    written = [
        one for one in statements if "INTO session" in one or "INTO hold" in one or "FROM session W" in one
    ]
    assert [one for one in written if "'full'" in one or "'bare'" in one] == []
    assert any("'more'" in one for one in written)


def test_a_change_that_fails_changes_nothing(history: SqliteHistory) -> None:
    """Not even in part."""

    def fail(_: HistoryContents) -> HistoryContents:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        history.replace(fail)
    unfit = replace(CONTENTS, sessions=(replace(FULL, title="New"), replace(BARE, title="\ud800")))
    with pytest.raises(UnicodeEncodeError):
        history.replace(lambda _: unfit)
    assert history.contents() == CONTENTS


def test_a_writer_of_another_process_is_waited_for(history: SqliteHistory, tmp_path: Path) -> None:
    """What it has written by then is what the change is made of."""
    with closing(sqlite3.connect(tmp_path / "history.db")) as other, other:
        other.execute("DELETE FROM session WHERE id = 'bare'")
    history.replace(lambda contents: contents)
    assert [session.session_id for session in history.sessions()] == ["full"]
