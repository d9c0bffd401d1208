"""Python's files in the browser: each in the archive of its time, and what the page's own reader makes of them."""

import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from routine_app.data.paths import assets_folder
from routine_app.serve.client.web_client import client_folder
from routine_app.serve.publish.archives import DATA, ENDING, LATER, LIST, MODULES, SOUNDS, write_archives
from tests.phone_app_builds import parts_of
from tests.serve.publish.conftest import unpacked

OWN = "/app/routine_app"
FILES = {
    "routine_app/app.pyc": b"opened",
    "routine_app/ui/late.pyc": b"imported late",
    "routine_app/routines/hips.yaml": "Füße".encode(),
    "routine_app/assets/figures/bridge.svg": b"<svg/>",
    "routine_app/assets/icons/icon-512.png": b"in a recording",
    "routine_app/assets/sounds/chime.mp3": b"heard",
    "routine_app/assets/voice/clips.json": b"{}",
    "routine_app/assets/voice/empty.mp3": b"",
    "routine_app/assets/voice/grüße.mp3": bytes(range(256)) * 700,
    "flet/icons.json": b"read as it is imported",
    "flet/more.json": b"read later",
}
LIBRARY = {"abc.pyc": b"opened", "tomllib/__init__.pyc": b"imported late"}
PLACES = {"app": "/app", "library": "/lib"}
IMPORTS = ("abc", "routine_app.app")
EIO = 29
"""The number that Emscripten has for an error of the device."""

OPENED = {"/app/routine_app/app.pyc", "/app/flet/icons.json", "/lib/abc.pyc", "/app/flet"}

READ = """
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';

const [archives, folder, pyodide, ...late] = process.argv.slice(2);
const asked = [];
let isThere = true;
const bytesOf = (address) => {
  const bytes = fs.readFileSync(address);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
};
const { Archive } = await import(pathToFileURL(archives));
const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`));
const { sizes } = JSON.parse(fs.readFileSync(`${folder}/python-files.json`, 'utf-8'));
const python = await loadPyodide({ indexURL: `${pyodide}/` });
globalThis.fetch = async (address) => {
  asked.push('fetch');
  return new Response(bytesOf(address));
};
globalThis.XMLHttpRequest = class {
  open(method, address, isAsynchronous) {
    Object.assign(this, { address, isAsynchronous });
  }
  send() {
    asked.push(`${this.isAsynchronous}`);
    if (!isThere) {
      throw new Error('the network is gone');
    }
    Object.assign(this, { status: 200, response: bytesOf(this.address) });
  }
};
const all = Object.fromEntries(Object.keys(sizes).map(
  (name) => [name, new Archive(name, `${folder}/${name}.zz`)]));
for (const [name, archive] of Object.entries(all)) {
  archive.place(python.FS, sizes, python._module);
  if (!late.includes(name)) {
    archive.fill(await archive.fetch());
  }
}
const told = [];
const tell = (what) => told.push(what);
const run = (code) => tell(JSON.parse(python.runPython(`import json, os, hashlib\\njson.dumps(${code})`)));
"""
"""Puts the archives of a folder into Pyodide's file system with the page's own script; those named `late` do not come."""

TELL = "\nprocess.stdout.write(JSON.stringify({ told, asked }), () => process.exit(0));\n"


def written(folder: Path) -> Path:
    """Write the files, in no order, and pack them."""
    for tree, files in (("app", FILES), ("library", LIBRARY)):
        for name in sorted(files, key=len, reverse=True):
            (folder / tree / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / tree / name).write_bytes(files[name])
    pack(folder)
    return folder


def pack(folder: Path) -> None:
    """Pack what is below the two trees."""
    write_archives(folder, {folder / tree: place for tree, place in PLACES.items()}, IMPORTS, OPENED)


def in_browser() -> dict[str, bytes]:
    """Every file by its place."""
    app = {f"/app/{name}": content for name, content in FILES.items()}
    return {**app, **{f"/lib/{name}": content for name, content in LIBRARY.items()}}


