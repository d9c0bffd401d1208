'use strict';
// Keeps the app on the device, each start with the files of one version, and asks the browser to keep the data.
phoneApp.offline = (() => {
  const ANSWER_MILLISECONDS = 5000;  // a worker that sleeps has to start first, beside all else that starts
  const TAKE_OVER_MILLISECONDS = 10_000;
  const workers = navigator.serviceWorker;  // browsers have it on https and localhost only

  function afterMilliseconds(milliseconds) {
    return new Promise((resolve) => setTimeout(resolve, milliseconds, false));
  }

  // Whether the worker takes over, which it does if this page is the only one; it cannot be called back then.
  function asksToTakeOver(worker) {
    const channel = new MessageChannel();
    const answered = new Promise((resolve) => {
      channel.port1.onmessage = ({ data: isAlone }) => resolve(isAlone);
    });
    worker.postMessage('take over if alone', [channel.port2]);
    return Promise.race([answered, afterMilliseconds(ANSWER_MILLISECONDS)]);
  }

  // A newer version that was fetched in an earlier start takes over now, unless another tab runs this one. With no
  // page left it took over by itself, perhaps after this page was answered by the version before.
  async function isNewestTakingOver() {
    const registration = await workers?.getRegistration();
    if (!workers?.controller || !registration) {
      return false;
    }
    const { active, waiting } = registration;
    return waiting ? asksToTakeOver(waiting) : active !== null && active !== workers.controller;
  }

  async function takeNewestVersion() {
    const tookOver = new Promise((resolve) => workers?.addEventListener('controllerchange', resolve, { once: true }));
    if (await isNewestTakingOver()) {
      await Promise.race([tookOver, afterMilliseconds(TAKE_OVER_MILLISECONDS)]);
      location.reload();
      await new Promise(() => {});
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
  return {
    keptEngine: engineOf(workers?.controller),
    newestVersion: takeNewestVersion().catch(logged),
    keep: () => keep().catch(logged),
  };
})();
