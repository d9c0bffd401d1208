"""The app joined in a browser, which keeps its files, for one tab at a time."""

import asyncio
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from routine_app import app as app_module
from routine_app.app import page_main
from routine_app.core.session.record import SessionRecord, SessionStatus
from routine_app.data.history.repository import SqliteHistory
from tests.data.files.fake_browser import FakeBrowser
from tests.ui.stand_in_client import StandInClient
from tests.ui.virtual_time import in_virtual_time, logged, settle


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> FakeBrowser:
    """Let the app believe that its Python runs in a browser, which has no neural voice."""
    monkeypatch.setattr(app_module, "sys", SimpleNamespace(platform="emscripten"))
    monkeypatch.setitem(sys.modules, "routine_app.data.voice.neural", None)
    return FakeBrowser()


def test_in_a_browser_the_folder_of_the_page_is_used(
    tmp_path: Path, browser: FakeBrowser, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is filled before the app reads it, and the session that was interrupted is offered from there."""

    @in_virtual_time
    async def open_it() -> None:
        browser.install(monkeypatch, tmp_path)
        browser.answers.append(browser.HOLD)
        client = StandInClient()
        opening = asyncio.create_task(page_main()(client.page))
        await settle()
        assert browser.synced == ["load"]
        assert client.page.title is None
        with closing(SqliteHistory(tmp_path / "kept" / "history.db")) as kept:
            kept.start(SessionRecord("s1", "runner-hips", "Runner's hips", datetime.now(UTC), 60.0))
            kept.end("s1", datetime.now(UTC), SessionStatus.STOPPED)
        browser.answer()
        await settle()
        assert opening.done()
        assert {"Routines", "Runner's hips"} <= set(client.words)
        await client.go_to("/history")
        assert {"History", "Runner's hips", "Minutes a week"} <= set(client.words)
        assert (tmp_path / "kept" / "routines").is_dir()
        await client.close()

    open_it()


def test_in_a_browser_each_change_is_saved(
    tmp_path: Path, browser: FakeBrowser, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is before there is something to log; then it is, at once."""

    @in_virtual_time
    async def open_it() -> None:
        browser.install(monkeypatch, tmp_path)
        client = StandInClient()
        await page_main()(client.page)
        await settle()
        assert browser.synced == ["load"]
        kept = SqliteHistory(tmp_path / "kept" / "history.db")
        await client.tap("Quick reset")
        await client.tap("Start")
        await client.tap("Skip")
        await client.tap("Skip")
        await settle()
        with closing(kept):
            (session,) = kept.sessions()
        assert session.title == "Quick reset"
        assert browser.synced[:2] == ["load", "save"]
        await client.close()

    open_it()


def test_a_second_tab_waits_for_the_first(
    tmp_path: Path, browser: FakeBrowser, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says where the data is, touches none of it, and becomes the app when the first closes."""

    @in_virtual_time
    async def open_two() -> None:
        browser.install(monkeypatch, tmp_path)
        first, second = StandInClient(), StandInClient()
        await page_main()(first.page)
        waiting = asyncio.create_task(page_main()(second.page))
        await settle()
        assert second.words[0] == "Open in another tab"
        assert browser.synced == ["load"]
        assert not waiting.done()
        (lock,) = browser.locks
        browser.close_tab(lock)
        await settle()
        assert waiting.done()
        assert second.words[0] == "Routines"
        assert browser.synced == ["load", "load"]
        await first.close()
        await second.close()

    open_two()


def test_a_browser_without_locks_is_told_in_one_sentence(
    tmp_path: Path, browser: FakeBrowser, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """In place of the app, as any other trouble."""
    browser.has_locks = False

    async def open_it() -> None:
        browser.install(monkeypatch, tmp_path)
        client = StandInClient()
        await page_main()(client.page)
        assert client.words == [
            "This cannot start yet",
            "This page can keep nothing safely here; open it over https, in a newer browser.",
        ]

    assert logged(open_it, caplog) == ["The app cannot start"]


def test_a_browser_that_keeps_nothing_says_so_and_the_app_opens(
    tmp_path: Path, browser: FakeBrowser, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the foot of the page, once."""
    browser.mount_error = OSError("no IndexedDB")

    @in_virtual_time
    async def open_it() -> None:
        browser.install(monkeypatch, tmp_path)
        client = StandInClient()
        await page_main()(client.page)
        await settle()
        assert client.words[0] == "Routines"
        assert client.snacks == [
            "The browser's store cannot be opened, so what you hold now is lost when this page closes; reload it to try again."
        ]
        await client.close()

    open_it()
