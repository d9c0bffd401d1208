"""The page of one routine: what is in it, how long today, and Start."""

from collections.abc import Callable

import flet as ft

from routine_app.core.length import Length
from routine_app.core.present.routine import RoutineView, StretchRow
from routine_app.ui import theme
from routine_app.ui.buttons import MainButton, action_bar, action_height, round_button
from routine_app.ui.cards import (
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
from routine_app.ui.choice_row import ChoiceRow
from routine_app.ui.figure import Figure, FindPicture
from routine_app.ui.text_scale import AS_DESIGNED, TextScale

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
        self._title = title_text()
        self._text_scale, self._width = AS_DESIGNED, float(theme.COLUMN_WIDTH)
        self._facts = quiet_text("", size=16)
        self._description = body_text("")
        self._problem = ft.Container(content=body_text(""), visible=False)
        self._lengths = ChoiceRow("Hold length", on_length)
        self._stretches = card_columns()
        back = round_button(
            "Back", ft.Icons.ARROW_BACK_ROUNDED, on_back, size=theme.TOUCH_TARGET, is_raised=False
        )
        self._start = MainButton("Start", on_start, ft.Icons.PLAY_ARROW_ROUNDED)
        self.control = ft.SafeArea(content=self._arranged(back), expand=True)

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
        self._lengths.show([(length.value, length) for length in Length], view.length)
        self._stretches.controls = in_columns([self._stretch(row) for row in view.stretches])

    def _size_title(self) -> None:
        self._title.size = self._text_scale.fitting(TITLE_SIZE, self._title.value, self._width)

    def _arranged(self, back: ft.Control) -> ft.Control:
        reading = reading_column(
            [
                ft.Row([back], height=theme.TOUCH_TARGET),
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
