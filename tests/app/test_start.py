"""The app joined from this machine's own parts, or in one sentence why it cannot start."""

from pathlib import Path

import pytest

from routine_app.app import page_main
from tests.ui.control_tree import control_id
from tests.ui.stand_in_client import StandInClient
from tests.ui.virtual_time import in_virtual_time, logged, settle


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
        assert {"Routines", "Runner's hips"} <= set(client.words)
        await client.close()

    open_it()
    assert (tmp_path / "home" / "routines").is_dir()


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
