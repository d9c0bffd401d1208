"""The seconds of each muscle and side as bars, each beside its words."""

from collections.abc import Sequence

import flet as ft

from routine_app.core.history.view import MuscleBar
from routine_app.ui.kit import theme
from routine_app.ui.kit.cards import body_text, quiet_text

BAR_HEIGHT = 10
WHOLE = 1000
"""Flet shares out a row in whole numbers: a full bar has so many."""


def muscle_bars(bars: Sequence[MuscleBar]) -> ft.Control:
    """Make a bar for each side, the longest of all as long as there is room."""
    longest = max((max(bar.left_seconds, bar.right_seconds) for bar in bars), default=1.0)
    return ft.Column([_muscle(bar, longest) for bar in bars], spacing=14, tight=True)


def _muscle(bar: MuscleBar, longest: float) -> ft.Control:
    lines: list[ft.Control] = [
        body_text(bar.label),
        quiet_text(f"Left {bar.left}"),
        _bar(bar.left_seconds / longest, theme.HOLD),
        quiet_text(f"Right {bar.right}"),
        _bar(bar.right_seconds / longest, theme.SWITCH),
    ]
    return ft.MergeSemantics(content=ft.Column(lines, spacing=3, tight=True))


def _bar(share: float, colour: ft.ColorValue) -> ft.Control:
    filled = round(WHOLE * share)
    parts = [(filled, colour), (WHOLE - filled, None)]
    return ft.Row(
        [
            ft.Container(expand=part, height=BAR_HEIGHT, border_radius=BAR_HEIGHT / 2, bgcolor=one)
            for part, one in parts
            if part
        ],
        spacing=0,
    )
