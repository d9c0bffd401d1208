"""The page of one routine: what is in it, how long today, and Start."""

from typing import Protocol

import flet as ft

from routine_app.core.library.routine_view import RoutineView, StretchRow
from routine_app.core.routine.hold_length import Length
from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import MainButton, action_bar, action_height, back_button, tool_button
from routine_app.ui.kit.cards import (
    TITLE_SIZE,
    body_text,
    card,
    card_columns,
    card_title,
    heading,
    in_columns,
    quiet_text,
    reading_column,
    title_text,
)
from routine_app.ui.kit.choices import ChoiceRow
from routine_app.ui.kit.figure import Figure, FindPicture
from routine_app.ui.kit.text_scale import AS_DESIGNED, TextScale

FIGURE_SIZE = 84


class RoutineCommands(Protocol):
    """What the buttons of the page do."""

    def leave_routine(self) -> None:
        """Go back to the list."""

    def set_length(self, length: Length) -> None:
        """Make the holds short or long."""

    def begin_routine(self) -> None:
        """Start a session."""

    def edit_routine(self) -> None:
        """Open the file in the editor."""

    def share_routine(self) -> None:
        """Show it as a code and a link."""

    def duplicate_routine(self) -> None:
        """Put a copy beside it."""

    def delete_routine(self) -> None:
        """Delete the user's file."""


class RoutineScreen:
    """One routine. `show` is all that writes to its controls."""

    def __init__(self, commands: RoutineCommands, find_picture: FindPicture) -> None:
        self._find_picture = find_picture
        self._title = title_text()
        self._text_scale, self._width = AS_DESIGNED, float(theme.COLUMN_WIDTH)
        self._facts = quiet_text("", size=16)
        self._description = body_text("")
        self._problem = ft.Container(content=body_text(""), visible=False)
        self._lengths = ChoiceRow("Hold length", commands.set_length)
        self._stretches = card_columns()
        self._reset = tool_button("Reset", ft.Icons.RESTORE_ROUNDED, commands.delete_routine)
        self._delete = tool_button("Delete", ft.Icons.DELETE_OUTLINE_ROUNDED, commands.delete_routine)
        self._start = MainButton("Start", commands.begin_routine, ft.Icons.PLAY_ARROW_ROUNDED)
        self.control = ft.SafeArea(content=self._arranged(self._tools(commands)), expand=True)

    def fit(self, width: float, height: float, text_scale: TextScale) -> None:
        """Leave room to read on a low screen, and for large words on a narrow one."""
        self._start.control.height = action_height(height, text_scale)
        self._text_scale, self._width = text_scale, width - 2 * theme.PAGE_MARGIN
        self._size_title()

    def show(self, view: RoutineView) -> None:
        """Write the view to the controls."""
        self._title.value = view.title
        self._size_title()
        self._facts.value = view.facts
        self._description.value, self._description.visible = view.description, bool(view.description)
        self._problem.content = card(body_text(view.problem), border_colour=theme.ACCENT)
        self._problem.visible = bool(view.problem)
        self._reset.visible, self._delete.visible = view.can_reset, view.can_delete
        self._lengths.show([(length.value.capitalize(), length) for length in Length], view.length)
        self._stretches.controls = in_columns([self._stretch(row) for row in view.stretches])

    def _size_title(self) -> None:
        self._title.size = self._text_scale.fitting(TITLE_SIZE, self._title.value, self._width)

    def _tools(self, commands: RoutineCommands) -> ft.Control:
        tools: list[ft.Control] = [
            back_button(commands.leave_routine),
            ft.Container(expand=True),
            tool_button("Edit", ft.Icons.EDIT_OUTLINED, commands.edit_routine),
            tool_button("Share", ft.Icons.SHARE_OUTLINED, commands.share_routine),
            tool_button("Duplicate", ft.Icons.COPY_ROUNDED, commands.duplicate_routine),
            self._reset,
            self._delete,
        ]
        return ft.Row(tools, height=theme.TOUCH_TARGET, spacing=0)

    def _arranged(self, tools: ft.Control) -> ft.Control:
        reading = reading_column(
            [
                tools,
                heading(self._title),
                self._facts,
                self._description,
                self._problem,
                self._lengths.control,
                self._stretches,
            ],
            theme.TWO_COLUMNS_WIDTH,
        )
        return ft.Column([reading, action_bar(self._start)], spacing=0, expand=True)

    def _stretch(self, row: StretchRow) -> ft.Control:
        words: list[ft.Control] = [card_title(row.name), quiet_text(row.holds)]
        if row.muscles:
            words.append(quiet_text(row.muscles))
        figure = Figure(self._find_picture, FIGURE_SIZE)
        head: list[ft.Control] = [ft.Column(words, spacing=4, tight=True, expand=True)]
        if figure.show(row.figure):
            head.insert(0, figure.control)
        lines: list[ft.Control] = [ft.Row(head, spacing=16)]
        lines += [body_text(text) for text in (row.how, row.why) if text]
        return card(ft.Column(lines, spacing=10, tight=True))
