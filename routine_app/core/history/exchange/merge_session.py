"""Two copies of one session made one, whichever comes first.

Each part is taken from the copy that ranks higher. No two parts that differ in anything rank the same, so that the
order in which copies come together changes nothing.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from routine_app.core.routine.hold_length import Length
from routine_app.core.session.record import HoldRecord, SessionRecord, SessionStatus, longer_hold

_NEVER = datetime.min.replace(tzinfo=UTC)

_LENGTHS = (Length.NORMAL, Length.SHORT, Length.LONG)
"""The lowest first: a copy that does not say a length has the normal one."""


def joined_session(ours: SessionRecord, theirs: SessionRecord) -> SessionRecord:
    """What both copies know of a session; it is `ours` itself if the other copy adds nothing."""
    run = max(ours, theirs, key=_run_rank)
    said = max(ours, theirs, key=_said_rank)
    holds = _joined_holds(ours.holds, theirs.holds)
    if run is ours and said is ours and holds == ours.holds:
        return ours
    return replace(
        run, holds=holds, feeling=said.feeling, pain=said.pain, note=said.note, feedback_at=said.feedback_at
    )


def _joined_holds(ours: Sequence[HoldRecord], theirs: Sequence[HoldRecord]) -> tuple[HoldRecord, ...]:
    holds = {hold.hold_index: hold for hold in ours}
    for hold in theirs:
        holds[hold.hold_index] = longer_hold(holds.get(hold.hold_index, hold), hold)
    return tuple(holds[index] for index in sorted(holds))


def _run_rank(session: SessionRecord) -> tuple[object, ...]:
    """What went on last knows more, then what has ended, then what ended last."""
    went_on_at = max(session.started_at, session.resumed_at or session.started_at)
    has_ended = session.status is not SessionStatus.RUNNING
    words = _text(session.resumed_at), _LENGTHS.index(session.length), session.routine, session.title
    rest = _text(session.started_at), _text(session.ended_at), session.status, session.planned_seconds
    return went_on_at, has_ended, session.ended_at or _NEVER, *words, *rest


def _said_rank(session: SessionRecord) -> tuple[object, ...]:
    """What was said last counts, and nothing said the least."""
    pains = tuple((pain.muscle, pain.side) for pain in session.pain)
    said_at = session.feedback_at or _NEVER
    return said_at, session.feeling or "", pains, session.note, _text(session.feedback_at)


def _text(moment: datetime | None) -> str:
    """A time as it is written: two of the same instant may have different offsets."""
    return "" if moment is None else moment.isoformat()
