"""The ring that runs down around the digits."""

import math
from dataclasses import dataclass

import flet as ft

from routine_app.core.session.player_view import Form, Ring
from routine_app.ui.kit import theme

SMALLEST_ANGLE = 1e-3
"""A sweep of exactly nothing is drawn as a full disc."""

DIGITS_RAISED_SHARE = 0.12
PHASE_LOWERED_SHARE = 0.56
"""How far the digits stand above the middle and the phase below it, as shares of the diameter."""

TRACK = 0.26
TINT = 0.12
BARS_TINT = 0.2
"""How strong the phase's colour is where the ring has run down, and within it; and ink behind the digits of a pause."""

BAR_WIDTH_SHARE = 0.24
BAR_HEIGHT_SHARE = 0.46
"""How large each of the two bars of a pause is, as shares of the ring's diameter."""

NOTHING = theme.shade(theme.BACKGROUND, 0)


@dataclass(frozen=True, slots=True)
class Outline:
    """What a form makes of the ring, in shares of its diameter and of a round.

    `thickness` is that of the ring, `end` that of the point to which it has run, `gaps` are so many, each of
    `gap_share` of what lies between two of them.
    """

    thickness: float
    end: float = 0.0
    gaps: int = 0
    gap_share: float = 0.0


HALVES = Outline(0.056, gaps=2, gap_share=0.18)
OUTLINES = {
    Form.DASHES: Outline(0.056, gaps=18, gap_share=0.42),
    Form.WHOLE: Outline(0.066, end=0.066),
    Form.LEFT_HALF: HALVES,
    Form.RIGHT_HALF: HALVES,
    Form.BEAD: Outline(0.018, end=0.09),
    Form.BARS: Outline(0.03, end=0.03),
}

TINTED = {Form.LEFT_HALF: (0.0, 0.5), Form.RIGHT_HALF: (0.5, 1.0), Form.BEAD: (0.0, 1.0)}
"""From where to where, of its width, the inside of the ring has the colour of the phase."""


