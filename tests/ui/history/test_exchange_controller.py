"""The history out and in, on a real page with a real history; what stands in for a browser picks and saves."""

import json
from collections.abc import Callable
from pathlib import Path

import flet as ft
import pytest

from routine_app.core.errors import UserFacingError
from routine_app.core.history.contents import HistoryContents
from routine_app.core.history.exchange.history_json import json_file
from routine_app.core.history.exchange.holds_csv import csv_file
from routine_app.core.routine.model import Side
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord, SessionStatus
from routine_app.data.history.repository import SqliteHistory
from routine_app.ui.history.exchange_controller import DIALOG_HINTS, HistoryExchangeController
from routine_app.ui.shell.file_dialogs import NO_DIALOG
from tests.ui.fake_shell import FakeMessenger, FakeNavigator
from tests.ui.sample_services import StillClock, page_services
from tests.ui.sample_views import NOON
from tests.ui.stand_in_client import StandInClient
from tests.ui.virtual_time import in_virtual_time, settle


def session(name: str) -> SessionRecord:
    """A session of one hold."""
    hold = HoldRecord(0, "Lean", ("it_band",), Side.LEFT, 1, 1, 60.0, 60.0, HoldStatus.DONE)
    return SessionRecord(
        name, "hips", "Hips", NOON, 60.0, ended_at=NOON, status=SessionStatus.COMPLETED, holds=(hold,)
    )


def file_of(*sessions: SessionRecord) -> bytes:
    """An export of another device."""
    return json_file(HistoryContents(sessions))


class Site:
    """The card on a page of its own; `said` is what the user was told, `went` where it led."""

    def __init__(self, folder: Path, **facts: object) -> None:
        self.client = StandInClient(**facts)
        self.history = SqliteHistory(folder / "history.db")
        self.history.replace(lambda _: HistoryContents((session("ours"),)))
        self.said: list[str] = []
        self.went: list[str] = []
        services = page_services(
            StillClock(),
            navigation=FakeNavigator(self.went.append),
            messenger=FakeMessenger(self.said.append),
        )
        self.controller = HistoryExchangeController(services, self.client.page, self.history)
        self.client.page.views = [ft.View(controls=[self.controller.new_card()])]
        self.client.page.update()

    async def pick(self, **files: bytes) -> None:
        """Pick files of JSON, named without their suffix."""
        named = {f"{name}.json": content for name, content in files.items()}
        await self.client.pick("Import history", named)

    @property
    def ids(self) -> list[str]:
        """The sessions of the history."""
        return [one.session_id for one in self.history.sessions()]


@pytest.mark.parametrize(
    ("button", "name", "write"),
    [
        ("Export everything", "routine-app-2026-05-04.json", json_file),
        ("Export holds as CSV", "routine-app-2026-05-04.csv", csv_file),
    ],
)
@in_virtual_time
async def test_what_is_saved(
    tmp_path: Path, button: str, name: str, write: Callable[[HistoryContents], bytes]
) -> None:
    """All of it, under a name with the day."""
    site = Site(tmp_path)
    await site.client.tap(button)
    (call,) = [call for call in site.client.calls if call.method == "save_file"]
    assert call.arguments is not None
    assert call.arguments["file_name"] == name
    assert call.arguments["src_bytes"] == write(site.history.contents())
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
        monkeypatch.setattr(SqliteHistory, "contents", fail)
        monkeypatch.setattr(SqliteHistory, "replace", fail)
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
        assert choices[0]["allowed_extensions"] == ["json"]
        await site.client.tap("Export everything")
        await settle()
        assert site.said[1:] == [f"{NO_DIALOG} {DIALOG_HINTS.no_saving}"]

    use()
