"""Cards, headings and other still parts that several screens share."""

import flet as ft

from routine_app.core.text.line_breaks import with_soft_breaks
from routine_app.ui.kit import theme
from routine_app.ui.kit.viewport import Viewport

TITLE_SIZE = 30
CARD_TITLE_SIZE = 19
TITLE_SHARES = (1.0, 0.85, 0.7, 0.55, 0.4)
TITLE_LINES_AT_MOST = 3
"""What a title may be of its size, so that it is no higher than these lines of it."""

TITLE_LINES = ft.TextStyle(height=1.2)


def heading(words: ft.Text) -> ft.Control:
    """Make a text the heading that screen readers jump to."""
    return ft.Semantics(content=words, header=True, heading_level=1)


def set_words(text: ft.Text, words: str) -> ft.Text:
    """Have a text show words of which the long ones may be broken; a screen reader gets them whole."""
    text.value = with_soft_breaks(words)
    text.semantics_label = None if text.value == words else words
    return text


def title_text(words: str = "", *, size: float = TITLE_SIZE) -> ft.Text:
    """Make the words of a title, to put into a heading."""
    text = ft.Text(size=size, weight=ft.FontWeight.W_600, color=theme.INK, style=TITLE_LINES)
    return set_words(text, words)


class ScreenTitle:
    """The heading of a screen, smaller where it would take many lines, but no smaller than the title of a card."""

    def __init__(self, words: str = "", size: float = TITLE_SIZE) -> None:
        self._size = size
        self.text = title_text(words, size=size)
        self._viewport = Viewport()
        self.control = heading(self.text)

    def show(self, words: str) -> None:
        """Set the words of the title."""
        set_words(self.text, words)
        self._resize()

    def fit(self, viewport: Viewport) -> None:
        """Set the size of the words for this viewport."""
        self._viewport = viewport
        self._resize()

    def _resize(self) -> None:
        room, scale = self._viewport.reading_width, self._viewport.text_scale
        sizes = [max(self._size * share, CARD_TITLE_SIZE) for share in TITLE_SHARES]
        height = TITLE_LINES_AT_MOST * self._size * scale.words
        self.text.size = scale.largest(sizes, self.text.value, room, height)


def page_title(words: str) -> ft.Control:
    """Make the title at the top of a screen, which is its heading."""
    return heading(title_text(words))


def card_title(words: str) -> ft.Text:
    """Make the title of a card."""
    return set_words(ft.Text(size=CARD_TITLE_SIZE, weight=ft.FontWeight.W_600, color=theme.INK), words)


def quiet_text(words: str, *, size: float = 15) -> ft.Text:
    """Make a line that stands back."""
    return set_words(ft.Text(size=size, color=theme.QUIET), words)


def body_text(words: str) -> ft.Text:
    """Make a paragraph."""
    return set_words(ft.Text(size=16, color=theme.INK), words)


def card(content: ft.Control, *, border_colour: ft.ColorValue | None = None) -> ft.Container:
    """Put something on a card."""
    return ft.Container(
        content=content,
        bgcolor=theme.SURFACE,
        border_radius=theme.CARD_RADIUS,
        padding=18,
        border=ft.Border.all(1.5, border_colour) if border_colour else None,
    )


def card_of(
    *controls: ft.Control, spacing: float = 6, border_colour: ft.ColorValue | None = None
) -> ft.Container:
    """Put controls below each other on a card."""
    return card(ft.Column(list(controls), spacing=spacing, tight=True), border_colour=border_colour)


def titled_card(title: str, *controls: ft.Control, spacing: float = 12) -> ft.Container:
    """Put a title and controls below each other on a card, each as wide as there is room."""
    return card(stretched([card_title(title), *controls], spacing=spacing, tight=True))


class ErrorCard:
    """A card that says what is wrong; without words it is hidden."""

    def __init__(self) -> None:
        self._words = body_text("")
        self.control = card(self._words, border_colour=theme.ACCENT)
        self.show("")

    def show(self, words: str) -> None:
        """Set the words on the card."""
        self._words.value, self.control.visible = words, bool(words)


def stretched(controls: list[ft.Control], *, spacing: float = 12, tight: bool = False) -> ft.Column:
    """Set controls below each other, each as wide as there is room."""
    return ft.Column(
        controls, spacing=spacing, tight=tight, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )


