"""A few words of which one is chosen; where there is little room, they go on below each other."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import partial
from typing import Generic, TypeVar

import flet as ft

from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import Act, wrapping_pill
from routine_app.ui.kit.cards import body_text, stretched, wrapped


class ChoicePill:
    """One choice; `name` is its accessible name where the words alone do not say enough."""

    def __init__(self, words: str, act: Act, name: str | None = None) -> None:
        text = ft.Text(words, text_align=ft.TextAlign.CENTER, semantics_label=name)
        self._button = wrapping_pill(text, act, ft.FontWeight.W_500)
        self._state = ft.Semantics(content=self._button)
        self.control = ft.MergeSemantics(content=self._state)

    def show(self, *, is_chosen: bool) -> None:
        """Show whether it is chosen: by its colours, a tick, and to a screen reader."""
        self._state.selected = is_chosen
        self._button.icon = ft.Icons.CHECK_ROUNDED if is_chosen else None
        self._button.bgcolor = theme.HOLD if is_chosen else theme.RAISED
        self._button.color = theme.ON_HOLD if is_chosen else theme.INK


T = TypeVar("T")

Option = tuple[str, T]
"""The words of a choice, and what it stands for."""


E = TypeVar("E", bound=StrEnum)


def options_of(kind: type[E]) -> tuple[Option[E], ...]:
    """Make a choice of each member, by its value."""
    return tuple((one.value.capitalize(), one) for one in kind)


class ChoiceRow(Generic[T]):
    """A name, and below it the choices.

    Flet's segmented button breaks words in two when the text is large; this one wraps between them.
    """

    def __init__(self, name: str, on_choose: Callable[[T], None]) -> None:
        self._on_choose = on_choose
        self._options: tuple[Option[T], ...] = ()
        self._pills: list[ChoicePill] = []
        self._row = wrapped([])
        column = stretched([body_text(name), self._row], spacing=8)
        self.control = ft.Container(content=column, padding=ft.Padding.only(top=4, bottom=8))

    def show(self, options: Sequence[Option[T]], chosen: T) -> None:
        """Show these choices, in which `chosen` is."""
        if tuple(options) != self._options:  # the same buttons stay, with the keyboard's focus on them
            self._options = tuple(options)
            self._pills = [ChoicePill(words, partial(self._on_choose, value)) for words, value in options]
            self._row.controls = [pill.control for pill in self._pills]
        for pill, (_, value) in zip(self._pills, self._options, strict=True):
            pill.show(is_chosen=value == chosen)
