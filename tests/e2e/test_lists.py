"""A list that changed while another screen was shown: each thing is there once, on both surfaces."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import ViewportSize, expect

from tests.e2e.phone import Phone

pytestmark = pytest.mark.browser

ALL_OF_A_LIST = ViewportSize(width=390, height=3000)
"""What is far below the edge, Flutter leaves out of what it tells."""

LISTS = {
    "History": "^(Two holds|Held elsewhere)",
    "Balance": "^Six ropes",
    "Routines": "^(Two holds|Out loud)",
}
"""What the names of some things on a screen begin with."""


def _import_three(phone: Phone, folder: Path) -> None:
    """Bring in the sessions of another device."""
    file = folder / "other.json"
    sessions: list[dict[str, object]] = [
        {
            "id": f"elsewhere {number}",
            "routine": "hips",
            "title": f"Held elsewhere {number}",
            "started_at": f"2026-05-0{number}T18:00:00+02:00",
            "ended_at": f"2026-05-0{number}T18:05:00+02:00",
            "status": "completed",
            "planned_seconds": 60,
            "held_seconds": 60,
            "feeling": None,
            "pain": [],
            "note": "",
            "holds": [],
        }
        for number in (1, 2, 3)
    ]
    file.write_text(json.dumps({"sessions": sessions}), encoding="utf-8")
    with phone.page.expect_file_chooser() as chooser:
        phone.tap("Import history")
    chooser.value.set_files(file)
    phone.sees(re.compile("^3 sessions came in"))


def _hold_two(phone: Phone, _: Path) -> None:
    """Run a session of one's own."""
    phone.tab("Routines").click()
    phone.start("Two holds")
    phone.sees("Hold")
    phone.tap("Skip")
    phone.sees("Pigeon pose")
    phone.sees("Hold")
    phone.tap("Skip")
    phone.tap("Finish")


def _delete_one(phone: Phone, _: Path) -> None:
    """Delete a session on its own page."""
    phone.tab("History").click()
    phone.tap(re.compile("^Held elsewhere 2"))
    phone.tap("Delete this session")
    phone.tab("History").wait_for()


def _look_at_catch_up(phone: Phone, _: Path) -> None:
    """Look at what would be done for the shortest rope, and go back."""
    phone.tab("Balance").click()
    phone.tap("Catch up, 3 min")
    phone.button("Start").wait_for()
    phone.tap("Back")


def _copy_a_routine(phone: Phone, _: Path) -> None:
    """Have a routine twice."""
    phone.tab("Routines").click()
    phone.tap(re.compile("^Out loud"))
    phone.tap("Duplicate")
    phone.sees(re.compile("^Copied to"))
    phone.tap("Back")


CHANGES: Mapping[Callable[[Phone, Path], None], tuple[int, int]] = {
    _import_three: (3, 2),
    _hold_two: (4, 2),
    _delete_one: (3, 2),
    _look_at_catch_up: (3, 2),
    _copy_a_routine: (3, 3),
}
"""Each with how many sessions and routines of these names there are then."""


def test_each_thing_is_there_once(anywhere: Phone, tmp_path: Path) -> None:
    """Whatever changed, and wherever one was meanwhile."""
    anywhere.page.set_viewport_size(ALL_OF_A_LIST)
    for screen in (*LISTS, "Settings"):
        anywhere.tab(screen).click()
    for change, (sessions, routines) in CHANGES.items():
        change(anywhere, tmp_path)
        for (screen, name), count in zip(LISTS.items(), (sessions, 1, routines), strict=True):
            anywhere.tab(screen).click()
            drawn = anywhere.page.get_by_role("img", name=re.compile(name))
            expect(anywhere.button(re.compile(name)).or_(drawn)).to_have_count(count)
        anywhere.tab("Settings").click()
        anywhere.button("Import history").wait_for()
