'use strict';
// Starts Flutter, in place of the file of the same name that Flet brings: that one registers a service worker of
// Flutter's own over ours. Flutter's documentation calls this a custom bootstrap; `flutter.js` is the loader.
phoneApp.offline.newestVersion.then(() => {
  // Compiled to WebAssembly, Flutter starts in half the time; it needs a Chromium that splits text and reads
  // images itself, or else a larger engine that this build leaves out. Its loader checks the rest.
  const WASM = {
    compileTarget: 'dart2wasm',
    renderer: 'skwasm',
    mainWasmPath: 'main.dart.wasm',
    jsSupportRuntimePath: 'main.dart.mjs',
  };
  const SCRIPT = { compileTarget: 'dart2js', renderer: 'canvaskit', mainJsPath: 'main.dart.js' };
  const canWasm = 'v8BreakIterator' in Intl && 'ImageDecoder' in window && phoneApp.offline.keptEngine !== 'script';
  const configuration = {
    assetBase: flet.assetBase,
    canvasKitBaseUrl: flet.canvasKitBaseUrl,
    canvasKitVariant: 'full',
    entrypointBaseUrl: flet.entrypointBaseUrl,
    fontFallbackBaseUrl: flet.fontFallbackBaseUrl,
  };
  _flutter.buildConfig = { builds: canWasm ? [WASM, SCRIPT] : [SCRIPT] };
  _flutter.loader.load({
    config: configuration,
    onEntrypointLoaded: async (engineInitializer) => {
      const engine = await engineInitializer.initializeEngine(configuration);
      flet.flutterApp = await engine.runApp();
      flet.flutterAppResolve(flet.flutterApp);
    },
  });
});
