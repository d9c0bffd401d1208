"""What the phone app takes from Flet's web client, which the package `flet-web` brings."""

import json
from pathlib import Path

import flet_web  # type: ignore[import-untyped]  # Flet types only its main package

from routine_app.serve.publish.archives import copy_new

ENGINES = {
    "wasm": (
        "canvaskit/skwasm.js",
        "canvaskit/skwasm.wasm",
        "main.dart.mjs",
        "main.dart.wasm",
    ),
    "script": (
        "canvaskit/canvaskit.js",
        "canvaskit/canvaskit.wasm",
        "main.dart.js",
    ),
}
"""Flutter twice: compiled to WebAssembly, which starts in half the time, and to JavaScript for browsers that
cannot run that. A browser loads and keeps one of them."""

CLIENT_FILES = (
    *ENGINES["wasm"],
    *ENGINES["script"],
    "assets/AssetManifest.bin",
    "assets/AssetManifest.bin.json",
    "assets/fonts/MaterialIcons-Regular.otf",
    "assets/fonts/roboto.woff2",
    "assets/packages/wakelock_plus/assets/no_sleep.js",
    "assets/shaders/ink_sparkle.frag",
    "assets/shaders/stretch_effect.frag",
    "flutter.js",
    "pyodide/pyodide.asm.mjs",
    "pyodide/pyodide.asm.wasm",
    "pyodide/pyodide.mjs",
)
"""The client's 77 MB less what this app never loads: other engines and their symbols, fonts for formulas, maps, films, and the packages that Pyodide could install."""

FONT_MANIFEST = "assets/FontManifest.json"
FONTS = {
    "MaterialIcons": "fonts/MaterialIcons-Regular.otf",
    "Roboto": "fonts/roboto.woff2",
}
"""Flutter loads every font of its manifest at the start; Flet's names nineteen for formulas."""

PYODIDE_LOCK = "pyodide/pyodide-lock.json"
STANDARD_LIBRARY = "pyodide/python_stdlib.zip"


def client_folder() -> Path:
    """Where the installed client is."""
    return Path(flet_web.get_package_web_dir())


def copy_client(folder: Path) -> None:
    """Copy the client's files into the folder, all but its start page and Python's standard library."""
    client = client_folder()
    for name in CLIENT_FILES:
        copy_new(client / name, folder / name)
    fonts = [{"family": family, "fonts": [{"asset": asset}]} for family, asset in FONTS.items()]
    (folder / FONT_MANIFEST).write_text(json.dumps(fonts), encoding="utf-8")
    (folder / PYODIDE_LOCK).write_text(json.dumps(_lock_without_packages(client)), encoding="utf-8")


def _lock_without_packages(client: Path) -> dict[str, object]:
    """What Pyodide wants to know of itself; its packages are not there to be installed."""
    lock: dict[str, object] = json.loads((client / PYODIDE_LOCK).read_text(encoding="utf-8"))
    return {**lock, "packages": {}}
