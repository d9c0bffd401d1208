"""A figure as the text of an SVG: plain attributes only, so that every client draws it alike."""

from collections.abc import Sequence
from math import atan2, cos, hypot, pi, sin, sqrt
from typing import Final

from scripts.figures.body import HEAD_RADIUS
from scripts.figures.shapes import (
    GROUND,
    GROUND_Y,
    MIDDLE_X,
    NEAR,
    SOLE_Y,
    WORKED,
    Bone,
    Figure,
    Limb,
    Muscle,
    Part,
    Point,
    Support,
    Trunk,
)

MUSCLE_WIDTH: Final = 12.0
"""Two and a half pixels of a figure that is 48 wide."""


def svg(figure: Figure) -> str:
    """The text of the figure's file."""
    ground = f'<line x1="16" y1="{GROUND_Y:g}" x2="224" y2="{GROUND_Y:g}" stroke="{GROUND}" stroke-width="3" stroke-linecap="round"/>'
    body = "\n".join(line for part in figure.parts for line in _drawn(part))
    shift_x, shift_y = MIDDLE_X * (1 - figure.scale), SOLE_Y * (1 - figure.scale)
    place = f'transform="translate({shift_x:.1f} {shift_y:.1f}) scale({figure.scale:g})"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240">\n{ground}\n<g {place}>\n{body}\n</g>\n</svg>\n'


def _drawn(part: Part) -> Sequence[str]:
    match part:
        case Limb(bones=bones, colour=colour):
            return [_tapered(bone, colour) for bone in bones]
        case Trunk():
            return _trunk(part)
        case Muscle(points=points):
            return [
                f'<path d="{_curve(points)}" fill="none" stroke="{WORKED}" stroke-width="{MUSCLE_WIDTH:g}" stroke-linecap="round"/>'
            ]
        case Support(points=points, width=width):
            line = " L".join(_xy(point) for point in points)
            return [
                f'<path d="M{line}" fill="none" stroke="{GROUND}" stroke-width="{width:g}" stroke-linecap="round" stroke-linejoin="round"/>'
            ]


def _trunk(trunk: Trunk) -> list[str]:
    corners = " ".join(_xy(corner) for corner in trunk.corners)
    width = 2 * trunk.corner_radius
    x, y = trunk.head
    return [
        f'<polygon points="{corners}" fill="{NEAR}" stroke="{NEAR}" stroke-width="{width:g}" stroke-linejoin="round"/>',
        f'<path d="M{_xy(trunk.neck)} L{_xy(trunk.head)}" stroke="{NEAR}" stroke-width="10" stroke-linecap="round"/>',
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{HEAD_RADIUS:.1f}" fill="{NEAR}"/>',
    ]


def _tapered(bone: Bone, colour: str) -> str:
    """The outline of two circles and what lies between them, from the tangents they share."""
    (x0, y0), (x1, y1) = bone.start, bone.end
    r0, r1 = bone.start_radius, bone.end_radius
    heading = atan2(y1 - y0, x1 - x0)
    opening = pi / 2 - _tangent_angle(r0 - r1, hypot(x1 - x0, y1 - y0))
    right, left = heading + opening, heading - opening
    a, b = _on_circle((x0, y0), r0, left), _on_circle((x1, y1), r1, left)
    c, d = _on_circle((x1, y1), r1, right), _on_circle((x0, y0), r0, right)
    start_large, end_large = int(r0 > r1), int(r1 > r0)
    outline = f"M{a} L{b} A{r1:g} {r1:g} 0 {end_large} 1 {c} L{d} A{r0:g} {r0:g} 0 {start_large} 1 {a}Z"
    return f'<path d="{outline}" fill="{colour}"/>'


def _tangent_angle(difference: float, distance: float) -> float:
    return atan2(difference, sqrt(distance**2 - difference**2))


def _on_circle(centre: Point, radius: float, angle: float) -> str:
    return _xy((centre[0] + radius * cos(angle), centre[1] + radius * sin(angle)))


def _curve(points: tuple[Point, ...]) -> str:
    first, *rest = (_xy(point) for point in points)
    return f"M{first} {'L' if len(rest) == 1 else 'Q'}{' '.join(rest)}"


def _xy(point: Point) -> str:
    return f"{point[0]:.1f} {point[1]:.1f}"
