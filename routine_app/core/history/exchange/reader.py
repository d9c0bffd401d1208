"""A history that comes in as a file: read whole, or refused in one sentence."""

from datetime import datetime
from typing import TypeGuard

from routine_app.core.history.contents import HistoryContents, in_order
from routine_app.core.history.exchange.history_json import EXPORT_FORMAT, EXPORT_VERSION, exported_session
from routine_app.core.history.exchange.session_reader import LONGEST_ID, LONGEST_NAME, read_session
from routine_app.core.session.record import SessionRecord
from routine_app.core.text.clean import clean_words
from routine_app.core.text.json_fields import DamageError, JsonFields
from routine_app.core.text.json_parsing import BrokenJsonError, parse_strictly

HISTORY_LIMIT_BYTES = 64 * 1024 * 1024
"""The largest file that is read, some ten thousand long sessions: of a larger one, so much and a byte tell all."""


class HistoryFileError(Exception):
    """A file is no whole history; the message is one sentence that begins with its name and says what to do."""


def read_history_file(name: str, content: bytes) -> HistoryContents:
    """What is in a file that `export` or `history --json` wrote. Raises HistoryFileError, and nothing else.

    What `history --json` leaves out is as if it had never been: holds have the places in their list. Keys that
    are not known are passed over. Seconds are rounded to thousandths.
    """
    shown = clean_words(name) or "This file"
    if len(content) > HISTORY_LIMIT_BYTES:
        raise HistoryFileError(f"{shown} is larger than 64 MiB, which no history is; pick another file.")
    try:
        document = parse_strictly(_text(content))
        if not _is_newer(document):
            return _contents(document)
    except (DamageError, BrokenJsonError) as error:
        raise HistoryFileError(f"{shown}: {error}.") from error
    raise HistoryFileError(f"{shown} was written by a newer version of the app; update the app to import it.")


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise DamageError(f"line {line} is not in UTF-8; export the history again as JSON") from error


def _contents(document: object) -> HistoryContents:
    if not _is_history(document):
        raise DamageError("this is no history of the app; pick a file that it exported as JSON")
    fields = JsonFields(document)
    if fields.has("version"):
        fields.whole("version", 1, EXPORT_VERSION)
    deleted = frozenset(fields.texts("deleted", LONGEST_ID)) if fields.has("deleted") else frozenset()
    sessions = [session for session in _sessions(fields) if session.session_id not in deleted]
    return HistoryContents(in_order(sessions), deleted, _acknowledged(fields))


def _is_history(document: object) -> TypeGuard[dict[str, object]]:
    return isinstance(document, dict) and (
        document["format"] == EXPORT_FORMAT if "format" in document else "sessions" in document
    )


def _is_newer(document: object) -> bool:
    """Whether this version of the app does not know all that may be in it."""
    version = document.get("version") if _is_history(document) else None
    return isinstance(version, int | float) and version > EXPORT_VERSION


def _sessions(fields: JsonFields) -> list[SessionRecord]:
    """The sessions in the order of the file, each once."""
    sessions: dict[str, SessionRecord] = {}
    numbers: dict[str, int] = {}
    for number, value in enumerate(fields.entries("sessions"), start=1):
        session = read_session(value, f"session {number}")
        earlier = sessions.setdefault(session.session_id, session)
        first = numbers.setdefault(session.session_id, number)
        if earlier is not session and exported_session(earlier) != exported_session(session):
            raise DamageError(
                f"session {number} has the id of session {first}, and differs from it; take one of the two out"
            )
    return list(sessions.values())


def _acknowledged(fields: JsonFields) -> dict[str, datetime]:
    if not fields.has("acknowledged"):
        return {}
    times = JsonFields(fields.raw("acknowledged"), '"acknowledged"')
    return {muscle: times.moment(muscle) for muscle in times.names(LONGEST_NAME)}
