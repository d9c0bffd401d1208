"""A routine that came in: what is in it, and whether it is kept."""

from collections.abc import Callable
from functools import partial

import flet as ft

from routine_app.core.library.routine_view import StretchRow
from routine_app.core.sharing.import_view import EntryView, ImportedRoutineView
from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import MainButton, back_row, quiet_button, wrapping_pill
from routine_app.ui.kit.cards import (
    ScreenTitle,
    body_text,
    card_columns,
    card_of,
    card_title,
    in_columns,
    quiet_text,
    wrapped,
)
from routine_app.ui.kit.full_page import reading_screen
from routine_app.ui.kit.viewport import Viewport

ENTRIES = "Tap one to change it between a hold and a rest."


class ImportScreen:
    """One routine that came in. `show` is all that writes to its controls.

    `on_keep` keeps it under its free name, `on_keep_all` all that came in with it too, `on_replace` in place of the file
    that has its name, `on_not_now` goes on without it, and `on_back` leaves all that came in with it. `on_entry` gets the
    name of what is to be a rest instead of a hold, or the reverse.
    """

    def __init__(
        self,
        *,
        on_back: Callable[[], None],
        on_keep: Callable[[], None],
        on_replace: Callable[[], None],
        on_not_now: Callable[[], None],
        on_keep_all: Callable[[], None],
        on_entry: Callable[[str], None],
    ) -> None:
        self._on_entry = on_entry
        self._title = ScreenTitle()
        self._place, self._source = quiet_text(""), quiet_text("")
        self._facts = quiet_text("", size=16)
        self._description, self._name = body_text(""), body_text("")
        self._problems, self._losses, self._entries = ft.Container(), ft.Container(), ft.Container()
        self._replace = quiet_button("Replace", on_replace)
        self._not_now = quiet_button("Not now", on_not_now)
        self._all_words = ft.Text("", color=theme.INK)
        self._keep_all = wrapping_pill(self._all_words, on_keep_all, ft.FontWeight.W_600, theme.RAISED)
        self._stretches = card_columns()
        self._keep = MainButton("Keep", on_keep, ft.Icons.ADD_ROUNDED)
        self.control = self._arranged(back_row(on_back))

    def fit(self, viewport: Viewport) -> None:
        """Leave room to read on a low screen, and for large words on a narrow one."""
        self._keep.fit(viewport)
        self._title.fit(viewport)

    def show(self, view: ImportedRoutineView) -> None:
        """Write the view to the controls."""
        self._title.show(view.title)
        self._place.value, self._place.visible = view.place, bool(view.place)
        self._source.value, self._facts.value = view.source, view.facts
        self._description.value, self._description.visible = view.description, bool(view.description)
        self._name.value = view.name_words
        self._keep.show(view.keep_words, ft.Icons.ADD_ROUNDED)
        self._replace.visible = view.can_replace
        self._fill(self._problems, "Problems", view.problems, theme.ACCENT)
        self._fill(self._losses, "Not carried over", view.unsupported, None)
        self._all_words.value, self._keep_all.visible = view.keep_all_words, bool(view.keep_all_words)
        self._show_entries(view)
        self._stretches.controls = in_columns([_stretch(row) for row in view.stretches])

    def _arranged(self, top: ft.Control) -> ft.Control:
        return reading_screen(
            [
                top,
                self._place,
                self._title.control,
                self._facts,
                self._source,
                self._description,
                card_of(self._name, wrapped([self._not_now, self._replace, self._keep_all]), spacing=12),
                self._problems,
                self._entries,
                self._losses,
                self._stretches,
            ],
            width=theme.TWO_COLUMNS_WIDTH,
            action=self._keep,
        )

    def _show_entries(self, view: ImportedRoutineView) -> None:
        self._entries.visible = bool(view.entries)
        self._entries.content = card_of(
            card_title("Holds and rests"),
            body_text(view.asked or ENTRIES),
            wrapped([self._entry(entry) for entry in view.entries]),
            border_colour=theme.ACCENT if view.asked else None,
        )

    def _entry(self, entry: EntryView) -> ft.Control:
        icon = ft.Icons.PAUSE_ROUNDED if entry.is_rest else ft.Icons.PLAY_ARROW_ROUNDED
        shown = ft.Icons.HELP_OUTLINE_ROUNDED if entry.is_asked else icon
        words, act = ft.Text(entry.words, color=theme.INK), partial(self._on_entry, entry.name)
        button = wrapping_pill(words, act, ft.FontWeight.W_600, theme.RAISED)
        button.icon, button.icon_color = shown, theme.INK
        return button

    @staticmethod
    def _fill(
        place: ft.Container, title: str, lines: tuple[str, ...], border_colour: ft.ColorValue | None
    ) -> None:
        words = (body_text(line) for line in lines)
        place.visible = bool(lines)
        place.content = card_of(card_title(title), *words, border_colour=border_colour)


def _stretch(row: StretchRow) -> ft.Control:
    words: list[ft.Control] = [card_title(row.name), quiet_text(row.holds)]
    if row.muscles:
        words.append(quiet_text(row.muscles))
    if row.how:
        words.append(body_text(row.how))
    return card_of(*words, spacing=4)
