"""The bar at the top of the player: one segment for each hold."""

import flet as ft

from routine_app.core.present.player import Segment
from routine_app.ui import theme

HEIGHT = 6


class SegmentBar:
    """Segments that fill as holds are done; it only repeats what the words say, so it has no name."""

    def __init__(self) -> None:
        self.control = ft.Row(spacing=4, height=HEIGHT)
        self._shown: tuple[Segment, ...] = ()

    def show(self, segments: tuple[Segment, ...]) -> None:
        """Show the holds as they stand."""
        if segments == self._shown:
            return
        if len(segments) != len(self._shown):
            self.control.spacing = 4 if len(segments) <= 16 else 2  # noqa: PLR2004 (wider gaps would eat the segments)
            self.control.controls = [_segment() for _ in segments]
        for control, segment in zip(self.control.controls, segments, strict=True):
            _colour(control, segment)
        self._shown = segments


def _segment() -> ft.Container:
    return ft.Container(height=HEIGHT, expand=True, border_radius=HEIGHT / 2)


def _colour(control: ft.Control, segment: Segment) -> None:
    control.opacity = 0.5 if segment in {Segment.CURRENT, Segment.CUT} else 1.0
    is_held = segment in {Segment.CURRENT, Segment.CUT, Segment.DONE}
    if isinstance(control, ft.Container):
        control.bgcolor = theme.HOLD if is_held else theme.LINE
