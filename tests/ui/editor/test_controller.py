"""The pages on which routines are written, and what leads from one to the other."""

import asyncio
from pathlib import Path

import flet as ft
import pytest

from routine_app.core.help.page import HelpTexts
from routine_app.core.routine.hold_length import Length
from routine_app.core.routine.model import Routine
from routine_app.data.help_files import FolderHelp
from routine_app.data.paths import shipped_routines_folder
from routine_app.data.routines.texts import RoutineYaml
from routine_app.ui.editor.controller import EditorController
from routine_app.ui.editor.editor import NEW_FILE, Editor
from routine_app.ui.shell.controller import Room
from routine_app.ui.shell.navigator import Navigator
from routine_app.ui.shell.routes import EDIT, HELP, NEW
from tests.ui import control_tree
from tests.ui.fake_shell import FakeMessenger, enter_one
from tests.ui.sample_editing import HIPS, LEAVE, FillingDrafts, FillingFiles, Typist, units
from tests.ui.sample_services import page_services
from tests.ui.stand_in_client import BETWEEN_TAPS_SECONDS, StandInClient
from tests.ui.virtual_time import in_virtual_time, logged

NEW_ADDRESS = "/edit/new%20routine.yaml"
BELOW = "the list"


class BareShelf:
    """A copy of the app without what ships for people who write routines."""

    def load(self) -> HelpTexts:
        """Give what there is."""
        return HelpTexts(None, (), is_cookbook_whole=False)

    def keys(self) -> None:
        """There are none."""


class Opened:
    """The pages in an app that has one more, the list; `route` is the address, `said` what was said."""

    def __init__(self, folder: Path, shelf: BareShelf | FolderHelp | None = None) -> None:
        self.user = folder / "user"
        self.user.mkdir(exist_ok=True)
        (self.user / "my hips.yaml").write_text(HIPS, encoding="utf-8")
        (self.user / "other.yaml").write_text(HIPS.replace("Hips", "Other"), encoding="utf-8")
        self.drafts = FillingDrafts(folder / "drafts")
        self.client = StandInClient()
        self.said: list[str] = []
        self.begun: list[tuple[str, Routine, str]] = []
        room = Room((EDIT, NEW, HELP), lambda: self.pages)
        self.navigator = Navigator(self.client.page, enter_one(room, ft.Text(BELOW)))
        services = page_services(
            navigation=self.navigator,
            messenger=FakeMessenger(self.said.append),
            show_file=self._show_file,
        )
        files = FillingFiles(folder / "none", self.user)
        editor = Editor(services, files, self.drafts, RoutineYaml(), self._begin)
        source = shelf or FolderHelp(shipped_routines_folder())
        self.pages = EditorController(services, editor, source, lambda: ["pigeon-pose"])
        self.typist = Typist(self.client, editor.screen.box)

    def go(self, route: str) -> None:
        """Show what is there for a route, or the list."""
        self.navigator.go(route)

    @property
    def route(self) -> str:
        """The address."""
        return self.navigator.route

    def _show_file(self, file_name: str) -> None:
        """Show the list in place of a routine."""
        self.said.append(f"show {file_name}")
        self.go("/")

    def _begin(self, name: str, routine: Routine, length: Length, came_from: str) -> None:
        assert length is Length.NORMAL
        self.begun.append((name, routine, came_from))

    @property
    def words(self) -> list[str]:
        """What one reads."""
        return self.client.words

    async def break_(self) -> None:
        """Type a mistake."""
        await self.typist.replace("30s", "3 x")

    async def offered(self, typed: str) -> list[str]:
        """The words that are offered once this is typed at the end of the text."""
        self.typist.caret = units(self.typist.text)
        await self.typist.tell_caret()
        await self.typist.put(typed)
        return self.typist.offered

    async def end(self) -> None:
        """Close the page."""
        self.pages.editor.close()
        await self.client.close()


