"""The log as JSON: keys, order, and numbers."""

import json
from datetime import UTC, datetime

import pytest

from routine_app.core.history.exchange.history_json import history_document
from routine_app.core.routine.model import Side
from routine_app.core.session.record import HoldStatus, SessionRecord
from tests.core.history.sample_sessions import STARTED, a_hold, a_session


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
