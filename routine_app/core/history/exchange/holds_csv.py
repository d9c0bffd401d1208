"""The holds of a history as the rows of a table."""

import csv
import re
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

FORMULA_SIGNS = "=+@\0\uff1d\uff0b\uff0d\uff20-"
"""What a spreadsheet may take for the start of a formula (source: OWASP on CSV injection; ASVS 1.2.10)."""

_FORMULA_START = re.compile(
    rf"^(?=\s*[{FORMULA_SIGNS}]|[\t\r\n])|(?<=[;\t\r\n])(?=(?:[^\S\t\r\n]|\")*[{FORMULA_SIGNS}])"
)
"""Where a cell begins so; where the semicolon or the tab divides them, one may begin behind that, and behind quotes, too."""

UNSEEN_GUARD = "\N{ZERO WIDTH SPACE}"
"""What stands before such a sign: the cell is text then, and looks as it was typed, which a `'` would not."""


def history_rows(sessions: Iterable[SessionRecord]) -> Iterator[tuple[object, ...]]:
    """The names of the columns, then a row for each hold.

    Text that a spreadsheet would run as a formula has `UNSEEN_GUARD` before it. A session without holds has no row.
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
    return _FORMULA_START.sub(UNSEEN_GUARD, text) if isinstance(text, str) else text
