"""What is to be done today, from real files to a routine that is written."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from routine_app.core.balance.catch_up_file import is_unmodified
from routine_app.core.balance.today import Today
from routine_app.core.routine.hold_length import Length
from routine_app.core.routine.model import Routine, Side
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord
from routine_app.data.history.repository import SqliteHistory
from routine_app.data.routines.files import FolderRoutineFiles
from routine_app.data.routines.library import FolderRoutines
from routine_app.ui.balance.today_controller import TodayController
from tests.ui.fake_shell import FakeMessenger, FakeNavigator
from tests.ui.sample_services import StillClock, page_services
from tests.ui.sample_views import NOON

REACH = """\
title: Reach
stretches:
  - {name: Reach, muscles: [hamstrings], sides: each, hold: 30s}
  - {name: Lean, muscles: [it_band], sides: each, hold: 30s}
"""


class FakeSessions:
    """Remembers what is begun."""

    def __init__(self) -> None:
        self.begun: list[tuple[str, str, Length, str]] = []

    def expect(self, *, after_seconds: float) -> None:
        """Do nothing."""

    def begin(self, name: str, routine: Routine, length: Length, came_from: str) -> None:
        """Remember it."""
        self.begun.append((name, routine.title, length, came_from))


class Desk:
    """The controller with real files; `done` has what the app around it was asked for."""

    def __init__(self, folder: Path, history: SqliteHistory) -> None:
        self.user = folder / "routines"
        self.user.mkdir()
        (self.user / "reach.yaml").write_text(REACH, encoding="utf-8")
        self.history = history
        self.library = FolderRoutines(folder / "none", self.user)
        self.done: list[str] = []
        files = FolderRoutineFiles(folder / "none", self.user)
        navigation = FakeNavigator(self.done.append)
        navigation.shown_route = "/balance"
        services = page_services(
            StillClock(),
            navigation=navigation,
            messenger=FakeMessenger(self.done.append),
            show_file=lambda file_name: self.done.append(f"show {file_name}"),
        )
        self.sessions = FakeSessions()
        self.begun = self.sessions.begun
        self.settings = services.settings
        self.controller = TodayController(services, history, self.library, files, self.sessions)

    def today(self) -> Today | None:
        """What is found for the routines and the sessions as they are."""
        return self.controller.today(self.library.entries(), self.controller.newest_sessions())

    def log(self, session_id: str, muscle: str, side: Side, held_seconds: float, at: datetime = NOON) -> None:
        """Write a session of one hold."""
        self.history.start(SessionRecord(session_id, "reach", "Reach", at, 60.0))
        hold = HoldRecord(0, "Reach", (muscle,), side, 1, 1, 60.0, held_seconds, HoldStatus.DONE)
        self.history.record_holds(session_id, (hold,))

    def made(self, name: str = "catch-up.yaml") -> str:
        """The text of what was made."""
        return (self.user / name).read_text(encoding="utf-8")


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Desk]:
    """The controller with nothing held."""
    with closing(SqliteHistory(tmp_path / "history.db")) as history:
        yield Desk(tmp_path, history)


def test_with_nothing_held_today_is_a_routine_of_the_library(opened: Desk) -> None:
    """It is opened, and nothing is written."""
    found = opened.today()
    assert found is not None
    assert found.title == "Reach"
    opened.controller.open_today()
    assert opened.done == ["/routine/reach"]
    opened.controller.start_today()
    assert opened.begun == [("reach", "Reach", Length.NORMAL, "/balance")]
    assert [path.name for path in opened.user.iterdir()] == ["reach.yaml"]


def test_what_is_short_is_made_and_written_when_it_is_opened(opened: Desk) -> None:
    """The sums of the history decide which side it is for."""
    opened.log("s1", "hamstrings", Side.LEFT, 170.0)
    opened.log("s2", "it_band", Side.BOTH, 180.0)
    found = opened.today()
    assert found is not None
    opened.controller.catch_up(3)
    assert opened.done == ["show catch-up.yaml"]
    assert is_unmodified(opened.made())
    assert "IT band" not in opened.made()


def test_it_is_made_anew_in_place_of_the_one_before(opened: Desk) -> None:
    """As long as nobody has changed that one."""
    opened.controller.catch_up(3)
    before = opened.made()
    opened.log("s1", "it_band", Side.BOTH, 100.0)
    opened.controller.catch_up(3)
    assert opened.made() != before
    assert len(list(opened.user.iterdir())) == 2


def test_one_that_was_changed_stays_as_it_is(opened: Desk) -> None:
    """The new one gets another name."""
    opened.controller.catch_up(3)
    mine = opened.made() + "# mine\n"
    (opened.user / "catch-up.yaml").write_text(mine, encoding="utf-8")
    opened.controller.catch_up(5)
    assert opened.made() == mine
    assert opened.done[-1] == "show catch-up-2.yaml"
    assert is_unmodified(opened.made("catch-up-2.yaml"))


def test_nothing_missing_is_said(opened: Desk) -> None:
    """And nothing is written."""
    for number, muscle in enumerate(("hamstrings", "it_band")):
        opened.log(f"s{number}", muscle, Side.BOTH, 180.0)
    opened.controller.catch_up(3)
    assert opened.done == ["Nothing is missing that your stretches could give."]
    opened.controller.open_today()
    assert len(opened.done) == 1


def test_the_days_are_those_of_the_user(opened: Desk) -> None:
    """What was held eight days ago is not of this week, and is of the last 28 days."""
    old = NOON.replace(day=26, month=4)
    opened.history.start(SessionRecord("s1", "reach", "Reach", old, 60.0))
    hold = HoldRecord(0, "Reach", ("hamstrings",), Side.LEFT, 1, 1, 60.0, 50.0, HoldStatus.DONE)
    opened.history.record_holds("s1", (hold,))
    assert opened.controller.balance(7).is_empty
    assert not opened.controller.balance(28).is_empty


def test_a_broken_history_is_told_and_hides_nothing_else(opened: Desk, tmp_path: Path) -> None:
    """Today steps aside, and Catch up says the sentence."""
    (tmp_path / "history.db").write_bytes(b"no database at all, but long enough to be looked at" * 20)
    assert opened.today() is None
    opened.controller.catch_up(3)
    assert "is not a history of this app" in opened.done[0]


def test_what_is_made_is_begun_with_its_own_holds(opened: Desk) -> None:
    """Its file is written first, so that the session can be gone on with; long holds would take more than there is."""
    opened.settings.change(replace(opened.settings.settings, hold_length=Length.LONG))
    opened.log("s1", "hamstrings", Side.BOTH, 170.0, NOON - timedelta(days=1))
    opened.today()
    opened.controller.start_today()
    assert opened.begun == [("catch-up", "Catch up: IT band", Length.NORMAL, "/balance")]
    assert is_unmodified(opened.made())
    assert opened.done == []


def test_the_minutes_are_those_that_are_set(opened: Desk) -> None:
    """And a routine of the library has its holds as long as they are set."""
    found = opened.today()
    assert found is not None
    assert found.length == "2 min 30 s"
    opened.settings.change(replace(opened.settings.settings, today_minutes=2))
    found = opened.today()
    assert found is not None
    assert (found.name, found.seconds <= 120) == ("", True)


def test_what_was_just_held_is_not_offered(opened: Desk) -> None:
    """Which the next day it is."""
    opened.log("s1", "hamstrings", Side.BOTH, 60.0)
    opened.log("s2", "it_band", Side.BOTH, 180.0)
    found = opened.today()
    assert found is not None
    assert found.why == "You have just done what is most needed. The rest can wait until tomorrow."


def test_a_first_session_is_begun_from_an_empty_screen(opened: Desk) -> None:
    """Where there is nothing to begin, the list is shown."""
    opened.controller.start_anew()
    assert opened.begun == [("reach", "Reach", Length.NORMAL, "/balance")]
    (opened.user / "reach.yaml").unlink()
    opened.controller.start_anew()
    assert (len(opened.begun), opened.done) == (1, ["/"])
