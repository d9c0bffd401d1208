"""The files below a folder, listed in one order and copied as new ones."""

import shutil
from collections.abc import Iterator
from pathlib import Path


def files_below(folder: Path) -> Iterator[tuple[Path, str]]:
    """Every file below the folder, in order, with its path from there."""
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        yield file, file.relative_to(folder).as_posix()


def copy_new(source: Path, target: Path) -> None:
    """Copy a file, or all files below a folder, as new ones: the rights of what is installed are no web server's."""
    if source.is_dir():
        for file, name in files_below(source):
            copy_new(file, target / name)
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
