"""The page of one routine: what is in it, how long today, and Start."""

from typing import TYPE_CHECKING

import flet as ft

from routine_app.core.library.routine_view import RoutineView, StretchRow
from routine_app.core.routine.hold_length import Length
from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import MainButton, back_button, pill_button, tool_button
from routine_app.ui.kit.cards import (
    ErrorCard,
    ScreenTitle,
    body_text,
    card_columns,
    card_of,
    card_title,
    in_columns,
    quiet_text,
    set_words,
    wrapped,
)
from routine_app.ui.kit.choices import ChoiceRow, options_of
from routine_app.ui.kit.figure import Figure, FindPicture
from routine_app.ui.kit.full_page import reading_screen
from routine_app.ui.kit.viewport import Viewport

if TYPE_CHECKING:
    from routine_app.ui.library.controller import LibraryController

FIGURE_SIZE = 84


class RoutineScreen:
    """One routine. `show` is all that writes to its controls."""

    def __init__(self, library: "LibraryController", find_picture: FindPicture) -> None:
        self._find_picture = find_picture
        self._title, self._problem = ScreenTitle(), ErrorCard()
        self._facts, self._description = quiet_text("", size=16), body_text("")
        self._lengths = ChoiceRow("Hold length", library.set_length)
        self._stretches = card_columns()
        self._rows: tuple[StretchRow, ...] = ()
        self._is_narrow = False
        self._reset = tool_button("Reset", ft.Icons.RESTORE_ROUNDED, library.delete_routine)
        self._delete = tool_button("Delete", ft.Icons.DELETE_OUTLINE_ROUNDED, library.delete_routine)
        self._start = MainButton("Start", library.begin_routine, ft.Icons.PLAY_ARROW_ROUNDED)
        self.control = reading_screen(
            [
                self._tools(library),
                self._title.control,
                self._facts,
                self._description,
                self._problem.control,
                self._lengths.control,
                wrapped([pill_button("Save as audio", ft.Icons.AUDIO_FILE_OUTLINED, library.save_audio)]),
                self._stretches,
            ],
            width=theme.TWO_COLUMNS_WIDTH,
            action=self._start,
        )

    def fit(self, viewport: Viewport) -> None:
        """Leave room to read on a low screen, and for large words on a narrow one."""
        self._start.fit(viewport)
        self._title.fit(viewport)
        if viewport.is_narrow is not self._is_narrow:
            self._is_narrow = viewport.is_narrow
            self._fill_stretches()

    def show(self, view: RoutineView) -> None:
        """Write the view to the controls."""
        self._title.show(view.title)
        self._facts.value = view.facts
        set_words(self._description, view.description).visible = bool(view.description)
        self._problem.show(view.problem)
        self._reset.visible, self._delete.visible = view.can_reset, view.can_delete
        self._lengths.show(options_of(Length), view.length)
        self._rows = view.stretches
        self._fill_stretches()

    def _fill_stretches(self) -> None:
        self._stretches.controls = in_columns([self._stretch(row) for row in self._rows])

    def _tools(self, library: "LibraryController") -> ft.Control:
        tools: list[ft.Control] = [
            back_button(library.leave_routine),
            ft.Container(expand=True),
            tool_button("Edit", ft.Icons.EDIT_OUTLINED, library.edit_routine),
            tool_button("Share", ft.Icons.SHARE_OUTLINED, library.share_routine),
            tool_button("Duplicate", ft.Icons.CONTENT_COPY_ROUNDED, library.duplicate_routine),
            self._reset,
            self._delete,
        ]
        return ft.Row(tools, height=theme.TOUCH_TARGET, spacing=0)

    def _stretch(self, row: StretchRow) -> ft.Control:
        words: list[ft.Control] = [card_title(row.name), quiet_text(row.holds)]
        if row.muscles:
            words.append(quiet_text(row.muscles))
        figure = Figure(self._find_picture, FIGURE_SIZE)
        lines = [body_text(text) for text in (row.how, row.why) if text]
        beside = ft.Column(words, spacing=4, tight=True, expand=True)
        if not figure.show(row.figure):
            return card_of(beside, *lines, spacing=10)
        if self._is_narrow:
            return card_of(figure.control, beside, *lines, spacing=10)
        return card_of(ft.Row([figure.control, beside], spacing=16), *lines, spacing=10)
