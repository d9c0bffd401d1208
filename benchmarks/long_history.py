"""How long the balance and the history of 100,000 holds take, next to one plain SELECT of the same rows."""

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import flet as ft

from benchmarks.amount import Amount
from benchmarks.figure import Figure
from routine_app.core.balance.balance import balance
from routine_app.core.days import days_back
from routine_app.core.history.view import HistoryFacts, present_history
from routine_app.core.history.weeks import days_of_weeks
from routine_app.core.session.record import SessionRecord
from routine_app.core.settings.settings import WEEKLY_DAYS
from routine_app.data.history.repository import SqliteHistory
from routine_app.ui.history.controller import SESSIONS_AT_ONCE
from routine_app.ui.history.screen import HistoryScreen

SESSIONS, FEWEST_SESSIONS = 10_000, 100
HOLDS_EACH = 10
DAYS = 28
RUNS, FEWEST_RUNS = 5, 1
NEWEST = datetime(2026, 5, 4, 18, 0, tzinfo=UTC)

FILL = """
    BEGIN;
    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {sessions} - 1)
    INSERT INTO session (id, routine, title, started_at, status, planned_seconds)
        SELECT 's-' || i, 'hips', 'Hips', date('2026-05-04', '-' || (i / 2) || ' days') || 'T18:00:00+00:00',
            'completed', 300 FROM n;
    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {holds} - 1)
    INSERT INTO hold SELECT session.id, i, 'Pigeon pose',
        CASE i % 3 WHEN 0 THEN '["hip_flexors", "glutes"]' WHEN 1 THEN '["hamstrings"]' ELSE '["it_band"]' END,
        CASE i % 2 WHEN 0 THEN 'left' ELSE 'right' END, 1, 1, 30, 29.9, 'done'
        FROM n, session;
    COMMIT;
"""


def measure(amount: Amount) -> Iterator[Figure | str]:
    """The median time of each, in a history of ten thousand sessions, two each day."""
    runs = amount.of(RUNS, FEWEST_RUNS)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "history.db"
        _fill(path, amount.of(SESSIONS, FEWEST_SESSIONS))
        ours, opened, baseline = (
            _median_milliseconds(work, path, runs) for work in (_balance, _history, _select)
        )
    yield Figure("balance of 100,000 holds", ours, baseline, "ms")
    yield Figure("history of 100,000 holds", opened, baseline, "ms")


def _fill(path: Path, session_count: int) -> None:
    with closing(SqliteHistory(path)) as history:
        history.start(SessionRecord("first", "hips", "Hips", NEWEST, 300.0))
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(FILL.format(sessions=session_count, holds=HOLDS_EACH))


def _balance(path: Path) -> None:
    with closing(SqliteHistory(path)) as history:
        sums = history.held(days_back(NEWEST.date(), DAYS))
    balance(sums, DAYS, 180.0)


def _history(path: Path) -> None:
    days = days_of_weeks(NEWEST.date())
    with closing(SqliteHistory(path)) as history:
        facts = HistoryFacts(
            history.day_totals(days),
            history.held(days),
            history.newest_sessions(SESSIONS_AT_ONCE),
            history.session_count(),
        )
    screen = HistoryScreen(lambda _: None, lambda: None, lambda: None, ft.Container())
    screen.show(present_history(facts, WEEKLY_DAYS, NEWEST))


def _select(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("SELECT * FROM hold").fetchall()


def _median_milliseconds(work: Callable[[Path], None], path: Path, runs: int) -> float:
    taken = []
    for _ in range(runs):
        begun = time.perf_counter()
        work(path)
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken)
