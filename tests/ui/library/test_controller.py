"""The list of routines and the page of one, with what is done from there."""

import asyncio
import logging
from collections.abc import Collection, Iterator
from functools import partial
from pathlib import Path

import flet as ft
import pytest

from routine_app.core.errors import UserFacingError
from routine_app.core.routine.hold_length import Length
from routine_app.core.routine.model import Routine
from routine_app.core.routine.repository import Draft
from routine_app.core.session.ownership import SessionOwners
from routine_app.core.session.record import SessionRecord
from routine_app.core.settings.settings import Settings
from routine_app.data.history.repository import SqliteHistory
from routine_app.data.routines.drafts import DraftFiles
from routine_app.data.routines.files import FolderRoutineFiles
from routine_app.data.routines.library import FolderRoutines
from routine_app.data.routines.texts import RoutineYaml
from routine_app.ui.balance.today_controller import TodayController
from routine_app.ui.feedback.controller import FeedbackController
from routine_app.ui.feedback.pain_advice import PainAdviceController
from routine_app.ui.library.controller import LibraryController
from routine_app.ui.library.recorder import RoutineRecorder
from routine_app.ui.player.session_controller import READY_AFTER_SECONDS, SessionController
from routine_app.ui.shell.navigator import Scene
from routine_app.ui.shell.page_services import show_file
from routine_app.ui.shell.routes import LIST
from tests.ui import control_tree
from tests.ui.fake_shell import FakeMessenger, FakeNavigator
from tests.ui.sample_editing import BROKEN_HIPS, HIPS
from tests.ui.sample_services import SilentCoach, StillClock, page_services
from tests.ui.virtual_time import NOON, in_virtual_time


class ReadableDrafts(DraftFiles):
    """The real drafts, in a folder that can be closed."""

    is_closed = False

    def all(self) -> tuple[Draft, ...]:
        """Every draft, if they can be read."""
        if self.is_closed:
            raise UserFacingError("The drafts cannot be read.")
        return super().all()


class FakeRecorder(RoutineRecorder):
    """Remembers what it is to save, and that it was closed."""

    def __init__(self, done: list[str]) -> None:
        self._done = done

    def save(self, name: str, routine: Routine, length: Length) -> None:
        """Remember it."""
        self._done.append(f"save {name}: {routine.title}, {length}")

    def close(self) -> None:
        """Remember it."""
        self._done.append("close")


class Pages:
    """The pages with real files; `done` has what the app around them was asked for, in order."""

    def __init__(
        self, folder: Path, settings: Settings | None = None, missing_scripts: Collection[str] = frozenset()
    ) -> None:
        self.shipped, self.user = folder / "shipped", folder / "user"
        for place in (self.shipped, self.user):
            place.mkdir()
        self.write("hips.yaml", HIPS)
        (self.shipped / "the runner.yaml").write_text(HIPS.replace("Hips", "Runner"), encoding="utf-8")
        self.library = FolderRoutines(self.shipped, self.user)
        self.drafts = ReadableDrafts(folder / "drafts")
        self.log = SqliteHistory(folder / "history.db")
        self.done: list[str] = []
        self.navigator = FakeNavigator(lambda route: self.done.append(f"go {route}"))
        messenger = FakeMessenger(self.done.append)
        self.undos = messenger.undos
        self.coach = SilentCoach()
        services = page_services(
            StillClock(NOON),
            coach=self.coach,
            settings=settings,
            navigation=self.navigator,
            messenger=messenger,
            show_file=partial(show_file, self.library, self.navigator),
            missing_scripts=missing_scripts,
        )
        pain = PainAdviceController(services, self.log)
        new_form = partial(FeedbackController, services, self.log, pain)
        self.sessions = SessionController(services, self.log, self.library, SessionOwners(), new_form)
        files = FolderRoutineFiles(self.shipped, self.user)
        self.pages = LibraryController(
            services,
            self.library,
            files,
            self.drafts,
            find_texts=RoutineYaml,
            sessions=self.sessions,
            today=TodayController(services, self.log, self.library, files, self.sessions),
            new_recorder=lambda: FakeRecorder(self.done),
            import_routine=lambda: self.done.append("import"),
        )

    @property
    def players(self) -> list[Scene]:
        """The sessions that were shown."""
        return self.navigator.scenes

    @property
    def prepared(self) -> list[str]:
        """What the coach was to make ready."""
        return [what for what in self.coach.done if what.startswith("prepare")]

    def open(self, name: str) -> bool:
        """Open the page of a routine; whether there is one."""
        return self.pages.enter(f"/routine/{name}")

    def write(self, file_name: str, text: str) -> None:
        """Write a file of the user's, as another program does."""
        (self.user / file_name).write_text(text, encoding="utf-8")

    def look(self) -> None:
        """Look for what another program has written, as once a second."""
        self.library.look_anew()
        self.pages.look_outside()

    def press(self, screen: ft.Control, name: str) -> list[str]:
        """Press a button; gives what came of it."""
        self.done.clear()
        control_tree.press(control_tree.button(screen, name))
        return self.done

    def close(self) -> None:
        """End the session, and close the log."""
        self.sessions.close()
        self.log.close()


