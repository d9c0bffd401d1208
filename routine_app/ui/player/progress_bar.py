"""The bar at the top of the player: one segment for each hold."""

import flet as ft

from routine_app.core.session.player_view import Segment
from routine_app.ui.kit import theme

HEIGHT = 6
HEIGHTS = {
    Segment.COMING: 2,
    Segment.CURRENT: HEIGHT,
    Segment.DONE: 4,
    Segment.CUT: 3,
    Segment.SKIPPED: 2,
}
COLOURS = {
    Segment.COMING: theme.QUIET,
    Segment.CURRENT: theme.INK,
    Segment.DONE: theme.HOLD,
    Segment.CUT: theme.HOLD,
    Segment.SKIPPED: theme.QUIET,
}


class ProgressBar:
    """Segments that fill as holds are done; it only repeats what the words say, so it has no name."""

    def __init__(self) -> None:
        self.control = ft.Row(spacing=4, height=HEIGHT, vertical_alignment=ft.CrossAxisAlignment.CENTER)
        self._shown: tuple[Segment, ...] = ()

    def show(self, segments: tuple[Segment, ...]) -> None:
        """Show the holds as they stand."""
        if segments == self._shown:
            return
        if len(segments) != len(self._shown):
            self.control.spacing = 4 if len(segments) <= 16 else 2  # noqa: PLR2004 (wider gaps would eat the segments)
            self.control.controls = [_segment() for _ in segments]
        for control, segment in zip(self.control.controls, segments, strict=True):
            _draw(control, segment)
        self._shown = segments


def _segment() -> ft.Container:
    return ft.Container(expand=True)


def _draw(control: ft.Control, segment: Segment) -> None:
    """Thick where it was held, so that colour alone says nothing; in ink where one is."""
    if isinstance(control, ft.Container):
        control.height = HEIGHTS[segment]
        control.border_radius = HEIGHTS[segment] / 2
        control.bgcolor = COLOURS[segment]
