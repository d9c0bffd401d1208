"""Draws the figures of the stretches: poses as joint coordinates in, `assets/figures/*.svg` out.

    python scripts/draw_figures.py

How they are drawn
- The canvas is 240 x 240 with y pointing down. The ground is at `GROUND_Y`; a sole rests on it.
- One body, 190 units tall, for all figures: thigh, shin, upper arm, forearm and torso are fractions of the height
  after Drillis and Contini (1966), as given in Winter, "Biomechanics and Motor Control of Human Movement"; widths,
  neck and head are the style's own. `scale` enlarges a whole
  figure about the middle of the ground, for poses that lie low.
- The LEFT side is the one being stretched; the app mirrors a figure for the right. In a side view the figure faces
  left, so that its left limbs are the near, dark ones. In a front view it faces us, so its left is on our right.
- A pose is a tuple of parts from back to front. A limb is given by its two ends and the way its middle joint bends;
  the joint follows from the lengths of the bones. What points at us is shorter on paper: `foreshortened` says so.
- Exactly four colours, as text, because the app swaps them for those of the dark theme. Plain attributes only.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import atan2, cos, hypot, pi, sin, sqrt
from pathlib import Path
from typing import Final

NEAR: Final = "#2F3B40"
FAR: Final = "#9DAAAE"
WORKED: Final = "#D9481F"
GROUND: Final = "#C9C4B8"

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

GROUND_Y: Final = 214.0
SOLE_Y: Final = GROUND_Y - 1.5
FOOT_RADIUS: Final = 4.5
HEEL_DROP: Final = 3.5
ANKLE_Y: Final = SOLE_Y - FOOT_RADIUS - HEEL_DROP
MIDDLE_X: Final = 120.0

FIGURES_FOLDER: Final = Path(__file__).resolve().parent.parent / "assets" / "figures"

Point = tuple[float, float]


@dataclass(frozen=True)
class Bone:
    """A segment that tapers from one round end to the other; `length` is the body's, None if foreshortened."""

    start: Point
    end: Point
    start_radius: float
    end_radius: float
    length: float | None = None


@dataclass(frozen=True)
class Foot:
    """Where the toes point, in degrees clockwise from the right, and heel to toes without the round ends."""

    toes: float
    length: float = 20.0


@dataclass(frozen=True)
class Limb:
    """A leg or an arm, or a piece of one, from the trunk outwards."""

    bones: tuple[Bone, ...]
    colour: str = NEAR


@dataclass(frozen=True)
class Trunk:
    """The torso as a polygon with round corners, the neck and the head."""

    corners: tuple[Point, ...]
    corner_radius: float
    neck: Point
    head: Point


@dataclass(frozen=True)
class Muscle:
    """The worked muscle: one stroke through two points, or bent towards a third between them."""

    points: tuple[Point, ...]


Part = Limb | Trunk | Muscle


@dataclass(frozen=True)
class Figure:
    """A pose, its parts from back to front."""

    name: str
    parts: tuple[Part, ...]
    scale: float = 1.0


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
    wrist = _towards(hand, elbow, 5.0)
    bones = (
        Bone(shoulder, elbow, 7.0, 6.0, UPPER_ARM),
        Bone(elbow, hand, 6.0, 4.5, FOREARM),
        Bone(wrist, hand, 5.0, 5.5),
    )
    return Limb(bones, colour)


def side_trunk(hip: Point, *, lean: float, nod: float = 0.0) -> Trunk:
    """A straight back seen from the left side; `lean` and the head's further `nod` in degrees towards the front."""
    shoulder = shoulder_above(hip, lean)
    up, forward = _turned(lean), _turned(lean + 90)
    chest = _moved(shoulder, up, -8.0)
    corners = (_moved(hip, forward, -1.0), _moved(chest, forward, -1.0), _moved(chest, forward, 1.0))
    neck = _moved(shoulder, up, 4.0)
    return Trunk(corners, 13.0, neck, _moved(shoulder, _turned(lean + nod), NECK))


