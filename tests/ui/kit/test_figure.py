"""The picture of a stretch."""

import flet as ft
import pytest

from routine_app.ui.kit import theme
from routine_app.ui.kit.figure import Figure, coloured
from tests.ui import sample_views


def test_a_figure_by_day_is_as_it_was_drawn() -> None:
    """The figures are drawn in the colours for a light card."""
    assert coloured(sample_views.PICTURE, is_dark=False) == sample_views.PICTURE


def test_a_figure_by_night_has_its_four_colours_changed() -> None:
    """Each of them, wherever it stands, and nothing else."""
    light, dark = " ".join(theme.FIGURE_COLOURS_DARK), " ".join(theme.FIGURE_COLOURS_DARK.values())
    assert (
        coloured(f"<svg>{light} #123456 {light}</svg>", is_dark=True) == f"<svg>{dark} #123456 {dark}</svg>"
    )


def test_no_dark_colour_is_changed_again() -> None:
    """The order in which they are changed does not matter."""
    assert set(theme.FIGURE_COLOURS_DARK).isdisjoint(theme.FIGURE_COLOURS_DARK.values())


def test_a_picture_of_pixels_stays_as_it_is() -> None:
    """A photograph has no colours that could be swapped."""
    assert coloured(b"#2F3B40", is_dark=True) == b"#2F3B40"


def test_it_shows_the_picture_of_a_name() -> None:
    """The text of the SVG goes to the client as it is."""
    figure = Figure(sample_views.find_picture)
    assert figure.show("pigeon-pose") is True
    assert (figure.control.visible, figure.control.src) == (True, sample_views.PICTURE)
    assert figure.control.exclude_from_semantics is True


def test_it_is_mirrored_for_the_other_side_and_back() -> None:
    """One picture serves both sides."""
    figure = Figure(sample_views.find_picture)
    flip = figure.control.flip
    assert flip is not None
    turns = []
    for is_mirrored in (False, True, False):
        figure.show("pigeon-pose", is_mirrored=is_mirrored)
        turns.append(flip.flip_x)
    assert turns == [False, True, False]
    assert figure.control.flip is flip


@pytest.mark.parametrize(
    ("there", "left", "right"),
    [
        ({"hip"}, ("hip", False), ("hip", True)),
        ({"hip-left", "hip-right"}, ("hip-left", False), ("hip-right", False)),
        ({"hip", "hip-left", "hip-right"}, ("hip-left", False), ("hip-right", False)),
        ({"hip", "hip-right"}, ("hip", False), ("hip-right", False)),
        ({"hip", "hip-left"}, ("hip-left", False), ("hip-left", True)),
        ({"hip-right"}, ("hip-right", True), ("hip-right", False)),
    ],
)
def test_a_side_may_have_a_picture_of_its_own(
    there: set[str], left: tuple[str, bool], right: tuple[str, bool]
) -> None:
    """Which is not mirrored; a side without one has the other, or the common one, mirrored if need be."""
    figure = Figure(lambda name: name if name in there else None)
    flip = figure.control.flip
    assert flip is not None
    shown = []
    for is_mirrored in (False, True):
        assert figure.show("hip", is_mirrored=is_mirrored) is True
        shown.append((figure.control.src, flip.flip_x))
    assert shown == [left, right]


def test_a_picture_that_the_client_cannot_draw_keeps_its_place() -> None:
    """A sign in a square of the same size, so that the name beside it stays where it is."""
    figure = Figure(sample_views.find_picture, 50)
    square = figure.control.error_content
    assert isinstance(square, ft.Container)
    assert isinstance(square.content, ft.Icon)
    assert (square.width, square.height, square.content.size) == (50, 50, 20)
    figure.resize(100)
    assert (square.width, square.height, square.content.size) == (100, 100, 40)


def test_a_missing_picture_takes_no_room() -> None:
    """A stretch without one, or with one that is not there, shows none, and not the last one's."""
    figure = Figure(sample_views.find_picture)
    figure.show("pigeon-pose")
    for name in (None, "missing"):
        assert figure.show(name) is False
        assert figure.control.visible is False


def test_it_comes_back_after_a_stretch_without_one() -> None:
    """Hidden once is not hidden for good."""
    figure = Figure(sample_views.find_picture)
    figure.show(None)
    assert figure.show("pigeon-pose") is True
    assert figure.control.visible is True


def test_it_is_square() -> None:
    """Both ways the size that is given."""
    figure = Figure(sample_views.find_picture, 48)
    assert (figure.control.width, figure.control.height) == (48, 48)
    figure.resize(90.5)
    assert (figure.control.width, figure.control.height) == (90.5, 90.5)
