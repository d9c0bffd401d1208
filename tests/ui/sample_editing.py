"""What routines are edited with in tests: the real files on a folder, and a person who types."""

import asyncio
from pathlib import Path
from typing import Any

import flet as ft
import flet_code_editor as code  # type: ignore[import-untyped]  # Flet types only its main package

from routine_app.core.errors import UserFacingError
from routine_app.core.routine.hold_length import Length
from routine_app.core.routine.model import Routine
from routine_app.core.routine.repository import Draft, RoutineFile
from routine_app.data.routines.drafts import DraftFiles
from routine_app.data.routines.files import FolderRoutineFiles
from routine_app.data.routines.texts import RoutineYaml
from routine_app.ui.editor.code_box import CodeBox
from routine_app.ui.editor.editor import CHECK_AFTER_SECONDS, Editor
from tests.ui import control_tree
from tests.ui.fake_shell import FakeMessenger, FakeNavigator
from tests.ui.sample_services import page_services
from tests.ui.stand_in_client import StandInClient

HIPS = """\
title: Hips  # mine
get_ready: 5s
stretches:
  - name: Pigeon pose
    muscles: [hip_flexors]
    sides: each
    hold: 30s   # long enough

  - {name: Butterfly, muscles: [adductors], hold: 45s}
"""
BROKEN_HIPS = HIPS.replace("30s", "3 x")
STARTER = "title: My routine\nstretches:\n  - {name: Sit, hold: 20s}\n"
CHANGED = "The file was changed outside"
LEAVE = "Save your changes?"
NO_ROOM = "The disk is full; make room."
CLOSING = {'"': '"', "'": "'", "`": "`", "(": ")", "[": "]", "{": "}"}


class FillingFiles(FolderRoutineFiles):
    """The real files, on a disk that can be full."""

    is_full = False

    def create(self, file_name: str, text: str) -> RoutineFile:
        """Write, if there is room."""
        self._need_room()
        return super().create(file_name, text)

    def save(self, before: RoutineFile, text: str) -> RoutineFile:
        """Write, if there is room."""
        self._need_room()
        return super().save(before, text)

    def _need_room(self) -> None:
        if self.is_full:
            raise UserFacingError(NO_ROOM)


class FillingDrafts(DraftFiles):
    """The real drafts, on a disk that can be full."""

    is_full = False

    def keep(self, draft: Draft) -> None:
        """Write, if there is room."""
        if self.is_full:
            raise UserFacingError("A draft could not be kept; make room.")
        super().keep(draft)


class RecordingStage:
    """What is around an editor; it remembers what was asked for, and sends to the client what changed."""

    def __init__(self, client: StandInClient) -> None:
        self.left: list[str] = []
        self.tried: list[tuple[str, Routine, str]] = []
        self.said: list[str] = []
        self.went: list[str] = []
        self.messenger = FakeMessenger(self.said.append)
        self.navigator = FakeNavigator(self.went.append, client.page.update)

    def begin(self, name: str, routine: Routine, length: Length, came_from: str) -> None:
        """Remember it."""
        assert length is Length.NORMAL
        self.tried.append((name, routine, came_from))


