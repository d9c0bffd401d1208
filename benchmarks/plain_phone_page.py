"""A Flet page of one text that runs its Python in the browser, built the plain way: everything, as sources."""

import importlib.util
import shutil
import tarfile
from pathlib import Path

from flet.controls.types import RouteUrlStrategy, WebRenderer
from flet_web import (  # type: ignore[import-untyped]  # Flet types only its main package
    get_package_web_dir,
    patch_font_manifest_json,
    patch_index_html,
)

PACKAGES = ("flet", "msgpack", "repath", "six")
TEXT = "A bare page"
MAIN = f"""
import flet as ft

def main(page: ft.Page) -> None:
    page.add(ft.Text("{TEXT}"))

ft.run(main)
"""


def build_plain_page(folder: Path) -> None:
    """Build the page into the folder, with nothing fetched from elsewhere."""
    shutil.copytree(get_package_web_dir(), folder, dirs_exist_ok=True)
    app = folder.with_name(f"{folder.name}.app")
    packages = app / "__pypackages__"
    packages.mkdir(parents=True)
    (app / "main.py").write_text(MAIN, encoding="utf-8")
    for package in PACKAGES:
        _copy(package, packages)
    with tarfile.open(folder / "app.tar.gz", "w:gz") as archive:
        archive.add(app, arcname=".")
    shutil.rmtree(app)
    _patch(folder)


def _copy(package: str, folder: Path) -> None:
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"{package} is not installed", name=package)
    origin = Path(spec.origin)
    if spec.submodule_search_locations:
        shutil.copytree(
            origin.parent, folder / package, ignore=shutil.ignore_patterns("__pycache__", "*.so", "*.pyd")
        )
    else:
        shutil.copyfile(origin, folder / origin.name)


def _patch(folder: Path) -> None:
    patch_index_html(
        str(folder / "index.html"),
        base_href="/",
        pyodide=True,
        pyodide_script_path="main.py",
        app_package_url="app.tar.gz",
        web_renderer=WebRenderer.CANVAS_KIT,
        route_url_strategy=RouteUrlStrategy.HASH,
        no_cdn=True,
    )
    patch_font_manifest_json(str(folder / "assets" / "FontManifest.json"))
    # A worker of JavaScript modules can import no address without a slash.
    page = folder / "index.html"
    page.write_text(
        page.read_text(encoding="utf-8").replace(
            "</head>", '<script>flet.pyodideUrl = "/pyodide/pyodide.mjs";</script></head>', 1
        ),
        encoding="utf-8",
    )
