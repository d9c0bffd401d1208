"""Two histories made one: nothing that either has is lost, but for what was deleted in one of them.

Whichever comes first, and however often, the outcome is the same to the letter.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import datetime
from functools import reduce
from itertools import chain

from routine_app.core.history.contents import HistoryContents, in_order
from routine_app.core.history.exchange.incoming import IncomingHistory
from routine_app.core.history.exchange.merge_session import joined_session
from routine_app.core.history.repository import HistoryRepository
from routine_app.core.long_work import Work
from routine_app.core.session.record import SessionRecord
from routine_app.core.text.numbers import count

BYTES_AT_ONCE, SESSIONS_AT_ONCE = 16 * 1024, 200
"""So many packed sessions, some two hundred holds, are joined in one transaction: ten milliseconds of work."""


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


def _later(ours: Mapping[str, datetime], theirs: Mapping[str, datetime]) -> Mapping[str, datetime]:
    """The later time for each key; of the same instant with two offsets, always the same one."""
    times = dict(ours)
    for key, moment in theirs.items():
        times[key] = max(times.get(key, moment), moment, key=lambda time: (time, time.isoformat()))
    return times


def join_to(history: HistoryRepository, incoming: Sequence[IncomingHistory]) -> Work[JoinCount]:
    """Join all of these to a history; returns what became of its sessions. Raises UserFacingError.

    Some sessions at a time, each whole: where it breaks off, to join the same again does the rest.
    """
    counts = [JoinCount()]

    def join(ours: HistoryContents, theirs: HistoryContents) -> HistoryContents:
        outcome = joined(ours, theirs)
        counts.append(count_join(ours, theirs, outcome))
        return outcome

    parts = _Parts(incoming)
    for _ in history.join(parts, join):
        yield parts.share_given
    return JoinCount(*map(sum, zip(*map(astuple, counts), strict=True)))


class _Parts:
    """All that comes in, made one, in parts that have different sessions, none of them large.

    `share_given` is how much of it was given.
    """

    def __init__(self, incoming: Sequence[IncomingHistory]) -> None:
        self._incoming = incoming
        self._ids = list(dict.fromkeys(chain.from_iterable(one.ids for one in incoming)))
        nothing: Mapping[str, datetime] = {}
        self._acknowledged = reduce(_later, (one.acknowledged for one in incoming), nothing)
        self.share_given = 0.0

    def __iter__(self) -> Iterator[HistoryContents]:
        yield HistoryContents(acknowledged=self._acknowledged)
        begin = size = 0
        for end, session_id in enumerate(self._ids, start=1):
            size += sum(len(one.sessions.get(session_id, b"")) for one in self._incoming)
            if size >= BYTES_AT_ONCE or end - begin >= SESSIONS_AT_ONCE or end == len(self._ids):
                self.share_given = end / len(self._ids)
                ids = self._ids[begin:end]
                yield reduce(joined, (one.part(ids) for one in self._incoming), HistoryContents())
                begin, size = end, 0


def join_words(found: JoinCount) -> str:
    """What became of the sessions: "3 sessions came in, 1 changed."."""
    outcomes = [
        (found.new, "came in"),
        (found.changed, "changed"),
        (found.gone, f"{_were(found.gone)} deleted here too"),
    ]
    happened = [(number, words) for number, words in outcomes if number]
    stay = "stays" if found.kept_deleted == 1 else "stay"
    kept = f"{_were(found.kept_deleted)} deleted here before and {stay} deleted"
    if not happened and not found.kept_deleted:
        return "Nothing new: this history has all of it."
    if not happened:
        return f"Nothing new: {count(found.kept_deleted, 'session')} {kept}."
    (first, words), *others = happened
    line = ", ".join([f"{count(first, 'session')} {words}", *(f"{n} {what}" for n, what in others)])
    return f"{line}. {found.kept_deleted} {kept}." if found.kept_deleted else f"{line}."


def _were(number: int) -> str:
    return "was" if number == 1 else "were"
