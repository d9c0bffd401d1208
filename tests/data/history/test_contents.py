"""The whole history, read in pages, and joined to others part by part."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from routine_app.core.errors import UserFacingError
from routine_app.core.feedback.feedback import Feeling, PainRecord
from routine_app.core.history.contents import HistoryContents, in_order
from routine_app.core.history.exchange.merge import join_to
from routine_app.core.history.repository import HistoryRepository
from routine_app.core.routine.hold_length import Length
from routine_app.core.routine.model import Side
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord, SessionStatus
from routine_app.data.history import reading
from routine_app.data.history.repository import SESSIONS_OF_PAGE, SqliteHistory
from tests.core.history.whole_history import contents_of, fill, incoming
from tests.data.history.sample_sessions import many_sessions

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
        fill(opened, CONTENTS)
        yield opened


def test_it_is_an_exchange(history: SqliteHistory) -> None:
    """The protocol is met; what was put in comes out."""
    exchange: HistoryRepository = history
    assert contents_of(exchange) == CONTENTS


def test_there_is_nothing_in_a_history_that_is_not_there(tmp_path: Path) -> None:
    """And no file is made to find that out."""
    with closing(SqliteHistory(tmp_path / "none" / "history.db")) as history:
        assert contents_of(history) == HistoryContents()
    assert not (tmp_path / "none").exists()


def test_many_sessions_come_oldest_first(history: SqliteHistory) -> None:
    """By the instant, whatever day it was there; more than are looked up at once, and some on each page."""
    many = many_sessions(reading.BEGUN_AT_ONCE + 5)
    fill(history, HistoryContents(many))
    pages = list(history.pages())
    assert [session for page in pages for session in page.sessions] == list(in_order((*many, FULL, BARE)))
    assert max(len(page.sessions) for page in pages) == SESSIONS_OF_PAGE
    shares = [page.share_before for page in pages]
    assert shares == sorted(shares)
    assert shares[0] == 0.0
    assert shares[-1] > 0.9


def test_between_two_pages_anybody_writes(history: SqliteHistory, tmp_path: Path) -> None:
    """This process and others; what is deleted meanwhile is not given, and nobody waits."""
    pages = history.pages()
    next(pages)
    with closing(sqlite3.connect(tmp_path / "history.db", timeout=0)) as other, other:
        other.execute("DELETE FROM session WHERE id = 'bare'")
    history.record_holds("full", [replace(HOLDS[0], hold_index=7)])
    (session,) = [session for page in pages for session in page.sessions]
    assert [hold.hold_index for hold in session.holds] == [0, 1, 2, 7]


def test_what_is_joined_is_given_what_is_there(history: SqliteHistory) -> None:
    """Of the sessions of the part alone; what is made of it takes its place, all of it."""
    theirs = HistoryContents((replace(FULL, title="Other"),), frozenset({"bare", "gone"}))
    outcome = HistoryContents((replace(FULL, title="New", holds=HOLDS[1:], pain=()),), theirs.deleted)
    seen: list[HistoryContents] = []

    def join(ours: HistoryContents, coming: HistoryContents) -> HistoryContents:
        seen.extend((ours, coming))
        return outcome

    apart = replace(BARE, session_id="apart")
    fill(history, HistoryContents((apart,)))
    list(history.join([theirs], join))
    assert seen == [CONTENTS, theirs]
    assert contents_of(history) == replace(
        outcome, sessions=(*outcome.sessions, apart), acknowledged={"neck": BEGAN}
    )


def test_only_what_differs_is_written(statements: list[str], history: SqliteHistory) -> None:
    """A long history that gets one session more is not written anew."""
    statements.clear()
    fill(history, replace(CONTENTS, sessions=(*CONTENTS.sessions, replace(BARE, session_id="more"))))
    written = [one for one in statements if "INTO " in one or "DELETE" in one or "UPDATE" in one]
    assert [one for one in written if "'full'" in one or "'bare'" in one or "acknowledged" in one] == []
    assert any("'more'" in one for one in written)


def test_a_part_that_fails_changes_nothing(history: SqliteHistory) -> None:
    """Not even a session of it; the parts before it stay."""
    unfit = HistoryContents((replace(FULL, title="New"), replace(BARE, title="\ud800")))
    joining = history.join([HistoryContents(deleted=frozenset({"other"})), unfit], lambda _, theirs: theirs)
    next(joining)
    with pytest.raises(UnicodeEncodeError):
        next(joining)
    assert contents_of(history) == replace(CONTENTS, deleted=CONTENTS.deleted | {"other"})


def test_between_two_parts_anybody_writes(history: SqliteHistory, tmp_path: Path) -> None:
    """A hold of a session that runs is on disk at once, in the same process and in another, and stays."""
    work = join_to(history, [incoming(HistoryContents(many_sessions(200)))])
    with closing(sqlite3.connect(tmp_path / "history.db", timeout=0)) as other:
        for number, _ in enumerate(work, start=10):
            history.record_holds("full", [replace(HOLDS[0], hold_index=number)])
            query = "SELECT max(hold_index) FROM hold WHERE session_id = 'full'"
            assert other.execute(query).fetchone() == (number,)
    assert number > 11
    held = [hold.hold_index for hold in history.sessions()[0].holds]
    assert set(range(10, number + 1)) <= set(held)
    assert history.session_count() == 202


@pytest.mark.parametrize("parts", [1, 3])
def test_all_that_is_joined_is_told_once(tmp_path: Path, parts: int) -> None:
    """As it ends, or where it is left; a browser would store the whole file each time. A hold between is told at once."""
    told: list[int] = []
    with closing(
        SqliteHistory(tmp_path / "history.db", lambda: told.append(opened.session_count()))
    ) as opened:
        work = join_to(opened, [incoming(HistoryContents((FULL, *many_sessions(200))))])
        for _ in range(parts):
            next(work)
        assert told == []
        work.close()
        assert told == [opened.session_count()]
        fill(opened, HistoryContents(many_sessions(200)))
        assert len(told) == 2


def test_nothing_is_told_where_nothing_was_written(tmp_path: Path) -> None:
    """As with a file that is no history."""
    told: list[str] = []
    (tmp_path / "history.db").write_bytes(b"no database" * 1000)
    with (
        closing(SqliteHistory(tmp_path / "history.db", lambda: told.append("changed"))) as history,
        pytest.raises(UserFacingError),
    ):
        fill(history, CONTENTS)
    assert told == []


def test_a_writer_of_another_process_is_waited_for(history: SqliteHistory, tmp_path: Path) -> None:
    """What it has written by then is what is joined to."""
    with closing(sqlite3.connect(tmp_path / "history.db")) as other, other:
        other.execute("DELETE FROM session WHERE id = 'bare'")
    assert fill(history, CONTENTS).new == 1
    assert [session.session_id for session in history.sessions()] == ["full", "bare"]
