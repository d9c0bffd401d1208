"""Figures that stand."""

from collections.abc import Callable
from typing import Final

from scripts.figures.body import (
    ANKLE_Y,
    SHIN,
    THIGH,
    Foot,
    along,
    arm,
    front_trunk,
    leg,
    shoulder_above,
    shoulders_above,
    side_trunk,
)
from scripts.figures.shapes import FAR, SOLE_Y, Figure, Limb, Muscle, Support


def it_band_lean() -> Figure:
    """From the front: left leg crossed behind, the straight torso leans to the left, the right arm overhead."""
    lean, pelvis = -26.0, (107.0, 117.0)
    right_shoulder, left_shoulder = shoulders_above(pelvis, lean)
    return Figure(
        "it-band-lean",
        (
            leg((116.0, 120.0), (76.0, ANKLE_Y), bend=1, foot=Foot(0, 7), colour=FAR),
            leg((98.0, 116.0), (128.0, ANKLE_Y), bend=1, foot=Foot(180, 7)),
            front_trunk(pelvis, lean=lean),
            arm(left_shoulder, (left_shoulder[0] + 6, left_shoulder[1] + 71), bend=-1),
            arm(right_shoulder, (154.0, 20.0), bend=-1),
            Muscle(((124.0, 103.0), (127.0, 128.0), (108.0, 156.0))),
        ),
    )


def quad_pull() -> Figure:
    """From the left, on the right leg: the left hand holds the left foot behind the buttock."""
    hip, lean = (118.0, ANKLE_Y - THIGH - SHIN + 0.5), 2.0
    shoulder, ankle = shoulder_above(hip, lean), (150.0, 119.5)
    bent_leg = leg(hip, ankle, bend=1, foot=Foot(-60, 16))
    return Figure(
        "quad-pull",
        (
            arm(shoulder, (58.0, 74.0), bend=-1, colour=FAR),
            leg(hip, (118.0, ANKLE_Y), bend=1, foot=Foot(180), colour=FAR),
            bent_leg,
            side_trunk(hip, lean=lean),
            arm(shoulder, (ankle[0] + 1, ankle[1] - 3), bend=-1),
            along(hip, bent_leg.bones[0].end, aside=4, begin=0.02, stop=0.92),
        ),
    )


def hamstring_reach() -> Figure:
    """From the left: right foot crossed in front, folded at the hips, the head loose, hands to the toes."""
    hip, lean = (150.0, 112.0), 114.0
    shoulder, ankle = shoulder_above(hip, lean), (139.0, ANKLE_Y)
    front_leg = leg((147.0, 116.0), (119.0, ANKLE_Y), bend=1, foot=Foot(180), colour=FAR)
    return Figure(
        "hamstring-reach",
        (
            arm(shoulder, (92.5, 204.0), bend=-1, colour=FAR),
            front_leg,
            leg(hip, ankle, bend=1, foot=Foot(180)),
            Limb(front_leg.bones[2:], FAR),
            side_trunk(hip, lean=lean, nod=25),
            arm(shoulder, (101.0, 204.0), bend=-1),
            along(hip, ankle, aside=-5, begin=0.08, stop=0.46),
        ),
        scale=1.3,
    )


def single_leg_stand() -> Figure:
    """From the left, on the left leg: the right knee lifted in front, the arms out for balance."""
    hip, lean = (118.0, ANKLE_Y - THIGH - SHIN), 0.0
    shoulder = shoulder_above(hip, lean)
    return Figure(
        "single-leg-stand",
        (
            arm(shoulder, (54.0, 82.0), bend=-1, colour=FAR),
            leg(hip, (68.0, 150.0), bend=1, foot=Foot(170), colour=FAR),
            leg(hip, (118.0, ANKLE_Y), bend=1, foot=Foot(180)),
            side_trunk(hip, lean=lean),
            arm(shoulder, (166.0, 104.0), bend=-1),
            Muscle(((124.0, 99.0), (128.0, 114.0), (119.0, 134.0))),
        ),
        scale=1.08,
    )


def side_lunge() -> Figure:
    """From the front, the feet wide apart: the right knee bent, the left leg straight out to its side."""
    pelvis, lean = (98.0, 150.0), 8.0
    right_shoulder, left_shoulder = shoulders_above(pelvis, lean)
    left_hip, left_ankle = (108.0, 153.0), (186.0, ANKLE_Y)
    left_leg = leg(left_hip, left_ankle, bend=1, foot=Foot(0, 8))
    return Figure(
        "side-lunge",
        (
            leg((88.0, 153.0), (50.0, ANKLE_Y), bend=1, foot=Foot(180, 12)),
            left_leg,
            front_trunk(pelvis, lean=lean),
            arm(right_shoulder, (86.0, 112.0), bend=1),
            arm(left_shoulder, (96.0, 112.0), bend=-1),
            along(left_hip, left_leg.bones[0].end, aside=4, begin=0.15, stop=1.0),
        ),
        scale=1.15,
    )


def calf_stretch() -> Figure:
    """From the left, hands on a wall: the left leg straight behind with its heel down, the right knee bent."""
    hip, lean = (128.0, 124.0), 24.0
    shoulder, ankle = shoulder_above(hip, lean), (175.0, ANKLE_Y)
    back_leg = leg(hip, ankle, bend=1, foot=Foot(180))
    return Figure(
        "calf-stretch",
        (
            Support(((25.0, SOLE_Y), (25.0, 40.0)), 5.0),
            arm(shoulder, (34.0, 76.0), bend=-1, colour=FAR),
            leg(hip, (96.0, ANKLE_Y), bend=1, foot=Foot(180), colour=FAR),
            back_leg,
            side_trunk(hip, lean=lean),
            arm(shoulder, (34.5, 83.0), bend=-1),
            along(back_leg.bones[0].end, ankle, aside=-2, begin=-0.07, stop=0.75),
        ),
        scale=1.1,
    )


STANDING_POSES: Final[tuple[Callable[[], Figure], ...]] = (
    it_band_lean,
    quad_pull,
    hamstring_reach,
    single_leg_stand,
    side_lunge,
    calf_stretch,
)
