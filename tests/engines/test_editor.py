"""A routine is written in Firefox and WebKit: typed, found wrong, completed, undone, saved, deleted and brought back."""

import re

import pytest

from tests.e2e.test_editor import STRETCHES
from tests.engines.app_page import AppPage
from tests.engines.conftest import ACROSS, Device

pytestmark = [pytest.mark.engines, ACROSS]

LONGER = "41 s · 3 stretches · 8 steps"
TYPED = '\n# it\'s "so" (2)'


def text_of(page: AppPage) -> str:
    """What stands in the editor."""
    return str(page.browser.script("() => document.querySelector('textarea').value"))


def test_a_routine_is_written(device: Device) -> None:
    """Its mistake is told with its line; what is typed stays as it is typed, and the field underlines no word."""
    page = device.start()
    page.open()
    page.press("New routine")
    page.sees("Not saved yet")
    page.write(STRETCHES)
    page.sees(re.compile(r"^Line 6: hold: \"3 min\" is not a duration"))
    for _ in " min}":
        page.browser.key("Backspace")
    page.browser.type("s}")
    page.sees("No errors")
    page.browser.type(TYPED)
    page.until(lambda: text_of(page).endswith(f"hold: 3s}}{TYPED}"), "what was typed")
    assert page.browser.script("() => document.querySelector('textarea').spellcheck") is False
    page.browser.type("\n- name: Sit\n")
    page.until(lambda: text_of(page).endswith("Sit\n  "), "the line's indentation")
    page.browser.type("figure: ")
    page.type_until_offered("pigeon-pose")
    page.until(lambda: text_of(page).endswith("\n  figure: pigeon-pose"), "the completed word")
    page.browser.type("\n")
    page.until(lambda: text_of(page).endswith("pose\n  "), "the line's indentation")
    page.browser.type("hold: 20s")
    page.sees("36 s · 3 stretches · 8 steps")
    page.sees("No errors")
    page.press("Hold more, Sit")
    page.sees(LONGER)
    page.press("Undo")
    page.sees_not(LONGER)
    page.press("Redo")
    page.sees(LONGER)
    page.press("Save")
    page.sees("Saved")
    page.press("Back")
    page.sees("Start")
    page.press("Duplicate")
    page.sees(re.compile("^Copied to"))
    page.press("Delete")
    page.sees(re.compile("^Deleted"))
    page.sees_not(re.compile("^Deleted"))
    page.press(re.compile('^Runner\'s "own"'))
    page.press("Delete")
    page.press("Undo")
    page.sees("Start")
    assert page.troubles() == []
