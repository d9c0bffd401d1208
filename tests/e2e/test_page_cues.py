"""The page's own scripts in a real Chromium, with a stub of Flutter's part; and the app that they let speak."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from playwright.sync_api import BrowserContext, Page

from routine_app.data.paths import assets_folder
from routine_app.ui.cues.announcer import LANGUAGE
from tests.e2e.page_scripts import go, page_of, script_text, told_by
from tests.e2e.phone import Phone

pytestmark = pytest.mark.browser

SCRIPTS = ["page/cues.js", "page/track.js", "page/clipboard.js", "page/names.js", "page/letters.js"]
SPEAK, TENTH = "\u2063", "\u2064"
OWN_LANGUAGE = "en-US"
"""The language of the tests' Chromium."""
ANOTHER_TIME = "\u00a0"
"""What Flutter puts after every second announcement, so that equal ones are told apart."""

SPIES = """
const calls = [];
let isSpeaking = false;
SpeechSynthesis.prototype.speak = ({ text, volume, lang }) => calls.push(['speak', text, volume.toFixed(1), lang]);
SpeechSynthesis.prototype.cancel = () => calls.push(['cancel']);
Object.defineProperty(SpeechSynthesis.prototype, 'speaking', { get: () => isSpeaking });
Object.defineProperty(SpeechSynthesis.prototype, 'pending', { get: () => false });
Navigator.prototype.vibrate = (pattern) => calls.push(['vibrate', pattern]);
"""

FLUTTER = """
const afterwards = () => new Promise((resolve) => setTimeout(resolve));
const place = (kind) => document.querySelector(`flt-announcement-${kind}`);
function makePlaces() {
  const host = document.body.appendChild(document.createElement('flt-announcement-host'));
  ['polite', 'assertive'].forEach((kind) => host.append(document.createElement(`flt-announcement-${kind}`)));
}
async function announce(text, kind = 'polite') {
  await afterwards();
  place(kind).textContent = text;
  await afterwards();
  place(kind).textContent = '';
  await afterwards();
}
"""
"""What Flutter's engine does with announcements (`AccessibilityAnnouncements`), with shorter waits."""

Open: TypeAlias = Callable[..., Page]


def html(script: str, before: str) -> str:
    """A page with the spies, Flutter's part and one of the scripts, which may find something changed before."""
    return page_of(SPIES, FLUTTER, before, script_text(script))


@pytest.fixture
def opened(context: BrowserContext) -> Iterator[Open]:
    """Open a page with `cues.js`, and see at the end that nothing was raised in it."""
    errors: list[str] = []

    def open_page(before: str = "", *, has_places: bool = True) -> Page:
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        go(page, html("cues.js", before))
        if has_places:
            page.evaluate("makePlaces(), afterwards()")
        return page

    yield open_page
    assert errors == []


def calls(page: Page) -> list[list[Any]]:
    """What was asked of the browser so far."""
    found: list[list[Any]] = page.evaluate("calls")
    return found


def announce(page: Page, *texts: str, kind: str = "polite") -> list[list[Any]]:
    """Announce these, and give what was asked of the browser so far."""
    for text in texts:
        page.evaluate("([text, kind]) => announce(text, kind)", [text, kind])
    return calls(page)


@pytest.mark.parametrize("kind", ["polite", "assertive"])
def test_a_marked_announcement_is_spoken(opened: Open, kind: str) -> None:
    """Once, at its volume, in the browser's own language, from either place, without its marks."""
    said = announce(opened(), SPEAK + TENTH * 7 + "Right knee down.", kind=kind)
    assert said == [["speak", "Right knee down.", "0.7", OWN_LANGUAGE]]


def in_language(tag: str, words: str) -> str:
    """Words behind the mark of their language."""
    return LANGUAGE + "".join(chr(0xE0000 + ord(letter)) for letter in tag) + words


def test_words_are_spoken_in_their_languages(opened: Open) -> None:
    """Those of one language at one go; what names none is in the browser's own, which goes on after its like."""
    parts = [("de", "Taube."), ("de", "Atmen."), ("pt-BR", "Pomba."), ("", "Down."), ("en", "Rest.")]
    said = announce(opened(), SPEAK + TENTH + " ".join(in_language(*part) for part in parts))
    assert [(words.strip(), language) for _, words, _, language in said] == [
        ("Taube. Atmen.", "de"),
        ("Pomba.", "pt-BR"),
        ("Down. Rest.", OWN_LANGUAGE),
    ]


VOICES = """
SpeechSynthesis.prototype.getVoices = () => [['Viki', 'en-US'], ['Sam', 'en_GB'], ['Anna', 'de-DE']]
  .map(([name, lang]) => ({ name, lang }));
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
SpeechSynthesis.prototype.speak = ({ text, lang, voice }) => calls.push([text.trim(), lang, voice?.name ?? '']);
const store = { 'flutter.voice': JSON.stringify('Sam (en_GB)') };
Object.defineProperty(window, 'localStorage', {
  value: { getItem: (key) => store[key], setItem: (key, value) => { store[key] = value; } },
});
"""


