"""Colours: every word can be read, by day and by night, and nothing is left to Flet's own colours."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

import flet as ft
import pytest
from flet.controls.base_control import BaseControl

from routine_app.core.feedback.pain_advice import present_pain_advice
from routine_app.core.library.view import LibraryView
from routine_app.core.routine.hold_length import Length
from routine_app.ui.feedback.form import FeedbackForm
from routine_app.ui.feedback.note_box import NoteBox
from routine_app.ui.feedback.pain_advice import PainAdviceCard
from routine_app.ui.history.screen import HistoryScreen
from routine_app.ui.history.session_screen import SessionScreen
from routine_app.ui.kit import theme
from routine_app.ui.kit.viewport import Viewport
from routine_app.ui.library.routine_screen import RoutineScreen
from routine_app.ui.player.screen import PHASE_COLOURS, PlayerScreen
from routine_app.ui.player.summary_screen import SummaryScreen
from routine_app.ui.shell.start_failure import start_failure_view
from tests.ui import control_tree, sample_views
from tests.ui.fake_commands import FakeCommands, FakeLibrary, list_screen
from tests.ui.sample_services import StillClock

PROJECT = Path(theme.__file__).parents[3]
MODULES = sorted((PROJECT / "routine_app" / "ui").rglob("*.py"))
SCHEMES = {"light": theme.light_theme().color_scheme, "dark": theme.dark_theme().color_scheme}

WORDS_CONTRAST = 4.5
DIGITS_CONTRAST = 7.0

Pair = tuple[ft.ColorValue, ft.ColorValue]
"""What is written, and what it is written on."""

PAIRS: set[Pair] = {
    (theme.INK, theme.BACKGROUND),
    (theme.QUIET, theme.BACKGROUND),
    (theme.HOLD, theme.BACKGROUND),
    (theme.SWITCH, theme.BACKGROUND),
    (theme.GAP, theme.BACKGROUND),
    (theme.INK, theme.SURFACE),
    (theme.QUIET, theme.SURFACE),
    (theme.HOLD, theme.SURFACE),
    (theme.SWITCH, theme.SURFACE),
    (theme.INK, theme.RAISED),
    (theme.QUIET, theme.RAISED),
    (theme.ON_HOLD, theme.HOLD),
    (theme.ON_SWITCH, theme.SWITCH),
    (theme.ON_GAP, theme.GAP),
}
"""All that the screens write on all that they write it on; a test checks that none is missing here."""

CLIENTS_PAIRS: set[Pair] = {
    (ft.Colors.ON_SURFACE_VARIANT, theme.SURFACE),  # navigation
    (ft.Colors.ON_SURFACE, theme.SURFACE),  # its chosen screen
    (ft.Colors.ON_SECONDARY_CONTAINER, theme.RAISED),  # the picture of that
    (ft.Colors.ON_SURFACE, theme.BACKGROUND),  # lengths
    (ft.Colors.ON_SECONDARY_CONTAINER, ft.Colors.SECONDARY_CONTAINER),  # the chosen length
    (ft.Colors.ON_INVERSE_SURFACE, ft.Colors.INVERSE_SURFACE),  # a message at the foot of the page
}
"""What Flutter's own parts write, by the defaults of Material 3."""


def role(colour: ft.ColorValue) -> str:
    """A colour's name in a colour scheme."""
    assert isinstance(colour, ft.Colors), f"{colour} is no role of a colour scheme"
    return colour.name.lower()


def rgb(mode: str, colour: ft.ColorValue) -> str:
    """What a role is by day or by night, as `#RRGGBB`."""
    value = getattr(SCHEMES[mode], role(colour))
    assert isinstance(value, str), f"{role(colour)} is not set in the {mode} scheme"
    return value


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio as WCAG 2.2 defines it, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def every_screen() -> Iterator[BaseControl]:
    """Each screen with everything on it that it can show."""
    find = sample_views.find_picture
    routines = list_screen([])
    routines.show(LibraryView((sample_views.OPEN_CARD, sample_views.BROKEN_CARD), sample_views.INTERRUPTED))
    routine = RoutineScreen(FakeLibrary(), find)
    routine.show(replace(sample_views.ROUTINE, problem="wrong", length=Length.SHORT))
    summary = SummaryScreen(lambda: None, ft.Container())
    summary.show(sample_views.SUMMARY)
    yield from (routines.control, routine.control, summary.control, start_failure_view("Wrong."))
    yield from chain(_histories(), _players())


def _nothing(_: object) -> None:
    """What a button does that nobody presses."""


def _histories() -> Iterator[BaseControl]:
    for count in (0, 40):
        screen = HistoryScreen(_nothing, lambda: None, lambda: None, ft.Container())
        screen.show(sample_views.history(count))
        yield screen.control
    note = NoteBox(StillClock(), lambda _: "", lambda: None)
    form = FeedbackForm(_nothing, lambda _muscle, _side: None, note.control)
    session = SessionScreen(lambda: None, lambda: None, form.control)
    session.show(sample_views.SESSION)
    yield session.control
    advice = PainAdviceCard(lambda _: None)
    advice.show(present_pain_advice(("neck",)))
    yield advice.control


def _players() -> Iterator[BaseControl]:
    for phase in PHASE_COLOURS:
        hold = replace(sample_views.HOLD, phase=phase)
        for view in (hold, replace(hold, sleep_report=sample_views.ASLEEP), replace(hold, asks_to_end=True)):
            screen = PlayerScreen(FakeCommands(), FakeCommands(), sample_views.find_picture, Viewport())
            screen.show(view)
            yield screen.control


