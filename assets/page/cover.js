'use strict';
// Takes away what covers the page once the app's first screen is seen. Flutter's first picture is Flet's own, in its
// words and colours. The app's screens have a heading, which comes into the tree of roles and names as a screen is
// drawn; the picture of it may come later, from another thread.
(() => {
  const HEADING = 'flt-semantics-host :is(h1, [role=heading])';
  const EMPTY = '0,0,0,0';
  const FLETS = ['248,249,255,255', '17,20,24,255'];  // behind that picture, by day and by night
  const MOST_MILLISECONDS = 10000;  // what is drawn by then is better seen than covered

  const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

  // The colour in the corner of Flutter's picture.
  function corner() {
    const canvas = document.querySelector('flt-glass-pane')?.shadowRoot?.querySelector('canvas');
    if (!canvas?.width) {
      return EMPTY;
    }
    brush.clearRect(0, 0, 1, 1);
    brush.drawImage(canvas, 0, 0, 1, 1, 0, 0, 1, 1);
    return brush.getImageData(0, 0, 1, 1).data.join();
  }

  // CanvasKit draws in the page's own thread, and some browsers let nobody read what it drew.
  const isOurs = () => window.flutterCanvasKit || ![EMPTY, ...FLETS].includes(corner());

  async function uncover() {
    const cover = document.getElementById('loading');
    const until = performance.now() + MOST_MILLISECONDS;
    while (!(document.querySelector(HEADING) && isOurs()) && performance.now() < until) {
      await nextFrame();
    }
    await nextFrame();
    await nextFrame();
    cover.remove();
  }

  flet.uncover = uncover;
  flet.pyodide || addEventListener('flutter-first-frame', uncover, { once: true });
})();
