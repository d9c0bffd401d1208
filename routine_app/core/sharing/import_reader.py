"""Routines that come in, by a file or a code: looked through before anything is kept."""

from collections.abc import Callable
from dataclasses import dataclass

from routine_app.core.routine.file_name import ROUTINE_ENDINGS, plain_file_name
from routine_app.core.routine.limits import FILE_LIMIT_BYTES
from routine_app.core.routine.model import Routine
from routine_app.core.routine.problem import Problem
from routine_app.core.routine.repository import CheckedText
from routine_app.core.sharing.code import ShareCodeError, read_share_code
from routine_app.core.sharing.link import code_in
from routine_app.core.sharing.other_apps.other_app_routine import OtherAppRoutine
from routine_app.core.sharing.other_apps.reader import OTHER_APPS_LIMIT_BYTES, read_other_apps_file
from routine_app.core.sharing.other_apps.workout_fields import OtherAppFileError
from routine_app.core.text.clean import clean_words, shortened
from routine_app.core.text.json_parsing import decode_json_file
from routine_app.core.text.numbers import file_size

IMPORT_ENDINGS = (*ROUTINE_ENDINGS, "json", "txt")
"""What files that can be looked through end in, for a dialog that picks one."""

_NAME_SHOWN = 60

Check = Callable[[str, str], CheckedText]
"""Reads the text of a routine file, given its name: `RoutineTexts.check`."""


class RefusedImportError(Exception):
    """A file or text holds no routine that can be read; the message is one sentence that says why."""


@dataclass(frozen=True, slots=True)
class ImportedRoutine:
    """A routine that came in and is not kept yet.

    `file_name` is plain, whatever it was called. `routine` is None if a problem is an error. `unsupported`
    are sentences on what another app's file has and a routine cannot. `source` says where it is from.
    """

    file_name: str
    text: str
    routine: Routine | None
    problems: tuple[Problem, ...]
    unsupported: tuple[str, ...]
    source: str


def refuse_too_large(name: str, size_bytes: int) -> None:
    """Raise RefusedImportError for a file of that name that is larger than any that can be looked through."""
    is_routine = _ending(name) in ROUTINE_ENDINGS
    limit_bytes = FILE_LIMIT_BYTES if is_routine else OTHER_APPS_LIMIT_BYTES
    if size_bytes > limit_bytes:
        advice = "split it into several routines" if is_routine else "pick another file"
        kind = "a routine" if is_routine else "a file of workouts"
        raise RefusedImportError(
            f"{_shown(name)} has {file_size(size_bytes)}, and {kind} has at most {file_size(limit_bytes)}; {advice}."
        )


def read_import(name: str, content: bytes, check: Check) -> tuple[ImportedRoutine, ...]:
    """The routines in a file of that name; files of other apps may hold several. Raises RefusedImportError."""
    refuse_too_large(name, len(content))
    shown, ending = _shown(name), _ending(name)
    if ending in ROUTINE_ENDINGS:
        return (_checked(name, _routine_text(shown, content), check, f"From {shown}"),)
    others = _other_apps_routines(shown, content)
    if others:
        return tuple(_from_other_app(other, shown, check) for other in others)
    code = None if ending == "json" else code_in(decode_json_file(content))
    if code is None:
        raise RefusedImportError(
            f"{shown} holds no routine: pick a .yaml file, a text with a code, or a .json file "
            "of Just Another Workout Timer or OpenHIIT."
        )
    return (read_code(code, check),)


def read_pasted(text: str, check: Check) -> ImportedRoutine:
    """The routine of a link or code that somebody pasted, whatever stands around it. Raises RefusedImportError."""
    code = code_in(text)
    if code is None:
        raise RefusedImportError("There is no code in this text; copy the whole link or the whole code.")
    return read_code(code, check)


def read_code(code: str, check: Check) -> ImportedRoutine:
    """The routine of a code as it stands in a link. Raises RefusedImportError."""
    try:
        shared = read_share_code(code)
    except ShareCodeError as error:
        raise RefusedImportError(str(error)) from error
    return _checked(shared.file_name, shared.text, check, "From a link or a code")


def _shown(name: str) -> str:
    return shortened(clean_words(name), _NAME_SHOWN) or "this file"


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower()


def _routine_text(shown: str, content: bytes) -> str:
    """The text of a routine file, with its byte order mark."""
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise RefusedImportError(
            f"{shown} is not in UTF-8; save it as UTF-8, and import it again."
        ) from error


def _other_apps_routines(shown: str, content: bytes) -> tuple[OtherAppRoutine, ...] | None:
    try:
        return read_other_apps_file(content)
    except OtherAppFileError as error:
        raise RefusedImportError(f"{shown}: {error}") from error


def _from_other_app(other: OtherAppRoutine, shown: str, check: Check) -> ImportedRoutine:
    return _checked(other.title, other.yaml_text, check, f"From {other.app}, {shown}", other.unsupported)


def _checked(
    name: str, text: str, check: Check, source: str, unsupported: tuple[str, ...] = ()
) -> ImportedRoutine:
    file_name = plain_file_name(name)
    checked = check(file_name, text)
    return ImportedRoutine(file_name, text, checked.routine, checked.problems, unsupported, source)
