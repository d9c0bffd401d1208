"""A session whose process died: the next start offers it."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from routine_app.core.session.record import HoldStatus, SessionStatus
from routine_app.core.session.resume import ROUTINE_BROKEN, ROUTINE_CHANGED
from tests.app.opened_app import NEXT_IS_RIGHT, Opened, interrupt
from tests.ui.stand_in_client import BETWEEN_TAPS_SECONDS
from tests.ui.virtual_time import NOON, in_virtual_time, settle, virtual_loop


@in_virtual_time
async def test_an_interrupted_session_is_gone_on_with(tmp_path: Path) -> None:
    """With what was held before in the summary and the log, under the same id, and offered no more."""
    before = await interrupt(tmp_path)
    opened = Opened(tmp_path)
    await settle()
    assert opened.offers == [NEXT_IS_RIGHT]
    await opened.client.tap("Continue")
    assert {"Get ready", "Right side", "5", "Next: hold for 10 seconds"} <= set(opened.words)
    assert opened.address == "/play"
    await asyncio.sleep(16)
    assert opened.words[:3] == ["Done", "Short hips", "20 s held"]
    session = opened.session
    assert (session.session_id, session.started_at, session.status) == (
        before.session_id,
        before.started_at,
        SessionStatus.COMPLETED,
    )
    assert session.resumed_at == NOON + timedelta(seconds=20 + BETWEEN_TAPS_SECONDS)
    assert session.holds[0] == before.holds[0]
    assert [hold.held_seconds for hold in session.holds] == pytest.approx([10.0, 10.0])
    await opened.client.tap("Finish")
    assert opened.offers == []
    await opened.client.close()


@in_virtual_time
async def test_an_interrupted_session_is_ended(tmp_path: Path) -> None:
    """As stopped, and the card goes."""
    await interrupt(tmp_path)
    opened = Opened(tmp_path)
    await settle()
    await opened.client.tap("End it")
    assert opened.offers == []
    assert "Short hips" in opened.words
    session = opened.session
    assert (session.status, session.ended_at) == (
        SessionStatus.STOPPED,
        NOON + timedelta(seconds=10 + BETWEEN_TAPS_SECONDS),
    )
    assert [hold.status for hold in session.holds] == [HoldStatus.DONE, HoldStatus.SKIPPED]
    await opened.client.close()


@in_virtual_time
async def test_one_whose_routine_is_gone_can_be_ended_and_keeps_what_was_held(tmp_path: Path) -> None:
    """The card says why it cannot go on, and goes; the log has the hold that was done."""
    before = await interrupt(tmp_path)
    (tmp_path / "routines" / "short.yaml").unlink()
    opened = Opened(tmp_path)
    await settle()
    assert opened.offers == []
    assert {"Interrupted", "1 hold done", ROUTINE_CHANGED} <= set(opened.words)
    await opened.client.tap("End it")
    assert "Interrupted" not in opened.words
    session = opened.session
    assert (session.status, session.holds) == (SessionStatus.STOPPED, before.holds)
    await opened.client.close()


@in_virtual_time
async def test_one_whose_file_is_broken_goes_on_once_it_is_mended(tmp_path: Path) -> None:
    """The card says so, and offers it as soon as the file can be read."""
    await interrupt(tmp_path)
    path = tmp_path / "routines" / "short.yaml"
    good = path.read_text(encoding="utf-8")
    path.write_text("title: [\n", encoding="utf-8")
    opened = Opened(tmp_path)
    await settle()
    assert opened.offers == []
    assert {"Interrupted", "1 hold done", ROUTINE_BROKEN} <= set(opened.words)
    path.write_text(good, encoding="utf-8")
    await asyncio.sleep(2)
    assert opened.offers == [NEXT_IS_RIGHT]
    await opened.client.close()


@in_virtual_time
async def test_one_whose_file_was_renamed_goes_on(tmp_path: Path) -> None:
    """It is known by its title."""
    await interrupt(tmp_path)
    (tmp_path / "routines" / "short.yaml").rename(tmp_path / "routines" / "mine.yaml")
    opened = Opened(tmp_path)
    await settle()
    await opened.client.tap("Continue")
    assert {"Get ready", "Right side"} <= set(opened.words)
    await opened.client.close()


@in_virtual_time
async def test_a_session_is_offered_for_half_a_day(tmp_path: Path) -> None:
    """A card that stands there longer than that leads nowhere any more, and goes."""
    await interrupt(tmp_path)
    opened = Opened(tmp_path)
    await settle()
    virtual_loop().seconds += 12 * 3600
    await opened.client.tap("Continue")
    assert opened.offers == []
    assert (opened.words[0], opened.session.status) == ("Routines", SessionStatus.RUNNING)
    await opened.client.close()


@in_virtual_time
async def test_a_double_tap_on_continue_goes_on_once(tmp_path: Path) -> None:
    """The second tap is on its way when the player comes on the screen."""
    await interrupt(tmp_path)
    opened = Opened(tmp_path)
    await settle()
    await opened.client.tap_twice("Continue")
    assert "Get ready" in opened.words
    await asyncio.sleep(2)
    await opened.client.tap("Stop")
    await opened.client.tap("End session")
    assert opened.words[:3] == ["Stopped", "Short hips", "10 s held"]
    await opened.client.close()
    assert virtual_loop().pending_timers == []


@in_virtual_time
async def test_a_long_session_goes_on_long(tmp_path: Path) -> None:
    """The length is the session's own."""
    first = Opened(tmp_path)
    await settle()
    await first.client.tap("Short hips")
    await first.client.tap("Long")
    await first.client.tap("Start")
    await asyncio.sleep(21)
    await first.client.close()
    opened = Opened(tmp_path)
    await settle()
    await opened.client.tap("Continue")
    await asyncio.sleep(5.5)
    assert {"Hold", "15"} <= set(opened.words)
    await asyncio.sleep(20)
    assert [hold.held_seconds for hold in opened.session.holds] == pytest.approx([15.0, 15.0])
    await opened.client.close()
