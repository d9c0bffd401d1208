"""Each text is spoken in its own language, by the voice that was chosen where it speaks that."""

import pytest
from playwright.sync_api import BrowserContext

from routine_app.core.sharing.code import share_code
from tests.e2e.phone import Phone

pytestmark = pytest.mark.browser

VOICES = """
(() => {
  window.uttered = [];
  const voices = [['Viki', 'en-US'], ['Sam', 'en-GB'], ['Anna', 'de-DE']].map(([name, lang]) => ({ name, lang }));
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  SpeechSynthesis.prototype.getVoices = () => voices;
  SpeechSynthesis.prototype.speak = ({ text, lang, voice }) => text && uttered.push([text.trim(), lang, voice?.name ?? '']);
})();
"""
"""A system with three voices: a machine of the tests has none."""

ROUTINE = """\
title: Abend
language: de
get_ready: 3s
rest: 3s
stretches:
  - {name: Schmetterling, hold: 4s}
  - {name: Grenouille, hold: 4s, language: fr}
"""
CODE = share_code("abend.yaml", ROUTINE)


@pytest.fixture
def settings_text() -> str:
    """Have all sounds and words: they are what this is about."""
    return ""


@pytest.fixture
def context(context: BrowserContext) -> BrowserContext:
    """Hold a phone with three voices."""
    context.add_init_script(VOICES)
    return context


def uttered(phone: Phone) -> list[list[str]]:
    """What was spoken: the words, their language, and the voice that was asked for."""
    return [list(one) for one in phone.page.evaluate("uttered")]


def test_a_text_is_spoken_in_its_own_language(published: Phone) -> None:
    """And never by a voice of another; those that speak none of the browser's languages are not offered."""
    published.page.goto(f"{published.url.rstrip('/')}/#/import/{CODE}")
    published.turn_on_semantics()
    published.tap("Keep")
    published.button("Start").wait_for()
    published.tap("Back")
    published.press(published.tab("Settings"))
    published.button("Viki (en-US)").wait_for()
    assert published.button("Anna (de-DE)").count() == 0
    published.tap("Sam (en-GB)")
    published.press(published.tab("Routines"))
    published.start("Abend")
    published.sees("Done")
    assert uttered(published) == [
        ["Get ready.", "en-GB", "Sam"],
        ["Schmetterling.", "de", ""],
        ["Schmetterling.", "de", ""],
        ["Four seconds.", "en-GB", "Sam"],
        ["Rest.", "en-GB", "Sam"],
        ["Next: Grenouille.", "fr", ""],
        ["Grenouille.", "fr", ""],
        ["Four seconds.", "en-GB", "Sam"],
    ]
