"""The history out and in, on a real page with a real history; what stands in for a browser picks and saves."""

import asyncio
import json
from collections.abc import Callable, Sequence
from pathlib import Path

import flet as ft
import pytest

from routine_app.core.errors import UserFacingError
from routine_app.core.file_ways import FileWays, Tell
from routine_app.core.history.contents import HistoryContents
from routine_app.core.history.exchange.export import Export, export_csv, export_json
from routine_app.core.history.exchange.reader import HISTORY_LIMIT_BYTES
from routine_app.core.long_work import finish
from routine_app.core.routine.model import Side
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord, SessionStatus
from routine_app.core.sharing.code import share_code
from routine_app.data.files.disk import LocalDisk
from routine_app.data.history.repository import SqliteHistory
from routine_app.ui.history.exchange_controller import BUSY, DIALOG_HINTS, HistoryExchangeController
from routine_app.ui.shell.file_dialogs import NO_DIALOG
from routine_app.ui.shell.routes import BALANCE, EDIT, HISTORY, IMPORT, LIST, PLAY, SETTINGS
from tests.core.history.whole_history import fill, written
from tests.ui import control_tree
from tests.ui.fake_shell import FakeMessenger, FakeNavigator
from tests.ui.sample_services import StillClock, page_services
from tests.ui.sample_views import NOON
from tests.ui.stand_in_client import StandInClient
from tests.ui.virtual_time import in_virtual_time, settle

MOST_TURNS = 10_000
"""Far more turns of the loop than anything here takes."""


