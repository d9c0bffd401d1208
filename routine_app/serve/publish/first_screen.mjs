// node first_screen.mjs PYODIDE_MODULE FOLDER PLACE [FOLDER PLACE ...]
// Opens the app's first screen in the Python of the phone app, with nobody to see it, and prints as JSON the modules that it
// imported, and the files that were opened below these places until the session that it offers was ready to begin. The
// methods of the dataclasses are compiled and the routines that ship are read on the way.
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [pyodideModule, ...trees] = process.argv.slice(2);
const places = trees.filter((_, i) => i % 2 === 1);
const opened = new Set();

const OPEN = `
import asyncio
import sys

sys.path.insert(0, "/app")
from routine_app.phone.dataclass_methods import compiled_methods, read_methods, write_methods

PHONE = {
    "route": "/",
    "web": True,
    "pyodide": True,
    "platform": "android",
    "platform_brightness": "light",
    "width": 390.0,
    "height": 844.0,
}
REGISTER_CLIENT = 1
SOON_SECONDS = 0.5  # by then what was to begin has begun

with compiled_methods({}) as methods:
    import flet
    import flet_js
    import routine_app.phone.start
    import msgpack
    from pyodide.ffi import to_js
    from routine_app.app import page_main
    from routine_app.phone.read_routines import routines_read_ahead, write_read_routines
    open_app, is_sent = page_main(), asyncio.Event()

    async def open_and_tell(page):
        try:
            await open_app(page)
        finally:
            is_sent.set()

    flet.run(open_and_tell)
    await flet_js.start_connection(lambda message: None)
    client = {"session_id": None, "page_name": "", "page": PHONE}
    flet_js.send(to_js(b"\\0" + msgpack.packb([REGISTER_CLIENT, client])))
    await is_sent.wait()
    names = [name for name, module in sys.modules.items() if (getattr(module, "__file__", None) or "").startswith("/")]
    from routine_app.ui.app import REST_AT_LATEST_SECONDS
    from routine_app.ui.balance.today_controller import LOOKED_AT_SECONDS
    await asyncio.sleep(REST_AT_LATEST_SECONDS + LOOKED_AT_SECONDS + SOON_SECONDS)
write_methods(methods)
read_methods()
write_read_routines()
routines_read_ahead.cache_clear()
routines_read_ahead()
names
`;

function mount(fs) {
  for (let i = 0; i < trees.length; i += 2) {
    fs.mkdirTree(trees[i + 1]);
    fs.mount(fs.filesystems.NODEFS, { root: resolve(trees[i]) }, trees[i + 1]);
  }
  fs.trackingDelegate.onOpenFile = (path) => opened.add(path);
}

const { loadPyodide } = await import(pathToFileURL(resolve(pyodideModule)).href);
const indexURL = `${dirname(resolve(pyodideModule))}/`;
const noArchive = fileURLToPath(import.meta.url);  // Python looks for its library there first, and finds it in the folder
const env = { PYTHONNODEBUGRANGES: '1' };  // as in byte_compile.mjs
const settings = { indexURL, stdLibURL: noArchive, fsInit: async (fs) => mount(fs), env, stdout: console.error };
const python = await loadPyodide(settings);
globalThis.pageFolder = '/';
globalThis.navigator ??= {};  // which Node has from version 21 on
python.registerJsModule('flet_js', { documentUrl: 'http://localhost/' });
const imports = (await python.runPythonAsync(OPEN)).toJs();
const files = Array.from(opened).filter((path) => places.some((place) => path.startsWith(`${place}/`)));
process.stdout.write(JSON.stringify({ imports, files }), () => process.exit(0));
