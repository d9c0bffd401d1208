"""What the page does to its device: each sound, word, shake and wake lock, with its moment."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import BrowserContext, Page

from tests.e2e.phone import PATIENCE_MILLISECONDS

SPY = """
(() => {
  const calls = [], tracks = [];
  Object.assign(window, { spied: calls, tracks });
  const wall = () => (performance.timeOrigin + performance.now()) / 1000;
  const note = (kind, what) => calls.push([wall(), kind, what]);
  const watch = (target, method, kind, describe) => {
    const real = target[method];
    target[method] = function (...given) {
      note(kind, describe(this, given));
      return real?.apply(this, given);
    };
  };
  // A track is the blob that the page makes of it; where it stood is noted when its element tells of it.
  const makeAddress = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    const address = makeAddress.call(URL, blob);
    if (blob.type.startsWith('audio/')) {
      const track = { address, text: '', marks: [] };
      tracks.push(track);
      const reader = new FileReader();
      reader.onload = () => { track.text = reader.result.split(',')[1]; };
      reader.readAsDataURL(blob);
    }
    return address;
  };
  const listened = new WeakSet();
  const mark = ({ target }) => tracks.find(({ address }) => address === target.src)
    ?.marks.push([wall(), target.currentTime, target.paused]);
  const play = HTMLMediaElement.prototype.play;
  HTMLMediaElement.prototype.play = function () {
    note('play', 'track');
    if (!listened.has(this)) {
      listened.add(this);
      ['playing', 'timeupdate', 'pause', 'ended'].forEach((kind) => this.addEventListener(kind, mark));
    }
    return play.call(this);
  };
  watch(HTMLMediaElement.prototype, 'pause', 'pause', () => 'track');
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
})();
"""


@dataclass(frozen=True)
class Spied:
    """One call: when, in seconds of the wall clock; its kind; and what of it."""

    at: float
    kind: str
    what: str


def spy_on(context: BrowserContext | Page) -> None:
    """Note the calls of every page that is opened from now on; `heard_sounds` tells what its tracks sounded."""
    context.add_init_script(SPY)


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
