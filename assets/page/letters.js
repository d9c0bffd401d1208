'use strict';
// Letters that the app's own font lacks, from this origin. Flutter's engine knows which font has which letter, and asks
// for one when the first text with it is to be drawn. `scripts/collect_letters.py` writes what there is.
(() => {
  const FAMILIES = new Set([
    'notocoloremoji',
    'notosans',
    'notosansarabic',
    'notosansarmenian',
    'notosansbengali',
    'notosanscanadianaboriginal',
    'notosanscherokee',
    'notosansdevanagari',
    'notosansethiopic',
    'notosansgeorgian',
    'notosansgujarati',
    'notosansgurmukhi',
    'notosanshebrew',
    'notosanshk',
    'notosansjavanese',
    'notosansjp',
    'notosanskannada',
    'notosanskhmer',
    'notosanskr',
    'notosanslao',
    'notosansmalayalam',
    'notosansmath',
    'notosansmongolian',
    'notosansmyanmar',
    'notosansnko',
    'notosansoriya',
    'notosanssc',
    'notosanssinhala',
    'notosanssymbols',
    'notosanssymbols2',
    'notosanssyriac',
    'notosanstagalog',
    'notosanstamil',
    'notosanstc',
    'notosanstelugu',
    'notosansthaana',
    'notosansthai',
    'notosanstifinagh',
    'notosansyi',
    'notoseriftibetan',
  ]);
  const IN_SLICES = /^notosans(hk|jp|kr|sc|tc)$/;  // their Latin letters, in no numbered slice, are also in this one:
  const LATIN = 'notosans-v37';
  const NAME = /([a-z0-9]+)\/(v\d+)\/[^/]+?(?:\.(\d+))?\.woff2$/;
  const CACHE = `routine-app-letters ${new URL('.', document.baseURI)}`;
  const nativeFetch = window.fetch.bind(window);
  const folder = new URL('letters/', document.baseURI).href;
  const missing = new BroadcastChannel('routine-app letters');  // `data/files/missing_letters.py` listens

  // The phone app keeps them for a start without the network; where a server is, the browser does for itself.
  async function kept(address) {
    const cache = flet.pyodide && window.caches ? await caches.open(CACHE) : null;
    const found = await cache?.match(address);
    if (found) {
      return found;
    }
    const answer = await nativeFetch(address);
    if (!answer.ok) {
      throw new Error(`it answers ${answer.status}`);
    }
    await cache?.put(address, answer.clone()).catch((error) => console.info(`${address} is not kept: ${error.message}`));
    return answer;
  }

  // Where they cannot be had the engine gets the font that it has: it would ask again for what failed, with each frame.
  async function letters([, family, version, slice]) {
    const isLatin = IN_SLICES.test(family) && !slice;
    const name = isLatin ? LATIN : [family, version, slice].filter(Boolean).join('-');
    try {
      if (!FAMILIES.has(family)) {
        throw new Error('the app has none of this script');
      }
      return await kept(`${folder}${name}.woff2`);
    } catch (error) {
      console.warn(`No letters of ${name}: ${error.message}`);
      missing.postMessage(family);
      return nativeFetch(`${flet.assetBase}assets/fonts/roboto.woff2`);
    }
  }

  flet.fontFallbackBaseUrl = folder;
  window.fetch = (resource, options) => {
    const found = String(resource).startsWith(folder) && NAME.exec(resource);
    return found ? letters(found) : nativeFetch(resource, options);
  };
})();
