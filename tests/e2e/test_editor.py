"""Routines are written in the app and beside it: made, broken, mended, tried, saved, changed outside."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.phone import PATIENCE_MILLISECONDS, Phone, Served, ServedPhone

pytestmark = pytest.mark.browser

STRETCHES = """\
title: Runner's "own" [hips]
get_ready: 1s
rest: 1s
stretches:
- {name: Butterfly, muscles: adductors, hold: 2s}
- {name: Pigeon pose, muscles: [hip_flexors, glutes], sides: each, hold: 3 min}\
"""


@pytest.fixture
def desktop(browser: Browser, served: Served) -> Iterator[Phone]:
    """Open the app on a desk."""
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        phone = ServedPhone(context.new_page(), served)
        phone.open()
        yield phone


KEY_MILLISECONDS = 80
"""Between two keys, as a quick person types: Flutter's web client loses keys that come at once."""


def write(phone: Phone, text: str) -> None:
    """Put the caret into the editor, and paste in place of all that is there."""
    phone.page.locator("textarea[data-semantics-role]").click()
    phone.page.keyboard.press("Control+a")
    phone.page.keyboard.insert_text(text)


def type_keys(phone: Phone, text: str) -> None:
    """Type key by key."""
    phone.page.keyboard.type(text, delay=KEY_MILLISECONDS)


def make_and_mend(phone: Phone) -> None:
    """A new routine with a mistake in it, which is shown with its line, and mended."""
    phone.tap("New routine")
    phone.sees("Not saved yet")
    write(phone, STRETCHES)
    phone.sees(re.compile(r"^Line 6: hold: \"3 min\" is not a duration"))
    expect(phone.button("Try")).to_be_disabled()
    for _ in " min}":
        phone.page.keyboard.press("Backspace", delay=KEY_MILLISECONDS)
    type_keys(phone, "s}")
    phone.sees("No errors")
    type_keys(phone, '\n# it\'s "quite" (enough)')
    text_ends(phone, 'hold: 3s}\n# it\'s "quite" (enough)')
    phone.sees("No errors")


def text_ends(phone: Phone, end: str) -> None:
    """Wait until the text in the editor has that end."""
    expect(phone.page.locator("textarea[data-semantics-role]")).to_have_value(
        re.compile(re.escape(end) + "$"), timeout=PATIENCE_MILLISECONDS
    )


def try_it(phone: Phone) -> None:
    """A session of what is not saved yet, and back."""
    phone.tap("Try")
    phone.button("Pause").wait_for()
    phone.sees("Left side")
    phone.end_session()
    phone.tap("Finish")
    phone.sees("Not saved yet")
    phone.sees("No errors")


def save_and_find(phone: Phone) -> None:
    """Saved under its title, it stands in the list."""
    phone.tap("Save")
    phone.sees("runners-own-hips.yaml")
    phone.sees("Saved")
    phone.tap("Back")
    phone.button("Start").wait_for()
    phone.tap("Back")
    phone.button(re.compile('^Runner\'s "own" \\[hips\\]')).wait_for()


def test_from_a_new_routine_to_a_change_outside(desktop: Phone, served: Served) -> None:
    """Made, broken, mended, tried, saved, found, edited with another program, seen."""
    make_and_mend(desktop)
    try_it(desktop)
    save_and_find(desktop)
    file = served.home / "routines" / "runners-own-hips.yaml"
    written = file.read_text(encoding="utf-8")
    assert written == STRETCHES.replace("3 min", "3s") + '\n# it\'s "quite" (enough)'
    file.write_text(written.replace("Runner's", "My"), encoding="utf-8")
    desktop.button(re.compile('^My "own"')).wait_for(timeout=3000)
    desktop.tap(re.compile('^My "own"'))
    desktop.sees(re.compile("^Each side, 3 s"))
    file.write_text(written.replace("3s", "7s"), encoding="utf-8")
    desktop.sees(re.compile("^Each side, 7 s"))


def test_a_routine_is_made_on_a_phone(anywhere: Phone) -> None:
    """The same, served and published, up to the list; a reload in between loses nothing."""
    make_and_mend(anywhere)
    expect(anywhere.button("Undo")).to_be_enabled()
    anywhere.page.wait_for_function("() => location.href.includes('edit')")
    anywhere.tap("Hold more, Butterfly")
    anywhere.sees("7 s")
    save_and_find(anywhere)
    anywhere.tap(re.compile('^Runner\'s "own"'))
    anywhere.tap("Duplicate")
    anywhere.sees(re.compile("^Copied to"))
    anywhere.tap("Delete")
    anywhere.tab("Routines").wait_for()
    anywhere.tap("Undo")
    anywhere.button("Start").wait_for()
