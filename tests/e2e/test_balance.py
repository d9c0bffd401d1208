"""From an empty history through two sessions to a routine for what is short."""

import re

import pytest

from tests.e2e.phone import Phone, Served

pytestmark = pytest.mark.browser


def finish(phone: Phone, title: str) -> None:
    """Follow a routine to its end."""
    phone.start(title)
    phone.sees("Done")
    phone.tap("Finish")
    phone.button(re.compile("^Today")).wait_for()


def test_from_nothing_to_a_catch_up(phone: Phone, served: Served) -> None:
    """What is held stands on the balance, and what is not is made into a routine that says why."""
    phone.tab("Balance").click()
    phone.sees(re.compile("^Nothing is held yet"))
    phone.tap("Start")
    phone.button("Start").wait_for()
    phone.tap("Back")

    finish(phone, "Two holds")
    finish(phone, "Two holds")
    phone.tab("Balance").click()
    phone.sees(re.compile("^Adductors.*left 4 s.*right 4 s", re.DOTALL))
    phone.sees(re.compile("^Shortest rope: IT band"))
    phone.tap("28 days")
    phone.sees(re.compile("^Seconds held in 28 days"))

    phone.tap("Catch up, 3 min")
    phone.sees("Catch up: IT band")
    phone.sees(re.compile("IT band: 0 of 180 s this week, each side"))
    phone.tap("Start")
    phone.sees("Get ready")
    phone.tap("Skip")
    phone.sees("IT band lean")
    phone.tap("Stop")
    assert len(served.sessions()) == 3
    assert "Catch up: IT band" in served.command("list").stdout
