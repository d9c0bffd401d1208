"""The minutes of each of the last weeks, as bars. To load this module takes its time: load it when it is shown."""

from collections.abc import Sequence

import flet as ft
import flet_charts as charts  # type: ignore[import-untyped]  # Flet types only its main package

from routine_app.core.history.view import WeekBar
from routine_app.ui.kit import theme
from routine_app.ui.kit.text_scale import TextScale

HEIGHT = 200
BAR_WIDTH = 12
LABEL_SIZE = 12
LARGE_WORDS = 1.5
"""Of dates that are so much larger than designed only every second has room on a phone."""


def minutes_chart(bars: Sequence[WeekBar], step: int, text_scale: TextScale) -> ft.Control:
    """Make the chart with a line every so many minutes; a screen reader hears each week's time."""
    room = LABEL_SIZE * text_scale.words
    top = step * max(-(-max(bar.minutes for bar in bars) // step), 1)
    chart = charts.BarChart(
        groups=[_group(place, bar) for place, bar in enumerate(bars)],
        min_y=0,
        max_y=top,
        height=HEIGHT,
        horizontal_grid_lines=charts.ChartGridLines(interval=step, color=theme.LINE, width=1),
        left_axis=charts.ChartAxis(
            label_size=room * 2.4, labels=_minutes(int(top), step), label_spacing=step
        ),
        bottom_axis=charts.ChartAxis(label_size=room * 2, labels=_dates(bars, text_scale)),
        tooltip=charts.BarChartTooltip(
            bgcolor=theme.RAISED, fit_inside_horizontally=True, fit_inside_vertically=True
        ),
    )
    spoken = "Minutes a week. " + "; ".join(bar.spoken for bar in bars)
    return ft.Semantics(content=chart, label=spoken, image=True, exclude_semantics=True)


def _group(place: int, bar: WeekBar) -> charts.BarChartGroup:
    tooltip = charts.BarChartRodTooltip(
        text=bar.spoken, text_style=ft.TextStyle(font_family=theme.FONT, size=14, color=theme.INK)
    )
    rod = charts.BarChartRod(
        from_y=0, to_y=bar.minutes, width=BAR_WIDTH, color=theme.HOLD, border_radius=4, tooltip=tooltip
    )
    return charts.BarChartGroup(x=place, rods=[rod])


def _minutes(top: int, step: int) -> list[charts.ChartAxisLabel]:
    return [_label(minutes, str(minutes)) for minutes in range(0, top + 1, step)]


def _dates(bars: Sequence[WeekBar], text_scale: TextScale) -> list[charts.ChartAxisLabel]:
    dates = [_label(place, bar.label) for place, bar in enumerate(bars) if bar.label]
    return dates[::2] if text_scale.words > LARGE_WORDS else dates


def _label(value: int, words: str) -> charts.ChartAxisLabel:
    text = ft.Text(words, size=LABEL_SIZE, color=theme.QUIET, no_wrap=True)
    return charts.ChartAxisLabel(value=value, label=text)
