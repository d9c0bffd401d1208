"""An import killed in its middle: whole sessions are in, and the same import again does the rest."""

from contextlib import closing
from pathlib import Path

import pytest

from routine_app.core.history.exchange.merge import JoinCount
from routine_app.data.history.repository import SqliteHistory
from tests.core.history.whole_history import contents_of, fill
from tests.data.history import killed_import
from tests.data.history.killed_import import SESSIONS
from tests.data.history.test_killed_session import integrity
from tests.few_or_many import few_or_many
from tests.started_program import started_program


def import_and_kill(path: Path, parts: int) -> None:
    """Import until so many parts are told, and kill it then."""
    with started_program(killed_import.__file__, str(path)) as process:
        assert process.stdout is not None
        for _ in range(parts):
            assert process.stdout.readline() != ""


@pytest.mark.parametrize("parts", range(2, 22, few_or_many(12, 1)))
def test_a_killed_import_leaves_whole_sessions(tmp_path: Path, parts: int) -> None:
    """Some and not all of them; what is missing comes in by the next, to the letter."""
    path = tmp_path / "history.db"
    import_and_kill(path, parts)
    assert integrity(path) == "ok"
    with closing(SqliteHistory(path)) as history:
        there = contents_of(history).sessions
        assert set(there) <= set(SESSIONS.sessions)
        assert 0 < len(there) < len(SESSIONS.sessions)
        assert fill(history, SESSIONS) == JoinCount(new=len(SESSIONS.sessions) - len(there))
        assert contents_of(history) == SESSIONS
