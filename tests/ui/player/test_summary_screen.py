"""The page after a session."""

from dataclasses import replace

import flet as ft
import pytest

from routine_app.core.session.summary_view import MuscleRow, SummaryView
from routine_app.ui.kit import theme
from routine_app.ui.kit.muscle_table import SIDE_COLUMN
from routine_app.ui.kit.text_scale import TextScale
from routine_app.ui.kit.viewport import Viewport
from routine_app.ui.player.summary_screen import SummaryScreen
from tests.ui import control_tree
from tests.ui.sample_views import SUMMARY


def shown(view: SummaryView) -> SummaryScreen:
    """A screen with a view."""
    screen = SummaryScreen(lambda: None, ft.Container())
    screen.show(view)
    return screen


def test_it_says_what_was_held_and_what_was_not() -> None:
    """The totals, a table of muscles and sides, and what was left out."""
    assert control_tree.words(shown(SUMMARY).control) == [
        "Done",
        "Runner's hips",
        "2 min 30 s held",
        "of 3 min planned",
        *("Held", "Left", "Right"),
        *("Hip flexors", "30 s", "25 s"),
        *("Adductors", "1 min", "1 min"),
        "Cut short or skipped",
        "Pigeon pose, right side: 25 s of 30 s",
        "Finish",
    ]


def test_a_table_without_rows_is_left_out() -> None:
    """A session in which nothing was held, or whose stretches name no muscle."""
    words = control_tree.words(shown(replace(SUMMARY, muscles=())).control)
    assert "Held" not in words
    assert "Cut short or skipped" in words


def test_a_session_held_to_its_end_has_nothing_left_out() -> None:
    """No empty card."""
    assert "Cut short or skipped" not in control_tree.words(shown(replace(SUMMARY, left_out=())).control)


def test_the_next_session_shows_nothing_of_the_last() -> None:
    """The same screen serves each session."""
    screen = shown(SUMMARY)
    screen.show(SummaryView("Stopped", "Reset", "5 s held", "of 1 min planned", (), ()))
    assert control_tree.words(screen.control) == [
        "Stopped",
        "Reset",
        "5 s held",
        "of 1 min planned",
        "Finish",
    ]
    screen.show(replace(SUMMARY, muscles=(MuscleRow("Glutes", "9 s", "8 s"),)))
    assert {"Glutes", "9 s", "8 s"} <= set(control_tree.words(screen.control))
    assert "Adductors" not in control_tree.words(screen.control)


def test_left_and_right_have_their_words_and_their_colours() -> None:
    """The colours of the two strands; the words stand above them."""
    texts = {text.value: text.color for text in control_tree.shown(shown(SUMMARY).control, ft.Text)}
    assert (texts["30 s"], texts["25 s"]) == (theme.HOLD, theme.SWITCH)


def test_finish_finishes() -> None:
    """The one button."""
    finished: list[bool] = []
    screen = SummaryScreen(lambda: finished.append(True), ft.Container())
    screen.show(SUMMARY)
    (button,) = control_tree.buttons(screen.control)
    control_tree.press(button)
    assert finished == [True]


@pytest.mark.parametrize(("height", "button_height"), [(844, 76), (390, 56)])
def test_a_low_screen_has_a_lower_button(height: int, button_height: int) -> None:
    """So that there is room to read on a phone on its side."""
    screen = shown(SUMMARY)
    screen.fit(Viewport(390, height))
    assert control_tree.button(screen.control, "Finish").height == button_height


def test_large_words_stand_below_each_other_on_a_narrow_screen() -> None:
    """Each side says its own name there; on a wide screen the table is back."""
    screen = shown(SUMMARY)
    screen.fit(Viewport(320, 568, TextScale(2, 2)))
    assert {"Left 30 s", "Right 25 s"} <= set(control_tree.words(screen.control))
    screen.fit(Viewport(1280, 800, TextScale(2, 2)))
    assert {"Left", "Right", "30 s", "25 s"} <= set(control_tree.words(screen.control))
    (width,) = {text.width for text in control_tree.shown(screen.control, ft.Text) if text.width}
    assert width == 2 * SIDE_COLUMN


def test_the_heading_is_as_large_as_a_narrow_screen_allows() -> None:
    """One word is not broken into two."""
    screen = shown(replace(SUMMARY, heading="Stopped"))
    heading = control_tree.text(screen.control, "Stopped")
    screen.fit(Viewport(320, 568, TextScale(2, 2)))
    assert 0 < (heading.size or 0) * 2 * 7 * 0.55 < 280
    screen.fit(Viewport(1280, 800))
    assert heading.size == 44


def test_each_number_is_heard_with_its_side() -> None:
    """A row of the table is read as one: the muscle, and what was held on each side."""
    rows = control_tree.shown(shown(SUMMARY).control, ft.MergeSemantics)
    heard = [
        [text.semantics_label or text.value for text in control_tree.shown(row, ft.Text)] for row in rows
    ]
    assert heard[1] == ["Hip flexors", "left 30 s", "right 25 s"]
