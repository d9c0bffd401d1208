"""Each screen has its address, and Back leads where one came from."""

import asyncio
from pathlib import Path

import pytest

from routine_app.core.feedback.feedback import Feedback, Feeling
from tests.app.opened_app import END_SECONDS, Opened
from tests.ui.virtual_time import in_virtual_time, settle


@pytest.mark.parametrize(
    ("route", "title", "address"),
    [
        ("/", "Routines", "/"),
        ("/history", "History", "/history"),
        ("/routine/short", "Short hips", "/routine/short"),
        ("/routine/both%20legs", "Both", "/routine/both%20legs"),
        ("/routine/unknown", "Routines", "/"),
        ("/routine/broken", "Routines", "/"),
        ("/routine/", "Routines", "/"),
        ("/play", "Routines", "/"),
        ("/done", "Routines", "/"),
        ("/no/such/page", "Routines", "/"),
        ("", "Routines", "/"),
    ],
)
@in_virtual_time
async def test_an_address_opens_its_screen(tmp_path: Path, route: str, title: str, address: str) -> None:
    """A link to what there is not shows the list, and the address is put right."""
    opened = Opened(tmp_path, route=route)
    await settle()
    assert (opened.words[0], opened.address) == (title, address)
    await opened.client.close()


@in_virtual_time
async def test_the_way_back_from_a_routine(tmp_path: Path) -> None:
    """By its button, by the browser, and by a phone's own Back."""
    opened = Opened(tmp_path)
    await settle()
    await opened.client.tap("Short hips")
    await opened.client.tap("Back")
    assert opened.words[0] == "Routines"
    await opened.client.tap("Short hips")
    await opened.client.go_to("/")
    assert opened.words[0] == "Routines"
    await opened.client.tap("Short hips")
    await opened.client.tell_page("view_pop", {"route": opened.client.top.route})
    assert opened.words[0] == "Routines"
    await opened.client.close()


@in_virtual_time
async def test_back_out_of_a_session_asks_and_stays(tmp_path: Path) -> None:
    """The address is the session's again; nothing is lost by a slip of the thumb."""
    opened = Opened(tmp_path)
    await opened.start()
    await asyncio.sleep(8)
    await opened.client.go_to("/routine/short")
    assert "End this session?" in opened.words
    assert opened.address == "/play"
    await asyncio.sleep(5)
    await opened.client.go_to("/")
    assert "End this session?" in opened.words
    assert opened.address == "/play"
    await opened.client.tap("Keep going")
    assert {"Pause", "7"} <= set(opened.words)
    await asyncio.sleep(END_SECONDS)
    assert opened.words[0] == "Done"
    await opened.client.close()


@in_virtual_time
async def test_the_summary_can_be_left_by_going_back(tmp_path: Path) -> None:
    """The browser's Back from it leads to the list, not into the session that is over."""
    opened = Opened(tmp_path)
    await opened.start()
    await asyncio.sleep(END_SECONDS + 1)
    await opened.client.go_to("/play")
    assert opened.words[0] == "Routines"
    assert opened.address == "/"
    await opened.client.close()


@in_virtual_time
async def test_the_systems_back_from_the_history(tmp_path: Path) -> None:
    """It leads to the routines."""
    opened = Opened(tmp_path)
    await settle()
    await opened.open_tab(2)
    await opened.client.tell(opened.client.top, "confirm_pop")
    await settle()
    assert (opened.words[0], opened.address) == ("Routines", "/")
    await opened.client.close()


@in_virtual_time
async def test_back_from_a_past_session_leads_to_the_history(tmp_path: Path) -> None:
    """By the system's Back, and its address opens it again; what is said of it there is kept."""
    opened = Opened(tmp_path)
    await opened.start()
    await asyncio.sleep(END_SECONDS + 1)
    await opened.client.tap("Finish")
    await opened.open_tab(2)
    await opened.client.tap("Short hips")
    address = opened.address
    assert address == f"/session/{opened.session.session_id}"
    assert {"Short hips", "Holds", "Pigeon pose, left side"} <= set(opened.words)
    await opened.client.tap("Hard")
    assert opened.session.feedback == Feedback(Feeling.HARD)
    await opened.client.tell_page("view_pop", {"route": opened.client.top.route})
    assert (opened.words[0], opened.address) == ("History", "/history")
    await opened.client.go_to(address)
    assert opened.words[0] == "Short hips"
    await opened.client.close()
