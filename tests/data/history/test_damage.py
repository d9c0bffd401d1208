"""A history that is damaged is set aside; any other stays."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from routine_app.core.session.record import SessionRecord
from routine_app.data.history.damage import set_damaged_aside
from routine_app.data.history.repository import SqliteHistory


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A history of some sessions."""
    path = tmp_path / "history.db"
    with closing(SqliteHistory(path)) as history:
        for number in range(200):
            history.start(SessionRecord(f"s{number}", "hips", "Hips", datetime.now(UTC), 60.0))
    return path


def test_a_whole_history_stays(path: Path) -> None:
    """It, and one that is not there yet."""
    assert set_damaged_aside(path) is False
    with closing(SqliteHistory(path)) as history:
        assert len(history.sessions()) == 200
    assert set_damaged_aside(path.with_name("none.db")) is False
    assert [file.name for file in path.parent.iterdir()] == ["history.db"]


@pytest.mark.parametrize("place", [0, 4096, -4096])
def test_a_damaged_history_is_set_aside(path: Path, place: int) -> None:
    """Byte for byte, wherever it is damaged; its place is free for a new one."""
    content = bytearray(path.read_bytes())
    place %= len(content)
    content[place : place + 64] = b"?" * 64
    path.write_bytes(content)
    assert set_damaged_aside(path) is True
    assert path.with_name("history.broken.db").read_bytes() == content
    with closing(SqliteHistory(path)) as history:
        assert list(history.sessions()) == []
