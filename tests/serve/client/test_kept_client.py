"""The client that the server sends: made once, whole, and again when what it is made of changes."""

import gzip
import logging
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from routine_app.core.errors import UserFacingError
from routine_app.data.paths import assets_folder
from routine_app.serve.client import kept_client as kept_client_module
from routine_app.serve.client.client_source import ClientSource
from routine_app.serve.client.file_tree import files_below
from routine_app.serve.client.kept_client import kept_client
from routine_app.serve.client.page_parts import BESIDE
from routine_app.serve.client.web_client import CLIENT_FILES, client_folder

LARGE = "main.dart.js"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[ClientSource, Path]]:
    """Keep the client of the real assets."""
    source = ClientSource(assets_folder(), tmp_path_factory.mktemp("kept") / "client")
    with kept_client(source) as folder:
        yield source, folder


def parts_of(folder: Path) -> Path:
    """Give the folder of the version."""
    (parts,) = folder.glob("build-*")
    return parts


def test_all_files_are_there(kept: tuple[ClientSource, Path]) -> None:
    """Those of the client in the folder of their version, the page beside it, and nothing that the phone app alone needs."""
    _, folder = kept
    names = {name.removesuffix(".gz") for _, name in files_below(parts_of(folder))}
    assert set(CLIENT_FILES) <= names
    assert {name for name in names if name.startswith("pyodide") or name.endswith("-worker.js")} == set()
    assert {path.name.removesuffix(".gz") for path in folder.iterdir()} == {*BESIDE, parts_of(folder).name}


def test_what_gains_by_it_is_compressed(kept: tuple[ClientSource, Path]) -> None:
    """A third is left of the large ones, which are there in this form alone; a font that is compressed in itself stays."""
    parts = parts_of(kept[1])
    compressed = (parts / f"{LARGE}.gz").read_bytes()
    whole = (client_folder() / LARGE).read_bytes()
    assert gzip.decompress(compressed) == whole
    assert len(compressed) < len(whole) / 3
    assert not (parts / LARGE).exists()
    assert (parts / "assets/fonts/roboto.woff2").is_file()


def test_a_second_start_makes_nothing(kept: tuple[ClientSource, Path]) -> None:
    """The same folder, whose files are those of the first."""
    source, folder = kept
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    with kept_client(source) as again:
        assert again == folder
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


@contextmanager
def small_client(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Make a client of the page alone."""

    def build(folder: Path, assets: Path) -> None:
        shutil.copy(assets / "index.html", folder)

    with monkeypatch.context() as patched:
        patched.setattr(kept_client_module, "build_client", build)
        yield


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ClientSource]:
    """Copy the assets, to be changed; what is made of them is the page alone."""
    assets = Path(shutil.copytree(assets_folder(), tmp_path / "assets"))
    with small_client(monkeypatch):
        yield ClientSource(assets, tmp_path / "cache" / "client")


def made(source: ClientSource) -> Path:
    """Give the folder in which the client is kept."""
    with kept_client(source) as folder:
        return folder


def test_a_changed_source_is_another_client(source: ClientSource) -> None:
    """Whatever is changed in it, the next start has it; what was made before stays for who still sends it."""
    first = made(source)
    page = source.assets / "index.html"
    page.write_text("newer", encoding="utf-8")
    second = made(source)
    assert first != second
    assert (second / "index.html").read_text(encoding="utf-8") == "newer"
    assert (first / "index.html").is_file()


def test_what_no_server_has_begun_with_for_long_goes(source: ClientSource) -> None:
    """Of other versions, and what was left half made; it is seen to when another one is made."""
    first = made(source)
    half = source.cache / ".client-half"
    half.mkdir()
    long_ago = time.time() - 31 * 24 * 3600
    for folder in (first, half):
        os.utime(folder, (long_ago, long_ago))
    (source.assets / "index.html").write_text("newer", encoding="utf-8")
    assert list(source.cache.iterdir()) != [made(source)]
    assert list(source.cache.iterdir()) == [made(source)]


def test_a_client_in_use_counts_from_its_last_start(source: ClientSource) -> None:
    """Whoever begins with it keeps it for another month."""
    first = made(source)
    long_ago = time.time() - 31 * 24 * 3600
    os.utime(first, (long_ago, long_ago))
    made(source)
    (source.assets / "index.html").write_text("newer", encoding="utf-8")
    second = made(source)
    assert set(source.cache.iterdir()) == {first, second}


def test_two_servers_may_make_it_at_once(source: ClientSource, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second finds it made by the other when it is done, and takes that."""
    begun: list[Path] = []

    def build(folder: Path, assets: Path) -> None:
        begun.append(folder)
        if len(begun) == 1:
            made(source)
        (folder / "index.html").write_bytes((assets / "index.html").read_bytes())

    monkeypatch.setattr(kept_client_module, "build_client", build)
    folder = made(source)
    assert (folder / "index.html").is_file()
    assert (len(begun), list(source.cache.iterdir())) == (2, [folder])


def test_where_it_cannot_be_kept_it_is_made_for_the_run(
    source: ClientSource, caplog: pytest.LogCaptureFixture
) -> None:
    """With a word in the log; at the end nothing of it is left."""
    source.cache.parent.mkdir()
    source.cache.touch()
    with caplog.at_level(logging.WARNING), kept_client(source) as folder:
        assert (folder / "index.html").is_file()
    assert not folder.exists()
    assert f"cannot be kept in {source.cache}" in caplog.text


def test_where_nothing_can_be_written_that_is_said(
    source: ClientSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In one sentence, with what to do."""

    def fail(_: Path, __: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(kept_client_module, "build_client", fail)
    said = "^What browsers load cannot be written: .*; make room on the disk.$"
    with pytest.raises(UserFacingError, match=said), kept_client(source):
        pass