def archives(folder: Path) -> dict[str, bytes]:
    """The archives and their list, as they are."""
    return {
        name: (folder / name).read_bytes()
        for name in (LIST, *(f"{n}{ENDING}" for n in (DATA, MODULES, LATER, SOUNDS)))
    }


def test_each_file_is_in_the_archive_of_its_time(tmp_path: Path) -> None:
    """What shows is there first, modules that are imported before the first screen then, others after it, and sounds last."""
    found = unpacked(written(tmp_path))
    assert {name: set(files) for name, files in found.items()} == {
        DATA: {
            f"{OWN}/{name}"
            for name in ("routines/hips.yaml", "assets/figures/bridge.svg", "assets/voice/clips.json")
        },
        MODULES: {f"{OWN}/app.pyc", "/app/flet/icons.json", "/lib/abc.pyc"},
        LATER: {f"{OWN}/ui/late.pyc", "/app/flet/more.json", "/lib/tomllib/__init__.pyc"},
        SOUNDS: {path for path in in_browser() if path.endswith((".mp3", ".png"))},
    }
    assert {path: content for files in found.values() for path, content in files.items()} == in_browser()


def test_the_modules_are_listed_in_their_order(tmp_path: Path) -> None:
    """As they came to be imported."""
    assert json.loads((written(tmp_path) / LIST).read_text(encoding="utf-8"))["imports"] == list(IMPORTS)


def test_the_bytes_depend_on_nothing_else(tmp_path: Path) -> None:
    """Not on the time, nor on a file's owner's rights, nor on the name of the folder."""
    one, other = written(tmp_path / "one"), written(tmp_path / "other" / "place")
    for file in other.rglob("*.mp3"):
        os.utime(file, (1_000_000_000, 1_000_000_000))
        file.chmod(0o600)
    pack(other)
    assert archives(one) == archives(other)


@pytest.mark.parametrize(
    ("name", "changed"),
    [("routine_app/routines/hips.yaml", DATA), ("routine_app/app.pyc", MODULES), ("flet/more.json", LATER)],
)
def test_other_content_gives_other_bytes(tmp_path: Path, name: str, changed: str) -> None:
    """Of the archive that it is in; one byte is enough."""
    before = archives(written(tmp_path))
    (tmp_path / "app" / name).write_bytes(b"!" * len(FILES[name]))
    pack(tmp_path)
    assert [file for file, content in archives(tmp_path).items() if content != before[file]] == [
        f"{changed}{ENDING}"
    ]


def read(node: str, work: Path, folder: Path, script: str, *late: str) -> dict[str, Any]:
    """What the page's script and Pyodide make of the archives of that folder."""
    shutil.copyfile(assets_folder() / "phone_app" / "archives.js", work / "archives.mjs")
    (work / "read.mjs").write_text(f"{READ}{script}{TELL}", encoding="utf-8")
    command = [
        node,
        *map(str, (work / "read.mjs", work / "archives.mjs", folder, client_folder() / "pyodide")),
        *late,
    ]
    ended = subprocess.run(command, check=True, capture_output=True, encoding="utf-8", timeout=60)
    told: dict[str, Any] = {**json.loads(ended.stdout), "errors": ended.stderr}
    return told


LIST_ALL = """
const LISTED = `{os.path.join(folder, name): os.path.getsize(os.path.join(folder, name))
  for top in ("/app", "/lib") for folder, _, names in os.walk(top) for name in names if not name.endswith(".zip")}`;
"""
READ_ALL = """
run('{path: hashlib.sha256(open(path, "rb").read()).hexdigest() for path in listed}');
"""


def test_the_page_reads_what_was_packed(tmp_path: Path, node: str) -> None:
    """Empty files, large ones, folders, letters beyond ASCII; no archive is fetched twice."""
    script = f"{LIST_ALL} python.runPython(`import os; listed = ${{LISTED}}`); {READ_ALL}"
    told = read(node, tmp_path, written(tmp_path), script)
    digests = {path: hashlib.sha256(content).hexdigest() for path, content in in_browser().items()}
    assert told == {"told": [digests], "asked": ["fetch"] * 4, "errors": ""}


