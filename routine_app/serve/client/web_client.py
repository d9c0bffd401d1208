"""What the app takes of Flet's web client, which the package `flet-web` brings."""

import json
from pathlib import Path

import flet_web  # type: ignore[import-untyped]  # Flet types only its main package

from routine_app.serve.client.file_tree import copy_new

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
    "assets/fonts/roboto.woff2",
    "assets/packages/wakelock_plus/assets/no_sleep.js",
    "assets/shaders/ink_sparkle.frag",
    "assets/shaders/stretch_effect.frag",
    "flutter.js",
)
"""The client's 77 MB less what this app never loads: other engines and their symbols, fonts for formulas, maps, films, and a Python in the browser, which the phone app adds."""

ICON_FONT = "assets/fonts/MaterialIcons-Regular.otf"
"""The client's has all icons; the app brings one with those that it shows."""

FONT_MANIFEST = "assets/FontManifest.json"
FONTS = {
    "MaterialIcons": "fonts/MaterialIcons-Regular.otf",
    "Roboto": "fonts/roboto.woff2",
}
"""Flutter loads every font of its manifest at the start; Flet's names nineteen for formulas."""


def client_folder() -> Path:
    """Where the installed client is."""
    return Path(flet_web.get_package_web_dir())


def copy_client(folder: Path) -> None:
    """Copy the client's files into the folder, all but its start page, its icons and Python."""
    for name in CLIENT_FILES:
        copy_new(client_folder() / name, folder / name)
    fonts = [{"family": family, "fonts": [{"asset": asset}]} for family, asset in FONTS.items()]
    (folder / FONT_MANIFEST).write_text(json.dumps(fonts), encoding="utf-8")
