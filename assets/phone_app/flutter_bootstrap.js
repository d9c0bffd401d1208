'use strict';
// Starts Flutter, in place of the file of the same name that Flet brings: that one registers a service worker of
// Flutter's own over ours. Flutter's documentation calls this a custom bootstrap; `flutter.js` is the loader.
phoneApp.offline.newestVersion.then(() => {
  const configuration = {
    assetBase: flet.assetBase,
    canvasKitBaseUrl: flet.canvasKitBaseUrl,
    canvasKitVariant: 'full',
    entrypointBaseUrl: flet.entrypointBaseUrl,
    fontFallbackBaseUrl: flet.fontFallbackBaseUrl,
    renderer: 'canvaskit',
  };
  _flutter.buildConfig = {
    builds: [{ compileTarget: 'dart2js', renderer: 'canvaskit', mainJsPath: 'main.dart.js' }],
  };
  _flutter.loader.load({
    config: configuration,
    onEntrypointLoaded: async (engineInitializer) => {
      const engine = await engineInitializer.initializeEngine(configuration);
      flet.flutterApp = await engine.runApp();
      flet.flutterAppResolve(flet.flutterApp);
    },
  });
});