def test_the_page_and_python_agree_on_the_app(source_build: Path, tmp_path: Path, node: str) -> None:
    """On every file of a real build."""
    script = f"{LIST_ALL} python.runPython(`import os; listed = ${{LISTED}}`); {READ_ALL}"
    told = read(node, tmp_path, parts_of(source_build), script)["told"]
    files = {
        path: content
        for archive in unpacked(parts_of(source_build)).values()
        for path, content in archive.items()
    }
    assert told == [{path: hashlib.sha256(content).hexdigest() for path, content in files.items()}]
    assert f"{OWN}/app.py" in files


CLIP = f"{OWN}/assets/voice/grüße.mp3"
CLIP_BYTES = len(FILES["routine_app/assets/voice/grüße.mp3"])
OPEN_IN_VAIN = f"""
python.runPython(`
try:
    open("{CLIP}", "rb")
except OSError as error:
    number = error.errno
`);
run('number');
"""


def test_a_file_that_comes_late_is_there_from_the_beginning(tmp_path: Path, node: str) -> None:
    """With its name and its size, for whoever looks; nothing is fetched for that."""
    told = read(node, tmp_path, written(tmp_path), f"{LIST_ALL} run(LISTED);", SOUNDS)
    sizes = {path: len(content) for path, content in in_browser().items()}
    assert told == {"told": [sizes], "asked": ["fetch"] * 3, "errors": ""}


def test_who_opens_a_late_file_waits_for_it(tmp_path: Path, node: str) -> None:
    """Its archive is fetched there and then, once for all its files, and what comes of the first request is of no more use."""
    script = f"""
    run('[os.getcwd(), len(open("{CLIP}", "rb").read()), open("{OWN}/assets/sounds/chime.mp3").read()]');
    all.sounds.fill(new Uint8Array(await all.sounds.fetch()).fill(0));
    run('open("{OWN}/assets/sounds/chime.mp3").read()');
    """
    told = read(node, tmp_path, written(tmp_path), script, SOUNDS)
    assert told["told"] == [["/home/pyodide", CLIP_BYTES, "heard"], "heard"]
    assert told["asked"] == ["fetch", "fetch", "fetch", "false", "fetch"]
    assert told["errors"] == ""


def test_a_late_file_is_read_like_any_other_once_it_has_come(tmp_path: Path, node: str) -> None:
    """Without another request."""
    script = f"""
    all.sounds.fill(await all.sounds.fetch());
    run('len(open("{CLIP}", "rb").read())');
    """
    told = read(node, tmp_path, written(tmp_path), script, SOUNDS)
    assert told == {"told": [CLIP_BYTES], "asked": ["fetch"] * 4, "errors": ""}


def test_a_late_file_that_cannot_be_had_is_an_error_of_the_disk(tmp_path: Path, node: str) -> None:
    """As which the app knows it; the console says why, and it is there for the next who opens it, once it can be had."""
    script = f"""
    isThere = false;
    {OPEN_IN_VAIN}
    isThere = true;
    run('len(open("{CLIP}", "rb").read())');
    """
    told = read(node, tmp_path, written(tmp_path), script, SOUNDS)
    assert told["told"] == [EIO, CLIP_BYTES]
    assert told["errors"] == f"{tmp_path}/sounds.zz: the network is gone\n"


def test_a_late_file_of_a_damaged_archive_is_an_error_too(tmp_path: Path, node: str) -> None:
    """Its contents are not made up."""
    written(tmp_path)
    whole = (tmp_path / "sounds.zz").read_bytes()
    (tmp_path / "sounds.zz").write_bytes(whole[:100])
    told = read(node, tmp_path, tmp_path, OPEN_IN_VAIN, SOUNDS)
    assert told["told"] == [EIO]
    assert told["errors"].startswith(f"{tmp_path}/sounds.zz: zlib says ")
