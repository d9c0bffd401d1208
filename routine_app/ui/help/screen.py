"""The help for people who write routines: parts to open, and examples to use."""

from collections.abc import Callable, Sequence
from functools import partial

import flet as ft

from routine_app.core.help.cookbook import Recipe
from routine_app.core.help.page import Block, CodeBlock, HelpPage, Section, Table
from routine_app.ui.help.code_text import CodeLines, text_with_code
from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import back_button, quiet_button
from routine_app.ui.kit.cards import TITLE_SIZE, body_text, card, heading, reading_column, title_text
from routine_app.ui.kit.expander import Expander
from routine_app.ui.kit.text_scale import AS_DESIGNED, TextScale


class HelpScreen:
    """The page in parts, of which the first is open. `show` is all that writes to its controls.

    `on_use` gets the file name and the whole text of an example that is to become the user's own.
    """

    def __init__(self, on_back: Callable[[], None], on_use: Callable[[str, str], None]) -> None:
        self._on_use = on_use
        self._text_scale, self._width = AS_DESIGNED, float(theme.COLUMN_WIDTH)
        self._shown: tuple[Section, ...] = ()
        self._code_blocks: list[CodeLines] = []
        self._title = title_text()
        self._error_card = ft.Container(visible=False)
        self._parts = _column([], spacing=12)
        back = back_button(on_back)
        column = [
            ft.Row([back], height=theme.TOUCH_TARGET),
            heading(self._title),
            self._error_card,
            self._parts,
        ]
        self.control = ft.SafeArea(content=reading_column(column), expand=True)

    def fit(self, width: float, height: float, text_scale: TextScale) -> None:  # noqa: ARG002 - as every screen
        """Keep words whole and lines in reach, also where they are large on a narrow screen."""
        self._text_scale, self._width = text_scale, width - 2 * theme.PAGE_MARGIN
        self._size_title()
        for block in self._code_blocks:
            self._fit_code(block)

    def show(self, page: HelpPage) -> None:
        """Write the page to the controls; the same page stays open where it is."""
        self._title.value = page.title
        self._size_title()
        self._error_card.visible = bool(page.error_text)
        self._error_card.content = card(body_text(page.error_text), border_colour=theme.ACCENT)
        if page.sections != self._shown:
            self._shown = page.sections
            self._code_blocks.clear()
            self._parts.controls = [
                Expander(section.title, partial(self._body, section), is_open=index == 0).control
                for index, section in enumerate(page.sections)
            ]

    def _size_title(self) -> None:
        self._title.size = self._text_scale.fitting(TITLE_SIZE, self._title.value, self._width)

    def _body(self, section: Section) -> ft.Control:
        return _column([self._block(block) for block in section.blocks], spacing=14)

    def _block(self, block: Block) -> ft.Control:
        match block:
            case str():
                return text_with_code(block)
            case CodeBlock(text):
                return self._code(text.rstrip("\n"))
            case Table(headings, rows):
                return _column([_row(headings, row) for row in rows], spacing=0)
            case Recipe():
                return self._recipe(block)

    def _code(self, lines: str) -> ft.Control:
        block = CodeLines(lines)
        self._fit_code(block)
        self._code_blocks.append(block)
        return block.control

    def _fit_code(self, block: CodeLines) -> None:
        block.wrap(is_wrapped=self._text_scale.is_narrow(self._width))

    def _recipe(self, recipe: Recipe) -> ft.Control:
        title = ft.Text(recipe.title, size=17, weight=ft.FontWeight.W_600, color=theme.INK)
        words = ft.Text("Use this", semantics_label=f"Use this: {recipe.title}")
        use = quiet_button(
            words, partial(self._on_use, recipe.own_file_name, recipe.text), height=theme.TOUCH_TARGET
        )
        lines: list[ft.Control] = [
            title,
            text_with_code(recipe.shows),
            self._code(recipe.code),
            ft.Row([use]),
        ]
        return _ruled(_column(lines, spacing=10))


def _row(headings: Sequence[str], row: Sequence[str]) -> ft.Control:
    name = text_with_code(row[0])
    name.weight = ft.FontWeight.W_600
    # The first fact says what the row is about, which needs no label.
    labels = ["", *(heading.capitalize() for heading in headings[2:])]
    facts = [text_with_code(fact, label=label) for label, fact in zip(labels, row[1:], strict=True) if fact]
    return _ruled(_column([name, *facts], spacing=4))


def _ruled(content: ft.Control) -> ft.Control:
    """Set something below a line that parts it from what is above."""
    return ft.Container(
        content=content,
        padding=ft.Padding.symmetric(vertical=12),
        border=ft.Border(top=ft.BorderSide(1, theme.LINE)),
    )


def _column(controls: list[ft.Control], *, spacing: float) -> ft.Column:
    return ft.Column(
        controls, spacing=spacing, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )
