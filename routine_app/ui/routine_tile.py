"""One routine on the list: a card that is a button; that of a file with errors says what is wrong."""

from functools import partial
from typing import Protocol

import flet as ft

from routine_app.core.present.routines import RoutineCard
from routine_app.ui import theme
from routine_app.ui.buttons import pill_button
from routine_app.ui.cards import card, card_button, card_title, quiet_text
from routine_app.ui.figure import Figure, FindPicture

FIGURE_SIZE = 44


class TileCommands(Protocol):
    """What a press does."""

    def open_routine(self, name: str) -> None:
        """Show one routine."""

    def edit_file(self, file_name: str) -> None:
        """Open a file in the editor."""


class RoutineTile:
    """A card that shows one view for good; of its figures `draw` asks anew."""

    def __init__(self, shown: RoutineCard, commands: TileCommands, find_picture: FindPicture) -> None:
        self._figures = [(Figure(find_picture, FIGURE_SIZE), name) for name in shown.figures]
        content = ft.Column(self._lines(shown), spacing=6, tight=True)
        if shown.can_open:
            self.control = card_button(content, partial(commands.open_routine, shown.name))
        else:
            self.control = _broken(shown, content, commands)

    def draw(self) -> None:
        """Show the figures that there are, in the colours of the day or the night."""
        for figure, name in self._figures:
            figure.show(name)

    def _lines(self, shown: RoutineCard) -> list[ft.Control]:
        lines: list[ft.Control] = [card_title(shown.title), quiet_text(shown.facts)]
        if shown.muscles:
            lines.append(quiet_text(shown.muscles))
        if shown.problem:
            lines.append(ft.Text(shown.problem, size=15, color=theme.INK))
        if self._figures:
            lines.append(ft.Row([figure.control for figure, _ in self._figures], spacing=8))
        return lines


def _broken(shown: RoutineCard, content: ft.Control, commands: TileCommands) -> ft.Control:
    lines: list[ft.Control] = [ft.MergeSemantics(content=content)]
    if shown.can_edit:
        edit = partial(commands.edit_file, shown.file_name)
        lines.append(ft.Row([pill_button("Edit", ft.Icons.EDIT_OUTLINED, edit)]))
    whole = card(ft.Column(lines, spacing=12, tight=True), border_colour=theme.ACCENT)
    # Else the words and the button are read among those of the card beside it, by where they stand.
    return ft.Semantics(content=whole, container=True)
