"""Figures that sit on a chair."""

from collections.abc import Callable
from typing import Final

from scripts.figures.body import (
    ANKLE_Y,
    Foot,
    foreshortened_arm,
    foreshortened_leg,
    leg,
    shoulder_above,
    side_trunk,
)
from scripts.figures.shapes import FAR, SOLE_Y, Figure, Muscle, Support


def seated_figure_four() -> Figure:
    """From the left, on a chair: the left ankle on the right knee, the back straight and a little forward."""
    hip, lean = (146.0, 154.0), 18.0
    shoulder = shoulder_above(hip, lean)
    return Figure(
        "seated-figure-four",
        (
            Support(((172.0, 110.0), (172.0, SOLE_Y), (172.0, 170.0), (126.0, 170.0), (126.0, SOLE_Y)), 6.0),
            leg(hip, (98.0, ANKLE_Y), bend=1, foot=Foot(180), colour=FAR),
            side_trunk(hip, lean=lean),
            foreshortened_leg(hip, (106.0, 178.0), (94.0, 147.0), foot=Foot(200, 14)),
            foreshortened_arm(shoulder, (116.0, 128.0), (92.0, 142.0)),
            Muscle(((152.0, 146.0), (153.0, 166.0), (124.0, 170.0))),
        ),
        scale=1.3,
    )


CHAIR_POSES: Final[tuple[Callable[[], Figure], ...]] = (seated_figure_four,)
