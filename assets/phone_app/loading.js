'use strict';
// What stands on the page until the app does.
const phoneApp = {};

phoneApp.loading = (() => {
  const SLOW_MILLISECONDS = 3000;
  const GONE_MILLISECONDS = 3000;
  const SLOW_WORDS = 'Loading. Once it has loaded, it starts without the network.';
  let cover = null;

  addEventListener('DOMContentLoaded', () => {
    cover = document.getElementById('loading');
    setTimeout(() => cover.querySelector('p') ?? sayOn(cover, SLOW_WORDS), SLOW_MILLISECONDS);
  });

  // A file that was on its way when the network went may neither come nor fail. What is kept comes all the same.
  addEventListener('offline', () => setTimeout(() => {
    if (cover?.isConnected && !navigator.onLine && !navigator.serviceWorker?.controller) {
      phoneApp.loading.failed('the network is gone');
    }
  }, GONE_MILLISECONDS));

  return {
    failed(reason) {
      console.error(reason);
      if (!cover) {
        addEventListener('DOMContentLoaded', () => this.failed(reason));
        return;
      }
      alertOn(cover, `Routine App could not start: ${reason}. Once there is a network, reload the page; if that does not help, update the browser.`);
      addEventListener('online', () => cover.isConnected && location.reload(), { once: true });
      document.body.append(cover);
    },
  };
})();