class RacingClock(StillClock):
    """A clock on which so many seconds pass whenever somebody asks for the time."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self._seconds, self._now = seconds, 1000.0

    def now(self) -> float:
        """Let the time pass, and give it."""
        self._now += self._seconds
        return self._now


def session(name: str) -> SessionRecord:
    """A session of one hold."""
    hold = HoldRecord(0, "Lean", ("it_band",), Side.LEFT, 1, 1, 60.0, 60.0, HoldStatus.DONE)
    return SessionRecord(
        name, "hips", "Hips", NOON, 60.0, ended_at=NOON, status=SessionStatus.COMPLETED, holds=(hold,)
    )


def file_of(*sessions: SessionRecord) -> bytes:
    """An export of another device."""
    return written(HistoryContents(sessions))


def many_sessions(count: int) -> tuple[SessionRecord, ...]:
    """Sessions of other names."""
    return tuple(session(f"{number:03}") for number in range(count))


class Site:
    """The card on a page of its own; `said` is what the user was told, `went` where it led."""

    def __init__(
        self, folder: Path, clock: StillClock | None = None, ways: FileWays | None = None, **facts: object
    ) -> None:
        self.client = StandInClient(**facts)
        self.history = SqliteHistory(folder / "history.db")
        if not self.history.session_count():
            fill(self.history, HistoryContents((session("ours"),)))
        self.said: list[str] = []
        self.went: list[str] = []
        self.navigator = FakeNavigator(self.went.append)
        self.navigator.shown_route = HISTORY
        self.messenger = FakeMessenger(self.said.append)
        services = page_services(
            clock or StillClock(),
            navigation=self.navigator,
            messenger=self.messenger,
            ways=ways,
        )
        self.controller = HistoryExchangeController(services, self.client.page, self.history)
        self.elsewhere = self.controller.new_card(SETTINGS)
        cards = (self.elsewhere, self.controller.new_card(HISTORY))
        self.client.page.views = [ft.View(controls=[card]) for card in cards]
        self.client.page.update()

    async def pick(self, **files: bytes) -> None:
        """Pick files of JSON, named without their suffix."""
        named = {f"{name}.json": content for name, content in files.items()}
        await self.client.pick("Import history", named)

    async def pick_sized(self, size_bytes: int) -> None:
        """Pick a file of that size, of which the browser gives only the name."""
        action = control_tree.button(self.client.top, "Import history").action
        assert isinstance(action, ft.PickFiles)
        assert not action.with_data
        files = [{"id": 0, "name": "phone.json", "size": size_bytes, "bytes": None}]
        await self.client.session.dispatch_event(action.service_id, "result", {"files": files})

    async def looks(self) -> list[tuple[list[str], bool]]:
        """What one reads on the card, and whether its buttons can be pressed, each time until it is said how it went."""
        looks: list[tuple[list[str], bool]] = []

        def look() -> bool:
            buttons = control_tree.buttons(self.client.top)
            looks.append((self.client.words, not any(button.disabled for button in buttons)))
            return bool(self.said)

        await until(look)
        await settle()
        return looks[:-1]

    @property
    def ids(self) -> list[str]:
        """The sessions of the history."""
        return [one.session_id for one in self.history.sessions()]


async def until(is_so: Callable[[], bool]) -> None:
    """Let things happen until it is so."""
    for _ in range(MOST_TURNS):
        if is_so():
            return
        await asyncio.sleep(0)
    raise AssertionError("it never came to that")


class HandOver:
    """Files that a browser sends and fetches; `expected` has the sizes of the first, `offered` the others."""

    address = "/transfer/secret"

    def __init__(self, content: bytes = b"") -> None:
        self._content = content
        self.expected: list[int] = []
        self.offered: dict[str, bytes] = {}

    def expect(self, size_bytes: int) -> "HandOver":
        """Remember it."""
        self.expected.append(size_bytes)
        return self

    async def pieces(self, tell: Tell) -> Sequence[bytes]:
        """Tell of each half."""
        for share in (0.5, 1.0):
            await asyncio.sleep(0)
            tell(share)
        return [self._content[:7], self._content[7:]]

    def offer(self, name: str, pieces: Sequence[bytes]) -> str:
        """Remember it."""
        self.offered[name] = b"".join(pieces)
        return self.address


@pytest.mark.parametrize(
    ("button", "name", "export"),
    [
        ("Export everything", "routine-app-2026-05-04.json", export_json),
        ("Export holds as CSV", "routine-app-2026-05-04.csv", export_csv),
    ],
)
@in_virtual_time
async def test_what_is_saved(tmp_path: Path, button: str, name: str, export: Export) -> None:
    """All of it, under a name with the day."""
    site = Site(tmp_path)
    await site.client.tap(button)
    (call,) = [call for call in site.client.calls if call.method == "save_file"]
    assert call.arguments is not None
    assert call.arguments["file_name"] == name
    pieces: list[bytes] = []
    finish(export(site.history, pieces.append))
    assert call.arguments["src_bytes"] == b"".join(pieces)
    assert site.said == []


@in_virtual_time
async def test_what_comes_in_is_joined(tmp_path: Path) -> None:
    """Several files at once; the same again changes nothing, and each time it is said."""
    site = Site(tmp_path)
    for _ in range(2):
        await site.pick(phone=file_of(session("a"), session("ours")), tablet=file_of(session("b")))
        assert site.ids == ["a", "b", "ours"]
    assert site.said == ["2 sessions came in.", "Nothing new: this history has all of it."]
    assert site.went == ["again"] * 2


@in_virtual_time
async def test_a_damaged_file_changes_nothing(tmp_path: Path) -> None:
    """Nor do the good ones beside it; where it is damaged is said."""
    site = Site(tmp_path)
    document = json.loads(file_of(session("b")))
    document["sessions"][0]["holds"][0]["held_seconds"] = "long"
    await site.pick(phone=file_of(session("a")), tablet=json.dumps(document).encode())
    assert site.ids == ["ours"]
    (words,) = site.said
    assert words.startswith('tablet.json: session 1, hold 1: "held_seconds" is "long"; it must be')


def test_a_history_that_cannot_be_used_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """In a sentence, with the reason in the log; no empty file is saved."""

    def fail(*_: object) -> None:
        raise UserFacingError("The history is locked; try again.")

    @in_virtual_time
    async def use() -> None:
        site = Site(tmp_path)
        monkeypatch.setattr(SqliteHistory, "pages", fail)
        monkeypatch.setattr(SqliteHistory, "join", fail)
        await site.client.tap("Export everything")
        await site.pick(phone=file_of(session("a")))
        assert site.said == ["The history is locked; try again."] * 2
        assert [call for call in site.client.calls if call.method == "save_file"] == []

    use()
    assert caplog.messages == [
        "The history could not be exported",
        "A history could not be imported",
    ]


def test_in_a_window_the_app_asks_for_the_dialogs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It picks files that end as an export does; one that does not open is told, with what else to do."""
    choices: list[dict[str, object]] = []

    async def pick(_: object, **choice: object) -> list[ft.FilePickerFile]:
        choices.append(choice)
        content = file_of(session("a"))
        return [ft.FilePickerFile(1, "phone.json", len(content), "/tmp/phone.json", content)]  # noqa: S108 - a name

    async def fail(*_: object, **__: object) -> None:
        raise RuntimeError("zenity is missing")

    monkeypatch.setattr(ft.FilePicker, "pick_files", pick)
    monkeypatch.setattr(ft.FilePicker, "save_file", fail)

    @in_virtual_time
    async def use() -> None:
        site = Site(tmp_path, web=False)
        await site.client.tap("Import history")
        await settle()
        assert site.ids == ["a", "ours"]
        assert choices[0]["allowed_extensions"] == ["json", "txt"]
        await site.client.tap("Export everything")
        await settle()
        assert site.said[1:] == [f"{NO_DIALOG} {DIALOG_HINTS.no_saving}"]

    use()


