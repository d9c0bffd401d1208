'use strict';
// What the page does for cues beside showing them: it lets announcements through, speaks some, and shakes longer.

// Flutter drops announcements until somebody asks for its tree of roles and names, and tells a person from a
// program by where the button is pressed: in its middle.
function letAnnouncementsThrough() {
  const button = document.querySelector('flt-semantics-placeholder');
  if (button) {
    const { left, top, width, height } = button.getBoundingClientRect();
    const middle = { clientX: left + width / 2, clientY: top + height / 2 };
    button.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, view: window, ...middle }));
  }
}
addEventListener('flutter-first-frame', () => setTimeout(letAnnouncementsThrough), { once: true });

// Announcements that begin with an invisible mark are also spoken; after it comes another for each tenth of the
// volume, then words, those of each language behind its tag in unseen letters. The mark alone means silence.
// `routine_app/ui/cues/announcer.py` writes them.
(() => {
  const SPEAK = '\u2063';
  const MARKED = new RegExp(`^${SPEAK}(\u2064*)([^]*)$`);
  const LANGUAGE = '\u{e0001}';
  const UNSEEN = 0xe0000;
  const IN_LANGUAGE = /^([\u{e0020}-\u{e007e}]*)([^]*)$/u;
  // Flet's own store, in the browser's: `routine_app/ui/settings/browser_voices.py` reads the one and writes the other.
  const VOICES = 'flutter.voices';
  const CHOSEN = 'flutter.voice';
  const voice = window.speechSynthesis;
  if (!voice) {
    return;
  }

  const primary = (language) => language.toLowerCase().split(/[-_]/)[0];
  const label = ({ name, lang }) => `${name} (${lang})`;

  // Those that speak a language of the browser's owner; a system may have some for a hundred others.
  function tellVoices() {
    const own = navigator.languages.map(primary);
    const labels = voice.getVoices().filter(({ lang }) => own.includes(primary(lang))).map(label);
    try {
      localStorage.setItem(VOICES, JSON.stringify([...new Set(labels)]));
    } catch (error) {
      console.info('The browser keeps no choice of a voice:', error);
    }
  }
  tellVoices();
  voice.onvoiceschanged = tellVoices;

  function chosenVoice() {
    try {
      const chosen = JSON.parse(localStorage.getItem(CHOSEN));
      return voice.getVoices().find((one) => label(one) === chosen);
    } catch {
      return undefined;  // what cannot be kept was told
    }
  }

  // The chosen voice says what is in its language, and what nobody has named the language of.
  function utterance({ words, language }, volume) {
    const spoken = new SpeechSynthesisUtterance(words);
    const chosen = chosenVoice();
    if (chosen && (!language || primary(chosen.lang) === primary(language))) {
      spoken.voice = chosen;
      spoken.lang = chosen.lang;
    } else {
      spoken.lang = language || navigator.language;
    }
    spoken.volume = Math.min(volume, 1);
    return spoken;
  }

  // Words in one language are spoken at one go.
  function parts(text) {
    const found = [];
    const unnamed = chosenVoice()?.lang ?? navigator.language;
    for (const part of text.split(LANGUAGE).filter(Boolean)) {
      const [, tag, words] = IN_LANGUAGE.exec(part);
      const language = Array.from(tag, (letter) => String.fromCodePoint(letter.codePointAt(0) - UNSEEN)).join('');
      const last = found.at(-1);
      if (last && primary(last.language || unnamed) === primary(language || unnamed)) {
        last.words += words;
      } else {
        found.push({ words, language });
      }
    }
    return found;
  }

  function hear(announcement) {
    const marked = MARKED.exec(announcement.trim());  // an equal text comes again with a space that does not break
    if (!marked) {
      return;
    }
    const [, tenths, text] = marked;
    if (!text || voice.speaking || voice.pending) {
      voice.cancel();
    }
    if (text && tenths) {
      parts(text).forEach((part) => voice.speak(utterance(part, tenths.length / 10)));
    }
  }

  // Each announcement is text put into one of two elements, which is taken out again soon.
  function listen() {
    const places = document.querySelectorAll('flt-announcement-polite, flt-announcement-assertive');
    const observer = new MutationObserver((changes) => changes
      .flatMap((change) => Array.from(change.addedNodes))
      .forEach((node) => hear(node.textContent)));
    places.forEach((place) => observer.observe(place, { childList: true }));
    return places.length > 0;
  }

  addEventListener('DOMContentLoaded', () => {
    const arrivals = new MutationObserver(() => listen() && arrivals.disconnect());
    arrivals.observe(document.body, { childList: true });
  });

  // WebKit lets a page speak later once it has spoken when it was touched.
  const GESTURES = ['pointerup', 'touchend', 'keydown'];
  function ask() {
    if (navigator.userActivation?.isActive ?? true) {
      GESTURES.forEach((gesture) => removeEventListener(gesture, ask, true));
      voice.speak(utterance({ words: '', language: '' }, 0));
    }
  }
  GESTURES.forEach((gesture) => addEventListener(gesture, ask, true));

  addEventListener('pagehide', () => voice.cancel());
})();

// Flutter's longest vibration is too short to be felt in the middle of a stretch.
if (navigator.vibrate) {
  const FLUTTERS_LONGEST_MILLISECONDS = 50;
  const FELT_MILLISECONDS = 200;
  const vibrate = navigator.vibrate.bind(navigator);
  navigator.vibrate = (pattern) => vibrate(pattern === FLUTTERS_LONGEST_MILLISECONDS ? FELT_MILLISECONDS : pattern);
}
