"""One touch does one thing, however quick the next one comes, and whatever the clock on the wall does meanwhile."""

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

import flet as ft
import pytest

from tests.app.opened_app import BOTH, Opened
from tests.ui import control_tree
from tests.ui.virtual_time import NOON, VirtualClock, in_virtual_time, settle

TOO_SOON = (0.0, 0.1, 0.25, 0.399)


def jump_to(monkeypatch: pytest.MonkeyPatch, at: datetime) -> None:
    """Set the clock on the wall, as a network or a person does."""
    monkeypatch.setattr(VirtualClock, "wall", lambda _: at)


@pytest.mark.parametrize("hours", [-24, 0, 24])
@pytest.mark.parametrize("seconds", TOO_SOON)
@in_virtual_time
async def test_start_and_then_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seconds: float, hours: int
) -> None:
    """Where Start was there is Pause now."""
    opened = Opened(tmp_path)
    await opened.start()
    jump_to(monkeypatch, NOON + timedelta(hours=hours))
    await opened.client.tap_within(seconds, "Pause")
    assert "Pause" in opened.words
    await opened.client.tap("Pause")
    assert "Resume" in opened.words
    await opened.client.close()


@in_virtual_time
async def test_skip_goes_one_step(tmp_path: Path) -> None:
    """Not over the change of sides as well; a person who skips twice on purpose does."""
    opened = Opened(tmp_path)
    await opened.start()
    await opened.client.tap("Skip")
    await asyncio.sleep(2)
    await opened.client.tap("Skip")
    await opened.client.tap_within(0.2, "Skip")
    assert "Switch sides" in opened.words
    await opened.client.tap_within(0.201, "Skip")
    assert "Hold" in opened.words
    await opened.client.close()


@in_virtual_time
async def test_what_stays_in_its_place_takes_each_tap(tmp_path: Path) -> None:
    """Ten seconds more, and again; Back twice leads to the hold before."""
    opened = Opened(tmp_path)
    await opened.start()
    await asyncio.sleep(5 + 10 + 3 + 5)
    await opened.client.tap("+10 s")
    await opened.client.tap_within(0.1, "+10 s")
    assert "25" in opened.words
    await opened.client.tap("Back")
    assert {"Hold", "Right side", "10"} <= set(opened.words)
    await opened.client.tap_within(0.1, "Back")
    assert {"Hold", "Left side", "10"} <= set(opened.words)
    await opened.client.close()


@in_virtual_time
async def test_the_cross_asks_and_its_answers_do_one_thing(tmp_path: Path) -> None:
    """The second tap on an answer neither pauses what goes on, nor leaves the summary."""
    opened = Opened(tmp_path)
    await opened.start()
    await asyncio.sleep(8)
    await opened.client.tap("Stop")
    await opened.client.tap_within(0.1, "Stop")
    assert "End this session?" in opened.words
    await opened.client.tap("Keep going")
    await asyncio.sleep(0.1)
    upper_half = control_tree.shown(opened.client.top, ft.GestureDetector)[0]
    await opened.client.tell(upper_half, "tap")
    assert "Pause" in opened.words
    await opened.client.press_key("Escape")
    await opened.client.tap("End session")
    assert opened.words[0] == "Stopped"
    await opened.client.tap_within(0.3, "Finish")
    assert opened.words[0] == "Stopped"
    await opened.client.tap("Finish")
    assert opened.words[0] == "Routines"
    await opened.client.close()


@pytest.mark.parametrize("leave", ["Stop", "Escape"])
@in_virtual_time
async def test_while_nothing_is_held_it_ends_at_once(tmp_path: Path, leave: str) -> None:
    """There is nothing to ask about; once something is held there is, also in the change of sides."""
    opened = Opened(tmp_path)
    await opened.start()
    await asyncio.sleep(4)
    await (opened.client.press_key("Escape") if leave == "Escape" else opened.client.tap(leave))
    assert opened.address == "/routine/short"
    await asyncio.sleep(1)
    await opened.client.tap("Start")
    await asyncio.sleep(5 + 10 + 1)
    assert "Switch sides" in opened.words
    await (opened.client.press_key("Escape") if leave == "Escape" else opened.client.tap(leave))
    assert "End this session?" in opened.words
    await opened.client.close()


@in_virtual_time
async def test_a_session_that_ends_by_itself_takes_no_tap_for_another(tmp_path: Path) -> None:
    """Who meant to pause its last second is not led out of the summary."""
    opened = Opened(tmp_path)
    opened.write("short", BOTH)
    await opened.start("Both")
    await asyncio.sleep(5 + 20)
    await opened.client.tap_within(0.1, "Finish")
    assert opened.words[:2] == ["Done", "Both"]
    await opened.client.close()


@in_virtual_time
async def test_a_session_of_which_all_was_skipped_is_not_done(tmp_path: Path) -> None:
    """Neither the screen nor the voice says so; the log has what was."""
    opened = Opened(tmp_path)
    await opened.start("Both")
    await settle()
    for _ in range(2):
        await opened.client.tap("Skip")
    await asyncio.sleep(1)
    assert opened.words[:3] == ["Nothing held", "Both", "0 s held"]
    assert not [words for _, words in opened.client.announced if "Done" in words]
    assert opened.session.holds[0].held_seconds < 1
    await opened.client.close()
