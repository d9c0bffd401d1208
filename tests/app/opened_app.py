"""The whole app on a real page, as it is opened in tests: with sample files, in made-up time.

The page is Flet's own; what stands in for a browser takes what it is sent, and taps.
"""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

import flet as ft

from routine_app.core.errors import UserFacingError
from routine_app.core.session.ownership import SessionOwners
from routine_app.core.session.record import HoldRecord, SessionRecord
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
from routine_app.ui.shell.outside_watcher import OutsideWatcher
from tests.ui import control_tree
from tests.ui.stand_in_client import StandInClient
from tests.ui.virtual_time import VirtualClock, settle

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

SEEN_AFTER_SECONDS = 2.0
"""So long it may take until a page shows what was changed elsewhere."""

NEXT_IS_RIGHT = "Continue Short hips 1 of 2 holds done Next: Pigeon pose, right side 15 s left"
"""What a session that `interrupt` made is offered as."""


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
        if not self.routines.exists():
            self.routines.mkdir()
            for name, text in (("short", SHORT), ("both legs", BOTH), ("broken", BROKEN)):
                self.write(name, text)
        (folder / "pigeon-pose.svg").write_text(FIGURE, encoding="utf-8")
        owners, library = running or SessionOwners(), FolderRoutines(folder / "none", self.routines)

        def begin_looks() -> None:
            library.look_anew()
            owners.heed()

        self.log = FillingHistory(folder / "history.db")
        self.client = StandInClient(**facts)
        self.app = App(
            self.client.page,
            Dependencies(
                library=library,
                files=FolderRoutineFiles(folder / "none", self.routines),
                drafts=DraftFiles(folder / "drafts"),
                find_texts=RoutineYaml,
                find_help=lambda: FolderHelp(shipped_routines_folder()),
                history=self.log,
                pictures=FolderFigures(folder, self.routines),
                find_shelves=lambda: (
                    SoundFiles(assets_folder() / "sounds"),
                    VoiceClips(assets_folder() / "voice"),
                ),
                settings=SettingsFile(folder / "settings.yaml"),
                clock=VirtualClock(),
                find_places=lambda: ShownPaths("routines", "history.db", "settings.yaml", "routine-app.log"),
                owners=owners,
                watcher=OutsideWatcher(begin_looks),
                close_log=self.log.close,
                find_icon=lambda: None,
            ),
        )
        self.app.start()

    def write(self, name: str, text: str) -> None:
        """Write a routine's file, as another program would."""
        (self.routines / f"{name}.yaml").write_text(text, encoding="utf-8")

    def remove(self, name: str) -> None:
        """Delete a routine's file, as another program would."""
        (self.routines / f"{name}.yaml").unlink()

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

    @property
    def offers(self) -> list[str]:
        """The names of the buttons that go on with a session."""
        names = [control_tree.name_of(found) for found in control_tree.buttons(self.client.top)]
        return [name for name in names if name.startswith("Continue")]


async def interrupt(folder: Path) -> SessionRecord:
    """Start a session, and let its process die in the middle of the second hold."""
    opened = Opened(folder)
    await opened.start()
    await asyncio.sleep(20)
    await opened.client.close()
    session = opened.session
    opened.log.close()
    return session


async def running_and_opened(open_page: Callable[[], Opened]) -> tuple[Opened, Opened]:
    """A page that has run a session for 20 seconds, and another page that was opened just now."""
    one = open_page()
    await one.start()
    await asyncio.sleep(20)
    other = open_page()
    await settle()
    return one, other
