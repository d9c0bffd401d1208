"""The ring and the six ropes that pull on it."""

from collections.abc import Callable
from math import atan2, cos, hypot, pi, radians, sin

import flet as ft

from routine_app.core.balance.view import BalanceView, RopeView, rope_at
from routine_app.ui.kit import theme
from routine_app.ui.kit.safe_handler import guarded

GLIDE_MILLISECONDS = 600

TIE_SHARE, RING_SHARE, REACH_SHARE = 0.345, 0.1, 0.13
"""How far from the middle the ropes are tied, the ring's radius, and how far it can hang off, of the square's side."""

FULL_ROPE_SHARE = 0.032
"""The thickness of a strand that has all its dose."""

ASIDE = 0.62
"""How far a strand lies beside the middle of its rope, in thicknesses of a full one."""

THREAD = 2.0
"""The thickness of a strand that got nothing, in logical pixels."""

LABEL_SIZE = 15


class _Strand:
    """One side of a rope: the track of a full dose, and over it what was held. Its outer end stands still."""

    def __init__(self, colour: ft.ColorValue) -> None:
        self.track, self.rope = _bar(theme.LINE), _bar(colour)

    def glide_in(self, glide: ft.Animation) -> None:
        """Move both bars by that animation to what is drawn next."""
        for bar in (self.track, self.rope):
            bar.animate = bar.animate_position = bar.animate_rotation = glide

    def show(self, start: tuple[float, float], end: tuple[float, float], full: float, share: float) -> None:
        """Draw it from the tie to the ring."""
        length, angle = (
            hypot(end[0] - start[0], end[1] - start[1]),
            atan2(end[1] - start[1], end[0] - start[0]),
        )
        for bar, thickness in ((self.track, full), (self.rope, max(full * share, THREAD))):
            bar.width, bar.height = round(length, 1), round(thickness, 1)
            bar.left, bar.top = round(start[0], 1), round(start[1] - thickness / 2, 1)
            bar.border_radius = thickness / 2
            if isinstance(bar.rotate, ft.Rotate):
                bar.rotate.angle = round(_near(angle, float(bar.rotate.angle)), 4)


def _near(angle: float, before: float) -> float:
    """An angle of this direction, whichever is nearer to the angle before."""
    return before + (angle - before + pi) % (2 * pi) - pi


def _bar(colour: ft.ColorValue) -> ft.Container:
    return ft.Container(bgcolor=colour, rotate=ft.Rotate(0.0, alignment=ft.Alignment.CENTER_LEFT))


