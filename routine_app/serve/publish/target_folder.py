"""The folder that the phone app is built into: whole or not at all, and never over something else.

Whoever serves the folder meanwhile, or after the publisher was killed in the middle, has the earlier build whole or
the newer one: each has its files in a folder of its own, and the two files that lead to them, the service worker and
the page, are put in place last, each in one step.
"""

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from routine_app.core.errors import UserFacingError, os_reason
from routine_app.serve.client.build_version import BUILD_FOLDER, build_folder
from routine_app.serve.client.file_tree import files_below
from routine_app.serve.publish.worker_script import FIRST_WORDS, SERVICE_WORKER

KEPT = (".git", "CNAME", ".nojekyll")
"""What a host's tools put into the folder, and would miss."""

PAGE = "index.html"

UNFINISHED = ".routine-app-"
"""How the name of the folder begins in which a build is made."""

_VERSION = re.compile(r'"version": "([0-9a-f]+)"')
"""As the page and the service worker tell it."""


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """Give an empty folder to build in; when all went well its content takes the place of `folder`'s.

    What the build before loads stays until the next one: pages that are open may ask for it. Raises UserFacingError
    if `folder` holds anything but an earlier build, or cannot be written.
    """
    try:
        _refuse_other_content(folder)
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=UNFINISHED, dir=folder) as building:
            yield Path(building)
            left_alone = {*KEPT, Path(building).name, *_builds_led_to(folder)}
            names = {name for _, name in files_below(Path(building))}
            _put(Path(building), folder)
            _remove_all_but(names, folder, left_alone)
    except OSError as error:
        raise UserFacingError(
            f"The phone app cannot be written to {folder}: {os_reason(error)}; give another folder."
        ) from error


def _refuse_other_content(folder: Path) -> None:
    if folder.is_dir() and not _is_earlier_build(folder) and _has_other_content(folder):
        raise UserFacingError(
            f"{folder} holds other files; give a new or an empty folder, or one with an earlier build."
        )
    if folder.exists() and not folder.is_dir():
        raise UserFacingError(f"{folder} is a file; give a folder.")


def _is_earlier_build(folder: Path) -> bool:
    """Whether the folder has the service worker of a build."""
    worker = folder / SERVICE_WORKER
    return worker.is_file() and worker.read_bytes().startswith(FIRST_WORDS.encode())


def _has_other_content(folder: Path) -> bool:
    names = {path.name for path in folder.iterdir()} - set(KEPT)
    return not all(name.startswith(UNFINISHED) or BUILD_FOLDER.fullmatch(name) for name in names)


def _builds_led_to(folder: Path) -> set[str]:
    """The folders of builds that the page or the service worker there loads from."""
    leading = [folder / name for name in (PAGE, SERVICE_WORKER) if (folder / name).is_file()]
    versions = {version for path in leading for version in _VERSION.findall(path.read_text(encoding="utf-8"))}
    return set(map(build_folder, versions))


def _put(building: Path, folder: Path) -> None:
    """Move each file to its place, in an order that leaves one build whole at every moment.

    The service worker follows what it loads, and comes before all else: by it a folder is known as a build's.
    """
    for file, name in sorted(files_below(building), key=lambda found: _rank(found[1])):
        target = folder / name
        _make_way(folder / Path(name).parts[0])
        target.parent.mkdir(parents=True, exist_ok=True)
        file.replace(target)


def _rank(name: str) -> int:
    if BUILD_FOLDER.fullmatch(Path(name).parts[0]):
        return 0
    return {SERVICE_WORKER: 1, PAGE: 3}.get(name, 2)


def _make_way(place: Path) -> None:
    """Remove a link: what it leads to is not ours."""
    if place.is_symlink():
        place.unlink()


def _remove_all_but(names: set[str], folder: Path, left_alone: set[str]) -> None:
    """Remove all that the build has not, but for what is left alone as it is."""
    built = {Path(name).parts[0] for name in names} - left_alone
    for top in built:
        for file in [file for file, name in files_below(folder / top) if f"{top}/{name}" not in names]:
            file.unlink()
    for path in folder.iterdir():
        if path.name in built | left_alone:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