@pytest.fixture
def opened(tmp_path: Path) -> Pages:
    """Pages of two routines."""
    return Pages(tmp_path)


class TestMissingLetters:
    """Where letters of a script cannot be drawn."""

    @in_virtual_time
    async def test_the_list_and_a_page_tell_of_their_script(self, tmp_path: Path) -> None:
        """On the card of an interrupted session, on those of routines, and on the page of one."""
        opened = Pages(tmp_path, missing_scripts={"Chinese", "Japanese"})
        opened.write(
            "own.yaml",
            "title: 柔軟体操\ndescription: 朝の体操\n"
            "stretches: [{name: 蝶のポーズ, sides: each, hold: 30s, how: 足を合わせる, why: 股関節}]\n",
        )
        opened.log.start(SessionRecord("s", "own", "柔軟体操", NOON, 60.0))
        opened.pages.enter(LIST)
        words = control_tree.words(opened.pages.list.control)
        assert words.count("(Chinese letters)") == len(("interrupted", "routine"))
        assert "Next: (Japanese letters), left side" in words
        assert opened.open("own")
        words = control_tree.words(opened.pages.routine.control)
        assert "(Chinese letters)" in words
        assert not [word for word in words if any(letter >= "\u3000" for letter in word)]
        opened.close()


class TestList:
    """All routines."""

    def test_it_shows_files_and_drafts(self, opened: Pages) -> None:
        """The drafts first; a file with an error by its name."""
        opened.write("broken.yaml", "title: [\n")
        opened.drafts.keep(Draft("lost.yaml", "title: x\n", ""))
        opened.pages.enter(LIST)
        words = control_tree.words(opened.pages.list.control)
        assert words[:3] == ["Routines", "Today", "Hips"]
        drafts = words.index("Not saved: lost.yaml")
        assert words[drafts + 1] == "Go on writing"
        below = words[drafts:]
        assert [word for word in below if word in {"Hips", "Runner", "broken.yaml"}] == [
            "broken.yaml",
            "Hips",
            "Runner",
        ]
        assert (opened.pages.entry, opened.pages.scene(LIST).route) == (None, "/")
        opened.close()

    @pytest.mark.parametrize(
        ("name", "done"),
        [
            ("Not saved: lost.yaml", "go /edit/lost.yaml"),
            ("Hips", "go /routine/hips"),
            ("Runner", "go /routine/the%20runner"),
            ("Edit", "go /edit/broken.yaml"),
            ("New routine", "go /new"),
            ("Import", "import"),
        ],
    )
    def test_its_buttons(self, opened: Pages, name: str, done: str) -> None:
        """Each leads on."""
        opened.write("broken.yaml", "title: [\n")
        opened.drafts.keep(Draft("lost.yaml", "title: x\n", ""))
        opened.pages.enter(LIST)
        assert opened.press(opened.pages.list.control, name) == [done]
        opened.close()

    def test_without_drafts_it_works_all_the_same(
        self, opened: Pages, caplog: pytest.LogCaptureFixture
    ) -> None:
        """What is in the way has the log."""
        opened.drafts.is_closed = True
        with caplog.at_level(logging.WARNING):
            opened.pages.enter(LIST)
        assert "Hips" in control_tree.words(opened.pages.list.control)
        assert caplog.messages == ["The drafts cannot be read: The drafts cannot be read."]
        opened.close()


