"""A session in the whole app: from the list of routines to its end and its place in the history."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from routine_app.core.cues.silent_mode import SILENT_MODE_WORDS
from routine_app.core.session.record import HoldStatus, SessionStatus
from routine_app.data.figures import FolderFigures
from routine_app.data.voice.clips import VoiceClips
from routine_app.ui.cues.notices import READING_SECONDS
from routine_app.ui.cues.wake_lock import DARK_WORDS
from routine_app.ui.library.routine_screen import RoutineScreen
from routine_app.ui.library.screen import LibraryScreen
from routine_app.ui.player import session_controller
from routine_app.ui.player.screen import PlayerScreen
from routine_app.ui.player.session_controller import READY_AFTER_SECONDS
from routine_app.ui.player.summary_screen import SummaryScreen
from tests.app.opened_app import END_SECONDS, Opened
from tests.ui.stand_in_client import BETWEEN_TAPS_SECONDS
from tests.ui.virtual_time import NOON, in_virtual_time, settle


@in_virtual_time
async def test_a_session_from_the_list_to_the_history(tmp_path: Path) -> None:
    """Every screen on the way, what each address is, and what is on disk at the end."""
    opened = Opened(tmp_path)
    await settle()
    assert opened.words[0] == "Routines"
    await opened.client.tap("Short hips")
    assert {"Short hips", "Pigeon pose", "Each side, 10 s"} <= set(opened.words)
    await opened.client.tap("Start")
    assert {"Get ready", "Left side", "5"} <= set(opened.words)
    await asyncio.sleep(10.5)
    assert {"Hold", "Left side", "5"} <= set(opened.words)
    await asyncio.sleep(5)
    assert {"Switch sides", "Right side", "3"} <= set(opened.words)
    await asyncio.sleep(END_SECONDS)
    assert opened.words[:3] == ["Done", "Short hips", "20 s held"]
    await opened.client.tap("Good")
    await opened.client.tap("Finish")
    assert opened.words[0] == "Routines"
    await opened.open_tab(2)
    assert opened.words[:2] == ["History", "This week: 1 of 3 days"]
    assert {"Short hips", "Today 12:00", "20 s of 20 s held", "Good"} <= set(opened.words)
    assert opened.client.routes == ["/", "/routine/short", "/play", "/done", "/", "/history"]
    session = opened.session
    assert (session.status, session.started_at) == (
        SessionStatus.COMPLETED,
        NOON + timedelta(seconds=BETWEEN_TAPS_SECONDS),
    )
    assert session.ended_at == session.started_at + timedelta(seconds=END_SECONDS)
    assert [hold.held_seconds for hold in session.holds] == pytest.approx([10.0, 10.0])
    await opened.client.close()


@in_virtual_time
async def test_a_hold_is_on_disk_before_the_next_step(tmp_path: Path) -> None:
    """Another process would find it there at once."""
    opened = Opened(tmp_path)
    await opened.start()
    await asyncio.sleep(15.01)
    (hold,) = opened.session.holds
    assert hold.held_seconds == pytest.approx(10.0)
    assert hold.status is HoldStatus.DONE
    assert opened.session.status is SessionStatus.RUNNING
    await opened.client.close()


@in_virtual_time
async def test_a_stop_while_getting_ready_leaves_no_trace(tmp_path: Path) -> None:
    """The routine's page is back, and nothing is logged."""
    opened = Opened(tmp_path)
    await opened.start()
    await asyncio.sleep(3)
    await opened.client.tap("Stop")
    assert "Start" in opened.words
    assert opened.address == "/routine/short"
    assert list(opened.log.sessions()) == []
    await opened.client.close()


@in_virtual_time
async def test_a_stop_in_a_hold_says_what_was_left_out(tmp_path: Path) -> None:
    """The summary is that of a stopped session."""
    opened = Opened(tmp_path)
    await opened.start()
    await asyncio.sleep(9)
    await opened.client.tap("Stop")
    assert "End this session?" in opened.words
    await opened.client.tap("End session")
    assert opened.words[:3] == ["Stopped", "Short hips", "4 s held"]
    assert "Pigeon pose, left side: 4 s of 10 s" in opened.words
    assert "Pigeon pose, right side: skipped" in opened.words
    assert opened.session.status is SessionStatus.STOPPED
    await opened.client.close()


@in_virtual_time
async def test_a_double_tap_on_start_starts_one_session(tmp_path: Path) -> None:
    """The second tap is on its way when the player comes on the screen; one Stop stops all there is."""
    opened = Opened(tmp_path)
    await settle()
    await opened.client.tap("Short hips")
    await opened.client.tap_twice("Start")
    await opened.client.tap("Stop")
    await asyncio.sleep(END_SECONDS + 5)
    assert opened.address == "/routine/short"
    assert list(opened.log.sessions()) == []
    await opened.client.close()


