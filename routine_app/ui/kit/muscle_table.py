"""Muscles with a number for each side: a table, or a list where large words need the room."""

import re
from collections.abc import Sequence

import flet as ft

from routine_app.core.session.summary_view import MuscleRow
from routine_app.ui.kit import theme
from routine_app.ui.kit.cards import body_text, quiet_text
from routine_app.ui.kit.text_scale import TextScale

SIDE_COLUMN = 68

_TWO_UNITS = re.compile("(.+) (.+) (.+) (.+)")

Divider = ft.Divider
"""Named here already, since Flet loads what is first named: a session ends with this table, and loads nothing."""


def muscle_table(head: str, rows: Sequence[MuscleRow], width: float, text_scale: TextScale) -> ft.Control:
    """Make the table for a screen of that width; `head` says what the numbers are."""
    if text_scale.is_narrow(width):
        return _list(rows)
    column = SIDE_COLUMN * text_scale.words
    lines: list[ft.Control] = [_row(quiet_text(head), quiet_text("Left"), quiet_text("Right"), column)]
    for row in rows:
        lines.append(Divider(height=1, thickness=1, color=theme.LINE))
        left = ft.Text(_joined(row.left), size=16, color=theme.HOLD, semantics_label=f"left {row.left}")
        right = ft.Text(_joined(row.right), size=16, color=theme.SWITCH, semantics_label=f"right {row.right}")
        lines.append(_row(body_text(row.muscle), left, right, column))
    return ft.Column(lines, spacing=8, tight=True)


def _joined(words: str) -> str:
    """The length; one of two units, which takes two lines, keeps each number beside its unit."""
    return _TWO_UNITS.sub("\\1\N{NO-BREAK SPACE}\\2 \\3\N{NO-BREAK SPACE}\\4", words)


def _list(rows: Sequence[MuscleRow]) -> ft.Control:
    """Make a list in which each muscle stands above its two sides."""
    lines: list[ft.Control] = []
    for row in rows:
        if lines:
            lines.append(Divider(height=1, thickness=1, color=theme.LINE))
        left = ft.Text(f"Left {row.left}", size=16, color=theme.HOLD)
        right = ft.Text(f"Right {row.right}", size=16, color=theme.SWITCH)
        lines.append(ft.Column([body_text(row.muscle), left, right], spacing=2, tight=True))
    return ft.Column(lines, spacing=8, tight=True)


def _row(name: ft.Text, left: ft.Text, right: ft.Text, column: float) -> ft.Control:
    name.expand = True
    for text in (left, right):
        text.width, text.text_align = column, ft.TextAlign.RIGHT
    return ft.MergeSemantics(content=ft.Row([name, left, right]))
