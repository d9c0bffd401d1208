"""The whole history as JSON: everything of it, in one order, whatever order it was held in."""

import json
from datetime import timedelta

from routine_app.core.feedback.feedback import Feeling, PainRecord
from routine_app.core.history.contents import HistoryContents
from routine_app.core.history.exchange.history_json import export_document, history_document
from routine_app.core.routine.hold_length import Length
from routine_app.core.routine.model import Side
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord, SessionStatus
from tests.core.history.generated_histories import at

BEGAN = at(0, 2)
HOLD = HoldRecord(3, "Pigeon pose", ("glutes",), Side.LEFT, 1, 2, 30.0, 12.3456, HoldStatus.CUT)
FULL = SessionRecord(
    session_id="s1",
    routine="hips",
    title="Runner's hips",
    started_at=BEGAN,
    ended_at=BEGAN + timedelta(minutes=5),
    status=SessionStatus.STOPPED,
    planned_seconds=60.0,
    holds=(HOLD,),
    feeling=Feeling.GOOD,
    pain=(PainRecord("it_band", Side.RIGHT),),
    note="Felt fine",
    length=Length.SHORT,
    resumed_at=BEGAN + timedelta(minutes=2),
    feedback_at=BEGAN + timedelta(hours=1),
)
BARE = SessionRecord("s2", "hips", "Hips", at(1, 0), 0.0)


def test_the_whole_document() -> None:
    """Every key, in its order."""
    contents = HistoryContents((FULL,), frozenset({"z", "a"}), {"neck": BEGAN, "calves": at(1, 0)})
    assert json.dumps(export_document(contents)) == json.dumps(
        {
            "format": "routine-app history",
            "version": 1,
            "sessions": [
                {
                    "id": "s1",
                    "routine": "hips",
                    "title": "Runner's hips",
                    "started_at": "2026-03-01T14:00:00+02:00",
                    "ended_at": "2026-03-01T14:05:00+02:00",
                    "status": "stopped",
                    "planned_seconds": 60,
                    "held_seconds": 12.346,
                    "feeling": "good",
                    "pain": [{"muscle": "it_band", "side": "right"}],
                    "note": "Felt fine",
                    "holds": [
                        {
                            "stretch": "Pigeon pose",
                            "muscles": ["glutes"],
                            "side": "left",
                            "set": 1,
                            "round": 2,
                            "planned_seconds": 30,
                            "held_seconds": 12.346,
                            "status": "cut",
                            "index": 3,
                        }
                    ],
                    "length": "short",
                    "resumed_at": "2026-03-01T14:02:00+02:00",
                    "feedback_at": "2026-03-01T15:00:00+02:00",
                }
            ],
            "deleted": ["a", "z"],
            "acknowledged": {"calves": "2026-03-01T13:00:00+00:00", "neck": "2026-03-01T14:00:00+02:00"},
        }
    )


def test_what_is_not_known_is_null() -> None:
    """A session that runs, and of which nothing was said."""
    (session,) = json.loads(json.dumps(export_document(HistoryContents((BARE,)))))["sessions"]
    assert (session["length"], session["resumed_at"], session["feedback_at"]) == ("normal", None, None)


def test_a_session_is_that_of_history_json_and_more() -> None:
    """Who reads `history --json` reads this too."""
    (whole,) = json.loads(json.dumps(export_document(HistoryContents((FULL,)))))["sessions"]
    (plain,) = json.loads(json.dumps(history_document([FULL])))["sessions"]
    assert whole["holds"][0].items() >= plain.pop("holds")[0].items()
    assert whole.items() >= plain.items()
    assert list(whole)[:12] == [*plain, "holds"]


def test_an_empty_history() -> None:
    """It is a document like any other."""
    assert export_document(HistoryContents()) == {
        "format": "routine-app history",
        "version": 1,
        "sessions": [],
        "deleted": [],
        "acknowledged": {},
    }
