'use strict';
// At an address that is not secure, as in the local network, a browser keeps its own way to read pictures to itself:
// Flutter then fetches an engine half as large again, and still draws none of a routine's photos. This reads them.
if ('v8BreakIterator' in Intl && !('ImageDecoder' in window)) {
  window.ImageDecoder = class {
    constructor({ type, data }) {
      this.file = new Blob([data], { type });
      this.tracks = { ready: Promise.resolve(), selectedTrack: { frameCount: 1, repetitionCount: 0 } };
      this.completed = this.tracks.ready;
    }

    async decode() {
      const image = await createImageBitmap(this.file);
      return { image: Object.assign(image, { displayWidth: image.width, displayHeight: image.height, duration: null }) };
    }

    close() {}
  };
}

// Chooses one of Flutter's two engines, and asks for all files of the one that is WebAssembly at once, since its loader
// asks for each when the one before is there. WebKit, which runs the other, would fetch twice what it is asked for so.
(() => {
  // Compiled to WebAssembly, Flutter starts in half the time; it needs a Chromium that splits text and reads
  // images itself, or else a larger engine that the app leaves out. Its loader checks the rest.
  const WASM = {
    compileTarget: 'dart2wasm',
    renderer: 'skwasm',
    mainWasmPath: 'main.dart.wasm',
    jsSupportRuntimePath: 'main.dart.mjs',
  };
  const SCRIPT = { compileTarget: 'dart2js', renderer: 'canvaskit', mainJsPath: 'main.dart.js' };
  const FETCHED = [
    WASM.mainWasmPath,
    'canvaskit/skwasm.wasm',
    'assets/FontManifest.json',
    'assets/fonts/roboto.woff2',
    'assets/fonts/MaterialIcons-Regular.otf',
  ];
  const MODULES = [WASM.jsSupportRuntimePath, 'canvaskit/skwasm.js'];

  function ask(file, rel, more) {
    document.head.append(Object.assign(document.createElement('link'), { rel, href: flet.assetBase + file, ...more }));
  }

  flet.builds = [SCRIPT];
  if ('v8BreakIterator' in Intl && 'ImageDecoder' in window && flet.keptEngine !== 'script') {
    flet.builds.unshift(WASM);
    FETCHED.forEach((file) => ask(file, 'preload', { as: 'fetch', crossOrigin: 'anonymous' }));
    MODULES.forEach((file) => ask(file, 'modulepreload'));
  }
})();
