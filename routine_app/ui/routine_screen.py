"""The page of one routine: what is in it, how long today, and Start."""

from collections.abc import Callable

import flet as ft

from routine_app.core.length import Length
from routine_app.core.present.routine import RoutineView, StretchRow
from routine_app.ui import theme
from routine_app.ui.buttons import MainButton, action_bar, action_height, round_button
from routine_app.ui.cards import (
    body_text,
    card,
    card_columns,
    card_title,
    in_columns,
    page_title,
    quiet_text,
    reading_column,
)
from routine_app.ui.figure import Figure, FindPicture
from routine_app.ui.guard import guarded

FIGURE_SIZE = 84


class RoutineScreen:
    """One routine. `show` is all that writes to its controls."""

    def __init__(
        self,
        on_back: Callable[[], None],
        on_length: Callable[[Length], None],
        on_start: Callable[[], None],
        find_picture: FindPicture,
    ) -> None:
        self._find_picture = find_picture
        self._on_length = on_length
        self._title = page_title("")
        self._facts = quiet_text("", size=16)
        self._description = body_text("")
        self._problem = ft.Container(content=body_text(""), visible=False)
        self._lengths = ft.SegmentedButton(
            segments=[ft.Segment(value=length.value, label=length.value) for length in Length],
            selected=[Length.NORMAL.value],
            show_selected_icon=False,
            style=ft.ButtonStyle(
                padding=ft.Padding.symmetric(horizontal=22, vertical=15),
                side=ft.BorderSide(1, theme.LINE),
                text_style=ft.TextStyle(size=16, weight=ft.FontWeight.W_500),
                visual_density=ft.VisualDensity.STANDARD,
            ),
            on_change=guarded(self._length_chosen),
        )
        self._stretches = card_columns()
        back = round_button(
            "Back", ft.Icons.ARROW_BACK_ROUNDED, on_back, size=theme.TOUCH_TARGET, is_raised=False
        )
        self._start = MainButton("Start", on_start, ft.Icons.PLAY_ARROW_ROUNDED)
        self.control = ft.SafeArea(content=self._arranged(back), expand=True)

    def fit(self, height: float) -> None:
        """Leave room to read on a low screen."""
        self._start.control.height = action_height(height)

    def show(self, view: RoutineView) -> None:
        """Write the view to the controls."""
        self._title.value = view.title
        self._facts.value = view.facts
        self._description.value, self._description.visible = view.description, bool(view.description)
        self._problem.content = card(body_text(view.problem), border_colour=theme.ACCENT)
        self._problem.visible = bool(view.problem)
        self._lengths.selected = [view.length.value]
        self._stretches.controls = in_columns([self._stretch(row) for row in view.stretches])

    def _arranged(self, back: ft.Control) -> ft.Control:
        reading = reading_column(
            [
                ft.Row([back], height=theme.TOUCH_TARGET),
                self._title,
                self._facts,
                self._description,
                self._problem,
                ft.Row([self._lengths]),
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

    def _length_chosen(self) -> None:
        selected = self._lengths.selected
        if selected:
            self._on_length(Length(selected[0]))
