"""The help for people who write routines: parts to open, and examples to use."""

from collections.abc import Callable
from functools import partial

import flet as ft

from routine_app.core.help.view import (
    Code,
    Fact,
    FactList,
    FactRow,
    HelpSection,
    HelpView,
    Part,
    RecipeCard,
    Words,
)
from routine_app.ui.help.code_text import CodeBlock, runs_text
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
        self._shown: tuple[HelpSection, ...] = ()
        self._code_blocks: list[CodeBlock] = []
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

    def show(self, view: HelpView) -> None:
        """Write the view to the controls; the same page stays open where it is."""
        self._title.value = view.title
        self._size_title()
        self._error_card.visible = bool(view.error_text)
        self._error_card.content = card(body_text(view.error_text), border_colour=theme.ACCENT)
        if view.sections != self._shown:
            self._shown = view.sections
            self._code_blocks.clear()
            self._parts.controls = [
                Expander(section.title, partial(self._body, section), is_open=index == 0).control
                for index, section in enumerate(view.sections)
            ]

    def _size_title(self) -> None:
        self._title.size = self._text_scale.fitting(TITLE_SIZE, self._title.value, self._width)

    def _body(self, section: HelpSection) -> ft.Control:
        return _column([self._part(part) for part in section.parts], spacing=14)

    def _part(self, part: Part) -> ft.Control:
        match part:
            case Words(runs):
                return runs_text(runs)
            case Code(text):
                return self._code(text)
            case FactList(rows):
                return _column([_row(row) for row in rows], spacing=0)
            case RecipeCard():
                return self._recipe(part)

    def _code(self, lines: str) -> ft.Control:
        block = CodeBlock(lines)
        self._fit_code(block)
        self._code_blocks.append(block)
        return block.control

    def _fit_code(self, block: CodeBlock) -> None:
        block.wrap(is_wrapped=self._text_scale.is_narrow(self._width))

    def _recipe(self, recipe: RecipeCard) -> ft.Control:
        title = ft.Text(recipe.title, size=17, weight=ft.FontWeight.W_600, color=theme.INK)
        words = ft.Text("Use this", semantics_label=f"Use this: {recipe.title}")
        use = quiet_button(
            words, partial(self._on_use, recipe.file_name, recipe.text), height=theme.TOUCH_TARGET
        )
        lines: list[ft.Control] = [title, runs_text(recipe.shows), self._code(recipe.code), ft.Row([use])]
        return _ruled(_column(lines, spacing=10))


def _row(row: FactRow) -> ft.Control:
    name = runs_text((row.name,))
    name.weight = ft.FontWeight.W_600
    return _ruled(_column([name, *(_fact(fact) for fact in row.facts)], spacing=4))


def _fact(fact: Fact) -> ft.Control:
    return runs_text(fact.runs, label=fact.label)


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
