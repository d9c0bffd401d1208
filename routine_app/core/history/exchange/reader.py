"""A history that comes in as a file: read whole, or refused in one sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeGuard

from routine_app.core.history.exchange.history_json import EXPORT_FORMAT, EXPORT_VERSION, exported_session
from routine_app.core.history.exchange.incoming import IncomingHistory, Packed, packed, unpacked
from routine_app.core.history.exchange.session_reader import LONGEST_ID, LONGEST_NAME, read_session
from routine_app.core.long_work import Work
from routine_app.core.session.record import SessionRecord
from routine_app.core.text.clean import clean_words
from routine_app.core.text.json_fields import DamageError, JsonFields
from routine_app.core.text.json_parsing import BrokenJsonError
from routine_app.core.text.json_stream import JsonStream
from routine_app.core.text.numbers import file_size

HISTORY_LIMIT_BYTES = 64 * 1024 * 1024
"""The largest file that is read: some ten thousand long sessions."""


class HistoryFileError(Exception):
    """A file is no whole history; the message is one sentence that begins with its name and says what to do."""


def refuse_too_large(name: str, size_bytes: int) -> None:
    """Raise HistoryFileError for a file that is larger than any history."""
    if size_bytes > HISTORY_LIMIT_BYTES:
        raise HistoryFileError(
            f"{_shown(name)} has {file_size(size_bytes)}, and a history has at most "
            f"{file_size(HISTORY_LIMIT_BYTES)}; pick another file."
        )


def read_history(name: str, size_bytes: int, pieces: Iterable[bytes]) -> Work[IncomingHistory]:
    """Read a file that `export` or `history --json` wrote, of that size. Raises HistoryFileError, and nothing else.

    What `history --json` leaves out is as if it had never been: holds have the places in their list. Keys that
    are not known are passed over. Seconds are rounded to thousandths. Of a file that is too large nothing is asked for.
    """
    refuse_too_large(name, size_bytes)
    try:
        reading = _Reading(size_bytes, pieces)
        yield from reading.read()
        if not reading.is_newer:
            return reading.history()
    except (DamageError, BrokenJsonError) as error:
        raise HistoryFileError(f"{_shown(name)}: {error}.") from error
    raise HistoryFileError(
        f"{_shown(name)} was written by a newer version of the app; update the app to import it."
    )


def _shown(name: str) -> str:
    return clean_words(name) or "This file"


class _Reading:
    """One file: its sessions are read as they come, and judged when all of it is known to be JSON."""

    def __init__(self, size_bytes: int, pieces: Iterable[bytes]) -> None:
        self._size_bytes, self._read_bytes = size_bytes, 0
        self._stream = JsonStream(self._counted(pieces))
        self._document: object = None
        self._sessions = _Sessions()

    def read(self) -> Iterator[float]:
        """Read all of it; gives the share that is read."""
        if self._stream.peek() == "{":
            values: dict[str, object] = {}
            self._document = values
            for key in self._stream.members():
                if key == "sessions" and self._stream.peek() == "[":
                    values[key] = []
                    yield from self._read_sessions()
                else:
                    values[key] = self._stream.value()
        else:
            self._document = self._stream.value()
        self._stream.end()

    def _read_sessions(self) -> Iterator[float]:
        for value in self._stream.entries():
            self._sessions.add(value)
            yield self._read_bytes / max(self._size_bytes, 1)

    def _counted(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        for piece in pieces:
            self._read_bytes += len(piece)
            if self._read_bytes > HISTORY_LIMIT_BYTES:
                raise DamageError(f"it has more than {file_size(HISTORY_LIMIT_BYTES)}; pick another file")
            yield piece

    @property
    def is_newer(self) -> bool:
        """Whether this version of the app does not know all that may be in it."""
        version = self._document.get("version") if _is_history(self._document) else None
        return isinstance(version, int | float) and version > EXPORT_VERSION

    def history(self) -> IncomingHistory:
        """What was read; raises DamageError."""
        if not _is_history(self._document):
            raise DamageError("this is no history of the app; pick a file that it exported as JSON")
        fields = JsonFields(self._document)
        if fields.has("version"):
            fields.whole("version", 1, EXPORT_VERSION)
        deleted = frozenset(fields.texts("deleted", LONGEST_ID)) if fields.has("deleted") else frozenset()
        fields.entries("sessions")
        sessions = self._sessions.all()
        for session_id in deleted:
            sessions.pop(session_id, None)
        return IncomingHistory(sessions, deleted, _acknowledged(fields))


def _is_history(document: object) -> TypeGuard[dict[str, object]]:
    return isinstance(document, dict) and (
        document["format"] == EXPORT_FORMAT if "format" in document else "sessions" in document
    )


@dataclass(slots=True)
class _Sessions:
    """The sessions in the order of the file, each once; after the first that is damaged no other is looked at."""

    _by_id: dict[str, Packed] = field(default_factory=dict)
    _numbers: dict[str, int] = field(default_factory=dict)
    _count: int = 0
    _damage: DamageError | None = None

    def add(self, value: object) -> None:
        """Take the next one."""
        self._count += 1
        if self._damage is None:
            try:
                self._add(read_session(value, f"session {self._count}"))
            except DamageError as error:
                self._damage = error

    def _add(self, session: SessionRecord) -> None:
        first = self._numbers.setdefault(session.session_id, self._count)
        if first == self._count:
            self._by_id[session.session_id] = packed(session)
        elif exported_session(unpacked(self._by_id[session.session_id])) != exported_session(session):
            raise DamageError(
                f"session {self._count} has the id of session {first}, and differs from it; take one of the two out"
            )

    def all(self) -> dict[str, Packed]:
        """All of them, by their ids; raises DamageError."""
        if self._damage is not None:
            raise self._damage
        return self._by_id


def _acknowledged(fields: JsonFields) -> dict[str, datetime]:
    if not fields.has("acknowledged"):
        return {}
    times = JsonFields(fields.raw("acknowledged"), '"acknowledged"')
    return {muscle: times.moment(muscle) for muscle in times.names(LONGEST_NAME)}