def front_trunk(pelvis: Point, *, lean: float) -> Trunk:
    """A straight back seen from the front; `lean` in degrees towards the left of the picture."""
    up, across = _turned(lean), _turned(lean + 90)
    outline = ((1.0, 5.0), (0.93, 14.0), (0.5, 8.5), (0.0, 10.0), (-0.2, 5.0))
    half = [(_moved(pelvis, up, share * TORSO), width) for share, width in outline]
    left = [_moved(middle, across, width) for middle, width in half]
    right = [_moved(middle, across, -width) for middle, width in reversed(half)]
    collar = _moved(pelvis, up, TORSO)
    return Trunk((*left, *right), 8.0, collar, _moved(collar, up, NECK))


def shoulders_above(pelvis: Point, lean: float) -> tuple[Point, Point]:
    """The shoulder joints seen from the front, first the one on the left of the picture."""
    up, across = _turned(lean), _turned(lean + 90)
    collar = _moved(pelvis, up, TORSO - 3.0)
    return _moved(collar, across, SHOULDER_HALF_WIDTH), _moved(collar, across, -SHOULDER_HALF_WIDTH)


def shoulder_above(hip: Point, lean: float) -> Point:
    """The shoulder joint of a straight back that leans `lean` degrees towards the left of the picture."""
    return _moved(hip, _turned(lean), TORSO)


