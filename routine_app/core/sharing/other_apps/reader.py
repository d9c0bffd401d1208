"""The files of other apps, of whichever of them."""

from routine_app.core.sharing.other_apps.just_another_workout_timer import read_jawt
from routine_app.core.sharing.other_apps.open_hiit import read_open_hiit
from routine_app.core.sharing.other_apps.other_app_routine import OtherAppRoutine
from routine_app.core.sharing.other_apps.workout_fields import OtherAppFileError
from routine_app.core.text.json_parsing import BrokenJsonError, decode_json_file, parse_json

OTHER_APPS_LIMIT_BYTES = 1024 * 1024
"""The largest file of another app that is read: some ten thousand exercises."""


def read_other_apps_file(content: bytes | str) -> tuple[OtherAppRoutine, ...] | None:
    """The routines of a file of Just Another Workout Timer or OpenHIIT, no larger than that; None if it is none of theirs.

    Raises OtherAppFileError if it is nearly one but broken, and nothing else whatever it holds.
    """
    text = decode_json_file(content) if isinstance(content, bytes) else content.removeprefix("\ufeff")
    if not text.lstrip().startswith(("{", "[")):
        return None
    try:
        value = parse_json(text)
    except BrokenJsonError as error:
        raise OtherAppFileError(f"This file is not whole: {error}; export it again.") from error
    return read_jawt(value) or read_open_hiit(value)
