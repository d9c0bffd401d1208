"""A browser that goes, comes back, or never does; a phone that slept."""

import asyncio
from pathlib import Path

from routine_app.core.session.record import HoldStatus, SessionStatus
from routine_app.ui.player.session_runner import SHAKE_FIRST_SECONDS
from tests.app.opened_app import END_SECONDS, Opened
from tests.ui import control_tree
from tests.ui.virtual_time import in_virtual_time, virtual_loop

SILENT = "sounds: no\nvoice: no\n"


@in_virtual_time
async def test_a_connection_that_breaks_loses_nothing(tmp_path: Path) -> None:
    """The session goes on; whoever comes back sees what is now."""
    opened = Opened(tmp_path)
    await opened.start()
    await asyncio.sleep(6)
    await opened.client.leave()
    await asyncio.sleep(10)
    await opened.client.return_()
    assert {"Switch sides", "2"} <= set(opened.words)
    assert opened.address == "/play"
    await asyncio.sleep(END_SECONDS)
    assert opened.words[0] == "Done"
    assert len(opened.session.holds) == 2
    await opened.client.close()


@in_virtual_time
async def test_a_session_that_ends_with_nobody_there_is_found_ended(tmp_path: Path) -> None:
    """The summary waits for whoever comes back, under its own address; without sound, it is the screen that leads."""
    (tmp_path / "settings.yaml").write_text(SILENT, encoding="utf-8")
    opened = Opened(tmp_path)
    await opened.start()
    await opened.client.leave()
    await asyncio.sleep(END_SECONDS + 5)
    assert opened.session.status is SessionStatus.COMPLETED
    await opened.client.return_()
    assert opened.words[0] == "Done"
    assert opened.address == "/done"
    await opened.client.close()


@in_virtual_time
async def test_a_browser_that_went_before_its_sound_was_heard_finds_a_question(tmp_path: Path) -> None:
    """Nobody knows whether anything led through the holds: none is counted."""
    opened = Opened(tmp_path)
    opened.client.audio.refuses = True
    await opened.start()
    opened.client.is_frozen = True
    await opened.client.leave()
    await asyncio.sleep(END_SECONDS + 5)
    opened.client.is_frozen = False
    await opened.client.return_()
    await asyncio.sleep(5)
    assert any(words.startswith("Asleep for") for words in opened.words), opened.words
    assert "Continue" in opened.words
    await opened.client.close()


@in_virtual_time
async def test_a_browser_that_stays_away_finds_it_paused(tmp_path: Path) -> None:
    """Nobody held what the timer would have counted, and no sound led through it."""
    (tmp_path / "settings.yaml").write_text(SILENT, encoding="utf-8")
    opened = Opened(tmp_path)
    await opened.start()
    await opened.client.tap("+10 s")
    for _ in range(7):
        await opened.client.press_key("+")
    await opened.client.leave()
    await asyncio.sleep(200)
    await opened.client.return_()
    assert {"Resume", "25"} <= set(opened.words)
    await opened.client.close()


@in_virtual_time
async def test_a_phone_that_wakes_shows_how_things_stand(tmp_path: Path) -> None:
    """The app comes to the front again: asleep for long, and its sound stopped by a call, it asks."""
    opened = Opened(tmp_path)
    await opened.start()
    await asyncio.sleep(7)
    opened.client.audio.stop(virtual_loop().seconds + 0.01)
    virtual_loop().seconds += 48
    await opened.client.tell_page("app_lifecycle_state_change", {"state": "resume"})
    await asyncio.sleep(0.5)
    assert "Asleep for 48 s. 2 of 10 s held." in opened.words
    await opened.client.tap("Redo this side")
    assert {"Hold", "10"} <= set(opened.words)
    await opened.client.close()


@in_virtual_time
async def test_a_phone_that_wakes_is_where_its_sound_is(tmp_path: Path) -> None:
    """What was led through in the dark is held, and nothing is asked."""
    opened = Opened(tmp_path)
    await opened.start()
    await asyncio.sleep(7)
    virtual_loop().seconds += 15
    await opened.client.tell_page("app_lifecycle_state_change", {"state": "resume"})
    await asyncio.sleep(SHAKE_FIRST_SECONDS)
    assert {"Hold", "Right side", "6"} <= set(opened.words)
    assert [hold.status for hold in opened.session.holds] == [HoldStatus.DONE]
    await opened.client.close()


@in_virtual_time
async def test_a_page_that_is_away_is_waited_for_while_its_sound_leads(tmp_path: Path) -> None:
    """A locked phone loses its connection: the session is neither paused nor logged before it tells how far it got."""
    opened = Opened(tmp_path)
    await opened.start()
    await asyncio.sleep(7)
    opened.client.is_frozen = True
    await opened.client.leave()
    await asyncio.sleep(200)
    assert not opened.session.holds
    opened.client.reconnect()
    opened.client.thaw()
    await opened.client.return_()
    await asyncio.sleep(1)
    assert "Done" in opened.words
    assert [hold.status for hold in opened.session.holds] == [HoldStatus.DONE, HoldStatus.DONE]
    await opened.client.close()


@in_virtual_time
async def test_only_coming_back_counts_as_a_new_look(tmp_path: Path) -> None:
    """A page in the background keeps its keyboard focus; one that comes back has none."""
    opened = Opened(tmp_path)
    await opened.start()
    skip = control_tree.button(opened.client.top, "Skip")
    await opened.client.tell(skip, "focus")
    for state, word in (("hide", "Pause"), ("show", "Resume")):
        await opened.client.tell_page("app_lifecycle_state_change", {"state": state})
        await opened.client.press_key(" ")
        assert word in opened.words
    await opened.client.close()


@in_virtual_time
async def test_a_closed_page_leaves_nothing_running(tmp_path: Path) -> None:
    """No tick, no minute of grace; the session stays in the log for the next start."""
    opened = Opened(tmp_path)
    await opened.start()
    await asyncio.sleep(8)
    await opened.client.leave()
    await opened.client.close()
    assert virtual_loop().pending_timers == []
    assert opened.session.status is SessionStatus.RUNNING
    opened.log.close()
