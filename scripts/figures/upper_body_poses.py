"""Figures that stretch the neck, the shoulders or the trunk, sitting or standing upright."""

from collections.abc import Callable
from typing import Final

from scripts.figures.body import (
    ANKLE_Y,
    SHIN,
    THIGH,
    Foot,
    arm,
    foreshortened_arm,
    foreshortened_leg,
    front_trunk,
    leg,
    shoulder_above,
    shoulders_above,
    side_trunk,
)
from scripts.figures.shapes import FAR, MIDDLE_X, SOLE_Y, Figure, Muscle, Part, Point, Support

SEAT: Final[Point] = (MIDDLE_X, 152.0)
"""The pelvis of a body that sits on a chair."""


def neck_tilt() -> Figure:
    """From the front, on a chair: the right hand on the head draws it to the right."""
    right_shoulder, left_shoulder = shoulders_above(SEAT, 0)
    return Figure(
        "neck-tilt",
        (
            *_chair_and_legs(),
            front_trunk(SEAT, lean=0, tilt=36),
            arm(left_shoulder, (145.0, 158.0), bend=-1),
            foreshortened_arm(right_shoulder, (74.0, 74.0), (109.0, 63.0)),
            Muscle(((110.0, 76.0), (119.0, 97.0), (145.0, 102.0))),
        ),
        scale=1.32,
    )


def chest_opener() -> Figure:
    """From the left: the hands clasped behind the back, the straight arms lifted, the chest forward."""
    hip, lean = (116.0, ANKLE_Y - THIGH - SHIN + 0.5), -6.0
    shoulder = shoulder_above(hip, lean)
    return Figure(
        "chest-opener",
        (
            leg(hip, (110.0, ANKLE_Y), bend=1, foot=Foot(180), colour=FAR),
            arm(shoulder, (184.0, 94.0), bend=-1, colour=FAR),
            leg(hip, (118.0, ANKLE_Y), bend=1, foot=Foot(180)),
            side_trunk(hip, lean=lean, nod=-6),
            arm(shoulder, (180.0, 100.0), bend=-1),
            Muscle(((112.0, 62.0), (106.0, 76.0), (110.0, 94.0))),
        ),
        scale=1.08,
    )


def cross_body_arm() -> Figure:
    """From the front, on a chair: the left arm straight across the chest, held by the right."""
    right_shoulder, left_shoulder = shoulders_above(SEAT, 0)
    return Figure(
        "cross-body-arm",
        (
            *_chair_and_legs(),
            front_trunk(SEAT, lean=0),
            arm(left_shoulder, (68.0, 108.0), bend=1),
            foreshortened_arm(right_shoulder, (88.0, 126.0), (90.0, 94.0), colour=FAR),
            Muscle(((141.0, 110.0), (142.0, 99.0), (112.0, 104.0))),
        ),
        scale=1.32,
    )


def side_bend() -> Figure:
    """From the front, the feet as wide as the hips: the trunk bends to the right, the left arm overhead."""
    pelvis, lean, bend = (126.0, 111.0), 4.0, 36.0
    right_shoulder, left_shoulder = shoulders_above(pelvis, lean, bend)
    return Figure(
        "side-bend",
        (
            leg((116.0, 111.0), (109.5, ANKLE_Y), bend=1, foot=Foot(180, 7)),
            leg((136.0, 111.0), (142.5, ANKLE_Y), bend=1, foot=Foot(0, 7)),
            front_trunk(pelvis, lean=lean, bend=bend, tilt=8),
            arm(left_shoulder, (73.0, 20.0), bend=1),
            arm(right_shoulder, (98.0, 145.0), bend=1),
            Muscle(((138.0, 118.0), (139.0, 88.0), (123.0, 67.0))),
        ),
        scale=1.02,
    )


def _chair_and_legs() -> tuple[Part, ...]:
    """A chair seen from the front, and on it both legs: the thighs towards us, the shins down."""
    seat_y = SEAT[1] + 12.0
    legs = (
        foreshortened_leg(
            (MIDDLE_X + side * 9, SEAT[1] + 2.0),
            (MIDDLE_X + side * 17, ANKLE_Y - SHIN + 2.0),
            (MIDDLE_X + side * 16, ANKLE_Y),
            foot=Foot(90 - side * 90, 9),
        )
        for side in (-1, 1)
    )
    chair = ((86.0, SOLE_Y), (86.0, seat_y), (154.0, seat_y), (154.0, SOLE_Y))
    return (Support(chair, 6.0), *legs)


UPPER_BODY_POSES: Final[tuple[Callable[[], Figure], ...]] = (
    neck_tilt,
    chest_opener,
    cross_body_arm,
    side_bend,
)
