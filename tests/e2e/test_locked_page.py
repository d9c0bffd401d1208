"""A session while the page's scripts stand still, as on a locked phone, and what the system does to its track."""

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import BrowserContext, Page

from routine_app.core.cues.mp3 import FRAME_SECONDS, HEARD_AFTER_SECONDS
from tests.e2e.heard_sounds import heard, tracks_of, wait_for_sound
from tests.e2e.page_spy import spied, spy_on
from tests.e2e.phone import Phone, newest_session

pytestmark = pytest.mark.browser

SYSTEM = """
(() => {
  const { pause, play } = HTMLMediaElement.prototype;
  const handlers = {};
  MediaSession.prototype.setActionHandler = (action, handler) => { handlers[action] = handler; };
  const element = () => document.createElement('audio');
  const until = (milliseconds) => { while (performance.now() < milliseconds) {} };
  const busy = (seconds, call) => {
    const begin = performance.now();
    if (call) {
      until(begin + call * 1000);
      pause.call(element());
    }
    until(begin + seconds * 1000);
  };
  window.system = {
    calls: () => pause.call(element()),
    hangsUp: () => play.call(element()),
    press: (action) => handlers[action]({ action }),
    lock: (seconds, call) => new Promise((unlocked) => setTimeout(() => unlocked(busy(seconds, call)))),
    shows: () => {
      const { title, album, artwork } = navigator.mediaSession.metadata ?? {};
      return [title, album, artwork?.map(({ sizes }) => sizes).join()];
    },
    track: () => ({ second: element().currentTime, plays: !element().paused }),
  };
})();
"""
"""The system behind the page, before any of its scripts: a call, its own buttons, and a lock that leaves the track alone."""

BUSY = """(seconds) => {
  setTimeout(() => {
    const end = performance.now() + seconds * 1000;
    while (performance.now() < end) {}
  });
}"""

DIGITS = (
    "[...document.querySelectorAll('flt-semantics')].map((e) => e.innerText).find((t) => /^\\d+$/.test(t))"
)
AGREES = (
    f"(end) => Number({DIGITS}) === Math.ceil(end - system.track().second - 0.03) && system.track().plays"
)
"""Whether the digits are the seconds that the track has until its second `end`."""

LAST_HOLD_SECONDS = 20
LOCKED_SECONDS = 6.5
"""Longer than a hold, and than the time after which a device has slept."""
CALLED_AFTER_SECONDS = 1.0

IDS = ["served", "published", "published, and Python stands still"]

BESIDE_ALL = (4, 300)
"""A touch of the player's edge does nothing there."""

TELLS_OF_SILENCE = """setInterval(() => {
  if (document.body?.innerText.includes('The browser plays no sound until you touch the page.')) console.log('silent');
}, 100);"""
"""Told by the console: to Chromium, what Playwright evaluates or waits for is a touch."""


@pytest.fixture
def settings_text() -> str:
    """Have all sounds and words."""
    return ""


@pytest.fixture
def context(context: BrowserContext) -> BrowserContext:
    """Hold a phone whose system a test can play, and whose sounds are noted."""
    context.add_init_script(SYSTEM)
    spy_on(context)
    return context


@dataclass
class Locking:
    """A phone, and whether its lock stops the worker in which Python runs too."""

    phone: Phone
    stops_python: bool

    def lock(self, seconds: float, call_after: float | None = None) -> None:
        """Let no script run for so long, while the track plays on; a call may stop that."""
        page = self.phone.page
        if self.stops_python:
            next(worker for worker in page.workers if "python-worker" in worker.url).evaluate(BUSY, seconds)
        page.evaluate("(given) => system.lock(...given)", [seconds, call_after])


@pytest.fixture(params=[("phone", False), ("published", False), ("published", True)], ids=IDS)
def locking(request: pytest.FixtureRequest) -> Locking:
    """Open the app, served and published; there the lock may leave Python running, or not."""
    surface, stops_python = request.param
    return Locking(request.getfixturevalue(surface), stops_python)


