"""The history: the calendar, the charts, and the sessions."""

from dataclasses import replace

import flet as ft
import flet_charts as charts  # type: ignore[import-untyped]  # Flet types only its main package
import pytest

from routine_app.core.history.view import HistoryView
from routine_app.ui.history.calendar import LARGEST_DAY, week_calendar
from routine_app.ui.history.screen import HistoryScreen
from routine_app.ui.kit import theme
from routine_app.ui.kit.text_scale import TextScale
from routine_app.ui.kit.viewport import Viewport
from tests.ui import control_tree, sample_views


def shown(view: HistoryView, asked: list[str] | None = None) -> HistoryScreen:
    """A screen on a phone, with something below the sessions; `asked` gets what its buttons ask for."""
    asked = [] if asked is None else asked
    screen = HistoryScreen(
        asked.append, lambda: asked.append("more"), lambda: asked.append("start"), ft.Text("Footer")
    )
    screen.fit(Viewport(390))
    screen.show(view)
    return screen


def spoken(screen: HistoryScreen) -> list[str]:
    """What a screen reader hears in place of drawings."""
    return [str(one.label) for one in control_tree.shown(screen.control, ft.Semantics) if one.label]


def test_an_empty_history_says_so() -> None:
    """It has nothing more to show, but what stands below."""
    words = control_tree.words(shown(sample_views.history(0)).control)
    assert words == [
        "History",
        "After your first session you see here what you held, day by day.",
        "Start a first session",
        "Footer",
    ]


def test_an_empty_history_that_fills_shows_all_and_back() -> None:
    """As when the only session is deleted, and brought back."""
    screen = shown(sample_views.history(0))
    screen.show(sample_views.history(1))
    assert {"This week: 1 of 1 day", "Minutes a week", "Session 0"} <= set(control_tree.words(screen.control))
    screen.show(sample_views.history(0))
    assert control_tree.words(screen.control)[:1] == ["History"]
    assert "Minutes a week" not in control_tree.words(screen.control)


def test_each_week_is_one_sentence() -> None:
    """Twelve of them, and the chart in one."""
    screen = shown(sample_views.history(2))
    weeks = [words for words in spoken(screen) if words.startswith("Week of")]
    assert len(weeks) == 12
    assert weeks[-1].endswith("1 of 1 day, 1 min 30 s held: Monday")
    (chart,) = [words for words in spoken(screen) if words.startswith("Minutes a week. ")]
    assert chart.count("Week of") == 12


def test_a_day_on_which_something_was_held_is_filled() -> None:
    """Today has a ring besides; a week that met the goal has a tick: nothing is told by colour alone."""
    screen = shown(sample_views.history(2))
    discs = [c for c in control_tree.shown(screen.control, ft.Container) if c.shape is ft.BoxShape.CIRCLE]
    assert [control_tree.words(disc) for disc in discs if disc.bgcolor == theme.HOLD] == [["4"]]
    assert [control_tree.words(disc) for disc in discs if disc.border] == [["4"]]
    ticks = [i for i in control_tree.shown(screen.control, ft.Icon) if i.icon is ft.Icons.CHECK_ROUNDED]
    assert [tick.opacity for tick in ticks] == [0] * 11 + [1]


@pytest.mark.parametrize("width", [204, 284, 600])
@pytest.mark.parametrize("words", [1.0, 2.0])
def test_the_calendar_fits_its_place(width: float, words: float) -> None:
    """Its numbers too, however large letters are, and on a wide screen it does not grow without end."""
    view = sample_views.history(1)
    calendar = week_calendar(view.weeks, width, TextScale(words, words))
    lines = control_tree.shown(calendar, ft.Row)
    letter = control_tree.shown(lines[0], ft.Text)[0]
    day = letter.width
    assert isinstance(day, int | float)
    assert day <= LARGEST_DAY
    whole = 1.35 * day + 7 * day + 1.75 * day + 8 * 4
    assert whole <= width + 0.1
    assert lines
    for text in control_tree.shown(calendar, ft.Text):
        assert text.size is not None
        assert text.size * words * 0.58 * 2 <= day


def test_the_bars_are_as_high_as_the_minutes() -> None:
    """Beside round numbers, and with words for whoever taps one."""
    screen = shown(sample_views.history(2))
    (chart,) = control_tree.shown(screen.control, charts.BarChart)
    heights = [group.rods[0].to_y for group in chart.groups]
    assert heights == [0.0] * 11 + [1.5]
    assert (chart.max_y, [label.value for label in chart.left_axis.labels]) == (2, [0, 1, 2])
    assert chart.groups[-1].rods[0].tooltip.text.endswith("1 min 30 s")


@pytest.mark.parametrize(("scale", "count"), [(1.0, 3), (1.5, 3), (2.0, 2)])
def test_the_dates_below_the_bars_have_room(scale: float, count: int) -> None:
    """Of large ones every second, which begins with the first."""
    screen = shown(sample_views.history(2))
    dates = [bar.label for bar in sample_views.history(2).bars if bar.label]
    screen.fit(Viewport(320, 640, TextScale(scale, scale)))
    (chart,) = control_tree.shown(screen.control, charts.BarChart)
    labels = [label.label.value for label in chart.bottom_axis.labels]
    assert labels[0] == dates[0]
    assert len(labels) == count


def test_muscles_have_a_bar_for_each_side() -> None:
    """The longest is all of the row, and each is read with its words as one."""
    screen = shown(sample_views.history(2))
    rows = [
        one
        for one in control_tree.shown(screen.control, ft.MergeSemantics)
        if "Adductors" in control_tree.words(one)
    ]
    (adductors,) = rows
    assert control_tree.words(adductors) == ["Adductors", "Left 45 s", "Right 45 s"]
    bars = [bar for bar in control_tree.shown(screen.control, ft.Container) if bar.height == 10]
    assert [(bar.expand, bar.bgcolor) for bar in bars] == [
        (1000, theme.HOLD),
        (1000, theme.SWITCH),
        (667, theme.HOLD),
        (333, None),
        (1000, None),
    ]


def test_nothing_held_lately_has_no_bars() -> None:
    """An old history is not an empty one."""
    view = replace(sample_views.history(2), muscles=())
    assert "Held in these weeks" not in control_tree.words(shown(view).control)


def test_a_session_says_what_when_and_how_much_and_what_was_said() -> None:
    """It is one button, named by its title, and opens its page."""
    asked: list[str] = []
    screen = shown(sample_views.history(2), asked)
    button = control_tree.button(screen.control, "Session 0")
    assert control_tree.name_of(button) == "Session 0 Today 12:00 45 s of 45 s held Easy"
    control_tree.press(button)
    control_tree.press(control_tree.button(screen.control, "Session 1"))
    assert asked == ["s0", "s1"]


def test_more_is_asked_for() -> None:
    """Where there is more; else there is no such button."""
    asked: list[str] = []
    screen = shown(sample_views.history(4), asked)
    control_tree.press(control_tree.button(screen.control, "Show more"))
    assert asked == ["more"]
    assert "Show more" not in control_tree.words(shown(sample_views.history(3)).control)
