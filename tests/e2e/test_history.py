"""What is said after a session, looked up and changed later; and the history, out and in again."""

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.e2e.phone import Phone, Served, newest_session
from tests.e2e.semantics import read

pytestmark = pytest.mark.browser

LEFT_COLUMN, RIGHT_COLUMN = 150, 680
"""Where the columns begin, at the latest, on a screen that is 1280 pixels wide."""

ELSEWHERE = {
    "sessions": [
        {
            "id": "elsewhere",
            "routine": "hips",
            "title": "On the other phone",
            "started_at": "2026-05-04T18:00:00+02:00",
            "ended_at": "2026-05-04T18:05:00+02:00",
            "status": "completed",
            "planned_seconds": 60,
            "held_seconds": 60,
            "feeling": "easy",
            "pain": [],
            "note": "",
            "holds": [
                {
                    "stretch": "Butterfly",
                    "muscles": ["adductors"],
                    "side": "both",
                    "set": 1,
                    "round": 1,
                    "planned_seconds": 60,
                    "held_seconds": 60,
                    "status": "done",
                }
            ],
        }
    ]
}


def finish_two_holds(phone: Phone) -> None:
    """Follow a routine to its last hold, and leave that."""
    phone.start("Two holds")
    phone.sees("Pigeon pose")
    phone.sees("Hold")
    phone.tap("Skip")
    phone.sees("Done")


def said(phone: Phone, feeling: str, note: str) -> dict[str, Any]:
    """Wait until the session on the disk has this said of it."""
    return newest_session(phone.sessions, lambda one: (one["feeling"], one["note"]) == (feeling, note))


def test_what_was_said_is_found_again_and_changed(phone: Phone) -> None:
    """One tap for each answer, on the disk at once; later on the session's page; deleted, and brought back."""
    finish_two_holds(phone)
    phone.tap("Hard")
    phone.tap("Hip flexors, left side hurts")
    phone.write("Slept badly")
    session = said(phone, "hard", "Slept badly")
    assert session["pain"] == [{"muscle": "hip_flexors", "side": "left"}]
    phone.tap("Finish")
    phone.tab("History").click()
    phone.tap(re.compile("^Two holds.*Hard · Pain: Hip flexors, left side · Slept badly", re.DOTALL))
    phone.sees(re.compile("^Butterfly"))
    phone.press(phone.page.get_by_role("textbox"))  # until then Flutter tells nobody what stands in it
    expect(phone.page.get_by_role("textbox")).to_have_value("Slept badly")
    phone.tap("Good")
    phone.tap("Hip flexors, left side hurts")
    phone.write("Slept well after all")
    assert said(phone, "good", "Slept well after all")["pain"] == []
    phone.tap("Delete this session")
    phone.sees("After your first session you see here what you held, day by day.")
    assert phone.sessions() == []
    phone.tap("Undo")
    phone.button(re.compile("^Two holds.*Good · Slept well after all", re.DOTALL)).wait_for()
    assert phone.sessions()[0]["holds"] == session["holds"]


def test_one_column_is_read_after_the_other(phone: Phone) -> None:
    """On a wide screen, where what stands beside each other is read by rows otherwise; each thing by itself."""
    finish_two_holds(phone)
    phone.tap("Finish")
    phone.tab("History").click()
    phone.page.set_viewport_size({"width": 1280, "height": 800})
    phone.sees("Export and import")
    places = [node.left for node in read(phone.page) if node.left > LEFT_COLUMN]
    changes = [right for left, right in pairwise(places) if (left < RIGHT_COLUMN) != (right < RIGHT_COLUMN)]
    assert [place > RIGHT_COLUMN for place in changes] == [True]
    phone.sees("Minutes a week")
    phone.button(re.compile("^Two holds")).wait_for()


def test_the_history_goes_out_and_comes_in(phone: Phone, served: Served, tmp_path: Path) -> None:
    """As a file that holds all of it, and one that another device wrote; the same again changes nothing."""
    finish_two_holds(phone)
    phone.tap("Finish")
    phone.tab("History").click()
    with phone.page.expect_download() as download:
        phone.tap("Export everything")
    exported = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert re.fullmatch(r"routine-app-\d{4}-\d\d-\d\d\.json", download.value.suggested_filename)
    assert [one["title"] for one in exported["sessions"]] == ["Two holds"]

    file = tmp_path / "other.json"
    file.write_text(json.dumps(ELSEWHERE), encoding="utf-8")
    with phone.page.expect_file_chooser() as chooser:
        phone.tap("Import history")
    chooser.value.set_files(file)
    phone.button(re.compile("^On the other phone")).wait_for()
    assert [one["title"] for one in served.sessions()] == ["On the other phone", "Two holds"]

    before = served.command("history", "--json").stdout
    file.write_text("{}", encoding="utf-8")
    with phone.page.expect_file_chooser() as chooser:
        phone.tap("Import history")
    chooser.value.set_files(file)
    phone.sees(re.compile("^other.json: this is no history of the app"))
    assert served.command("history", "--json").stdout == before
