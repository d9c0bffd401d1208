'use strict';
// Python for Flet's client, in place of the file of the same name that Flet brings. Here Python starts while
// Flutter still loads; Flet's own waits for Flutter.
(() => {
  const SETTLED_MILLISECONDS = 500;  // after the first screen is seen: what comes late takes nothing from its rest
  let worker = start();
  let isFresh = true;

  function start() {
    const started = new Worker(`${flet.assetBase}python-worker.js`, { type: 'module' });
    started.onmessage = ({ data }) => phoneApp.loading.failed(data.trouble);
    started.onerror = (event) => phoneApp.loading.failed(event.message ?? 'a file could not be loaded');
    started.postMessage({ documentUrl: document.URL });
    return started;
  }

  // Flet's client calls these three. It has one app on a page, so that its name says nothing.
  globalThis.jsConnect = (_name, _arguments, onMessage) => new Promise((resolve, reject) => {
    if (!isFresh) {
      worker = start();
    }
    isFresh = false;
    worker.onmessage = ({ data }) => {
      if (data instanceof Uint8Array) {
        onMessage(data);
      } else if (data.trouble) {
        phoneApp.loading.failed(data.trouble);
        reject(new Error(data.trouble));
      } else if (data.connected) {
        resolve();
        flet.uncover().then(() => setTimeout(() => worker.postMessage('first screen stands'), SETTLED_MILLISECONDS));
      } else if (data.settled) {
        phoneApp.offline.keep();
      }
    };
    worker.postMessage('connect');
  });

  globalThis.jsSend = (_name, data) => worker.postMessage(data, [data.buffer]);

  globalThis.jsDisconnect = () => worker.terminate();
})();
