"""The folder that the browser keeps: one tab has it, and what was written there is saved."""

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from routine_app.core.settings.view import FilesHome
from tests.data.files.fake_browser import FakeBrowser
from tests.ui.virtual_time import in_virtual_time, settle

SO_NOTHING_IS_KEPT = ", so nothing you do here is kept. Export your history before you close this page."
NOT_KEPT = f"The browser's storage cannot be opened{SO_NOTHING_IS_KEPT}"
NO_ANSWER = f"The browser's storage does not answer{SO_NOTHING_IS_KEPT}"
NOT_SAVED = "The browser could not keep what was just logged; free some space on the device."

Make = Callable[[], Any]


@pytest.fixture
def browser() -> FakeBrowser:
    """A browser that has all one needs."""
    return FakeBrowser()


@pytest.fixture
def told() -> list[str]:
    """What the user was told."""
    return []


@pytest.fixture
def make(browser: FakeBrowser, told: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Open the page in a tab; what is returned is its folder."""
    return lambda: browser.install(monkeypatch, tmp_path).BrowserFolder(told.append)


@pytest.mark.parametrize(
    ("page", "folder"),
    [
        ("/", "kept"),
        ("/health/routines/", "kept/health/routines"),
        ("/my%20stretches/", "kept/my%20stretches"),
    ],
)
def test_the_folder_is_the_pages(
    browser: FakeBrowser, make: Make, tmp_path: Path, page: str, folder: str
) -> None:
    """Pages of one host share the browser's store, so that each has a folder by its path."""
    browser.page_path = page
    assert make().path == tmp_path / folder


@in_virtual_time
async def test_a_folder_that_is_free_is_taken(browser: FakeBrowser, make: Make) -> None:
    """From then on the next tab does not get it."""
    one = make()
    assert await one.take_if_free() is True
    assert list(browser.locks) == [f"routine-app {one.path}"]
    assert await make().take_if_free() is False


@in_virtual_time
async def test_a_folder_is_waited_for(browser: FakeBrowser, make: Make) -> None:
    """Until the tab that has it closes, and then in turn."""
    one, second, third = make(), make(), make()
    await one.take()
    waiting = [asyncio.create_task(folder.take()) for folder in (second, third)]
    await settle()
    assert [task.done() for task in waiting] == [False, False]
    browser.close_tab(f"routine-app {one.path}")
    await settle()
    assert [task.done() for task in waiting] == [True, False]
    browser.close_tab(f"routine-app {one.path}")
    await settle()
    assert [task.done() for task in waiting] == [True, True]


@in_virtual_time
async def test_two_pages_of_a_host_are_apart(browser: FakeBrowser, make: Make) -> None:
    """Each has its folder and its lock."""
    browser.page_path = "/one/"
    one = make()
    browser.page_path = "/other/"
    other = make()
    assert (await one.take_if_free(), await other.take_if_free()) == (True, True)
    assert one.path != other.path
    assert len(browser.locks) == 2


NO_LOCKS = f"This browser keeps data safely only for a page over https, or is too old{SO_NOTHING_IS_KEPT}"
REFUSED = f"This browser refuses to keep data (SecurityError: denied){SO_NOTHING_IS_KEPT}"


@pytest.mark.parametrize("how", ["take", "take_if_free"])
@pytest.mark.parametrize(("refusal", "sentence"), [(None, NO_LOCKS), ("SecurityError: denied", REFUSED)])
@in_virtual_time
async def test_without_locks_the_folder_is_the_tabs_own(
    browser: FakeBrowser,
    make: Make,
    told: list[str],
    tmp_path: Path,
    *,
    how: str,
    refusal: str | None,
    sentence: str,
) -> None:
    """As over http, or where all data of sites is blocked: two tabs that both write would undo each other's holds."""
    browser.has_locks, browser.refusal = refusal is not None, refusal
    folder = make()
    assert await getattr(folder, how)() is not False
    await folder.load()
    folder.save()
    await settle()
    assert (told, folder.home) == ([sentence], FilesHome.NOWHERE)
    assert folder.path == tmp_path / "unkept"
    assert folder.path.is_dir()
    assert (browser.mounted, browser.synced) == ([], [])


@in_virtual_time
async def test_locks_that_never_answer_are_told_of(browser: FakeBrowser, make: Make, told: list[str]) -> None:
    """In seconds."""
    browser.locks_answer = False
    folder = make()
    assert await folder.take_if_free() is True
    assert (told, folder.home) == ([NO_ANSWER], FilesHome.NOWHERE)
    assert asyncio.get_running_loop().time() == 8.0


def test_a_store_that_never_answers_is_told_of(
    browser: FakeBrowser, make: Make, told: list[str], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """In seconds; what may still come from it falls into a folder that nobody uses."""
    browser.answers.append(browser.HOLD)

    @in_virtual_time
    async def load_it() -> None:
        folder = make()
        await folder.load()
        assert asyncio.get_running_loop().time() == 8.0
        assert (told, folder.home) == ([NO_ANSWER], FilesHome.NOWHERE)
        assert folder.path == tmp_path / "unkept"
        assert folder.path.is_dir()
        browser.answer()
        folder.save()
        await settle()

    with caplog.at_level(logging.ERROR):
        load_it()
    assert (told, browser.synced) == ([NO_ANSWER], ["load"])
    assert caplog.messages == ["The browser's store cannot be opened"]


def test_a_save_that_is_never_answered_is_told_and_the_next_is_tried(
    browser: FakeBrowser, make: Make, told: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    """Until then, what was written last is not kept."""
    browser.answers.append(browser.HOLD)

    @in_virtual_time
    async def save_twice() -> None:
        folder = make()
        folder.save()
        await asyncio.sleep(10)
        assert (told, folder.home) == ([NOT_SAVED], FilesHome.BROWSER_IN_PART)
        folder.save()
        await settle()
        assert folder.home is FilesHome.BROWSER

    with caplog.at_level(logging.ERROR):
        save_twice()
    assert browser.synced == ["save", "save"]
    assert caplog.messages == ["The folder could not be saved"]


@in_virtual_time
async def test_the_folder_is_filled_from_the_store(browser: FakeBrowser, make: Make, told: list[str]) -> None:
    """It is there, with those above it, and Pyodide's store is mounted at it."""
    browser.page_path = "/a/b/"
    folder = make()
    await folder.load()
    assert folder.path.is_dir()
    assert browser.mounted == [("IDBFS", str(folder.path))]
    assert (browser.synced, told) == (["load"], [])


def test_a_store_that_cannot_be_opened_is_told_once(
    browser: FakeBrowser, make: Make, told: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    """And the app goes on, in a folder that is lost with the tab; the log says why."""
    browser.mount_error = OSError("no IndexedDB")

    @in_virtual_time
    async def use_it() -> None:
        folder = make()
        await folder.load()
        assert folder.path.is_dir()
        folder.save()
        await settle()

    with caplog.at_level(logging.ERROR):
        use_it()
    assert told == [NOT_KEPT]
    assert caplog.messages == ["The browser's store cannot be opened"]
    assert "no IndexedDB" in caplog.text


def test_a_store_that_cannot_be_read_is_told(
    browser: FakeBrowser, make: Make, told: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    """In the same words; nothing is saved over what may still be there."""
    browser.answers.append("UnknownError: broken")

    @in_virtual_time
    async def load_it() -> None:
        folder = make()
        await folder.load()
        folder.save()
        await settle()

    with caplog.at_level(logging.ERROR):
        load_it()
    assert told == [NOT_KEPT]
    assert browser.synced == ["load"]
    assert "the browser's store says: UnknownError: broken" in caplog.text


@in_virtual_time
async def test_a_save_saves(browser: FakeBrowser, make: Make, told: list[str]) -> None:
    """Once each, if one is over when the next is asked for."""
    folder = make()
    for _ in range(3):
        folder.save()
        await settle()
    assert (browser.synced, told) == (["save"] * 3, [])


@in_virtual_time
async def test_saves_meanwhile_are_one(browser: FakeBrowser, make: Make) -> None:
    """Three while one runs are one more, right after; two never run at once."""
    browser.answers.append(browser.HOLD)
    folder = make()
    folder.save()
    await settle()
    for _ in range(3):
        folder.save()
        await settle()
    assert browser.synced == ["save"]
    browser.answer()
    await settle()
    assert browser.synced == ["save", "save"]


@in_virtual_time
async def test_saves_of_one_moment_are_one(browser: FakeBrowser, make: Make) -> None:
    """Before the first has begun."""
    folder = make()
    for _ in range(3):
        folder.save()
    await settle()
    assert browser.synced == ["save"]


def test_a_save_that_fails_is_told_once_and_the_next_is_tried(
    browser: FakeBrowser, make: Make, told: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    """Each failure is in the log; what could not be kept is kept by the next that works."""
    browser.answers.extend(["QuotaExceededError", "QuotaExceededError", None])

    @in_virtual_time
    async def save_often() -> None:
        folder = make()
        for _ in range(3):
            folder.save()
            await settle()

    with caplog.at_level(logging.ERROR):
        save_often()
    assert browser.synced == ["save"] * 3
    assert told == [NOT_SAVED]
    assert caplog.messages == ["The folder could not be saved"] * 2
    assert "the browser's store says: QuotaExceededError" in caplog.text


def test_what_was_written_while_a_save_failed_is_saved(
    browser: FakeBrowser, make: Make, told: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    """The failure does not swallow the wish for the next."""
    browser.answers.append(browser.HOLD)

    @in_virtual_time
    async def save_twice() -> None:
        folder = make()
        folder.save()
        await settle()
        folder.save()
        browser.answer("AbortError")
        await settle()

    with caplog.at_level(logging.ERROR):
        save_twice()
    assert browser.synced == ["save", "save"]
    assert told == [NOT_SAVED]
