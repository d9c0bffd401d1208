"""The page after a session: what was held, and what was left out."""

from collections.abc import Callable

import flet as ft

from routine_app.core.present.summary import MuscleRow, SummaryView
from routine_app.ui import theme
from routine_app.ui.buttons import MainButton, action_bar, action_height
from routine_app.ui.cards import body_text, card, card_title, page_title, quiet_text, reading_column

SIDE_COLUMN = 68


class SummaryScreen:
    """The summary. `show` is all that writes to its controls."""

    def __init__(self, on_finish: Callable[[], None]) -> None:
        self._heading = page_title("")
        self._heading.size = 44
        self._title = quiet_text("", size=18)
        self._held = ft.Text(size=28, weight=ft.FontWeight.W_600, color=theme.HOLD)
        self._planned = quiet_text("", size=16)
        self._muscles = ft.Container()
        self._left_out = ft.Container()
        words = ft.Column([self._heading, self._title, self._held, self._planned], spacing=4, tight=True)
        reading = reading_column([words, self._muscles, self._left_out])
        self._finish = MainButton("Finish", on_finish)
        self.control = ft.SafeArea(
            content=ft.Column([reading, action_bar(self._finish)], spacing=0, expand=True), expand=True
        )

    def fit(self, height: float) -> None:
        """Leave room to read on a low screen."""
        self._finish.control.height = action_height(height)

    def show(self, view: SummaryView) -> None:
        """Write the view to the controls."""
        self._heading.value = view.heading
        self._title.value = view.title
        self._held.value = view.held
        self._planned.value = view.planned
        self._muscles.visible = bool(view.muscles)
        self._muscles.content = card(_muscle_table(view.muscles))
        self._left_out.visible = bool(view.left_out)
        left_out: list[ft.Control] = [card_title("Cut short or skipped")]
        left_out += [body_text(words) for words in view.left_out]
        self._left_out.content = card(ft.Column(left_out, spacing=6, tight=True))


def _muscle_table(rows: tuple[MuscleRow, ...]) -> ft.Control:
    header = _row(quiet_text("Held"), quiet_text("Left"), quiet_text("Right"))
    lines: list[ft.Control] = [header]
    for row in rows:
        lines.append(ft.Divider(height=1, thickness=1, color=theme.LINE))
        left = ft.Text(row.left, size=16, color=theme.HOLD)
        right = ft.Text(row.right, size=16, color=theme.SWITCH)
        lines.append(_row(body_text(row.muscle), left, right))
    return ft.Column(lines, spacing=8, tight=True)


def _row(name: ft.Text, left: ft.Text, right: ft.Text) -> ft.Control:
    name.expand = True
    for text in (left, right):
        text.width, text.text_align = SIDE_COLUMN, ft.TextAlign.RIGHT
    return ft.Row([name, left, right])
