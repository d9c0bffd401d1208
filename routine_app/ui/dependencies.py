"""What the outside world gives to a page."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from routine_app.core.clock import Clock
from routine_app.core.file_ways import FileWays
from routine_app.core.history.repository import HistoryRepository
from routine_app.core.routine.figures import FigureSource
from routine_app.core.routine.repository import DraftStore, RoutineFileStore, RoutineRepository, RoutineTexts
from routine_app.core.session.ownership import SessionOwners
from routine_app.core.settings.repository import SettingsRepository
from routine_app.core.settings.view import ShownPaths
from routine_app.ui.shell.outside_watcher import OutsideWatcher

if TYPE_CHECKING:
    from routine_app.core.cues.audio_sources import SoundSource, VoiceSource
    from routine_app.core.help.page import HelpSource


@dataclass(frozen=True, slots=True)
class Dependencies:
    """The files, the clock and the sessions of the process; `close_log` is called when the page is gone.

    What only some screens need is found by what they call first: `find_texts`, `find_help`, `find_shelves` for sounds and
    voice. `find_places` tells where the files are now: a browser may cease to keep them. `find_icon` gives the app's icon as a
    PNG. `watcher` has the looks outside of all pages; `missing_scripts` names those of which the page could not get the letters.
    """

    library: RoutineRepository
    files: RoutineFileStore
    drafts: DraftStore
    find_texts: Callable[[], RoutineTexts]
    find_help: "Callable[[], HelpSource]"
    history: HistoryRepository
    pictures: FigureSource
    find_shelves: "Callable[[], tuple[SoundSource, VoiceSource]]"
    settings: SettingsRepository
    clock: Clock
    find_places: Callable[[], ShownPaths]
    owners: SessionOwners
    watcher: OutsideWatcher
    close_log: Callable[[], None]
    find_icon: Callable[[], bytes | None]
    ways: FileWays = field(default_factory=FileWays)
    missing_scripts: Callable[[], Collection[str]] = frozenset
