"""A routine goes from one device to another: by a link, by a code, and as a file."""

import re
from collections.abc import Iterator
from copy import copy
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from routine_app.core.sharing.code import read_share_code, share_code
from tests.e2e.phone import Phone
from tests.e2e.quick_routines import SHORT_HIPS

pytestmark = pytest.mark.browser

EVENING = """\
title: Evening hips
description: Slowly, before going to bed.
stretches:
  - {name: Pigeon pose, muscles: glutes, sides: each, hold: 45s}
  - {name: Butterfly, hold: 1m}
"""
CODE = share_code("evening-hips.yaml", EVENING)
BACKUP = Path(__file__).parent.parent / "core" / "sharing" / "other_apps_files" / "jawt-backup.json"
A_CODE = re.compile("1[A-Za-z0-9_-]{200,}")


def kept_code(phone: Phone) -> str:
    """The code that stands on the page for sharing."""
    return phone.words(A_CODE).inner_text()


@pytest.fixture
def visitor(browser: Browser, anywhere: Phone) -> Iterator[Phone]:
    """Hold another device, which has not been here yet."""
    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        phone = copy(anywhere)
        phone.page = context.new_page()
        yield phone


def follow(phone: Phone, code: str) -> None:
    """Open the link with that code."""
    phone.page.goto(f"{phone.url.rstrip('/')}/#/import/{code}")
    phone.turn_on_semantics()


def test_a_link_is_seen_kept_and_found(visitor: Phone) -> None:
    """By somebody who has never been here; a reload asks no second time, and the same link says what is there."""
    follow(visitor, CODE)
    visitor.sees("Evening hips")
    visitor.sees("Each side, 45 s")
    visitor.sees("It is kept as evening-hips.yaml.")
    visitor.tap("Keep")
    visitor.button("Start").wait_for()
    expect(visitor.page).to_have_url(re.compile("/routine/evening-hips$"))
    visitor.wait_for_file("routines/evening-hips.yaml")
    visitor.reload()
    visitor.button("Start").wait_for()
    follow(visitor, CODE)
    visitor.sees(re.compile("^A routine of this name is there already: evening-hips.yaml"))
    visitor.tap("Keep both")
    visitor.button("Start").wait_for()
    visitor.tap("Back")
    expect(visitor.button(re.compile("^Evening hips"))).to_have_count(2)


def test_a_routine_is_shared(published: Phone, context: BrowserContext) -> None:
    """As a code, since nobody else finds this computer's own page; it is copied, and saved as a file."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    published.tap(re.compile("^Short hips"))
    published.tap("Share")
    code = kept_code(published)
    assert read_share_code(code).text == SHORT_HIPS
    published.page.get_by_role("img", name="QR code").wait_for()
    published.tap("Copy code")
    published.sees("Code copied.")
    assert published.page.evaluate("navigator.clipboard.readText()") == code
    with published.page.expect_download() as saving:
        published.tap("Save file")
    assert saving.value.suggested_filename == "short-hips.yaml"
    assert saving.value.path().read_text(encoding="utf-8") == SHORT_HIPS
    published.tap("Back")
    published.button("Start").wait_for()


def test_a_backup_of_another_app_is_picked(phone: Phone) -> None:
    """Its workouts one after the other, with what was lost; one is kept, and one is not."""
    phone.tap("Import")
    with phone.page.expect_file_chooser() as choosing:
        phone.tap("Pick a file")
    choosing.value.set_files(BACKUP)
    phone.sees("Routine 1 of 2")
    phone.sees("Two by three")
    phone.tap("Keep")
    phone.sees("Routine 2 of 2")
    phone.sees("Not carried over")
    phone.sees('"Nothing" is left out, since it has no length.')
    phone.tap("Not now")
    phone.button("Start").wait_for()
    phone.sees("Two by three")
    phone.tap("Back")
    phone.button(re.compile("^Two by three")).wait_for()
    expect(phone.button(re.compile("^Workout"))).to_have_count(0)


def test_what_is_pasted(phone: Phone) -> None:
    """A code that lost its end says so in one sentence; the whole message is taken, whatever is around it."""
    phone.tap("Import")
    phone.write(CODE[:-3])
    phone.tap("Open it")
    phone.sees("This code is not whole; copy it again from its beginning to its end.")
    phone.write(f"Look at this: https://routines.example/app/#/import/{CODE} Bye!")
    phone.tap("Open it")
    phone.sees("Evening hips")
    phone.tap("Not now")
    phone.button(re.compile("^Short hips")).wait_for()
    expect(phone.button(re.compile("^Evening hips"))).to_have_count(0)


def test_a_link_in_the_tab_where_the_app_is_open(published: Phone) -> None:
    """It is followed there too, from whatever page; a broken one says so, and Back leads out of it."""
    published.tap(re.compile("^Short hips"))
    published.button("Start").wait_for()
    published.page.evaluate(f"location.hash = '#/import/{CODE}'")
    published.sees("It is kept as evening-hips.yaml.")
    published.page.evaluate(f"location.hash = '#/import/{CODE[:-3]}'")
    published.sees("This code is not whole; copy it again from its beginning to its end.")
    published.tap("Back")
    published.button(re.compile("^Short hips")).wait_for()
