"""The log as JSON and as rows: keys, order, numbers, and cells that no spreadsheet runs."""

import csv
import io
import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.feedback.feedback import Feeling, PainRecord
from routine_app.core.history.exchange.history_json import HISTORY_COLUMNS, history_document, history_rows
from routine_app.core.routine.model import Side
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord, SessionStatus

PARIS_SUMMER = timezone(timedelta(hours=2))
STARTED = datetime(2026, 7, 1, 18, 30, 15, 250000, tzinfo=PARIS_SUMMER)


def _hold(  # noqa: PLR0913 - each is a part of a hold that some test changes
    stretch: str = "Pigeon pose",
    muscles: tuple[str, ...] = ("hip_flexors", "glutes"),
    side: Side = Side.LEFT,
    *,
    planned: float = 30.0,
    held: float = 30.0,
    status: HoldStatus = HoldStatus.DONE,
) -> HoldRecord:
    return HoldRecord(0, stretch, muscles, side, 2, 3, planned, held, status)


def _session(*holds: HoldRecord, title: str = "Runner's hips") -> SessionRecord:
    return SessionRecord(
        session_id="s1",
        routine="hips",
        title=title,
        started_at=STARTED,
        ended_at=STARTED + timedelta(minutes=5),
        status=SessionStatus.STOPPED,
        planned_seconds=60.0,
        holds=holds,
        feeling=Feeling.GOOD,
        pain=(PainRecord("it_band", Side.RIGHT),),
        note="Felt fine",
    )


def test_the_whole_document() -> None:
    """Every key of the contract, in its order, with words and numbers as it says."""
    cut = _hold("Butterfly", ("adductors",), Side.BOTH, held=12.3456, status=HoldStatus.CUT)
    document = history_document([_session(_hold(), cut)])
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
    running = SessionRecord("s1", "hips", "Hips", STARTED, None, SessionStatus.RUNNING, 0.0)
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
    """An empty log is still a document, and a table of column names alone."""
    assert history_document([]) == {"sessions": []}
    assert list(history_rows([])) == [HISTORY_COLUMNS]


def test_the_order_given_is_kept() -> None:
    """The log comes oldest first, and nothing here changes that."""
    later = SessionRecord("a", "x", "X", datetime(2026, 8, 1, tzinfo=UTC), None, SessionStatus.RUNNING, 0.0)
    document = history_document([_session(), later])
    assert [session["id"] for session in json.loads(json.dumps(document))["sessions"]] == ["s1", "a"]


@pytest.mark.parametrize(
    ("seconds", "written"),
    [(30.0, "30"), (29.9996, "30"), (0.0004, "0"), (1.0005001, "1.001"), (0.1 + 0.2, "0.3"), (-0.0, "0")],
)
def test_seconds_are_rounded_to_the_millisecond(seconds: float, written: str) -> None:
    """Whole numbers are ints; no noise of floating point is shown."""
    document = history_document([_session(_hold(held=seconds))])
    assert json.dumps(json.loads(json.dumps(document))["sessions"][0]["held_seconds"]) == written
    assert str(history_rows([_session(_hold(held=seconds))])[1][11]) == written


def test_a_row_for_each_hold() -> None:
    """The header, then each hold with what its session says of itself."""
    rows = history_rows([_session(_hold(), _hold("Quad pull", (), held=1.5, status=HoldStatus.CUT))])
    started = "2026-07-01T18:30:15.250000+02:00"
    assert list(rows) == [
        (
            "session_id",
            "routine",
            "title",
            "started_at",
            "session_status",
            "stretch",
            "muscles",
            "side",
            "set",
            "round",
            "planned_seconds",
            "held_seconds",
            "hold_status",
        ),
        (
            "s1",
            "hips",
            "Runner's hips",
            started,
            "stopped",
            "Pigeon pose",
            "hip_flexors glutes",
            "left",
            2,
            3,
            30,
            30,
            "done",
        ),
        (
            "s1",
            "hips",
            "Runner's hips",
            started,
            "stopped",
            "Quad pull",
            "",
            "left",
            2,
            3,
            30,
            1.5,
            "cut",
        ),
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "\0"])
def test_no_text_is_run_as_a_formula(start: str) -> None:
    """Text of the user's that begins like a formula gets a quote before it, in every column."""
    evil = f"{start}cmd|' /C calc'!A0"
    session = SessionRecord(
        evil, evil, evil, STARTED, None, SessionStatus.RUNNING, 0.0, (_hold(evil, (evil,)),)
    )
    row = history_rows([session])[1]
    assert [row[column] for column in (0, 1, 2, 5, 6)] == [f"'{evil}"] * 5


def test_text_with_such_a_sign_inside_stays_as_it_is() -> None:
    """Only the first character decides."""
    assert history_rows([_session(_hold("Hip-opener = good"))])[1][5] == "Hip-opener = good"


@given(st.text(), st.text(), st.lists(st.text(), max_size=3))
def test_no_cell_ever_begins_like_a_formula(title: str, stretch: str, muscles: list[str]) -> None:
    """Whatever was typed, a written cell never begins with a sign that a spreadsheet acts on."""
    rows = history_rows([_session(_hold(stretch, tuple(muscles)), title=title)])
    output = io.StringIO(newline="")
    csv.writer(output).writerows(rows)
    output.seek(0)
    cells = [cell for row in csv.reader(output) for cell in row]
    assert not [cell for cell in cells if cell[:1] in {"=", "+", "-", "@", "\t", "\r"}]
