"""The files that Python finds in the browser, in archives by when it needs them.

An archive has the contents of its files and nothing else, one after the other, compressed as zlib does (RFC 1950). Its
bytes, and those of the list, depend on nothing but the files.
"""

import json
import zlib
from collections.abc import Collection, Mapping
from pathlib import Path

from routine_app.serve.client.file_tree import files_below

DATA, MODULES, LATER, SOUNDS = "data", "modules", "later", "sounds"
"""What each start reads before its first screen; what the first screen needs to be imported, and the session that it offers;
what other screens do; and what is heard or sent."""

ENDING = ".zz"
LIST = "python-files.json"
BEST = 9

OWN = "/app/routine_app/"
CODE = (".bin", ".py", ".pyc")
HEARD_OR_SENT = (".mp3", ".png")
"""How those of this package's own files end that no screen shows: sounds, the voice, the icon in a recording."""


def write_archives(
    folder: Path, trees: Mapping[Path, str], imports: Collection[str], opened: Collection[str]
) -> None:
    """Pack the files below each tree, whose place in the browser is given, and list them.

    The first screen imports the modules of these names, in their order; these files are `opened` for it and for the
    session that it offers.
    """
    sizes: dict[str, dict[str, int]] = {name: {} for name in (DATA, MODULES, LATER, SOUNDS)}
    contents: dict[str, list[bytes]] = {name: [] for name in sizes}
    for tree, place in trees.items():
        for file, name in files_below(tree):
            path = f"{place}/{name}"
            archive = _archive_of(path, opened)
            content = file.read_bytes()
            sizes[archive][path] = len(content)
            contents[archive].append(content)
    for archive, parts in contents.items():
        (folder / f"{archive}{ENDING}").write_bytes(zlib.compress(b"".join(parts), BEST))
    listed = {"imports": list(imports), "sizes": sizes}
    (folder / LIST).write_text(json.dumps(listed, separators=(",", ":")), encoding="utf-8")


def _archive_of(path: str, opened: Collection[str]) -> str:
    if path.startswith(OWN) and not path.endswith(CODE):
        return SOUNDS if path.endswith(HEARD_OR_SENT) else DATA
    return MODULES if path in opened else LATER
