'use strict';
// Lets Flutter's players sound at their moment, once the page was touched. Each of them makes an AudioContext, and an
// element for each audio that it is given.
(() => {
  const NativeContext = window.AudioContext;
  if (!NativeContext) {
    return;
  }

  // One context does for all players: each is a thread that never rests, and WebKit wants a touch for each.
  let shared = null;
  function sharedContext() {
    return shared ??= adapted(new NativeContext());
  }

  function adapted(context) {
    const resume = context.resume.bind(context);
    const createSource = context.createMediaElementSource.bind(context);
    const sources = new WeakMap();
    return Object.assign(context, {
      // A player waits for this before it starts. Before the first touch that would be until then: too late.
      async resume() {
        resume().catch(() => {});
      },
      // An element can be made a source once, and below it may come again.
      createMediaElementSource(audio) {
        return sources.get(audio) ?? sources.set(audio, createSource(audio)).get(audio);
      },
      async close() {},  // the end of one player is not that of the others
    });
  }

  window.AudioContext = new Proxy(NativeContext, {
    construct: (_, options) => (options.length ? new NativeContext(...options) : sharedContext()),
  });

  // WebKit lets an element play only if it was loaded in a touch, each element. So players get such ones, and what
  // they have done with is given out again.
  const POOL_SIZE = 6;
  const createElement = document.createElement.bind(document);
  const source = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'src');
  const touched = [];
  const untouched = new Set();

  function makeElement() {
    const audio = createElement('audio');
    Object.defineProperty(audio, 'src', {
      get: () => source.get.call(audio),
      // Players call every audio MPEG, and WebKit does not look for itself: these letters are those of a WAV file.
      set: (address) => source.set.call(audio, address.replace('audio/mpeg;base64,UklGR', 'audio/wav;base64,UklGR')),
    });
    audio.remove = () => setTimeout(takeBack, 0, audio);  // by then its player has stopped listening
    return audio;
  }

  function takeBack(audio) {
    audio.removeAttribute('src');
    audio.load();
    if (!untouched.delete(audio)) {
      touched.push(audio);
    }
  }

  function giveElement() {
    const audio = touched.shift() ?? makeElement();
    if (!audio.wasTouched) {
      untouched.add(audio);
    }
    return audio;
  }

  function touch(audio) {
    audio.wasTouched = true;
    audio.load();
  }

  function touchElements() {
    untouched.forEach((audio) => audio.paused && touch(audio));
    untouched.clear();
    while (touched.length < POOL_SIZE) {
      touched.push(makeElement());
      touch(touched.at(-1));
    }
  }

  // A browser that can be asked for its rule (Firefox, Chromium) has one for the whole page: any touch is enough.
  const wantsEachTouched = !(navigator.getAutoplayPolicy || document.featurePolicy?.features().includes('autoplay'));
  if (wantsEachTouched) {
    document.createElement = (name, ...options) => (name === 'audio' ? giveElement() : createElement(name, ...options));
  }

  function onGesture() {
    if (!(navigator.userActivation?.isActive ?? true)) {
      return;
    }
    if (wantsEachTouched) {
      touchElements();
      sharedContext();
    }
    if (shared && shared.state !== 'running') {
      shared.resume();
    }
  }
  ['pointerup', 'touchend', 'click', 'keydown'].forEach((gesture) => addEventListener(gesture, onGesture, true));
})();