class TestAddresses:
    """What each opens."""

    @in_virtual_time
    async def test_a_file(self, tmp_path: Path) -> None:
        """By its name in the address; Back leads to what is below."""
        opened = Opened(tmp_path)
        opened.go("/edit/my%20hips.yaml")
        assert opened.words[:2] == ["my hips.yaml", "Saved"]
        assert opened.route == "/edit/my%20hips.yaml"
        assert [view.route for view in opened.client.page.views] == ["/", "/edit/my%20hips.yaml"]
        await opened.end()

    @pytest.mark.parametrize("route", [NEW, NEW_ADDRESS])
    @in_virtual_time
    async def test_a_new_one(self, tmp_path: Path, route: str) -> None:
        """With a starter that runs."""
        opened = Opened(tmp_path)
        opened.go(route)
        assert opened.words[:3] == [NEW_FILE, "Not saved yet", "No errors"]
        assert "My routine" in opened.words
        assert opened.route == NEW_ADDRESS
        await opened.end()

    @in_virtual_time
    async def test_the_help(self, tmp_path: Path) -> None:
        """Also with no file open."""
        opened = Opened(tmp_path)
        opened.go(HELP)
        assert opened.words[0] == "Writing routines"
        assert opened.route == HELP
        await opened.client.tap("Back")
        assert (opened.words, opened.route) == ([BELOW], "/")
        await opened.end()

    @pytest.mark.parametrize("route", ["/", "/edit/", "/edit/none.yaml", "/history", "/editor", ""])
    @in_virtual_time
    async def test_others_are_none_of_these_pages(self, tmp_path: Path, route: str) -> None:
        """Somebody else shows them."""
        opened = Opened(tmp_path)
        opened.go(route)
        assert (opened.words, opened.said, opened.pages.editor.is_open) == ([BELOW], [], False)
        await opened.end()

    def test_a_file_that_cannot_be_edited_is_said(
        self, tmp_path: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        """In one sentence; so is a name that leads out of the folder."""

        async def try_them() -> None:
            opened = Opened(tmp_path)
            (opened.user / "old.yaml").write_bytes(b"\xff\xfe")
            opened.go("/edit/my%20hips.yaml")
            opened.go("/edit/old.yaml")
            opened.go("/edit/..%2Fsecret.yaml")
            assert opened.words == [BELOW]
            assert not opened.pages.editor.is_open
            encoding, folder = opened.said
            assert encoding.endswith("cannot be edited here; save it as UTF-8 in another editor.")
            assert "leads to another folder" in folder
            await opened.end()

        assert logged(try_them, caplog) == ["A file cannot be edited"] * 2


class TestLeaving:
    """By an address, as the browser's Back does."""

    @pytest.mark.parametrize("route", ["/", "/edit/other.yaml", NEW, "/settings"])
    @in_virtual_time
    async def test_with_unsaved_changes_it_asks_and_stays(self, tmp_path: Path, route: str) -> None:
        """The address is the file's again."""
        opened = Opened(tmp_path)
        opened.go("/edit/my%20hips.yaml")
        await opened.break_()
        opened.go(route)
        assert opened.words[2] == LEAVE
        assert opened.route == "/edit/my%20hips.yaml"
        await opened.end()

    @in_virtual_time
    async def test_without_it_puts_the_file_away(self, tmp_path: Path) -> None:
        """A session that ends later does not lead back to it."""
        opened = Opened(tmp_path)
        opened.go("/edit/my%20hips.yaml")
        opened.go("/")
        assert (opened.words, opened.pages.editor.is_open) == ([BELOW], False)
        assert opened.route == "/"
        await opened.end()

    @in_virtual_time
    async def test_one_file_makes_way_for_another(self, tmp_path: Path) -> None:
        """Which is read anew."""
        opened = Opened(tmp_path)
        opened.go("/edit/my%20hips.yaml")
        opened.go("/edit/other.yaml")
        assert "Other" in opened.words
        (opened.user / "my hips.yaml").write_text(HIPS.replace("Hips", "Theirs"), encoding="utf-8")
        opened.go("/edit/my%20hips.yaml")
        assert "Theirs" in opened.words
        await opened.end()

    @in_virtual_time
    async def test_the_help_does_not_leave_the_file(self, tmp_path: Path) -> None:
        """It waits with its steps, and Back leads to it."""
        opened = Opened(tmp_path)
        opened.go("/edit/my%20hips.yaml")
        await opened.break_()
        await opened.client.tap("Help")
        assert opened.route == HELP
        await opened.client.tap("Back")
        assert opened.route == "/edit/my%20hips.yaml"
        assert LEAVE not in opened.words
        assert opened.pages.editor.screen.box.text == HIPS.replace("30s", "3 x")
        assert control_tree.button(opened.client.top, "Undo").disabled is False
        await opened.end()

    @pytest.mark.parametrize("route", [NEW, NEW_ADDRESS])
    @in_virtual_time
    async def test_a_new_file_stays_the_same_new_file(self, tmp_path: Path, route: str) -> None:
        """However it is asked for."""
        opened = Opened(tmp_path)
        opened.go(NEW)
        await opened.typist.replace("45s", "50s")
        opened.go(route)
        assert LEAVE not in opened.words
        assert "50s" in opened.pages.editor.screen.box.text
        await opened.end()

    @in_virtual_time
    async def test_the_button_shows_the_routine(self, tmp_path: Path) -> None:
        """Or what there is of it."""
        opened = Opened(tmp_path)
        opened.go("/edit/my%20hips.yaml")
        await opened.client.tap("Back")
        assert (opened.said, opened.route) == (["show my hips.yaml"], "/")
        await opened.end()


@in_virtual_time
async def test_a_new_file_that_is_saved_has_its_own_address(tmp_path: Path) -> None:
    """Coming back to the page, or a change of the light, would show another new file else."""
    opened = Opened(tmp_path)
    opened.go(NEW)
    await opened.client.tap("Save")
    assert opened.route == "/edit/my-routine.yaml"
    assert opened.words[:2] == ["my-routine.yaml", "Saved"]
    opened.go(opened.route)
    assert opened.words[:2] == ["my-routine.yaml", "Saved"]
    await opened.end()


@in_virtual_time
async def test_a_session_leads_back_to_the_file(tmp_path: Path) -> None:
    """As it was left."""
    opened = Opened(tmp_path)
    opened.go("/edit/my%20hips.yaml")
    await opened.typist.replace("30s", "20s")
    opened.pages.editor.try_out()
    ((name, routine, came_from),) = opened.begun
    assert (name, routine.stretches[0].holds[0].hold_seconds) == ("my hips", 20.0)
    opened.client.page.views = [ft.View()]
    opened.go(came_from)
    assert opened.route == "/edit/my%20hips.yaml"
    assert opened.words[:2] == ["my hips.yaml", "Unsaved changes"]
    await opened.end()


class TestExamples:
    """The cookbook of the help."""

    async def use(self, opened: Opened) -> None:
        """Use the first example."""
        opened.go(HELP)
        await asyncio.sleep(BETWEEN_TAPS_SECONDS)
        folds = [
            one for one in control_tree.buttons(opened.client.top) if "Cookbook" in control_tree.words(one)
        ]
        control_tree.press(folds[0])
        opened.client.page.update()
        uses = [
            one for one in control_tree.buttons(opened.client.top) if "Use this" in control_tree.words(one)
        ]
        control_tree.press(uses[0])

    @in_virtual_time
    async def test_one_becomes_a_new_file(self, tmp_path: Path) -> None:
        """Under a name like its own."""
        opened = Opened(tmp_path)
        await self.use(opened)
        recipe = FolderHelp(shipped_routines_folder()).load().recipes[0]
        assert opened.words[:2] == [recipe.own_file_name, "Not saved yet"]
        assert opened.pages.editor.screen.box.text == recipe.text
        assert opened.route == f"/edit/{recipe.own_file_name}"
        await opened.end()

    @in_virtual_time
    async def test_with_unsaved_changes_it_asks_first(self, tmp_path: Path) -> None:
        """Nothing is put in place of what was typed."""
        opened = Opened(tmp_path)
        opened.go("/edit/my%20hips.yaml")
        await opened.break_()
        await self.use(opened)
        assert opened.words[2] == LEAVE
        assert opened.pages.editor.screen.box.text == HIPS.replace("30s", "3 x")
        await opened.end()

    def test_what_is_in_the_way_is_said(self, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
        """The folder is none."""

        async def use_it() -> None:
            opened = Opened(tmp_path)
            (tmp_path / "none").write_text("no folder", encoding="utf-8")
            await self.use(opened)
            assert len(opened.said) == 1
            assert opened.said[0].endswith("make it a folder that you may read.")
            assert opened.route == HELP
            await opened.end()

        assert logged(use_it, caplog) == ["An example cannot be used"]


@pytest.mark.parametrize(("shelf", "has_keys"), [(None, True), (BareShelf(), False)])
@in_virtual_time
async def test_words_are_completed_with_what_there_is(
    tmp_path: Path, shelf: BareShelf | None, *, has_keys: bool
) -> None:
    """The keys of the schema if it can be read, and always the figures."""
    opened = Opened(tmp_path, shelf)
    opened.go("/edit/my%20hips.yaml")
    assert ("stretches" in await opened.offered("s")) is has_keys
    assert await opened.offered("\nfigure: p") == ["pigeon-pose"]
    await opened.end()
