"""One routine on the list: a card that is a button; that of a file with errors says what is wrong."""

from collections.abc import Callable
from functools import partial

import flet as ft

from routine_app.core.library.view import RoutineCard
from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import card_button, pill_button
from routine_app.ui.kit.cards import card_of, card_title, quiet_text
from routine_app.ui.kit.figure import Figure, FindPicture
from routine_app.ui.shell.routes import EDIT, ROUTINE, route_to

FIGURE_SIZE = 44


class RoutineTile:
    """The card of a routine; its figures, of which each is a drawing of its own to send, come with `draw`."""

    def __init__(self, shown: RoutineCard, go: Callable[[str], None]) -> None:
        self.name = shown.name
        self._names = shown.figures
        # Those for which a narrow card has no room stand in a second row, which is not seen.
        self._figures = ft.Row(spacing=8, wrap=True)
        self._one_row = ft.Container(
            content=self._figures,
            height=FIGURE_SIZE,
            clip_behavior=ft.ClipBehavior.HARD_EDGE,
            visible=bool(shown.figures),
        )
        lines: list[ft.Control] = [card_title(shown.title), quiet_text(shown.facts)]
        if shown.muscles:
            lines.append(quiet_text(shown.muscles))
        if shown.problem:
            lines.append(ft.Text(shown.problem, size=15, color=theme.INK))
        content = ft.Column([*lines, self._one_row], spacing=6, tight=True)
        opens = partial(go, route_to(ROUTINE, shown.name))
        self.control = card_button(content, opens) if shown.can_open else _broken(shown, content, go)

    def draw(self, find_picture: FindPicture) -> None:
        """Show the figures that there are, in the colours of the day or the night."""
        figures = [(Figure(find_picture, FIGURE_SIZE), name) for name in self._names]
        self._figures.controls = [figure.control for figure, name in figures if figure.show(name)]
        self._one_row.visible = bool(self._figures.controls)


def _broken(shown: RoutineCard, content: ft.Control, go: Callable[[str], None]) -> ft.Control:
    lines: list[ft.Control] = [ft.MergeSemantics(content=content)]
    if shown.can_edit:
        edit = partial(go, route_to(EDIT, shown.file_name))
        lines.append(ft.Row([pill_button("Edit", ft.Icons.EDIT_OUTLINED, edit)]))
    whole = card_of(*lines, spacing=12, border_colour=theme.ACCENT)
    # Else the words and the button are read among those of the card beside it, by where they stand.
    return ft.Semantics(content=whole, container=True)
