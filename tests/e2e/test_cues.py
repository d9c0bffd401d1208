"""What a session does to the device: sounds, words, shakes, and a screen that stays awake."""

import re

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.e2e.page_spy import spied, spy_on, wait_for_call
from tests.e2e.phone import Phone, Served
from tests.e2e.session_sounds import expected_sounds, sounds_of

pytestmark = pytest.mark.browser

SHAKES = 3 * 1 + 4 + 2 + 5
"""Three holds' starts, the change of sides, a rest, and the finish."""


@pytest.fixture
def settings_text() -> str:
    """Have all sounds and words: they are what these tests are about."""
    return ""


@pytest.fixture
def context(context: BrowserContext) -> BrowserContext:
    """Hold a phone whose sounds, words, shakes and wake locks are noted."""
    spy_on(context)
    return context


def test_a_session_can_be_followed_without_looking(anywhere: Phone) -> None:
    """On both surfaces: the sounds, the words, the shakes, and a screen that is let go at the end; nothing before the first tap."""
    anywhere.come_to_rest()
    assert spied(anywhere.page, "play", "speak", "vibrate", "awake") == []
    anywhere.start("Out loud")
    anywhere.sees("Done")
    wait_for_call(anywhere.page, "play", "finish")
    wait_for_call(anywhere.page, "awake", "off")
    wait_for_call(anywhere.page, "vibrate", "200", SHAKES)
    assert [call.what for call in sounds_of(anywhere)] == [sound for _, sound in expected_sounds()]
    spoken = [call.what for call in spied(anywhere.page, "speak") if call.what]
    assert spoken == [
        "Breathe out. Switch sides. Right side.",
        "Breathe out. Rest. Next: My own pose.",
        "My own pose. Five seconds.",
    ]
    assert len([call for call in spied(anywhere.page, "play") if call.what == "voice"]) == 4
    assert [call.what for call in spied(anywhere.page, "awake")] == ["asked", "on", "off"]
    shakes = spied(anywhere.page, "vibrate")
    assert {call.what for call in shakes} == {"200"}
    assert len(shakes) == SHAKES


def test_pause_skip_and_stop_are_silent_at_once(published: Phone) -> None:
    """The voice stops in its sentence, no beep comes in a pause, and what was paused goes on."""
    published.start("Short hips")
    published.tap("Pause")
    wait_for_call(published.page, "pause", "voice")
    published.sees("Short hips, paused")
    assert sounds_of(published)[0].what == "start"
    silent_from = spied(published.page, "pause")[-1].at
    assert [call.what for call in sounds_of(published) if call.at > silent_from] == []
    published.tap("Resume")
    wait_for_call(published.page, "play", "get-ready-beep", 3)
    wait_for_call(published.page, "play", "gap-end")
    published.tap("Skip")
    wait_for_call(published.page, "play", "hold-end")
    before = len(spied(published.page, "pause"))
    published.end_session()
    published.sees("Stopped")
    wait_for_call(published.page, "awake", "off")
    assert len(spied(published.page, "pause")) > before
    assert "finish" not in {call.what for call in sounds_of(published)}


def test_a_page_that_is_loaded_anew_sounds_again(phone: Phone) -> None:
    """Its players load anew, and the lock on the screen is asked for again."""
    phone.start("Out loud")
    wait_for_call(phone.page, "awake", "on")
    phone.reload()
    wait_for_call(phone.page, "awake", "on")
    phone.tap("Pause")
    phone.tap("Resume")
    wait_for_call(phone.page, "play", "hold-beep")


def test_mute_and_the_switches_hold_for_the_next_session(phone: Phone, served: Served) -> None:
    """M silences all, and the settings keep it; the words are still announced."""
    phone.start("Out loud")
    phone.page.keyboard.press("m")
    phone.button("Sounds off").wait_for()
    phone.button("Voice off").wait_for()
    phone.tap("Sounds off")
    phone.button("Sounds on").wait_for()
    wait_for_call(phone.page, "play", "hold-beep")
    before = len([call for call in spied(phone.page, "play") if call.what == "voice"])
    wait_for_call(phone.page, "announce", "Breathe out. Switch sides.")
    assert len([call for call in spied(phone.page, "play") if call.what == "voice"]) == before
    phone.end_session()
    phone.sees("Stopped")
    kept = (served.home / "settings.yaml").read_text(encoding="utf-8")
    assert re.search(r"^voice: (no|off|false)$", kept, re.MULTILINE)
    assert re.search(r"^sounds: (yes|on|true)$", kept, re.MULTILINE)
    phone.tap("Finish")
    phone.tab("Settings").click()
    expect(phone.page.get_by_role("switch", name="Voice")).not_to_be_checked()
    expect(phone.page.get_by_role("switch", name="Sounds")).to_be_checked()
