"""A start from the picture of Python's memory, in Pyodide itself: what is as it was, and what begins anew."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from routine_app.data.paths import assets_folder
from routine_app.serve.client.web_client import client_folder
from tests.phone_app_builds import parts_of

SCRIPT = """
import fs from 'node:fs';
import { Archive } from './archives.mjs';
import { withRoomFor } from './picture.mjs';

const [pyodide, parts] = process.argv.slice(2);
const { loadPyodide } = await import(`${pyodide}/pyodide.mjs`);
const { default: createModule } = await import(`${pyodide}/pyodide.asm.mjs`);
const { sizes, imports } = JSON.parse(fs.readFileSync(`${parts}/python-files.json`, 'utf-8'));
const settings = { indexURL: `${pyodide}/`, stdLibURL: new URL(import.meta.url).pathname, stdout: console.error };
globalThis.fetch = async (address) => new Response(fs.readFileSync(address));

const RANDOM = `
import gc, json, random
kept = sorted(type(found).__name__ for found in gc.get_objects() if isinstance(found, random.Random))
json.dumps({"random": random.random(), "kept": kept})
`;
const ANEW = 'from routine_app.phone.start import begin_anew; begin_anew()';
const MODULES = `
import json, sys
json.dumps(sorted(sys.modules))
`;

async function fill(fs) {
  for (const name of ['data', 'modules']) {
    const archive = new Archive(name, `${parts}/${name}.zz`);
    archive.place(fs, sizes);
    archive.fill(await archive.fetch());
  }
}

const first = await loadPyodide({ ...settings, fsInit: fill, _makeSnapshot: true });
first.runPython('import sys; sys.path.insert(0, "/app"); from routine_app.phone.start import prepare');
first.runPython('prepare(names)', { locals: first.toPy({ names: imports, prepare: first.globals.get('prepare') }) });
const picture = first.makeMemorySnapshot();
const modules = JSON.parse(first.runPython(MODULES));

async function later(code) {
  const createPyodideModule = withRoomFor(picture, createModule);
  const python = await loadPyodide({ ...settings, createPyodideModule, _loadSnapshot: picture });
  const imported = JSON.parse(python.runPython(MODULES));
  python.runPython(code);
  return { ...JSON.parse(python.runPython(RANDOM)), lost: modules.filter((name) => !imported.includes(name)) };
}

const told = {
  anew: [await later(ANEW), await later(ANEW)],
  same: [await later(''), await later('')],
};
process.stdout.write(JSON.stringify(told), () => process.exit(0));
"""


@pytest.fixture(scope="module")
def told(source_build: Path, node: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Make a picture with the app imported, start from it four times, and tell of each."""
    folder = tmp_path_factory.mktemp("parts") / "build-0"
    folder.mkdir()
    for name in ("archives", "picture"):
        shutil.copyfile(assets_folder() / "phone_app" / f"{name}.js", folder / f"{name}.mjs")
    (folder / "start.mjs").write_text(SCRIPT, encoding="utf-8")
    command = [node, *map(str, (folder / "start.mjs", client_folder() / "pyodide", parts_of(source_build)))]
    ended = subprocess.run(command, check=True, capture_output=True, encoding="utf-8", timeout=120)
    found: dict[str, Any] = json.loads(ended.stdout)
    return found


def test_all_that_was_imported_is_there(told: dict[str, Any]) -> None:
    """The library's modules, Flet's and the app's."""
    assert [start["lost"] for starts in told.values() for start in starts] == [[]] * 4


def test_chance_begins_anew(told: dict[str, Any]) -> None:
    """Without that, each start would draw the same numbers."""
    assert told["same"][0]["random"] == told["same"][1]["random"]
    assert len({start["random"] for start in (*told["anew"], told["same"][0])}) == 3


def test_no_module_keeps_another_chance(told: dict[str, Any]) -> None:
    """One that did would have to begin anew too; the system's own, of which passwords are made, keeps nothing."""
    assert told["anew"][0]["kept"] == ["Random", "SystemRandom"]
