"""The screen that gives a routine away."""

import re
from dataclasses import replace

import flet as ft
import pytest
import segno

from routine_app.core.sharing.link import QR_LIMIT_BYTES
from routine_app.core.sharing.share_view import ShareView
from routine_app.core.text.line_breaks import SOFT_BREAK, widest_part
from routine_app.ui.kit.text_scale import TextScale
from routine_app.ui.kit.viewport import Viewport
from routine_app.ui.sharing.qr_code import qr_code_svg
from routine_app.ui.sharing.screen import ShareScreen
from tests.ui import control_tree

LINK = "https://me.example/#/import/1abc"
VIEW = ShareView("Runner's hips", "hips.yaml", "Scan this.", LINK, is_scannable=True, copy_words="Copy link")
FILE_ALONE = ShareView("Runner's hips", "hips.yaml", "Too long.", "", is_scannable=False, copy_words="")


class Shown:
    """A screen with a view, and what was asked for on it."""

    def __init__(self, view: ShareView = VIEW) -> None:
        self.asked: list[str] = []
        self.screen = ShareScreen(
            lambda: self.asked.append("back"),
            lambda link: self.asked.append(f"copy {link}"),
            lambda name: self.asked.append(f"save {name}"),
        )
        self.screen.show(view)
        self.control = self.screen.control

    def press(self, name: str) -> None:
        """Press the button of that name."""
        control_tree.press(control_tree.button(self.control, name))


def dark_modules(svg: str) -> set[tuple[int, int]]:
    """The column and row of each dark module of a picture, its border counted."""
    (path,) = re.findall(r'stroke="#000" d="([^"]+)"', svg)
    x = y = 0.0
    modules: set[tuple[int, int]] = set()
    for command, numbers in re.findall(r"([Mmh])([-.\d ]+)", path):
        values = [float(number) for number in numbers.split()]
        if command == "h":
            modules |= {(int(x) + place, int(y)) for place in range(int(values[0]))}
            x += values[0]
        else:
            x, y = values if command == "M" else (x + values[0], y + values[1])
    return modules


def side_of(svg: str) -> int:
    """How many modules wide and high a picture says it is."""
    found = re.search(r'viewBox="0 0 (\d+) \1"', svg)
    assert found is not None
    return int(found[1])


def test_what_the_screen_says() -> None:
    """What to do with the code, the link, and both buttons."""
    words = ["Share Runner's hips", "Scan this.", "Save file", LINK, "Copy link"]
    assert control_tree.words(Shown().control) == words


def test_the_code_is_a_picture_with_its_quiet_zone() -> None:
    """Of the link, for a camera: each dark module, and no other. A screen reader is told what it is."""
    (picture,) = control_tree.shown(Shown().control, ft.Image)
    assert picture.src == qr_code_svg(LINK)
    assert picture.semantics_label == "QR code"
    rows = segno.make_qr(LINK, error="l").matrix
    assert side_of(picture.src) == len(rows) + 8
    assert dark_modules(picture.src) == {
        (x + 4, y + 4) for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark
    }


def test_the_longest_link_that_is_shown_as_a_code() -> None:
    """Is one of version 25 in truth: 117 modules a side and 8 of white."""
    assert side_of(qr_code_svg("x" * QR_LIMIT_BYTES)) == 125
    assert side_of(qr_code_svg("x" * (QR_LIMIT_BYTES + 1))) > 125


@pytest.mark.parametrize(
    ("name", "asked"), [("Back", "back"), ("Copy link", f"copy {LINK}"), ("Save file", "save hips.yaml")]
)
def test_what_a_button_asks_for(name: str, asked: str) -> None:
    """By its accessible name."""
    shown = Shown()
    shown.press(name)
    assert shown.asked == [asked]


def test_the_link_can_be_selected() -> None:
    """To be copied in part, or where copying fails."""
    (area,) = control_tree.shown(Shown().control, ft.SelectionArea)
    assert control_tree.words(area) == [LINK]


def test_a_link_that_is_too_long_to_scan() -> None:
    """Can still be copied."""
    shown = Shown(replace(VIEW, is_scannable=False, copy_words="Copy code"))
    assert control_tree.shown(shown.control, ft.Image) == []
    shown.press("Copy code")
    assert shown.asked == [f"copy {LINK}"]


def test_a_routine_that_is_too_long_for_a_link() -> None:
    """Its file alone is offered, once; the next routine has its link again."""
    shown = Shown(FILE_ALONE)
    assert control_tree.words(shown.control) == ["Share Runner's hips", "Too long.", "Save file"]
    shown.press("Save file")
    assert shown.asked == ["save hips.yaml"]
    shown.screen.show(VIEW)
    assert control_tree.words(shown.control)[-1] == "Copy link"
    assert len(control_tree.shown(shown.control, ft.Image)) == 1


def test_the_client_itself_copies_if_it_can() -> None:
    """Safari lets a page do so only as the button is pressed."""
    made: list[str] = []

    def copy(link: str) -> ft.ClientAction:
        made.append(link)
        return ft.ClientAction()

    screen = ShareScreen(lambda: None, lambda _: None, lambda _: None, copy)
    screen.show(VIEW)
    screen.show(VIEW)
    assert made == [LINK]
    assert control_tree.button(screen.control, "Copy link").action is not None
    screen.show(FILE_ALONE)
    assert control_tree.button(screen.control, "Save file").action is None


@pytest.mark.parametrize(
    ("width", "height", "side"), [(390, 844, 334), (320, 568, 264), (844, 390, 334), (1600, 1000, 464)]
)
def test_the_code_has_the_room_there_is(width: float, height: float, side: float) -> None:
    """As a square, with white around it."""
    shown = Shown()
    shown.screen.fit(Viewport(width, height))
    (picture,) = control_tree.shown(shown.control, ft.Image)
    assert (picture.width, picture.height) == (side, side)


def test_a_long_word_of_the_title_is_broken() -> None:
    """Between its syllables, which have room when the text is large on a narrow screen; it is not made small."""
    shown = Shown()
    shown.screen.fit(Viewport(320, 568, TextScale(2, 2)))
    shown.screen.show(replace(VIEW, title="Hamstringstretching today"))
    title = control_tree.text(shown.control, "Share Hamstringstretching today")
    assert SOFT_BREAK in title.value
    assert 19 <= (title.size or 0) <= 280 / (widest_part(title.value) * 2 * 0.55)
