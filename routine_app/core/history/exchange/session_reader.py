"""One session of a history that comes in, checked in every part."""

from routine_app.core.feedback.feedback import Feeling, PainRecord
from routine_app.core.routine.hold_length import Length
from routine_app.core.routine.model import Side
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord, SessionStatus
from routine_app.core.text.json_fields import DamageError, JsonFields

LONGEST_ID = 200
LONGEST_NAME = 500
LONGEST_NOTE = 100_000
MOST_REPEATS = 1000
MOST_HOLDS = 100_000
"""Far more of each than the app ever writes."""


def read_session(value: object, place: str) -> SessionRecord:
    """The session that stands at `place`, as `history_document` or `export_document` wrote it.

    Its `held_seconds` are those of its holds. Raises DamageError.
    """
    fields = JsonFields(value, place)
    session = SessionRecord(
        session_id=fields.text("id", LONGEST_ID, shortest=1),
        routine=fields.text("routine", LONGEST_NAME),
        title=fields.text("title", LONGEST_NAME),
        started_at=fields.moment("started_at"),
        ended_at=fields.moment_or_none("ended_at"),
        status=fields.word("status", SessionStatus),
        planned_seconds=fields.seconds("planned_seconds"),
        holds=_holds(fields),
        feeling=fields.word_or_none("feeling", Feeling),
        pain=_pains(fields),
        note=fields.text("note", LONGEST_NOTE),
        length=fields.word("length", Length) if fields.has("length") else Length.NORMAL,
        resumed_at=fields.moment_or_none("resumed_at") if fields.has("resumed_at") else None,
        feedback_at=fields.moment_or_none("feedback_at") if fields.has("feedback_at") else None,
    )
    if session.status is SessionStatus.RUNNING and session.ended_at is not None:
        raise DamageError(f'{place}: "ended_at" is a time, though "status" is "running"; it must be null')
    return session


def _holds(session: JsonFields) -> tuple[HoldRecord, ...]:
    """The holds of a session in the order of the plan; one that does not say its place has that in the list."""
    holds: dict[int, HoldRecord] = {}
    for place, value in enumerate(session.entries("holds")):
        fields = JsonFields(value, f"{session.place}, hold {place + 1}")
        hold = _hold(fields, place)
        if hold.hold_index in holds:
            raise DamageError(
                f'{fields.place}: "index" is {hold.hold_index}, which an earlier hold has; '
                "each hold must have its own"
            )
        holds[hold.hold_index] = hold
    return tuple(holds[index] for index in sorted(holds))


def _hold(fields: JsonFields, place: int) -> HoldRecord:
    return HoldRecord(
        hold_index=fields.whole("index", 0, MOST_HOLDS) if fields.has("index") else place,
        stretch=fields.text("stretch", LONGEST_NAME),
        muscles=tuple(fields.texts("muscles", LONGEST_NAME)),
        side=fields.word("side", Side),
        set_number=fields.whole("set", 1, MOST_REPEATS),
        round_number=fields.whole("round", 1, MOST_REPEATS),
        planned_seconds=fields.seconds("planned_seconds"),
        held_seconds=fields.seconds("held_seconds"),
        status=fields.word("status", HoldStatus),
    )


def _pains(session: JsonFields) -> tuple[PainRecord, ...]:
    entries = enumerate(session.entries("pain"), start=1)
    pains = [JsonFields(value, f"{session.place}, pain {number}") for number, value in entries]
    return tuple(
        PainRecord(pain.text("muscle", LONGEST_NAME, shortest=1), pain.word("side", Side)) for pain in pains
    )
