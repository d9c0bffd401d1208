"""Figures that sit or kneel on the floor."""

from collections.abc import Callable
from typing import Final

from scripts.figures.body import (
    ANKLE_Y,
    SHIN,
    Foot,
    along,
    arm,
    foreshortened_arm,
    foreshortened_leg,
    front_trunk,
    leg,
    on_spine,
    round_trunk,
    shoulder_above,
    shoulders_above,
    side_trunk,
)
from scripts.figures.shapes import FAR, MIDDLE_X, SOLE_Y, Figure, Limb, Muscle, Part


def pigeon_pose() -> Figure:
    """From the left: right shin folded in front, left leg long behind, the torso upright on straight arms."""
    hip, lean = (88.0, 184.5), 4.0
    shoulder = shoulder_above(hip, lean)
    back_leg = leg(hip, (178.7, SOLE_Y - 5.8), bend=1, foot=Foot(2))
    thigh, *shin = foreshortened_leg(hip, (41.0, 198.0), (78.0, 206.5), foot=Foot(0, 10)).bones
    knee = back_leg.bones[0].end
    return Figure(
        "pigeon-pose",
        (
            arm(shoulder, (56.0, 196.0), bend=-1, colour=FAR),
            Limb((thigh,), FAR),
            Limb(tuple(shin)),
            back_leg,
            side_trunk(hip, lean=lean),
            arm(shoulder, (62.0, 199.0), bend=-1),
            Muscle(((79.5, 168.0), (84.0, 193.0), (knee[0] - 12.0, knee[1] + 1.0))),
        ),
        scale=1.2,
    )


def butterfly() -> Figure:
    """From the front and a little from above: sitting, soles together, knees out, hands on the feet."""
    pelvis = (MIDDLE_X, 181.0)
    limbs: list[Part] = []
    muscles: list[Part] = []
    for side, shoulder in zip((-1, 1), shoulders_above(pelvis, 0), strict=True):
        hip, knee = (MIDDLE_X + side * 10, 176.0), (MIDDLE_X + side * 57, 180.0)
        ankle, hand = (MIDDLE_X + side * 7.4, 204.3), (MIDDLE_X + side * 9, 196.0)
        limbs.append(foreshortened_leg(hip, knee, ankle, foot=Foot(-90, 11)))
        limbs.append(arm(shoulder, hand, bend=-side))
        muscles.append(along(hip, knee, aside=0, begin=0.32, stop=0.92))
    return Figure("butterfly", (front_trunk(pelvis, lean=0), *limbs, *muscles), scale=1.2)


def low_lunge() -> Figure:
    """From the left: the left knee on the ground behind, the right foot in front, the torso upright."""
    hip, lean = (103.0, 172.0), -3.0
    shoulder, knee = shoulder_above(hip, lean), (137.5, 203.5)
    return Figure(
        "low-lunge",
        (
            leg(hip, (58.0, ANKLE_Y), bend=1, foot=Foot(180), colour=FAR),
            leg(hip, (knee[0] + SHIN - 0.5, 206.5), bend=1, foot=Foot(2)),
            side_trunk(hip, lean=lean),
            foreshortened_arm(shoulder, (93.0, 145.0), (64.0, 150.0)),
            Muscle(((96.0, 152.0), (96.0, 180.0), (121.0, 196.0))),
        ),
        scale=1.25,
    )


def childs_pose() -> Figure:
    """From the left: sitting back on the heels, folded over the thighs, the forehead on the ground, the arms long in front."""
    hip, lean, bend = (167.0, 186.0), 74.0, 40.0
    shoulder = on_spine(hip, lean, bend, 1.0)
    return Figure(
        "childs-pose",
        (
            arm(shoulder, (43.0, 206.0), bend=1, colour=FAR),
            leg(hip, (170.0, 207.0), bend=1, foot=Foot(2)),
            round_trunk(hip, lean=lean, bend=bend, nod=4),
            arm(shoulder, (43.5, 207.0), bend=1),
            Muscle(((168.0, 184.0), (157.0, 175.0), (131.0, 174.0))),
        ),
        scale=1.28,
    )


FLOOR_POSES: Final[tuple[Callable[[], Figure], ...]] = (
    pigeon_pose,
    butterfly,
    low_lunge,
    childs_pose,
)
