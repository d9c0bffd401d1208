"""What is said of a session on one page, or comes in by an import, is seen on the others and stays."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import flet as ft

from routine_app.core.feedback.feedback import Feedback, Feeling
from routine_app.core.history.contents import HistoryContents
from tests.app.opened_app import END_SECONDS, SEEN_AFTER_SECONDS, Opened
from tests.core.history.whole_history import fill
from tests.ui import control_tree
from tests.ui.virtual_time import NOON, in_virtual_time


@asynccontextmanager
async def summary_and_history(folder: Path) -> AsyncIterator[tuple[Opened, Opened]]:
    """A page with the summary of a session that has just ended, and another with the page of that session."""
    one = Opened(folder)
    await one.start()
    await asyncio.sleep(END_SECONDS + 1)
    other = Opened(folder)
    await other.open_tab(2)
    await other.client.tap("Short hips")
    yield one, other
    await one.client.close()
    await other.client.close()


def note(opened: Opened) -> ft.TextField:
    """The field for the note on top of a page."""
    return control_tree.shown(opened.client.top, ft.TextField)[0]


async def write(opened: Opened, text: str) -> None:
    """Have this in the field for the note, as after a key."""
    opened.client.enter(note(opened), value=text)
    await opened.client.tell(note(opened), "change", text)


@in_virtual_time
async def test_two_pages_say_one_thing_each(tmp_path: Path) -> None:
    """Each sees the other's within two seconds, and neither undoes it."""
    async with summary_and_history(tmp_path) as (one, other):
        await one.client.tap("Hard")
        await write(other, "Slept badly")
        assert one.session.feedback == Feedback(Feeling.HARD, note="Slept badly")
        await asyncio.sleep(SEEN_AFTER_SECONDS)
        assert note(one).value == "Slept badly"
        assert control_tree.button(other.client.top, "Hard").icon is ft.Icons.CHECK_ROUNDED


@in_virtual_time
async def test_a_note_that_is_being_written_is_left_alone(tmp_path: Path) -> None:
    """Until the writing rests: then both texts are in it, on both pages, and it was said."""
    async with summary_and_history(tmp_path) as (one, other):
        await write(other, "Theirs")
        for text in ("M", "Mi", "Mine"):
            await write(one, text)
            await asyncio.sleep(1.5)
            assert note(one).value == text
        assert one.client.snacks == ["The note was changed elsewhere too; both texts are kept."]
        await asyncio.sleep(5)
        assert note(one).value == note(other).value == one.session.note == "Mine\n\nTheirs"
        assert other.client.snacks == []


@in_virtual_time
async def test_a_note_that_an_import_brings_is_shown_before_the_first_key(tmp_path: Path) -> None:
    """Said later on another device, it counts; here it is written on."""
    async with summary_and_history(tmp_path) as (one, other):
        await write(one, "Here")
        said = replace(one.session, note="There", feedback_at=NOON + timedelta(days=1))
        fill(other.log, HistoryContents((said,)))
        await asyncio.sleep(5)
        assert note(one).value == note(other).value == "There"
        await write(one, "There!")
        assert one.session.note == "There!"


@in_virtual_time
async def test_a_session_that_is_deleted_elsewhere_is_asked_about_no_more(tmp_path: Path) -> None:
    """Its summary stays, and it can be put back."""
    async with summary_and_history(tmp_path) as (one, other):
        await write(one, "Mine")
        await other.client.tap("Delete this session")
        await asyncio.sleep(5)
        assert one.words[0] == "Done"
        assert "How did it feel?" not in one.words
        assert one.client.snacks == ["This session was deleted elsewhere."]
        (bar,) = other.client.snack_bars
        await other.client.tell(bar, "action")
        await asyncio.sleep(SEEN_AFTER_SECONDS)
        assert "How did it feel?" in one.words
        assert note(one).value == "Mine"


@in_virtual_time
async def test_the_page_of_a_session_that_is_deleted_elsewhere_leads_to_the_history(tmp_path: Path) -> None:
    """With a word."""
    async with summary_and_history(tmp_path) as (one, other):
        one.log.delete(one.session.session_id)
        await asyncio.sleep(SEEN_AFTER_SECONDS)
        assert other.address == "/history"
        assert other.client.snacks == ["This session was deleted elsewhere."]
