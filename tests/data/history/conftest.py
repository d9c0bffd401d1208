"""A history that is not there yet."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from routine_app.data.history import database
from routine_app.data.history.database import open_history
from routine_app.data.history.repository import SqliteHistory


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a history may be, in a folder that is not there yet."""
    return tmp_path / "home" / "history.db"


@pytest.fixture
def history(path: Path) -> Iterator[SqliteHistory]:
    """A history that does not exist yet, closed after the test."""
    with closing(SqliteHistory(path)) as opened:
        yield opened


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What SQLite is told by each history that is opened in the test, after its tables are made."""
    told: list[str] = []

    def open_traced(path: Path) -> sqlite3.Connection:
        connection = open_history(path)
        connection.set_trace_callback(told.append)
        return connection

    monkeypatch.setattr(database, "open_history", open_traced)
    return told
