"""Sharing and importing, on a real page with real files; what stands in for a browser taps and picks."""

import asyncio
import json
from pathlib import Path

import flet as ft
import pytest

from routine_app.core.sharing.code import read_share_code, share_code
from routine_app.data.routines.library import FolderRoutines
from routine_app.data.routines.texts import RoutineYaml
from routine_app.ui.sharing.controller import DIALOG_HINTS, SharingController
from routine_app.ui.sharing.import_screen import ENTRIES
from routine_app.ui.shell.controller import Room
from routine_app.ui.shell.file_dialogs import NO_DIALOG
from routine_app.ui.shell.navigator import Navigator, Scene
from routine_app.ui.shell.routes import EDIT, HISTORY, IMPORT, IMPORT_CODE, SHARE, name_in
from tests.ui import control_tree
from tests.ui.fake_shell import FakeMessenger, enter_one
from tests.ui.sample_editing import FillingFiles
from tests.ui.sample_services import page_services
from tests.ui.stand_in_client import BETWEEN_TAPS_SECONDS, StandInClient
from tests.ui.virtual_time import in_virtual_time, settle

HIPS = "title: Evening hips\nstretches:\n  - {name: Pigeon pose, hold: 30s}\n"
OTHER_HIPS = "title: Evening hips\nstretches:\n  - {name: Butterfly, hold: 45s}\n"
COPY = HIPS.replace("Evening hips", "Evening hips (copy)")
BROKEN = "title: Evening hips\nstretches:\n  - {name: Pigeon pose, hold: 3 min}\n"
CODE = share_code("evening-hips.yaml", HIPS)
BACKUP = Path(__file__).parents[2] / "core" / "sharing" / "other_apps_files" / "jawt-backup.json"


class Site:
    """The pages on a page of their own, and what they ask of the app around them: `asked` and `said`."""

    def __init__(self, folder: Path, page_url: str = "ws://192.0.2.7:8550", **facts: object) -> None:
        self.folder = folder / "routines"
        self.folder.mkdir()
        self.client = StandInClient(**facts)
        self.client.page_url = page_url
        self.asked: list[str] = []
        self.said: list[str] = []
        self.messenger = messenger = FakeMessenger(self.said.append)
        self.undos = messenger.undos
        shipped = folder / "shipped"
        self.files = FillingFiles(shipped, self.folder)
        self.navigator = Navigator(self.client.page, self._enter)
        room = Room((SHARE, IMPORT, IMPORT_CODE), lambda: self.pages)
        self._enter_one = enter_one(room, ft.Text("Home"))
        services = page_services(navigation=self.navigator, messenger=messenger, show_file=self._show_file)
        library = FolderRoutines(shipped, self.folder)
        self.pages = SharingController(services, self.client.page, library, self.files, RoutineYaml())
        self.navigator.go("/")

    def _enter(self, route: str) -> Scene:
        if route.startswith(EDIT):
            self.asked.append(f"edit {name_in(route, EDIT)}")
        if route == HISTORY:
            self.asked.append("history")
        return self._enter_one(route)

    def _show_file(self, file_name: str) -> None:
        """Remember it, and leave these pages."""
        self.asked.append(f"show {file_name}")
        self.navigator.go("/")

    def write(self, name: str, text: str) -> None:
        """Put a file into the user's folder."""
        (self.folder / name).write_text(text, encoding="utf-8")

    def kept(self) -> dict[str, str]:
        """The files in the user's folder."""
        return {path.name: path.read_text(encoding="utf-8") for path in self.folder.iterdir()}

    @property
    def words(self) -> list[str]:
        """What one reads."""
        return self.client.words

    async def open(self, route: str) -> None:
        """Type an address."""
        await settle()
        await self.client.go_to(route)
        await settle()

    async def paste(self, text: str) -> None:
        """Paste it into the field, and ask for it to be opened."""
        (field,) = control_tree.shown(self.client.top, ft.TextField)
        self.client.enter(field, value=text)
        await self.client.tap("Open it")

    async def pick(self, **files: bytes) -> None:
        """Pick files, named with an underscore for the dot."""
        named = {name.replace("_", "."): content for name, content in files.items()}
        await self.client.pick("Pick a file", named)
        await asyncio.sleep(BETWEEN_TAPS_SECONDS)


