"""The log as rows: columns, order, and cells that no spreadsheet runs."""

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.history.exchange.holds_csv import HISTORY_COLUMNS, csv_lines, csv_start, history_rows
from routine_app.core.session.record import HoldStatus, SessionRecord
from tests.core.history.sample_sessions import STARTED, a_hold, a_session


def test_no_sessions_at_all() -> None:
    """A table of column names alone."""
    assert list(history_rows([])) == [HISTORY_COLUMNS]


def test_seconds_are_those_of_the_document() -> None:
    """Rounded to thousandths, whole ones without a fraction."""
    rows = list(history_rows([a_session(a_hold(planned=29.9996, held=1.0005001))]))
    assert rows[1][10:12] == (30, 1.001)


def test_the_lines_of_a_file() -> None:
    """With the line endings of CSV."""
    assert csv_start().startswith("session_id,")
    lines = csv_lines(a_session(a_hold("Hüfte")))
    assert "Hüfte" in lines
    assert [text.count("\r\n") for text in (csv_start(), lines)] == [1, 1]
    assert [text.count("\n") for text in (csv_start(), lines)] == [1, 1]


def test_a_row_for_each_hold() -> None:
    """The header, then each hold with what its session says of itself."""
    rows = history_rows([a_session(a_hold(), a_hold("Quad pull", (), held=1.5, status=HoldStatus.CUT))])
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


STARTS = ["=", "+", "-", "@", "\t", "\r", "\n", "\0", "\uff1d", "\uff0b", "\uff0d", "\uff20", "  ="]


@pytest.mark.parametrize("start", STARTS)
def test_no_text_is_run_as_a_formula(start: str) -> None:
    """Text of the user's that begins like a formula has something unseen before it, in every column."""
    evil = f"{start}cmd|' /C calc'!A0"
    session = SessionRecord(evil, evil, evil, STARTED, 0.0, holds=(a_hold(evil, (evil,)),))
    row = list(history_rows([session]))[1]
    assert [row[column] for column in (0, 1, 2, 5, 6)] == [f"\u200b{evil}"] * 5


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("=1+2", "\u200b=1+2"),
        ("-10 degrees", "\u200b-10 degrees"),
        ("+ 5 breaths", "\u200b+ 5 breaths"),
        ("\u2013 x", "\u2013 x"),
        ("'s kleine", "'s kleine"),
        ("„abends“", "„abends“"),
        ('a "b"; c', 'a "b"; c'),
        ("1/2 split", "1/2 split"),
        ("蝶のポーズ 🧘", "蝶のポーズ 🧘"),
        ("a;=1+2", "a;\u200b=1+2"),
        ("a; -1", "a;\u200b -1"),
        ("a\n@b", "a\n\u200b@b"),
        ('a;"=1+2', 'a;\u200b"=1+2'),
        ("a\t=1+2", "a\t\u200b=1+2"),
    ],
)
def test_a_name_looks_as_it_was_typed(name: str, cell: str) -> None:
    """Nothing is seen of the guard; a sign behind a semicolon, which begins a cell in Europe, has one too."""
    row = list(history_rows([a_session(a_hold(name), title=name)]))[1]
    assert (row[2], row[5]) == (cell, cell)
    assert cell.replace("\u200b", "") == name


def test_text_with_such_a_sign_inside_stays_as_it_is() -> None:
    """Only the first character decides."""
    assert list(history_rows([a_session(a_hold("Hip-opener = good"))]))[1][5] == "Hip-opener = good"


_TYPED = st.text() | st.text(st.sampled_from(' ab,;"\t\r\n=+-@'))


@given(_TYPED, _TYPED, st.lists(_TYPED, max_size=3))
def test_no_cell_ever_begins_like_a_formula(title: str, stretch: str, muscles: list[str]) -> None:
    """Whatever was typed, and whatever divides the cells where it is opened: none begins with a sign that is acted on."""
    written = csv_start() + csv_lines(a_session(a_hold(stretch, tuple(muscles)), title=title))
    cells = [cell for row in csv.reader(io.StringIO(written, newline="")) for cell in row]
    assert not [cell for cell in cells if cell.startswith(tuple(STARTS))]
    for delimiter in ";\t":
        rows = csv.reader(io.StringIO(written, newline=""), delimiter=delimiter)
        assert not [cell for row in rows for cell in row if cell.lstrip().startswith(tuple("=+-@"))]
    parts = [part for cell in cells for part in re.split("[;\r\n]", cell)[1:]]
    assert not [part for part in parts if part.lstrip().startswith(tuple("=+-@"))]
