"""Draws the figures of the stretches into `assets/figures`: poses as the places of joints in, SVG files out.

    python -m scripts.figures

- A figure shows the LEFT side being stretched; the app mirrors it for the right. In a side view it faces left, so
  that its left limbs are the near, dark ones. In a front view it faces us, so its left is on our right.
- A pose is a tuple of parts from back to front. A limb is given by its two ends and the way its middle joint bends;
  the joint follows from the lengths of the bones. What points at us is shorter on paper: `foreshortened` says so.
- A wall or a chair is a `Support`: strokes in the ground's colour, down to the soles.
- A new figure is a function among the poses and an entry of the tuple below them.
"""

from pathlib import Path
from typing import Final

from scripts.figures.chair_poses import CHAIR_POSES
from scripts.figures.drawing import svg
from scripts.figures.floor_poses import FLOOR_POSES
from scripts.figures.lying_poses import LYING_POSES
from scripts.figures.standing_poses import STANDING_POSES
from scripts.figures.upper_body_poses import UPPER_BODY_POSES

POSES: Final = (*STANDING_POSES, *FLOOR_POSES, *CHAIR_POSES, *LYING_POSES, *UPPER_BODY_POSES)
FIGURES_FOLDER: Final = Path(__file__).resolve().parents[2] / "assets" / "figures"


def main() -> None:
    """Draw them all."""
    FIGURES_FOLDER.mkdir(parents=True, exist_ok=True)
    for pose in POSES:
        figure = pose()
        (FIGURES_FOLDER / f"{figure.name}.svg").write_text(svg(figure), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
