"""The files of other apps, of whichever of them."""

import re
from dataclasses import replace

from routine_app.core.sharing.other_apps.just_another_workout_timer import LETTERS_LOST, read_jawt
from routine_app.core.sharing.other_apps.lost_letters import LOST_LETTER, with_whole_names
from routine_app.core.sharing.other_apps.open_hiit import read_open_hiit
from routine_app.core.sharing.other_apps.other_app_routine import OtherAppFile
from routine_app.core.sharing.other_apps.workout_fields import OtherAppFileError
from routine_app.core.text.json_parsing import JSON_SPACE, BrokenJsonError, parse_json_start
from routine_app.core.text.numbers import count

OTHER_APPS_LIMIT_BYTES = 1024 * 1024
"""The largest file of another app that is read: some ten thousand exercises."""

_LIKE_THEIRS = re.compile(r'"(?:sets|repetitions|timeSettings|activeIntervals|exerciseTime)"\s*:')


def read_other_apps_file(text: str) -> OtherAppFile | None:
    """The routines of a file of Just Another Workout Timer or OpenHIIT, no larger than that; None if it is none of theirs.

    Bytes of an older, longer file after its end are passed over, which is told. Raises OtherAppFileError if nothing of
    it can be kept, and nothing else whatever it holds.
    """
    text = text.lstrip(JSON_SPACE)
    if not text.startswith(("{", "[")):
        return None
    try:
        value, end = parse_json_start(text)
    except BrokenJsonError as error:
        return _read_broken(text, error)
    found = read_jawt(value) or read_open_hiit(value)
    return found and _with_tail(found, text[end:].strip())


def _read_broken(text: str, error: BrokenJsonError) -> OtherAppFile | None:
    """The same of a text that is no JSON, perhaps since a letter of a name became a quotation mark."""
    try:
        value, end = parse_json_start(whole := with_whole_names(text))
        found = read_jawt(value)
    except BrokenJsonError:
        found = None
    if found:
        return _with_tail(replace(found, left_out=(LETTERS_LOST, *found.left_out)), whole[end:].strip())
    if '"exercises"' in text and LOST_LETTER.search(text):
        raise OtherAppFileError(f"This file cannot be read. {LETTERS_LOST}") from error
    if _LIKE_THEIRS.search(text) and '"stretches"' not in text:
        raise OtherAppFileError(f"This file is not whole: {error}; export it again.") from error
    return None


def _with_tail(found: OtherAppFile, tail: str) -> OtherAppFile:
    if not tail:
        return found
    cut = f"After its end the file goes on with {count(len(tail), 'character')} of an older, longer one: they are cut off."
    return replace(found, left_out=(*found.left_out, cut))