class TestSearch:
    """What is looked for on the list."""

    @pytest.fixture
    def many(self, opened: Pages) -> Iterator[Pages]:
        """Eight files, of which one is broken; five have a muscle of their own."""
        for muscle in ("neck", "feet", "arms", "core", "chest"):
            text = HIPS.replace("Hips", f"For {muscle}").replace("hip_flexors", muscle)
            opened.write(f"{muscle}.yaml", text)
        opened.write("broken.yaml", "title: [\n")
        opened.pages.enter(LIST)
        yield opened
        opened.close()

    def titles(self, opened: Pages) -> list[str]:
        """The titles of the cards."""
        return [word for word in self.words(opened) if word.startswith("For ")]

    def words(self, opened: Pages) -> list[str]:
        """What stands on the list."""
        return control_tree.words(opened.pages.list.control)

    def type(self, opened: Pages, words: str) -> ft.TextField:
        """Write into the field, and let it tell."""
        (field,) = control_tree.shown(opened.pages.list.control, ft.TextField)
        control_tree.write(field, words)
        return field

    def test_words_and_muscles(self, many: Pages) -> None:
        """Both must match; all are shown again."""
        self.type(many, "FOR")
        assert len(self.titles(many)) == 5
        assert "5 of 8 routines" in self.words(many)
        many.press(many.pages.list.control, "Muscles")
        many.press(many.pages.list.control, "Chest")
        assert self.titles(many) == ["For chest"]
        many.press(many.pages.list.control, "Neck")
        assert "No routine matches." in self.words(many)
        many.press(many.pages.list.control, "Show all")
        assert len(self.titles(many)) == 5
        assert control_tree.shown(many.pages.list.control, ft.TextField)[0].value == ""
        assert {"broken.yaml", "Hips", "Muscles"} <= set(self.words(many))

    @in_virtual_time
    async def test_it_stays_when_files_change_and_one_comes_back(self, many: Pages) -> None:
        """The same field, with the same words."""
        field = self.type(many, "neck")
        many.write("more.yaml", HIPS.replace("Hips", "For neck and all"))
        many.pages.enter(LIST)
        assert "2 of 9 routines" in self.words(many)
        assert many.open("neck") is True
        many.pages.enter(LIST)
        assert "2 of 9 routines" in self.words(many)
        assert control_tree.shown(many.pages.list.control, ft.TextField) == [field]
        assert field.value == "neck"
        many.close()

    def test_with_fewer_than_eight_there_is_none(self, many: Pages) -> None:
        """Then all are there; it holds again when there are more."""
        self.type(many, "neck")
        (many.user / "broken.yaml").unlink()
        many.pages.enter(LIST)
        assert len(self.titles(many)) == 5
        assert control_tree.shown(many.pages.list.control, ft.TextField) == []
        many.write("broken.yaml", "title: [\n")
        many.pages.enter(LIST)
        assert "1 of 8 routines" in self.words(many)

    def test_it_needs_no_disk(self, many: Pages, caplog: pytest.LogCaptureFixture) -> None:
        """Neither drafts nor the log nor a file are read while one types."""
        many.drafts.is_closed = True
        many.log.close()
        (many.user / "neck.yaml").unlink()
        with caplog.at_level(logging.WARNING):
            self.type(many, "neck")
        assert ("1 of 8 routines" in self.words(many), caplog.messages) == (True, [])


