// Runs the app's Python. What it needs loads side by side, before the page asks for anything; what only a later screen
// needs, once the first one stands.
import { Archive, fetchList } from './archives.js';
import { countAsFinished, findPicture, keepPicture, throwPictureAway, withRoomFor } from './picture.js';
import { loadPyodide } from './pyodide/pyodide.mjs';

const folder = new URL('./', import.meta.url).href;
// The page's own, whatever version of it this is: Python keeps what the user has by it.
self.pageFolder = new URL('../', import.meta.url).pathname;

// What Flet's Python side imports as `flet_js`: it puts `start_connection` and `send` here.
const flet = {};

const PREPARE = `
import sys
sys.path.insert(0, "/app")
from routine_app.phone.start import prepare
prepare(names)
`;

const OPEN_PAGE = `
import flet
from routine_app.app import page_main
flet.run(page_main())
`;

// The largest of the scripts comes while Pyodide already fetches what it is to run.
const script = import('./pyodide/pyodide.asm.mjs');
script.catch(() => {});  // whoever waits for it hears of it
const list = fetchList(folder + 'python-files.json');
list.catch(() => {});  // the same
const [data, modules, later, sounds] = ['data', 'modules', 'later', 'sounds']
  .map((name) => new Archive(name, `${folder}${name}.zz`));
let late = [];
let afterwards = async () => {};

function load(settings, wrapped = (createModule) => createModule) {
  return loadPyodide({
    indexURL: folder + 'pyodide/',
    stdLibURL: 'data:,',  // the library is in the archives; Python looks for it in a file first, which is empty
    createPyodideModule: async (module) => wrapped((await script).default)(module),
    ...settings,
  });
}

function takePicture(python) {
  // Told so from the start, Pyodide would give Python stand-ins for the browser's objects, which the browser refuses.
  python._api.config._makeSnapshot = true;
  return python.makeMemorySnapshot({
    serializer(object) {
      if (object !== flet) {
        throw new Error(`${object} cannot be in a picture`);
      }
      return 'flet';
    },
  });
}

async function startAnew(makesPicture) {
  const contents = Promise.all([data.fetch(), modules.fetch()]);
  const fsInit = async (fs) => {
    const { sizes } = await list;
    for (const [i, archive] of [data, modules].entries()) {
      archive.place(fs, sizes);
      archive.fill((await contents)[i]);
    }
  };
  const python = await load({ fsInit });
  const { imports, sizes } = await list;
  late = [later, sounds];
  late.forEach((archive) => archive.place(python.FS, sizes, python._module));
  python.registerJsModule('flet_js', flet);
  const locals = python.toPy({ names: imports });
  python.runPython(PREPARE, { locals });
  locals.destroy();
  if (makesPicture) {
    try {
      const picture = takePicture(python);
      afterwards = () => keepPicture(picture);
    } catch (error) {
      console.warn('There is no picture of the memory:', error);
    }
  }
  python.runPython(OPEN_PAGE);
}

async function startFrom(picture) {
  const content = data.fetch();
  const settings = { _loadSnapshot: picture, _snapshotDeserializer: () => flet };
  const python = await load(settings, (createModule) => withRoomFor(picture, createModule));
  const { sizes } = await list;
  late = [later, modules, sounds];
  [data, ...late].forEach((archive) => archive.place(python.FS, sizes, python._module));
  data.fill(await content);
  python.runPython('from routine_app.phone.start import begin_anew; begin_anew()');
  python.runPython(OPEN_PAGE);
  afterwards = countAsFinished;
}

// Without its WebAssembly file Pyodide waits for ever, and only this hears of it.
let fail = () => {};
self.onunhandledrejection = ({ reason }) => fail(reason);
const orFailed = (work) => Promise.race([work, new Promise((_, reject) => {
  fail = reject;
})]);

async function startPython() {
  const logged = (error) => console.warn('Starting without the picture of the memory:', error);
  const picture = await findPicture().catch(logged);
  if (picture) {
    try {
      await orFailed(startFrom(picture));
      return;
    } catch (error) {
      logged(error);
      await throwPictureAway().catch(logged);
    }
  }
  await orFailed(startAnew(picture === null));
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

async function bringTheRest() {
  for (const archive of late) {
    archive.fill(await archive.fetch());
  }
}

async function settle() {
  const logged = (error) => console.warn('After the first screen:', error);
  await bringTheRest().catch(logged);
  await afterwards().catch(logged);
  afterwards = async () => {};
  self.postMessage({ settled: true });
}

self.onmessage = ({ data: message }) => {
  if (message instanceof Uint8Array) {
    flet.send(message);
  } else if (message === 'connect') {
    connect();
  } else if (message === 'first screen stands') {
    settle();
  } else {
    flet.documentUrl = message.documentUrl;
  }
};
