"""Two histories made one: nothing that either has is lost, but for what was deleted in one of them.

Whichever comes first, and however often, the outcome is the same to the letter.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from routine_app.core.history.contents import HistoryContents, in_order
from routine_app.core.history.exchange.merge_session import joined_session
from routine_app.core.session.record import SessionRecord


@dataclass(frozen=True, slots=True)
class JoinCount:
    """What became of our sessions.

    `new` came in, `changed` are here as before but with something more, and `gone` were deleted in the other
    history. `kept_deleted` the other has, but they were deleted here.
    """

    new: int = 0
    changed: int = 0
    gone: int = 0
    kept_deleted: int = 0


def joined(ours: HistoryContents, theirs: HistoryContents) -> HistoryContents:
    """What both histories have. A session to which theirs adds nothing is the very object of ours."""
    deleted = ours.deleted | theirs.deleted
    sessions = _by_id(ours)
    for session in theirs.sessions:
        mine = sessions.get(session.session_id)
        sessions[session.session_id] = session if mine is None else joined_session(mine, session)
    kept = [session for session in sessions.values() if session.session_id not in deleted]
    return HistoryContents(in_order(kept), deleted, _later(ours.acknowledged, theirs.acknowledged))


def count_join(ours: HistoryContents, theirs: HistoryContents, outcome: HistoryContents) -> JoinCount:
    """What became of our sessions, where `outcome` is what `joined` gave for these two."""
    before, after = _by_id(ours), _by_id(outcome)
    return JoinCount(
        new=len(after.keys() - before.keys()),
        changed=sum(
            after[session_id] is not before[session_id] for session_id in after.keys() & before.keys()
        ),
        gone=len(before.keys() - after.keys()),
        kept_deleted=len(_by_id(theirs).keys() & ours.deleted),
    )


def _by_id(contents: HistoryContents) -> dict[str, SessionRecord]:
    return {session.session_id: session for session in contents.sessions}


def _later(ours: Mapping[str, datetime], theirs: Mapping[str, datetime]) -> dict[str, datetime]:
    """The later time for each key; of the same instant with two offsets, always the same one."""
    times = dict(ours)
    for key, moment in theirs.items():
        times[key] = max(times.get(key, moment), moment, key=lambda time: (time, time.isoformat()))
    return times
