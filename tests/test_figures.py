"""The figures: what the script draws is what ships, in four colours, with one body's proportions."""

import re
from collections.abc import Iterator
from itertools import pairwise
from math import atan2, degrees, hypot
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from routine_app.core.routine import Stretch
from routine_app.data.library import FolderLibrary
from routine_app.data.paths import assets_folder, shipped_routines_folder
from routine_app.ui import theme
from scripts.figures import body
from scripts.figures.__main__ import POSES
from scripts.figures.drawing import svg
from scripts.figures.shapes import (
    FAR,
    GROUND,
    MIDDLE_X,
    NEAR,
    SOLE_Y,
    WORKED,
    Limb,
    Muscle,
    Point,
    Support,
    Trunk,
)

FIGURES = assets_folder() / "figures"
TAGS = {"svg", "g", "line", "path", "polygon", "circle"}
LARGEST_FILE_BYTES = 3 * 1024

DRAWN = {figure.name: figure for figure in (pose() for pose in POSES)}
every_figure = pytest.mark.parametrize("name", sorted(DRAWN))


def _bones(name: str) -> Iterator[tuple[str, float, float]]:
    """Each full-length bone's owner and index, its length on paper and the body's."""
    for number, part in enumerate(DRAWN[name].parts):
        for index, bone in enumerate(part.bones if isinstance(part, Limb) else ()):
            if bone.length is not None:
                drawn = hypot(bone.end[0] - bone.start[0], bone.end[1] - bone.start[1])
                yield f"part {number}, bone {index}", drawn, bone.length


def _discs(name: str) -> Iterator[tuple[Point, float]]:
    """The middles and radii of the round ends that limit limbs, torso and head."""
    for part in DRAWN[name].parts:
        if isinstance(part, Limb):
            for bone in part.bones:
                yield from ((bone.start, bone.start_radius), (bone.end, bone.end_radius))
        elif isinstance(part, Trunk):
            yield from ((corner, part.corner_radius) for corner in part.corners)
            yield part.head, body.HEAD_RADIUS


def _supports(name: str) -> list[Support]:
    """The walls and chairs of a figure."""
    return [part for part in DRAWN[name].parts if isinstance(part, Support)]


def _on_the_page(name: str, point: Point) -> Point:
    """Where a point of the figure lies on the canvas, once it was enlarged."""
    scale = DRAWN[name].scale
    return (MIDDLE_X + (point[0] - MIDDLE_X) * scale, SOLE_Y + (point[1] - SOLE_Y) * scale)


def _shipped_stretches() -> list[Stretch]:
    library = FolderLibrary(shipped_routines_folder(), Path("no folder of a user"))
    routines = [entry.routine for entry in library.entries()]
    assert None not in routines
    return [stretch for routine in routines if routine for stretch in routine.stretches]


def test_every_shipped_stretch_has_a_figure() -> None:
    """Each names one, and there is a drawing of that name."""
    stretches = _shipped_stretches()
    assert len(stretches) >= 10
    assert [stretch.name for stretch in stretches if stretch.figure not in DRAWN] == []


def test_a_file_for_each_figure() -> None:
    """The folder holds the figures of the script and nothing else."""
    assert sorted(path.name for path in FIGURES.iterdir()) == sorted(f"{name}.svg" for name in DRAWN)


@every_figure
def test_file_is_what_the_script_draws(name: str) -> None:
    """Nobody edited a figure by hand or forgot to run the body."""
    assert (FIGURES / f"{name}.svg").read_text(encoding="utf-8") == svg(DRAWN[name])


@every_figure
def test_well_formed_plain_and_small(name: str) -> None:
    """Plain shapes on the 240 x 240 canvas, without styles, references or opacity, in under 3 KB."""
    text = (FIGURES / f"{name}.svg").read_text(encoding="utf-8")
    root = ET.fromstring(text)  # noqa: S314 - the project's own file
    elements = list(root.iter())
    assert root.get("viewBox") == "0 0 240 240"
    assert {element.tag.rpartition("}")[2] for element in elements} <= TAGS
    assert not [key for element in elements for key in element.attrib if key in {"style", "class", "opacity"}]
    assert len(text.encode()) < LARGEST_FILE_BYTES


@every_figure
def test_only_the_four_colours(name: str) -> None:
    """The app recolours by replacing these four strings, so each colour is one of them, spelt exactly so."""
    text = (FIGURES / f"{name}.svg").read_text(encoding="utf-8")
    painted = set(re.findall(r'(?:fill|stroke)="([^"]*)"', text)) - {"none"}
    assert painted <= {NEAR, FAR, WORKED, GROUND}
    assert {NEAR, WORKED, GROUND} <= painted


