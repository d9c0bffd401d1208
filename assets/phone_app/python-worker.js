// Runs the app's Python. Pyodide and the app's own files load side by side, before the page asks for anything.
import { loadPyodide } from './pyodide/pyodide.mjs';

const folder = new URL('./', import.meta.url).href;
// The page's own, whatever version of it this is: Python keeps what the user has by it.
self.pageFolder = new URL('../', import.meta.url).pathname;

// The places of a tar file's parts (POSIX.1-1988, ustar).
const BLOCK = 512;
const NAME_LENGTH = 100;
const SIZE_AT = 124;
const SIZE_LENGTH = 12;

// What Flet's Python side imports as `flet_js`: it puts `start_connection` and `send` here.
const flet = {};

const START = `
import sys
sys.path.insert(0, "/app")
import flet
from routine_app import app
flet.run(app.page_main())
`;

async function fetchApp() {
  const answer = await fetch(folder + 'app.tar.gz');
  if (!answer.ok) {
    throw new Error(`app.tar.gz: ${answer.status} ${answer.statusText}`);
  }
  return new Response(answer.body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}

// Pyodide's own unpacking imports Python's, which takes longer than the whole of this.
function unpackTar(fs, tar, folder) {
  const bytes = new Uint8Array(tar);
  const text = (start, length) => new TextDecoder().decode(bytes.subarray(start, start + length)).split('\0')[0];
  const made = new Set();
  for (let at = 0; text(at, NAME_LENGTH); ) {
    const path = `${folder}/${text(at, NAME_LENGTH)}`;
    const size = parseInt(text(at + SIZE_AT, SIZE_LENGTH), 8);
    const parent = path.slice(0, path.lastIndexOf('/'));
    if (!made.has(parent)) {
      fs.mkdirTree(parent);
      made.add(parent);
    }
    fs.writeFile(path, bytes.subarray(at + BLOCK, at + BLOCK + size));
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}

// Without its WebAssembly file Pyodide waits for ever, and only this hears of it.
const failed = new Promise((_, reject) => {
  self.onunhandledrejection = ({ reason }) => reject(reason);
});
failed.catch(() => {});

async function startPython() {
  const loading = Promise.all([loadPyodide({ indexURL: folder + 'pyodide/' }), fetchApp()]);
  const [python, app] = await Promise.race([loading, failed]);
  python.registerJsModule('flet_js', flet);
  unpackTar(python.FS, app, '/app');
  await python.runPythonAsync(START);
}

function sendToPage(message) {
  const bytes = message.toJs();
  self.postMessage(bytes, [bytes.buffer]);
}

function tell(error) {
  console.error(error);
  self.postMessage({ trouble: String(error.message ?? error) });
}

const started = startPython();
started.catch(tell);  // at once, and again when the page connects

async function connect() {
  try {
    await started;
    await flet.start_connection(sendToPage);
    self.postMessage({ connected: true });
  } catch (error) {
    tell(error);
  }
}

self.onmessage = ({ data }) => {
  if (data instanceof Uint8Array) {
    flet.send(data);
  } else if (data === 'connect') {
    connect();
  } else {
    flet.documentUrl = data.documentUrl;
  }
};
