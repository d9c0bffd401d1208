"""The page that the phone app is measured against: Flet's own, whole and as sources."""

import re
import tarfile
from pathlib import Path

import pytest

from benchmarks.plain_phone_page import PACKAGES, build_plain_page
from routine_app.serve.client.web_client import client_folder


@pytest.fixture(scope="module")
def plain_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build it."""
    folder = tmp_path_factory.mktemp("plain") / "page"
    build_plain_page(folder)
    return folder


def test_it_has_the_whole_client(plain_page: Path) -> None:
    """Every file, nothing beside it but the app, and no work left lying about."""
    client = {file.relative_to(client_folder()) for file in client_folder().rglob("*") if file.is_file()}
    built = {file.relative_to(plain_page) for file in plain_page.rglob("*") if file.is_file()}
    assert built == client | {Path("app.tar.gz")}
    assert list(plain_page.parent.iterdir()) == [plain_page]


def test_its_python_is_sources(plain_page: Path) -> None:
    """Of the packages that a page of Flet needs, at the place where Flet's client looks."""
    with tarfile.open(plain_page / "app.tar.gz") as archive:
        names = archive.getnames()
    assert "./main.py" in names
    assert [name for name in names if name.endswith((".so", ".pyd", ".pyc"))] == []
    tops = {name.split("/")[2].removesuffix(".py") for name in names if name.startswith("./__pypackages__/")}
    assert tops == set(PACKAGES)


def test_it_runs_in_the_browser_with_nothing_fetched(plain_page: Path) -> None:
    """As its page says."""
    page = (plain_page / "index.html").read_text(encoding="utf-8")
    told = dict(re.findall(r"flet\.(\w+) ?= ?(.*?);", page))
    assert (told["pyodide"], told["noCdn"], told["webRenderer"]) == ("true", "true", '"canvaskit"')
    assert told["pyodideUrl"] == '"/pyodide/pyodide.mjs"'
