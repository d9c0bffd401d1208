"""Two processes with the same files, as the window and the server: each session is run by one of them.

Here both are in one process, but for one that is killed: what they know of each other is in their files alone.
"""

import asyncio
import sys
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from routine_app.core.session.ownership import SessionOwners
from routine_app.core.session.record import HoldStatus, SessionRecord, SessionStatus
from routine_app.data.session.running import RunningSessions
from tests.app.opened_app import END_SECONDS, NEXT_IS_RIGHT, Opened, interrupt, running_and_opened
from tests.data.session.started_process import asked_for, keeping
from tests.ui.stand_in_client import BETWEEN_TAPS_SECONDS
from tests.ui.virtual_time import in_virtual_time, settle

kills = pytest.mark.skipif(sys.platform == "win32", reason="has no SIGKILL")

LOOKS_SECONDS = 2.1
"""In so much time each process has looked at what the others wrote, and shown it."""

RUNS_ELSEWHERE = ["Short hips", "This session runs in another window.", "Take over"]


def process(folder: Path) -> Opened:
    """The app on a page in a process of its own."""
    return Opened(folder, processes(folder))


def processes(folder: Path) -> SessionOwners:
    """What the pages of one process share."""
    return SessionOwners(RunningSessions(folder / "running"))


async def close(*opened: Opened) -> None:
    """End all these."""
    for each in opened:
        await each.client.close()


def runs_elsewhere(opened: Opened) -> bool:
    """Whether the list tells of a session in another process, and offers none to go on with."""
    return opened.words[1:4] == RUNS_ELSEWHERE and opened.offers == []


@in_virtual_time
async def test_what_another_process_runs_is_not_offered(tmp_path: Path) -> None:
    """The list says so, and lets one take it over; when it is done, the card is gone."""
    one, other = await running_and_opened(partial(process, tmp_path))
    assert runs_elsewhere(other)
    await asyncio.sleep(END_SECONDS - 20 + LOOKS_SECONDS)
    assert one.words[0] == "Done"
    assert ("Take over" in other.words, other.offers) == (False, [])
    await close(one, other)


@in_virtual_time
async def test_what_another_process_runs_cannot_be_ended_though_its_file_is_gone(tmp_path: Path) -> None:
    """It is interrupted by nothing; the list shows it no more, for there is nothing to take over."""
    one, other = await running_and_opened(partial(process, tmp_path))
    one.remove("short")
    await asyncio.sleep(LOOKS_SECONDS)
    assert not {"Take over", "End it"} & set(other.words)
    await close(one, other)


@in_virtual_time
async def test_a_session_that_begins_elsewhere_is_told_by_itself(tmp_path: Path) -> None:
    """Once it is in the log, with its first hold."""
    one, other = process(tmp_path), process(tmp_path)
    await one.start()
    await asyncio.sleep(4)
    assert not runs_elsewhere(other)
    await asyncio.sleep(1 + LOOKS_SECONDS)
    assert runs_elsewhere(other)
    await close(one, other)


@in_virtual_time
async def test_it_can_be_gone_on_with_when_the_other_process_is_closed(tmp_path: Path) -> None:
    """The card comes by itself; and goes when another process goes on, with none to end it there."""
    one, other = await running_and_opened(partial(process, tmp_path))
    third = process(tmp_path)
    await settle()
    await one.client.close()
    await asyncio.sleep(LOOKS_SECONDS)
    assert [other.offers, third.offers] == [[NEXT_IS_RIGHT]] * 2
    await third.client.tap("Continue")
    await asyncio.sleep(LOOKS_SECONDS)
    assert runs_elsewhere(other)
    await close(other, third)


