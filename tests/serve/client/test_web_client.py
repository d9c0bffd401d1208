"""What is taken from Flet's web client: that it is there, and is what Flet itself would give."""

import json
import re
from pathlib import Path

import pytest
from flet_web import patch_font_manifest_json  # type: ignore[import-untyped]  # Flet types only its main package

import routine_app
from routine_app.data.paths import assets_folder
from routine_app.serve.client.page_parts import copy_parts
from routine_app.serve.client.web_client import (
    CLIENT_FILES,
    FONT_MANIFEST,
    FONTS,
    ICON_FONT,
    client_folder,
    copy_client,
)

LEFT_OUT = ("packages/flutter_math_fork/", "packages/cupertino_icons/")
"""Fonts for formulas, and the icons of Apple's look."""


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the client."""
    folder = tmp_path_factory.mktemp("client")
    copy_client(folder)
    return folder


def test_the_installed_client_has_each_file() -> None:
    """If Flet's next client has it elsewhere, this says so, and not a phone."""
    wanted = [*CLIENT_FILES, FONT_MANIFEST, ICON_FONT]
    assert [name for name in wanted if not (client_folder() / name).is_file()] == []


def test_nothing_else_is_copied(copied: Path) -> None:
    """The files as they are, and the list of fonts, which is made anew."""
    names = {file.relative_to(copied).as_posix() for file in copied.rglob("*") if file.is_file()}
    assert names == {*CLIENT_FILES, FONT_MANIFEST}
    for name in CLIENT_FILES:
        assert (copied / name).read_bytes() == (client_folder() / name).read_bytes()


def test_the_fonts_are_flets(copied: Path, tmp_path: Path) -> None:
    """All but what the app has no use for, with the one that Flet adds as it publishes; each file is there."""
    patched = tmp_path / "FontManifest.json"
    patched.write_bytes((client_folder() / FONT_MANIFEST).read_bytes())
    patch_font_manifest_json(str(patched))
    flets = json.loads(patched.read_text(encoding="utf-8"))
    ours = json.loads((copied / FONT_MANIFEST).read_text(encoding="utf-8"))
    assert ours == [font for font in flets if not font["family"].startswith(LEFT_OUT)]
    assert {f"assets/{asset}" for asset in FONTS.values()} <= {*CLIENT_FILES, ICON_FONT}


def test_no_screen_draws_an_icon_of_the_fonts_left_out() -> None:
    """It would be an empty box."""
    package = Path(routine_app.__file__).parent
    sources = {path.name: path.read_text(encoding="utf-8") for path in package.rglob("*.py")}
    assert [name for name, source in sources.items() if "CupertinoIcons" in source] == []


def test_the_icons_are_the_apps_own(tmp_path: Path) -> None:
    """The font with those that it shows, where the client looks for the one with all."""
    copy_parts(assets_folder(), tmp_path)
    own = assets_folder() / "client" / "MaterialIcons-Regular.otf"
    assert (tmp_path / ICON_FONT).read_bytes() == own.read_bytes()


def test_flets_own_page_has_the_names_that_ours_replaces() -> None:
    """The scripts that Flet's page loads are those in whose place the app has its own: a bootstrap, and Python's."""
    page = (client_folder() / "index.html").read_text(encoding="utf-8")
    scripts = set(re.findall(r'<script[^>]* src="([^":]+)"', page))
    assert scripts == {"python.js", "flutter_bootstrap.js"}
