"""The one body of all figures, and how a pose bends it.

Thigh, shin, upper arm, forearm and torso are fractions of the height after Drillis and Contini (1966), as given
in Winter, "Biomechanics and Motor Control of Human Movement"; widths, neck and head are the style's own.
"""

from dataclasses import dataclass
from math import cos, hypot, pi, sin, sqrt
from typing import Final

from scripts.figures.shapes import NEAR, SOLE_Y, Bone, Limb, Muscle, Point, Trunk, moved, toggled, towards

HEIGHT: Final = 190.0
THIGH: Final = 0.245 * HEIGHT
SHIN: Final = 0.246 * HEIGHT
UPPER_ARM: Final = 0.186 * HEIGHT
FOREARM: Final = 0.195 * HEIGHT
"""Elbow to knuckles (forearm 0.146, part of the hand 0.049), so that a hanging arm ends at mid thigh."""
TORSO: Final = 0.288 * HEIGHT
"""Hip joint to shoulder joint."""
NECK: Final = 0.117 * HEIGHT
"""Shoulder joint to the middle of the head."""
SHOULDER_HALF_WIDTH: Final = 0.1 * HEIGHT
HEAD_RADIUS: Final = HEIGHT / 15
SLACK: Final = 0.006
"""By how much, as a share of its length, a straight limb may be shorter or longer than the body's."""

FOOT_RADIUS: Final = 4.5
HEEL_DROP: Final = 3.5
ANKLE_Y: Final = SOLE_Y - FOOT_RADIUS - HEEL_DROP


@dataclass(frozen=True)
class Foot:
    """Where the toes point, in degrees clockwise from the right, and heel to toes without the round ends."""

    toes: float
    length: float = 20.0


def middle_joint(root: Point, end: Point, lengths: tuple[float, float], bend: int) -> Point:
    """The knee or elbow between two ends; `bend` is 1 for the right hand of the way from root to end, else -1.

    A limb within `SLACK` of its full length is straight. Raises ValueError when the end is out of reach.
    """
    first, second = lengths
    dx, dy = end[0] - root[0], end[1] - root[1]
    stretch = hypot(dx, dy) / (first + second)
    if abs(stretch - 1) <= SLACK:
        share = first / (first + second)
        return (root[0] + dx * share, root[1] + dy * share)
    reach = hypot(dx, dy)
    if not abs(first - second) < reach < first + second:
        raise ValueError(f"{end} is {reach:.1f} from {root}; the limb reaches {first + second:.1f}.")
    along = (reach**2 + first**2 - second**2) / (2 * reach)
    aside = bend * sqrt(first**2 - along**2)
    return (root[0] + (dx * along - dy * aside) / reach, root[1] + (dy * along + dx * aside) / reach)


def leg(hip: Point, ankle: Point, *, bend: int, foot: Foot, colour: str = NEAR) -> Limb:
    """A leg of full length; its knee follows from its ends."""
    knee = middle_joint(hip, ankle, (THIGH, SHIN), bend)
    return _leg((hip, knee, ankle), (THIGH, SHIN), foot, colour)


def foreshortened_leg(hip: Point, knee: Point, ankle: Point, *, foot: Foot, colour: str = NEAR) -> Limb:
    """A leg that points at us or away from us, so that its knee is given."""
    return _leg((hip, knee, ankle), (None, None), foot, colour)


def arm(shoulder: Point, hand: Point, *, bend: int, colour: str = NEAR) -> Limb:
    """An arm that ends in a hand a little wider than its wrist."""
    elbow = middle_joint(shoulder, hand, (UPPER_ARM, FOREARM), bend)
    return _arm((shoulder, elbow, hand), (UPPER_ARM, FOREARM), colour)


def foreshortened_arm(shoulder: Point, elbow: Point, hand: Point, *, colour: str = NEAR) -> Limb:
    """An arm that points at us or away from us, so that its elbow is given."""
    return _arm((shoulder, elbow, hand), (None, None), colour)


def side_trunk(hip: Point, *, lean: float, nod: float = 0.0) -> Trunk:
    """A straight back seen from the left side; `lean` and the head's further `nod` in degrees towards the front."""
    shoulder = shoulder_above(hip, lean)
    up, forward = toggled(lean), toggled(lean + 90)
    chest = moved(shoulder, up, -8.0)
    corners = (moved(hip, forward, -1.0), moved(chest, forward, -1.0), moved(chest, forward, 1.0))
    neck = moved(shoulder, up, 4.0)
    return Trunk(corners, 13.0, neck, moved(shoulder, toggled(lean + nod), NECK))