@in_virtual_time
async def test_a_routine_is_shared_as_a_link_to_where_the_page_is(tmp_path: Path) -> None:
    """The link holds the file as it is; the client copies it as the button is pressed."""
    site = Site(tmp_path)
    site.write("my hips.yaml", HIPS + "# mine\n")
    site.navigator.go("/share/my%20hips.yaml")
    await asyncio.sleep(BETWEEN_TAPS_SECONDS)
    assert site.words[:1] == ["Share Evening hips"]
    (link,) = [words for words in site.words if words.startswith("http://192.0.2.7:8550/#/import/1")]
    shared = read_share_code(link.rpartition("/")[2])
    assert (shared.file_name, shared.text) == ("my-hips.yaml", HIPS + "# mine\n")
    copy = control_tree.button(site.client.top, "Copy link")
    assert isinstance(copy.action, ft.CopyToClipboard)
    assert copy.action.data == link
    await site.client.tap("Copy link")
    assert site.said == ["Link copied."]
    assert site.client.routes[-1] == "/share/my%20hips.yaml"
    await site.client.tap("Back")
    assert site.asked == ["show my hips.yaml"]


@pytest.mark.parametrize("page_url", ["ws://127.0.0.1:8550", "/run/flet.sock"])
def test_a_page_that_nobody_else_finds_gives_the_bare_code(tmp_path: Path, page_url: str) -> None:
    """A computer's own page, and a window."""

    @in_virtual_time
    async def share() -> None:
        site = Site(tmp_path, page_url)
        site.write("hips.yaml", HIPS)
        await site.open("/share/hips.yaml")
        assert share_code("hips.yaml", HIPS) in site.words
        await site.client.tap("Copy code")
        assert site.said == ["Code copied."]

    share()


@in_virtual_time
async def test_a_broken_routine_is_shared_under_its_file_name(tmp_path: Path) -> None:
    """To have it mended by somebody else; it has no title that could be read."""
    site = Site(tmp_path)
    site.write("hips.yaml", BROKEN)
    await site.open("/share/hips.yaml")
    assert site.words[0] == "Share hips.yaml"


@in_virtual_time
async def test_no_page_for_a_file_that_is_not_there(tmp_path: Path) -> None:
    """The list is shown instead, and why if there is more to say."""
    site = Site(tmp_path)
    await site.open("/share/hips.yaml")
    assert site.words == ["Home"]
    assert site.said == []
    await site.open("/share/..%2Fhips.yaml")
    assert site.words == ["Home"]
    assert len(site.said) == 1


@in_virtual_time
async def test_the_file_is_saved_byte_for_byte(tmp_path: Path) -> None:
    """Under its name, where the client puts it."""
    site = Site(tmp_path)
    (site.folder / "hips.yaml").write_bytes(HIPS.replace("\n", "\r\n").encode())
    await site.open("/share/hips.yaml")
    await site.client.tap("Save file")
    (call,) = [call for call in site.client.calls if call.method == "save_file"]
    assert call.arguments is not None
    assert call.arguments["file_name"] == "hips.yaml"
    assert call.arguments["src_bytes"] == HIPS.replace("\n", "\r\n").encode()
    assert site.said == []


def test_a_dialog_that_fails_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """In a sentence each, with the reason in the log; as on a Linux without zenity."""

    async def fail(*_: object, **__: object) -> None:
        raise RuntimeError("zenity is missing")

    monkeypatch.setattr(ft.FilePicker, "save_file", fail)
    monkeypatch.setattr(ft.FilePicker, "pick_files", fail)

    @in_virtual_time
    async def use() -> None:
        site = Site(tmp_path, "/run/flet.sock", web=False)
        site.write("hips.yaml", HIPS)
        await site.open("/share/hips.yaml")
        await site.client.tap("Save file")
        await site.open("/import")
        await site.client.tap("Pick a file")
        assert site.said == [
            f"{NO_DIALOG} {DIALOG_HINTS.no_saving}",
            f"{NO_DIALOG} {DIALOG_HINTS.no_picking}",
        ]

    use()
    assert caplog.text.count("RuntimeError: zenity is missing") == 2


