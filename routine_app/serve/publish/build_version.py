"""What a build consists of, so that a device and a host can have all of it, and only it."""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from routine_app.serve.publish.archives import files_below

SERVICE_WORKER = "service-worker.js"
VERSION_LENGTH = 16
BUILD_FOLDER = re.compile(rf"build-[0-9a-f]{{{VERSION_LENGTH}}}")
"""What the folder of a version's files is called, on the host and in what a device keeps."""

FIRST_WORDS = "const BUILD = "
"""How the service worker of every build begins."""


def hash_files(folder: Path) -> dict[str, str]:
    """The SHA-256, in hexadecimal, of each file below the folder."""
    return {name: hashlib.sha256(file.read_bytes()).hexdigest() for file, name in files_below(folder)}


def version_of(files: Mapping[str, str]) -> str:
    """A name that is the same for the same files, and for no others."""
    return hashlib.sha256(json.dumps(files, sort_keys=True).encode()).hexdigest()[:VERSION_LENGTH]


def build_folder(version: str) -> str:
    """The name of the folder that has the files of that version."""
    return f"build-{version}"


def with_build(
    script: str, version: str, files: Mapping[str, str], engines: Mapping[str, Sequence[str]]
) -> str:
    """The service worker's script with what it is to keep: the files, less those of other engines."""
    build = json.dumps({"version": version, "files": files, "engines": engines}, indent=0, sort_keys=True)
    return f"{FIRST_WORDS}{build};\n{script}"
