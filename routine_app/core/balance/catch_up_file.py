"""The file of a routine that the app made: known again as long as nobody has changed it."""

import zlib

from routine_app.core.routine.model import Routine
from routine_app.core.routine.yaml_writer import routine_text

GENERATED_FILE = "catch-up.yaml"

_MARK = "# Made by Routine App, and made anew by Today and Catch up. Change it, and it is yours: "


def generated_text(routine: Routine) -> str:
    """The text of the routine's file, below a checksum that no longer fits once the text is changed."""
    text = routine_text(routine)
    return f"{_MARK}{_sum(text)}\n{text}"


def is_unmodified(text: str) -> bool:
    """Whether a text is as `generated_text` made it, so that replacing it loses nobody's changes."""
    first, _, rest = text.partition("\n")
    return first == _MARK + _sum(rest)


def _sum(text: str) -> str:
    return f"{zlib.crc32(text.encode()):08x}"
