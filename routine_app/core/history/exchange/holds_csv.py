"""The holds of a history as the rows of a table."""

import csv
from collections.abc import Iterable, Iterator

from routine_app.core.history.exchange.history_json import hold_document, session_document
from routine_app.core.session.record import SessionRecord

_SESSION_KEYS = ("id", "routine", "title", "started_at", "status")
_HOLD_KEYS = ("stretch", "muscles", "side", "set", "round", "planned_seconds", "held_seconds", "status")
"""The keys of the JSON document that are columns, under other names where these alone would not tell."""

HISTORY_COLUMNS = (
    *("session_id", *_SESSION_KEYS[1:-1], "session_status"),
    *(*_HOLD_KEYS[:-1], "hold_status"),
)

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")
"""What a spreadsheet may take for the start of a formula (source: OWASP on CSV injection; ASVS 1.2.10)."""


def history_rows(sessions: Iterable[SessionRecord]) -> Iterator[tuple[object, ...]]:
    """The names of the columns, then a row for each hold.

    Text that a spreadsheet would run as a formula has a `'` before it. A session without holds has no row.
    """
    yield HISTORY_COLUMNS
    for session in sessions:
        yield from _rows(session)


def _rows(session: SessionRecord) -> Iterator[tuple[object, ...]]:
    of_session = session_document(session, ())
    for hold in session.holds:
        of_hold = hold_document(hold)
        values = [of_session[key] for key in _SESSION_KEYS] + [of_hold[key] for key in _HOLD_KEYS]
        yield tuple(map(_cell, values))


def csv_start() -> str:
    """The line with the names of the columns."""
    return _lines([HISTORY_COLUMNS])


def csv_lines(session: SessionRecord) -> str:
    """The lines of a session's holds."""
    return _lines(_rows(session))


def _lines(rows: Iterable[tuple[object, ...]]) -> str:
    lines = _Lines()
    csv.writer(lines, lineterminator="\r\n").writerows(rows)
    return "".join(lines)


class _Lines(list[str]):
    """Lines, written one by one."""

    def write(self, line: str) -> None:
        self.append(line)


def _cell(value: object) -> object:
    text = " ".join(value) if isinstance(value, list) else value
    return f"'{text}" if isinstance(text, str) and text.startswith(FORMULA_STARTS) else text
