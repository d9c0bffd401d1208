"""Routines and histories go from one device to another in Firefox and WebKit."""

import json
import re
from pathlib import Path

import pytest

from routine_app.core.sharing.code import read_share_code
from tests.e2e.quick_routines import SHORT_HIPS
from tests.e2e.test_history import ELSEWHERE
from tests.e2e.test_sharing import A_CODE, CODE
from tests.engines.conftest import ACROSS, CROSSWISE, Device, Place

pytestmark = pytest.mark.engines


@ACROSS
def test_a_routine_comes_and_goes(device: Device, place: Place, tmp_path: Path) -> None:
    """By a link, as a code, and as a file."""
    page = device.start()
    page.open(place.link(f"import/{CODE}"))
    page.sees("It is kept as evening-hips.yaml.")
    page.press("Keep")
    page.sees("Start")
    page.press("Back")
    page.press(re.compile("^Short hips"))
    page.press("Share")
    page.sees(A_CODE)
    code = next(name for name in page.names() if A_CODE.match(name))
    assert read_share_code(code).text == SHORT_HIPS
    page.press("Copy code")
    page.sees("Code copied.")
    page.press("Save file")
    assert page.browser.wait_for_file("short-hips*.yaml").read_text(encoding="utf-8") == SHORT_HIPS
    page.press("Back")
    page.press("Back")
    page.press("Import")
    page.sees("Open it")
    page.write(code)
    page.press("Open it")
    page.sees(re.compile("^A routine of this name"))
    page.press("Not now")
    page.press("Import")
    file = tmp_path / "evening-two.yaml"
    file.write_text("title: Evening two\nstretches:\n  - {name: Sit, hold: 20s}\n", encoding="utf-8")
    page.browser.choose(file)
    page.press("Pick a file")
    page.sees("It is kept as evening-two.yaml.")
    page.press("Keep")
    page.sees("Start")
    assert page.troubles() == []


@CROSSWISE
def test_a_history_comes_and_goes(device: Device, place: Place, tmp_path: Path) -> None:
    """In as a file and out as one; its screen is there by its address, in a tab that shows another."""
    page = device.start()
    page.open()
    page.open(place.link("history"))
    page.sees("Import history")
    file = tmp_path / "other.json"
    file.write_text(json.dumps(ELSEWHERE), encoding="utf-8")
    page.browser.choose(file)
    page.press("Import history")
    page.sees(re.compile("^On the other phone"))
    page.press("Export everything")
    exported = json.loads(page.browser.wait_for_file("routine-app-*.json").read_text(encoding="utf-8"))
    assert [one["title"] for one in exported["sessions"]] == ["On the other phone"]
    assert page.troubles() == []
