"""What one looks for on the list of routines: words, and muscles, which are folded away until they are asked for."""

from collections.abc import Callable, Sequence
from functools import partial

import flet as ft

from routine_app.core.library.view import FilterView, MuscleChoice
from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import quiet_button
from routine_app.ui.kit.cards import quiet_text, stretched, wrapped
from routine_app.ui.kit.choices import ChoicePill
from routine_app.ui.kit.expander import ExpanderPill
from routine_app.ui.kit.safe_handler import guarded


class SearchBar:
    """The field, and below it the muscles and what was found.

    `search` gets the words of the field, `toggle_muscle` a muscle that was pressed.
    `show` is all that writes to its controls, but for the field while somebody writes in it.
    """

    def __init__(
        self,
        search: Callable[[str], None],
        toggle_muscle: Callable[[str], None],
        show_all: Callable[[], None],
    ) -> None:
        self._search, self._toggle_muscle = search, toggle_muscle
        self._typed = ""
        self._field = _search_field(self._on_typed)
        self._choices: Sequence[MuscleChoice] = ()
        self._pills: dict[str, ChoicePill] = {}
        self._muscles = wrapped([])
        self._fold = ExpanderPill(self._muscles, self._pills_of_choices)
        self._result = quiet_text("", size=16)
        self._told = ft.Semantics(content=self._result, live_region=True)
        self._all = quiet_button("Show all", show_all, height=theme.TOUCH_TARGET)
        found = wrapped([self._fold.control, self._told, self._all])
        self.control = stretched([self._field, found, self._muscles], tight=True)

    def show(self, view: FilterView | None) -> None:
        """Write the view to the controls; None hides them."""
        self.control.visible = view is not None
        if view is None:
            return
        if view.words != self._typed:  # else they came from the field, where more may have been written since
            self._typed = self._field.value = view.words
        self._fold.show(view.muscles_words)
        self._choices = view.muscles
        if self._muscles.controls:
            self._muscles.controls = self._pills_of_choices()
        self._result.value = view.result
        self._told.visible = self._all.visible = bool(view.result)

    def _pills_of_choices(self) -> list[ft.Control]:
        for choice in self._choices:
            if choice.muscle not in self._pills:
                turn = partial(self._toggle_muscle, choice.muscle)
                self._pills[choice.muscle] = ChoicePill(choice.label, turn)
            self._pills[choice.muscle].show(is_chosen=choice.is_chosen)
        return [self._pills[choice.muscle].control for choice in self._choices]

    def _on_typed(self, words: str) -> None:
        self._typed = words
        self._search(words)


def _search_field(on_typed: Callable[[str], None]) -> ft.TextField:
    return ft.TextField(
        label="Search",
        prefix_icon=ft.Icons.SEARCH_ROUNDED,
        border=ft.OutlineInputBorder(border_radius=16),
        text_size=16,
        autocorrect=False,
        enable_suggestions=False,
        capitalization=ft.TextCapitalization.NONE,
        on_change=guarded(lambda event: on_typed(str(event.control.value))),
    )
