// node byte_compile.mjs PYODIDE_MODULE SCRIPT FOLDER SHOWN_AS [FOLDER SHOWN_AS ...]
// Runs byte_compile.py, which SCRIPT is, in the Python of the phone app.
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [pyodideModule, script, ...trees] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(resolve(pyodideModule)).href);
// Where in a line something went wrong is a quarter of all byte code, compressed: the line is enough.
const env = { PYTHONNODEBUGRANGES: '1' };
const python = await loadPyodide({ indexURL: `${dirname(resolve(pyodideModule))}/`, env });
python.runPython(readFileSync(script, 'utf-8'));
const compileTree = python.runPython('lambda folder, shown_as: compile_tree(Path(folder), shown_as)');
for (let i = 0; i < trees.length; i += 2) {
  const mounted = `/tree${i}`;
  python.FS.mkdir(mounted);
  python.FS.mount(python.FS.filesystems.NODEFS, { root: resolve(trees[i]) }, mounted);
  compileTree(mounted, trees[i + 1]);
}
