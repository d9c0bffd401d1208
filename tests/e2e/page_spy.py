"""What the page does to its device: each sound, word, shake and wake lock, with its moment."""

import base64
import json
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import BrowserContext, Page

from routine_app.core.cues.sounds import Sound
from routine_app.data.paths import assets_folder
from tests.e2e.phone import PATIENCE_MILLISECONDS

SPY = """
((names) => {
  const nameOf = (source) => names[(source.split(';base64,')[1] ?? '').slice(2000, 2060)] ?? 'voice';
  const calls = [];
  window.spied = calls;
  const note = (kind, what) => calls.push([(performance.timeOrigin + performance.now()) / 1000, kind, what]);
  const watch = (target, method, kind, describe) => {
    const real = target[method];
    target[method] = function (...given) {
      note(kind, describe(this, given));
      return real?.apply(this, given);
    };
  };
  watch(HTMLMediaElement.prototype, 'play', 'play', (element) => nameOf(element.src));
  watch(HTMLMediaElement.prototype, 'pause', 'pause', (element) => nameOf(element.src));
  if (window.SpeechSynthesis) {
    watch(SpeechSynthesis.prototype, 'speak', 'speak', (_, [spoken]) => spoken.text);
    watch(SpeechSynthesis.prototype, 'cancel', 'cancel', () => '');
  }
  watch(Navigator.prototype, 'vibrate', 'vibrate', (_, [pattern]) => String(pattern));
  if (navigator.wakeLock) {
    const request = WakeLock.prototype.request;
    WakeLock.prototype.request = async function (...given) {
      note('awake', 'asked');
      const lock = await request.apply(this, given);
      note('awake', 'on');
      lock.addEventListener('release', () => note('awake', 'off'));
      return lock;
    };
  }
  const told = new MutationObserver((changes) => {
    for (const change of changes) {
      const host = change.target.parentElement ?? change.target;
      for (const node of change.addedNodes) {
        if (/flt-announcement/i.test(change.target.nodeName + host.nodeName)) note('announce', node.textContent);
      }
    }
  });
  addEventListener('DOMContentLoaded', () => told.observe(document.body, { childList: true, subtree: true }));
})(NAMES);
"""


@dataclass(frozen=True)
class Spied:
    """One call: when, in seconds of the wall clock; its kind; and what of it."""

    at: float
    kind: str
    what: str


def spy_on(context: BrowserContext | Page) -> None:
    """Note the calls of every page that is opened from now on; a sound is told by its name, a clip as "voice"."""
    context.add_init_script(spy_script())


def spy_script() -> str:
    """What is to run first in a page, so that it notes its calls in `spied`."""
    return SPY.replace("NAMES", json.dumps(_names()))


def spied(page: Page, *kinds: str) -> list[Spied]:
    """Give the calls of these kinds so far."""
    calls: list[list[Any]] = page.evaluate("spied")
    return [Spied(*call) for call in calls if not kinds or call[1] in kinds]


def wait_for_call(
    page: Page,
    kind: str,
    what: str,
    count: int = 1,
    patience_milliseconds: float = PATIENCE_MILLISECONDS,
) -> None:
    """Wait until the page has made so many calls that begin so."""
    asked = (
        "([kind, what, count]) => "
        "spied.filter((call) => call[1] === kind && call[2].startsWith(what)).length >= count"
    )
    page.wait_for_function(asked, arg=[kind, what, count], timeout=patience_milliseconds)


def _names() -> dict[str, str]:
    """The name of each sound by a piece of it, as it stands in a data address."""
    folder = assets_folder() / "sounds"
    texts = {sound: base64.b64encode((folder / f"{sound}.mp3").read_bytes()).decode() for sound in Sound}
    return {text[1000:1060]: str(sound) for sound, text in texts.items()}
