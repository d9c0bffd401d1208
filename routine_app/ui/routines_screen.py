"""The list of routines."""

from collections.abc import Callable
from functools import partial

import flet as ft

from routine_app.core.present.routines import RoutineCard, RoutinesView
from routine_app.ui import theme
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

FIGURE_SIZE = 44


class RoutinesScreen:
    """A card for each routine; a file with errors is a card too, that says what is wrong.

    Above them stands the session that can be gone on with.
    """

    def __init__(
        self,
        on_open: Callable[[str], None],
        on_continue: Callable[[], None],
        on_end: Callable[[], None],
        find_picture: FindPicture,
    ) -> None:
        self._on_open = on_open
        self._find_picture = find_picture
        self._interrupted = ContinueCard(on_continue, on_end)
        self._cards = card_columns()
        self.control = reading_column(
            [page_title("Routines"), self._interrupted.control, self._cards], theme.TWO_COLUMNS_WIDTH
        )

    def show(self, view: RoutinesView) -> None:
        """Write the view to the controls."""
        self._interrupted.show(view.interrupted)
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
        if not shown.can_open:
            return ft.MergeSemantics(content=card(content, border_colour=theme.ACCENT))
        return card_button(content, partial(self._on_open, shown.name))

    def _figures(self, names: tuple[str, ...]) -> ft.Control:
        figures = [Figure(self._find_picture, FIGURE_SIZE) for _ in names]
        shown = [figure.control for figure, name in zip(figures, names, strict=True) if figure.show(name)]
        return ft.Row(list[ft.Control](shown), spacing=8)
