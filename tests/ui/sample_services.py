"""What controllers work with in tests: a quiet coach, a clock that stands still, settings kept in memory."""

from collections.abc import Callable, Collection
from datetime import datetime

from routine_app.core.clock import Clock
from routine_app.core.cues.soundtrack import Heard
from routine_app.core.errors import UserFacingError
from routine_app.core.file_ways import FileWays
from routine_app.core.routine.plan import Step
from routine_app.core.session.engine import SessionState
from routine_app.core.session.events import Events
from routine_app.core.settings.repository import LoadedSettings
from routine_app.core.settings.settings import Settings, carried_over
from routine_app.ui.shell.messenger import Messenger
from routine_app.ui.shell.navigator import Navigator
from routine_app.ui.shell.page_services import PageServices
from routine_app.ui.shell.page_settings import PageSettings
from tests.ui import sample_views
from tests.ui.fake_shell import FakeMessenger, FakeNavigator
from tests.ui.virtual_time import VirtualClock


class SilentCoach:
    """A coach that only remembers; `done` has what it was asked for, in order."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.is_leading = False

    def prepare(self, steps: tuple[Step, ...]) -> None:
        """Remember it."""
        self.done.append(f"prepare {len(steps)}")

    def begin(self, steps: tuple[Step, ...], title: str, follow: Callable[[Heard], None]) -> None:  # noqa: ARG002 - as a coach is told
        """Remember it."""
        self.done.append(f"begin {len(steps)}")
        self.follow = follow

    def must_answer(self, deadline: float, last_alive: float, now: float) -> bool:  # noqa: ARG002 - as a coach is asked
        """Nothing is waited for."""
        return False

    def ask_track(self) -> None:
        """Remember it."""
        self.done.append("ask track")

    def may_lead(self, now: float) -> bool:  # noqa: ARG002 - as a coach is asked
        """Nothing is followed."""
        return self.is_leading

    def sound_anew(self) -> None:
        """Remember it."""
        self.done.append("sound anew")

    def on_events(self, events: Events, state: SessionState, now: float) -> None:  # noqa: ARG002 - as a coach is told
        """Remember the kinds of the events."""
        self.done.extend(type(event).__name__ for event in events)

    def seconds_to_next(self, state: SessionState, now: float) -> float:  # noqa: ARG002 - as a coach is asked
        """Nothing is ever due."""
        return float("inf")

    def client_came(self) -> None:
        """Remember it."""
        self.done.append("client came")

    def close(self) -> None:
        """Remember it."""
        self.done.append("close")


class StillClock:
    """Both clocks, standing still: the time of day is `at`."""

    def __init__(self, at: datetime = sample_views.NOON) -> None:
        self.at = at

    def now(self) -> float:
        """Give the start."""
        return 0.0

    def wall(self) -> datetime:
        """Give the time of day."""
        return self.at


class MemoryKeeper:
    """Settings in memory; `is_full` makes saving fail."""

    def __init__(self, settings: Settings | None, error_text: str = "") -> None:
        self.loaded = LoadedSettings(settings or Settings(), error_text)
        self.is_full = False

    def load(self) -> LoadedSettings:
        """Give what was saved last."""
        return self.loaded

    def save(self, settings: Settings, since: Settings) -> Settings:
        """Keep what was changed, if there is room."""
        if self.is_full:
            raise UserFacingError("The settings could not be written; make room.")
        self.loaded = LoadedSettings(carried_over(settings, since, self.loaded.settings))
        return self.loaded.settings


def page_settings(
    settings: Settings | None, on_change: Callable[[Settings], None] = lambda _: None
) -> PageSettings:
    """Give the settings of a page."""
    loaded = PageSettings(MemoryKeeper(settings), on_change, FakeMessenger(lambda _: None))
    loaded.load()
    return loaded


def page_services(
    clock: Clock | None = None,
    *,
    coach: SilentCoach | None = None,
    settings: Settings | None = None,
    navigation: Navigator | None = None,
    messenger: Messenger | None = None,
    show_file: Callable[[str], None] = lambda _: None,
    ways: FileWays | None = None,
    missing_scripts: Collection[str] = frozenset(),
) -> PageServices:
    """Give all of them, with time made up, nobody who speaks, and a shell that forgets what it is told."""
    known_coach = coach or SilentCoach()
    return PageServices(
        navigation=navigation or FakeNavigator(lambda _: None),
        messenger=messenger or FakeMessenger(lambda _: None),
        settings=page_settings(settings),
        clock=clock or VirtualClock(),
        find_coach=lambda: known_coach,
        find_picture=sample_views.find_picture,
        show_file=show_file,
        ways=ways or FileWays(),
        missing_scripts=lambda: missing_scripts,
    )
