"""The list of routines."""

from functools import partial
from typing import Protocol

import flet as ft

from routine_app.core.present.routines import RoutineCard, RoutinesView
from routine_app.ui import theme
from routine_app.ui.buttons import pill_button
from routine_app.ui.cards import (
    card,
    card_button,
    card_columns,
    card_title,
    in_columns,
    page_title,
    quiet_text,
    reading_column,
)
from routine_app.ui.continue_card import ContinueCard
from routine_app.ui.figure import Figure, FindPicture
from routine_app.ui.today_card import TodayCard

FIGURE_SIZE = 44


class RoutinesCommands(Protocol):
    """What the buttons of the list do."""

    def open_routine(self, name: str) -> None:
        """Show one routine."""

    def edit_file(self, file_name: str) -> None:
        """Open a file in the editor."""

    def new_routine(self) -> None:
        """Begin a new file in the editor."""

    def import_routine(self) -> None:
        """Bring a routine in."""

    def open_today(self) -> None:
        """Show the routine of today."""

    def go_on(self) -> None:
        """Go on with the interrupted session."""

    def end_interrupted(self) -> None:
        """End the interrupted session."""


class RoutinesScreen:
    """A card for each routine; a file with errors is a card too, that says what is wrong.

    Above them stand the session that can be gone on with, what to do today, and what was typed and not saved.
    """

    def __init__(self, commands: RoutinesCommands, find_picture: FindPicture) -> None:
        self._commands = commands
        self._find_picture = find_picture
        self._interrupted = ContinueCard(commands.go_on, commands.end_interrupted)
        self._today = TodayCard(commands.open_today)
        self._drafts = ft.Column(
            spacing=12, visible=False, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
        )
        self._cards = card_columns()
        more = ft.Row(
            [
                pill_button("New routine", ft.Icons.ADD_ROUNDED, commands.new_routine),
                pill_button("Import", ft.Icons.DOWNLOAD_ROUNDED, commands.import_routine),
            ],
            wrap=True,
            spacing=12,
            run_spacing=12,
        )
        self.control = reading_column(
            [
                page_title("Routines"),
                self._interrupted.control,
                self._today.control,
                self._drafts,
                self._cards,
                more,
            ],
            theme.TWO_COLUMNS_WIDTH,
        )

    def show(self, view: RoutinesView) -> None:
        """Write the view to the controls."""
        self._interrupted.show(view.interrupted)
        self._today.show(view.today)
        self._drafts.controls = [self._draft(name) for name in view.unsaved]
        self._drafts.visible = bool(view.unsaved)
        self._cards.controls = in_columns([self._card(routine_card) for routine_card in view.cards])

    def _card(self, shown: RoutineCard) -> ft.Control:
        lines: list[ft.Control] = [card_title(shown.title), quiet_text(shown.facts)]
        if shown.muscles:
            lines.append(quiet_text(shown.muscles))
        if shown.problem:
            lines.append(ft.Text(shown.problem, size=15, color=theme.INK))
        if shown.figures:
            lines.append(self._figures(shown.figures))
        content = ft.Column(lines, spacing=6, tight=True)
        if shown.can_open:
            return card_button(content, partial(self._commands.open_routine, shown.name))
        broken: list[ft.Control] = [ft.MergeSemantics(content=content)]
        if shown.can_edit:
            edit = partial(self._commands.edit_file, shown.file_name)
            broken.append(ft.Row([pill_button("Edit", ft.Icons.EDIT_OUTLINED, edit)]))
        whole = card(ft.Column(broken, spacing=12, tight=True), border_colour=theme.ACCENT)
        # Else the words and the button are read among those of the card beside it, by where they stand.
        return ft.Semantics(content=whole, container=True)

    def _draft(self, file_name: str) -> ft.Control:
        words: list[ft.Control] = [card_title(f"Not saved: {file_name}"), quiet_text("Go on writing")]
        content = ft.Column(words, spacing=6, tight=True)
        return card_button(content, partial(self._commands.edit_file, file_name))

    def _figures(self, names: tuple[str, ...]) -> ft.Control:
        figures = [Figure(self._find_picture, FIGURE_SIZE) for _ in names]
        shown = [figure.control for figure, name in zip(figures, names, strict=True) if figure.show(name)]
        return ft.Row(list[ft.Control](shown), spacing=8)
