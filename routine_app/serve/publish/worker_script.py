"""The service worker's script, told which files a device is to keep."""

import json
from collections.abc import Mapping, Sequence

SERVICE_WORKER = "service-worker.js"

FIRST_WORDS = "const BUILD = "
"""How the service worker of every build begins."""


def with_build(
    script: str, version: str, files: Mapping[str, str], engines: Mapping[str, Sequence[str]]
) -> str:
    """The service worker's script with what it is to keep: the files, less those of other engines."""
    build = json.dumps({"version": version, "files": files, "engines": engines}, indent=0, sort_keys=True)
    return f"{FIRST_WORDS}{build};\n{script}"
