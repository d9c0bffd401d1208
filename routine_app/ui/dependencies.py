"""What the outside world gives to a page."""

from collections.abc import Callable
from dataclasses import dataclass, field

from routine_app.core.clock import Clock
from routine_app.core.cues.audio_sources import SoundSource, VoiceSource
from routine_app.core.file_ways import FileWays
from routine_app.core.help.page import HelpSource
from routine_app.core.history.repository import HistoryRepository
from routine_app.core.routine.figures import FigureSource
from routine_app.core.routine.repository import DraftStore, RoutineFileStore, RoutineRepository, RoutineTexts
from routine_app.core.session.ownership import SessionOwners
from routine_app.core.settings.repository import SettingsRepository
from routine_app.core.settings.view import ShownPaths


@dataclass(frozen=True, slots=True)
class Dependencies:
    """The files, the clock and the sessions of the process; `close_log` is called when the page is gone.

    `find_places` tells where the files are now: a browser may cease to keep them. `find_icon` gives the app's icon as a
    PNG.
    """

    library: RoutineRepository
    files: RoutineFileStore
    drafts: DraftStore
    texts: RoutineTexts
    help: HelpSource
    history: HistoryRepository
    pictures: FigureSource
    sounds: SoundSource
    voice: VoiceSource
    settings: SettingsRepository
    clock: Clock
    find_places: Callable[[], ShownPaths]
    owners: SessionOwners
    close_log: Callable[[], None]
    find_icon: Callable[[], bytes | None]
    ways: FileWays = field(default_factory=FileWays)