@every_figure
def test_limbs_are_as_long_as_the_body_says(name: str) -> None:
    """A limb that is not foreshortened measures the same in every figure, to within one percent."""
    assert [where for where, drawn, length in _bones(name) if abs(drawn / length - 1) > 0.01] == []


@every_figure
def test_rests_on_the_ground(name: str) -> None:
    """The lowest part of the body touches the ground and does not sink into it."""
    lowest = max(middle[1] + radius for middle, radius in _discs(name))
    assert SOLE_Y - 0.5 <= lowest <= SOLE_Y + 0.5


@every_figure
def test_stays_on_the_canvas(name: str) -> None:
    """Nothing is cut off, the mirrored figure included."""
    strokes = [(point, support.width / 2) for support in _supports(name) for point in support.points]
    for (x, y), radius in [*_discs(name), *strokes]:
        left, top = _on_the_page(name, (x - radius, y - radius))
        right, _ = _on_the_page(name, (x + radius, y))
        assert left >= 6
        assert right <= 234
        assert top >= 6


@every_figure
def test_walls_and_chairs_stand_on_the_ground(name: str) -> None:
    """What the body leans or sits on reaches down to it and no further."""
    for support in _supports(name):
        assert max(y for _, y in support.points) == pytest.approx(SOLE_Y)


@every_figure
def test_one_muscle_for_the_side_that_is_shown(name: str) -> None:
    """One stroke says what is worked; a stretch of both sides at once has one on each, mirror images."""
    muscles = [part for part in DRAWN[name].parts if isinstance(part, Muscle)]
    places, mirrored = (
        sorted((round(shift + sign * x, 3), round(y, 3)) for muscle in muscles for x, y in muscle.points)
        for shift, sign in ((0.0, 1), (2 * MIDDLE_X, -1))
    )
    assert len(muscles) == 1 or (len(muscles) == 2 and places == mirrored)


def test_one_body() -> None:
    """Thigh about equal shin, upper arm about equal forearm, arms to mid thigh, a head of a seventh to an eighth."""
    arm, shoulder_to_mid_thigh = body.UPPER_ARM + body.FOREARM, body.TORSO + body.THIGH / 2
    heads = body.HEIGHT / (2 * body.HEAD_RADIUS)
    assert abs(body.THIGH - body.SHIN) < 0.05 * body.SHIN
    assert abs(body.UPPER_ARM - body.FOREARM) < 0.05 * body.FOREARM
    assert abs(arm - shoulder_to_mid_thigh) < 0.1 * arm
    assert heads == pytest.approx(7.5)


def test_knee_on_the_side_asked_for() -> None:
    """Going down, 1 bends to the left of the picture (a knee that faces left), -1 to its right."""
    assert body.middle_joint((0, 0), (0, 8), (5, 5), 1) == pytest.approx((-3, 4))
    assert body.middle_joint((0, 0), (0, 8), (5, 5), -1) == pytest.approx((3, 4))


def test_limb_out_of_reach() -> None:
    """A pose that would tear a limb is refused, with the numbers to mend it."""
    with pytest.raises(ValueError, match=re.escape("(0, 12) is 12.0 from (0, 0); the limb reaches 10.0.")):
        body.middle_joint((0, 0), (0, 12), (5, 5), 1)


def test_a_bent_back_is_no_longer_than_a_straight_one() -> None:
    """It is an arc from the root, as long as the torso, that ends `bend` degrees further over."""
    along = [body.on_spine((0, 0), 10, 60, step / 200) for step in range(201)]
    steps = [hypot(x1 - x0, y1 - y0) for (x0, y0), (x1, y1) in pairwise(along)]
    assert sum(steps) == pytest.approx(body.TORSO, rel=0.001)
    (x0, y0), (x1, y1) = along[-2:]
    assert degrees(atan2(x0 - x1, y0 - y1)) == pytest.approx(70, abs=0.5)
    assert body.on_spine((0, 0), 0, 0, 1) == pytest.approx((0, -body.TORSO))


def test_the_page_for_users_names_the_colours_of_both_themes() -> None:
    """Those that turn with the theme, as the app turns them."""
    text = (Path(__file__).resolve().parent.parent / "docs" / "figures.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"\| `(#\w{6})` \| `(#\w{6})` \|", text))
    assert told == theme.FIGURE_COLOURS_DARK
