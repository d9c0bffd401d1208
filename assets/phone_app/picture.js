// A picture of Python's memory, in which all that the first screen needs is imported already. It is made in a version's
// first start, before anything of the user is read, and kept on the device for the later ones.
const MOST_UNFINISHED = 2;
const MEMORY_PAGE = 65536;

const [, version] = /build-(\w+)\/[^/]*$/.exec(import.meta.url);
const NAME = `routine-app ${new URL('../', import.meta.url).href} ${version} picture`;  // the service worker knows it
const PICTURE = new URL('picture', import.meta.url).href;
const UNFINISHED = new URL('unfinished', import.meta.url).href;

const keep = async (address, content) => (await caches.open(NAME)).put(address, new Response(content));
const kept = (address) => caches.match(address, { cacheName: NAME });

// The picture; null where none was made yet, undefined where none shall be made. Starts with it are counted until they
// have finished: one that takes more memory than the device has ends without a word.
export async function findPicture() {
  if (!self.caches) {
    return undefined;
  }
  const [found, unfinished] = await Promise.all([PICTURE, UNFINISHED].map(kept));
  if (!found) {
    return null;
  }
  const picture = new Uint8Array(await found.arrayBuffer());
  const count = unfinished ? Number(await unfinished.text()) : 0;
  if (picture.length && count < MOST_UNFINISHED) {
    await keep(UNFINISHED, String(count + 1));
    return picture;
  }
  if (picture.length) {
    console.warn('The picture of the memory is thrown away: starts with it did not finish.');
    await throwPictureAway();
  }
  return undefined;
}

export const keepPicture = (bytes) => keep(PICTURE, bytes);

// An empty one takes its place, so that none is made of this version again.
export async function throwPictureAway() {
  await keep(PICTURE, '');
  await countAsFinished();
}

export async function countAsFinished() {
  await (await caches.open(NAME)).delete(UNFINISHED);
}

// Pyodide brings a memory of its own size, whatever that of the picture is.
export function withRoomFor(picture, createModule) {
  return (settings) => {
    const instantiate = settings.instantiateWasm;
    settings.instantiateWasm = (imports, done) => instantiate(imports, (instance, module) => {
      const { memory } = instance.exports;
      memory.grow(Math.max(0, Math.ceil((picture.length - memory.buffer.byteLength) / MEMORY_PAGE)));
      done(instance, module);
    });
    return createModule(settings);
  };
}
