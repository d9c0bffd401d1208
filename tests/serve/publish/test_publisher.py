"""The whole build: what is in the folder, under which version, and what a failure leaves."""

import hashlib
import json
import logging
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from routine_app.data.paths import assets_folder, shipped_routines_folder
from routine_app.serve.client.page_parts import LETTERS, PAGE_FILES
from routine_app.serve.client.web_client import CLIENT_FILES, FONT_MANIFEST, ICON_FONT
from routine_app.serve.publish import phone_page
from routine_app.serve.publish.archives import DATA, ENDING, LATER, LIST, MODULES, SOUNDS
from routine_app.serve.publish.browser_python import PYODIDE_LOCK, PYTHON_FILES
from routine_app.serve.publish.publisher import publish, write_page
from tests.phone_app_builds import WITHOUT_NODE, parts_of
from tests.serve.publish.conftest import content

OWN_SCRIPTS = {
    "archives.js",
    "loading.js",
    "offline.js",
    "page/bootstrap.js",
    "page/clipboard.js",
    "page/connection.js",
    "page/cover.js",
    "page/cues.js",
    "page/engine.js",
    "page/letters.js",
    "page/names.js",
    "page/track.js",
    "picture.js",
    "python-worker.js",
    "python.js",
}
OWN_TEXTS = {*OWN_SCRIPTS, "index.html", "service-worker.js", "manifest.json"}


def listed(build: Path) -> tuple[str, dict[str, str]]:
    """The version that the service worker names, and its files."""
    script = (build / "service-worker.js").read_text(encoding="utf-8")
    statement = script.removeprefix("const BUILD = ").split(";\n'use strict';")[0]
    told = json.loads(statement)
    return told["version"], told["files"]


def test_what_stands_beside_a_version_s_folder_is_in_it_too(source_build: Path) -> None:
    """The same to the byte: the service worker answers with the one for the other. Letters are asked for as they are needed."""
    parts = content(parts_of(source_build))
    elsewhere = ("build-", "letters/")
    beside = {
        name: bytes_ for name, bytes_ in content(source_build).items() if not name.startswith(elsewhere)
    }
    del beside["service-worker.js"]
    assert {name for name in beside if beside[name] != parts[name]} == set()


def page_version(build: Path) -> str:
    """The version that the page names."""
    version: str
    (version,) = re.findall('"version": "(.*?)"', (build / "index.html").read_text(encoding="utf-8"))
    return version


@pytest.fixture
def assets(tmp_path: Path) -> Path:
    """Copy the assets, to be changed."""
    return Path(shutil.copytree(assets_folder(), tmp_path / "assets"))


def test_another_routine_is_another_version(source_build: Path, tmp_path: Path) -> None:
    """Only what must differ does, and the page and the service worker agree on it."""
    (tmp_path / "routines").mkdir()
    (tmp_path / "routines" / "sit.yaml").write_text(
        "title: Sit\nstretches:\n  - {name: Sit, hold: 5s}\n", encoding="utf-8"
    )
    publish(tmp_path / "site", assets_folder(), tmp_path / "routines", WITHOUT_NODE)
    site = tmp_path / "site"
    ours, other = content(parts_of(source_build)), content(parts_of(site))
    assert {name for name in ours if ours[name] != other[name]} == {"data.zz", "index.html", LIST}
    assert listed(site)[0] != listed(source_build)[0]
    assert page_version(site) == listed(site)[0]
    assert parts_of(site).name == f"build-{listed(site)[0]}"


def test_every_file_but_the_service_worker_is_listed(source_build: Path) -> None:
    """With its SHA-256, and nothing that is not there."""
    version, files = listed(source_build)
    found = content(parts_of(source_build))
    assert files == {name: hashlib.sha256(bytes_).hexdigest() for name, bytes_ in found.items()}
    assert version == page_version(source_build)


def test_what_is_in_the_folder(source_build: Path) -> None:
    """The client's part, the assets that the page names, the scripts, and Python's archives with their list."""
    icons = {f"icons/{path.name}" for path in (assets_folder() / "icons").iterdir()}
    fonts = {"fonts/DejaVuSansMono.ttf", "fonts/LICENSE"}
    beside = {*icons, *fonts, "favicon.png", "index.html", "manifest.json"}
    parts = {
        *CLIENT_FILES,
        *PYTHON_FILES,
        *OWN_SCRIPTS,
        *beside,
        FONT_MANIFEST,
        ICON_FONT,
        PYODIDE_LOCK,
        *(f"{name}{ENDING}" for name in (DATA, MODULES, LATER, SOUNDS)),
        LIST,
    }
    build = parts_of(source_build).name
    letters = {f"{LETTERS}/{path.name}" for path in (assets_folder() / LETTERS).iterdir()}
    assert set(content(source_build)) == {
        *beside,
        *letters,
        "service-worker.js",
        *(f"{build}/{name}" for name in parts),
    }
    assert set(PAGE_FILES) == {"favicon.png", "fonts", "icons", "manifest.json", "page"}