@in_virtual_time
async def test_progress_is_shown_while_it_lasts(tmp_path: Path) -> None:
    """In words, in percent and as a bar, on every card; nothing can be begun meanwhile, and at the end all is as before."""
    site = Site(tmp_path, RacingClock(0.3))
    before = site.client.words
    await site.pick(phone=file_of(*many_sessions(300)))
    looks = await site.looks()
    under_way = [words[2:4] for words, can_begin in looks if not can_begin]
    assert {words for words, _ in under_way} == {"Reading phone.json …", "Joining it to what is here …"}
    shares = [int(percent.removesuffix("%")) for words, percent in under_way if words.startswith("Reading")]
    assert shares == sorted(shares)
    assert len(set(shares)) > 1
    assert [words for words, can_begin in looks if can_begin and words != before] == []
    assert site.said == ["300 sessions came in."]
    assert site.client.words == before
    assert [button.disabled for button in control_tree.buttons(site.client.top)] == [False] * 3
    site.controller.close()


@in_virtual_time
async def test_an_export_tells_how_far_it_is(tmp_path: Path) -> None:
    """On the screens of both cards."""
    site = Site(tmp_path, RacingClock(0.3))
    fill(site.history, HistoryContents(many_sessions(100)))
    await site.client.tap("Export everything")
    cards = (site.client.top, site.elsewhere)
    bars = [bar for card in cards for bar in control_tree.shown(card, ft.ProgressBar)]
    assert all("Writing the file …" in control_tree.words(card) for card in cards)
    await until(lambda: [0 < (bar.value or 0) <= 1 for bar in bars] == [True, True])
    await until(lambda: [call for call in site.client.calls if call.method == "save_file"] != [])
    assert control_tree.shown(site.client.top, ft.ProgressBar) == []


@in_virtual_time
async def test_what_is_over_soon_flashes_no_bar(tmp_path: Path) -> None:
    """A file of some days is in before one could read what goes on."""
    site = Site(tmp_path, RacingClock(0.004))
    before = len(site.client.patched)
    await site.pick(phone=file_of(*many_sessions(5)))
    await until(lambda: site.said == ["5 sessions came in."])
    await settle()
    assert set(site.client.patched[before:]) <= {control_tree.control_id(site.client.page)}


@in_virtual_time
async def test_a_second_request_waits_for_nothing(tmp_path: Path) -> None:
    """It is refused in a sentence, and the first goes on."""
    site = Site(tmp_path, RacingClock(0.004))
    await site.pick(phone=file_of(*many_sessions(50)))
    await site.client.tap("Export everything")
    assert site.said == [BUSY]
    await until(lambda: len(site.said) > 1)
    assert site.said == [BUSY, "50 sessions came in."]
    assert [call for call in site.client.calls if call.method == "save_file"] == []


