"""The help for people who write routines: its parts, and what is asked for on it."""

from dataclasses import replace

import flet as ft
import pytest

from routine_app.core.help.cookbook import Recipe
from routine_app.core.help.page import CodeBlock, HelpPage, Section, Table, help_page
from routine_app.core.text.line_breaks import SOFT_BREAK, widest_part
from routine_app.data.help_files import FolderHelp
from routine_app.data.paths import shipped_routines_folder
from routine_app.ui.help.screen import HelpScreen
from routine_app.ui.kit import theme
from routine_app.ui.kit.text_scale import TextScale
from routine_app.ui.kit.viewport import Viewport
from tests.ui import control_tree
from tests.ui.stand_in_client import StandInClient
from tests.ui.virtual_time import in_virtual_time, settle

PAGE = HelpPage(
    title="Writing routines",
    sections=(
        Section("First", ("Write `hold`.", CodeBlock("a:\n  b\n"))),
        Section(
            "Keys",
            (
                Table(
                    ("key", "what it means", "if left out", "for example"),
                    (("`hold`", "How long.", "", "`hold: 30s`"),),
                ),
            ),
        ),
        Section("Cookbook", (Recipe("1-s.yaml", "# Sides: both.\ntitle: B\n"),)),
    ),
    error_text="",
)


class Shown:
    """A screen with a page, and what was asked for on it."""

    def __init__(self, page: HelpPage = PAGE) -> None:
        self.asked: list[object] = []
        self.screen = HelpScreen(
            lambda: self.asked.append("back"), lambda name, text: self.asked.append((name, text))
        )
        self.screen.show(page)
        self.control = self.screen.control

    def press(self, name: str) -> None:
        """Press a button by its name."""
        control_tree.press(control_tree.button(self.control, name))

    def words(self) -> list[str]:
        """The texts that are shown, whole."""
        return [text for text in map(whole, control_tree.shown(self.control, ft.Text)) if text]


def whole(text: ft.Text) -> str:
    """What one reads of a text: its value and its spans."""
    return text.value + "".join(span.text or "" for span in text.spans or [])


def test_the_first_part_is_open() -> None:
    """Of the others one sees the titles."""
    assert Shown().words() == ["Writing routines", "First", "Write hold.", "a:\n  b", "Keys", "Cookbook"]


def test_a_part_opens_and_closes() -> None:
    """By its title, which tells a screen reader how it stands."""
    shown = Shown()
    shown.press("Keys")
    assert shown.words()[-4:] == ["hold", "How long.", "For example: hold: 30s", "Cookbook"]
    states = [node.expanded for node in control_tree.shown(shown.control, ft.Semantics)]
    assert states == [None, True, True, False]
    shown.press("First")
    shown.press("Keys")
    assert shown.words() == ["Writing routines", "First", "Keys", "Cookbook"]


def test_a_title_and_its_state_are_one_to_a_screen_reader() -> None:
    """The button says whether it is open."""
    merged = [node.content for node in control_tree.shown(Shown().control, ft.MergeSemantics)]
    assert [type(content) for content in merged] == [ft.Semantics] * 3


def test_the_same_page_stays_as_it_was_left() -> None:
    """What was opened is not closed when the page is shown again; another page begins anew."""
    shown = Shown()
    shown.press("Keys")
    shown.screen.show(replace(PAGE, error_text="Something is missing."))
    assert "How long." in shown.words()
    shown.screen.show(replace(PAGE, sections=PAGE.sections[1:]))
    assert shown.words() == [
        "Writing routines",
        "Keys",
        "hold",
        "How long.",
        "For example: hold: 30s",
        "Cookbook",
    ]


def test_trouble_stands_below_the_title() -> None:
    """Outlined, in words; it goes when there is none."""
    shown = Shown(replace(PAGE, error_text="Something is missing."))
    assert shown.words()[:2] == ["Writing routines", "Something is missing."]
    shown.screen.show(PAGE)
    assert shown.words()[:2] == ["Writing routines", "First"]


def test_going_back() -> None:
    """With the button at the top."""
    shown = Shown()
    shown.press("Back")
    assert shown.asked == ["back"]


def test_using_an_example() -> None:
    """The whole file is asked for, under its name; the button says which example it is of."""
    shown = Shown()
    shown.press("Cookbook")
    (label,) = [
        text.semantics_label
        for text in control_tree.shown(shown.control, ft.Text)
        if text.value == "Use this"
    ]
    assert label == "Use this: Sides"
    shown.press("Use this")
    assert shown.asked == [("s.yaml", "# Sides: both.\ntitle: B\n")]


