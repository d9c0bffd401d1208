"""The figures: what the script draws is what ships, in four colours, with one body's proportions."""

import importlib.util
import re
import sys
from collections.abc import Iterator
from math import hypot
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree as ET

import pytest

PROJECT = Path(__file__).resolve().parent.parent
FIGURES = PROJECT / "assets" / "figures"
COLOURS = {
    "#2F3B40",
    "#9DAAAE",
    "#D9481F",
    "#C9C4B8",
}  # the near, the far limbs, the worked muscle, the ground
TAGS = {"svg", "g", "line", "path", "polygon", "circle"}
LARGEST_FILE_BYTES = 3 * 1024


def _load_script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("draw_figures", PROJECT / "scripts" / "draw_figures.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


script = _load_script()
DRAWN = {figure.name: figure for figure in (draw() for draw in script.FIGURES)}
every_figure = pytest.mark.parametrize("name", sorted(DRAWN))


def _bones(name: str) -> Iterator[tuple[str, float, float]]:
    """Each full-length bone's owner and index, its length on paper and the body's."""
    for number, part in enumerate(DRAWN[name].parts):
        for index, bone in enumerate(getattr(part, "bones", ())):
            if bone.length is not None:
                drawn = hypot(bone.end[0] - bone.start[0], bone.end[1] - bone.start[1])
                yield f"part {number}, bone {index}", drawn, bone.length


def _lowest(name: str) -> float:
    bones = [bone for part in DRAWN[name].parts for bone in getattr(part, "bones", ())]
    ends = [bone.start[1] + bone.start_radius for bone in bones] + [
        bone.end[1] + bone.end_radius for bone in bones
    ]
    return float(max(ends))


def test_a_file_for_each_figure() -> None:
    """The folder holds the figures of the script and nothing else."""
    assert sorted(path.name for path in FIGURES.iterdir()) == sorted(f"{name}.svg" for name in DRAWN)


@every_figure
def test_file_is_what_the_script_draws(name: str) -> None:
    """Nobody edited a figure by hand or forgot to run the script."""
    assert (FIGURES / f"{name}.svg").read_text(encoding="utf-8") == script.svg(DRAWN[name])


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
    assert painted <= COLOURS
    assert {script.NEAR, script.WORKED, script.GROUND} <= painted


@every_figure
def test_limbs_are_as_long_as_the_body_says(name: str) -> None:
    """A limb that is not foreshortened measures the same in every figure, to within one percent."""
    assert [where for where, drawn, length in _bones(name) if abs(drawn / length - 1) > 0.01] == []


@every_figure
def test_rests_on_the_ground(name: str) -> None:
    """The lowest limb touches the ground and does not sink into it."""
    assert script.SOLE_Y - 0.5 <= _lowest(name) <= script.SOLE_Y + 0.5


@every_figure
def test_stays_on_the_canvas(name: str) -> None:
    """Nothing is cut off, the mirrored figure included."""
    figure = DRAWN[name]
    xs = [120 + (x - 120) * figure.scale for x in _xs(name)]
    assert min(xs) >= 6
    assert max(xs) <= 234


def _xs(name: str) -> Iterator[float]:
    for part in DRAWN[name].parts:
        for bone in getattr(part, "bones", ()):
            yield from (bone.start[0] - bone.start_radius, bone.start[0] + bone.start_radius)
            yield from (bone.end[0] - bone.end_radius, bone.end[0] + bone.end_radius)
        if hasattr(part, "head"):
            yield from (part.head[0] - script.HEAD_RADIUS, part.head[0] + script.HEAD_RADIUS)


def test_one_body() -> None:
    """Thigh about equal shin, upper arm about equal forearm, arms to mid thigh, a head of a seventh to an eighth."""
    arm, shoulder_to_mid_thigh = script.UPPER_ARM + script.FOREARM, script.TORSO + script.THIGH / 2
    heads = script.HEIGHT / (2 * script.HEAD_RADIUS)
    assert abs(script.THIGH - script.SHIN) < 0.05 * script.SHIN
    assert abs(script.UPPER_ARM - script.FOREARM) < 0.05 * script.FOREARM
    assert abs(arm - shoulder_to_mid_thigh) < 0.1 * arm
    assert heads == pytest.approx(7.5)


def test_knee_on_the_side_asked_for() -> None:
    """Going down, 1 bends to the left of the picture (a knee that faces left), -1 to its right."""
    assert script.middle_joint((0, 0), (0, 8), (5, 5), 1) == pytest.approx((-3, 4))
    assert script.middle_joint((0, 0), (0, 8), (5, 5), -1) == pytest.approx((3, 4))


def test_limb_out_of_reach() -> None:
    """A pose that would tear a limb is refused, with the numbers to mend it."""
    with pytest.raises(ValueError, match=re.escape("(0, 12) is 12.0 from (0, 0); the limb reaches 10.0.")):
        script.middle_joint((0, 0), (0, 12), (5, 5), 1)