def test_the_chosen_voice_speaks_its_language(opened: Open) -> None:
    """And what names none; another language has the voice that the browser chooses."""
    page = opened(VOICES)
    parts = [("", "Down."), ("de", "Taube."), ("en-AU", "Rest.")]
    assert announce(page, SPEAK + TENTH + " ".join(in_language(*part) for part in parts)) == [
        ["Down.", "en_GB", "Sam"],
        ["Taube.", "de", ""],
        ["Rest.", "en_GB", "Sam"],
    ]
    page.evaluate("store['flutter.voice'] = JSON.stringify('Anna (de-DE)')")
    parts = [("", "Taube."), ("en", "Thirty seconds."), ("de", "Atmen."), ("", "Langsam.")]
    assert announce(page, SPEAK + TENTH + " ".join(in_language(*part) for part in parts))[3:] == [
        ["Taube.", "de-DE", "Anna"],
        ["Thirty seconds.", "en", ""],
        ["Atmen. Langsam.", "de-DE", "Anna"],
    ]
    page.evaluate("store['flutter.voice'] = JSON.stringify('Gone (en-US)')")
    assert announce(page, SPEAK + TENTH + "On.")[-1] == ["On.", OWN_LANGUAGE, ""]


def test_the_voices_of_the_browsers_languages_are_told(opened: Open) -> None:
    """Where Flet's own store reads them."""
    told = opened(VOICES).evaluate("JSON.parse(store['flutter.voices'])")
    assert told == ["Viki (en-US)", "Sam (en_GB)"]


def test_other_announcements_are_not_spoken(opened: Open) -> None:
    """They are for screen readers; a mark further on is none."""
    assert announce(opened(), "Paused", "Paused" + ANOTHER_TIME, f"Going on {SPEAK}{TENTH}", TENTH, " ") == []


def test_an_equal_announcement_is_spoken_again(opened: Open) -> None:
    """Whether or not Flutter makes it differ, and never with what makes it differ."""
    words = SPEAK + TENTH * 10 + "Switch sides."
    said = announce(opened(), words, words + ANOTHER_TIME, words, words)
    assert said == [["speak", "Switch sides.", "1.0", OWN_LANGUAGE]] * 4


def test_an_announcement_is_spoken_as_it_comes(opened: Open) -> None:
    """Not as it goes, which is a third of a second later; the next may come before."""
    page = opened()
    for words in ("One.", "Two."):
        page.evaluate("(text) => { place('polite').textContent = text; }", SPEAK + TENTH + words)
        assert [call[:2] for call in calls(page)][-1] == ["speak", words]
    assert len(calls(page)) == 2


def test_the_mark_alone_is_silence(opened: Open) -> None:
    """At once, whatever the browser says of itself."""
    assert announce(opened(), SPEAK, SPEAK + ANOTHER_TIME) == [["cancel"]] * 2


def test_words_without_volume_are_not_spoken(opened: Open) -> None:
    """Some devices speak at full volume whatever they are told."""
    assert announce(opened(), SPEAK + "Hold.") == []


def test_it_never_talks_over_itself(opened: Open) -> None:
    """What is being spoken is broken off for the next; with nothing to break off nothing is."""
    page = opened()
    announce(page, SPEAK + TENTH + "One.")
    page.evaluate("isSpeaking = true")
    said = announce(page, SPEAK + TENTH + "Two.")
    assert [call[:2] for call in said] == [["speak", "One."], ["cancel"], ["speak", "Two."]]


def test_it_listens_inside_a_dialog(opened: Open) -> None:
    """Flutter moves the place there while it announces, and back."""
    page = opened()
    page.evaluate("document.body.append(place('polite'))")
    announce(page, SPEAK + TENTH + "One.")
    page.evaluate("document.querySelector('flt-announcement-host').append(place('polite'))")
    said = announce(page, SPEAK + TENTH + "Two.")
    assert [call[:2] for call in said] == [["speak", "One."], ["speak", "Two."]]


def test_without_a_voice_nothing_is_missed(opened: Open) -> None:
    """A browser that cannot speak still gets the rest."""
    page = opened("Object.defineProperty(window, 'speechSynthesis', { value: undefined });")
    announce(page, SPEAK + TENTH + "One.", SPEAK)
    page.touchscreen.tap(9, 9)
    page.evaluate("dispatchEvent(new Event('pagehide')), navigator.vibrate(50)")
    assert calls(page) == [["vibrate", 200]]


@pytest.mark.parametrize("how", ["touch", "key"])
def test_the_first_gesture_asks_to_speak(opened: Open, how: str) -> None:
    """By speaking nothing, once; not before a gesture."""
    page = opened(has_places=False)
    assert calls(page) == []
    for _ in range(2):
        if how == "touch":
            page.touchscreen.tap(9, 9)
        else:
            page.keyboard.press("a")
    assert calls(page) == [["speak", "", "0.0", OWN_LANGUAGE]]


