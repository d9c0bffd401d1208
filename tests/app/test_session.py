"""The whole app on a real page: from the list to a held session and its place in the history.

The page is Flet's own; what stands in for a browser takes what it is sent, and taps. Time is made up.
"""

import asyncio
import logging
import sys
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import flet as ft
import pytest

from routine_app import app as app_module
from routine_app.app import page_main
from routine_app.core.errors import UserFacingError
from routine_app.core.feedback.feedback import Feedback, Feeling
from routine_app.core.session.ownership import SessionOwners
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord, SessionStatus
from routine_app.core.settings.view import ShownPaths
from routine_app.data.figures import FolderFigures
from routine_app.data.help_files import FolderHelp
from routine_app.data.history.repository import SqliteHistory
from routine_app.data.paths import assets_folder, shipped_routines_folder
from routine_app.data.routines.drafts import DraftFiles
from routine_app.data.routines.files import FolderRoutineFiles
from routine_app.data.routines.library import FolderRoutines
from routine_app.data.routines.texts import RoutineYaml
from routine_app.data.settings.file import SettingsFile
from routine_app.data.sound_files import SoundFiles
from routine_app.data.voice.clips import VoiceClips
from routine_app.ui.app import App
from routine_app.ui.dependencies import Dependencies
from routine_app.ui.kit import theme
from routine_app.ui.library.routine_screen import RoutineScreen
from routine_app.ui.library.screen import LibraryScreen
from routine_app.ui.player import session_controller
from routine_app.ui.player.screen import PlayerScreen
from routine_app.ui.player.session_runner import SOUND_FIRST_SECONDS
from routine_app.ui.player.summary_screen import SummaryScreen
from tests.data.files.fake_browser import FakeBrowser
from tests.ui import control_tree
from tests.ui.control_tree import control_id
from tests.ui.stand_in_client import StandInClient
from tests.ui.virtual_time import NOON, VirtualClock, in_virtual_time, settle, virtual_loop

SHORT = """\
title: Short hips
get_ready: 5s
switch: 3s
stretches:
  - name: Pigeon pose
    muscles: [hip_flexors]
    sides: each
    hold: 10s
    figure: pigeon-pose
"""
BOTH = """\
title: Both
get_ready: 5s
stretches:
  - {name: Butterfly, muscles: [adductors], sides: together, hold: 20s}
"""
BROKEN = "title: Broken\nstretches: []\n"
FIGURE = '<svg viewBox="0 0 1 1" stroke="#2F3B40"/>'

END_SECONDS = 5 + 10 + 3 + 10


class FillingHistory(SqliteHistory):
    """The real history, on a disk that can be full."""

    is_full = False

    def record_holds(self, session_id: str, holds: Sequence[HoldRecord]) -> None:
        """Write, if there is room."""
        if self.is_full:
            raise UserFacingError("The disk is full; make room.")
        super().record_holds(session_id, holds)


class Opened:
    """The app on a page of its own, with files in a folder."""

    def __init__(self, folder: Path, running: SessionOwners | None = None, **facts: object) -> None:
        self.routines = folder / "routines"
        self.routines.mkdir(exist_ok=True)
        for name, text in (("short", SHORT), ("both legs", BOTH), ("broken", BROKEN)):
            (self.routines / f"{name}.yaml").write_text(text, encoding="utf-8")
        (folder / "pigeon-pose.svg").write_text(FIGURE, encoding="utf-8")
        self.log = FillingHistory(folder / "history.db")
        self.client = StandInClient(**facts)
        self.app = App(
            self.client.page,
            Dependencies(
                library=FolderRoutines(folder / "none", self.routines),
                files=FolderRoutineFiles(folder / "none", self.routines),
                drafts=DraftFiles(folder / "drafts"),
                texts=RoutineYaml(),
                help=FolderHelp(shipped_routines_folder()),
                history=self.log,
                pictures=FolderFigures(folder, self.routines),
                sounds=SoundFiles(assets_folder() / "sounds"),
                voice=VoiceClips(assets_folder() / "voice"),
                settings=SettingsFile(folder / "settings.yaml"),
                clock=VirtualClock(),
                places=ShownPaths("routines", "history.db", "settings.yaml", "routine-app.log"),
                owners=running or SessionOwners(),
                close_log=self.log.close,
            ),
        )
        self.app.start()

    async def start(self, title: str = "Short hips") -> None:
        """Start a session of a routine of the list."""
        await settle()
        await self.client.tap(title)
        await self.client.tap("Start")

    async def open_tab(self, index: int) -> None:
        """Choose a screen on the navigation bar."""
        (bar,) = control_tree.shown(self.client.top, ft.NavigationBar)
        self.client.enter(bar, selected_index=index)
        await self.client.tell(bar, "change", str(index))

    @property
    def words(self) -> list[str]:
        """What one reads."""
        return self.client.words

    @property
    def session(self) -> SessionRecord:
        """The only session of the log."""
        (session,) = self.log.sessions()
        return session

    @property
    def address(self) -> str:
        """What stands in the browser."""
        return self.client.routes[-1]


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
    assert (session.status, session.started_at) == (SessionStatus.COMPLETED, NOON)
    assert session.ended_at == NOON + timedelta(seconds=END_SECONDS)
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
async def test_the_summary_can_be_left_by_going_back(tmp_path: Path) -> None:
    """The browser's Back from it leads to the list, not into the session that is over."""
    opened = Opened(tmp_path)
    await opened.start()
    await asyncio.sleep(END_SECONDS + 1)
    await opened.client.go_to("/play")
    assert opened.words[0] == "Routines"
    assert opened.address == "/"
    await opened.client.close()


