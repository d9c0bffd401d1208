"""Archives: the same bytes for the same files, and what the page's own reader makes of them."""

import hashlib
import json
import os
import subprocess
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from routine_app.data.paths import assets_folder
from routine_app.serve.publish.archives import write_tar, write_zip
from tests.phone_app_builds import parts_of

LONGEST_NAME_BYTES = 100
"""What the page's reader of tar files takes for a name."""

FILES = {
    "empty.txt": b"",
    "one-block.bin": bytes(range(256)) * 2,
    "a/b/odd.bin": b"x" * 1537,
    "a/grüße.txt": "Füße".encode(),
    "n" * 99: b"a name as long as it may be",
}

READ_TAR = r"""
const fs = require('node:fs');
const [script, archive] = process.argv.slice(1);
const source = fs.readFileSync(script, 'utf-8').replace(/^import .*$/gm, '').replaceAll('import.meta.url', 'own');
const never = () => new Promise(() => {});
const read = new Function('loadPyodide', 'fetch', 'self', 'own', source + '; return unpackTar;');
const unpackTar = read(never, never, {}, 'https://host.example/python-worker.js');
const folders = new Set();
const found = {};
const memory = {
  mkdirTree: (path) => folders.add(path),
  writeFile: (path, bytes) => {
    if (!folders.has(path.slice(0, path.lastIndexOf('/')))) { throw new Error(`no folder for ${path}`); }
    found[path] = require('node:crypto').createHash('sha256').update(bytes).digest('hex');
  },
};
const bytes = require('node:zlib').gunzipSync(fs.readFileSync(archive));
unpackTar(memory, bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length), '/app');
console.log(JSON.stringify(found));
"""
"""Runs the page's own script, whose other parts wait for ever, and reads the archive with its function."""


def write(folder: Path) -> Path:
    """Write the files, in no order."""
    for name in sorted(FILES, key=len, reverse=True):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(FILES[name])
    return folder


def in_tar(archive: Path) -> dict[str, bytes]:
    """What Python finds in the archive."""
    with tarfile.open(archive) as tar:
        found = {entry.name: tar.extractfile(entry) for entry in tar}
        return {name: content.read() for name, content in found.items() if content}


def in_zip(archive: Path) -> dict[str, bytes]:
    """The same for the other kind."""
    with zipfile.ZipFile(archive) as packed:
        return {entry.filename: packed.read(entry) for entry in packed.infolist()}


@pytest.mark.parametrize(("pack", "read"), [(write_tar, in_tar), (write_zip, in_zip)])
def test_what_was_packed_comes_out(
    tmp_path: Path, pack: Callable[[Path, Path], None], read: Callable[[Path], dict[str, bytes]]
) -> None:
    """Each file under its name from the folder, sorted, and nothing else."""
    pack(write(tmp_path / "files"), tmp_path / "archive")
    assert read(tmp_path / "archive") == FILES
    assert len(read(tmp_path / "archive")) == len(FILES)


@pytest.mark.parametrize("pack", [write_tar, write_zip])
def test_the_bytes_depend_on_nothing_else(tmp_path: Path, pack: Callable[[Path, Path], None]) -> None:
    """Not on the time, nor on a file's owner's rights, nor on the name of the archive."""
    one, other = write(tmp_path / "one"), write(tmp_path / "other" / "place")
    for file in other.rglob("*.bin"):
        os.utime(file, (1_000_000_000, 1_000_000_000))
        file.chmod(0o600)
    pack(one, tmp_path / "1")
    pack(other, tmp_path / "another name")
    assert (tmp_path / "1").read_bytes() == (tmp_path / "another name").read_bytes()


def test_the_time_of_packing_is_not_in_the_archive(tmp_path: Path) -> None:
    """The four bytes that gzip has for it are zero (RFC 1952, 2.3)."""
    write_tar(write(tmp_path / "files"), tmp_path / "app.tar.gz")
    assert (tmp_path / "app.tar.gz").read_bytes()[4:8] == bytes(4)


@pytest.mark.parametrize("pack", [write_tar, write_zip])
def test_other_content_gives_other_bytes(tmp_path: Path, pack: Callable[[Path, Path], None]) -> None:
    """One byte is enough."""
    folder = write(tmp_path / "files")
    pack(folder, tmp_path / "1")
    (folder / "empty.txt").write_bytes(b"!")
    pack(folder, tmp_path / "2")
    assert (tmp_path / "1").read_bytes() != (tmp_path / "2").read_bytes()


def read_as_the_page_does(node: str, archive: Path) -> dict[str, str]:
    """The SHA-256 of each file that the page's script writes for Python."""
    script = assets_folder() / "phone_app" / "python-worker.js"
    command = [node, "-e", READ_TAR, str(script), str(archive)]
    ended = subprocess.run(command, check=False, capture_output=True, encoding="utf-8", timeout=60)
    assert ended.stderr == ""
    found: dict[str, str] = json.loads(ended.stdout)
    return found


def test_the_page_reads_what_was_packed(tmp_path: Path, node: str) -> None:
    """Empty files, whole and broken blocks, folders, letters beyond ASCII, the longest name."""
    write_tar(write(tmp_path / "files"), tmp_path / "app.tar.gz")
    expected = {f"/app/{name}": hashlib.sha256(content).hexdigest() for name, content in FILES.items()}
    assert read_as_the_page_does(node, tmp_path / "app.tar.gz") == expected


def test_the_page_and_python_agree_on_the_app(source_build: Path, node: str) -> None:
    """On every file of a real build."""
    archive = parts_of(source_build) / "app.tar.gz"
    expected = {
        f"/app/{name}": hashlib.sha256(content).hexdigest() for name, content in in_tar(archive).items()
    }
    assert read_as_the_page_does(node, archive) == expected
    assert "/app/routine_app/app.py" in expected


def test_every_name_of_the_app_is_short_enough(source_build: Path) -> None:
    """A longer one would take an entry that the page's reader does not know; a `c` more must fit."""
    names = in_tar(parts_of(source_build) / "app.tar.gz")
    assert [name for name in names if len(f"{name}c".encode()) > LONGEST_NAME_BYTES] == []
    with tarfile.open(parts_of(source_build) / "app.tar.gz") as archive:
        assert {entry.type for entry in archive} == {tarfile.REGTYPE}
