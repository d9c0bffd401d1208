"""The ring that runs down around the digits."""

import math

import flet as ft

from routine_app.core.session.player_view import Ring
from routine_app.ui.kit import theme

SMALLEST_ANGLE = 1e-3
"""A sweep of exactly nothing is drawn as a full disc."""

THICKNESS_SHARE = 0.056
"""The ring's thickness as a share of its diameter."""


DIGITS_RAISED_SHARE = 0.12
PHASE_LOWERED_SHARE = 0.56
"""How far the digits stand above the middle and the phase below it, as shares of the diameter."""


class CountdownRing:
    """A disc whose sweep shrinks, with another disc over it, round ends, and the digits in it.

    The client animates each new end of the sweep in the time that `Ring` gives, so one message a
    second draws a smooth ring. The parts lie flat in one stack: each level costs bytes a second.
    `moving` are those of them that change while a step runs.
    """

    def __init__(self, digits: ft.Text, phase: ft.Text) -> None:
        self._sweep = ft.SweepGradient(
            colors=[theme.GAP, theme.GAP, theme.LINE],
            stops=[0.0, 0.998, 1.0],
            rotation=-math.pi / 2,
            end_angle=math.tau,
        )
        self._turn = ft.Rotate(math.tau)
        self._start_dot, self._end_dot = _dot(), _dot()
        self._disc = ft.Container(shape=ft.BoxShape.CIRCLE, gradient=self._sweep)
        self._end = ft.Container(
            content=self._end_dot,
            alignment=ft.Alignment.TOP_CENTER,
            rotate=self._turn,
        )
        self._start = ft.Container(content=self._start_dot, alignment=ft.Alignment.TOP_CENTER)
        self._hole = ft.Container(shape=ft.BoxShape.CIRCLE, bgcolor=theme.BACKGROUND)
        self._digits, self._phase = digits, phase
        self._layers: list[ft.Control] = [self._disc, self._hole, self._start, self._end]
        self.moving: list[ft.Control] = [self._disc, self._end]
        self.control = ft.Stack([*self._layers, digits, phase], alignment=ft.Alignment.CENTER)

    def show(self, ring: Ring, colour: ft.ColorValue) -> None:
        """Let the sweep run to the ring's share, in this colour."""
        # Flet sends an animation that is another one, never a duration that was changed in the same one.
        tenths = round(ring.seconds * 10)  # a tick that comes a little late costs no bytes
        motion = ft.Animation(tenths * 100, ft.AnimationCurve.LINEAR)
        self._disc.animate = self._end.animate_rotation = motion
        self._sweep.end_angle = round(max(ring.share * math.tau, SMALLEST_ANGLE), 3)
        self._turn.angle = self._sweep.end_angle
        if self._sweep.colors[0] != colour:
            self._sweep.colors = [colour, colour, theme.LINE]
            self._start_dot.bgcolor = self._end_dot.bgcolor = colour

    def resize(self, diameter: float, *, has_phase: bool = True) -> None:
        """Draw the ring in a square of that size, in logical pixels, with or without the phase in it."""
        thickness = round(diameter * THICKNESS_SHARE)
        for layer in (self._disc, self._start, self._end):
            layer.width = layer.height = diameter
        self.control.controls = [*self._layers, self._digits, *([self._phase] if has_phase else [])]
        self._digits.margin = ft.Margin.only(bottom=diameter * DIGITS_RAISED_SHARE) if has_phase else None
        self._phase.margin = ft.Margin.only(top=diameter * PHASE_LOWERED_SHARE) if has_phase else None
        self._hole.width = self._hole.height = diameter - 2 * thickness
        for dot in (self._start_dot, self._end_dot):
            dot.width = dot.height = thickness


def _dot() -> ft.Container:
    return ft.Container(shape=ft.BoxShape.CIRCLE, bgcolor=theme.GAP)
