"""What the page does with a session's track, in a real Chromium, with a stub of Flutter's player and of the system."""

import base64
import json
from collections.abc import Callable, Iterator
from typing import TypeAlias

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright

from routine_app.data.paths import assets_folder
from tests.e2e.chromium import CHROMIUM_FLAGS, chromium_path
from tests.e2e.console import listen
from tests.e2e.page_scripts import ADDRESS, go, page_of, script_text, told_by

pytestmark = pytest.mark.browser

WEBKIT = "delete Document.prototype.featurePolicy;"
"""A Chromium that cannot be asked for its rule of sounds, as WebKit cannot."""

SYSTEM = """
const handlers = {}, pressed = [], shown = [], blobs = new Set();
MediaSession.prototype.setActionHandler = (action, handler) => { handlers[action] = handler; };
const metadata = Object.getOwnPropertyDescriptor(MediaSession.prototype, 'metadata');
Object.defineProperty(MediaSession.prototype, 'metadata', {
  get: metadata.get,
  set(given) {
    shown.push(given?.title ?? null);
    metadata.set.call(this, given);
  },
});
const { createObjectURL, revokeObjectURL } = URL;
URL.createObjectURL = (blob) => {
  const address = createObjectURL.call(URL, blob);
  blobs.add(address);
  return address;
};
URL.revokeObjectURL = (address) => {
  blobs.delete(address);
  revokeObjectURL.call(URL, address);
};
for (const kind of ['keydown', 'keyup']) {
  addEventListener(kind, ({ key, code }) => pressed.push(`${kind} ${key} ${code}`));
}
"""
"""What the system is told and asked for, and which keys Flutter would hear."""

PLAYER = """
const HEARD = ['loadeddata', 'play', 'seeked', 'ended', 'error'];
// What audioplayers_web does, with its player's `change` for another audio, or none.
class Player {
  async change(address) {
    await this.release();
    this.heard = [];
    if (!address) {
      return;
    }
    const heard = this.heard;
    this.hear = ({ type }) => heard.push(type);
    const audio = this.audio = document.createElement('audio');
    audio.preload = 'auto';
    audio.src = address;
    audio.crossOrigin = 'anonymous';
    audio.loop = false;
    audio.playbackRate = 1;
    HEARD.forEach((name) => audio.addEventListener(name, this.hear));
    this.context ??= new AudioContext();
    this.source = this.context.createMediaElementSource(audio);
    this.gain = this.context.createGain();
    this.gain.gain.value = 0.3;
    const panner = this.context.createStereoPanner();
    this.source.connect(this.gain).connect(panner).connect(this.context.destination);
    audio.load();
  }
  async release() {
    if (this.audio) {
      this.audio.pause();
      this.source.disconnect();
      this.gain.disconnect();
      this.audio.src = '';
      this.audio.remove();
      for (const name of HEARD) {
        this.audio.removeEventListener(name, this.hear);
        await null;
      }
    }
  }
  async start() {
    if (this.context.state === 'suspended') {
      await this.context.resume();
    }
    this.audio.currentTime = 0;
    return this.audio.play().then(() => 'plays', (error) => error.name);
  }
}
const until = async (isSo) => {
  while (!isSo()) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
const tell = (...told) => console.log(JSON.stringify(told));
const player = new Player();
const system = navigator.mediaSession;
const plays = () => !player.audio.paused && player.audio.currentTime > 0;
"""

SILENCE = bytes([0xFF, 0xF3, 0x10, 0xC4]) + bytes(22)
SILENCE_SECONDS = 576 / 22050


def tagged(told: object, audio: bytes) -> str:
    """The address of an audio that tells this in a tag: ID3v2.3, another frame, ours, and some room."""
    body = b"\0routine-app\0" + json.dumps(told).encode("ascii")
    frames = b"".join(
        name + len(text).to_bytes(4, "big") + bytes(2) + text
        for name, text in ((b"TXXX", b"\0other\0{"), (b"TXXX", body))
    ) + bytes(20)
    size = bytes(len(frames) >> shift & 0x7F for shift in (21, 14, 7, 0))
    return mpeg(b"ID3\x03\0\0" + size + frames + audio)


def mpeg(audio: bytes) -> str:
    """The address that Flutter makes of any audio."""
    return "data:audio/mpeg;base64," + base64.b64encode(audio).decode()


def silence(seconds: float) -> bytes:
    """Frames of nothing."""
    return SILENCE * round(seconds / SILENCE_SECONDS)