class TestRoutine:
    """One routine."""

    @in_virtual_time
    async def test_it_is_shown_and_prepared(self, opened: Pages) -> None:
        """Its words are made ready before it is started, once the page is sent."""
        assert opened.open("the runner") is True
        assert opened.prepared == []
        await asyncio.sleep(READY_AFTER_SECONDS)
        assert "Runner" in control_tree.words(opened.pages.routine.control)
        assert opened.prepared == ["prepare 6"]
        assert opened.pages.scene("/routine/the runner").route == "/routine/the%20runner"
        opened.close()

    @pytest.mark.parametrize("name", ["none", "", "broken", "hips.yaml"])
    def test_what_cannot_be_shown(self, opened: Pages, name: str) -> None:
        """It says so, and shows nothing of it."""
        opened.write("broken.yaml", "title: [\n")
        assert opened.open(name) is False
        assert (opened.pages.entry, opened.prepared) == (None, [])
        opened.close()

    @pytest.mark.parametrize(
        ("name", "done"),
        [
            ("Back", ["go /"]),
            ("Edit", ["go /edit/hips.yaml"]),
            ("Share", ["go /share/hips.yaml"]),
            ("Save as audio", ["save hips: Hips, normal"]),
            ("Duplicate", ["go /routine/hips-2", "Copied to hips-2.yaml."]),
            ("Delete", ["go /", "Deleted hips.yaml."]),
            ("Long", ["go /routine/hips"]),
        ],
    )
    @in_virtual_time
    async def test_its_buttons(self, opened: Pages, name: str, done: list[str]) -> None:
        """Each does its own."""
        opened.open("hips")
        assert opened.press(opened.pages.routine.control, name) == done
        opened.close()

    @in_virtual_time
    async def test_what_is_saved_has_the_length_that_is_chosen(self, opened: Pages) -> None:
        """As a session would."""
        opened.open("hips")
        opened.pages.set_length(Length.SHORT)
        assert opened.press(opened.pages.routine.control, "Save as audio") == ["save hips: Hips, short"]
        opened.close()

    @in_virtual_time
    async def test_it_waits_for_no_dialog_once_the_page_is_gone(self, opened: Pages) -> None:
        """Nobody would answer; a page on which nothing was saved waits for none."""
        opened.pages.close()
        assert opened.done == []
        opened.open("hips")
        opened.pages.save_audio()
        opened.pages.close()
        assert opened.done[-1:] == ["close"]
        opened.close()

    @in_virtual_time
    async def test_what_was_deleted_comes_back(self, opened: Pages) -> None:
        """And is shown."""
        opened.open("hips")
        opened.press(opened.pages.routine.control, "Delete")
        opened.undos[0]()
        assert opened.done[-1] == "go /routine/hips"
        assert (opened.user / "hips.yaml").read_text(encoding="utf-8") == HIPS
        opened.close()

    @in_virtual_time
    async def test_reset_shows_the_shipped_one(self, opened: Pages) -> None:
        """It is there in place of the copy."""
        opened.write("the runner.yaml", HIPS.replace("Hips", "My runner"))
        opened.open("the runner")
        done = opened.press(opened.pages.routine.control, "Reset")
        assert done == ["go /routine/the%20runner", "the runner.yaml is as it came."]
        opened.open("the runner")
        assert "Runner" in control_tree.words(opened.pages.routine.control)
        opened.close()

    @pytest.mark.parametrize(
        "act", ["edit_routine", "share_routine", "save_audio", "duplicate_routine", "delete_routine"]
    )
    @in_virtual_time
    async def test_with_no_routine_open_there_is_nothing_to_do(self, opened: Pages, act: str) -> None:
        """A second tap comes when the list is there already."""
        opened.open("hips")
        opened.pages.enter(LIST)
        getattr(opened.pages, act)()
        opened.pages.begin_routine()
        assert (opened.done, opened.players) == ([], [])
        opened.close()

    @in_virtual_time
    async def test_the_length_stays_until_another_is_opened(self, tmp_path: Path) -> None:
        """At first it is that of the settings."""
        opened = Pages(tmp_path, Settings(hold_length=Length.SHORT))
        lengths: list[str] = []
        for name in ("hips", "hips", "the runner"):
            opened.open(name)
            nodes = control_tree.shown(opened.pages.routine.control, ft.Semantics)
            lengths += [control_tree.words(node)[0] for node in nodes if node.selected]
            opened.pages.set_length(Length.LONG)
        assert lengths == ["Short", "Long", "Short"]
        opened.close()

    @in_virtual_time
    async def test_a_broken_file_shows_its_last_good_version(self, opened: Pages) -> None:
        """And its error."""
        opened.open("hips")
        opened.write("hips.yaml", BROKEN_HIPS)
        assert opened.open("hips") is True
        words = control_tree.words(opened.pages.routine.control)
        assert "Hips" in words
        assert any('hold: "3 x" is not a duration' in word for word in words)
        opened.close()


