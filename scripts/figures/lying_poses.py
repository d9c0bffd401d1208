"""Figures that lie."""

from collections.abc import Callable
from typing import Final

from scripts.figures.body import (
    Foot,
    along,
    arm,
    foreshortened_arm,
    foreshortened_leg,
    front_trunk,
    leg,
    shoulder_above,
    shoulders_above,
    side_trunk,
)
from scripts.figures.shapes import FAR, SOLE_Y, Figure, Muscle

BACK_Y: Final = SOLE_Y - 14.0
"""The hip and the shoulder of a body that lies on its back."""


def bridge() -> Figure:
    """From the left, on the back: feet flat, the hips lifted until shoulders, hips and knees are in line."""
    hip, lean = (119.0, 176.6), -114.5
    shoulder = shoulder_above(hip, lean)
    near_leg = leg(hip, (70.0, 204.5), bend=1, foot=Foot(180))
    return Figure(
        "bridge",
        (
            leg(hip, (82.0, 204.5), bend=1, foot=Foot(180), colour=FAR),
            near_leg,
            side_trunk(hip, lean=lean, nod=24.5),
            arm(shoulder, (97.0, 207.0), bend=-1),
            Muscle(((131.0, 189.0), (114.0, 184.0), (96.0, 174.0))),
        ),
        scale=1.35,
    )


def side_lying_leg_raise() -> Figure:
    """From the front, on the right side, the head on the right arm: the straight left leg a little above the hip."""
    pelvis, lean = (122.0, 190.0), 84.0
    right_shoulder, left_shoulder = shoulders_above(pelvis, lean)
    return Figure(
        "side-lying-leg-raise",
        (
            leg((127.0, 197.0), (220.0, 204.8), bend=1, foot=Foot(90, 4), colour=FAR),
            foreshortened_arm(right_shoulder, (38.0, 205.0), (16.0, 206.0), colour=FAR),
            leg((128.0, 182.0), (212.0, 141.6), bend=1, foot=Foot(60, 6)),
            front_trunk(pelvis, lean=lean),
            foreshortened_arm(left_shoulder, (95.0, 158.0), (108.0, 190.0)),
            Muscle(((108.0, 180.0), (131.0, 181.0), (158.0, 166.0))),
        ),
    )


def figure_four() -> Figure:
    """From the left, on the back: the left ankle on the right thigh, which both hands draw in."""
    hip, lean = (109.0, BACK_Y), -90.0
    shoulder = shoulder_above(hip, lean)
    right_knee, left_knee, ankle = (125.0, 155.0), (72.0, 172.0), (113.0, 169.0)
    return Figure(
        "figure-four",
        (
            foreshortened_arm(shoulder, (143.0, 176.0), (117.0, 172.0), colour=FAR),
            foreshortened_leg(hip, right_knee, (80.0, 143.0), foot=Foot(-80, 18), colour=FAR),
            side_trunk(hip, lean=lean),
            foreshortened_leg(hip, left_knee, ankle, foot=Foot(-60, 14)),
            foreshortened_arm(shoulder, (142.0, 182.0), (123.0, 178.0)),
            Muscle(((117.0, 200.0), (99.0, 203.0), (81.0, 184.0))),
        ),
        scale=1.32,
    )


def lying_hamstring() -> Figure:
    """From the left, on the back: the straight left leg held up with both hands, the right long on the ground."""
    hip, lean = (120.0, BACK_Y), -90.0
    shoulder = shoulder_above(hip, lean)
    near_leg = leg(hip, (126.0, 105.4), bend=1, foot=Foot(0))
    return Figure(
        "lying-hamstring",
        (
            leg(hip, (27.0, 203.5), bend=1, foot=Foot(-95), colour=FAR),
            arm(shoulder, (116.0, 158.0), bend=1, colour=FAR),
            near_leg,
            side_trunk(hip, lean=lean),
            arm(shoulder, (118.0, 164.0), bend=1),
            along(hip, near_leg.bones[0].end, aside=-5, begin=0.0, stop=0.75),
        ),
        scale=1.08,
    )


def knee_to_chest() -> Figure:
    """From the left, on the back: both hands draw the left knee to the chest, the right leg long on the ground."""
    hip, lean = (120.0, BACK_Y), -90.0
    shoulder, ankle = shoulder_above(hip, lean), (96.0, 146.0)
    bent_leg = leg(hip, ankle, bend=1, foot=Foot(-120, 16))
    return Figure(
        "knee-to-chest",
        (
            leg(hip, (27.0, 203.5), bend=1, foot=Foot(-95), colour=FAR),
            foreshortened_arm(shoulder, (164.0, 160.0), (131.0, 154.0), colour=FAR),
            side_trunk(hip, lean=lean),
            bent_leg,
            foreshortened_arm(shoulder, (168.0, 164.0), (134.0, 160.0)),
            Muscle(((122.0, 206.0), (108.0, 196.0), (124.0, 170.0))),
        ),
        scale=1.08,
    )


def side_lying_quad_pull() -> Figure:
    """From the front and above, on the right side: the left hand holds the left foot behind the buttock."""
    pelvis, lean = (122.0, 186.0), 86.0
    right_shoulder, left_shoulder = shoulders_above(pelvis, lean)
    hip, ankle = (126.0, 178.0), (138.0, 145.0)
    bent_leg = leg(hip, ankle, bend=1, foot=Foot(-150, 14))
    return Figure(
        "side-lying-quad-pull",
        (
            leg((127.0, 195.0), (220.0, 203.0), bend=1, foot=Foot(80, 6), colour=FAR),
            foreshortened_arm(right_shoulder, (34.0, 205.0), (14.0, 206.0), colour=FAR),
            bent_leg,
            front_trunk(pelvis, lean=lean),
            arm(left_shoulder, (ankle[0] - 6, ankle[1] - 2), bend=1),
            along(hip, bent_leg.bones[0].end, aside=1, begin=0.05, stop=0.95),
        ),
    )


def lying_twist() -> Figure:
    """From the right and above, on the back: the left knee across the body, the arms spread."""
    pelvis, lean = (112.0, 172.0), 92.0
    right_shoulder, left_shoulder = shoulders_above(pelvis, lean)
    hip, knee = (112.0, 168.0), (136.0, 202.0)
    return Figure(
        "lying-twist",
        (
            leg((114.0, 176.0), (207.0, 182.0), bend=1, foot=Foot(-90, 14), colour=FAR),
            foreshortened_arm(left_shoulder, (47.0, 127.0), (30.0, 100.0), colour=FAR),
            front_trunk(pelvis, lean=lean),
            foreshortened_leg(hip, knee, (180.0, 206.9), foot=Foot(0, 14)),
            foreshortened_arm(right_shoulder, (54.0, 201.0), (32.0, 206.5)),
            Muscle(((106.0, 160.0), (128.0, 166.0), (141.0, 194.0))),
        ),
        scale=1.1,
    )


LYING_POSES: Final[tuple[Callable[[], Figure], ...]] = (
    bridge,
    side_lying_leg_raise,
    figure_four,
    lying_hamstring,
    knee_to_chest,
    side_lying_quad_pull,
    lying_twist,
)