def round_trunk(hip: Point, *, lean: float, bend: float, nod: float = 0.0) -> Trunk:
    """A rounded back seen from the left side; from the hip to the shoulder its `lean` grows by `bend` degrees."""
    corners = tuple(on_spine(hip, lean, bend, share) for share in (0.0, 0.3, 0.6, 0.86))
    shoulder = on_spine(hip, lean, bend, 1.0)
    head = moved(shoulder, toggled(lean + bend + nod), NECK)
    return Trunk(corners, 13.0, towards(shoulder, head, 4.0), head)


def front_trunk(pelvis: Point, *, lean: float, bend: float = 0.0, tilt: float = 0.0) -> Trunk:
    """The torso seen from the front; angles in degrees towards the left of the picture.

    From the pelvis to the collar the `lean` grows by `bend`, and the head has a further `tilt`.
    """
    outline = ((1.0, 5.0), (0.93, 14.0), (0.5, 8.5), (0.0, 10.0), (-0.2, 5.0))
    half = [
        (on_spine(pelvis, lean, bend, share), toggled(lean + bend * share + 90), width)
        for share, width in outline
    ]
    left = [moved(middle, across, width) for middle, across, width in half]
    right = [moved(middle, across, -width) for middle, across, width in reversed(half)]
    collar = on_spine(pelvis, lean, bend, 1.0)
    return Trunk((*left, *right), 8.0, collar, moved(collar, toggled(lean + bend + tilt), NECK))


def shoulders_above(pelvis: Point, lean: float, bend: float = 0.0) -> tuple[Point, Point]:
    """The shoulder joints seen from the front, first the one on the left of the picture."""
    collar = on_spine(pelvis, lean, bend, 1 - 3.0 / TORSO)
    across = toggled(lean + bend + 90)
    return moved(collar, across, SHOULDER_HALF_WIDTH), moved(collar, across, -SHOULDER_HALF_WIDTH)


def on_spine(root: Point, lean: float, bend: float, share: float) -> Point:
    """The point of a back at this share of its length, if its `lean` grows evenly by `bend` on the whole way up."""
    half = bend * share / 2
    chord = TORSO * share * (sin(half * pi / 180) / (half * pi / 180) if half else 1.0)
    return moved(root, toggled(lean + half), chord)


def shoulder_above(hip: Point, lean: float) -> Point:
    """The shoulder joint of a straight back that leans `lean` degrees towards the left of the picture."""
    return moved(hip, toggled(lean), TORSO)


def along(start: Point, end: Point, *, aside: float, begin: float = 0.1, stop: float = 0.9) -> Muscle:
    """A muscle along a bone, `aside` units to the right hand of the way from start to end."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = hypot(dx, dy)
    offset = (-dy / length * aside, dx / length * aside)
    near_start, near_end = (
        (start[0] + dx * share + offset[0], start[1] + dy * share + offset[1]) for share in (begin, stop)
    )
    return Muscle((near_start, near_end))


def _arm(joints: tuple[Point, Point, Point], lengths: tuple[float | None, float | None], colour: str) -> Limb:
    shoulder, elbow, hand = joints
    wrist = towards(hand, elbow, 5.0)
    bones = (
        Bone(shoulder, elbow, 7.0, 6.0, lengths[0]),
        Bone(elbow, hand, 6.0, 4.5, lengths[1]),
        Bone(wrist, hand, 5.0, 5.5),
    )
    return Limb(bones, colour)


def _leg(
    joints: tuple[Point, Point, Point], lengths: tuple[float | None, float | None], foot: Foot, colour: str
) -> Limb:
    hip, knee, ankle = joints
    ahead = (cos(foot.toes * pi / 180), sin(foot.toes * pi / 180))
    heel = moved(towards(ankle, knee, -HEEL_DROP), ahead, -foot.length / 5)
    bones = (
        Bone(hip, knee, 12.0, 9.0, lengths[0]),
        Bone(knee, ankle, 9.0, 5.5, lengths[1]),
        Bone(heel, moved(heel, ahead, foot.length), FOOT_RADIUS, FOOT_RADIUS),
    )
    return Limb(bones, colour)
