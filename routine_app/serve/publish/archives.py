"""The files of a build, packed into archives whose bytes depend on nothing but their names and contents."""

import gzip
import io
import tarfile
import zipfile
from pathlib import Path

from routine_app.serve.client.file_tree import files_below

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
