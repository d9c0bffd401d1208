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


def routine_tile(shown: RoutineCard, go: Callable[[str], None], find_picture: FindPicture) -> ft.Control:
    """Make the card, with the figures that there are, in the colours of the day or the night."""
    lines: list[ft.Control] = [card_title(shown.title), quiet_text(shown.facts)]
    if shown.muscles:
        lines.append(quiet_text(shown.muscles))
    if shown.problem:
        lines.append(ft.Text(shown.problem, size=15, color=theme.INK))
    if shown.figures:
        lines.append(_figures(shown.figures, find_picture))
    content = ft.Column(lines, spacing=6, tight=True)
    if shown.can_open:
        return card_button(content, partial(go, route_to(ROUTINE, shown.name)))
    return _broken(shown, content, go)


def _figures(names: tuple[str, ...], find_picture: FindPicture) -> ft.Control:
    figures = [Figure(find_picture, FIGURE_SIZE) for _ in names]
    shown = [figure.control for figure, name in zip(figures, names, strict=True) if figure.show(name)]
    return ft.Row(list[ft.Control](shown), spacing=8)


def _broken(shown: RoutineCard, content: ft.Control, go: Callable[[str], None]) -> ft.Control:
    lines: list[ft.Control] = [ft.MergeSemantics(content=content)]
    if shown.can_edit:
        edit = partial(go, route_to(EDIT, shown.file_name))
        lines.append(ft.Row([pill_button("Edit", ft.Icons.EDIT_OUTLINED, edit)]))
    whole = card_of(*lines, spacing=12, border_colour=theme.ACCENT)
    # Else the words and the button are read among those of the card beside it, by where they stand.
    return ft.Semantics(content=whole, container=True)
