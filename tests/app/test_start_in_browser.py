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
from routine_app.data.voice import whole
from routine_app.ui.shell.messenger import Messenger
from tests.data.files.fake_browser import FakeBrowser
from tests.ui.stand_in_client import StandInClient
from tests.ui.virtual_time import in_virtual_time, settle


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> FakeBrowser:
    """Let the app believe that its Python runs in a browser, which has no neural voice."""
    for module in (app_module, whole):
        monkeypatch.setattr(module, "sys", SimpleNamespace(platform="emscripten"))
    monkeypatch.setitem(sys.modules, "routine_app.data.voice.neural", None)
    return FakeBrowser()


async def opened(browser: FakeBrowser, monkeypatch: pytest.MonkeyPatch, folder: Path) -> StandInClient:
    """Open the app in that browser, which keeps its files in a folder, until nothing more comes of itself."""
    browser.install(monkeypatch, folder)
    client = StandInClient()
    await page_main()(client.page)
    await settle()
    return client


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
        assert {"Routines", "After the run"} <= set(client.words)
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
        client = await opened(browser, monkeypatch, tmp_path)
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


@pytest.mark.parametrize(
    ("has_locks", "mount_error", "sentence"),
    [
        (False, None, "This browser keeps data safely only for a page over https, or is too old"),
        (True, OSError("no IndexedDB"), "The browser's storage cannot be opened"),
    ],
)
def test_a_browser_that_keeps_nothing_says_so_and_the_app_opens(
    tmp_path: Path,
    browser: FakeBrowser,
    monkeypatch: pytest.MonkeyPatch,
    *,
    has_locks: bool,
    mount_error: Exception | None,
    sentence: str,
) -> None:
    """At the foot of the page, once, and in the settings for good; a session is guided all the same."""
    browser.has_locks, browser.mount_error = has_locks, mount_error

    @in_virtual_time
    async def open_it() -> None:
        client = await opened(browser, monkeypatch, tmp_path)
        assert client.words[0] == "Routines"
        assert client.snacks == [
            f"{sentence}, so nothing you do here is kept. Export your history before you close this page."
        ]
        await client.go_to("/settings")
        assert any(words.startswith("Nothing is kept") for words in client.words)
        await client.go_to("/")
        await client.tap("Quick reset")
        await client.tap("Start")
        await client.tap("Skip")
        assert len(client.snacks) == 1
        assert "Pause" in client.words
        await client.close()

    open_it()


def test_what_is_told_before_the_first_screen_waits_for_it(
    tmp_path: Path, browser: FakeBrowser, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A slow phone would draw both at once, and lose the words."""
    browser.has_locks = False
    titles: list[str | None] = []
    monkeypatch.setattr(Messenger, "show", lambda messenger, _: titles.append(messenger._page.title))  # noqa: SLF001 - the page of its moment

    @in_virtual_time
    async def open_it() -> None:
        client = await opened(browser, monkeypatch, tmp_path)
        assert titles == ["Routine App"]
        await client.close()

    open_it()


def test_a_browser_that_is_full_says_so_in_the_settings_too(
    tmp_path: Path, browser: FakeBrowser, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As long as it is so."""

    @in_virtual_time
    async def open_it() -> None:
        client = await opened(browser, monkeypatch, tmp_path)
        browser.answers.extend(["QuotaExceededError"] * 20)
        await client.tap("Quick reset")
        await client.tap("Start")
        await client.tap("Skip")
        await client.tap("Skip")
        await settle()
        assert client.snacks == [
            "The browser could not keep what was just logged; free some space on the device."
        ]
        await client.tap("Stop")
        await client.go_to("/settings")
        assert any(words.startswith("What was logged last is not kept") for words in client.words)
        browser.answers.clear()
        await client.tap("Dark")
        await settle()
        await client.go_to("/history")
        await client.go_to("/settings")
        assert any(words.startswith("Everything is kept by this browser") for words in client.words)
        await client.close()

    open_it()


def test_letters_that_the_page_could_not_get(
    tmp_path: Path, browser: FakeBrowser, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second later the list and the page of a routine name their script, and other scripts stay; what is kept stays."""
    text = "title: תרגול ערב\nstretches:\n  - {name: 蝶のポーズ, hold: 5s}\n  - {name: פרפר 2, hold: 5s}\n"
    file = tmp_path / "kept" / "routines" / "evening.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")

    @in_virtual_time
    async def open_it() -> None:
        client = await opened(browser, monkeypatch, tmp_path)
        assert "תרגול ערב" in client.words
        browser.say("routine-app letters", "notosanshebrew")
        await asyncio.sleep(1.5)
        await settle()
        assert "(Hebrew letters)" in client.words
        assert "תרגול ערב" not in client.words
        await client.tap("(Hebrew letters)")
        assert [
            words for words in client.words if words in {"蝶のポーズ", "(Hebrew letters) 2", "פרפר 2"}
        ] == [
            "蝶のポーズ",
            "(Hebrew letters) 2",
        ]
        await client.close()

    open_it()
    assert file.read_text(encoding="utf-8") == text


def test_a_damaged_history_is_set_aside_in_a_browser(
    tmp_path: Path, browser: FakeBrowser, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody could move it away there: a new one begins, and the words say so."""
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "history.db").write_bytes(b"no database" * 1000)

    @in_virtual_time
    async def open_it() -> None:
        client = await opened(browser, monkeypatch, tmp_path)
        assert client.snacks == [
            "Your history is damaged and cannot be read. It is set aside, and a new one begins."
        ]
        await client.go_to("/history")
        assert "History" in client.words
        assert len(client.snacks) == 1
        await client.close()

    open_it()
    assert (tmp_path / "kept" / "history.broken.db").read_bytes() == b"no database" * 1000
