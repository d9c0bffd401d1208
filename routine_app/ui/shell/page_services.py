"""What all controllers of a page work with, and what the coach of its sessions must be able to do."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from routine_app.core.clock import Clock
from routine_app.core.file_ways import FileWays
from routine_app.core.routine.plan import Step
from routine_app.core.routine.repository import RoutineRepository
from routine_app.core.session.engine import SessionState
from routine_app.core.session.events import Events
from routine_app.ui.kit.figure import FindPicture
from routine_app.ui.shell.messenger import Messenger
from routine_app.ui.shell.navigator import Navigator
from routine_app.ui.shell.page_settings import PageSettings
from routine_app.ui.shell.routes import LIST, ROUTINE, route_to

if TYPE_CHECKING:
    from routine_app.core.cues.soundtrack import Heard


class SessionCoach(Protocol):
    """Leads through a session on its moments, of which it knows the next."""

    def prepare(self, steps: tuple[Step, ...]) -> None:
        """Make ready for a session of this plan, which may begin soon."""

    def begin(self, steps: tuple[Step, ...], title: str, follow: "Callable[[Heard], None]") -> None:
        """Lead through a new session of this plan; `follow` gets what its track tells of itself."""

    def on_events(self, events: Events, state: SessionState, now: float) -> None:
        """Do what these events, and the time that has come, ask for."""

    def seconds_to_next(self, state: SessionState, now: float) -> float:
        """How long until there is something to do."""

    def must_answer(self, deadline: float, last_alive: float, now: float) -> bool:
        """Whether the session has to wait for what the track tells of itself."""

    def ask_track(self) -> None:
        """Have the track tell where it stands."""

    @property
    def is_leading(self) -> bool:
        """Whether a track leads."""

    def may_lead(self, now: float) -> bool:
        """Whether a track may lead through the session while the page is away."""

    def sound_anew(self) -> None:
        """Sound from the present moment on."""

    def client_came(self) -> None:
        """Hear where the track is, and ask for the wake lock again, for a page that was loaded anew or was away."""

    def close(self) -> None:
        """Be silent, and let the screen sleep."""


@dataclass(frozen=True, slots=True)
class PageServices:
    """One of each for a page.

    `find_coach` gives its coach, who is made when somebody first asks for it. `show_file` shows the routine of a file, or
    the list if there is none. `missing_scripts` names those of which the page could not get the letters.
    """

    navigation: Navigator
    messenger: Messenger
    settings: PageSettings
    clock: Clock
    find_coach: Callable[[], SessionCoach]
    find_picture: FindPicture
    show_file: Callable[[str], None]
    ways: FileWays
    missing_scripts: Callable[[], Collection[str]]


def show_file(library: RoutineRepository, navigation: Navigator, file_name: str) -> None:
    """Show the routine of a file, or the list if there is none that can be shown."""
    entries = library.entries()
    found = next((entry for entry in entries if entry.file_name == file_name and entry.routine), None)
    navigation.go(LIST if found is None else route_to(ROUTINE, found.name))