def track(
    *,
    seconds: float = 30.0,
    second_at_seconds: float = 20.0,
    plays: bool = True,
    kind: str = "playback",
    name: str = "",
) -> str:
    """The address of a track of two chapters, a voice and silence; no test but one plays into the second."""
    chapters = (0.0, "One"), (second_at_seconds, "Two")
    told = {"album": "Runner's hips", "audio_session": kind, "plays": plays, "chapters": chapters}
    if name:
        told["name"] = name
    clip = (assets_folder() / "voice" / "bridge.mp3").read_bytes()
    return tagged(told, clip + silence(seconds))


def page_with(script: str = "", before: str = "") -> str:
    """A page with `track.js`, the stubs, and a script that works them."""
    consts = f"const TRACK = {json.dumps(track())}, PLAIN = {json.dumps(mpeg(silence(30)))};"
    return page_of(SYSTEM, before, script_text("track.js"), PLAYER, consts + script)


Open: TypeAlias = Callable[..., Page]


@pytest.fixture
def opened(context: BrowserContext) -> Iterator[Open]:
    """Open a page, and see at the end that nothing in it complained: no error, and no promise that nobody heard."""
    said = listen(context)
    context.route(
        "**/icons/*",
        lambda route: route.fulfill(path=assets_folder() / route.request.url.removeprefix(ADDRESS)),
    )

    def open_page(before: str = "") -> Page:
        return go(context.new_page(), page_with(before=before))

    yield open_page
    assert said == []


def change(page: Page, address: str | None, wanted: str = "plays()") -> None:
    """Have Flutter's player take another audio, and wait until something is so."""
    page.evaluate("(address) => player.change(address)", address)
    page.wait_for_function(wanted)


def keys(page: Page) -> list[str]:
    """The keys that were pressed so far."""
    found: list[str] = page.evaluate("pressed")
    assert found[::2] == [press.replace("keyup", "keydown") for press in found[1::2]]
    assert [press.split()[1:] for press in found] == [[press.split()[1]] * 2 for press in found]
    return [press.split()[1] for press in found[::2]]


def test_a_track_plays_by_itself_and_tells_what_it_is(opened: Open) -> None:
    """Before anything asks it to; the system shows the chapter, the routine and the app's icons."""
    page = opened()
    change(page, track())
    told = page.evaluate("({ title: system.metadata.title, album: system.metadata.album })")
    assert told == {"title": "One", "album": "Runner's hips"}
    icons = page.evaluate("system.metadata.artwork.map(({ src, sizes, type }) => [src, sizes, type])")
    assert icons == [
        [f"{ADDRESS}icons/icon-{side}.png", f"{side}x{side}", "image/png"] for side in (192, 512)
    ]
    assert page.evaluate("[system.playbackState, ...pressed]") == ["playing"]


def test_the_icons_are_there() -> None:
    """Under the names that the system is given."""
    assert {"icon-192.png", "icon-512.png"} <= {path.name for path in (assets_folder() / "icons").iterdir()}


def test_the_system_is_told_of_each_chapter_once(opened: Open) -> None:
    """And of the end, though Flutter then goes back to the beginning; no key is pressed for that."""
    page = opened()
    change(page, track(seconds=0.5, second_at_seconds=0.3), "player.heard.includes('ended')")
    page.evaluate("player.audio.pause(), player.audio.currentTime = 0")
    page.wait_for_function("player.heard.includes('seeked')")
    assert page.evaluate("[shown.filter(Boolean), shown.at(-1), system.playbackState]") == [
        ["One", "Two"],
        None,
        "none",
    ]
    assert keys(page) == []


def test_a_pause_before_it_has_data_is_one(opened: Open) -> None:
    """It then does not play by itself, and the system is told."""
    page = opened()
    page.evaluate("(address) => player.change(address).then(() => player.audio.pause())", track())
    page.wait_for_function("player.heard.includes('loadeddata') && system.playbackState === 'paused'")
    assert page.evaluate("[player.audio.paused, player.audio.currentTime]") == [True, 0]
    assert keys(page) == []


def test_a_track_may_wait_for_flutter(opened: Open) -> None:
    """One that does not play by itself."""
    page = opened()
    change(page, track(plays=False), "player.heard.includes('loadeddata')")
    assert page.evaluate("player.audio.paused") is True
    assert page.evaluate("player.start()") == "plays"
    assert page.evaluate("[system.metadata.title, system.playbackState, ...pressed]") == ["One", "playing"]


def test_flutters_pause_leaves_the_track_there(opened: Open) -> None:
    """Paused, with its chapter, and without a key."""
    page = opened()
    change(page, track())
    page.evaluate("player.audio.pause()")
    page.wait_for_function("system.playbackState === 'paused'")
    assert page.evaluate("system.metadata.title") == "One"
    assert keys(page) == []


