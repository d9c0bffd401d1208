"""What one looks for on the list of routines: words, and muscles, which are folded away until they are asked for."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

import flet as ft

from routine_app.core.library.view import FilterView, MuscleChoice
from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import quiet_button
from routine_app.ui.kit.cards import quiet_text
from routine_app.ui.kit.choices import ChoicePill
from routine_app.ui.kit.expander import ExpanderPill
from routine_app.ui.kit.safe_handler import guarded


class FilterCommands(Protocol):
    """What is done with it."""

    def look_for(self, words: str) -> None:
        """These words are looked for now."""

    def toggle_muscle(self, muscle: str) -> None:
        """A muscle is chosen, or let go of."""

    def show_all(self) -> None:
        """Nothing is looked for any more."""


class SearchBar:
    """The field, and below it the muscles and what was found.

    `show` is all that writes to its controls, but for the field while somebody writes in it.
    """

    def __init__(self, commands: FilterCommands) -> None:
        self._commands = commands
        self._heard = ""
        self._field = _search_field(self._hear)
        self._pills: dict[str, ChoicePill] = {}
        self._muscles = _wrapping([])
        self._fold = ExpanderPill(self._muscles)
        self._result = quiet_text("", size=16)
        self._told = ft.Semantics(content=self._result, live_region=True)
        words = ft.Text("Show all", no_wrap=True)
        self._all = quiet_button(words, commands.show_all, height=theme.TOUCH_TARGET)
        found = _wrapping([self._fold.control, self._told, self._all])
        self.control = ft.Column(
            [self._field, found, self._muscles],
            spacing=12,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )

    def show(self, view: FilterView | None) -> None:
        """Write the view to the controls; None hides them."""
        self.control.visible = view is not None
        if view is None:
            return
        if view.words != self._heard:  # else they came from the field, where more may have been written since
            self._heard = self._field.value = view.words
        self._fold.show(view.muscles_words)
        self._show_muscles(view.muscles)
        self._result.value = view.result
        self._told.visible = self._all.visible = bool(view.result)

    def _show_muscles(self, choices: Sequence[MuscleChoice]) -> None:
        for choice in choices:
            if choice.muscle not in self._pills:
                turn = partial(self._commands.toggle_muscle, choice.muscle)
                self._pills[choice.muscle] = ChoicePill(choice.label, turn)
            self._pills[choice.muscle].show(is_chosen=choice.is_chosen)
        self._muscles.controls = [self._pills[choice.muscle].control for choice in choices]

    def _hear(self, words: str) -> None:
        self._heard = words
        self._commands.look_for(words)


def _search_field(hear: Callable[[str], None]) -> ft.TextField:
    return ft.TextField(
        label="Search",
        prefix_icon=ft.Icons.SEARCH_ROUNDED,
        border=ft.OutlineInputBorder(border_radius=16),
        text_size=16,
        autocorrect=False,
        enable_suggestions=False,
        capitalization=ft.TextCapitalization.NONE,
        on_change=guarded(lambda event: hear(str(event.control.value))),
    )


def _wrapping(controls: list[ft.Control]) -> ft.Row:
    return ft.Row(controls, wrap=True, spacing=8, run_spacing=8)