def pairs(control: BaseControl, words: ft.ColorValue, grounds: set[ft.ColorValue]) -> Iterator[Pair]:
    """What is written on what, in a control that stands in those colours."""
    if not getattr(control, "visible", True):
        return
    if isinstance(control, ft.Text):
        yield from ((control.color or words, ground) for ground in grounds)
    elif isinstance(control, ft.FilledButton):
        words, grounds = _button_colours(control)
    elif getattr(control, "bgcolor", None):
        grounds = {control.bgcolor}  # type: ignore[attr-defined]  # asked just now
    for child in control_tree.children(control):
        yield from pairs(child, words, grounds)


def _button_colours(button: ft.FilledButton) -> tuple[ft.ColorValue, set[ft.ColorValue]]:
    style = button.style or ft.ButtonStyle()
    words = button.color or style.color or ft.Colors.ON_PRIMARY
    overlay = style.overlay_color
    overlays = list(overlay.values()) if isinstance(overlay, dict) else [overlay]
    grounds = [button.bgcolor or style.bgcolor or ft.Colors.PRIMARY, *overlays]
    assert isinstance(words, ft.Colors)
    return words, {ground for ground in grounds if isinstance(ground, ft.Colors)}


def test_the_contrasts_of_known_pairs() -> None:
    """The formula gives what WCAG says of black on white, and what every checker says of a grey."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.478, abs=0.001)


def test_every_pair_of_the_screens_is_known() -> None:
    """The table here has each pair that the screens write."""
    found = {pair for screen in every_screen() for pair in pairs(screen, theme.INK, {theme.BACKGROUND})}
    assert found == PAIRS


@pytest.mark.parametrize("mode", SCHEMES)
def test_words_can_be_read(mode: str) -> None:
    """WCAG 2.2, 1.4.3: at least 4.5:1."""
    contrasts = {
        (role(written), role(ground)): contrast(rgb(mode, written), rgb(mode, ground))
        for written, ground in PAIRS | CLIENTS_PAIRS
    }
    assert {pair: ratio for pair, ratio in contrasts.items() if ratio < WORDS_CONTRAST} == {}


@pytest.mark.parametrize("mode", SCHEMES)
def test_the_digits_can_be_read_from_afar(mode: str) -> None:
    """WCAG 2.2, 1.4.6: at least 7:1."""
    screen = PlayerScreen(FakeCommands(), FakeCommands(), sample_views.find_picture, Viewport())
    screen.show(sample_views.HOLD)
    assert control_tree.text(screen.control, sample_views.HOLD.digits).color is theme.INK
    assert contrast(rgb(mode, theme.INK), rgb(mode, theme.BACKGROUND)) >= DIGITS_CONTRAST


@pytest.mark.parametrize("mode", SCHEMES)
def test_an_outline_that_means_something_can_be_seen(mode: str) -> None:
    """WCAG 2.2, 1.4.11: at least 3:1 for the outline of a card with an error."""
    assert contrast(rgb(mode, theme.ACCENT), rgb(mode, theme.BACKGROUND)) >= 3.0


def test_words_are_in_the_one_font_that_a_page_has() -> None:
    """A style that a theme or a button has of its own names it, or the page looks for a "·" elsewhere, again and again."""
    styles: list[object] = [
        worn.text_theme.body_medium for worn in (theme.light_theme(), theme.dark_theme()) if worn.text_theme
    ]
    screens = list(every_screen())
    for screen in screens:
        buttons = control_tree.shown(screen, ft.FilledButton)
        styles += [button.style.text_style for button in buttons if isinstance(button.style, ft.ButtonStyle)]
    assert len(styles) > len(screens)
    assert {style.font_family for style in styles if isinstance(style, ft.TextStyle)} == {theme.FONT}


def test_both_schemes_set_every_role_that_is_used() -> None:
    """A role that one of them left out would be Flutter's own purple."""
    used = {
        found.lower()
        for module in MODULES
        for found in re.findall(r"ft\.Colors\.([A-Z_]+)", module.read_text(encoding="utf-8"))
    }
    used |= {role(colour) for pair in CLIENTS_PAIRS for colour in pair}
    for mode, scheme in SCHEMES.items():
        assert {name for name in used if not getattr(scheme, name)} == set(), mode


def test_both_schemes_set_the_same_roles() -> None:
    """What is thought of for the day is thought of for the night."""
    light, dark = ({name for name, value in vars_of(mode).items() if value} for mode in SCHEMES)
    assert light == dark


def vars_of(mode: str) -> dict[str, object]:
    """Every role of a scheme with its colour."""
    scheme = SCHEMES[mode]
    names = [colour.name.lower() for colour in ft.Colors]
    return {name: getattr(scheme, name) for name in names if hasattr(scheme, name)}


def test_the_figures_have_a_dark_version_of_each_colour() -> None:
    """Every colour that a figure is drawn in, and no other."""
    drawn = {
        colour
        for figure in (PROJECT / "assets" / "figures").glob("*.svg")
        for colour in re.findall(r"#[0-9A-Fa-f]{3,8}\b", figure.read_text(encoding="utf-8"))
    }
    assert drawn == set(theme.FIGURE_COLOURS_DARK)


@pytest.mark.parametrize("light", ["#2F3B40", "#D9481F"])
def test_near_limbs_and_the_worked_muscle_stand_out(light: str) -> None:
    """WCAG 2.2, 1.4.11: at least 3:1 on the card, by day and by night."""
    assert contrast(light, rgb("light", theme.SURFACE)) >= 3.0
    assert contrast(theme.FIGURE_COLOURS_DARK[light], rgb("dark", theme.SURFACE)) >= 3.0