def test_other_audio_only_sounds(opened: Open) -> None:
    """When Flutter says so; the system is told nothing, also of what was there before, and its pauses press no key."""
    page = opened()
    change(page, track())
    change(page, mpeg(silence(30)), "player.heard.includes('loadeddata')")
    assert page.evaluate("player.audio.paused") is True
    assert page.evaluate("player.start()") == "plays"
    page.evaluate("HTMLMediaElement.prototype.pause.call(player.audio)")
    page.evaluate("player.start()")
    assert page.evaluate("[system.metadata, system.playbackState]") == [None, "none"]
    assert keys(page) == []


@pytest.mark.parametrize(
    ("action", "key", "pauses"),
    [
        ("play", "MediaPlay", False),
        ("pause", "MediaPause", True),
        ("previoustrack", "MediaTrackPrevious", False),
        ("nexttrack", "MediaTrackNext", False),
        ("stop", "MediaStop", True),
    ],
)
def test_each_button_of_the_system_is_a_key(opened: Open, action: str, key: str, *, pauses: bool) -> None:
    """Python does what it asks for; only silence comes at once, since no word may reach Python."""
    page = opened()
    change(page, track())
    assert page.evaluate("(action) => (handlers[action]({ action }), player.audio.paused)", action) is pauses
    if pauses:
        page.wait_for_function("system.playbackState === 'paused'")
    assert keys(page) == [key]


def test_a_browser_may_lack_a_button(opened: Open) -> None:
    """It throws, and has all the others."""
    page = opened("""
    MediaSession.prototype.setActionHandler = (action, handler) => {
      if (action === 'play') throw new TypeError(action);
      handlers[action] = handler;
    };
    """)
    assert page.evaluate("Object.keys(handlers).sort()") == ["nexttrack", "pause", "previoustrack", "stop"]


def test_what_nobody_answers_goes_on_by_itself(opened: Open) -> None:
    """Where it was paused, once it is clear that Python did not hear."""
    page = opened()
    page.clock.install()
    change(page, track())
    page.evaluate("handlers.pause(), handlers.play()")
    page.clock.fast_forward(1400)
    assert page.evaluate("player.audio.paused") is True
    page.clock.fast_forward(200)
    assert page.evaluate("player.audio.paused") is False
    page.wait_for_function("system.playbackState === 'playing'")
    assert keys(page) == ["MediaPause", "MediaPlay"]


@pytest.mark.parametrize("answer", ["handlers.pause()", "player.change(WAITING)", "player.release()"])
def test_what_was_answered_stays_as_it_is(opened: Open, answer: str) -> None:
    """With another pause, another track, or none."""
    page = opened(f"const WAITING = {json.dumps(track(plays=False))};")
    page.clock.install()
    change(page, track())
    page.evaluate(f"handlers.pause(), handlers.play(), {answer}")
    page.clock.fast_forward(5000)
    assert page.evaluate("player.audio.paused") is True


def test_what_is_over_stays_over(opened: Open) -> None:
    """Its last seconds would come again."""
    page = opened()
    page.clock.install()
    change(page, track(seconds=0.1), "player.heard.includes('ended')")
    page.evaluate("player.audio.pause(), player.audio.currentTime = 0, handlers.play()")
    page.clock.fast_forward(5000)
    assert page.evaluate("player.audio.paused") is True
    assert keys(page) == ["MediaPlay"]


WEBKITS_PAUSE = """
const { pause } = HTMLMediaElement.prototype;
HTMLMediaElement.prototype.pause = function () {
  pause.call(this);
  navigator.mediaSession.playbackState = 'paused';
};
"""


def test_what_is_over_is_not_paused(opened: Open) -> None:
    """Flutter pauses it then, of which WebKit tells the system by itself."""
    page = opened(WEBKITS_PAUSE)
    change(page, track(seconds=0.1), "player.heard.includes('ended')")
    assert page.evaluate("(player.audio.pause(), system.playbackState)") == "none"


def test_what_is_over_may_begin_again(opened: Open) -> None:
    """When Flutter starts it, the system is told anew."""
    page = opened()
    change(page, track(seconds=0.1), "player.heard.includes('ended')")
    assert page.evaluate("player.start()") == "plays"
    page.wait_for_function("system.metadata?.title === 'One' && system.playbackState === 'playing'")
    assert keys(page) == []