@in_virtual_time
async def test_a_page_that_is_closed_leaves_whole_sessions(tmp_path: Path) -> None:
    """The same import again does the rest."""
    site = Site(tmp_path, RacingClock(0.3))
    content = file_of(*many_sessions(300))
    await site.pick(phone=content)
    await until(lambda: 1 < len(site.ids) < 301)
    site.controller.close()
    await settle()
    (held,) = {one.held_seconds for one in site.history.sessions()}
    assert (held, site.said) == (60.0, [])
    again = Site(tmp_path)
    await again.pick(phone=content)
    assert len(again.ids) == 301
    assert again.said[0].endswith(" sessions came in.")


@pytest.mark.parametrize(
    ("route", "is_shown_again"),
    [(LIST, True), (BALANCE, True), (HISTORY, True), (SETTINGS, False), (PLAY, False), (EDIT + "a", False)],
)
@in_virtual_time
async def test_what_came_in_is_shown_where_it_is_seen(
    tmp_path: Path, route: str, *, is_shown_again: bool
) -> None:
    """Whoever went on to something else meanwhile is left alone."""
    site = Site(tmp_path)
    site.navigator.shown_route = route
    await site.pick(phone=file_of(session("a")))
    assert site.went == ["again"] * is_shown_again


@in_virtual_time
async def test_a_file_too_large_is_not_fetched(tmp_path: Path) -> None:
    """Its size is told, and the limit; nothing is asked of the browser."""
    ways = HandOver()
    site = Site(tmp_path, ways=FileWays(transfers=ways))
    await site.pick_sized(HISTORY_LIMIT_BYTES + 1)
    await settle()
    assert site.said == ["phone.json has 64.1 MiB, and a history has at most 64 MiB; pick another file."]
    assert (ways.expected, [call.method for call in site.client.calls]) == ([], [])


@in_virtual_time
async def test_a_browser_sends_a_file_beside_its_socket(tmp_path: Path) -> None:
    """To an address of its own; how far that is is shown."""
    content = file_of(session("a"))
    ways = HandOver(content)
    site = Site(tmp_path, RacingClock(0.6), FileWays(transfers=ways))
    await site.pick_sized(len(content))
    looks = await site.looks()
    assert ways.expected == [len(content)]
    (call,) = [call for call in site.client.calls if call.method == "upload"]
    assert call.arguments is not None
    (upload,) = call.arguments["files"]
    assert (upload.upload_url, upload.name, upload.method) == (HandOver.address, "phone.json", "PUT")
    assert ["Fetching phone.json …", "50%"] in [words[2:4] for words, _ in looks]
    assert (site.ids, site.said) == (["a", "ours"], ["1 session came in."])


@in_virtual_time
async def test_a_browser_fetches_a_large_file_beside_its_socket(tmp_path: Path) -> None:
    """As a download; a small one comes in a message."""
    ways = HandOver()
    site = Site(tmp_path, ways=FileWays(transfers=ways))
    await site.client.tap("Export everything")
    assert [call.method for call in site.client.calls] == ["save_file"]
    fill(site.history, HistoryContents(many_sessions(200)))
    await site.client.tap("Export everything")
    await settle()
    call = site.client.calls[-1]
    assert (call.method, call.arguments and call.arguments["url"]) == ("launch_url", HandOver.address)
    assert len(json.loads(ways.offered["routine-app-2026-05-04.json"])["sessions"]) == 201


@pytest.mark.parametrize("platform", ["android", "ios"])
@in_virtual_time
async def test_an_app_on_a_phone_hands_the_file_over(tmp_path: Path, platform: str) -> None:
    """There its own dialog writes it, and takes none without what is in it."""
    site = Site(tmp_path, ways=FileWays(disk=LocalDisk()), web=False, platform=platform)
    await site.client.tap("Export everything")
    (call,) = [call for call in site.client.calls if call.method == "save_file"]
    assert call.arguments is not None
    assert call.arguments["src_bytes"] == file_of(session("ours"))