def test_a_page_that_is_left_is_silent(opened: Open) -> None:
    """The browser would speak on over the next page."""
    page = opened()
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert calls(page) == [["cancel"]]


@pytest.mark.parametrize(
    ("asked", "done"), [(50, 200), (30, 30), (20, 20), (0, 0), ([50], [50]), ([50, 30, 50], [50, 30, 50])]
)
def test_only_flutters_longest_vibration_is_longer(opened: Open, asked: object, done: object) -> None:
    """So that it is felt; a screen's short answers to touches, and patterns, stay."""
    page = opened()
    page.evaluate("(pattern) => navigator.vibrate(pattern)", asked)
    assert calls(page) == [["vibrate", done]]


def test_a_device_that_cannot_shake_stays_one(opened: Open) -> None:
    """Flutter asks whether there is such a call."""
    assert opened("delete Navigator.prototype.vibrate;").evaluate("'vibrate' in navigator") is False


BUTTON = """
addEventListener('DOMContentLoaded', () => {
  const button = document.body.appendChild(document.createElement('flt-semantics-placeholder'));
  button.style = 'position: absolute; left: 10px; top: 20px; width: 101px; height: 300px';
  button.addEventListener('click', ({ offsetX, offsetY }) => calls.push(['click', offsetX, offsetY]));
});
"""


def test_flutter_is_asked_for_its_tree(opened: Open) -> None:
    """At its first frame, by one press in the middle of its button, where a screen reader presses."""
    page = opened(BUTTON)
    assert calls(page) == []
    page.evaluate("dispatchEvent(new Event('flutter-first-frame')), afterwards()")
    page.evaluate("dispatchEvent(new Event('flutter-first-frame')), afterwards()")
    ((name, x, y),) = calls(page)
    assert name == "click"
    assert (x, y) == (pytest.approx(50.5, abs=0.6), pytest.approx(150, abs=0.6))


def test_a_flutter_without_the_button_is_left_alone(opened: Open) -> None:
    """Somebody's screen reader was faster."""
    page = opened()
    page.evaluate("dispatchEvent(new Event('flutter-first-frame')), afterwards()")
    assert calls(page) == []


def test_the_app_loads_its_scripts_and_has_its_tree(anywhere: Phone) -> None:
    """From where it is itself, before Flutter; nobody pressed anything, and the places for announcements are there."""
    anywhere.tab("Routines").wait_for(state="attached")
    assert anywhere.page.locator("flt-semantics-placeholder").count() == 0
    assert anywhere.page.locator("flt-announcement-polite").count() == 1
    sources: list[str] = anywhere.page.evaluate("Array.from(document.scripts, (script) => script.src)")
    (bootstrap,) = [at for at, source in enumerate(sources) if source.endswith("page/bootstrap.js")]
    before = sources[:bootstrap]
    assert [name for name in SCRIPTS if sum(source.endswith(f"/{name}") for source in before) != 1] == []
    assert [name for name in SCRIPTS if sum(source.endswith(f"/{name}") for source in sources) != 1] == []


LATE_FIELD = """
addEventListener('load', () => {
  const group = document.createElement('flt-semantics');
  group.setAttribute('aria-label', 'Words');
  group.innerHTML = '<flt-semantics><textarea data-semantics-role="text-field"></textarea></flt-semantics>';
  document.body.append(group);
  document.body.append(document.createElement('textarea'));
});
"""


def test_a_text_field_is_named_after_what_is_around_it(context: BrowserContext) -> None:
    """As soon as Flutter makes it; other fields are left alone."""
    page = go(context.new_page(), html("names.js", LATE_FIELD))
    page.wait_for_selector("textarea[aria-label=Words]")
    assert page.locator("textarea:not([aria-label])").count() == 1


NO_CLIPBOARD = (
    "Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined, configurable: true });"
)
COPIES = """
addEventListener('click', async () => {
  let put = null;
  addEventListener('copy', (event) => { put = event.clipboardData.getData('text/plain'); });
  await navigator.clipboard.writeText('1abc  d');
  console.log(JSON.stringify([put, document.body.childElementCount]));
});
"""


def test_a_page_without_https_copies_too(context: BrowserContext) -> None:
    """Exactly the text, in the press, and nothing of it stays on the page."""
    page = page_of(NO_CLIPBOARD, script_text("clipboard.js"), COPIES)
    assert told_by(context.new_page(), page, is_tapped=True) == ["1abc  d", 0]


def test_every_script_of_the_page_is_tested_here() -> None:
    """A new one wants tests of its own."""
    assert {path.name for path in Path(assets_folder(), "page").iterdir()} == {
        "bootstrap.js",  # nothing of the app is seen without it
        "clipboard.js",
        "connection.js",  # in test_page_connection.py
        "cover.js",  # in test_way_in.py
        "cues.js",
        "engine.js",  # in test_first_visit.py and test_lan.py
        "letters.js",  # in test_letters.py
        "names.js",
        "track.js",  # in test_page_track.py
    }
