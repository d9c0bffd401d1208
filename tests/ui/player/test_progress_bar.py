"""The bar at the top of the player."""

import flet as ft
import pytest

from routine_app.core.session.player_view import SEGMENT_LIMIT, Segment
from routine_app.ui.kit import theme
from routine_app.ui.player.progress_bar import ProgressBar


def drawn(bar: ProgressBar) -> list[tuple[object, object]]:
    """Each segment's colour and height."""
    found: list[tuple[object, object]] = []
    for control in bar.control.controls:
        assert isinstance(control, ft.Container)
        found.append((control.bgcolor, control.height))
    return found


def test_each_state_looks_its_own() -> None:
    """What was held is thick, what was held in part half so; skipped and coming holds are a line."""
    bar = ProgressBar()
    bar.show((Segment.DONE, Segment.CUT, Segment.SKIPPED, Segment.CURRENT, Segment.COMING))
    assert drawn(bar) == [
        (theme.HOLD, 4),
        (theme.HOLD, 3),
        (theme.QUIET, 2),
        (theme.INK, 6),
        (theme.QUIET, 2),
    ]


def test_a_hold_that_is_done_fills_the_segment_that_was_there() -> None:
    """The same controls are drawn anew, so that little is sent."""
    bar = ProgressBar()
    bar.show((Segment.CURRENT, Segment.COMING))
    before = list(bar.control.controls)
    bar.show((Segment.DONE, Segment.CURRENT))
    assert bar.control.controls == before
    assert drawn(bar) == [(theme.HOLD, 4), (theme.INK, 6)]


def test_another_number_of_holds_is_drawn_anew() -> None:
    """A bar may serve another plan."""
    bar = ProgressBar()
    bar.show((Segment.DONE,))
    bar.show((Segment.DONE, Segment.CURRENT, Segment.COMING))
    assert drawn(bar) == [(theme.HOLD, 4), (theme.INK, 6), (theme.QUIET, 2)]


@pytest.mark.parametrize("count", [1, 16, 17, SEGMENT_LIMIT])
def test_segments_stay_wider_than_the_gaps_on_the_smallest_phone(count: int) -> None:
    """At 320 pixels, with the margins, each is wider than what is between them."""
    bar = ProgressBar()
    bar.show((Segment.COMING,) * count)
    room = 320 - 2 * theme.PAGE_MARGIN - bar.control.spacing * (count - 1)
    assert len(bar.control.controls) == count
    assert room / count > bar.control.spacing


def test_it_has_no_words() -> None:
    """It repeats what the words say: a screen reader hears nothing of it."""
    bar = ProgressBar()
    bar.show((Segment.DONE, Segment.COMING))
    assert [c.tooltip for c in bar.control.controls if isinstance(c, ft.Container)] == [None, None]
