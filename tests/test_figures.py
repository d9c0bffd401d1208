"""The figures: what the script draws is what ships, in four colours, with one body's proportions."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from math import atan2, degrees, hypot
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from routine_app.core.routine.model import Stretch
from routine_app.data.paths import assets_folder, shipped_routines_folder
from routine_app.data.routines.library import FolderRoutines
from routine_app.ui.kit import theme
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
NEEDED_COLOURS, COLOURS = {NEAR, WORKED, GROUND}, {NEAR, FAR, WORKED, GROUND}
LEAST_PLACE, GREATEST_PLACE = 6, 234
"""How near to the canvas's edges a figure may come."""


def _faults(rule: Callable[[str], Iterable[str]]) -> dict[str, list[str]]:
    """What breaks a rule, by figure: nothing for one that keeps it."""
    return {name: found for name in sorted(DRAWN) if (found := list(rule(name)))}


def _text(name: str) -> str:
    """The file of a figure."""
    return (FIGURES / f"{name}.svg").read_text(encoding="utf-8")


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
    library = FolderRoutines(shipped_routines_folder(), Path("no folder of a user"))
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


def test_files_are_what_the_script_draws() -> None:
    """Nobody edited a figure by hand or forgot to run `python -m scripts.figures`."""
    assert [name for name, figure in DRAWN.items() if _text(name) != svg(figure)] == []


def test_well_formed_and_plain() -> None:
    """Plain shapes on the 240 x 240 canvas, without styles, references or opacity."""
    assert _faults(_not_plain) == {}


def _not_plain(name: str) -> Iterator[str]:
    """What is not plain about a figure's file."""
    try:
        root = ET.fromstring(_text(name))  # noqa: S314 - the project's own file
    except ET.ParseError as error:
        yield str(error)
        return
    if root.get("viewBox") != "0 0 240 240":
        yield f"viewBox {root.get('viewBox')}"
    for element in root.iter():
        yield from {element.tag.rpartition("}")[2]} - TAGS
        yield from element.attrib.keys() & {"style", "class", "opacity"}


def test_small() -> None:
    """Under 3 KB."""
    sizes = {name: len(_text(name).encode()) for name in DRAWN}
    assert {name: size for name, size in sizes.items() if size >= LARGEST_FILE_BYTES} == {}


def test_only_the_four_colours() -> None:
    """The app recolours by replacing these four strings, so each colour is one of them, spelt exactly so."""
    assert _faults(lambda name: _painted(name) - COLOURS) == {}


def test_no_colour_is_missing() -> None:
    """Only the far limbs may be hidden."""
    assert _faults(lambda name: NEEDED_COLOURS - _painted(name)) == {}


def _painted(name: str) -> set[str]:
    """The colours that a figure's file fills and strokes with."""
    return set(re.findall(r'(?:fill|stroke)="([^"]*)"', _text(name))) - {"none"}


def test_limbs_are_as_long_as_the_body_says() -> None:
    """A limb that is not foreshortened measures the same in every figure, to within one percent."""
    wrong = {
        name: [where for where, drawn, length in _bones(name) if abs(drawn / length - 1) > 0.01]
        for name in DRAWN
    }
    assert {name: bones for name, bones in wrong.items() if bones} == {}


def test_rests_on_the_ground() -> None:
    """The lowest part of the body touches the ground and does not sink into it."""
    lowest = {name: max(middle[1] + radius for middle, radius in _discs(name)) for name in DRAWN}
    assert {name: y for name, y in lowest.items() if not SOLE_Y - 0.5 <= y <= SOLE_Y + 0.5} == {}


def test_stays_on_the_canvas() -> None:
    """Nothing is cut off, the mirrored figure included."""
    assert _faults(_cut_off) == {}


def _cut_off(name: str) -> Iterator[str]:
    """What of a figure comes too near to the left, the upper or the right edge."""
    strokes = [(point, support.width / 2) for support in _supports(name) for point in support.points]
    for (x, y), radius in [*_discs(name), *strokes]:
        left, top = _on_the_page(name, (x - radius, y - radius))
        right, _ = _on_the_page(name, (x + radius, y))
        if min(left, top) < LEAST_PLACE or right > GREATEST_PLACE:
            yield f"{left:.1f} to {right:.1f}, top {top:.1f}"


def test_walls_and_chairs_stand_on_the_ground() -> None:
    """What the body leans or sits on reaches down to it and no further."""
    feet = {name: [max(y for _, y in support.points) for support in _supports(name)] for name in DRAWN}
    ground = pytest.approx(SOLE_Y)
    assert {name: lowest for name, lowest in feet.items() if any(y != ground for y in lowest)} == {}


def test_one_muscle_for_the_side_that_is_shown() -> None:
    """One stroke says what is worked; a stretch of both sides at once has one on each, mirror images."""
    muscles = {
        name: [part for part in figure.parts if isinstance(part, Muscle)] for name, figure in DRAWN.items()
    }
    assert {
        name: found
        for name, found in muscles.items()
        if len(found) != 1 and not (len(found) == 2 and _is_its_own_mirror_image(found))
    } == {}


def _is_its_own_mirror_image(muscles: list[Muscle]) -> bool:
    """Whether the muscles lie alike on the left and on the right."""
    places, mirrored = (
        sorted((round(shift + sign * x, 3), round(y, 3)) for muscle in muscles for x, y in muscle.points)
        for shift, sign in ((0.0, 1), (2 * MIDDLE_X, -1))
    )
    return places == mirrored


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


LYING, STANDING, ON_A_CHAIR = (
    r"\blie\b|on your back",
    r"^stand\b",
    r"^sit (upright|at the front of your chair)",
)


def test_the_body_is_where_the_words_say() -> None:
    """Who is told to lie has the head near the ground, who is told to stand has it far above, and a chair is drawn."""
    rules: tuple[tuple[str, Callable[[str], bool]], ...] = (
        (LYING, lambda name: _head_height(name) < 50),
        (STANDING, lambda name: _head_height(name) > 60),
        (ON_A_CHAIR, lambda name: bool(_supports(name))),
    )
    contradicted = {
        f"{stretch.figure}: {stretch.how}"
        for stretch in _shipped_stretches()
        for words, is_so in rules
        if re.search(words, stretch.how, re.IGNORECASE) and not is_so(str(stretch.figure))
    }
    assert contradicted == set()


def test_the_forehead_rests_on_the_ground() -> None:
    """As the words of the child's pose say."""
    assert _head_height("childs-pose") == pytest.approx(body.HEAD_RADIUS, abs=2)


def _head_height(name: str) -> float:
    """How far the middle of the head is above the ground."""
    return next(SOLE_Y - part.head[1] for part in DRAWN[name].parts if isinstance(part, Trunk))