def test_what_is_over_was_heard_to_its_end(opened: Open) -> None:
    """Flutter winds it back; who asks long after is told the end all the same, until there is another."""
    page = opened()
    change(page, track(seconds=0.1), "player.heard.includes('ended')")
    page.evaluate("player.audio.pause(), player.audio.currentTime = 0")
    assert page.evaluate("player.audio.currentTime === player.audio.duration") is True
    change(page, track())
    assert page.evaluate("player.audio.currentTime < player.audio.duration / 2") is True


def test_a_track_begins_by_itself_once(opened: Open) -> None:
    """A page that is loaded anew gets the one that it had, whose moment is over; the next one begins."""
    page = opened()
    change(page, track(name="1f"))
    page.wait_for_function("sessionStorage.length > 0")
    go(page, page_with())
    change(page, track(name="1f"), "player.heard.includes('loadeddata')")
    assert page.evaluate("player.audio.paused") is True
    change(page, track(name="2e"))


def test_a_pause_of_the_system_is_a_key(opened: Open) -> None:
    """As by a call; and its end another. What Flutter does afterwards is none."""
    page = opened()
    change(page, track())
    page.evaluate("HTMLMediaElement.prototype.pause.call(player.audio)")
    page.wait_for_function("pressed.length === 2 && system.playbackState === 'paused'")
    page.evaluate("HTMLMediaElement.prototype.play.call(player.audio)")
    page.wait_for_function("pressed.length === 4 && system.playbackState === 'playing'")
    page.evaluate("player.audio.pause()")
    page.wait_for_function("system.playbackState === 'paused'")
    assert keys(page) == ["MediaPause", "MediaPlay"]


def test_what_is_taken_away_is_no_error(opened: Open) -> None:
    """The element is empty, the system is told, and nothing is kept."""
    page = opened()
    change(page, track())
    page.evaluate("const { audio } = player; audio.addEventListener('error', () => pressed.push('error'))")
    change(page, None, "!player.audio.hasAttribute('src') && player.audio.networkState === 0")
    assert page.evaluate("[system.metadata, system.playbackState, blobs.size, ...pressed]") == [
        None,
        "none",
        0,
    ]


def test_from_one_track_to_the_next_the_system_sees_no_gap(opened: Open) -> None:
    """A phone would take its buttons away; of the one before nothing is kept."""
    page = opened()
    for seconds in (20, 25, 30):
        change(page, track(seconds=seconds))
    assert page.evaluate("[shown, blobs.size, blobs.has(player.audio.src)]") == [["One"] * 3, 1, True]
    assert keys(page) == []


def test_a_track_is_a_blob_of_its_kind(opened: Open) -> None:
    """Flutter calls every audio MPEG, which WebKit believes; other addresses stay as they are."""
    page = opened()
    page.route("**/sounds/*", lambda route: route.fulfill(body="", content_type="audio/wav"))
    put = """async (address) => {
      const audio = document.createElement('audio');
      audio.src = address;
      return [audio.src.split(':')[0], (await (await fetch(audio.src)).blob()).type];
    }"""
    sources = [mpeg(b"RIFF"), mpeg(b"ID3\4"), "sounds/a.wav"]
    assert [page.evaluate(put, source) for source in sources] == [
        ["blob", "audio/wav"],
        ["blob", "audio/mpeg"],
        ["http", "audio/wav"],
    ]


def test_the_system_knows_what_kind_of_sound_it_is(opened: Open) -> None:
    """Whether it goes on when the phone is locked, and over other apps' sound; before it plays."""
    page = opened("Object.defineProperty(navigator, 'audioSession', { value: { type: 'auto' } });")
    for kind in ("playback", "ambient"):
        page.evaluate("(address) => { player.change(address); }", track(kind=kind))
        page.wait_for_function("(kind) => navigator.audioSession.type === kind", arg=kind)
    change(page, mpeg(silence(1)), "player.heard.includes('loadeddata')")
    assert page.evaluate("navigator.audioSession.type") == "ambient"


def test_nothing_goes_through_web_audio(opened: Open) -> None:
    """A locked phone would stop it: Flutter's gain changes nothing, and no such thread was begun."""
    page = opened("""
    window.AudioContext = class { constructor() { pressed.push('a thread'); } };
    """)
    change(page, track())
    page.evaluate("player.context.close().then(() => player.context.resume())")
    told = page.evaluate("[player.audio.volume, player.audio.muted, player.context.state, ...pressed]")
    assert told == [1, False, "running"]


