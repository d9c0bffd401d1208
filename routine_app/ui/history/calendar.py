"""The last weeks as a calendar: a row for each week, with its days and how many of them the goal wants."""

from collections.abc import Sequence

import flet as ft

from routine_app.core.history.view import DayCell, WeekRow
from routine_app.ui.kit import theme
from routine_app.ui.kit.text_scale import TextScale

DAY_LETTERS = ("M", "T", "W", "T", "F", "S", "S")
DAY_SIZE, LARGEST_DAY = 13, 36
LEAST_ROW = 17
"""A week is no lower than a line of words, of this height as designed."""

GAP = 4
MONTH_SHARE, COUNT_SHARE = 1.35, 1.75
"""How wide the columns of the months and of the counts are, in widths of a day."""


def week_calendar(rows: Sequence[WeekRow], width: float, text_scale: TextScale) -> ft.Control:
    """Make the calendar for a place of that width; a screen reader hears each week in a sentence."""
    columns = len(DAY_LETTERS) + MONTH_SHARE + COUNT_SHARE
    day = min((width - GAP * (len(DAY_LETTERS) + 1)) / columns, LARGEST_DAY)
    size = min(DAY_SIZE, text_scale.fitting(DAY_SIZE, "00", day - 4))
    height = max(day, LEAST_ROW * text_scale.words)
    lines = [_head(day, size), *(_week(row, day, size, height) for row in rows)]
    return ft.Column(lines, spacing=GAP, tight=True)


def _head(day: float, size: float) -> ft.Control:
    cells = [_words(letter, size, theme.QUIET, day) for letter in DAY_LETTERS]
    line = ft.Row([ft.Container(width=day * MONTH_SHARE), *cells], spacing=GAP, height=day)
    return ft.Semantics(content=line, exclude_semantics=True)


def _week(row: WeekRow, day: float, size: float, height: float) -> ft.Control:
    cells = [_day(cell, day, size) for cell in row.cells]
    line = ft.Row(
        [_month(row.month, day * MONTH_SHARE, size), *cells, _count(row, day, size)],
        spacing=GAP,
        height=height,
    )
    return ft.Semantics(content=line, label=row.spoken, exclude_semantics=True)


def _count(row: WeekRow, day: float, size: float) -> ft.Control:
    colour = theme.HOLD if row.is_met else theme.QUIET
    tick = ft.Icon(ft.Icons.CHECK_ROUNDED, size=size, color=colour, opacity=1 if row.is_met else 0)
    parts: list[ft.Control] = [_words(row.days, size, colour), tick]
    return ft.Row(parts, spacing=0, width=day * COUNT_SHARE, alignment=ft.MainAxisAlignment.END)


def _day(cell: DayCell, day: float, size: float) -> ft.Control:
    if not (cell.is_active or cell.is_today):  # as most are: each control more takes a phone its time
        return _words(cell.number, size, theme.QUIET, day)
    return ft.Container(
        content=_words(cell.number, size, theme.ON_HOLD if cell.is_active else theme.QUIET),
        width=day,
        height=day,
        alignment=ft.Alignment.CENTER,
        shape=ft.BoxShape.CIRCLE,
        bgcolor=theme.HOLD if cell.is_active else None,
        border=ft.Border.all(2, theme.INK) if cell.is_today else None,
    )


def _month(words: str, width: float, size: float) -> ft.Text:
    return ft.Text(words, width=width, size=size, color=theme.QUIET, no_wrap=True)


def _words(words: str, size: float, colour: ft.ColorValue, width: float | None = None) -> ft.Text:
    """Words in the middle of their width."""
    return ft.Text(words, size=size, color=colour, no_wrap=True, width=width, text_align=ft.TextAlign.CENTER)