@in_virtual_time
async def test_another_process_takes_a_session_over(tmp_path: Path) -> None:
    """It asks; the one that ran it goes home, says so and writes no more; and can ask for it in turn."""
    one, other = await running_and_opened(partial(process, tmp_path))
    await other.client.tap("Take over")
    assert other.words[1:3] == ["Short hips", "Asking the other window…"]
    assert {"Hold", "Pause"} <= set(one.words)
    await asyncio.sleep(LOOKS_SECONDS)
    assert one.client.snacks == ["This session went on elsewhere."]
    assert (one.address, runs_elsewhere(one)) == ("/", True)
    assert {"Get ready", "Right side"} <= set(other.words)
    await one.client.tap("Take over")
    await asyncio.sleep(LOOKS_SECONDS)
    assert other.client.snacks == ["This session went on elsewhere."]
    await asyncio.sleep(16)
    assert one.words[:2] == ["Done", "Short hips"]
    assert one.session.status is SessionStatus.COMPLETED
    assert [hold.held_seconds for hold in one.session.holds] == pytest.approx([10.0, 10.0])
    await close(one, other)


@in_virtual_time
async def test_a_page_nobody_looks_at_lets_go_too(tmp_path: Path) -> None:
    """A closed tab's session runs on in the server for a while; who comes back to it is told."""
    one, other = await running_and_opened(partial(process, tmp_path))
    await one.client.leave()
    await other.client.tap("Take over")
    await asyncio.sleep(LOOKS_SECONDS)
    assert "Get ready" in other.words
    await one.client.return_()
    assert one.words[0] == "Routines"
    assert one.client.snacks == ["This session went on elsewhere."]
    await close(one, other)


@in_virtual_time
async def test_any_page_of_a_process_hears_what_is_asked(tmp_path: Path) -> None:
    """Its tabs take a session from each other as ever; whichever has it, the other process gets it by asking."""
    shared = processes(tmp_path)
    tab, second, other = Opened(tmp_path, shared), Opened(tmp_path, shared), process(tmp_path)
    await tab.start()
    await asyncio.sleep(20)
    await second.open_tab(1)
    await second.open_tab(0)
    assert second.offers == [NEXT_IS_RIGHT]
    assert runs_elsewhere(other)
    await second.client.tap("Continue")
    assert tab.client.snacks == ["This session went on elsewhere."]
    await other.client.tap("Take over")
    await asyncio.sleep(LOOKS_SECONDS + 1)
    assert second.client.snacks == ["This session went on elsewhere."]
    assert "Get ready" in other.words
    assert [runs_elsewhere(tab), runs_elsewhere(second)] == [True, True]
    await close(tab, second, other)


@in_virtual_time
async def test_who_leaves_the_list_asks_no_more(tmp_path: Path) -> None:
    """The session stays where it is: the process that asks looks half a second before the other."""
    one = process(tmp_path)
    await one.start()
    await asyncio.sleep(19.5 - BETWEEN_TAPS_SECONDS)
    other = process(tmp_path)
    await asyncio.sleep(0.7)
    await other.client.tap("Take over")
    await other.open_tab(2)
    await asyncio.sleep(LOOKS_SECONDS)
    assert one.client.snacks == []
    await other.open_tab(0)
    assert runs_elsewhere(other)
    await close(one, other)


@pytest.mark.parametrize("button", ["Continue", "End it"])
def test_an_old_card_takes_nothing_from_another_process(tmp_path: Path, button: str) -> None:
    """It went on elsewhere a moment ago: the card becomes what the list would say."""

    @in_virtual_time
    async def tap_it() -> None:
        await interrupt(tmp_path)
        one, other = process(tmp_path), process(tmp_path)
        await settle()
        await one.client.tap("Continue")
        assert other.offers == [NEXT_IS_RIGHT]
        await other.client.tap(button)
        assert runs_elsewhere(other)
        assert "Get ready" in one.words
        assert (one.session.status, one.client.snacks) == (SessionStatus.RUNNING, [])
        await close(one, other)

    tap_it()


@kills
@in_virtual_time
async def test_it_can_be_gone_on_with_when_the_other_process_is_killed(tmp_path: Path) -> None:
    """The card comes by itself, and goes on as ever; nothing is left of the other process."""
    session = await interrupt(tmp_path)
    with keeping(tmp_path / "running", session.session_id) as owner:
        opened = process(tmp_path)
        await settle()
        assert runs_elsewhere(opened)
        owner.kill()
        owner.wait()
        await asyncio.sleep(LOOKS_SECONDS)
        assert opened.offers == [NEXT_IS_RIGHT]
        await opened.client.tap("Continue")
        await asyncio.sleep(16)
        assert opened.words[:3] == ["Done", "Short hips", "20 s held"]
        assert [path.name for path in (tmp_path / "running").iterdir()] == ["sessions.db"]
        await close(opened)


