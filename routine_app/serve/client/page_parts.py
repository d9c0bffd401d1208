"""A page and all that it loads: the client's files in a folder named by its version, and what leads into it."""

from collections.abc import Callable, Mapping
from pathlib import Path

from routine_app.serve.client.build_version import hash_files, version_of
from routine_app.serve.client.file_tree import copy_new
from routine_app.serve.client.web_client import ICON_FONT, copy_client

PAGE_FILES = ("favicon.png", "fonts", "icons", "manifest.json", "page")
"""What the page takes from the assets as it is; what Python reads of them goes to Python."""

OWN_ICONS = f"client/{Path(ICON_FONT).name}"
"""The font of the icons that the app shows, in the assets."""

LETTERS = "letters"
"""The folder of the assets with letters that the app's font lacks: each file has its version in its name, and is asked for
when a text with its letters is first drawn."""

BESIDE = ("favicon.png", "fonts", "icons", "index.html", "manifest.json")
"""What has an address of its own: the page, and what phones and Flutter look for beside it. Any of these goes with any
version of the rest."""


def copy_parts(assets: Path, parts: Path) -> None:
    """Copy the client, and what the page takes from the assets, into the folder."""
    copy_client(parts)
    copy_new(assets / OWN_ICONS, parts / ICON_FONT)
    for name in PAGE_FILES:
        copy_new(assets / name, parts / name)


def write_front(parts: Path, page: Callable[[str], str], more: Mapping[str, str]) -> str:
    """Write the page that `page` makes for a version, to all that it loads and beside that folder; gives the version.

    The version is of all files, of the page, and of `more`, texts by their names.
    """
    version = version_of({**hash_files(parts), "page": page(""), **more})
    (parts / "index.html").write_text(page(version), encoding="utf-8", newline="\n")
    for name in BESIDE:
        copy_new(parts / name, parts.parent / name)
    return version
