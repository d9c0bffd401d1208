'use strict';
// Keeps one version of the app on the device. The publisher writes `BUILD` above these lines: the version, and
// the SHA-256 of each file of it, and which files are of one of Flutter's two engines alone.
const NAME = `routine-app ${self.registration.scope} `;
const ENGINE = new URL(self.location).searchParams.get('engine');
const CACHE = `${NAME}${BUILD.version} ${ENGINE}`;
const LANES = 4;
const ASKED_AGAIN = 10;
const ASKED_EACH_MILLISECONDS = 100;
// What the page asks for under an address with its version; asked for alike, it is not loaded twice.
const WITH_VERSION = ['app.tar.gz', 'python-worker.js'];

const OTHER_ENGINES = Object.keys(BUILD.engines).filter((name) => name !== ENGINE);
const LEFT_OUT = new Set(OTHER_ENGINES.flatMap((name) => BUILD.engines[name]));
const isKept = (file) => Object.hasOwn(BUILD.files, file) && !LEFT_OUT.has(file);

const address = (file) => new URL(file, self.registration.scope).href;
const isOurs = (name) => name.startsWith(NAME);

async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

// The file as this version has it, from the network; a host in the middle of a deploy may send another.
async function download(file) {
  const query = WITH_VERSION.includes(file) ? `?v=${BUILD.version}` : '';
  const answer = await fetch(address(file) + query, { cache: 'no-cache' });
  const bytes = await answer.arrayBuffer();
  if (!answer.ok || (await digest(bytes)) !== BUILD.files[file]) {
    throw new Error(`${file} is not the one of this version`);
  }
  const headers = { 'content-type': answer.headers.get('content-type') ?? '', etag: BUILD.files[file] };
  return new Response(bytes, { headers });
}

async function fromOlder(older, file) {
  for (const cache of older) {
    const kept = await cache.match(address(file));
    if (kept?.headers.get('etag') === BUILD.files[file]) {
      return kept;
    }
  }
  return null;
}

async function install() {
  const older = await Promise.all((await caches.keys()).filter(isOurs).map((name) => caches.open(name)));
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
  const outdated = (await caches.keys()).filter((name) => isOurs(name) && name !== CACHE);
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
  const file = mode === 'navigate' ? 'index.html' : path;
  if (isKept(file)) {
    event.respondWith(answer(file));
  }
});
