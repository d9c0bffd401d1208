"""A routine that came in: what is in it, and whether it is kept."""

from collections.abc import Callable

import flet as ft

from routine_app.core.library.routine_view import StretchRow
from routine_app.core.sharing.incoming_view import ImportedRoutineView
from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import MainButton, action_bar, action_height, back_button, quiet_button
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
from routine_app.ui.kit.text_scale import AS_DESIGNED, TextScale


class ImportScreen:
    """One routine that came in. `show` is all that writes to its controls.

    `on_keep` keeps it under its free name, `on_replace` in place of the file that has its name,
    `on_not_now` goes on without it, and `on_back` leaves all that came in with it.
    """

    def __init__(
        self,
        on_back: Callable[[], None],
        on_keep: Callable[[], None],
        on_replace: Callable[[], None],
        on_not_now: Callable[[], None],
    ) -> None:
        self._title = title_text()
        self._text_scale, self._width = AS_DESIGNED, float(theme.COLUMN_WIDTH)
        self._place, self._source = quiet_text(""), quiet_text("")
        self._facts = quiet_text("", size=16)
        self._description, self._name = body_text(""), body_text("")
        self._problems, self._losses = ft.Container(), ft.Container()
        self._replace = quiet_button(ft.Text("Replace", no_wrap=True), on_replace)
        self._not_now = quiet_button(ft.Text("Not now", no_wrap=True), on_not_now)
        self._stretches = card_columns()
        self._keep = MainButton("Keep", on_keep, ft.Icons.ADD_ROUNDED)
        back = back_button(on_back)
        self.control = ft.SafeArea(content=self._arranged(back), expand=True)

    def fit(self, width: float, height: float, text_scale: TextScale) -> None:
        """Leave room to read on a low screen, and for large words on a narrow one."""
        self._keep.control.height = action_height(height, text_scale)
        self._text_scale, self._width = text_scale, width - 2 * theme.PAGE_MARGIN
        self._size_title()

    def show(self, view: ImportedRoutineView) -> None:
        """Write the view to the controls."""
        self._title.value = view.title
        self._size_title()
        self._place.value, self._place.visible = view.place, bool(view.place)
        self._source.value, self._facts.value = view.source, view.facts
        self._description.value, self._description.visible = view.description, bool(view.description)
        self._name.value = view.name_words
        self._keep.show(view.keep_words, ft.Icons.ADD_ROUNDED)
        self._replace.visible = view.can_replace
        self._fill(self._problems, "Problems", view.problems, theme.ACCENT)
        self._fill(self._losses, "Not carried over", view.unsupported, None)
        self._stretches.controls = in_columns([_stretch(row) for row in view.stretches])

    def _size_title(self) -> None:
        self._title.size = self._text_scale.fitting(TITLE_SIZE, self._title.value, self._width)

    def _arranged(self, back: ft.Control) -> ft.Control:
        answers = ft.Row([self._not_now, self._replace], wrap=True, spacing=8, run_spacing=8)
        reading = reading_column(
            [
                ft.Row([back], height=theme.TOUCH_TARGET),
                self._place,
                heading(self._title),
                self._facts,
                self._source,
                self._description,
                card(ft.Column([self._name, answers], spacing=12, tight=True)),
                self._problems,
                self._losses,
                self._stretches,
            ],
            theme.TWO_COLUMNS_WIDTH,
        )
        return ft.Column([reading, action_bar(self._keep)], spacing=0, expand=True)

    @staticmethod
    def _fill(
        place: ft.Container, title: str, lines: tuple[str, ...], border_colour: ft.ColorValue | None
    ) -> None:
        words: list[ft.Control] = [card_title(title), *(body_text(line) for line in lines)]
        place.visible = bool(lines)
        place.content = card(ft.Column(words, spacing=6, tight=True), border_colour=border_colour)


def _stretch(row: StretchRow) -> ft.Control:
    words: list[ft.Control] = [card_title(row.name), quiet_text(row.holds)]
    if row.muscles:
        words.append(quiet_text(row.muscles))
    if row.how:
        words.append(body_text(row.how))
    return card(ft.Column(words, spacing=4, tight=True))
