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
// volume. The mark alone means silence. `routine_app/ui/cues/announcer.py` writes them.
(() => {
  const SPEAK = '\u2063';
  const MARKED = new RegExp(`^${SPEAK}(\u2064*)([^]*)$`);
  const voice = window.speechSynthesis;
  if (!voice) {
    return;
  }

  function utterance(text, volume) {
    const words = new SpeechSynthesisUtterance(text);
    words.lang = document.documentElement.lang;
    words.volume = Math.min(volume, 1);
    return words;
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
      voice.speak(utterance(text, tenths.length / 10));
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
      voice.speak(utterance('', 0));
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
