'use strict';
// Python for Flet's client, in place of the file of the same name that Flet brings. Here Python starts while
// Flutter still loads; Flet's own waits for Flutter.
(() => {
  let worker = start();
  let isFresh = true;

  function start() {
    const started = new Worker(`${flet.assetBase}python-worker.js`, { type: 'module' });
    started.postMessage({ documentUrl: document.URL });
    return started;
  }

  // Flet's client calls these three. It has one app on a page, so that its name says nothing.
  globalThis.jsConnect = (_name, _arguments, onMessage) => new Promise((resolve, reject) => {
    if (!isFresh) {
      worker = start();
    }
    isFresh = false;
    const fail = (reason) => {
      phoneApp.loading.failed(reason);
      reject(new Error(reason));
    };
    worker.onerror = (event) => fail(event.message ?? 'a file could not be loaded');
    worker.onmessage = ({ data }) => {
      if (data instanceof Uint8Array) {
        onMessage(data);
      } else if (data.trouble) {
        fail(data.trouble);
      } else {
        resolve();
        phoneApp.loading.done().then(phoneApp.offline.keep);
      }
    };
    worker.postMessage('connect');
  });

  globalThis.jsSend = (_name, data) => worker.postMessage(data, [data.buffer]);

  globalThis.jsDisconnect = () => worker.terminate();
})();
