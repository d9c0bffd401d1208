'use strict';
// Keeps one version of the app on the device. The publisher writes `BUILD` above these lines: the version, and
// the SHA-256 of each file of it, and which files are of one of Flutter's two engines alone.
const NAME = `routine-app ${self.registration.scope} `;
const ENGINE = new URL(self.location).searchParams.get('engine');
const CACHE = `${NAME}${BUILD.version} ${ENGINE}`;
const PICTURE = `${NAME}${BUILD.version} picture`;  // `picture.js` keeps it there
const FOLDER = `build-${BUILD.version}/`;
const LANES = 4;
const ASKED_AGAIN = 10;
const ASKED_EACH_MILLISECONDS = 100;

const OTHER_ENGINES = Object.keys(BUILD.engines).filter((name) => name !== ENGINE);
const LEFT_OUT = new Set(OTHER_ENGINES.flatMap((name) => BUILD.engines[name]));
const isKept = (file) => Object.hasOwn(BUILD.files, file) && !LEFT_OUT.has(file);

// Flutter's engine compiled to WebAssembly draws in threads where a page is apart from all others. Hosts of static files do
// not say so, and every answer must: that of a worker's script too.
const APART = { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin' };
const MORE_HEADERS = ENGINE === 'wasm' ? APART : {};

const address = (file) => new URL(FOLDER + file, self.registration.scope).href;
const isOurs = (name) => name.startsWith(NAME);

async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function keptAnswer(file, body, type) {
  const headers = { 'content-type': type ?? '', etag: BUILD.files[file], ...MORE_HEADERS };
  return new Response(body, { headers });
}

// The file as this version has it, from the network; a host in the middle of a deploy may send half of it, or none.
async function download(file) {
  const answer = await fetch(address(file), { cache: 'no-cache' });
  const bytes = await answer.arrayBuffer();
  if (!answer.ok || (await digest(bytes)) !== BUILD.files[file]) {
    throw new Error(`${file} is not the one of this version`);
  }
  return keptAnswer(file, bytes, answer.headers.get('content-type'));
}

// All that older versions keep, each in a folder of its own.
async function listOlder() {
  const older = await Promise.all((await caches.keys()).filter(isOurs).map((name) => caches.open(name)));
  const kept = await Promise.all(older.map(async (cache) => (await cache.keys()).map((request) => ({ cache, request }))));
  return kept.flat();
}

async function fromOlder(older, file) {
  for (const { cache, request } of older.filter(({ request }) => request.url.endsWith(`/${file}`))) {
    const kept = await cache.match(request);
    if (kept?.headers.get('etag') === BUILD.files[file]) {
      return keptAnswer(file, kept.body, kept.headers.get('content-type'));
    }
  }
  return null;
}

async function install() {
  const older = await listOlder();
  const cache = await caches.open(CACHE);
  const files = Object.keys(BUILD.files).filter(isKept);
  async function lane() {
    for (let file = files.shift(); file !== undefined; file = files.shift()) {
      await cache.put(address(file), (await fromOlder(older, file)) ?? (await download(file)));
    }
  }
  try {
    await Promise.all(Array.from({ length: LANES }, lane));
  } catch (error) {
    await caches.delete(CACHE);  // all or nothing
    throw error;
  }
}

async function activate() {
  const outdated = (await caches.keys()).filter((name) => isOurs(name) && name !== CACHE && name !== PICTURE);
  await Promise.all(outdated.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function countPages() {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return pages.filter((page) => page.url.startsWith(self.registration.scope)).length;
}

// A page that was just closed, or that was loaded anew, is counted for a moment longer.
async function isOnePageLeft() {
  for (let asked = 0; asked < ASKED_AGAIN; asked += 1) {
    if ((await countPages()) <= 1) {
      return true;
    }
    await new Promise((resolve) => setTimeout(resolve, ASKED_EACH_MILLISECONDS));
  }
  return false;
}

async function takeOverIfAlone(port) {
  const isAlone = await isOnePageLeft();
  port.postMessage(isAlone);
  if (isAlone) {
    await self.skipWaiting();
  }
}

async function answer(file) {
  return (await caches.match(address(file), { cacheName: CACHE })) ?? download(file);
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', (event) => event.waitUntil(takeOverIfAlone(event.ports[0])));
self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  if (method !== 'GET' || !url.startsWith(self.registration.scope)) {
    return;
  }
  const path = url.slice(self.registration.scope.length).split(/[?#]/)[0];
  // What is beside the folder, such as the icons, is in it too.
  const file = mode === 'navigate' ? 'index.html' : path.replace(FOLDER, '');
  if (isKept(file)) {
    event.respondWith(answer(file));
  }
});