@in_virtual_time
async def test_a_session_begins_without_detours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the page of the routine had ready is used: no screen but the player is filled, and nothing planned anew."""
    opened = Opened(tmp_path)
    await settle()
    await opened.client.tap("Short hips")
    await opened.client.tap("Long")
    await asyncio.sleep(READY_AFTER_SECONDS)
    made: list[str] = []
    note(monkeypatch, made, session_controller, "plan")
    note(monkeypatch, made, VoiceClips, "prepare")
    for screen in (LibraryScreen, RoutineScreen, PlayerScreen, SummaryScreen):
        note(monkeypatch, made, screen, "show")
    note(monkeypatch, made, FolderFigures, "find")
    await opened.client.tap("Start")
    await asyncio.sleep(1)
    # A figure of the left side is looked for, then the one for both.
    assert made == ["PlayerScreen.show", "FolderFigures.find", "FolderFigures.find"]
    assert {"Get ready", "4"} <= set(opened.words)
    await opened.client.close()


def note(monkeypatch: pytest.MonkeyPatch, made: list[str], owner: object, name: str) -> None:
    """Note each call of a function, which is made all the same."""
    function = getattr(owner, name)

    def noted(*args: object, **kwargs: object) -> object:
        made.append(f"{getattr(owner, '__name__', '').rpartition('.')[2]}.{name}")
        return function(*args, **kwargs)

    monkeypatch.setattr(owner, name, noted)


@in_virtual_time
async def test_another_session_can_follow(tmp_path: Path) -> None:
    """Nothing of the first is left on the screens."""
    opened = Opened(tmp_path)
    await opened.start()
    await asyncio.sleep(END_SECONDS + 1)
    await opened.client.tap("Finish")
    await opened.start("Both")
    await asyncio.sleep(26)
    assert opened.words[:3] == ["Done", "Both", "20 s held"]
    assert opened.words.count("Hip flexors") == 1  # in the question whether it hurts
    assert [session.title for session in opened.log.sessions()] == ["Short hips", "Both"]
    await opened.client.close()


@in_virtual_time
async def test_a_length_changes_the_holds_of_the_session(tmp_path: Path) -> None:
    """The page says so before, and the log afterwards; gaps stay."""
    opened = Opened(tmp_path)
    await settle()
    await opened.client.tap("Short hips")
    await opened.client.tap("Long")
    assert "Each side, 15 s" in opened.words
    await opened.client.tap("Start")
    await asyncio.sleep(5.5)
    assert {"Hold", "15"} <= set(opened.words)
    await asyncio.sleep(40)
    assert opened.session.planned_seconds == 30.0
    await opened.client.close()


@in_virtual_time
async def test_another_routine_has_its_normal_length(tmp_path: Path) -> None:
    """What was chosen for one does not go with the next."""
    opened = Opened(tmp_path)
    await settle()
    await opened.client.tap("Short hips")
    await opened.client.tap("Short")
    await opened.client.tap("Back")
    await opened.client.tap("Both")
    assert "20 s" in opened.words
    await opened.client.close()


@in_virtual_time
async def test_keys_are_the_players_while_a_session_runs(tmp_path: Path) -> None:
    """Not before, not after, and not with Ctrl, Alt or the command key, which are the browser's."""
    opened = Opened(tmp_path)
    await settle()
    await opened.client.press_key(" ")
    assert opened.words[0] == "Routines"
    await opened.start()
    for modifier in ("ctrl", "alt", "meta"):
        await opened.client.press_key("Arrow Right", **{modifier: True})
    assert "Get ready" in opened.words
    await opened.client.press_key(" ")
    assert "Resume" in opened.words
    await opened.client.press_key("+", shift=True)
    assert "15" in opened.words
    await opened.client.press_key("Escape")
    assert opened.address == "/routine/short"
    await opened.client.press_key("Escape")
    assert opened.address == "/routine/short"
    await opened.client.close()


@in_virtual_time
async def test_what_keeps_a_phone_from_guiding_is_said_as_a_session_begins(tmp_path: Path) -> None:
    """Of silent mode on an iPhone, where it mutes the guide, and of a screen that cannot be kept awake; each once."""
    (tmp_path / "settings.yaml").write_text("music: mix\n", encoding="utf-8")
    opened = Opened(tmp_path, platform="ios")
    opened.client.refused.add("enable")
    await opened.start()
    await settle()
    (first,) = opened.client.snacks
    await asyncio.sleep(READING_SECONDS)
    assert {first, *opened.client.snacks} == {SILENT_MODE_WORDS, DARK_WORDS}
    await opened.client.close()


@in_virtual_time
async def test_a_phone_in_the_local_network_is_told_that_it_may_go_dark(tmp_path: Path) -> None:
    """There no browser lets a page keep the screen on."""
    opened = Opened(tmp_path)
    opened.client.page_url = "ws://192.0.2.7:8550"
    await opened.start()
    await settle()
    assert opened.client.snacks == [DARK_WORDS]
    await opened.client.close()


@in_virtual_time
async def test_another_phone_is_told_nothing(tmp_path: Path) -> None:
    """It has no silent mode that mutes a page, and its screen stays awake."""
    (tmp_path / "settings.yaml").write_text("music: mix\n", encoding="utf-8")
    opened = Opened(tmp_path, platform="android")
    await opened.start()
    await settle()
    assert opened.client.snacks == []
    await opened.client.close()
