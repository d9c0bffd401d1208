"""The whole history written to a file, session by session."""

from collections.abc import Callable

from routine_app.core.history.exchange.history_json import json_end, json_entry, json_start
from routine_app.core.history.exchange.holds_csv import csv_lines, csv_start
from routine_app.core.history.repository import HistoryRepository
from routine_app.core.long_work import Work
from routine_app.core.session.record import SessionRecord

Write = Callable[[bytes], object]
"""Takes the next piece of a file."""

Export = Callable[[HistoryRepository, Write], Work[int]]
"""Writes a history as a file, and returns how many sessions it has. Raises UserFacingError."""


def export_json(history: HistoryRepository, write: Write) -> Work[int]:
    """Write everything, as JSON in UTF-8; equal contents give equal bytes."""
    write(json_start().encode())
    session_count = yield from _write_sessions(
        history, write, lambda session, place: json_entry(session, is_first=not place)
    )
    write(json_end(history.notes(), is_empty=not session_count).encode())
    return session_count


def export_csv(history: HistoryRepository, write: Write) -> Work[int]:
    """Write the holds, as CSV with a byte order mark, without which spreadsheets take it for the text of one country."""
    write(csv_start().encode("utf-8-sig"))
    return (yield from _write_sessions(history, write, lambda session, _: csv_lines(session)))


def _write_sessions(
    history: HistoryRepository, write: Write, text_of: Callable[[SessionRecord, int], str]
) -> Work[int]:
    """Write each session as the text that it has at its place; returns how many there are."""
    session_count = 0
    for page in history.pages():
        yield page.share_before
        for session in page.sessions:
            write(text_of(session, session_count).encode())
            session_count += 1
            yield page.share_before
    return session_count
