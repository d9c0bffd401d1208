"""The app joined from this machine's own parts, or in one sentence why it cannot start."""

import asyncio
from pathlib import Path

import pytest

from routine_app.app import page_main
from routine_app.core.routine.repository import RoutineEntry
from routine_app.data.routines.library import FolderRoutines
from tests.ui.control_tree import control_id
from tests.ui.stand_in_client import StandInClient
from tests.ui.virtual_time import in_virtual_time, logged, settle

NOW = (
    "title: Now\nget_ready: 0s\nstretches:\n  - {name: Sit, muscles: [glutes], sides: together, hold: 60s}\n"
)


def test_the_app_opens_with_the_files_of_this_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What Flet calls for each page shows the routines that ship, and makes the user's folder."""
    monkeypatch.setenv("ROUTINE_APP_HOME", str(tmp_path / "home"))

    @in_virtual_time
    async def open_it() -> None:
        client = StandInClient()
        await page_main()(client.page)
        await settle()
        assert {"Routines", "After the run"} <= set(client.words)
        await client.close()

    open_it()
    assert (tmp_path / "home" / "routines").is_dir()


@in_virtual_time
async def begin_and_open(home: Path) -> None:
    """Begin a session in one process, and open a page of the same process and one of another."""
    (home / "routines").mkdir(parents=True)
    (home / "routines" / "now.yaml").write_text(NOW, encoding="utf-8")
    window, server = page_main(), page_main()
    one, tab, other = StandInClient(), StandInClient(), StandInClient()
    await window(one.page)
    await settle()
    for name in ("Now", "Start"):
        await one.tap(name)
    await window(tab.page)
    await server(other.page)
    await settle()
    assert ["Continue" in tab.words, "Take over" in tab.words] == [True, False]
    assert ["Continue" in other.words, "Take over" in other.words] == [False, True]
    await other.tap("Take over")
    await asyncio.sleep(2)
    assert one.snacks == ["This session went on elsewhere."]
    assert "Pause" in other.words
    for client in (one, tab, other):
        await client.close()


def test_two_processes_with_one_home_know_of_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A session that one of them runs can be continued in its own tabs, and is asked for in the other's."""
    monkeypatch.setenv("ROUTINE_APP_HOME", str(tmp_path))
    begin_and_open(tmp_path)
    assert [path.name for path in (tmp_path / "running").iterdir()] == ["sessions.db"]


def test_tabs_look_into_the_folders_once_for_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each shows within a second what another program writes; another process looks for itself."""
    monkeypatch.setenv("ROUTINE_APP_HOME", str(tmp_path))
    looks: list[object] = []
    entries = FolderRoutines.entries

    def counted(library: FolderRoutines) -> tuple[RoutineEntry, ...]:
        looks.append(library)
        return entries(library)

    monkeypatch.setattr(FolderRoutines, "entries", counted)

    @in_virtual_time
    async def look() -> None:
        process, other = page_main(), page_main()
        tabs = [StandInClient() for _ in range(3)]
        for tab, main in zip(tabs, (process, process, other), strict=True):
            await main(tab.page)
            await asyncio.sleep(0.3)
        looks.clear()
        await asyncio.sleep(3)
        assert sorted(map(looks.count, set(looks))) == [3, 3]
        (tmp_path / "routines" / "now.yaml").write_text(NOW, encoding="utf-8")
        await asyncio.sleep(1)
        assert ["Now" in tab.words for tab in tabs] == [True] * 3
        for tab in tabs:
            await tab.close()

    look()


def test_surroundings_in_the_way_are_told_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """In place of the app: what is wrong, and what to do."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("ROUTINE_APP_HOME", str(tmp_path / "file"))

    async def open_it() -> None:
        client = StandInClient()
        await page_main()(client.page)
        assert client.words[0] == "This cannot start yet"
        assert client.words[1].startswith("Cannot create the folder")
        assert client.words[1].endswith("set ROUTINE_APP_HOME to a folder you can write to.")
        assert client.patched == [control_id(client.page)]

    assert logged(open_it, caplog) == ["The app cannot start"]