def in_a_window(monkeypatch: pytest.MonkeyPatch, picked: Path, saved: Path) -> None:
    """Let the dialogs of a window give these paths."""
    size_bytes = picked.stat().st_size

    async def pick(_: object, **choice: object) -> list[ft.FilePickerFile]:
        assert not choice["with_data"]
        return [ft.FilePickerFile(1, picked.name, size_bytes, str(picked))]

    async def save(_: object, **choice: object) -> str:
        assert choice.get("src_bytes") is None
        return str(saved)

    monkeypatch.setattr(ft.FilePicker, "pick_files", pick)
    monkeypatch.setattr(ft.FilePicker, "save_file", save)


async def said_in_a_window(folder: Path) -> list[str]:
    """Import and export in a window: what the user is told."""
    site = Site(folder, ways=FileWays(disk=LocalDisk()), web=False)
    await site.client.tap("Import history")
    await settle()
    await site.client.tap("Export everything")
    await settle()
    return site.said


def test_in_a_window_the_app_itself_reads_and_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of a file goes through the window."""
    picked, saved = tmp_path / "phone.json", tmp_path / "mine.json"
    picked.write_bytes(file_of(session("a")))
    in_a_window(monkeypatch, picked, saved)

    @in_virtual_time
    async def use() -> None:
        assert await said_in_a_window(tmp_path) == ["1 session came in.", f"Saved as {saved}."]

    use()
    assert saved.read_bytes() == file_of(session("a"), session("ours"))


def test_in_a_window_a_file_that_cannot_be_used_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Whether it is read or written, with what to do; the log has the reason."""
    picked, saved = tmp_path / "phone.json", tmp_path / "none" / "mine.json"
    picked.mkdir()
    in_a_window(monkeypatch, picked, saved)

    @in_virtual_time
    async def use() -> None:
        assert await said_in_a_window(tmp_path) == [
            "phone.json cannot be read: is a directory; pick another file.",
            f"{saved} cannot be written: no such file or directory; save it elsewhere.",
        ]

    use()
    assert caplog.messages == ["A history could not be imported", "A file could not be saved"]


ROUTINE = b"title: Hips\nstretches:\n  - {name: Pigeon pose, hold: 30s}\n"
WORKOUT = b'{"title": "Abs", "sets": [{"repetitions": 1, "exercises": [{"name": "Plank", "duration": 30}]}]}'


@pytest.mark.parametrize(
    "content",
    [
        ROUTINE,
        ROUTINE.decode().encode("utf-16"),
        b"Here:\n```yaml\n" + ROUTINE + b"```\n",
        WORKOUT,
        WORKOUT.replace(b"30", b"null"),
        b"https://me.example/#/import/" + share_code("hips.yaml", ROUTINE.decode()).encode(),
    ],
)
def test_a_routine_leads_to_where_it_belongs(tmp_path: Path, content: bytes) -> None:
    """With one tap; nothing of what came with it is joined."""

    @in_virtual_time
    async def use() -> None:
        site = Site(tmp_path)
        await site.pick(phone=file_of(session("a")), hips=content)
        await until(lambda: bool(site.said))
        assert site.said == ["hips.json is a routine, and no history; import it among the routines."]
        site.messenger.buttons["Import routines"]()
        assert (site.went, site.ids) == ([IMPORT], ["ours"])

    use()


@in_virtual_time
async def test_the_table_of_holds_is_told_to_be_one(tmp_path: Path) -> None:
    """It is made for spreadsheets, and cannot come back."""
    site = Site(tmp_path)
    await site.pick(phone=b"\xef\xbb\xbfsession_id,routine,title\r\n")
    await until(lambda: bool(site.said))
    assert site.said == [
        "phone.json is the table of holds, for spreadsheets; what can be imported is the .json file of Export everything."
    ]


@in_virtual_time
async def test_a_history_in_utf_16_comes_in(tmp_path: Path) -> None:
    """An editor may have saved it so."""
    site = Site(tmp_path)
    await site.pick(phone=file_of(session("a")).decode().encode("utf-16"))
    await until(lambda: bool(site.said))
    assert (site.said, site.ids) == (["1 session came in."], ["a", "ours"])
