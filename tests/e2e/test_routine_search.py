"""A routine is looked for among all of them, by words and by muscles."""

import re
from collections.abc import Iterator
from contextlib import suppress

import pytest
from playwright.sync_api import Browser, Locator, ViewportSize, expect

from routine_app.core.routine.repository import Draft
from routine_app.data.paths import shipped_routines_folder
from routine_app.data.routines.drafts import DraftFiles
from routine_app.data.routines.library import routine_files
from tests.e2e import semantics
from tests.e2e.keyboard import tab_to
from tests.e2e.phone import PATIENCE_MILLISECONDS, Phone, Served
from tests.e2e.quick_routines import LONG_HOLD, QUICK_ROUTINES

pytestmark = pytest.mark.browser

SHIPPED_AND_QUICK = len(routine_files(shipped_routines_folder())) + len(QUICK_ROUTINES)
TRIES = 10
HEARD_MILLISECONDS = 3000
KEY_MILLISECONDS = 150
DESKTOP = ViewportSize(width=1000, height=700)
ANNOUNCED = """
() => {
  window.announced = [];
  const told = (node) => (node.closest ? node : node.parentElement)?.closest("[aria-live=polite]")?.textContent.trim();
  const note = (changes) => changes.map((one) => told(one.target)).filter((words) => words);
  new MutationObserver((changes) => window.announced.push(...note(changes)))
    .observe(document.body, { childList: true, subtree: true, characterData: true });
}
"""


@pytest.fixture
def desktop(browser: Browser, served: Served) -> Iterator[Phone]:
    """Open the app on a desktop, whose keyboard sends each key."""
    with browser.new_context(viewport=DESKTOP) as context:
        desktop = Phone(context.new_page(), served.url)
        desktop.open()
        field_of(desktop).wait_for()
        yield desktop


def field_of(phone: Phone) -> Locator:
    """The field of the search."""
    return phone.page.get_by_role("textbox", name="Search", exact=True)


def look_for(phone: Phone, words: str, found: int) -> None:
    """Write into it as a phone does, which sends whole words; a field that has just got the focus does not listen."""
    for _ in range(TRIES):
        phone.write(words)
        with suppress(AssertionError):
            expect(result(phone, found, SHIPPED_AND_QUICK)).to_be_attached(timeout=HEARD_MILLISECONDS)
            return
    raise AssertionError(f"the search never hears of {words}")


def type_into(desktop: Phone, words: str, found: int) -> None:
    """Type key by key into the field that has the focus, again if it did not listen yet."""
    for _ in range(TRIES):
        desktop.page.keyboard.press("ControlOrMeta+a")
        desktop.page.keyboard.type(words, delay=KEY_MILLISECONDS)
        with suppress(AssertionError):
            expect(result(desktop, found, SHIPPED_AND_QUICK)).to_be_attached(timeout=HEARD_MILLISECONDS)
            return
    raise AssertionError(f"the search never hears of {words}")


def result(phone: Phone, number: int, total: int) -> Locator:
    """The words that say how many are found."""
    return phone.words(f"{number} of {total} routines")


def shows(phone: Phone, number: int, total: int = SHIPPED_AND_QUICK) -> None:
    """Wait until so many routines are said to be there."""
    expect(result(phone, number, total)).to_be_attached(timeout=PATIENCE_MILLISECONDS)


def card(phone: Phone, title: str) -> Locator:
    """The card of a routine."""
    return phone.button(re.compile(f"^{title}\\s"))


def test_a_routine_is_found_and_the_search_stays(phone: Phone, served: Served) -> None:
    """Typed, opened and come back from; files that change are searched too; and then all are shown again."""
    look_for(phone, "out LOUD", 1)
    expect(card(phone, "Long hold")).to_have_count(0)
    phone.tap(re.compile("^Out loud"))
    phone.button("Start").wait_for()
    phone.tap("Back")
    shows(phone, 1)

    text = LONG_HOLD.replace("Long hold", "Loud outside")
    (served.home / "routines" / "another.yaml").write_text(text, encoding="utf-8")
    shows(phone, 2, SHIPPED_AND_QUICK + 1)
    phone.tab("History").click()
    phone.tab("Routines").click()
    shows(phone, 2, SHIPPED_AND_QUICK + 1)
    phone.button(re.compile("^Loud outside")).wait_for()

    phone.tap("Muscles")
    phone.tap("IT band")
    phone.sees("No routine matches.")
    phone.tap("Show all")
    card(phone, "Long hold").wait_for()
    expect(phone.button("Show all")).to_have_count(0)
    phone.press(field_of(phone))
    expect(field_of(phone)).to_have_value("")


def test_muscles_are_chosen_and_let_go_of(phone: Phone) -> None:
    """A routine has to work each of them; a screen reader is told how many do, and finds no fault."""
    phone.page.evaluate(ANNOUNCED)
    phone.tap("Muscles")
    phone.tap("Adductors")
    phone.tap("Glutes")
    phone.button("Muscles, 2 chosen").wait_for()
    card(phone, "Two holds").wait_for()
    expect(card(phone, "Long hold")).to_have_count(0)
    assert semantics.without_faults(phone.page) + semantics.violations(phone.page) == []
    phone.tap("Neck")
    phone.sees("No routine matches.")
    phone.tap("Neck")
    phone.tap("Muscles, 2 chosen")
    expect(phone.button("Neck")).to_have_count(0)
    phone.button("Muscles, 2 chosen").wait_for()
    announced = phone.page.evaluate("window.announced")
    assert "No routine matches." in announced
    assert re.fullmatch(f"\\d of {SHIPPED_AND_QUICK} routines", announced[-1])


def test_one_types_on_whatever_changes(desktop: Phone, served: Served) -> None:
    """Each key leaves other cards, a file is written and a draft comes: the field keeps keyboard and words."""
    tab_to(desktop, "Search")
    type_into(desktop, "out", 3)
    shows(desktop, 3)
    DraftFiles(served.home / "drafts").keep(Draft("lost.yaml", "title: Lost\n", ""))
    text = LONG_HOLD.replace("Long hold", "Loud outside")
    (served.home / "routines" / "another.yaml").write_text(text, encoding="utf-8")
    desktop.button(re.compile("^Not saved: lost.yaml")).wait_for()
    shows(desktop, 4, SHIPPED_AND_QUICK + 1)
    desktop.page.keyboard.type(" loud", delay=KEY_MILLISECONDS)
    shows(desktop, 2, SHIPPED_AND_QUICK + 1)
    expect(field_of(desktop)).to_be_focused()
    expect(field_of(desktop)).to_have_value("out loud")