@kills
@in_virtual_time
async def test_a_process_that_does_not_answer_keeps_its_session(tmp_path: Path) -> None:
    """After a few seconds that is said; nothing was written, and it is asked no more."""
    session = await interrupt(tmp_path)
    with keeping(tmp_path / "running", session.session_id) as owner:
        opened = process(tmp_path)
        await settle()
        await opened.client.tap("Take over")
        assert asked_for(owner) == [session.session_id]
        await asyncio.sleep(4.5)
        assert (asked_for(owner), opened.client.snacks) == ([session.session_id], [])
        await asyncio.sleep(2)
        assert opened.client.snacks == [
            "The other window did not answer; close it, and the session can go on here."
        ]
        assert runs_elsewhere(opened)
        assert asked_for(owner) == []
        assert opened.session == session
        await close(opened)


def test_a_session_is_ended_before_another_process_may_take_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever took it in between would go on with what is then written as stopped."""
    other, taken = RunningSessions(tmp_path / "running"), list[bool]()

    @in_virtual_time
    async def end_it() -> None:
        await interrupt(tmp_path)
        one = process(tmp_path)
        end = one.log.end

        def end_and_try(session_id: str, ended_at: datetime, status: SessionStatus) -> SessionRecord:
            taken.append(other.take(session_id))
            return end(session_id, ended_at, status)

        monkeypatch.setattr(one.log, "end", end_and_try)
        await settle()
        await one.client.tap("End it")
        taken.append(other.take(one.session.session_id))
        assert one.session.status is SessionStatus.STOPPED
        await close(one)

    end_it()
    assert taken == [False, True]


@in_virtual_time
async def test_each_process_runs_its_own_session(tmp_path: Path) -> None:
    """At the same time, and both are in the log."""
    one, other = process(tmp_path), process(tmp_path)
    await one.start()
    await other.start("Both")
    await asyncio.sleep(END_SECONDS + 1)
    assert [one.words[:2], other.words[:2]] == [["Done", "Short hips"], ["Done", "Both"]]
    assert [session.status for session in one.log.sessions()] == [SessionStatus.COMPLETED] * 2
    await close(one, other)


@in_virtual_time
async def test_a_session_deleted_elsewhere_is_told_where_it_runs(tmp_path: Path) -> None:
    """In a sentence; the other process tells of it no more."""
    one, other = await running_and_opened(partial(process, tmp_path))
    other.log.delete(one.session.session_id)
    await asyncio.sleep(END_SECONDS - 20 + 1)
    assert one.words[:2] == ["Done", "Short hips"]
    assert "does not have this session any more" in one.client.snacks[0]
    assert "Take over" not in other.words
    assert one.log.sessions() == ()
    await close(one, other)


@in_virtual_time
async def test_where_processes_cannot_claim_no_hold_gets_shorter(tmp_path: Path) -> None:
    """Both run it: the log has of each hold the longest and that it was completed, and so say both summaries."""
    one = Opened(tmp_path)
    await one.start()
    await asyncio.sleep(12)
    other = Opened(tmp_path)
    await settle()
    await other.client.tap("Continue")
    await asyncio.sleep(END_SECONDS - 12 + 1)
    assert one.words[:3] == ["Done", "Short hips", "20 s held"]
    await other.client.tap("Stop")
    await other.client.tap("End session")
    assert other.words[:3] == one.words[:3]
    session = one.session
    assert (session.status, session.ended_at) == (
        SessionStatus.COMPLETED,
        session.started_at + timedelta(seconds=END_SECONDS),
    )
    assert [hold.status for hold in session.holds] == [HoldStatus.DONE] * 2
    await close(one, other)
