"""The names under which a picture is looked for."""

import pytest

from routine_app.core.routine.figures import SidedName, sided_names, split_ending


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("hip", ("hip", "")),
        ("hip.svg", ("hip", ".svg")),
        ("hip.PNG", ("hip", ".PNG")),
        ("v1.2", ("v1.2", "")),
        ("v1.2.png", ("v1.2", ".png")),
        ("svg", ("svg", "")),
        ("", ("", "")),
    ],
)
def test_an_ending_is_one_of_a_picture(name: str, parts: tuple[str, str]) -> None:
    """Other dots belong to the name."""
    assert split_ending(name) == parts


def test_the_side_stands_before_the_ending() -> None:
    """The side's own first, then what can be mirrored to it, best first."""
    assert sided_names("hip.png", is_right=True) == (
        SidedName("hip-right.png", is_mirrored=False),
        SidedName("hip-left.png", is_mirrored=True),
        SidedName("hip.png", is_mirrored=True),
    )
    assert sided_names("hip", is_right=False) == (
        SidedName("hip-left", is_mirrored=False),
        SidedName("hip", is_mirrored=False),
        SidedName("hip-right", is_mirrored=True),
    )