class TestChanges:
    """Another program writes the files."""

    @in_virtual_time
    async def test_a_change_is_noticed_until_it_is_shown(self, opened: Pages) -> None:
        """On the list and on the page of one."""
        for number, route in enumerate((LIST, "/routine/hips")):
            opened.pages.enter(route)
            opened.look()
            assert opened.done == []
            opened.write("hips.yaml", HIPS.replace("45s", f"{46 + number}s"))
            opened.look()
            assert opened.done.pop() == "go again"
            opened.pages.enter(route)
            opened.look()
            assert opened.done == []
        opened.close()

    def test_a_file_that_comes_or_goes_is_one(self, opened: Pages) -> None:
        """Either."""
        opened.pages.enter(LIST)
        opened.write("new.yaml", HIPS)
        opened.look()
        opened.pages.enter(LIST)
        (opened.user / "new.yaml").unlink()
        opened.look()
        assert opened.done == ["go again"] * 2
        opened.close()

    @in_virtual_time
    async def test_a_file_that_is_passed_over_is_told(self, opened: Pages) -> None:
        """As it comes and as it goes, with the cure; on the page of a routine it changes nothing."""
        opened.pages.enter(LIST)
        opened.write("new.yaml.txt", HIPS)
        opened.look()
        assert opened.done == ["go again"]
        opened.pages.enter(LIST)
        told = "new.yaml.txt is passed over, since its name does not end in .yaml: rename it to new.yaml, or import it."
        assert told in control_tree.words(opened.pages.list.control)
        opened.pages.enter("/routine/hips")
        (opened.user / "new.yaml.txt").unlink()
        opened.look()
        assert opened.done == ["go again"]
        opened.pages.enter(LIST)
        assert told not in control_tree.words(opened.pages.list.control)
        opened.close()

    @pytest.mark.parametrize(
        ("file_name", "route"), [("hips.yaml", "/routine/hips"), ("none.yaml", "/"), ("broken.yaml", "/")]
    )
    def test_the_file_that_was_edited_is_shown(self, opened: Pages, file_name: str, route: str) -> None:
        """Or the list, if there is nothing of it to show."""
        opened.write("broken.yaml", "title: [\n")
        show_file(opened.library, opened.navigator, file_name)
        assert opened.done == [f"go {route}"]
        opened.close()


class TestStarting:
    """A session."""

    @in_virtual_time
    async def test_it_is_of_the_file_at_this_moment(self, tmp_path: Path) -> None:
        """Not of what was shown; in the length that was chosen, and as the settings say."""
        opened = Pages(tmp_path, Settings(get_ready_seconds=20))
        opened.open("hips")
        opened.pages.set_length(Length.LONG)
        opened.write("hips.yaml", HIPS.replace("45s", "60s"))
        control_tree.press(control_tree.button(opened.pages.routine.control, "Start"))
        assert opened.sessions.player is not None
        words = control_tree.words(opened.players[0].content)
        assert words[3:5] == ["20", "Get ready"]
        whole = 20 + 45 + 5 + 45 + 10 + 90
        assert f"{whole // 60}:{whole % 60} left" in words
        opened.close()

    @in_virtual_time
    async def test_a_file_that_was_broken_meanwhile_starts_as_it_was(self, tmp_path: Path) -> None:
        """Its last good version runs."""
        opened = Pages(tmp_path)
        opened.open("hips")
        opened.write("hips.yaml", BROKEN_HIPS)
        control_tree.press(control_tree.button(opened.pages.routine.control, "Start"))
        assert len(opened.players) == 1
        opened.close()

    @in_virtual_time
    async def test_a_file_that_is_gone_is_not_started(self, opened: Pages) -> None:
        """The list is there instead."""
        opened.open("hips")
        (opened.user / "hips.yaml").unlink()
        assert opened.press(opened.pages.routine.control, "Start") == ["go /"]
        assert opened.players == []
        opened.close()
