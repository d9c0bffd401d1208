"""Figures that sit, kneel or lie."""

from collections.abc import Callable
from typing import Final

from scripts.figures.body import (
    Foot,
    along,
    arm,
    foreshortened_leg,
    front_trunk,
    leg,
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


FLOOR_POSES: Final[tuple[Callable[[], Figure], ...]] = (pigeon_pose, butterfly)
