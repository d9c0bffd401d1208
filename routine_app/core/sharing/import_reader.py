"""Routines that come in, by a file or a code: looked through before anything is kept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from routine_app.core.routine.file_name import (
    ROUTINE_ENDINGS,
    ends_as_routine,
    name_without_endings,
    plain_file_name,
)
from routine_app.core.routine.limits import FILE_LIMIT_BYTES
from routine_app.core.routine.model import Routine
from routine_app.core.routine.problem import Problem
from routine_app.core.routine.repository import CheckedText
from routine_app.core.sharing.code import ShareCodeError, read_share_code
from routine_app.core.sharing.contents import is_history, is_history_table, routines_in, without_json_escapes
from routine_app.core.sharing.fences import without_remarks
from routine_app.core.sharing.link import code_in
from routine_app.core.sharing.other_apps.other_app_routine import OtherAppFile, OtherAppRoutine
from routine_app.core.sharing.other_apps.reader import OTHER_APPS_LIMIT_BYTES, read_other_apps_file
from routine_app.core.sharing.other_apps.workout_fields import OtherAppFileError
from routine_app.core.sharing.refusals import (
    BrokenCodeError,
    RefusedImportError,
    shown_name,
    table_refused,
)
from routine_app.core.text.decoding import decode_json_file, decode_text
from routine_app.core.text.numbers import file_size

IMPORT_ENDINGS = (*ROUTINE_ENDINGS, "json", "txt", "md")
"""What files that can be looked through end in, for a dialog that picks one."""

PASTED = "From what you pasted"

_HISTORY_ENDINGS = (".json", ".txt")

Check = Callable[[str, str], CheckedText]
"""Reads the text of a routine file, given its name: `RoutineTexts.check`."""


@dataclass(frozen=True, slots=True)
class ImportedRoutine:
    """A routine that came in and is not kept yet.

    `file_name` is plain, whatever it was called. `routine` is None if a problem is an error. `unsupported`
    are sentences on what another app's file has and a routine cannot. `source` says where it is from. `other` is what
    another app's file said, if it is from one.
    """

    file_name: str
    text: str
    routine: Routine | None
    problems: tuple[Problem, ...]
    unsupported: tuple[str, ...]
    source: str
    other: OtherAppRoutine | None = None


def refuse_too_large(name: str, size_bytes: int) -> None:
    """Raise RefusedImportError for a file of that name that is larger than any that can be looked through."""
    is_routine = ends_as_routine(name)
    limit_bytes = FILE_LIMIT_BYTES if is_routine else OTHER_APPS_LIMIT_BYTES
    if size_bytes > limit_bytes:
        may_be_history = name.lower().endswith(_HISTORY_ENDINGS)
        advice = "split it into several routines" if is_routine else "pick another file"
        if may_be_history:
            advice = "if it is the history that this app exported, import it in History"
        kind = "a routine" if is_routine else "a file of workouts"
        raise RefusedImportError(
            f"{shown_name(name)} has {file_size(size_bytes)}, and {kind} has at most {file_size(limit_bytes)}; {advice}.",
            is_history=may_be_history,
        )


def read_import(name: str, content: bytes, check: Check) -> tuple[ImportedRoutine, ...]:
    """The routines in a file, seen by what it holds; files of other apps may hold several. Raises RefusedImportError."""
    refuse_too_large(name, len(content))
    shown, is_yaml = shown_name(name), ends_as_routine(name)
    text = decode_text(content)
    if text is None and (is_yaml or routines_in(decode_json_file(content))):
        raise RefusedImportError(f"{shown} is not in UTF-8; save it as UTF-8, and import it again.")
    try:
        found = _found_in(
            text or decode_json_file(content), shown, f"From {shown}", name_without_endings(name), check
        )
    except BrokenCodeError:
        if not is_yaml:
            raise
        found = ()
    if not found and is_yaml and text is not None:
        return (_checked(name_without_endings(name), text, check, f"From {shown}"),)
    if not found:
        raise RefusedImportError(
            f"{shown} holds no routine: pick a .yaml file, a text with a code, or a .json file "
            "of Just Another Workout Timer or OpenHIIT."
        )
    return found


def read_pasted(text: str, check: Check) -> tuple[ImportedRoutine, ...]:
    """The routines of what somebody pasted: a link, a code, or the text of a file. Raises RefusedImportError."""
    found = _found_in(text[:OTHER_APPS_LIMIT_BYTES], "This", PASTED, "", check)
    if not found:
        raise RefusedImportError(
            "There is no code and no routine in this text; copy the whole link, the whole code, or the whole file."
        )
    return found


def read_code(code: str, check: Check) -> ImportedRoutine:
    """The routine of a code as it stands in a link. Raises RefusedImportError."""
    try:
        shared = read_share_code(code)
    except ShareCodeError as error:
        raise BrokenCodeError(str(error)) from error
    return _checked(shared.file_name, shared.text, check, "From a link or a code")


def with_chosen(
    incoming: ImportedRoutine, name: str, check: Check, *, is_rest: bool
) -> ImportedRoutine | None:
    """The routine of another app with all entries of a name as rests, or held; None if nothing is held then."""
    before = incoming.other
    after = before and before.with_chosen(name, is_rest=is_rest)
    if before is None or after is None:
        return None
    checked = check(incoming.file_name, after.yaml_text)
    of_the_file = tuple(told for told in incoming.unsupported if told not in before.unsupported)
    return replace(
        incoming,
        text=after.yaml_text,
        routine=checked.routine,
        problems=checked.problems,
        unsupported=of_the_file + after.unsupported,
        other=after,
    )


def _found_in(text: str, shown: str, source: str, name: str, check: Check) -> tuple[ImportedRoutine, ...]:
    """The routines that a text holds, in whichever way; none if it holds none."""
    if is_history(text):
        raise RefusedImportError(
            f"{shown} is a history of this app, and no routine; import it in History.", is_history=True
        )
    if is_history_table(text):
        raise table_refused(shown)
    if routines := routines_in(text):
        return _plain_routines(routines, text, source, name, check)
    if other := _other_apps_file(shown, text):
        return _other_apps_routines(other, source, check)
    code = code_in(text)
    return () if code is None else (read_code(code, check),)


def _plain_routines(
    routines: Sequence[str], text: str, source: str, name: str, check: Check
) -> tuple[ImportedRoutine, ...]:
    """The routines of this app's own kind; only one that is alone can have the name of its file."""
    plain = [_without_remarks(routine, check) for routine in routines]
    is_cut = _letters(plain[0]) != _letters(text)
    told = ("The words around the routine are left out.",) if is_cut else ()
    plain = [without_json_escapes(routine) for routine in plain]
    is_named = bool(name) and len(plain) == 1
    return tuple(
        _checked(name if is_named else _title(routine, check), routine, check, source, told)
        for routine in plain
    )


