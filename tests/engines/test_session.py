"""A session in Firefox and WebKit: by a link, with sounds, words and keys, over a reload and a kill, to the log."""

import re

import pytest

from routine_app.core.cues.sounds import Sound
from tests.engines.app_page import AppPage
from tests.engines.conftest import ACROSS, CROSSWISE, Device, Place

pytestmark = pytest.mark.engines

LAST_WORDS = "Done. Well held."
TOGETHER_SECONDS = 0.4
"""An announcement goes over the socket and through Flutter; the track is a few hundredths off at most."""


@ACROSS
def test_from_a_link_to_the_history(device: Device, place: Place) -> None:
    """Out loud to its end: what was to be heard was, and what was held is in the history."""
    page = device.start()
    page.open(place.link("routine/out-loud"))
    page.press("Start")
    page.sees("Get ready")
    page.browser.key("Right")
    page.sees("Left side")
    page.browser.key(" ")
    page.sees("Resume")
    standing = page.digits()
    page.browser.key("+")
    page.sees(str(standing + 10))
    page.browser.key(" ")
    page.sees("Pause")
    page.browser.key("Right")
    page.sees("Switch sides")
    page.sees("Right side")
    page.sees("My own pose")
    page.sees("Done")
    page.until(lambda: LAST_WORDS in {clip.what for clip in page.heard()}, "the last words")
    check_what_was_heard(page)
    page.press("Hard")
    page.press("Finish")
    page.go_to("History")
    page.press(re.compile("^Out loud.*Hard"))
    page.sees(re.compile("^Pigeon pose, left side"))
    assert page.troubles() == []


def check_what_was_heard(page: AppPage) -> None:
    """Sounds of each kind, clips for what ships, and the words that a screen reader is told, all at their moments."""
    heard, told = page.heard(), page.spied("announce")
    expected = {*(Sound.HOLD_BEEP, Sound.SWITCH_BEEP, Sound.FINISH), "Right side.", LAST_WORDS}
    assert expected <= {clip.what for clip in heard}
    assert any("Pigeon pose. Right side" in str(words) for _, _, words in told), told
    finish = next(clip.at for clip in heard if clip.what == Sound.FINISH)
    end = next(at for at, _, words in told if LAST_WORDS in str(words))
    assert abs(finish - end) < TOGETHER_SECONDS


@CROSSWISE
def test_a_session_goes_on_after_a_reload_and_a_kill(device: Device) -> None:
    """What was held to its end is kept; Continue goes on at the hold that was interrupted."""
    page = device.start()
    page.open()
    page.press(re.compile("^Short hips"))
    page.press("Start")
    page.sees("Switch sides")
    page.browser.key(" ")
    page.sees("Resume")
    page.reload()
    page.sees(re.compile("^(Resume|Continue)"))
    page.browser.kill()

    page = device.start()
    page.open()
    page.press(re.compile(r"^Continue\s+Short hips\s+1 of 9 holds done"))
    page.sees("IT band lean")
    page.browser.key("Escape")
    page.press("End session")
    page.sees("Stopped")
    page.press("Finish")
    page.go_to("Balance")
    page.sees(re.compile("^Shortest rope: "))
    page.go_to("History")
    page.sees(re.compile("^Short hips Today"))
    assert page.troubles() == []
