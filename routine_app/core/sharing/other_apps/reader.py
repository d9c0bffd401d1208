"""The files of other apps, of whichever of them."""

from dataclasses import dataclass

from routine_app.core.sharing.other_apps.just_another_workout_timer import read_jawt
from routine_app.core.sharing.other_apps.open_hiit import read_open_hiit
from routine_app.core.text.json_text import BrokenJsonError, decode_json_file, parse_json


class OtherAppFileError(Exception):
    """A file of another app is broken; the message is one sentence that says where, and what to do."""


@dataclass(frozen=True, slots=True)
class OtherAppRoutine:
    """A routine as text, and in a sentence each what of the other app's could not be carried over.

    `app` is the name of the app that wrote it.
    """

    app: str
    title: str
    yaml_text: str
    unsupported: tuple[str, ...]


PEER_LIMIT_BYTES = 1024 * 1024
"""The largest file of another app that is read: some ten thousand exercises."""


def read_peer_file(content: bytes | str) -> tuple[OtherAppRoutine, ...] | None:
    """The routines of a file of Just Another Workout Timer or OpenHIIT; None if it is none of theirs.

    Raises OtherAppFileError if it is nearly one but broken, and nothing else whatever it holds.
    """
    if len(content) > PEER_LIMIT_BYTES:
        raise OtherAppFileError("This file is larger than 1 MiB, which no file of workouts is.")
    text = decode_json_file(content) if isinstance(content, bytes) else content.removeprefix("\ufeff")
    if not text.lstrip().startswith(("{", "[")):
        return None
    try:
        value = parse_json(text)
    except BrokenJsonError as error:
        raise OtherAppFileError(f"This file is not whole: {error}; export it again.") from error
    return read_jawt(value) or read_open_hiit(value)
