"""The files of a build, copied, and packed into archives whose bytes depend on nothing but their names and contents."""

import gzip
import io
import shutil
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

BEST = 9
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def write_tar(folder: Path, archive: Path) -> None:
    """Pack all files below the folder into a `.tar.gz`."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as tar:
        for file, name in files_below(folder):
            content = file.read_bytes()
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    archive.write_bytes(gzip.compress(packed.getvalue(), BEST, mtime=0))


def write_zip(folder: Path, archive: Path) -> None:
    """Pack all files below the folder into a `.zip`."""
    with zipfile.ZipFile(archive, "w") as packed:
        for file, name in files_below(folder):
            entry = zipfile.ZipInfo(name, ZIP_EPOCH)
            packed.writestr(entry, file.read_bytes(), zipfile.ZIP_DEFLATED, BEST)


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
