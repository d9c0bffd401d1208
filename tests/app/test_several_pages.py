"""Several pages of one server: each is an app of its own, and no session runs on two."""

import asyncio
from functools import partial
from pathlib import Path

import pytest

from routine_app.core.session.ownership import SessionOwners
from routine_app.core.session.record import HoldStatus, SessionStatus
from tests.app.opened_app import END_SECONDS, NEXT_IS_RIGHT, Opened, interrupt, running_and_opened
from tests.ui.virtual_time import in_virtual_time, settle


@in_virtual_time
async def test_two_pages_do_not_know_each_other(tmp_path: Path) -> None:
    """Two tabs of one server: each has its own session, and the log has both."""
    one, other = Opened(tmp_path), Opened(tmp_path)
    await one.start()
    assert other.words[0] == "Routines"
    await other.start("Both")
    await one.client.tap("Pause")
    await asyncio.sleep(30)
    assert "Resume" in one.words
    assert other.words[:2] == ["Done", "Both"]
    await one.client.close()
    await other.client.close()


@in_virtual_time
async def test_another_page_takes_a_session_over(tmp_path: Path) -> None:
    """The page that ran it goes home and says so; it writes and ticks no more. It can take it back."""
    one, other = await running_and_opened(partial(Opened, tmp_path, SessionOwners()))
    await other.client.tap("Continue")
    assert one.words[0] == "Routines"
    assert one.address == "/"
    assert one.client.snacks == ["This session went on elsewhere."]
    assert one.offers == [NEXT_IS_RIGHT]
    await asyncio.sleep(3)
    await one.client.tap("Continue")
    assert other.words[0] == "Routines"
    await asyncio.sleep(30)
    assert one.words[:2] == ["Done", "Short hips"]
    assert [hold.held_seconds for hold in one.session.holds] == pytest.approx([10.0, 10.0])
    await one.client.close()
    await other.client.close()


@in_virtual_time
async def test_a_page_nobody_looks_at_lets_go_too(tmp_path: Path) -> None:
    """A closed tab's session lives on in the server for a while; who comes back to it is told."""
    running = SessionOwners()
    one = Opened(tmp_path, running)
    await one.start()
    await asyncio.sleep(20)
    await one.client.leave()
    other = Opened(tmp_path, running)
    await settle()
    await other.client.tap("Continue")
    await asyncio.sleep(16)
    assert other.words[0] == "Done"
    await one.client.return_()
    assert one.words[0] == "Routines"
    assert one.client.snacks == ["This session went on elsewhere."]
    assert one.session.status is SessionStatus.COMPLETED
    await one.client.close()
    await other.client.close()


@in_virtual_time
async def test_a_card_of_a_session_that_ended_meanwhile_leads_nowhere(tmp_path: Path) -> None:
    """The other page finished it: nothing is opened again, and the other page is left in peace."""
    one, other = await running_and_opened(partial(Opened, tmp_path, SessionOwners()))
    await asyncio.sleep(END_SECONDS)
    await other.client.tap("Continue")
    assert other.offers == []
    assert (one.words[0], one.client.snacks) == ("Done", [])
    assert one.session.status is SessionStatus.COMPLETED
    await one.client.close()
    await other.client.close()


@in_virtual_time
async def test_a_card_never_takes_another_session(tmp_path: Path) -> None:
    """A newer one was begun elsewhere meanwhile: the tap leaves it in peace, and the card becomes its."""
    await interrupt(tmp_path)
    running = SessionOwners()
    one, other = Opened(tmp_path, running), Opened(tmp_path, running)
    await one.start("Both")
    await asyncio.sleep(6)
    assert other.offers == [NEXT_IS_RIGHT]
    await other.client.tap("Continue")
    assert other.offers == ["Continue Both 0 of 1 hold done Next: Butterfly 25 s left"]
    assert {"Hold", "Pause"} <= set(one.words)
    await one.client.close()
    await other.client.close()


@in_virtual_time
async def test_a_session_that_another_page_runs_can_be_ended(tmp_path: Path) -> None:
    """That page lets go of it first, and writes no more."""
    one, other = await running_and_opened(partial(Opened, tmp_path, SessionOwners()))
    await other.client.tap("End it")
    assert one.words[0] == "Routines"
    await asyncio.sleep(END_SECONDS)
    assert one.session.status is SessionStatus.STOPPED
    assert [hold.status for hold in one.session.holds] == [HoldStatus.DONE, HoldStatus.SKIPPED]
    await one.client.close()
    await other.client.close()