class CountdownRing:
    """A disc whose sweep shrinks, with another disc over it, its end, and the digits in it.

    The client animates each new end of the sweep in the time that `Ring` gives, so one message a
    second draws a smooth ring. The parts lie flat in one stack: each level costs bytes a second.
    `moving` are those of them that change while a step runs. What makes its form stands still.
    """

    def __init__(self, digits: ft.Text, phase: ft.Text) -> None:
        self._sweep = ft.SweepGradient(
            colors=[theme.GAP, theme.GAP, theme.LINE],
            stops=[0.0, 0.998, 1.0],
            rotation=-math.pi / 2,
            end_angle=math.tau,
        )
        self._turn = ft.Rotate(math.tau)
        self._start_dot, self._end_dot = _disc(), _disc()
        self._disc, self._gaps = _disc(), _disc()
        self._disc.gradient = self._sweep
        self._hole, self._tint = _disc(), _disc()
        self._hole.bgcolor = theme.BACKGROUND
        self._two_bars = [_bar(), _bar()]
        self._bars = ft.Row(list[ft.Control](self._two_bars), tight=True)
        self._start = ft.Container(content=self._start_dot, alignment=ft.Alignment.TOP_CENTER)
        self._end = ft.Container(content=self._end_dot, alignment=ft.Alignment.TOP_CENTER, rotate=self._turn)
        self._digits, self._phase = digits, phase
        still: list[ft.Control] = [self._gaps, self._hole, self._tint, self._bars, self._start]
        self._layers: list[ft.Control] = [self._disc, *still, self._end]
        self.moving: list[ft.Control] = [self._disc, self._end]
        self.control = ft.Stack([*self._layers, digits, phase], alignment=ft.Alignment.CENTER)
        self._diameter = 0.0
        self._form = Form.WHOLE
        self._colour: ft.ColorValue = theme.GAP

    def show(self, ring: Ring, colour: ft.ColorValue, form: Form) -> None:
        """Let the sweep run to the ring's share, in this colour and this form."""
        # Flet sends an animation that is another one, never a duration that was changed in the same one.
        tenths = round(ring.seconds * 10)  # a tick that comes a little late costs no bytes
        motion = ft.Animation(tenths * 100, ft.AnimationCurve.LINEAR)
        self._disc.animate = self._end.animate_rotation = motion
        self._sweep.end_angle = round(max(ring.share * math.tau, SMALLEST_ANGLE), 3)
        self._turn.angle = self._sweep.end_angle
        if (colour, form) != (self._colour, self._form):
            self._colour, self._form = colour, form
            self._draw_form()

    def resize(self, diameter: float, *, has_phase: bool = True) -> None:
        """Draw the ring in a square of that size, in logical pixels, with or without the phase in it."""
        self._diameter = diameter
        self.control.controls = [*self._layers, self._digits, *([self._phase] if has_phase else [])]
        raised = ft.Margin.only(bottom=diameter * DIGITS_RAISED_SHARE) if has_phase else None
        self._digits.margin = self._bars.margin = raised
        self._phase.margin = ft.Margin.only(top=diameter * PHASE_LOWERED_SHARE) if has_phase else None
        self._draw_form()

    def _draw_form(self) -> None:
        outline = OUTLINES[self._form]
        thickness, end = self._diameter * outline.thickness, self._diameter * outline.end
        # In a gap the soft edge of the disc below would show: it is smaller than what covers it.
        ring = self._diameter - (2 if outline.gaps else max(end - thickness, 0.0))
        for part, side in (
            (self._start, self._diameter),
            (self._end, self._diameter),
            (self._disc, ring),
            (self._gaps, self._diameter),
            (self._hole, ring - 2 * thickness),
            (self._tint, ring - 2 * thickness),
            (self._start_dot, thickness),
            (self._end_dot, end),
        ):
            part.width = part.height = side
        self._colour_form(outline)
        self._size_bars()

    def _colour_form(self, outline: Outline) -> None:
        colour = self._colour
        self._sweep.colors = [colour, colour, theme.shade(colour, TRACK)]
        self._start_dot.bgcolor = self._end_dot.bgcolor = colour
        self._start.visible = outline.end == outline.thickness
        self._end.visible = outline.end > 0
        self._gaps.gradient = _gaps(outline) if outline.gaps else None
        tinted = TINTED.get(self._form)
        self._tint.gradient = _band(theme.shade(colour, TINT), *tinted) if tinted else None

    def _size_bars(self) -> None:
        self._bars.visible = self._form is Form.BARS
        width = self._diameter * BAR_WIDTH_SHARE
        self._bars.spacing = width / 4
        for bar in self._two_bars:
            bar.width, bar.height = width, self._diameter * BAR_HEIGHT_SHARE
            bar.border_radius = width / 5


def _disc() -> ft.Container:
    return ft.Container(shape=ft.BoxShape.CIRCLE)


def _bar() -> ft.Container:
    return ft.Container(bgcolor=theme.shade(theme.INK, BARS_TINT))


def _gaps(outline: Outline) -> ft.SweepGradient:
    """The page's own colour over the ring, again and again, with a gap at the top."""
    half, edge = outline.gap_share / 2, 0.0008 * outline.gaps
    stops = [0.0, half - edge, half + edge, 1 - half - edge, 1 - half + edge, 1.0]
    covering, clear = [theme.BACKGROUND] * 2, [NOTHING] * 2
    return ft.SweepGradient(
        colors=[*covering, *clear, *covering],
        stops=stops,
        rotation=-math.pi / 2,
        end_angle=math.tau / outline.gaps,
        tile_mode=ft.GradientTileMode.REPEATED,
    )


def _band(tint: ft.ColorValue, begin: float, end: float) -> ft.LinearGradient:
    """A tint from one share of the width to another."""
    return ft.LinearGradient(
        colors=[NOTHING, tint, tint, NOTHING],
        stops=[begin, begin, end, end],
        begin=ft.Alignment.CENTER_LEFT,
        end=ft.Alignment.CENTER_RIGHT,
    )
