"""A routine saved as sound, by each way that a file leaves the app."""

from pathlib import Path

import flet as ft
import pytest

from routine_app.core.cues.recording import record
from routine_app.core.cues.soundtrack import Shelf
from routine_app.core.file_ways import FileWays
from routine_app.core.routine.hold_length import Length
from routine_app.core.settings.settings import Settings, as_set
from routine_app.data.files.disk import LocalDisk
from routine_app.ui.library.recorder import DIALOG_HINTS, RoutineRecorder
from routine_app.ui.shell.file_dialogs import NO_DIALOG, PIECE_BYTES
from tests.core.cues.sample_clips import SampleSounds, SampleVoice
from tests.ui.fake_shell import FakeMessenger
from tests.ui.history.test_exchange_controller import HandOver
from tests.ui.sample_services import page_services
from tests.ui.session_plan import ROUTINE
from tests.ui.stand_in_client import StandInClient
from tests.ui.virtual_time import in_virtual_time, settle

ICON = b"\x89PNG icon"
LACKED = ("Sink the hips.", "Ten more.", "Left side.", "Right side.", "Halfway.")
NOTE = 'No voice here says "Left side", "Halfway", "Sink the hips" and 2 more: a chime stands in their place.'


class Desk:
    """A recorder on a page of its own; `said` is what the user was told."""

    def __init__(
        self,
        ways: FileWays | None = None,
        settings: Settings | None = None,
        lacks: tuple[str, ...] = (),
        **facts: object,
    ) -> None:
        self.client = StandInClient(**facts)
        self.said: list[str] = []
        self.shelf = Shelf(SampleSounds(), SampleVoice(lacks=lacks))
        services = page_services(settings=settings, messenger=FakeMessenger(self.said.append), ways=ways)
        self.recorder = RoutineRecorder(services, self.client.page, self.shelf, lambda: ICON)

    async def save(self, length: Length = Length.NORMAL) -> None:
        """Save the sample routine, and wait until it is done."""
        self.recorder.save("hips", ROUTINE, length)
        await settle()

    @property
    def saved(self) -> dict[str, bytes]:
        """The files that the client got by its socket, by their names."""
        calls = [call.arguments or {} for call in self.client.calls if call.method == "save_file"]
        return {call["file_name"]: call["src_bytes"] for call in calls}


@in_virtual_time
async def test_a_browser_gets_the_recording(caplog: pytest.LogCaptureFixture) -> None:
    """Of the length that is asked for, with the icon; it tells itself what it saved."""
    desk = Desk()
    await desk.save()
    await desk.save(Length.LONG)
    assert desk.saved == {
        "hips.mp3": record(ROUTINE, Length.NORMAL, desk.shelf, ICON).mp3,
        "hips-long.mp3": record(ROUTINE, Length.LONG, desk.shelf, ICON).mp3,
    }
    assert (desk.said, caplog.messages) == ([], [])


@in_virtual_time
async def test_one_gets_ready_as_long_as_the_settings_say() -> None:
    """As in a session."""
    settings = Settings(get_ready_seconds=30)
    desk = Desk(settings=settings)
    await desk.save()
    assert desk.saved["hips.mp3"] == record(as_set(ROUTINE, settings), Length.NORMAL, desk.shelf, ICON).mp3


@in_virtual_time
async def test_words_without_a_voice_are_named() -> None:
    """Three of them, and how many more."""
    desk = Desk(lacks=LACKED)
    await desk.save()
    assert desk.said == [NOTE]


@in_virtual_time
async def test_a_browser_fetches_a_large_one_beside_its_socket() -> None:
    """In pieces; what is missing is told all the same."""
    transfers = HandOver()
    desk = Desk(FileWays(transfers=transfers), Settings(get_ready_seconds=300), lacks=LACKED)
    await desk.save(Length.LONG)
    assert len(transfers.offered["hips-long.mp3"]) > PIECE_BYTES
    assert [call.method for call in desk.client.calls] == ["launch_url"]
    assert desk.said == [NOTE]


def test_a_window_writes_the_file_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the user says; where, and what is missing, is said in one message."""
    place = tmp_path / "mine.mp3"

    async def save(_: object, **choice: object) -> str:
        assert choice["file_name"] == "hips.mp3"
        return str(place)

    monkeypatch.setattr(ft.FilePicker, "save_file", save)

    @in_virtual_time
    async def use() -> None:
        desk = Desk(FileWays(disk=LocalDisk()), lacks=LACKED, web=False)
        await desk.save()
        assert desk.said == [f"Saved as {place}. {NOTE}"]
        assert place.read_bytes() == record(ROUTINE, Length.NORMAL, desk.shelf, ICON).mp3

    use()


@pytest.mark.parametrize("place", ["none/mine.mp3", ""])
def test_what_was_not_saved_has_no_note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    """Since it cannot be, or the user thought better of it."""
    path = str(tmp_path / place) if place else None

    async def save(_: object, **__: object) -> str | None:
        return path

    monkeypatch.setattr(ft.FilePicker, "save_file", save)

    @in_virtual_time
    async def use(ways: FileWays) -> None:
        desk = Desk(ways, lacks=LACKED, web=False)
        await desk.save()
        failure = f"{path} cannot be written: no such file or directory; save it elsewhere."
        assert desk.said == ([failure] if path else [])

    use(FileWays(disk=LocalDisk()))
    if path is None:
        use(FileWays())


def test_without_a_dialog_there_is_the_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """It does the same."""

    async def fail(*_: object, **__: object) -> None:
        raise RuntimeError("zenity is missing")

    monkeypatch.setattr(ft.FilePicker, "save_file", fail)

    @in_virtual_time
    async def use() -> None:
        desk = Desk(web=False)
        await desk.save()
        assert desk.said == [f"{NO_DIALOG} {DIALOG_HINTS.no_saving}"]
        desk.recorder.close()

    use()
