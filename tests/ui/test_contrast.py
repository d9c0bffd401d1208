"""What carries meaning without being words stands out too, by day and by night."""

import re
from pathlib import Path

import flet as ft
import pytest

from routine_app.core.session.player_view import Segment
from routine_app.data.paths import assets_folder
from routine_app.ui.kit import theme
from routine_app.ui.kit.figure import coloured
from routine_app.ui.player import progress_bar
from routine_app.ui.player.ring import BARS_TINT, TINT, TRACK
from routine_app.ui.player.screen import PHASE_COLOURS
from tests.ui.kit.test_theme import DIGITS_CONTRAST, SCHEMES, WORDS_CONTRAST, contrast, rgb
from tests.ui.stand_in_client import StandInClient
from tests.ui.virtual_time import in_virtual_time

SHAPES_CONTRAST = 3.0
"""WCAG 2.2, 1.4.11."""

FIGURES = sorted((assets_folder() / "figures").glob("*.svg"))
GROUND_OF_FIGURE = "#C9C4B8"
"""The floor that a figure stands on; it means nothing."""


@pytest.mark.parametrize("mode", SCHEMES)
def test_the_ring_tells_how_much_is_left(mode: str) -> None:
    """What is left stands out from what is over, from the page within and around, in every phase."""
    contrasts = {
        (phase, strength): contrast(rgb(mode, arc), on_page(mode, arc, strength))
        for phase, (arc, _) in PHASE_COLOURS.items()
        for strength in (0.0, TRACK, TINT)
    }
    assert {where: ratio for where, ratio in contrasts.items() if ratio < SHAPES_CONTRAST} == {}


@pytest.mark.parametrize("mode", SCHEMES)
def test_words_stand_out_from_what_is_within_the_ring(mode: str) -> None:
    """The phase in its colour on a tint of that, the digits on every tint and on the bars of a pause."""
    ink = rgb(mode, theme.INK)
    for arc in (theme.SWITCH, theme.GAP):
        tinted = on_page(mode, arc, TINT)
        assert contrast(rgb(mode, arc), tinted) >= WORDS_CONTRAST
        assert contrast(ink, tinted) >= DIGITS_CONTRAST
    assert contrast(ink, on_page(mode, theme.INK, BARS_TINT)) >= DIGITS_CONTRAST


def on_page(mode: str, colour: ft.ColorValue, strength: float) -> str:
    """What a colour of that strength, 0 to 1, looks like on the page."""
    pairs = zip(*(bytes.fromhex(rgb(mode, one)[1:]) for one in (colour, theme.BACKGROUND)), strict=True)
    return "#" + bytes(round(strength * over + (1 - strength) * under) for over, under in pairs).hex()


@pytest.mark.parametrize("mode", SCHEMES)
def test_each_segment_stands_out(mode: str) -> None:
    """Also those to come: they say how much of the session there is."""
    page = rgb(mode, theme.BACKGROUND)
    contrasts = {segment: contrast(rgb(mode, progress_bar.COLOURS[segment]), page) for segment in Segment}
    assert {segment: ratio for segment, ratio in contrasts.items() if ratio < SHAPES_CONTRAST} == {}


def test_colour_alone_tells_no_segment_from_another() -> None:
    """Where the holds stand can be seen in grey: each has its height; skipped is as little as to come."""
    states = (Segment.CURRENT, Segment.DONE, Segment.CUT, Segment.COMING)
    heights = [progress_bar.HEIGHTS[segment] for segment in states]
    assert heights == sorted(set(heights), reverse=True)


@pytest.mark.parametrize("mode", SCHEMES)
def test_a_figure_stands_out_from_its_card(mode: str) -> None:
    """Its body, its far limbs and the worked muscle; the floor below it need not."""
    assert FIGURES
    card = rgb(mode, theme.SURFACE)
    faint = {
        figure.stem: {
            colour for colour in colours_of(figure, mode) if contrast(colour, card) < SHAPES_CONTRAST
        }
        for figure in FIGURES
    }
    assert {figure: colours for figure, colours in faint.items() if colours} == {}


def colours_of(figure: Path, mode: str) -> list[str]:
    """What a figure is drawn in by day or by night, but for its floor."""
    drawn = figure.read_text(encoding="utf-8")
    day = set(re.findall(r"#[0-9A-Fa-f]{6}", drawn)) - {GROUND_OF_FIGURE}
    return str(coloured(" ".join(sorted(day)), is_dark=mode == "dark")).split()


@pytest.mark.parametrize("mode", SCHEMES)
@in_virtual_time
async def test_the_focus_is_outlined_from_the_first_key_on(mode: str) -> None:
    """It stands out from the page, and on the card of a hold's colour from that; a finger never sees it."""
    client = StandInClient()  # a page lives no longer than its client
    page = client.page
    theme.apply_theme(page)
    worn = page.theme if mode == "light" else page.dark_theme
    assert worn is not None
    assert worn.color_scheme is not None
    assert worn.color_scheme.on_tertiary_container == theme.CLEAR
    theme.show_focus(page)
    theme.show_focus(page)
    outline, on_hold = worn.color_scheme.on_tertiary_container, worn.color_scheme.on_error_container
    assert isinstance(outline, str)
    assert isinstance(on_hold, str)
    assert contrast(outline, rgb(mode, theme.BACKGROUND)) >= SHAPES_CONTRAST
    assert contrast(on_hold, rgb(mode, theme.HOLD)) >= SHAPES_CONTRAST
