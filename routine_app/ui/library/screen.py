"""The list of routines."""

from collections.abc import Callable, Sequence
from functools import partial

import flet as ft

from routine_app.core.library.view import FilterView, LibraryView, RoutineCard
from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import card_button, pill_button
from routine_app.ui.kit.cards import (
    card_columns,
    card_of,
    card_title,
    in_columns,
    page_title,
    quiet_text,
    reading_column,
    stretched,
    wrapped,
)
from routine_app.ui.kit.figure import FindPicture
from routine_app.ui.library.elsewhere_card import ElsewhereCard
from routine_app.ui.library.resume_card import ResumeCard
from routine_app.ui.library.routine_card import RoutineTile
from routine_app.ui.library.search_bar import SearchBar
from routine_app.ui.library.today_card import TodayCard
from routine_app.ui.shell.routes import EDIT, NEW, route_to

FIRST_CARDS = 6
"""How many cards the first list has when it is sent: as many as a screen shows, on a desk too."""


class LibraryScreen:
    """A card for each routine; a file with errors is a card too, that says what is wrong.

    Above them stand the session that can be gone on with or runs elsewhere, what to do today, what was typed and not
    saved, and what one looks for in a long list; below them, files that are passed over.
    """

    def __init__(
        self,
        *,
        resume_card: ResumeCard,
        elsewhere_card: ElsewhereCard,
        today_card: TodayCard,
        search_bar: SearchBar,
        go: Callable[[str], None],
        import_routine: Callable[[], None],
        find_picture: FindPicture,
    ) -> None:
        self._resume, self._today, self._search_bar = resume_card, today_card, search_bar
        self._elsewhere = elsewhere_card
        self._go, self._find_picture = go, find_picture
        self._drafts, self._passed_over = stretched([]), stretched([])
        self._tiles: Sequence[RoutineTile] = ()
        self._is_whole = True
        self._cards = card_columns()
        new = pill_button("New routine", ft.Icons.ADD_ROUNDED, partial(go, NEW))
        bring_in = pill_button("Import", ft.Icons.DOWNLOAD_ROUNDED, import_routine)
        self.control = reading_column(
            [
                page_title("Routines"),
                resume_card.control,
                elsewhere_card.control,
                today_card.control,
                self._drafts,
                search_bar.control,
                self._cards,
                self._passed_over,
                wrapped([new, bring_in], spacing=12),
            ],
            theme.TWO_COLUMNS_WIDTH,
        )

    def show(self, view: LibraryView, *, is_whole: bool = True) -> None:
        """Write the view to the controls; if not whole, only what is seen and read first, to which `complete` then adds."""
        self._resume.show(view.interrupted)
        self._elsewhere.show(view.elsewhere)
        self._today.show(view.today)
        self._drafts.controls = [self._draft(name) for name in view.unsaved]
        self._drafts.visible = bool(view.unsaved)
        self._passed_over.controls = [card_of(quiet_text(words)) for words in view.passed_over]
        self._passed_over.visible = bool(view.passed_over)
        self._show_cards(view.cards, is_whole=is_whole)
        self.show_search(view.search)

    def show_search(self, view: FilterView | None) -> None:
        """Write only what is looked for: the cards stay, and some of them are hidden."""
        self._search_bar.show(view)
        left_out = view.left_out if view else ()
        for tile in self._tiles:
            tile.control.visible = tile.name not in left_out

    def complete(self) -> None:
        """Add the figures, and the cards that are out of sight; only while the list is on the page."""
        if not self._is_whole:
            self._is_whole = True
            for tile in self._tiles:
                tile.draw(self._find_picture)
            self._cards.controls = in_columns([tile.control for tile in self._tiles])

    def _show_cards(self, cards: Sequence[RoutineCard], *, is_whole: bool) -> None:
        # Made anew: cards that moved among others were seen twice for a moment.
        self._tiles = [RoutineTile(card, self._go) for card in cards]
        self._is_whole = False
        self._cards.controls = in_columns([tile.control for tile in self._tiles[:FIRST_CARDS]])
        if is_whole:
            self.complete()

    def _draft(self, file_name: str) -> ft.Control:
        words: list[ft.Control] = [card_title(f"Not saved: {file_name}"), quiet_text("Go on writing")]
        content = ft.Column(words, spacing=6, tight=True)
        return card_button(content, partial(self._go, route_to(EDIT, file_name)))
