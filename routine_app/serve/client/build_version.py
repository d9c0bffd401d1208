"""What a build consists of, so that a device and a host can have all of it, and only it."""

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path

from routine_app.serve.client.file_tree import files_below

VERSION_LENGTH = 16
BUILD_FOLDER = re.compile(rf"build-[0-9a-f]{{{VERSION_LENGTH}}}")
"""What the folder of a version's files is called, on the host and in what a device keeps."""


def hash_files(folder: Path) -> dict[str, str]:
    """The SHA-256, in hexadecimal, of each file below the folder."""
    return {name: hashlib.sha256(file.read_bytes()).hexdigest() for file, name in files_below(folder)}


def version_of(files: Mapping[str, str]) -> str:
    """A name that is the same for the same files, and for no others."""
    return hashlib.sha256(json.dumps(files, sort_keys=True).encode()).hexdigest()[:VERSION_LENGTH]


def build_folder(version: str) -> str:
    """The name of the folder that has the files of that version."""
    return f"build-{version}"
