"""Builds as small as they can be, and what a visitor of a folder of them meets."""

import re
from collections.abc import Mapping
from pathlib import Path

from routine_app.serve.publish.target_folder import replacing

FILES = ("data.zz", "index.html", *(f"canvaskit/{number}.js" for number in range(20)))


def version(number: int) -> str:
    """The name of a version."""
    return f"{number:016x}"


def small_build(number: int) -> dict[str, str]:
    """The files of a version; each of its parts tells which one it is of."""
    name = version(number)
    page = f'<script>Object.assign(flet, {{"version": "{name}"}});</script>'
    return {
        **{f"build-{name}/{file}": f"{file} of {name}" for file in FILES},
        "icons/icon.png": f"icon of {name}",
        "index.html": page,
        "service-worker.js": f'const BUILD = {{"version": "{name}"}};\n',
    }


def publish_small(folder: Path, number: int) -> None:
    """Build that version into the folder."""
    build(folder, small_build(number))


def build(folder: Path, files: Mapping[str, str]) -> None:
    """Build into the folder."""
    with replacing(folder) as building:
        write(building, files)


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write files below a folder."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")


def version_led_to(folder: Path, name: str) -> int:
    """The version that the page or the service worker of a folder loads, all files of which are there."""
    text = (folder / name).read_text(encoding="utf-8")
    (found,) = re.findall('"version": "([0-9a-f]{16})"', text)
    files = small_build(int(found, 16))
    assert text == files[name]
    parts = {part: text for part, text in files.items() if part.startswith("build-")}
    assert {part: (folder / part).read_text(encoding="utf-8") for part in parts} == parts
    return int(found, 16)
