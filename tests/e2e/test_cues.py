"""What a session does to the device: sounds, words, shakes, and a screen that stays awake."""

import re
import time

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.e2e.heard_sounds import heard, sounds, wait_for_sound
from tests.e2e.page_spy import spied, spy_on, wait_for_call
from tests.e2e.phone import Phone, Served
from tests.e2e.session_sounds import expected_sounds

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
    wait_for_sound(anywhere.page, "Done. Well held.")
    wait_for_call(anywhere.page, "awake", "off")
    wait_for_call(anywhere.page, "vibrate", "200", SHAKES)
    clips = heard(anywhere.page)
    assert [clip.what for clip in sounds(clips)] == [sound for _, sound in expected_sounds()]
    spoken = [call.what for call in spied(anywhere.page, "speak") if call.what]
    assert spoken == [
        "Breathe out. Switch sides. Right side.",
        "Breathe out. Rest. Next: My own pose.",
        "My own pose. Five seconds.",
    ]
    assert [clip.what for clip in clips if clip not in sounds(clips)] == [
        "Left side.",
        "Right side.",
        "Done. Well held.",
    ]
    assert len(spied(anywhere.page, "play")) == 1
    assert [call.what for call in spied(anywhere.page, "awake")] == ["asked", "on", "off"]
    shakes = spied(anywhere.page, "vibrate")
    assert {call.what for call in shakes} == {"200"}
    assert len(shakes) == SHAKES


def test_pause_skip_and_stop_are_silent_at_once(published: Phone) -> None:
    """The voice stops in its sentence, no beep comes in a pause, and what was paused goes on."""
    published.start("Short hips")
    wait_for_sound(published.page, "start")
    published.tap("Pause")
    wait_for_call(published.page, "pause", "track")
    published.sees("Short hips, paused")
    silent_from = spied(published.page, "pause")[-1].at
    assert [clip.what for clip in heard(published.page) if clip.at > silent_from] == []
    published.tap("Resume")
    wait_for_sound(published.page, "get-ready-beep", 3)
    wait_for_sound(published.page, "Left side.")
    published.tap("Skip")
    wait_for_sound(published.page, "hold-end")
    before = len(spied(published.page, "pause"))
    published.end_session()
    published.sees("Stopped")
    wait_for_call(published.page, "awake", "off")
    assert len(spied(published.page, "pause")) > before
    assert "finish" not in {clip.what for clip in heard(published.page)}


def test_a_page_that_is_loaded_anew_sounds_again(phone: Phone) -> None:
    """From the present moment on, once it is touched where that is needed; and the lock is asked for again."""
    phone.start("Out loud")
    wait_for_call(phone.page, "awake", "on")
    phone.reload()
    wait_for_call(phone.page, "awake", "on")
    phone.tap("Pause")
    phone.tap("Resume")
    wait_for_sound(phone.page, "hold-beep")


def test_mute_and_the_switches_hold_for_the_next_session(phone: Phone, served: Served) -> None:
    """M silences all, and the settings keep it; the words are still announced."""
    phone.start("Out loud")
    phone.page.keyboard.press("m")
    phone.button("Sounds off").wait_for()
    phone.button("Voice off").wait_for()
    phone.tap("Sounds off")
    phone.button("Sounds on").wait_for()
    tapped = time.time()
    wait_for_sound(phone.page, "hold-beep")
    wait_for_call(phone.page, "announce", "Breathe out. Switch sides.")
    clips = [clip for clip in heard(phone.page) if clip.at > tapped]
    assert clips == sounds(clips)
    phone.end_session()
    phone.sees("Stopped")
    kept = (served.home / "settings.yaml").read_text(encoding="utf-8")
    assert re.search(r"^voice: (no|off|false)$", kept, re.MULTILINE)
    assert re.search(r"^sounds: (yes|on|true)$", kept, re.MULTILINE)
    phone.tap("Finish")
    phone.tab("Settings").click()
    expect(phone.page.get_by_role("switch", name="Voice")).not_to_be_checked()
    expect(phone.page.get_by_role("switch", name="Sounds")).to_be_checked()
