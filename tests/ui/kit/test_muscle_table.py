"""The table of muscles."""

import flet as ft
import pytest

from routine_app.core.session.summary_view import MuscleRow
from routine_app.ui.kit.muscle_table import muscle_table
from routine_app.ui.kit.text_scale import AS_DESIGNED
from tests.ui import control_tree


@pytest.mark.parametrize(
    ("length", "shown"),
    [
        ("45 s", "45 s"),
        ("3 min", "3 min"),
        ("1 min 30 s", "1\u00a0min 30\u00a0s"),
        ("1 h 5 min", "1\u00a0h 5\u00a0min"),
    ],
)
def test_a_length_that_takes_two_lines_keeps_each_number_beside_its_unit(length: str, shown: str) -> None:
    """The second line would be a lone "s"; a screen reader gets it as it is said."""
    table = muscle_table("Held", [MuscleRow("Calves", length, "0 s")], 390, AS_DESIGNED)
    (left,) = [
        text for text in control_tree.shown(table, ft.Text) if text.semantics_label == f"left {length}"
    ]
    assert left.value == shown
