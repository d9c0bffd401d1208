"""A list that changed while another screen was shown: each thing is there once, on both surfaces."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import ViewportSize, expect

from tests.e2e.phone import PATIENCE_MILLISECONDS, Phone

pytestmark = pytest.mark.browser

ALL_OF_A_LIST = ViewportSize(width=390, height=3000)
"""What is far below the edge, Flutter leaves out of what it tells."""

LISTS = {
    "History": "^(Two holds|Held elsewhere)",
    "Balance": "^Six ropes",
    "Routines": "^(Two holds|Out loud)",
}
"""What the names of some things on a screen begin with."""


def go_to(phone: Phone, screen: str) -> None:
    """Go to a screen of the navigation, and wait until it is there."""
    phone.tab(screen).click()
    heading = phone.page.get_by_role("heading", name=screen, exact=True)
    heading.wait_for(timeout=PATIENCE_MILLISECONDS)


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
    go_to(phone, "Routines")
    phone.start("Two holds")
    phone.sees("Pigeon pose")
    phone.tap("Skip")
    phone.sees("Done")
    phone.tap("Finish")


def _delete_one(phone: Phone, _: Path) -> None:
    """Delete a session on its own page."""
    go_to(phone, "History")
    phone.tap(re.compile("^Held elsewhere 2"))
    phone.tap("Delete this session")
    phone.tab("History").wait_for()


def _look_at_catch_up(phone: Phone, _: Path) -> None:
    """Look at what would be done for the shortest rope, and go back."""
    go_to(phone, "Balance")
    phone.tap("Catch up, 3 min")
    phone.button("Start").wait_for()
    phone.tap("Back")


def _copy_a_routine(phone: Phone, _: Path) -> None:
    """Have a routine twice."""
    go_to(phone, "Routines")
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
        go_to(anywhere, screen)
    for change, (sessions, routines) in CHANGES.items():
        change(anywhere, tmp_path)
        for (screen, name), count in zip(LISTS.items(), (sessions, 1, routines), strict=True):
            go_to(anywhere, screen)
            drawn = anywhere.page.get_by_role("img", name=re.compile(name))
            expect(anywhere.button(re.compile(name)).or_(drawn)).to_have_count(count)
        go_to(anywhere, "Settings")
        anywhere.button("Import history").wait_for()
