"""The history and the page of a session, with a real history behind them."""

from collections.abc import Collection, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import flet as ft
import pytest

from routine_app.core.errors import UserFacingError
from routine_app.core.feedback.feedback import Feedback, Feeling
from routine_app.core.routine.model import Side
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord, SessionStatus
from routine_app.core.settings.settings import Settings
from routine_app.data.history.repository import SqliteHistory
from routine_app.ui.feedback.controller import FeedbackController
from routine_app.ui.feedback.pain_advice import PainAdviceController
from routine_app.ui.history.controller import SESSIONS_AT_ONCE, HistoryController
from routine_app.ui.kit.viewport import Viewport
from routine_app.ui.shell.routes import HISTORY, SESSION, route_to
from tests.core.history.whole_history import contents_of
from tests.ui import control_tree
from tests.ui.fake_shell import FakeMessenger, FakeNavigator
from tests.ui.sample_services import StillClock, page_services
from tests.ui.sample_views import NOON


class Pages:
    """The pages, and what the app around them was asked for; `undo` takes the last of it back."""

    def __init__(
        self,
        history: SqliteHistory,
        settings: Settings | None = None,
        missing_scripts: Collection[str] = frozenset(),
    ) -> None:
        self.history = history
        self.done: list[str] = []
        self.route = "/history"
        messenger = FakeMessenger(self.done.append)
        self.undos = messenger.undos
        services = page_services(
            StillClock(),
            settings=settings,
            navigation=FakeNavigator(self.go),
            messenger=messenger,
            missing_scripts=missing_scripts,
        )
        feedback = FeedbackController(services, history, PainAdviceController(services, history))
        self.asked: list[str] = []
        self.pages = HistoryController(
            services,
            history,
            feedback,
            ft.Container(),
            start=lambda: self.asked.append("start"),
            expect_start=lambda: self.asked.append("expect"),
        )

    def go(self, route: str) -> None:
        """Remember it, and show what a page would."""
        self.done.append(route)
        self.route = self.route if route == "again" else route
        if not self.pages.enter(self.route):
            self.pages.enter(HISTORY)
        fit = self.pages.scene(self.route).fit
        assert fit is not None
        fit(Viewport(390))

    def log(self, session_id: str, hours_ago: int) -> None:
        """Write a session of one hold."""
        began = NOON - timedelta(hours=hours_ago)
        self.history.start(SessionRecord(session_id, "hips", f"Title {session_id}", began, 60.0))
        hold = HoldRecord(0, "Lean", ("it_band",), Side.LEFT, 1, 1, 60.0, 60.0, HoldStatus.DONE)
        self.history.record_holds(session_id, (hold,))
        self.history.end(session_id, began + timedelta(minutes=2), SessionStatus.COMPLETED)

    @property
    def titles(self) -> list[str]:
        """The sessions on the list."""
        return [word for word in control_tree.words(self.pages.list.control) if word.startswith("Title")]

    def tap(self, name: str) -> None:
        """Press a button of the list or of the session's page."""
        found = [
            button
            for screen in (self.pages.list.control, self.pages.session.control)
            for button in control_tree.buttons(screen)
            if control_tree.name_of(button).startswith(name)
        ]
        control_tree.press(found[0])


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Pages]:
    """Pages on an empty history."""
    with closing(SqliteHistory(tmp_path / "history.db")) as history:
        yield Pages(history)


def test_the_list_has_the_newest_first_and_the_goal_of_the_settings(tmp_path: Path) -> None:
    """All from the disk as it is now."""
    with closing(SqliteHistory(tmp_path / "history.db")) as history:
        opened = Pages(history, Settings(weekly_days=5))
        opened.log("a", 30)
        opened.log("b", 1)
        opened.pages.enter(HISTORY)
        assert opened.titles == ["Title b", "Title a"]
        assert "This week: 1 of 5 days" in control_tree.words(opened.pages.list.control)


def test_letters_that_cannot_be_drawn_are_told_by_their_script(tmp_path: Path) -> None:
    """In the list, on the page of a session, and in what is said when it goes; the history has the words themselves."""
    with closing(SqliteHistory(tmp_path / "history.db")) as history:
        opened = Pages(history, missing_scripts={"Thai"})
        history.start(SessionRecord("s", "hips", "ยืดสะโพก 2", NOON, 60.0))
        history.record_holds(
            "s", (HoldRecord(0, "ท่าผีเสื้อ", (), Side.LEFT, 1, 1, 60.0, 60.0, HoldStatus.DONE),)
        )
        opened.pages.enter(HISTORY)
        assert "(Thai letters) 2" in control_tree.words(opened.pages.list.control)
        opened.go(route_to(SESSION, "s"))
        words = control_tree.words(opened.pages.session.control)
        assert {"(Thai letters) 2", "(Thai letters), left side"} <= set(words)
        opened.tap("Delete this session")
        assert "Deleted (Thai letters) 2." in str(opened.done)
        opened.undos[-1]()
        assert [session.title for session in history.newest_sessions(1)] == ["ยืดสะโพก 2"]


