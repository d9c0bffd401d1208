"""Whole histories at once, for tests: written and read as files, and put into a repository."""

from dataclasses import replace

from routine_app.core.history.contents import HistoryContents, in_order
from routine_app.core.history.exchange.history_json import json_end, json_entry, json_start
from routine_app.core.history.exchange.incoming import IncomingHistory, packed, unpacked
from routine_app.core.history.exchange.merge import JoinCount, join_to
from routine_app.core.history.exchange.reader import read_history
from routine_app.core.history.repository import HistoryRepository
from routine_app.core.long_work import finish


def written(contents: HistoryContents) -> bytes:
    """The file of an export: two histories are the same to the letter if it is."""
    entries = [json_entry(session, is_first=not place) for place, session in enumerate(contents.sessions)]
    return f"{json_start()}{''.join(entries)}{json_end(contents, is_empty=not entries)}".encode()


def came_in(content: bytes, name: str = "mine.json", piece_bytes: int = 64 * 1024) -> HistoryContents:
    """What is read of a file that comes in pieces of that size."""
    pieces = (content[at : at + piece_bytes] for at in range(0, len(content), piece_bytes))
    read = finish(read_history(name, len(content), pieces))
    sessions = in_order(map(unpacked, read.sessions.values()))
    return HistoryContents(sessions, read.deleted, read.acknowledged)


def incoming(contents: HistoryContents) -> IncomingHistory:
    """What another history has, to be joined."""
    sessions = {session.session_id: packed(session) for session in contents.sessions}
    return IncomingHistory(sessions, contents.deleted, contents.acknowledged)


def fill(history: HistoryRepository, *contents: HistoryContents) -> JoinCount:
    """Join these to a history; an empty one then has what they have."""
    return finish(join_to(history, [incoming(one) for one in contents]))


def contents_of(history: HistoryRepository) -> HistoryContents:
    """All that a history has."""
    sessions = [session for page in history.pages() for session in page.sessions]
    return replace(history.notes(), sessions=tuple(sessions))
