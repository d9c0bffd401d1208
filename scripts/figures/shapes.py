"""What a figure is made of, on a canvas of 240 x 240 with y pointing down."""

from dataclasses import dataclass
from math import cos, hypot, pi, sin
from typing import Final

NEAR: Final = "#2F3B40"
FAR: Final = "#84939A"
WORKED: Final = "#D9481F"
GROUND: Final = "#C9C4B8"
"""Exactly these four colours, as text: the app swaps them for those of the dark theme."""

GROUND_Y: Final = 214.0
SOLE_Y: Final = GROUND_Y - 1.5
MIDDLE_X: Final = 120.0

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


@dataclass(frozen=True)
class Support:
    """What the body leans or sits on, a wall or a chair: strokes from point to point in the ground's colour."""

    points: tuple[Point, ...]
    width: float = 3.0


Part = Limb | Trunk | Muscle | Support


@dataclass(frozen=True)
class Figure:
    """A pose, its parts from back to front; `scale` enlarges it about the middle of the ground."""

    name: str
    parts: tuple[Part, ...]
    scale: float = 1.0


def toggled(degrees: float) -> Point:
    """The unit vector that points up, turned towards the left."""
    return (-sin(degrees * pi / 180), -cos(degrees * pi / 180))


def moved(point: Point, direction: Point, distance: float) -> Point:
    """The point that lies so far in that direction, a unit vector."""
    return (point[0] + direction[0] * distance, point[1] + direction[1] * distance)


def towards(point: Point, goal: Point, distance: float) -> Point:
    """The point that lies so far on the way to another."""
    length = hypot(goal[0] - point[0], goal[1] - point[1])
    return moved(point, ((goal[0] - point[0]) / length, (goal[1] - point[1]) / length), distance)
