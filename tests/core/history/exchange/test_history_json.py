"""The log as JSON: keys, order, and numbers."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given

from routine_app.core.feedback.feedback import Feeling, PainRecord
from routine_app.core.history.contents import HistoryContents
from routine_app.core.history.exchange.history_json import history_document
from routine_app.core.routine.hold_length import Length
from routine_app.core.routine.model import Side
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord, SessionStatus
from tests.core.history.generated_histories import WIDE, at, histories, of_many
from tests.core.history.sample_sessions import STARTED, a_hold, a_session
from tests.core.history.whole_history import written

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
    """Every key of the contract, in its order, with words and numbers as it says."""
    cut = a_hold("Butterfly", ("adductors",), Side.BOTH, held=12.3456, status=HoldStatus.CUT)
    document = history_document([a_session(a_hold(), cut)])
    assert json.dumps(document) == json.dumps(
        {
            "sessions": [
                {
                    "id": "s1",
                    "routine": "hips",
                    "title": "Runner's hips",
                    "started_at": "2026-07-01T18:30:15.250000+02:00",
                    "ended_at": "2026-07-01T18:35:15.250000+02:00",
                    "status": "stopped",
                    "planned_seconds": 60,
                    "held_seconds": 42.346,
                    "feeling": "good",
                    "pain": [{"muscle": "it_band", "side": "right"}],
                    "note": "Felt fine",
                    "holds": [
                        {
                            "stretch": "Pigeon pose",
                            "muscles": ["hip_flexors", "glutes"],
                            "side": "left",
                            "set": 2,
                            "round": 3,
                            "planned_seconds": 30,
                            "held_seconds": 30,
                            "status": "done",
                        },
                        {
                            "stretch": "Butterfly",
                            "muscles": ["adductors"],
                            "side": "both",
                            "set": 2,
                            "round": 3,
                            "planned_seconds": 30,
                            "held_seconds": 12.346,
                            "status": "cut",
                        },
                    ],
                }
            ]
        }
    )


def test_a_session_in_progress_has_no_end() -> None:
    """What is not known yet is null, and empty lists are there."""
    running = SessionRecord("s1", "hips", "Hips", STARTED, 0.0)
    assert history_document([running]) == {
        "sessions": [
            {
                "id": "s1",
                "routine": "hips",
                "title": "Hips",
                "started_at": "2026-07-01T18:30:15.250000+02:00",
                "ended_at": None,
                "status": "running",
                "planned_seconds": 0,
                "held_seconds": 0,
                "feeling": None,
                "pain": [],
                "note": "",
                "holds": [],
            }
        ]
    }


def test_no_sessions_at_all() -> None:
    """An empty log is still a document."""
    assert history_document([]) == {"sessions": []}


def test_the_order_given_is_kept() -> None:
    """The log comes oldest first, and nothing here changes that."""
    later = SessionRecord("a", "x", "X", datetime(2026, 8, 1, tzinfo=UTC), 0.0)
    document = history_document([a_session(), later])
    assert [session["id"] for session in json.loads(json.dumps(document))["sessions"]] == ["s1", "a"]


@pytest.mark.parametrize(
    ("seconds", "written"),
    [(30.0, "30"), (29.9996, "30"), (0.0004, "0"), (1.0005001, "1.001"), (0.1 + 0.2, "0.3"), (-0.0, "0")],
)
def test_seconds_are_rounded_to_the_millisecond(seconds: float, written: str) -> None:
    """Whole numbers are ints; no noise of floating point is shown."""
    document = history_document([a_session(a_hold(held=seconds))])
    assert json.dumps(json.loads(json.dumps(document))["sessions"][0]["held_seconds"]) == written


def test_the_whole_export() -> None:
    """Every key, in its order."""
    contents = HistoryContents((FULL,), frozenset({"z", "a"}), {"neck": BEGAN, "calves": at(1, 0)})
    assert json.dumps(json.loads(written(contents))) == json.dumps(
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
    (session,) = json.loads(written(HistoryContents((BARE,))))["sessions"]
    assert (session["length"], session["resumed_at"], session["feedback_at"]) == ("normal", None, None)


def test_a_session_is_that_of_history_json_and_more() -> None:
    """Who reads `history --json` reads this too."""
    (whole,) = json.loads(written(HistoryContents((FULL,))))["sessions"]
    (plain,) = json.loads(json.dumps(history_document([FULL])))["sessions"]
    assert whole["holds"][0].items() >= plain.pop("holds")[0].items()
    assert whole.items() >= plain.items()
    assert list(whole)[:12] == [*plain, "holds"]


def test_an_empty_export() -> None:
    """It is a document like any other."""
    assert json.loads(written(HistoryContents())) == {
        "format": "routine-app history",
        "version": 1,
        "sessions": [],
        "deleted": [],
        "acknowledged": {},
    }


@of_many
@given(histories(WIDE))
def test_a_file_in_parts_is_one_document(contents: HistoryContents) -> None:
    """As one would write all of it at once: indented, and with letters as they are."""
    content = written(contents)
    assert content.decode() == json.dumps(json.loads(content), indent=1, ensure_ascii=False) + "\n"
