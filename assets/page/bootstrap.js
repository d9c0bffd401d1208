'use strict';
// Starts Flutter, in place of the `flutter_bootstrap.js` that Flet brings: that one registers a service worker of
// Flutter's own over ours. Flutter's documentation calls this a custom bootstrap; `flutter.js` is the loader.
flet.beforeFlutter.then(() => {
  const configuration = {
    assetBase: flet.assetBase,
    canvasKitBaseUrl: flet.canvasKitBaseUrl,
    canvasKitVariant: 'full',
    entrypointBaseUrl: flet.entrypointBaseUrl,
    fontFallbackBaseUrl: flet.fontFallbackBaseUrl,
  };
  _flutter.buildConfig = { builds: flet.builds };
  _flutter.loader.load({
    config: configuration,
    onEntrypointLoaded: async (engineInitializer) => {
      const engine = await engineInitializer.initializeEngine(configuration);
      flet.flutterApp = await engine.runApp();
      flet.flutterAppResolve(flet.flutterApp);
    },
  });
});
