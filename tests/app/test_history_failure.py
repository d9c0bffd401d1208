"""A history that cannot be written or read is told, and the app goes on."""

import asyncio
from pathlib import Path

import pytest

from tests.app.opened_app import END_SECONDS, NEXT_IS_RIGHT, Opened, interrupt
from tests.ui.virtual_time import logged, settle


def test_a_log_that_cannot_be_written_is_told_and_the_session_goes_on(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """At the foot of the page, and in the log; with room again, the end writes what was missing."""

    async def fill_the_disk() -> None:
        opened = Opened(tmp_path)
        await opened.start()
        await asyncio.sleep(10)
        opened.log.is_full = True
        await asyncio.sleep(6)
        assert opened.client.snacks == ["The disk is full; make room."]
        assert "Switch sides" in opened.words
        opened.log.is_full = False
        await asyncio.sleep(END_SECONDS)
        assert opened.words[:3] == ["Done", "Short hips", "20 s held"]
        assert [hold.held_seconds for hold in opened.session.holds] == pytest.approx([10.0, 10.0])
        await opened.client.close()

    assert logged(fill_the_disk, caplog) == ["A hold could not be logged"]


def test_an_interrupted_session_that_cannot_be_ended_is_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """At the foot of the page, and in the log; the card stays."""

    async def end_it() -> None:
        await interrupt(tmp_path)
        opened = Opened(tmp_path)
        await settle()
        opened.log.is_full = True
        await opened.client.tap("End it")
        assert opened.client.snacks == ["The disk is full; make room."]
        assert opened.offers == [NEXT_IS_RIGHT]
        await opened.client.close()

    assert logged(end_it, caplog) == ["An interrupted session could not be ended"]


def test_a_history_that_cannot_be_read_is_told_on_its_screen(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """In place of the sessions; the other screens work."""
    (tmp_path / "history.db").write_bytes(b"no database" * 1000)

    async def look_at_it() -> None:
        opened = Opened(tmp_path)
        await settle()
        await opened.open_tab(2)
        assert opened.words[0] == "History"
        assert opened.words[1].endswith(
            "is not a history of this app; move it away, and the app starts a new one."
        )
        await opened.open_tab(0)
        assert "Short hips" in opened.words
        await opened.client.close()

    assert logged(look_at_it, caplog) == ["The history cannot be read"]