def test_a_log_that_cannot_be_written_is_told_and_the_session_goes_on(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """At the foot of the page, and in the log; with room again, the end writes what was missing."""

    @in_virtual_time
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

    with caplog.at_level(logging.ERROR):
        fill_the_disk()
    assert [record.getMessage() for record in caplog.records] == ["A hold could not be logged"]


def test_a_history_that_cannot_be_read_is_told_on_its_screen(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """In place of the sessions; the other screens work."""
    (tmp_path / "history.db").write_bytes(b"no database" * 1000)

    @in_virtual_time
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

    with caplog.at_level(logging.ERROR):
        look_at_it()
    assert [record.getMessage() for record in caplog.records] == ["The history cannot be read"]


@pytest.mark.parametrize(
    ("route", "title", "address"),
    [
        ("/", "Routines", "/"),
        ("/history", "History", "/history"),
        ("/routine/short", "Short hips", "/routine/short"),
        ("/routine/both%20legs", "Both", "/routine/both%20legs"),
        ("/routine/unknown", "Routines", "/"),
        ("/routine/broken", "Routines", "/"),
        ("/routine/", "Routines", "/"),
        ("/play", "Routines", "/"),
        ("/done", "Routines", "/"),
        ("/no/such/page", "Routines", "/"),
        ("", "Routines", "/"),
    ],
)
@in_virtual_time
async def test_an_address_opens_its_screen(tmp_path: Path, route: str, title: str, address: str) -> None:
    """A link to what there is not shows the list, and the address is put right."""
    opened = Opened(tmp_path, route=route)
    await settle()
    assert (opened.words[0], opened.address) == (title, address)
    await opened.client.close()


@in_virtual_time
async def test_back_out_of_a_session_asks_and_stays(tmp_path: Path) -> None:
    """The address is the session's again; nothing is lost by a slip of the thumb."""
    opened = Opened(tmp_path)
    await opened.start()
    await asyncio.sleep(8)
    await opened.client.go_to("/routine/short")
    assert "End this session?" in opened.words
    assert opened.address == "/play"
    await asyncio.sleep(5)
    await opened.client.go_to("/")
    assert "End this session?" in opened.words
    assert opened.address == "/play"
    await opened.client.tap("Keep going")
    assert {"Pause", "7"} <= set(opened.words)
    await asyncio.sleep(END_SECONDS)
    assert opened.words[0] == "Done"
    await opened.client.close()


@in_virtual_time
async def test_the_way_back_from_a_routine(tmp_path: Path) -> None:
    """By its button, by the browser, and by a phone's own Back."""
    opened = Opened(tmp_path)
    await settle()
    await opened.client.tap("Short hips")
    await opened.client.tap("Back")
    assert opened.words[0] == "Routines"
    await opened.client.tap("Short hips")
    await opened.client.go_to("/")
    assert opened.words[0] == "Routines"
    await opened.client.tap("Short hips")
    await opened.client.tell_page("view_pop", {"route": "/routine/"})
    assert opened.words[0] == "Routines"
    await opened.client.close()


async def choose_length(opened: Opened, words: str) -> None:
    """Choose how long the holds are."""
    await opened.client.tap(words)


@in_virtual_time
async def test_a_length_changes_the_holds_of_the_session(tmp_path: Path) -> None:
    """The page says so before, and the log afterwards; gaps stay."""
    opened = Opened(tmp_path)
    await settle()
    await opened.client.tap("Short hips")
    await choose_length(opened, "Long")
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
    await choose_length(opened, "Short")
    await opened.client.tap("Back")
    await opened.client.tap("Both")
    assert "20 s" in opened.words
    await opened.client.close()


@in_virtual_time
async def test_the_focus_is_outlined_from_the_first_tab_on(tmp_path: Path) -> None:
    """A letter shows it to nobody: it may be typed into a field, which would lose the keyboard."""
    opened = Opened(tmp_path)
    await settle()
    worn = opened.client.page.theme
    assert worn is not None
    assert worn.color_scheme is not None
    await opened.client.press_key("A")
    assert worn.color_scheme.on_tertiary_container == theme.CLEAR
    await opened.client.press_key("Tab")
    assert worn.color_scheme.on_tertiary_container == worn.color_scheme.on_surface
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
async def test_figures_follow_the_light(tmp_path: Path) -> None:
    """On the list at once, in a session with its next second."""
    opened = Opened(tmp_path)
    await settle()

    def figures() -> set[object]:
        return {image.src for image in control_tree.shown(opened.client.top, ft.Image)}

    assert figures() == {FIGURE}
    dark = FIGURE.replace("#2F3B40", "#E1E6E5")
    await opened.client.change("platform_brightness_change", platform_brightness="dark")
    assert figures() == {dark}
    await opened.start()
    assert figures() == {dark}
    await opened.client.change("platform_brightness_change", platform_brightness="light")
    await asyncio.sleep(1)
    assert figures() == {FIGURE}
    await opened.client.close()


@in_virtual_time
async def test_every_screen_follows_the_size(tmp_path: Path) -> None:
    """The player in two columns where there is room; a rail, once what it stands beside is on top again."""
    opened = Opened(tmp_path)
    await opened.start()
    await opened.client.change("resize", width=1280.0, height=800.0)
    columns = [row for row in control_tree.shown(opened.client.top, ft.Row) if row.expand]
    assert len(columns) == 1
    await opened.client.tap("Stop")
    await opened.client.tap("Back")
    assert control_tree.shown(opened.client.top, ft.NavigationRail)
    assert opened.client.top.navigation_bar is None
    await opened.client.change("resize", width=390.0, height=844.0)
    assert not control_tree.shown(opened.client.top, ft.NavigationRail)
    await opened.client.close()


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
    """The summary waits for whoever comes back, under its own address."""
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
async def test_a_browser_that_stays_away_finds_it_paused(tmp_path: Path) -> None:
    """Nobody held what the timer would have counted."""
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
    """The app comes to the front again: asleep for long, it asks."""
    opened = Opened(tmp_path)
    await opened.start()
    await asyncio.sleep(7)
    virtual_loop().seconds += 48
    await opened.client.tell_page("app_lifecycle_state_change", {"state": "resume"})
    await asyncio.sleep(SOUND_FIRST_SECONDS)
    assert "Asleep for 48 s. 2 of 10 s held." in opened.words
    await opened.client.tap("Redo this side")
    assert {"Hold", "10"} <= set(opened.words)
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
async def test_the_page_is_dressed(tmp_path: Path) -> None:
    """With a name, and both themes."""
    opened = Opened(tmp_path)
    await settle()
    page = opened.client.page
    assert page.title == "Routine App"
    assert page.theme is not None
    assert page.dark_theme is not None
    assert page.theme.color_scheme != page.dark_theme.color_scheme
    await opened.client.close()


def test_surroundings_in_the_way_are_told_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """In place of the app: what is wrong, and what to do."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("ROUTINE_APP_HOME", str(tmp_path / "file"))

    @in_virtual_time
    async def open_it() -> None:
        client = StandInClient()
        await page_main()(client.page)
        assert client.words[0] == "This cannot start yet"
        assert client.words[1].startswith("Cannot create the folder")
        assert client.words[1].endswith("set ROUTINE_APP_HOME to a folder you can write to.")
        assert client.patched == [control_id(client.page)]

    with caplog.at_level(logging.ERROR):
        open_it()
    assert [record.getMessage() for record in caplog.records] == ["The app cannot start"]


def test_the_app_opens_with_the_files_of_this_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What Flet calls for each page shows the routines that ship, and makes the user's folder."""
    monkeypatch.setenv("ROUTINE_APP_HOME", str(tmp_path / "home"))

    @in_virtual_time
    async def open_it() -> None:
        client = StandInClient()
        await page_main()(client.page)
        await settle()
        assert {"Routines", "Runner's hips"} <= set(client.words)
        await client.close()

    open_it()
    assert (tmp_path / "home" / "routines").is_dir()


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> FakeBrowser:
    """Let the app believe that its Python runs in a browser, which has no neural voice."""
    monkeypatch.setattr(app_module, "sys", SimpleNamespace(platform="emscripten"))
    monkeypatch.setitem(sys.modules, "routine_app.data.voice.neural", None)
    return FakeBrowser()


def test_in_a_browser_the_folder_of_the_page_is_used(
    tmp_path: Path, browser: FakeBrowser, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is filled before the app reads it, and the session that was interrupted is offered from there."""

    @in_virtual_time
    async def open_it() -> None:
        browser.install(monkeypatch, tmp_path)
        browser.answers.append(browser.HOLD)
        client = StandInClient()
        opening = asyncio.create_task(page_main()(client.page))
        await settle()
        assert browser.synced == ["load"]
        assert client.page.title is None
        with closing(SqliteHistory(tmp_path / "kept" / "history.db")) as kept:
            kept.start(SessionRecord("s1", "runner-hips", "Runner's hips", datetime.now(UTC), 60.0))
            kept.end("s1", datetime.now(UTC), SessionStatus.STOPPED)
        browser.answer()
        await settle()
        assert opening.done()
        assert {"Routines", "Runner's hips"} <= set(client.words)
        await client.go_to("/history")
        assert {"History", "Runner's hips", "Minutes a week"} <= set(client.words)
        assert (tmp_path / "kept" / "routines").is_dir()
        await client.close()

    open_it()


def test_in_a_browser_each_change_is_saved(
    tmp_path: Path, browser: FakeBrowser, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is before there is something to log; then it is, at once."""

    @in_virtual_time
    async def open_it() -> None:
        browser.install(monkeypatch, tmp_path)
        client = StandInClient()
        await page_main()(client.page)
        await settle()
        assert browser.synced == ["load"]
        kept = SqliteHistory(tmp_path / "kept" / "history.db")
        await client.tap("Quick reset")
        await client.tap("Start")
        await client.tap("Skip")
        await client.tap("Skip")
        await settle()
        with closing(kept):
            (session,) = kept.sessions()
        assert session.title == "Quick reset"
        assert browser.synced[:2] == ["load", "save"]
        await client.close()

    open_it()


def test_a_second_tab_waits_for_the_first(
    tmp_path: Path, browser: FakeBrowser, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says where the data is, touches none of it, and becomes the app when the first closes."""

    @in_virtual_time
    async def open_two() -> None:
        browser.install(monkeypatch, tmp_path)
        first, second = StandInClient(), StandInClient()
        await page_main()(first.page)
        waiting = asyncio.create_task(page_main()(second.page))
        await settle()
        assert second.words[0] == "Open in another tab"
        assert browser.synced == ["load"]
        assert not waiting.done()
        (lock,) = browser.locks
        browser.close_tab(lock)
        await settle()
        assert waiting.done()
        assert second.words[0] == "Routines"
        assert browser.synced == ["load", "load"]
        await first.close()
        await second.close()

    open_two()


def test_a_browser_without_locks_is_told_in_one_sentence(
    tmp_path: Path, browser: FakeBrowser, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """In place of the app, as any other trouble."""
    browser.has_locks = False

    @in_virtual_time
    async def open_it() -> None:
        browser.install(monkeypatch, tmp_path)
        client = StandInClient()
        await page_main()(client.page)
        assert client.words == [
            "This cannot start yet",
            "This page can keep nothing safely here; open it over https, in a newer browser.",
        ]

    with caplog.at_level(logging.ERROR):
        open_it()
    assert [record.getMessage() for record in caplog.records] == ["The app cannot start"]


def test_a_browser_that_keeps_nothing_says_so_and_the_app_opens(
    tmp_path: Path, browser: FakeBrowser, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the foot of the page, once."""
    browser.mount_error = OSError("no IndexedDB")

    @in_virtual_time
    async def open_it() -> None:
        browser.install(monkeypatch, tmp_path)
        client = StandInClient()
        await page_main()(client.page)
        await settle()
        assert client.words[0] == "Routines"
        assert client.snacks == [
            "The browser's store cannot be opened, so what you hold now is lost when this page closes; reload it to try again."
        ]
        await client.close()

    open_it()


NEXT_IS_RIGHT = "Continue Short hips 1 of 2 holds done Next: Pigeon pose, right side 15 s left"


async def interrupt(folder: Path) -> SessionRecord:
    """Start a session, and let its process die in the middle of the second hold."""
    opened = Opened(folder)
    await opened.start()
    await asyncio.sleep(20)
    await opened.client.close()
    session = opened.session
    opened.log.close()
    return session


def offers(opened: Opened) -> list[str]:
    """The names of the buttons that go on with a session."""
    names = [control_tree.name_of(found) for found in control_tree.buttons(opened.client.top)]
    return [name for name in names if name.startswith("Continue")]


@in_virtual_time
async def test_an_interrupted_session_is_gone_on_with(tmp_path: Path) -> None:
    """With what was held before in the summary and the log, under the same id, and offered no more."""
    before = await interrupt(tmp_path)
    opened = Opened(tmp_path)
    await settle()
    assert offers(opened) == [NEXT_IS_RIGHT]
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
    assert session.resumed_at == NOON + timedelta(seconds=20)
    assert session.holds[0] == before.holds[0]
    assert [hold.held_seconds for hold in session.holds] == pytest.approx([10.0, 10.0])
    await opened.client.tap("Finish")
    assert offers(opened) == []
    await opened.client.close()


@in_virtual_time
async def test_an_interrupted_session_is_ended(tmp_path: Path) -> None:
    """As stopped, and the card goes."""
    await interrupt(tmp_path)
    opened = Opened(tmp_path)
    await settle()
    await opened.client.tap("End it")
    assert offers(opened) == []
    assert "Short hips" in opened.words
    session = opened.session
    assert (session.status, session.ended_at) == (SessionStatus.STOPPED, NOON + timedelta(seconds=10))
    assert [hold.status for hold in session.holds] == [HoldStatus.DONE, HoldStatus.SKIPPED]
    await opened.client.close()


@in_virtual_time
async def test_a_session_is_offered_for_half_a_day(tmp_path: Path) -> None:
    """A card that stands there longer than that leads nowhere any more, and goes."""
    await interrupt(tmp_path)
    opened = Opened(tmp_path)
    await settle()
    virtual_loop().seconds += 12 * 3600
    await opened.client.tap("Continue")
    assert offers(opened) == []
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
    assert opened.words[:3] == ["Stopped", "Short hips", "10 s held"]
    await opened.client.close()
    assert virtual_loop().pending_timers == []


@in_virtual_time
async def test_a_long_session_goes_on_long(tmp_path: Path) -> None:
    """The length is the session's own."""
    first = Opened(tmp_path)
    await settle()
    await first.client.tap("Short hips")
    await choose_length(first, "Long")
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


@in_virtual_time
async def test_another_page_takes_a_session_over(tmp_path: Path) -> None:
    """The page that ran it goes home and says so; it writes and ticks no more. It can take it back."""
    running = SessionOwners()
    one = Opened(tmp_path, running)
    await one.start()
    await asyncio.sleep(20)
    other = Opened(tmp_path, running)
    await settle()
    await other.client.tap("Continue")
    assert one.words[0] == "Routines"
    assert one.address == "/"
    assert one.client.snacks == ["This session went on elsewhere."]
    assert offers(one) == [NEXT_IS_RIGHT]
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
    running = SessionOwners()
    one = Opened(tmp_path, running)
    await one.start()
    await asyncio.sleep(20)
    other = Opened(tmp_path, running)
    await settle()
    await asyncio.sleep(END_SECONDS)
    await other.client.tap("Continue")
    assert offers(other) == []
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
    assert offers(other) == [NEXT_IS_RIGHT]
    await other.client.tap("Continue")
    assert offers(other) == ["Continue Both 0 of 1 hold done Next: Butterfly 25 s left"]
    assert {"Hold", "Pause"} <= set(one.words)
    await one.client.close()
    await other.client.close()


@in_virtual_time
async def test_a_session_that_another_page_runs_can_be_ended(tmp_path: Path) -> None:
    """That page lets go of it first, and writes no more."""
    running = SessionOwners()
    one = Opened(tmp_path, running)
    await one.start()
    await asyncio.sleep(20)
    other = Opened(tmp_path, running)
    await settle()
    await other.client.tap("End it")
    assert one.words[0] == "Routines"
    await asyncio.sleep(END_SECONDS)
    assert one.session.status is SessionStatus.STOPPED
    assert [hold.status for hold in one.session.holds] == [HoldStatus.DONE, HoldStatus.SKIPPED]
    await one.client.close()
    await other.client.close()


def test_an_interrupted_session_that_cannot_be_ended_is_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """At the foot of the page, and in the log; the card stays."""

    @in_virtual_time
    async def end_it() -> None:
        await interrupt(tmp_path)
        opened = Opened(tmp_path)
        await settle()
        opened.log.is_full = True
        await opened.client.tap("End it")
        assert opened.client.snacks == ["The disk is full; make room."]
        assert offers(opened) == [NEXT_IS_RIGHT]
        await opened.client.close()

    with caplog.at_level(logging.ERROR):
        end_it()
    assert [record.getMessage() for record in caplog.records] == ["An interrupted session could not be ended"]


@in_virtual_time
async def test_the_systems_back_from_the_history(tmp_path: Path) -> None:
    """It leads to the routines."""
    opened = Opened(tmp_path)
    await settle()
    await opened.open_tab(2)
    await opened.client.tell(opened.client.top, "confirm_pop")
    await settle()
    assert (opened.words[0], opened.address) == ("Routines", "/")
    await opened.client.close()


@in_virtual_time
async def test_back_from_a_past_session_leads_to_the_history(tmp_path: Path) -> None:
    """By the system's Back, and its address opens it again; what is said of it there is kept."""
    opened = Opened(tmp_path)
    await opened.start()
    await asyncio.sleep(END_SECONDS + 1)
    await opened.client.tap("Finish")
    await opened.open_tab(2)
    await opened.client.tap("Short hips")
    address = opened.address
    assert address == f"/session/{opened.session.session_id}"
    assert {"Short hips", "Holds", "Pigeon pose, left side"} <= set(opened.words)
    await opened.client.tap("Hard")
    assert opened.session.feedback == Feedback(Feeling.HARD)
    await opened.client.tell_page("view_pop", {"route": "/session/"})
    assert (opened.words[0], opened.address) == ("History", "/history")
    await opened.client.go_to(address)
    assert opened.words[0] == "Short hips"
    await opened.client.close()


@in_virtual_time
async def test_a_system_that_wants_little_motion_gets_a_steady_ring(tmp_path: Path) -> None:
    """The ring jumps with the digits; otherwise it runs down between them."""
    durations = []
    for reduce_motion in (False, True):
        opened = Opened(tmp_path)
        opened.client.features["reduce_motion"] = reduce_motion
        await opened.start()
        await asyncio.sleep(7.5)
        (turning,) = {
            part.animate.duration
            for part in control_tree.shown(opened.client.top, ft.Container)
            if isinstance(part.animate, ft.Animation)
        }
        durations.append(turning)
        await opened.client.tap("Stop")
        await opened.client.close()
    assert durations[1] == 0
    assert isinstance(durations[0], int)
    assert 900 <= durations[0] <= 1000


@in_virtual_time
async def test_settings_hold_at_once(tmp_path: Path) -> None:
    """The theme of the page, and the length that a routine opens with."""
    opened = Opened(tmp_path)
    await opened.open_tab(3)
    modes = [opened.client.page.theme_mode]
    await opened.client.tap("Dark")
    modes.append(opened.client.page.theme_mode)
    assert modes == [ft.ThemeMode.SYSTEM, ft.ThemeMode.DARK]
    await opened.client.tap("Long")
    await opened.open_tab(0)
    await opened.client.tap("Short hips")
    assert "15 s" in " ".join(opened.words)
    await opened.client.close()


@in_virtual_time
async def test_a_broken_settings_file_is_told_and_set_aside(tmp_path: Path) -> None:
    """In passing at the start, and on the settings' own screen; nothing of it is lost."""
    (tmp_path / "settings.yaml").write_text("volume: loud\n", encoding="utf-8")
    opened = Opened(tmp_path)
    await settle()
    assert [words for words in opened.client.snacks if "settings.yaml" in words]
    await opened.open_tab(3)
    assert [words for words in opened.words if "loud" in words]
    assert (tmp_path / "settings.broken.yaml").read_text(encoding="utf-8") == "volume: loud\n"
    await opened.client.close()


@in_virtual_time
async def test_settings_that_are_edited_meanwhile_hold_from_the_next_screen_on(tmp_path: Path) -> None:
    """In one's own editor, as the file is made for."""
    opened = Opened(tmp_path)
    await settle()
    (tmp_path / "settings.yaml").write_text("get_ready: 20s\n", encoding="utf-8")
    await opened.client.tap("Short hips")
    await opened.client.tap("Start")
    assert "20" in opened.words
    await opened.client.tap("Stop")
    await opened.client.close()