def along(start: Point, end: Point, *, aside: float, begin: float = 0.1, stop: float = 0.9) -> Muscle:
    """A muscle along a bone, `aside` units to the right hand of the way from start to end."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = hypot(dx, dy)
    offset = (-dy / length * aside, dx / length * aside)
    near_start, near_end = (
        (start[0] + dx * share + offset[0], start[1] + dy * share + offset[1]) for share in (begin, stop)
    )
    return Muscle((near_start, near_end))


def _leg(
    joints: tuple[Point, Point, Point], lengths: tuple[float | None, float | None], foot: Foot, colour: str
) -> Limb:
    hip, knee, ankle = joints
    ahead = (cos(foot.toes * pi / 180), sin(foot.toes * pi / 180))
    heel = _moved(_towards(ankle, knee, -HEEL_DROP), ahead, -foot.length / 5)
    bones = (
        Bone(hip, knee, 12.0, 9.0, lengths[0]),
        Bone(knee, ankle, 9.0, 5.5, lengths[1]),
        Bone(heel, _moved(heel, ahead, foot.length), FOOT_RADIUS, FOOT_RADIUS),
    )
    return Limb(bones, colour)


def _turned(degrees: float) -> Point:
    """The unit vector that points up, turned towards the left."""
    return (-sin(degrees * pi / 180), -cos(degrees * pi / 180))


def _moved(point: Point, direction: Point, distance: float) -> Point:
    return (point[0] + direction[0] * distance, point[1] + direction[1] * distance)


def _towards(point: Point, towards: Point, distance: float) -> Point:
    length = hypot(towards[0] - point[0], towards[1] - point[1])
    return _moved(point, ((towards[0] - point[0]) / length, (towards[1] - point[1]) / length), distance)


def it_band_lean() -> Figure:
    """Standing, seen from the front: left leg crossed behind, the straight torso leans to the left."""
    lean = -17.0
    pelvis = (107.0, 115.5)
    right_hip, left_hip = (98.5, 114.0), (115.5, 117.0)
    back_leg = leg(left_hip, (84.5, ANKLE_Y), bend=1, foot=Foot(0, 7), colour=FAR)
    front_leg = leg(right_hip, (122.0, ANKLE_Y), bend=1, foot=Foot(180, 7))
    right_shoulder, left_shoulder = shoulders_above(pelvis, lean)
    return Figure(
        "it-band-lean",
        (
            back_leg,
            front_leg,
            front_trunk(pelvis, lean=lean),
            arm(left_shoulder, (left_shoulder[0] + 8, left_shoulder[1] + 70), bend=-1),
            arm(right_shoulder, (95.0, 104.0), bend=1),
            Muscle(((123.0, 103.0), (125.0, 127.0), (109.0, 157.0))),
        ),
    )


def pigeon_pose() -> Figure:
    """Seen from the left side: right shin folded in front, left leg long behind, the torso upright."""
    hip, lean = (90.0, 190.0), 7.0
    shoulder = shoulder_above(hip, lean)
    back_ankle = (181.1, SOLE_Y - 5.8)
    back_leg = leg(hip, back_ankle, bend=1, foot=Foot(2))
    knee = back_leg.bones[0].end
    return Figure(
        "pigeon-pose",
        (
            arm(shoulder, (50.0, 195.0), bend=-1, colour=FAR),
            foreshortened_leg(hip, (44.0, 202.5), (76.0, 206.5), foot=Foot(0, 12), colour=FAR),
            back_leg,
            side_trunk(hip, lean=lean),
            arm(shoulder, (55.0, 198.0), bend=-1),
            Muscle(((81.5, 172.0), (86.0, 196.0), (knee[0] - 12.0, knee[1] + 1.0))),
        ),
        scale=1.12,
    )


def butterfly() -> Figure:
    """Sitting, seen from the front and a little from above: soles together, knees out, hands on the feet."""
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


def quad_pull() -> Figure:
    """Standing on the right leg, seen from the left side: the left hand holds the left ankle at the buttock."""
    hip, lean = (118.0, ANKLE_Y - THIGH - SHIN + 0.5), 2.0
    shoulder = shoulder_above(hip, lean)
    ankle = (144.5, 121.0)
    bent_leg = leg(hip, ankle, bend=1, foot=Foot(-60, 16))
    return Figure(
        "quad-pull",
        (
            arm(shoulder, (58.0, 74.0), bend=-1, colour=FAR),
            leg(hip, (118.0, ANKLE_Y), bend=1, foot=Foot(180), colour=FAR),
            bent_leg,
            side_trunk(hip, lean=lean),
            arm(shoulder, (ankle[0] + 3, ankle[1] - 4), bend=-1),
            along(hip, bent_leg.bones[0].end, aside=5, begin=0.1, stop=0.95),
        ),
    )


def hamstring_reach() -> Figure:
    """Seen from the left side: right foot crossed in front, folded at the hips, a long back, hands to the toes."""
    hip, lean = (152.0, 112.0), 111.0
    shoulder = shoulder_above(hip, lean)
    ankle = (141.0, ANKLE_Y)
    front_leg = leg((149.0, 116.0), (121.0, ANKLE_Y), bend=1, foot=Foot(180), colour=FAR)
    return Figure(
        "hamstring-reach",
        (
            arm(shoulder, (94.5, 204.0), bend=-1, colour=FAR),
            front_leg,
            leg(hip, ankle, bend=1, foot=Foot(180)),
            Limb(front_leg.bones[2:], FAR),
            side_trunk(hip, lean=lean),
            arm(shoulder, (103.0, 204.0), bend=-1),
            along(hip, ankle, aside=-5, begin=0.08, stop=0.46),
        ),
        scale=1.2,
    )


FIGURES: Final[tuple[Callable[[], Figure], ...]] = (
    it_band_lean,
    pigeon_pose,
    butterfly,
    quad_pull,
    hamstring_reach,
)


def svg(figure: Figure) -> str:
    """The text of the figure's file."""
    ground = f'<line x1="24" y1="{GROUND_Y:g}" x2="216" y2="{GROUND_Y:g}" stroke="{GROUND}" stroke-width="3" stroke-linecap="round"/>'
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
                f'<path d="{_curve(points)}" fill="none" stroke="{WORKED}" stroke-width="9" stroke-linecap="round"/>'
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


def main() -> None:
    """Write every figure's file."""
    FIGURES_FOLDER.mkdir(parents=True, exist_ok=True)
    for draw in FIGURES:
        figure = draw()
        (FIGURES_FOLDER / f"{figure.name}.svg").write_text(svg(figure), encoding="utf-8")


if __name__ == "__main__":
    main()