def test_a_long_history_is_read_in_parts(opened: Pages) -> None:
    """The newest first, more on demand, and no button when there is no more."""
    for number in range(2 * SESSIONS_AT_ONCE + 5):
        opened.log(f"{number:03}", number)
    opened.pages.enter(HISTORY)
    shown = [len(opened.titles)]
    while "Show more" in control_tree.words(opened.pages.list.control):
        opened.tap("Show more")
        shown.append(len(opened.titles))
    assert shown == [SESSIONS_AT_ONCE, 2 * SESSIONS_AT_ONCE, 2 * SESSIONS_AT_ONCE + 5]
    assert opened.titles[:2] == ["Title 000", "Title 001"]


def test_a_session_opens_to_its_holds_and_leads_back(opened: Pages) -> None:
    """On its own page, above the history."""
    opened.log("a b/c", 1)
    opened.pages.enter(HISTORY)
    opened.tap("Title a b/c")
    assert opened.done == ["/session/a%20b/c"]
    scene = opened.pages.scene("/session/a%20b/c")
    assert (scene.route, scene.back) == ("/session/a%20b/c", "/history")
    assert {"Title a b/c", "Lean, left side"} <= set(control_tree.words(opened.pages.session.control))
    opened.tap("Back")
    assert opened.done[-1] == "/history"


def test_what_is_said_on_the_page_stands_on_the_list(opened: Pages) -> None:
    """Long after the session, too."""
    opened.log("a", 20)
    opened.go("/session/a")
    opened.tap("Hard")
    opened.tap("Back")
    assert "Hard" in control_tree.words(opened.pages.list.control)
    session = opened.history.session("a")
    assert session is not None
    assert session.feedback == Feedback(Feeling.HARD)


@pytest.mark.parametrize("route", ["/session/", "/session/none"])
def test_there_is_no_page_for_what_is_not_there(opened: Pages, route: str) -> None:
    """The app shows another screen then."""
    opened.log("a", 1)
    assert opened.pages.enter(route) is False


def test_a_session_can_be_deleted_and_brought_back(opened: Pages) -> None:
    """With what was said of it; until then it counts nowhere."""
    for name in ("a", "b"):
        opened.log(name, 1)
    opened.history.say_of("a", lambda _: Feedback(Feeling.EASY), NOON)
    before = contents_of(opened.history)
    opened.go("/session/a")
    opened.tap("Delete this session")
    assert opened.done[1:] == ["/history", "Deleted Title a."]
    assert opened.titles == ["Title b"]
    assert contents_of(opened.history).deleted == frozenset({"a"})
    opened.undos[0]()
    assert opened.done[-1] == "again", "a session begun meanwhile would be asked to end"
    assert sorted(opened.titles) == ["Title a", "Title b"]
    assert contents_of(opened.history) == before


def test_the_page_of_a_session_follows_what_is_written_elsewhere(opened: Pages) -> None:
    """Its holds, of one that still runs, say, and what is said of it; one that was deleted is left."""
    opened.log("a", 1)
    opened.go("/session/a")
    hold = HoldRecord(1, "Bend", ("calves",), Side.BOTH, 1, 1, 60.0, 60.0, HoldStatus.DONE)
    opened.history.record_holds("a", (hold,))
    opened.history.say_of("a", lambda _: Feedback(note="Theirs"), NOON)
    opened.pages.look_outside()
    assert "Bend" in " ".join(control_tree.words(opened.pages.session.control))
    (field,) = control_tree.shown(opened.pages.session.control, ft.TextField)
    assert field.value == "Theirs"
    opened.history.delete("a")
    opened.pages.look_outside()
    opened.pages.look_outside()
    assert opened.done == ["/session/a", "This session was deleted elsewhere.", "/history"]


def test_what_another_page_deleted_is_just_gone(opened: Pages) -> None:
    """Nothing is told that was not done."""
    opened.log("a", 1)
    opened.go("/session/a")
    opened.history.delete("a")
    opened.tap("Delete this session")
    assert opened.done == ["/session/a", "/history"]


def test_a_history_that_cannot_be_used_is_told(
    opened: Pages, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """In place of the list, or in passing; nothing else happens."""

    def fail(*_: object) -> None:
        raise UserFacingError("The history is locked; try again.")

    opened.log("a", 1)
    opened.go("/session/a")
    for name in ("delete", "session", "session_count", "restore"):
        monkeypatch.setattr(SqliteHistory, name, fail)
    opened.tap("Delete this session")
    assert opened.done == ["/session/a", "The history is locked; try again."]
    opened.go("/session/a")
    assert "The history is locked; try again." in control_tree.words(opened.pages.list.control)
    assert set(caplog.messages) == {
        "A session could not be deleted",
        "A session cannot be read",
        "The history cannot be read",
    }


def test_an_empty_history_leads_to_a_first_session(opened: Pages) -> None:
    """For which all is made ready; one that has sessions does not offer it."""
    opened.pages.enter(HISTORY)
    control_tree.press(control_tree.button(opened.pages.list.control, "Start a first session"))
    assert opened.asked == ["expect", "start"]
    opened.log("s1", 1)
    opened.pages.enter(HISTORY)
    assert "Start a first session" not in control_tree.words(opened.pages.list.control)
    assert opened.asked == ["expect", "start"]
