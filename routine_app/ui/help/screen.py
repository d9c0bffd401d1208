"""The help for people who write routines: parts to open, and examples to use."""

from collections.abc import Callable, Sequence
from functools import partial

import flet as ft

from routine_app.core.help.cookbook import Recipe
from routine_app.core.help.page import Block, CodeBlock, HelpPage, Section, Table
from routine_app.ui.help.code_text import CodeLines, text_with_code
from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import back_row, quiet_button
from routine_app.ui.kit.cards import ErrorCard, ScreenTitle, stretched
from routine_app.ui.kit.expander import Expander
from routine_app.ui.kit.full_page import reading_screen
from routine_app.ui.kit.viewport import Viewport


class HelpScreen:
    """The page in parts, of which the first is open. `show` is all that writes to its controls.

    `on_use` gets the file name and the whole text of an example that is to become the user's own.
    """

    def __init__(self, on_back: Callable[[], None], on_use: Callable[[str, str], None]) -> None:
        self._on_use = on_use
        self._viewport = Viewport()
        self._shown: tuple[Section, ...] = ()
        self._code_blocks: list[CodeLines] = []
        self._title, self._error = ScreenTitle(), ErrorCard()
        self._parts = stretched([], tight=True)
        self.control = reading_screen(
            [back_row(on_back), self._title.control, self._error.control, self._parts]
        )

    def fit(self, viewport: Viewport) -> None:
        """Keep words whole and lines in reach, also where they are large on a narrow screen."""
        self._viewport = viewport
        self._title.fit(viewport)
        for block in self._code_blocks:
            self._fit_code(block)

    def show(self, page: HelpPage) -> None:
        """Write the page to the controls; the same page stays open where it is."""
        self._title.show(page.title)
        self._error.show(page.error_text)
        if page.sections != self._shown:
            self._shown = page.sections
            self._code_blocks.clear()
            self._parts.controls = [
                Expander(section.title, partial(self._body, section), is_open=index == 0).control
                for index, section in enumerate(page.sections)
            ]

    def _body(self, section: Section) -> ft.Control:
        return stretched([self._block(block) for block in section.blocks], spacing=14, tight=True)

    def _block(self, block: Block) -> ft.Control:
        match block:
            case str():
                return text_with_code(block)
            case CodeBlock(text):
                return self._code(text.rstrip("\n"))
            case Table(headings, rows):
                return stretched([_row(headings, row) for row in rows], spacing=0, tight=True)
            case Recipe():
                return self._recipe(block)

    def _code(self, lines: str) -> ft.Control:
        block = CodeLines(lines)
        self._fit_code(block)
        self._code_blocks.append(block)
        return block.control

    def _fit_code(self, block: CodeLines) -> None:
        block.wrap(is_wrapped=self._viewport.text_scale.is_narrow(self._viewport.reading_width))

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
        return _ruled(stretched(lines, spacing=10, tight=True))


def _row(headings: Sequence[str], row: Sequence[str]) -> ft.Control:
    name = text_with_code(row[0])
    name.weight = ft.FontWeight.W_600
    # The first fact says what the row is about, which needs no label.
    labels = ["", *(heading.capitalize() for heading in headings[2:])]
    facts = [text_with_code(fact, label=label) for label, fact in zip(labels, row[1:], strict=True) if fact]
    return _ruled(stretched([name, *facts], spacing=4, tight=True))


def _ruled(content: ft.Control) -> ft.Control:
    """Set something below a line that parts it from what is above."""
    return ft.Container(
        content=content,
        padding=ft.Padding.symmetric(vertical=12),
        border=ft.Border(top=ft.BorderSide(1, theme.LINE)),
    )
