'use strict';
// A session's sound is one track in the page's one audio element: a phone that is locked goes on with that, while it
// stops Web Audio and may stop scripts. Flutter's player loads each track; the rest of what a track needs is here.
(() => {
  const media = HTMLMediaElement.prototype;
  const source = Object.getOwnPropertyDescriptor(media, 'src');
  const time = Object.getOwnPropertyDescriptor(media, 'currentTime');
  const session = navigator.mediaSession;
  const audio = document.createElement('audio');

  let track = null;  // what the track in the element tells of itself; any other audio tells nothing
  let address = '';  // of the blob that is in the element
  let chapter = null;  // what the system was told last
  let isMeantToPlay = false;  // as Flutter, the track or a key asked; what differs was done by the system
  let isOver = false;
  let isRefused = false;
  let emptying = 0;
  let goingOn = 0;

  // Flutter's player leads its element through Web Audio, and waits for that. It gets something to hold.
  const makeNode = () => ({ gain: { value: 1 }, pan: { value: 0 }, connect: (next) => next, disconnect() {} });
  window.AudioContext = class {
    state = 'running';

    destination = makeNode();

    createMediaElementSource = makeNode;

    createGain = makeNode;

    createStereoPanner = makeNode;

    async resume() {}

    async close() {}
  };

  // Flutter makes an element for each audio. WebKit lets only those play that were touched: one is enough for one touch.
  const createElement = document.createElement.bind(document);
  document.createElement = (name, ...options) => (name === 'audio' ? audio : createElement(name, ...options));
  Object.defineProperty(audio, 'src', { get: () => source.get.call(audio), set: setSource });
  // Flutter winds a track back that is over. Who asks where it stands, maybe long after, is told that it was heard.
  Object.defineProperty(audio, 'currentTime', {
    get: () => (isOver && !audio.error ? audio.duration : time.get.call(audio)),
    set: (seconds) => time.set.call(audio, seconds),
  });
  Object.assign(audio, { load, pause, play });

  // Flutter takes an audio away also before it brings the next one: only what stays away is the end. An address of
  // nothing would be an error.
  function setSource(given) {
    clearTimeout(emptying);
    clearTimeout(goingOn);
    if (given) {
      put(given);
    } else {
      emptying = setTimeout(empty);
    }
  }

  function put(given) {
    const before = address;
    const bytes = bytesOf(given);
    address = bytes ? URL.createObjectURL(new Blob([bytes], { type: typeOf(bytes) })) : '';
    track = bytes && readTag(bytes);
    chapter = null;
    isMeantToPlay = isOver = isRefused = false;
    if (!track) {
      showNothing();
    } else if (navigator.audioSession) {
      navigator.audioSession.type = track.audio_session;
    }
    source.set.call(audio, address || given);
    URL.revokeObjectURL(before);
  }

  function empty() {
    URL.revokeObjectURL(address);
    address = '';
    track = null;
    isOver = false;
    audio.removeAttribute('src');
    media.load.call(audio);
    showNothing();
  }

  // A browser streams a blob, and seeks in it; an address that is itself the audio it reads anew each time.
  const IN_ADDRESS = 'data:audio/mpeg;base64,';
  function bytesOf(given) {
    if (!given.startsWith(IN_ADDRESS)) {
      return null;
    }
    const letters = atob(given.slice(IN_ADDRESS.length));
    const bytes = new Uint8Array(letters.length);
    for (let at = 0; at < letters.length; at += 1) {
      bytes[at] = letters.charCodeAt(at);
    }
    return bytes;
  }

  const textOf = (bytes, from, to) => new TextDecoder('latin1').decode(bytes.subarray(from, to));

  // Flutter calls every audio MPEG, and WebKit does not look for itself.
  const typeOf = (bytes) => (textOf(bytes, 0, 4) === 'RIFF' ? 'audio/wav' : 'audio/mpeg');

  // What Python wrote into the track's tag (ID3v2.3: the tag and each frame begin with ten bytes, of which four are the
  // size; that of the tag has seven bits to a byte).
  const HEAD = 10;
  const OURS = '\0routine-app\0';
  function readTag(bytes) {
    if (textOf(bytes, 0, 4) !== 'ID3\x03') {
      return null;
    }
    const size = bytes.subarray(6, HEAD).reduce((sum, byte) => sum * 128 + byte, 0);
    const tag = bytes.subarray(HEAD, HEAD + size);
    const told = framesOf(tag).find(({ name, body }) => name === 'TXXX' && body.startsWith(OURS));
    return told ? JSON.parse(told.body.slice(OURS.length)) : null;
  }

  function framesOf(tag) {
    const frames = [];
    const numbers = new DataView(tag.buffer, tag.byteOffset, tag.length);
    let at = 0;
    while (at + HEAD <= tag.length && tag[at]) {  // zeros fill up the rest
      const end = at + HEAD + numbers.getUint32(at + 4);
      frames.push({ name: textOf(tag, at, at + 4), body: textOf(tag, at + HEAD, end) });
      at = end;
    }
    return frames;
  }

  // Flutter draws sixty pictures a second while it knows that something plays. So it is not told: the track itself does,
  // once: a page that is loaded anew gets the track that it had, whose moment is over.
  const BEGUN = 'begun-track';
  function load() {
    media.load.call(audio);
    if (track?.plays && sessionStorage.getItem(BEGUN) !== track.name) {
      play().then(() => sessionStorage.setItem(BEGUN, track?.name), () => {});
    }
  }

  function play() {
    const playing = media.play.call(audio);
    isMeantToPlay = !audio.paused;
    playing.catch(({ name }) => { isRefused = name === 'NotAllowedError' && Boolean(track); });
    return playing;
  }

  function pause() {
    isMeantToPlay = isRefused = false;
    media.pause.call(audio);
    if (isOver) {
      showNothing();  // WebKit says by itself that something is paused
    }
  }

  // Flutter hears keys, and the player in Python does what they ask for.
  function press(key) {
    for (const kind of ['keydown', 'keyup']) {
      dispatchEvent(new KeyboardEvent(kind, { key, code: key, bubbles: true, cancelable: true }));
    }
  }

  const KEYS = {
    play: 'MediaPlay',
    pause: 'MediaPause',
    previoustrack: 'MediaTrackPrevious',
    nexttrack: 'MediaTrackNext',
    stop: 'MediaStop',
  };

  // The system's buttons work while no word reaches Python: silence comes at once, and what was paused goes on by itself.
  const ANSWER_MILLISECONDS = 1500;
  function onAction(action) {
    clearTimeout(goingOn);
    if (action === 'pause' || action === 'stop') {
      pause();
    }
    press(KEYS[action]);
    if (action === 'play' && track) {
      goingOn = setTimeout(goOn, ANSWER_MILLISECONDS);  // another track would stop it
    }
  }

  function goOn() {
    if (audio.paused && !isOver) {
      play().catch(() => {});
    }
  }

  function hearActions() {
    for (const action of Object.keys(KEYS)) {
      try {
        session?.setActionHandler(action, () => onAction(action));
      } catch {
        // this browser has no such button
      }
    }
  }

  const ICONS = [192, 512].map((side) => ({
    src: new URL(`icons/icon-${side}.png`, document.baseURI).href,
    sizes: `${side}x${side}`,
    type: 'image/png',
  }));

  function showTrack() {
    if (!session || !track || isOver) {
      return;
    }
    session.playbackState = audio.paused ? 'paused' : 'playing';
    const current = track.chapters.findLast(([second]) => second <= audio.currentTime);
    if (current !== chapter) {
      chapter = current;
      session.metadata = new MediaMetadata({ title: current?.[1], album: track.album, artwork: ICONS });
    }
  }

  function showNothing() {
    if (session) {
      chapter = session.metadata = null;
      session.playbackState = 'none';
    }
  }

  // A call, another app, headphones pulled out: the session pauses too, and goes on when the system does.
  function onPlayOrPause() {
    if (!track || audio.ended) {
      return;
    }
    if (isMeantToPlay === audio.paused) {
      isMeantToPlay = !audio.paused;
      press(isMeantToPlay ? KEYS.play : KEYS.pause);
    }
    isOver &&= audio.paused;
    showTrack();
  }

  function onEnd() {
    isOver = true;
    isMeantToPlay = false;
    showNothing();
  }

  // Firefox plays on where there is nothing to hear it with, and calls that an error, which Flutter would tell.
  function onError(event) {
    if (audio.error?.message.startsWith('OnMediaSinkAudioError')) {
      event.stopImmediatePropagation();
    } else {
      onEnd();
    }
  }

  // A browser that can be asked for its rule (Firefox, Chromium) has one for the whole page: any touch is enough.
  let wantsTouch = !(navigator.getAutoplayPolicy || document.featurePolicy?.features().includes('autoplay'));

  function onGesture({ isTrusted }) {
    if (!isTrusted || !(navigator.userActivation?.isActive ?? true)) {
      return;
    }
    if (wantsTouch && audio.paused) {
      wantsTouch = false;
      media.load.call(audio);
    }
    if (isRefused) {
      isRefused = false;
      press(KEYS.play);  // for a track from this moment on
    }
  }

  hearActions();
  ['play', 'pause'].forEach((name) => audio.addEventListener(name, onPlayOrPause));
  audio.addEventListener('ended', onEnd);
  audio.addEventListener('error', onError);
  audio.addEventListener('timeupdate', showTrack);
  ['pointerup', 'touchend', 'click', 'keydown'].forEach((gesture) => addEventListener(gesture, onGesture, true));
})();