def wrapped(controls: list[ft.Control], *, spacing: float = 8) -> ft.Row:
    """Set controls beside each other, and where there is no more room below."""
    return ft.Row(controls, wrap=True, spacing=spacing, run_spacing=spacing)


def card_columns() -> ft.ResponsiveRow:
    """Make a place for cards: one column on an upright phone, two where there is room."""
    return ft.ResponsiveRow(spacing=12, run_spacing=12)


def in_columns(cards: list[ft.Control]) -> list[ft.Control]:
    """Give each card its share of the columns."""
    for one in cards:
        one.col = {ft.ResponsiveRowBreakpoint.XS: 12, ft.ResponsiveRowBreakpoint.MD: 6}
    return cards


def reading_column(controls: list[ft.Control], width: float = theme.COLUMN_WIDTH) -> ft.Control:
    """Set controls below each other, scrolling, no wider than is good to read."""
    inner = ft.Container(
        content=stretched(controls),
        padding=ft.Padding.symmetric(horizontal=theme.PAGE_MARGIN, vertical=theme.PAGE_MARGIN),
        width=width,
    )
    return ft.Column(
        [ft.Row([ft.Container(inner, expand=True, alignment=ft.Alignment.TOP_CENTER)])],
        scroll=ft.ScrollMode.AUTO,
        expand=True,
    )


def two_columns(left: list[ft.Control], right: list[ft.Control]) -> ft.Control:
    """Set two groups of cards beside each other; on an upright phone the second comes below the first."""
    halves: list[ft.Control] = [_read_apart(stretched(half)) for half in (left, right)]
    return ft.ResponsiveRow(in_columns(halves), spacing=20, run_spacing=12)


def _read_apart(column: ft.Control) -> ft.Control:
    """Have a screen reader go through a column, thing by thing, before it goes on to what stands beside it."""
    # The outer one holds the column together, the inner one keeps the words in it out of the group's name.
    return _unseen_card(_unseen_card(column, is_group=False), is_group=True)


def _unseen_card(content: ft.Control, *, is_group: bool) -> ft.Card:
    return ft.Card(content=content, semantic_container=is_group, elevation=0, margin=0, bgcolor=theme.CLEAR)


def bold_card(content: ft.Control | None = None) -> ft.Container:
    """Make a card in the colour of a hold, with a large button and quiet ones below it."""
    return ft.Container(
        content=content,
        bgcolor=theme.HOLD,
        border_radius=theme.CARD_RADIUS,
        padding=ft.Padding.only(bottom=6),
    )


def bold_line(words: str = "", *, size: float = 16, weight: ft.FontWeight = ft.FontWeight.W_400) -> ft.Text:
    """Make a line of a card in the colour of a hold."""
    return ft.Text(words, size=size, weight=weight, color=theme.ON_HOLD)


def bold_lines(head: str, title: ft.Text, *lines: ft.Text, pill: ft.Text) -> ft.Control:
    """Set the words of a card that as a whole is a button, and at their end what looks like the button."""
    first = bold_line(head, size=15, weight=ft.FontWeight.W_600)
    return ft.Column([first, title, *lines, _play_pill(pill)], spacing=4, tight=True)


def bold_title() -> ft.Text:
    """Make the title of such a card."""
    return bold_line(size=23, weight=ft.FontWeight.W_600)


def _play_pill(words: ft.Text) -> ft.Control:
    """What looks like a button, as wide as its words, or as the card: then they take another line."""
    words.expand = words.expand_loose = True
    content = ft.Row(
        [ft.Icon(ft.Icons.PLAY_ARROW_ROUNDED, color=theme.INK, size=26), words], spacing=8, tight=True
    )
    pill = ft.Container(
        content=content,
        expand=True,
        expand_loose=True,
        bgcolor=theme.BACKGROUND,
        border_radius=theme.TOUCH_TARGET / 2,
        padding=ft.Padding.only(left=14, top=10, right=20, bottom=10),
    )
    return ft.Container(content=ft.Row([pill]), padding=ft.Padding.only(top=8))


def pill_words() -> ft.Text:
    """Make the words for such a pill."""
    return ft.Text(size=17, weight=ft.FontWeight.W_500, color=theme.INK)