def end_of_session(page: Page) -> float:
    """The second of the last track that was played at which the session is finished."""
    (frame,) = [frame for frame, what in tracks_of(page.evaluate("tracks"))[-1].clips if what == "finish"]
    return frame * FRAME_SECONDS + HEARD_AFTER_SECONDS


def wait_for_track(page: Page, after: int = 0) -> None:
    """Wait until a track plays that is not among so many, and the digits of the last hold are its own."""
    page.wait_for_function("(after) => tracks.length > after && system.track().second > 0.5", arg=after)
    page.wait_for_function(AGREES, arg=end_of_session(page))


def count_tracks(page: Page) -> int:
    """How many tracks were made so far."""
    count: int = page.evaluate("tracks.length")
    return count


def test_a_locked_page_is_led_by_its_track(locking: Locking) -> None:
    """What was led through is held, and nothing is asked; after a call it is asked, with what was held until then."""
    phone, page = locking.phone, locking.phone.page
    phone.come_to_rest()
    phone.start("In the dark")
    wait_for_sound(page, "gap-end")
    locking.lock(LOCKED_SECONDS)
    wait_for_track(page)
    session = newest_session(phone.sessions, lambda session: bool(session["holds"]))
    assert [hold["status"] for hold in session["holds"]] == ["done"]
    assert [call.what for call in spied(page, "announce") if call.what.startswith("Asleep")] == []
    locking.lock(CALLED_AFTER_SECONDS + LOCKED_SECONDS, CALLED_AFTER_SECONDS)
    held = LAST_HOLD_SECONDS - end_of_session(page) + page.evaluate("system.track().second")
    seconds = "|".join({str(int(held + off)) for off in (-0.05, 0.05)})
    phone.sees(re.compile(rf"^Asleep for [6-9] s\. ({seconds}) of {LAST_HOLD_SECONDS} s held\.$"))
    before = count_tracks(page)
    phone.tap("Continue")
    wait_for_track(page, before)


def test_the_system_shows_the_session_and_leads_it(anywhere: Phone) -> None:
    """A call pauses it while that lasts, and each of the system's buttons is one of the player's."""
    page = anywhere.page

    def shows(title: str) -> None:
        page.wait_for_function("(title) => system.shows()[0] === title && system.track().plays", arg=title)
        assert page.evaluate("system.shows()") == [title, "By hand", "192x192,512x512"]

    def presses(action: str) -> None:
        page.evaluate("(action) => system.press(action)", action)

    anywhere.come_to_rest()
    anywhere.start("By hand")
    shows("Get ready: Butterfly")
    page.evaluate("system.calls()")
    anywhere.sees("By hand, paused")
    page.evaluate("system.hangsUp()")
    anywhere.button("Pause").wait_for()
    shows("Get ready: Butterfly")
    presses("nexttrack")
    shows("Butterfly")
    before = count_tracks(page)
    presses("previoustrack")
    wait_for_track(page, before)
    shows("Butterfly")
    presses("pause")
    anywhere.sees("By hand, paused")
    presses("play")
    wait_for_track(page, before + 1)
    shows("Butterfly")
    presses("stop")
    anywhere.tap("End session")
    anywhere.sees("Stopped")
    assert page.evaluate("system.track().plays") is False


def test_a_page_that_is_loaded_anew_sounds_once_it_is_touched(phone: Phone) -> None:
    """From the present moment on: nothing of the track that it had is heard again."""
    page = phone.page
    page.add_init_script(TELLS_OF_SILENCE)
    phone.start("In the dark")
    wait_for_sound(page, "gap-end")
    with page.expect_console_message(lambda message: message.text == "silent"):
        page.reload(wait_until="commit")
    assert heard(page) == []
    page.mouse.click(*BESIDE_ALL)
    wait_for_track(page)
    assert "start" not in {clip.what for clip in heard(page)}