class Typist:
    """Flet's code editor as the client has it: it tells each change, then its caret, and obeys what it is sent.

    It obeys when it is told to, so that it can be late. Its caret counts as Flutter does, in units of UTF-16.
    """

    def __init__(self, client: StandInClient, box: CodeBox) -> None:
        self._client, self._box = client, box
        self._of: Any = None
        self.text, self.caret = "", 0
        self._told = ""
        self._put: ft.TextSelection | None = None
        self._sent: list[str | ft.TextSelection] = []

    @property
    def widget(self) -> code.CodeEditor:
        """The widget that is in the box now, and what it was sent."""
        widget: Any = self._box.control.content
        if widget is not self._of:
            self._of, self.text, self.caret = widget, str(widget.value), 0
            self._told, self._put, self._sent = self.text, widget.selection, []
        if widget.selection is not self._put:
            self._put = widget.selection
            self._sent.append(widget.selection)
        if widget.value != self._told:
            self._told = widget.value
            self._sent.append(widget.value)
        return widget

    @property
    def offered(self) -> list[str]:
        """The words that are offered to complete with."""
        return list(self.widget.autocomplete_words) if self.widget.autocomplete else []

    def put_caret(self, before: str) -> None:
        """Have the caret right before these words, without a word about it."""
        assert self.widget
        self.caret = units(self.text[: self.text.index(before)])

    async def type(self, words: str) -> None:
        """Type, each character by itself; the widget closes what is opened."""
        for character in words:
            await self.put(character, CLOSING.get(character, ""))

    async def put(self, words: str, behind: str = "") -> None:
        """Put words before the caret, and others behind it."""
        assert self.widget
        raw = self.text.encode("utf-16-le")
        before, after = raw[: 2 * self.caret].decode("utf-16-le"), raw[2 * self.caret :].decode("utf-16-le")
        self.text, self.caret = before + words + behind + after, self.caret + units(words)
        await self.tell_text()
        await self.tell_caret()

    async def show(self, text: str) -> None:
        """Show a text and tell it, without a word about the caret."""
        assert self.widget
        self.text = text
        await self.tell_text()

    async def delete(self, length: int) -> None:
        """Delete what is behind the caret, which stays where it is: no word of it comes."""
        assert self.widget
        raw = self.text.encode("utf-16-le")
        self.text = (raw[: 2 * self.caret] + raw[2 * (self.caret + length) :]).decode("utf-16-le")
        await self.tell_text()

    async def replace(self, old: str, new: str) -> None:
        """Put words in the place of others."""
        self.put_caret(old)
        raw = self.text.encode("utf-16-le")
        rest = raw[2 * self.caret :].decode("utf-16-le").removeprefix(old)
        self.text = raw[: 2 * self.caret].decode("utf-16-le") + new + rest
        self.caret += units(new)
        await self.tell_text()
        await self.tell_caret()

    async def obey(self) -> None:
        """Show what the box has sent, and put the caret where it says."""
        while self.is_sent:
            await self.obey_one()

    @property
    def is_sent(self) -> bool:
        """Whether the box has sent something that is not obeyed yet."""
        return bool(self.widget and self._sent)

    async def obey_one(self, lost_caret: int | None = 0) -> None:
        """Obey what the box sent first: put the caret, or show a text, of which there may be nothing to tell.

        A text leaves the caret anywhere; with None at its end, and told, as in a browser where one writes.
        """
        assert self.is_sent
        one = self._sent.pop(0)
        if isinstance(one, ft.TextSelection):
            self.caret = min(one.extent_offset, units(self.text))
            await self.tell_caret(one.affinity.value, directional=one.directional)
        elif one != self.text:
            self.text, self.caret = one, units(one) if lost_caret is None else min(lost_caret, units(one))
            await self.tell_text()
            if lost_caret is None:
                await self.tell_caret()

    def forget_one(self) -> None:
        """Never show what the box sent first, as if the next key came between its arrival and the next picture."""
        assert self.is_sent
        del self._sent[0]

    async def tell_text(self) -> None:
        """Tell the text, as a client does: the property, then the event."""
        target = self.widget
        self._told = self.text
        self._client.enter(target, value=self.text)
        await self._client.tell(target, "change", self.text)

    async def tell_caret(self, affinity: str = "downstream", *, directional: bool = False) -> None:
        """Tell where the caret is; one that was put is told as it was put."""
        place = {
            "base_offset": self.caret,
            "extent_offset": self.caret,
            "affinity": affinity,
            "directional": directional,
        }
        await self._client.tell(self.widget, "selection_change", {"selected_text": "", "selection": place})


def units(text: str) -> int:
    """How long Flutter finds a text."""
    return len(text.encode("utf-16-le")) // 2


class Written:
    """An editor on a page of its own, with real files; one file of the user's, `hips.yaml`, and one that ships."""

    def __init__(self, folder: Path) -> None:
        self.shipped, self.user = folder / "shipped", folder / "user"
        for place in (self.shipped, self.user):
            place.mkdir(exist_ok=True)
        if not list(self.user.iterdir()):
            self.write("hips.yaml", HIPS)
        (self.shipped / "runner.yaml").write_text(HIPS.replace("Hips", "Runner"), encoding="utf-8")
        self.files = FillingFiles(self.shipped, self.user)
        self.drafts = FillingDrafts(folder / "drafts")
        self.client = StandInClient()
        self.stage = RecordingStage(self.client)
        services = page_services(
            navigation=self.stage.navigator,
            messenger=self.stage.messenger,
            show_file=self.stage.left.append,
        )
        self.editor = Editor(services, self.files, self.drafts, RoutineYaml(), self.stage.begin)
        self.typist = Typist(self.client, self.editor.screen.box)
        self.client.page.views = [ft.View(controls=[self.editor.screen.control])]
        self.client.page.update()

    def open(self, file_name: str = "hips.yaml") -> "Written":
        """Open a file, and put it on the page."""
        assert self.editor.open(file_name)
        return self.shown()

    def shown(self) -> "Written":
        """Put what was opened on the page."""
        self.client.page.update()
        assert self.typist.widget
        return self

    def write(self, file_name: str, text: str) -> None:
        """Write a file of the user's, as another program does."""
        (self.user / file_name).write_text(text, encoding="utf-8", newline="")

    def read(self, file_name: str = "hips.yaml") -> str:
        """What is in a file of the user's."""
        return (self.user / file_name).read_bytes().decode()

    @property
    def words(self) -> list[str]:
        """What one reads."""
        return self.client.words

    @property
    def has_text(self) -> bool:
        """Whether the text is to be seen."""
        return any(
            one is self.editor.screen.box.control for one in control_tree.visible_below(self.client.top)
        )

    @property
    def marked(self) -> list[int]:
        """The lines that are marked in the gutter, from 0."""
        return [issue.line for issue in self.typist.widget.issues]

    async def break_it(self) -> None:
        """Type a mistake, and let it be seen."""
        await self.typist.replace("30s", "3 x")
        await asyncio.sleep(CHECK_AFTER_SECONDS + 0.01)

    async def tap(self, name: str) -> None:
        """Tap a button of the editor; the text widget obeys what comes of it."""
        await self.client.tap(name)
        await self.typist.obey()

    async def end(self) -> None:
        """Close the page."""
        self.editor.close()
        await self.client.close()
