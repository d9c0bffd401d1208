"""What kind of file one is, for those who take files of several kinds or expect another."""

import re

from routine_app.core.routine.file_name import ends_as_routine
from routine_app.core.sharing.contents import is_history, is_history_table, routines_in
from routine_app.core.sharing.link import code_in, is_code
from routine_app.core.sharing.other_apps.reader import read_other_apps_file
from routine_app.core.sharing.other_apps.workout_fields import OtherAppFileError
from routine_app.core.sharing.refusals import RoutineInsteadError, shown_name, table_refused
from routine_app.core.text.decoding import decode_json_file
from routine_app.core.text.json_parsing import JSON_SPACE, BrokenJsonError, parse_json

_KEY_OF_A_HISTORY = re.compile(r'"(?:format|sessions)"\s*:')
_SEEN_CHARACTERS = 4000
"""So much of the beginning of a broken file tells whether it may have been a history."""


def holds_routine(name: str, content: bytes) -> bool:
    """Whether a file is one for `import_reader`: it holds routines, also broken ones, and is no history."""
    text = decode_json_file(content)
    if is_history(text):
        return False
    try:
        other = read_other_apps_file(text)
    except OtherAppFileError:
        return True
    return bool(other or routines_in(text)) or ends_as_routine(name) or is_code(code_in(text) or "")


def may_be_history(content: bytes) -> bool:
    """Whether a file is a history of this app, or JSON that is broken, or the beginning of it, and may be one."""
    text = decode_json_file(content).lstrip(JSON_SPACE)
    try:
        value = parse_json(text)
    except BrokenJsonError:
        return text.startswith("{") and _KEY_OF_A_HISTORY.search(text, 0, _SEEN_CHARACTERS) is not None
    return isinstance(value, dict) and not {"sessions", "format"}.isdisjoint(value)


def refuse_routine(name: str, content: bytes) -> None:
    """Raise RoutineInsteadError for a file that holds routines, and RefusedImportError for the table of holds."""
    refuse_table(name, content)
    if holds_routine(name, content):
        raise RoutineInsteadError(
            f"{shown_name(name)} is a routine, and no history; import it among the routines."
        )


def refuse_table(name: str, content: bytes) -> None:
    """Raise RefusedImportError for the table of holds, which is a history that cannot come back."""
    if is_history_table(decode_json_file(content)):
        raise table_refused(shown_name(name))