def test_in_a_window_the_app_asks_for_the_dialogs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that end in what can be read; where the file was saved is said."""
    choices: list[dict[str, object]] = []

    async def pick(_: object, **choice: object) -> list[ft.FilePickerFile]:
        choices.append(choice)
        return [ft.FilePickerFile(1, "hips.yaml", len(HIPS), "/tmp/hips.yaml", HIPS.encode())]  # noqa: S108 - only a name

    async def save(_: object, **__: object) -> str:
        return "/home/me/hips.yaml"

    monkeypatch.setattr(ft.FilePicker, "pick_files", pick)
    monkeypatch.setattr(ft.FilePicker, "save_file", save)

    @in_virtual_time
    async def use() -> None:
        site = Site(tmp_path, "/run/flet.sock", web=False, platform="linux")
        await site.open("/import")
        assert control_tree.button(site.client.top, "Pick a file").action is None
        await site.client.tap("Pick a file")
        assert site.words[0] == "Evening hips"
        await site.client.tap("Keep")
        await site.open("/share/hips.yaml")
        await site.client.tap("Save file")
        assert site.said == ["Saved as /home/me/hips.yaml."]

    use()
    assert choices == [
        {
            "allow_multiple": True,
            "with_data": True,
            "file_type": ft.FilePickerFileType.CUSTOM,
            "allowed_extensions": ["yaml", "yml", "json", "txt", "md"],
        }
    ]


@pytest.mark.parametrize(("platform", "is_any"), [("android", True), ("ios", True), ("macos", False)])
def test_a_phone_greys_out_no_file(tmp_path: Path, platform: str, *, is_any: bool) -> None:
    """Its system may not know what `.yaml` is; what was picked is checked in any case."""

    @in_virtual_time
    async def ask() -> None:
        site = Site(tmp_path, platform=platform)
        await site.open("/import")
        action = control_tree.button(site.client.top, "Pick a file").action
        assert isinstance(action, ft.PickFiles)
        assert (action.allowed_extensions is None) is is_any
        assert action.with_data

    ask()


@in_virtual_time
async def test_an_open_dialog_ends_with_the_page(tmp_path: Path) -> None:
    """Nothing waits for its answer any more, and nothing is said of it."""
    site = Site(tmp_path)
    site.write("hips.yaml", HIPS)
    await site.open("/share/hips.yaml")
    await site.client.leave()
    control_tree.press(control_tree.button(site.client.top, "Save file"))
    await settle()
    site.pages.close()
    await settle()
    assert site.said == []


@in_virtual_time
async def test_a_link_shows_its_routine_and_keeps_it_after_a_yes(tmp_path: Path) -> None:
    """Nothing is written before; afterwards the address is another."""
    site = Site(tmp_path)
    await site.open(f"/import/{CODE}")
    assert {"Evening hips", "Pigeon pose", "It is kept as evening-hips.yaml.", "Keep"} <= set(site.words)
    assert site.kept() == {}
    await site.client.tap("Keep")
    assert site.kept() == {"evening-hips.yaml": HIPS}
    assert site.asked == ["show evening-hips.yaml"]
    assert site.client.page.route == "/"


@in_virtual_time
async def test_the_same_link_again(tmp_path: Path) -> None:
    """Says that the name is in use; both are kept, or none if the answer is no."""
    site = Site(tmp_path)
    await site.open(f"/import/{CODE}")
    await site.client.tap("Keep")
    await site.open(f"/import/{CODE}")
    assert any("is there already" in words for words in site.words)
    await site.client.tap("Keep both")
    assert site.kept() == {"evening-hips.yaml": HIPS, "evening-hips-2.yaml": COPY}
    await site.open(f"/import/{CODE}")
    await site.client.tap("Not now")
    assert len(site.kept()) == 2
    assert site.words == ["Home"]


@in_virtual_time
async def test_it_replaces_the_file_of_its_name_after_a_yes(tmp_path: Path) -> None:
    """And gives it back."""
    site = Site(tmp_path)
    site.write("evening-hips.yaml", OTHER_HIPS)
    await site.open(f"/import/{CODE}")
    await site.client.tap("Replace")
    assert site.kept() == {"evening-hips.yaml": HIPS}
    assert site.said == ["Replaced evening-hips.yaml."]
    site.undos[-1]()
    await settle()
    assert site.kept() == {"evening-hips.yaml": OTHER_HIPS}


@in_virtual_time
async def test_a_file_that_changed_while_it_was_asked_is_not_replaced(tmp_path: Path) -> None:
    """Nor one that changed before the replacing was undone."""
    site = Site(tmp_path)
    site.write("evening-hips.yaml", OTHER_HIPS)
    await site.open(f"/import/{CODE}")
    site.write("evening-hips.yaml", OTHER_HIPS + "# mine\n")
    await site.client.tap("Replace")
    assert site.kept() == {"evening-hips.yaml": OTHER_HIPS + "# mine\n"}
    assert site.said == ["That file was changed just now; nothing was replaced."]
    await site.client.tap("Replace")
    assert site.kept() == {"evening-hips.yaml": HIPS}
    site.write("evening-hips.yaml", HIPS + "# better\n")
    site.undos[-1]()
    assert site.kept() == {"evening-hips.yaml": HIPS + "# better\n"}
    assert site.said[-1] == "evening-hips.yaml was changed meanwhile, and stays as it is."


@in_virtual_time
async def test_a_name_that_was_taken_while_it_was_asked(tmp_path: Path) -> None:
    """Is not overwritten; the new name is shown first."""
    site = Site(tmp_path)
    await site.open(f"/import/{CODE}")
    site.write("evening-hips.yaml", OTHER_HIPS)
    await site.client.tap("Keep")
    assert site.kept() == {"evening-hips.yaml": OTHER_HIPS}
    assert site.said == ["Another file took that name just now; see the new name."]
    assert any("becomes evening-hips-2.yaml" in words for words in site.words)
    await site.client.tap("Keep both")
    assert site.kept() == {"evening-hips.yaml": OTHER_HIPS, "evening-hips-2.yaml": COPY}


@in_virtual_time
async def test_what_cannot_be_written_is_told_and_stays(tmp_path: Path) -> None:
    """With room again it is kept."""
    site = Site(tmp_path)
    await site.open(f"/import/{CODE}")
    site.files.is_full = True
    await site.client.tap("Keep")
    assert site.said == ["The disk is full; make room."]
    site.files.is_full = False
    await site.client.tap("Keep")
    assert site.kept() == {"evening-hips.yaml": HIPS}


@in_virtual_time
async def test_a_broken_routine_is_kept_to_be_mended(tmp_path: Path) -> None:
    """Its error is shown first; the editor opens after."""
    site = Site(tmp_path)
    await site.open("/import/" + share_code("evening-hips.yaml", BROKEN))
    assert any(words.startswith("evening-hips.yaml:3:") for words in site.words)
    await site.client.tap("Keep")
    assert site.asked == ["edit evening-hips.yaml"]
    assert site.kept() == {"evening-hips.yaml": BROKEN}


@in_virtual_time
async def test_a_broken_code_is_one_sentence(tmp_path: Path) -> None:
    """Above the ways to bring it in otherwise; the address keeps nothing of it."""
    site = Site(tmp_path)
    await site.open(f"/import/{CODE[:-3]}")
    assert site.words[:2] == [
        "Import a routine",
        "This code is not whole; copy it again from its beginning to its end.",
    ]
    assert site.client.page.route == "/import"
    await site.client.tap("Back")
    site.pages.import_routine()
    await settle()
    assert site.words[1] == "From a file"


@in_virtual_time
async def test_a_link_is_pasted(tmp_path: Path) -> None:
    """To whatever address, in whatever message; what is none says so, and stays to be mended."""
    site = Site(tmp_path)
    site.pages.import_routine()
    await asyncio.sleep(BETWEEN_TAPS_SECONDS)
    await site.paste("my hips")
    assert (
        "There is no code and no routine in this text; copy the whole link, the whole code, or the whole file."
        in site.words
    )
    assert control_tree.shown(site.client.top, ft.TextField)[0].value == "my hips"
    await site.paste(f"Try this: https://me.example/#/import/{CODE}\nBye")
    assert site.words[0] == "Evening hips"
    assert site.client.page.route == "/import"
    await site.client.tap("Keep")
    await site.open("/import")
    assert control_tree.shown(site.client.top, ft.TextField)[0].value == ""


@in_virtual_time
async def test_several_that_came_together(tmp_path: Path) -> None:
    """One after the other, with what was lost; then the list, and how many are there."""
    site = Site(tmp_path)
    await site.open("/import")
    await site.pick(evening_yaml=OTHER_HIPS.encode(), workouts_json=BACKUP.read_bytes())
    assert site.words[:2] == ["Routine 1 of 3", "Evening hips"]
    await asyncio.sleep(BETWEEN_TAPS_SECONDS)
    await site.client.tap("Keep")
    await site.client.tap_within(0.2, "Keep")
    assert site.words[:2] == ["Routine 2 of 3", "Two by three"]
    assert "Not carried over" in site.words
    await site.client.tap("Not now")
    await site.client.tap("Keep")
    assert set(site.kept()) == {"evening.yaml", "workout.yaml"}
    assert site.words == ["Home"]
    assert site.said == ["Kept 2 routines."]


@in_virtual_time
async def test_leaving_forgets_all_that_came(tmp_path: Path) -> None:
    """Back from the second of two; the next time nothing of them is left."""
    site = Site(tmp_path)
    await site.open("/import")
    await site.pick(workouts_json=BACKUP.read_bytes())
    await site.client.tap("Not now")
    await site.client.tap("Back")
    assert (site.kept(), site.words) == ({}, ["Home"])
    await site.open("/import")
    assert site.words[0] == "Import a routine"


@in_virtual_time
async def test_a_file_that_holds_no_routine(tmp_path: Path) -> None:
    """Is told alone on the page, or at its foot beside one that does; no file at all is no fault."""
    site = Site(tmp_path)
    await site.open("/import")
    await site.pick(notes_txt=b"nothing")
    await site.pick()
    assert site.words[1].startswith("notes.txt holds no routine: pick a .yaml file")
    await site.pick(notes_txt=b"nothing", hips_yaml=HIPS.encode())
    assert site.words[0] == "Evening hips"
    assert site.said[-1].startswith("notes.txt holds no routine")


@in_virtual_time
async def test_a_file_too_large_is_not_fetched(tmp_path: Path) -> None:
    """Of a routine, or of another app; its size is told, and the limit."""
    site = Site(tmp_path)
    await site.open("/import")
    action = control_tree.button(site.client.top, "Pick a file").action
    assert isinstance(action, ft.PickFiles)
    for name, size, words in (
        ("hips.yaml", 2**20, "a routine has at most 256 KiB"),
        ("a.json", 2**31, "at most 1 MiB"),
    ):
        files = [{"id": 0, "name": name, "size": size, "bytes": HIPS.encode()}]
        await site.client.session.dispatch_event(action.service_id, "result", {"files": files})
        await settle()
        assert words in site.words[1]
        assert site.words[0] == "Import a routine"


TWO_TIMERS = json.dumps(
    [
        {
            "name": name,
            "activeIntervals": 3,
            "activities": ["A", "Pause squat", "B"],
            "timeSettings": {"workTime": work},
        }
        for name, work in (("One", 30), ("Not set yet", 0), ("Two", 40))
    ]
).encode()


@in_virtual_time
async def test_all_that_came_together_are_kept_with_one_tap(tmp_path: Path) -> None:
    """Each under a free name, and beside one of its title as a copy; what is none is told with the first."""
    site = Site(tmp_path)
    site.write("two.yaml", HIPS.replace("Evening hips", "Two"))
    await site.open("/import")
    await site.pick(timers_json=TWO_TIMERS)
    assert site.words[:2] == ["Routine 1 of 2", "One"]
    assert any(words.startswith('The timer "Not set yet" is left out') for words in site.words)
    await site.client.tap("Keep all 2")
    assert set(site.kept()) == {"one.yaml", "two.yaml", "two-2.yaml"}
    assert "title: One\n" in site.kept()["one.yaml"]
    assert "title: Two (copy)\n" in site.kept()["two-2.yaml"]
    assert (site.words, site.said) == (["Home"], ["Kept 2 routines."])


@in_virtual_time
async def test_all_that_are_left_are_kept_with_one_tap(tmp_path: Path) -> None:
    """Not the one that was passed over; one that cannot be written stays to be kept."""
    site = Site(tmp_path)
    await site.open("/import")
    await site.pick(timers_json=TWO_TIMERS, hips_yaml=HIPS.encode())
    await site.client.tap("Not now")
    site.files.is_full = True
    await site.client.tap("Keep all 2 left")
    assert site.said == ["The disk is full; make room."]
    site.files.is_full = False
    await site.client.tap("Keep all 2 left")
    assert set(site.kept()) == {"two.yaml", "hips.yaml"}


@in_virtual_time
async def test_one_tap_changes_an_entry_of_another_app(tmp_path: Path) -> None:
    """From a hold, which is asked for, to a rest, and what is kept is so; nothing held is no routine."""
    site = Site(tmp_path)
    await site.open("/import")
    await site.pick(timers_json=TWO_TIMERS)
    assert 'Is "Pause squat" held, or a rest? Tap it if it is a rest.' in site.words
    await site.client.tap("Pause squat · 30 s · hold")
    assert ENTRIES in site.words
    for name in ("A", "B"):
        await site.client.tap(f"{name} · 30 s · hold")
    assert site.said == ["A routine holds something; make another entry a hold first."]
    await site.client.tap("A · 30 s · rest")
    await site.client.tap("Keep")
    routine = RoutineYaml().check("one.yaml", site.kept()["one.yaml"]).routine
    assert routine is not None
    assert [stretch.name for stretch in routine.stretches] == ["A", "B"]


HISTORY_FILE = b'{"format": "routine-app history", "version": 1, "sessions": []}'


@in_virtual_time
async def test_a_history_leads_to_where_it_belongs(tmp_path: Path) -> None:
    """With one tap, alone or beside a routine; the next thing that fails leads there no more."""
    site = Site(tmp_path)
    await site.open("/import")
    assert "Go to History" not in site.words
    await site.pick(phone_json=HISTORY_FILE)
    assert "phone.json is a history of this app, and no routine; import it in History." in site.words
    await site.client.tap("Go to History")
    assert site.asked == ["history"]
    await site.open("/import")
    assert site.words[1] == "From a file"
    await site.paste(HISTORY_FILE.decode())
    assert "Go to History" in site.words
    await site.paste("nothing")
    assert "Go to History" not in site.words
    await site.pick(phone_json=HISTORY_FILE, hips_yaml=HIPS.encode())
    assert site.words[0] == "Evening hips"
    site.messenger.buttons["History"]()
    assert site.asked == ["history", "history"]


@in_virtual_time
async def test_the_text_of_a_routine_is_pasted(tmp_path: Path) -> None:
    """Also between the fences of a chat; it is kept under the name that its title makes."""
    site = Site(tmp_path)
    await site.open("/import")
    await site.paste(f"Here:\n```yaml\n{HIPS}```\nBye")
    assert site.words[0] == "Evening hips"
    assert "The words around the routine are left out." in site.words
    await site.client.tap("Keep")
    assert site.kept() == {"evening-hips.yaml": HIPS}


@in_virtual_time
async def test_a_file_with_another_ending_behind_its_own(tmp_path: Path) -> None:
    """Is kept under a name that the app lists."""
    site = Site(tmp_path)
    await site.open("/import")
    await site.pick(evening_yaml_txt=HIPS.encode())
    assert "It is kept as evening.yaml." in site.words