def test_lines_keep_their_indentation_and_can_be_copied() -> None:
    """They are not wrapped, and what is too wide can be scrolled to."""
    (area,) = control_tree.shown(Shown().control, ft.SelectionArea)
    (lines,) = control_tree.shown(area, ft.Text)
    assert (lines.value, lines.no_wrap, lines.font_family) == ("a:\n  b", True, theme.MONO)
    (row,) = [row for row in control_tree.shown(Shown().control, ft.Row) if row.scroll]
    assert row.scroll is ft.ScrollMode.AUTO


def test_large_lines_go_on_below() -> None:
    """On a narrow screen nothing of an example is cut off, whether it was open before or is opened then."""
    shown = Shown()
    shown.screen.fit(Viewport(320, 568, TextScale(2, 2)))
    shown.press("Cookbook")
    areas = control_tree.shown(shown.control, ft.SelectionArea)
    lines = [text for area in areas for text in control_tree.shown(area, ft.Text)]
    assert [(text.value, text.no_wrap) for text in lines] == [("a:\n  b", False), ("title: B", False)]
    assert [area.expand for area in areas] == [True, True]
    assert [row for row in control_tree.shown(shown.control, ft.Row) if row.scroll] == []
    shown.screen.fit(Viewport(844, 390, TextScale(2, 2)))
    assert [text.no_wrap for text in lines] == [True, True]
    assert len([row for row in control_tree.shown(shown.control, ft.Row) if row.scroll]) == 2


def test_words_to_type_stand_out_in_a_sentence() -> None:
    """By the font of what is typed."""
    (sentence,) = [text for text in control_tree.shown(Shown().control, ft.Text) if text.spans]
    fonts = [span.style.font_family if span.style else None for span in sentence.spans or []]
    assert fonts == [None, theme.MONO, None]


def test_a_long_word_of_the_title_is_broken() -> None:
    """Between its syllables, which have room when the text is large on a narrow screen; it is not made small."""
    shown = Shown(replace(PAGE, title="Hamstringstretching today"))
    title = control_tree.text(shown.control, "Hamstringstretching today")
    assert title.size == 30
    shown.screen.fit(Viewport(320, 568, TextScale(2, 2)))
    assert SOFT_BREAK in title.value
    assert 19 <= (title.size or 0) <= 280 / (widest_part(title.value) * 2 * 0.55)
    shown.screen.fit(Viewport(1280, 800))
    assert title.size == 30


def _is_touchable(button: ft.FilledButton | ft.IconButton) -> bool:
    if button.height is not None:
        return button.height >= theme.TOUCH_TARGET
    return button.style is not None and button.style.padding == 18


def test_fingers_find_every_button() -> None:
    """Each is 48 pixels high: by itself, or with 18 above and below a line of its title."""
    shown = Shown()
    shown.press("Cookbook")
    found = control_tree.buttons(shown.control)
    assert [control_tree.name_of(button) for button in found if not _is_touchable(button)] == []
    assert len(found) == 5


def test_an_example_that_cannot_be_used_leaves_the_page(caplog: pytest.LogCaptureFixture) -> None:
    """What the handler raises is in the log."""
    screen = HelpScreen(lambda: None, lambda name, text: [][len(name + text)])
    screen.show(replace(PAGE, sections=PAGE.sections[2:]))
    control_tree.press(control_tree.button(screen.control, "Use this"))
    assert len(caplog.messages) == 1


@in_virtual_time
async def test_what_ships_opens_on_a_page() -> None:
    """Every part of the real page, one after the other; the client gets all of it."""
    page = help_page(FolderHelp(shipped_routines_folder()).load())
    shown = Shown(page)
    client = StandInClient()
    client.page.views = [ft.View(controls=[shown.control])]
    client.page.update()
    for section in page.sections[1:]:
        button = control_tree.button(shown.control, section.title)
        await client.tell(button, "click")
        await settle()
    assert client.crashes == []
    names = [text.semantics_label or "" for text in control_tree.shown(shown.control, ft.Text)]
    assert len([name for name in names if name.startswith("Use this: ")]) == 10
    assert {"hold", "at", "it_band"} <= set(shown.words())