def test_all_audio_has_the_same_element(opened: Open) -> None:
    """Of whichever player; other elements are made as ever."""
    page = opened()
    assert page.evaluate("document.createElement('audio') === document.createElement('audio')") is True
    assert page.evaluate("document.createElement('video').localName") == "video"


def test_without_the_systems_buttons_a_track_plays(opened: Open) -> None:
    """A browser may know none of them."""
    page = opened("Object.defineProperty(navigator, 'mediaSession', { value: undefined });")
    change(page, track())
    change(page, mpeg(silence(1)), "player.heard.includes('loadeddata')")
    change(page, None, "!player.audio.hasAttribute('src')")


@pytest.mark.parametrize(
    ("message", "heard", "state"),
    [
        ("OnMediaSinkAudioError", False, "playing"),
        ("DEMUXER_ERROR_COULD_NOT_OPEN", True, "none"),
    ],
)
def test_a_computer_without_a_loudspeaker_is_no_error(
    opened: Open, message: str, state: str, *, heard: bool
) -> None:
    """Firefox calls it one, and plays on; Flutter would write it to the console. Other errors it hears."""
    page = opened()
    change(page, track())
    fail = """(message) => {
      Object.defineProperty(player.audio, 'error', { value: { message } });
      player.audio.dispatchEvent(new Event('error'));
      return [player.heard.includes('error'), system.playbackState];
    }"""
    assert page.evaluate(fail, message) == [heard, state]


@pytest.fixture
def wary(playwright: Playwright) -> Iterator[Browser]:
    """Start a Chromium that wants a touch for each element before it plays, as WebKit does."""
    flags = [*CHROMIUM_FLAGS, "--autoplay-policy=user-gesture-required"]
    chromium = playwright.chromium.launch(executable_path=chromium_path(), args=flags)
    yield chromium
    chromium.close()


REFUSED = """
(async () => {
  const asked = [];
  const { play } = HTMLMediaElement.prototype;
  HTMLMediaElement.prototype.play = function () {
    const playing = play.call(this);
    playing.catch(({ name }) => asked.push(name));
    return playing;
  };
  await player.change(TRACK);
  await until(() => asked.length);
  handlers.nexttrack();
  const before = [...pressed], state = system.playbackState;
  console.log('ready');
  await until(() => pressed.length > before.length);
  // Where each element wants a touch, from then on one that had none cannot play.
  await until(() => document.featurePolicy || !navigator.userActivation?.isActive);
  await player.change(TRACK);
  await until(plays);
  tell(asked, before, state, pressed.slice(before.length));
})();
"""

NEXT, PLAY = (
    [f"{kind} {key} {key}" for kind in ("keydown", "keyup")] for key in ("MediaTrackNext", "MediaPlay")
)
NO_ACTIVATION = "Object.defineProperty(navigator, 'userActivation', { value: undefined });"


@pytest.mark.parametrize("before", ["", WEBKIT, WEBKIT + NO_ACTIVATION], ids=["asked", "each", "old"])
def test_what_was_refused_is_asked_for_at_the_next_touch(wary: Browser, before: str) -> None:
    """As after a reload: once, for a new track, which plays. A key that the system pressed is no touch."""
    page = wary.new_page()
    with page.expect_console_message(lambda message: message.text == "ready"):
        go(page, page_with(REFUSED, before))
    with page.expect_console_message(lambda message: message.text.startswith("[")) as said:
        page.mouse.click(9, 9)
    assert json.loads(said.value.text) == [["NotAllowedError"], NEXT, "none", PLAY]


AFTER_ONE_TAP = """
addEventListener('click', async () => {
  await until(() => !navigator.userActivation.isActive);  // from now on, an element that was not touched cannot play
  const plain = Document.prototype.createElement.call(document, 'audio');
  plain.src = PLAIN;
  const told = [await plain.play().catch((error) => error.name)];
  for (let count = 0; count < 4; count += 1) {
    await player.change(count % 2 ? PLAIN : TRACK);
    told.push(count % 2 ? await player.start() : await until(plays));
  }
  tell(...told);
});
"""


def test_one_touch_is_enough_where_each_element_wants_one(wary: Browser) -> None:
    """For all that comes after it; an element of the browser's own cannot play."""
    told = told_by(wary.new_page(), page_with(AFTER_ONE_TAP, WEBKIT), is_tapped=True)
    assert told == ["NotAllowedError", None, "plays", None, "plays"]


def test_a_touch_does_not_break_off_what_plays(opened: Open) -> None:
    """Where each element wants one, and this one played without."""
    page = opened(WEBKIT)
    change(page, track())
    page.mouse.click(9, 9)
    assert page.evaluate("player.audio.paused") is False
