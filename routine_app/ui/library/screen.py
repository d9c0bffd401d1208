"""The list of routines."""

from collections.abc import Sequence
from functools import partial
from typing import Protocol

import flet as ft

from routine_app.core.library.view import FilterView, LibraryView, RoutineCard
from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import card_button, pill_button
from routine_app.ui.kit.cards import (
    card_columns,
    card_title,
    in_columns,
    page_title,
    quiet_text,
    reading_column,
)
from routine_app.ui.kit.figure import FindPicture
from routine_app.ui.library.resume_card import ResumeCard
from routine_app.ui.library.routine_card import routine_tile
from routine_app.ui.library.search_bar import SearchBar
from routine_app.ui.library.today_card import TodayCard


class LibraryCommands(Protocol):
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

    def look_for(self, words: str) -> None:
        """Leave only the routines that have these words."""

    def toggle_muscle(self, muscle: str) -> None:
        """Leave only those that work this muscle too, or no longer ask for it."""

    def show_all(self) -> None:
        """Look for nothing any more."""


class LibraryScreen:
    """A card for each routine; a file with errors is a card too, that says what is wrong.

    Above them stand the session that can be gone on with, what to do today, what was typed and not saved, and
    what one looks for in a long list.
    """

    def __init__(self, commands: LibraryCommands, find_picture: FindPicture) -> None:
        self._commands = commands
        self._find_picture = find_picture
        self._interrupted = ResumeCard(commands.go_on, commands.end_interrupted)
        self._today = TodayCard(commands.open_today)
        self._drafts = ft.Column(
            spacing=12, visible=False, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
        )
        self._filter = SearchBar(commands)
        self._tiles: list[tuple[str, ft.Control]] = []
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
                self._filter.control,
                self._cards,
                more,
            ],
            theme.TWO_COLUMNS_WIDTH,
        )

    def show(self, view: LibraryView) -> None:
        """Write the view to the controls."""
        self._interrupted.show(view.interrupted)
        self._today.show(view.today)
        self._drafts.controls = [self._draft(name) for name in view.unsaved]
        self._drafts.visible = bool(view.unsaved)
        self._show_cards(view.cards)
        self.show_search(view.search)

    def show_search(self, view: FilterView | None) -> None:
        """Write only what is looked for: the cards stay, and some of them are hidden."""
        self._filter.show(view)
        left_out = view.left_out if view else ()
        for name, tile in self._tiles:
            tile.visible = name not in left_out

    def _show_cards(self, cards: Sequence[RoutineCard]) -> None:
        # Made anew: cards that moved among others were seen twice for a moment.
        self._tiles = [(card.name, routine_tile(card, self._commands, self._find_picture)) for card in cards]
        self._cards.controls = in_columns([tile for _, tile in self._tiles])

    def _draft(self, file_name: str) -> ft.Control:
        words: list[ft.Control] = [card_title(f"Not saved: {file_name}"), quiet_text("Go on writing")]
        content = ft.Column(words, spacing=6, tight=True)
        return card_button(content, partial(self._commands.edit_file, file_name))
