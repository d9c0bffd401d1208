'use strict';
// Keeps the app on the device, each start with the files of one version, and asks the browser to keep the data.
phoneApp.offline = (() => {
  const TAKE_OVER_MILLISECONDS = 5000;  // a worker that sleeps has to start first, beside all else that starts
  const workers = navigator.serviceWorker;  // browsers have it on https and localhost only

  function afterMilliseconds(milliseconds) {
    return new Promise((resolve) => setTimeout(resolve, milliseconds, false));
  }

  // Whenever a newer version takes over, the page begins anew: what it would load is deleted then, and the files of two
  // versions do not fit together. A browser that was started may let it take over at that very moment, unasked.
  const hadWorker = Boolean(workers?.controller);
  const tookOver = new Promise((resolve) => {
    workers?.addEventListener('controllerchange', async () => {
      if (hadWorker || (await isOutdated(await workers.getRegistration()))) {
        resolve(true);
        location.reload();
      }
    });
  });

  const forEver = new Promise(() => {});

  // A browser that was started may also have done so before this page could hear of it. To begin anew helps once.
  async function isOutdated({ scope }) {
    if (performance.getEntriesByType('navigation')[0]?.type === 'reload') {
      return false;
    }
    const kept = (await caches.keys()).filter((name) => name.startsWith(`routine-app ${scope} `) && !name.endsWith(' picture'));
    return kept.length > 0 && !kept.some((name) => name.includes(flet.version));
  }

  // A newer version that was fetched in an earlier start takes over now, unless another tab runs this one. If the
  // one before has something to finish first, this start goes on with that one.
  async function takeNewestVersion() {
    const registration = await workers?.getRegistration();
    if (registration && (await isOutdated(registration))) {
      location.reload();
      await forEver;
    }
    if (!workers?.controller || !registration?.waiting) {
      return;
    }
    const channel = new MessageChannel();
    const refused = new Promise((resolve) => {
      channel.port1.onmessage = ({ data: isAlone }) => isAlone || resolve(false);
    });
    registration.waiting.postMessage('take over if alone', [channel.port2]);
    if (await Promise.race([tookOver, refused, afterMilliseconds(TAKE_OVER_MILLISECONDS)])) {
      await forEver;  // until it is loaded anew
    }
  }

  // Flutter has two engines here, and the device keeps the one that its browser uses.
  const engineOf = (worker) => worker && new URL(worker.scriptURL).searchParams.get('engine');

  async function keep() {
    const engine = window.flutterCanvasKit ? 'script' : 'wasm';
    const registration = await workers?.register(`service-worker.js?engine=${engine}`, { updateViaCache: 'none' });
    await registration?.update();
  }

  async function askToKeepData() {
    const storage = navigator.storage;
    if (storage?.persist && !(await storage.persisted()) && !(await storage.persist())) {
      console.info('The browser may delete the data of this page when the device runs out of space.');
    }
  }

  addEventListener('pointerup', askToKeepData, { once: true, capture: true });

  const logged = (error) => console.warn('Starting without the network:', error);
  flet.keptEngine = engineOf(workers?.controller);
  flet.beforeFlutter = takeNewestVersion().catch(logged);
  return { keep: () => keep().catch(logged) };
})();
