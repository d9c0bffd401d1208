'use strict';
// Says when the server does not answer, and finds it again. A network that is cut tells a page nothing for minutes, so
// a server that is silent is asked for a word: `serve/http/socket_pulse.py` gives it. The phone app, whose Python is in
// the page itself, has no server to lose.
flet.pyodide || (() => {
  const LOOK_MILLISECONDS = 200;
  const ASK_AFTER_MILLISECONDS = 1050;  // a hold says something each second
  const LOST_AFTER_MILLISECONDS = 1800;
  const LOST_AFTER_MILLISECONDS_AT_THE_START = 5000;  // a slow server has much to do then
  const GIVE_UP_AFTER_MILLISECONDS = 4000;
  const TRY_EACH_MILLISECONDS = 500;
  const SLEPT_MILLISECONDS = 1000;  // a look that comes so late says that the page slept, not the server
  const QUESTION = 'ping';

  // What the page says meanwhile, over all else, which is out of reach.
  const words = (() => {
    // On the same computer no network is between them: it is the app that stands still there, or is gone.
    const [title, session, wayBack] = ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname)
      ? [
        'Routine App does not answer',
        'A running session stands still. What you held is kept.',
        'This page is back by itself once it runs again.',
      ] : [
        'No connection to the computer',
        'A running session goes on there for a minute, unheard here, and then pauses. What you held is kept.',
        'This page is back by itself with the connection.',
      ];
    const cover = document.createElement('div');
    cover.id = 'no-connection';
    cover.setAttribute('role', 'alert');

    function part(name, text, parent) {
      const element = parent.appendChild(document.createElement(name));
      element.textContent = text;
      return element;
    }

    function say() {
      const bar = part('div', '', cover);
      part('strong', title, bar);
      part('span', isAt('/play') ? `${session} ${wayBack}` : wayBack, bar);
    }

    function setInert(isInert) {
      Array.from(document.body.children).forEach((element) => { element.inert = isInert && element !== cover; });
    }

    ['keydown', 'keypress', 'keyup'].forEach((kind) => addEventListener(kind, (event) => {
      if (cover.isConnected) {
        event.stopImmediatePropagation();
      }
    }, true));

    return {
      show() {
        if (!document.body) {
          return;
        }
        if (!cover.isConnected) {
          document.body.append(cover);
          say();
        }
        setInert(true);  // each time: Flutter may have come meanwhile
      },
      hide() {
        if (cover.isConnected) {
          cover.replaceChildren();
          cover.remove();
          setInert(false);
        }
      },
    };
  })();

  const NativeSocket = window.WebSocket;
  const address = new URL(flet.webSocketEndpoint, location.href);
  address.protocol = address.protocol.replace('http', 'ws');

  let socket = null;  // the browser's
  let isAnswered = false;  // by the server, at the other end of that socket
  let triedAt = -Infinity;
  let heardAt = performance.now();
  let lookedAt = heardAt;
  let run = '';  // the server's word for itself, another one when it was started anew
  let link = null;  // the socket that Flet's client has
  let hadLink = false;
  let isUp = false;  // something was shown

  // What Flet's client has in place of the browser's socket. Flet waits longer after each attempt in vain, without an
  // end, and shows an empty page meanwhile. So this one opens when the server answers, however long that takes, and
  // closes when the server answers again.
  class Link extends EventTarget {
    protocol = '';
    readyState = Link.CONNECTING;
    socket = null;

    constructor() {
      super();
      link = this;
      hadLink = true;
      setTimeout(() => isAnswered && this.open());
    }

    open() {
      if (this.readyState === Link.CONNECTING) {
        this.socket = socket;
        this.readyState = Link.OPEN;
        this.dispatchEvent(new Event('open'));
      }
    }

    send(data) {
      this.socket?.send(data);
    }

    close(code = 1000, reason = '') {
      this.readyState = Link.CLOSED;
      if (link === this) {
        link = null;
        forget();
      }
      this.dispatchEvent(new CloseEvent('close', { code, reason }));
    }

    // Flet comes again with another; the socket that was answered is for that.
    end() {
      link = null;
      this.close(1006);
    }
  }
  window.WebSocket = Object.assign(Link, { CONNECTING: 0, OPEN: 1, CLOSING: 2, CLOSED: 3 });

  function open() {
    triedAt = performance.now();
    socket = new NativeSocket(address);
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => socket.send(QUESTION);
    socket.onmessage = ({ data }) => (typeof data === 'string' ? onAnswer(data) : onMessage(data));
    socket.onclose = onClose;
  }

  function forget() {
    if (socket) {
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
    }
    socket = null;
    isAnswered = false;
  }

  function onAnswer(word) {
    heardAt = performance.now();
    if (run && run !== word) {
      location.reload();  // another server may be of another version, and knows nothing of this page
      return;
    }
    run = word;
    if (!isAnswered) {
      isAnswered = true;
      link?.socket ? link.end() : link?.open();
    }
    if (link ? link.socket === socket : !hadLink) {
      words.hide();
    }
  }

  function onMessage(data) {
    heardAt = performance.now();
    isUp = true;
    words.hide();
    link?.dispatchEvent(new MessageEvent('message', { data }));
  }

  function onClose() {
    if (!isAnswered) {
      words.show();
    }
    forget();
  }

  function look() {
    const now = performance.now();
    if (document.hidden || now - lookedAt > SLEPT_MILLISECONDS) {
      heardAt = now - ASK_AFTER_MILLISECONDS;
    }
    lookedAt = now;
    const silence = now - heardAt;
    if (silence > (isUp ? LOST_AFTER_MILLISECONDS : LOST_AFTER_MILLISECONDS_AT_THE_START)) {
      words.show();
    }
    keepOrTry(now, isAnswered ? silence : now - triedAt);
  }

  function keepOrTry(now, waited) {
    if (socket && waited > GIVE_UP_AFTER_MILLISECONDS) {
      forget();
    }
    if (!socket && now - triedAt > TRY_EACH_MILLISECONDS) {
      open();
    } else if (isAnswered && waited > ASK_AFTER_MILLISECONDS) {
      socket.send(QUESTION);
    }
  }

  document.addEventListener('visibilitychange', look);
  setInterval(look, LOOK_MILLISECONDS);
  open();
})();