def test_what_the_page_and_the_manifest_name_is_there(source_build: Path) -> None:
    """Each script and each icon; a missing one would keep the app from being installed."""
    page = (source_build / "index.html").read_text(encoding="utf-8")
    named = re.findall(r'(?:src|href)="([^"./][^"]*)"', page)
    manifest = json.loads((source_build / "manifest.json").read_text(encoding="utf-8"))
    named += [icon["src"] for icon in manifest["icons"]]
    assert len(named) > len(OWN_SCRIPTS)
    assert [name for name in named if not (source_build / name).is_file()] == []


@pytest.mark.parametrize("name", sorted(OWN_TEXTS))
def test_no_file_of_ours_names_another_host(source_build: Path, name: str) -> None:
    """All that is asked for is in the folder."""
    own = source_build if name in ("index.html", "service-worker.js") else parts_of(source_build)
    text = (own / name).read_text(encoding="utf-8")
    assert re.findall(r"""\b(?:https?|wss?):|["'(]//[\w.]""", text) == []


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_the_files_can_be_read_by_a_web_server(assets: Path, tmp_path: Path) -> None:
    """They and their folders are new ones, though what is installed, and the folder they were built in, is private."""
    for path in assets.rglob("*"):
        path.chmod(0o500 if path.is_dir() else 0o400)
    site = tmp_path / "site"
    publish(site, assets, shipped_routines_folder(), WITHOUT_NODE)
    (site / "probe").mkdir()
    (site / "probe" / "file").touch()
    modes = {(path.is_dir(), path.stat().st_mode & 0o777) for path in site.rglob("*")}
    assert modes == {
        (path.is_dir(), path.stat().st_mode & 0o777) for path in (site / "probe", site / "probe" / "file")
    }


def change_page(assets: Path, _: pytest.MonkeyPatch) -> None:
    """Change the app's page."""
    page = assets / "index.html"
    page.write_text(page.read_text(encoding="utf-8") + "<!-- newer -->", encoding="utf-8")


def change_worker(assets: Path, _: pytest.MonkeyPatch) -> None:
    """Change the service worker alone."""
    worker = assets / "phone_app" / "service-worker.js"
    worker.write_text(worker.read_text(encoding="utf-8") + "// newer\n", encoding="utf-8")


def change_policy(_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Change what the publisher writes into the page."""
    monkeypatch.setattr(phone_page, "page_policy", lambda: "default-src 'self'")


def change_nothing(_: Path, __: pytest.MonkeyPatch) -> None:
    """Change nothing."""


@pytest.mark.parametrize("change", [change_nothing, change_page, change_worker, change_policy])
def test_a_version_is_of_all_that_it_consists_of(
    assets: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[Path, pytest.MonkeyPatch], None],
) -> None:
    """One name for two pages would mix them on a device, whose store has the version's name."""
    versions = set()
    for name in ("before", "after"):
        parts = tmp_path / name / "parts"
        for folder in ("icons", "fonts"):
            (parts / folder).mkdir(parents=True)
        for file in ("data.zz", "favicon.png", "manifest.json"):
            (parts / file).write_bytes(b"the same")
        write_page(parts, assets)
        versions.add(listed(tmp_path / name)[0])
        change(assets, monkeypatch)
    assert len(versions) == (1 if change is change_nothing else 2)


def test_a_build_that_fails_at_its_end_leaves_the_earlier_one(
    source_build: Path, assets: Path, tmp_path: Path
) -> None:
    """With a page that lacks its mark, as of a broken wheel: it is an error, and nothing is exchanged."""
    site = Path(shutil.copytree(source_build, tmp_path / "site"))
    (assets / "index.html").write_text("<html></html>", encoding="utf-8")
    with pytest.raises(ValueError, match=r'^the page has no <base href="/">$'):
        publish(site, assets, shipped_routines_folder(), WITHOUT_NODE)
    assert content(site) == content(source_build)
    assert {path.name for path in site.iterdir()} == {path.name for path in source_build.iterdir()}


@pytest.mark.skipif(os.name == "nt", reason="the stand-in for Node is a shell script")
def test_a_node_that_fails_gives_the_build_without_node(
    source_build: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Byte for byte, whatever the folder is called, with a word in the log; and what is told of a build is so."""
    (tmp_path / "bin").mkdir()
    node = tmp_path / "bin" / "node"
    node.write_text("#!/bin/sh\necho too old >&2\nexit 1\n", encoding="utf-8")
    node.chmod(0o755)
    with caplog.at_level(logging.WARNING):
        built = publish(
            tmp_path / "site", assets_folder(), shipped_routines_folder(), {"PATH": str(node.parent)}
        )
    files = content(tmp_path / "site")
    assert files == content(source_build)
    assert built == (sum(map(len, files.values())), len(files), False)
    (record,) = caplog.records
    assert "too old" in record.getMessage()