def _without_remarks(text: str, check: Check) -> str:
    """A routine without the words before and after it, if it is good without them, and not with them."""
    if check("routine.yaml", text).routine is not None:
        return text
    good = (cut for cut in without_remarks(text) if check("routine.yaml", cut).routine is not None)
    return next(good, text)


def _letters(text: str) -> str:
    """What is seen of a text, without the marks of a quoted mail."""
    return "".join(text.split()).replace(">", "").strip("\ufeff")


def _title(text: str, check: Check) -> str:
    routine = check("routine.yaml", text).routine
    return routine.title if routine else ""


def _other_apps_file(shown: str, text: str) -> OtherAppFile | None:
    try:
        return read_other_apps_file(text)
    except OtherAppFileError as error:
        raise RefusedImportError(f"{shown}: {error}") from error


def _other_apps_routines(file: OtherAppFile, source: str, check: Check) -> tuple[ImportedRoutine, ...]:
    """The routines of a file; the first tells what of the file is none."""
    return tuple(
        _from_other_app(other, source, check, file.left_out if number == 0 else ())
        for number, other in enumerate(file.routines)
    )


def _from_other_app(
    other: OtherAppRoutine, source: str, check: Check, left_out: tuple[str, ...]
) -> ImportedRoutine:
    place = "pasted" if source == PASTED else source.removeprefix("From ")
    one = _checked(
        other.title,
        other.yaml_text,
        check,
        f"From {other.app}, {place}",
        tuple(dict.fromkeys(left_out + other.unsupported)),
    )
    return replace(one, other=other)


def _checked(
    name: str, text: str, check: Check, source: str, unsupported: tuple[str, ...] = ()
) -> ImportedRoutine:
    file_name = plain_file_name(name)
    checked = check(file_name, text)
    return ImportedRoutine(file_name, text, checked.routine, checked.problems, unsupported, source)