class RopeDrawing:
    """The drawing; `on_tap` gets the place of the rope that was tapped.

    A screen reader gets it as one picture with a sentence; the numbers stand in the table beside it.
    """

    def __init__(self, on_tap: Callable[[int], None]) -> None:
        self._on_tap = on_tap
        self._strands = [(_Strand(theme.HOLD), _Strand(theme.SWITCH)) for _ in range(6)]
        self._ties = [ft.Container(bgcolor=theme.INK, shape=ft.BoxShape.CIRCLE) for _ in range(6)]
        self._labels = [ft.Text(size=LABEL_SIZE, color=theme.INK, no_wrap=True) for _ in range(6)]
        self._boxes = [ft.Container(content=label, alignment=ft.Alignment.CENTER) for label in self._labels]
        self._home = ft.Container(shape=ft.BoxShape.CIRCLE)
        self._ring = ft.Container(shape=ft.BoxShape.CIRCLE, bgcolor=theme.BACKGROUND)
        self._stack = ft.Stack(list(self._layers()))
        taps = ft.GestureDetector(content=self._stack, on_tap_down=guarded(self._tapped))
        self._semantics = ft.Semantics(content=taps, image=True, exclude_semantics=True)
        self.control = ft.Row([self._semantics], alignment=ft.MainAxisAlignment.CENTER)
        self._side, self._has_little_motion = 340.0, False
        self._view: BalanceView | None = None

    def _layers(self) -> list[ft.Control]:
        pairs = [strand for pair in self._strands for strand in pair]
        tracks, ropes = [strand.track for strand in pairs], [strand.rope for strand in pairs]
        return [self._home, *tracks, *ropes, *self._ties, self._ring, *self._boxes]

    def show(self, view: BalanceView) -> None:
        """Draw the view, and let the parts glide to their new places."""
        self._view = view
        self._glide_in(0 if self._has_little_motion else GLIDE_MILLISECONDS)
        self._semantics.label = view.words
        self._draw()

    def fit(self, side: float, words_scale: float, *, has_little_motion: bool) -> None:
        """Draw it in a square of that side, in logical pixels, at once: what has no glide would run ahead."""
        self._side, self._has_little_motion = side, has_little_motion
        self._glide_in(0)
        for label in self._labels:
            label.size = LABEL_SIZE if words_scale <= 1 else LABEL_SIZE * min(words_scale, 1.3) / words_scale
        self._draw()

    def _glide_in(self, milliseconds: int) -> None:
        """Give all that moves this time to get to what is drawn next."""
        # Flet sends an animation that is another one, never a duration that was changed in the same one.
        glide = ft.Animation(milliseconds, ft.AnimationCurve.EASE_IN_OUT)
        self._ring.animate_position = glide
        for pair in self._strands:
            for strand in pair:
                strand.glide_in(glide)

    def _draw(self) -> None:
        side, view = self._side, self._view
        self._stack.width = self._stack.height = side
        if view is None:
            return
        middle = side / 2
        hung = (middle + view.ring[0] * REACH_SHARE * side, middle + view.ring[1] * REACH_SHARE * side)
        for place, rope in enumerate(view.ropes):
            self._draw_rope(place, rope, hung)
        radius, width = RING_SHARE * side, 0.02 * side
        _put(self._home, (middle, middle), radius)
        self._home.border = ft.Border.all(2, theme.LINE)
        _put(self._ring, hung, radius)
        self._ring.border = ft.Border.all(round(width, 1), theme.INK)

    def _draw_rope(self, place: int, rope: RopeView, hung: tuple[float, float]) -> None:
        side, angle = self._side, radians(rope.angle_degrees)
        away = (sin(angle), -cos(angle))
        tie = (side / 2 + away[0] * TIE_SHARE * side, side / 2 + away[1] * TIE_SHARE * side)
        full = FULL_ROPE_SHARE * side
        for strand, share, way in zip(
            self._strands[place], (rope.left_share, rope.right_share), (-1, 1), strict=True
        ):
            aside = (-away[1] * full * ASIDE * way, away[0] * full * ASIDE * way)
            start, end = (tie[0] + aside[0], tie[1] + aside[1]), (hung[0] + aside[0], hung[1] + aside[1])
            strand.show(start, end, full, share)
        _put(self._ties[place], tie, full * 0.62)
        self._draw_label(place, rope, away)

    def _draw_label(self, place: int, rope: RopeView, away: tuple[float, float]) -> None:
        """Above the upper ropes and below the lower ones, and never over the edge."""
        side, height, width = self._side, 28.0, self._side * 0.36
        box, x = self._boxes[place], self._side / 2 + away[0] * TIE_SHARE * self._side
        tie_y = side / 2 + away[1] * TIE_SHARE * side
        self._labels[place].value = rope.label
        box.width, box.height = width, height
        box.left = min(max(x - width / 2, 0), side - width)
        box.top = tie_y - 0.045 * side - height if away[1] < 0 else tie_y + 0.045 * side

    def _tapped(self, event: ft.TapEvent[ft.GestureDetector]) -> None:
        at = event.local_position
        if at is not None:
            self._on_tap(rope_at(at.x - self._side / 2, at.y - self._side / 2))


def _put(disc: ft.Container, middle: tuple[float, float], radius: float) -> None:
    """Set a disc around a point."""
    disc.width = disc.height = round(2 * radius, 1)
    disc.left, disc.top = round(middle[0] - radius, 1), round(middle[1] - radius, 1)
