"""The player: what to do now, on which side, for how much longer."""

from dataclasses import replace
from functools import partial

import flet as ft

from routine_app.core.routine.plan import StepKind
from routine_app.core.session.player_view import PlayerView, Ring
from routine_app.ui.kit import theme
from routine_app.ui.kit.client_calls import ClientCalls
from routine_app.ui.kit.figure import Figure, FindPicture
from routine_app.ui.kit.second_tap import tapped
from routine_app.ui.kit.viewport import Viewport
from routine_app.ui.player.buttons import IsolatedContainer, PlayerButtons
from routine_app.ui.player.layout.arrange import player_layout
from routine_app.ui.player.layout.compact import BETWEEN_SCROLLED
from routine_app.ui.player.layout.sizes import (
    BESIDE_FIGURE,
    BESIDE_RING,
    CUE_LINE,
    TOP_BAR_HEIGHT,
    PlayerLayout,
)
from routine_app.ui.player.progress_bar import ProgressBar
from routine_app.ui.player.questions import EndQuestion, SleepQuestion
from routine_app.ui.player.ring import CountdownRing
from routine_app.ui.player.session_runner import SessionRunner
from routine_app.ui.player.texts import PlayerTexts
from routine_app.ui.player.ticking_part import TickingPart
from routine_app.ui.shell.page_settings import PageSettings

PHASE_COLOURS = {
    StepKind.GET_READY: (theme.GAP, theme.ON_GAP),
    StepKind.HOLD: (theme.HOLD, theme.ON_HOLD),
    StepKind.SWITCH: (theme.SWITCH, theme.ON_SWITCH),
    StepKind.REST: (theme.GAP, theme.ON_GAP),
}
"""The one accent that a phase has, and what is written on it."""

STANDING_RING = Ring(0.0, 0.0)
"""In the place of a view's ring where all but the ticking is compared."""

FIGURE_SHARE = 0.88
"""How much of its card a figure takes."""


class PlayerScreen:
    """The player's controls. `show` is all that writes to them; `fit` sets their sizes and places.

    What changes each second lies as flat as can be in one part, and `update` sends no more than that
    part; the rest it sends when it changes.
    """

    def __init__(
        self,
        session: SessionRunner,
        settings: PageSettings,
        find_picture: FindPicture,
        viewport: Viewport,
    ) -> None:
        self._session = session
        self._words = PlayerTexts()
        self._figure = Figure(find_picture)
        self._segments = ProgressBar()
        self._ring = CountdownRing(self._words.digits, self._words.phase)
        self._ring_place = self._tappable(self._ring.control, expand=True)
        self._sleep_question = SleepQuestion(session)
        self._end_question = EndQuestion(session)
        self._questions = [self._sleep_question.control, self._end_question.control]
        self._buttons = PlayerButtons(session, settings)
        self._top = IsolatedContainer(content=self._top_bar())
        self._make_places()
        self._calls = ClientCalls()
        self._most_digits = 2
        self._between_ticks: PlayerView | None = None
        self._still_view: PlayerView | None = None
        self._viewport, self._has_figure = viewport, True
        self._layout = player_layout(viewport.width, viewport.height, viewport.text_scale)
        self._arrange()

    def _make_places(self) -> None:
        """Make what the parts stand in, wherever a layout puts them."""
        self._figure_card = ft.Container(
            content=self._figure.control,
            bgcolor=theme.SURFACE,
            border_radius=28,
            alignment=ft.Alignment.CENTER,
        )
        self._scrolled = ft.Column(
            spacing=BETWEEN_SCROLLED,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
            scroll=ft.ScrollMode.ALWAYS,
            expand=True,
        )
        self._within_margins = ft.Container()
        self.control = ft.SafeArea(
            content=ft.Container(
                content=self._within_margins, alignment=ft.Alignment.TOP_CENTER, expand=True
            ),
            expand=True,
        )

    @property
    def has_focused_button(self) -> bool:
        """Whether a key press already goes to a button."""
        return self._buttons.has_focus

    def forget_focus(self) -> None:
        """Forget which button has the keyboard's focus, as after a reload."""
        self._buttons.forget_focus()

    def forget_view(self) -> None:
        """Write everything anew with the next view, as when the colours of the theme change."""
        self._between_ticks = None

    def show(self, view: PlayerView) -> None:
        """Write the view to the controls."""
        colour, on_colour = PHASE_COLOURS[view.phase]
        self._most_digits = view.most_digits
        self._words.show(view, colour)
        self._has_figure = self._figure.show(view.figure, is_mirrored=view.is_mirrored)
        self._figure_card.visible = self._has_figure
        self._choose_layout()
        self._words.resize(self._layout, view.most_digits)
        self._ring.show(view.ring, colour, view.form)
        self._segments.show(view.segments)
        self._ring_place.visible = self._scrolled.visible = not view.has_question
        self._sleep_question.show(None if view.asks_to_end else view.sleep_report)
        self._end_question.show(is_asked=view.asks_to_end)
        self._buttons.show(view, colour, on_colour)

    def show_first(self, view: PlayerView) -> None:
        """Write the view before the screen is put on a page, which sends all of it."""
        self.show(view)
        self._between_ticks = _between_ticks(view)
        self._still_view = _still(self._between_ticks)

    def update(self, view: PlayerView) -> None:
        """Show the view, and send what changed; raises RuntimeError while it is on no page."""
        between_ticks = _between_ticks(view)
        if between_ticks == self._between_ticks:
            self._words.tick(view)
            self._ring.show(view.ring, PHASE_COLOURS[view.phase][0], view.form)
            self._ticking.update()
            return
        arranged_before = self._counting
        self.show(view)
        part = self._counting if self._counting is arranged_before else self._within_margins
        part.update()
        self._between_ticks = between_ticks
        still_view = _still(between_ticks)
        if still_view != self._still_view:
            for part in (self._top, *self._questions, self._buttons.control):
                part.update()
            self._still_view = still_view

    def fit(self, viewport: Viewport) -> None:
        """Arrange the parts for a viewport."""
        self._viewport = viewport
        self._choose_layout()

    def _choose_layout(self) -> None:
        width, height, text_scale = self._viewport.width, self._viewport.height, self._viewport.text_scale
        layout = player_layout(width, height, text_scale, has_figure=self._has_figure)
        if layout != self._layout:
            self._layout = layout
            self._arrange()

    def scroll(self, lines: int) -> None:
        """Move what scrolls by so many lines of the cue, down or with less than none up."""
        layout = self._layout
        if layout.is_compact:
            delta = lines * layout.words.cue * CUE_LINE
            self._calls.ask("scroll", partial(self._scrolled.scroll_to, delta=delta))

    def _arrange(self) -> None:
        layout = self._layout
        self._words.make_places()
        self._words.resize(layout, self._most_digits)
        self._figure_card.width = self._figure_card.height = layout.figure
        self._figure.resize(layout.figure * FIGURE_SHARE)
        self._ring.resize(layout.ring, has_phase=not layout.is_compact)
        self._ring_place.expand = not layout.is_compact
        self._sleep_question.resize(layout)
        self._end_question.resize(layout)
        for question in self._questions:
            question.expand = 2 if layout.is_compact else 1
        self._buttons.resize(layout)
        self._within_margins.width = layout.width
        self._within_margins.padding = ft.Padding.only(bottom=layout.gap)
        arrange = self._two_columns if layout.is_two_columns else self._one_column
        parts = arrange(layout)
        # Made anew, as `Place` has it: parts that go from one holder to another are sent as they are.
        self._counting = ft.Column(
            [self._top, self._segments.control, *parts],
            spacing=layout.gap,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )
        root = parts[0] if layout.is_two_columns else self._counting
        self._ticking = TickingPart(root, [*self._ring.moving, self._words.digits, self._words.left])
        self._within_margins.content = self._counting
        self._between_ticks = None

    def _one_column(self, layout: PlayerLayout) -> list[ft.Control]:
        heading = self._tappable(self._heading(layout))
        if layout.is_compact:
            beside = ft.Column([self._words.side, self._words.phase], spacing=4, tight=True, expand=True)
            self._ring_place.content = ft.Row([self._ring.control, beside], spacing=BESIDE_RING)
        else:
            self._ring_place.content = self._ring.control
        return [heading, self._ring_place, *self._questions, *self._lower(layout)]

    def _two_columns(self, layout: PlayerLayout) -> list[ft.Control]:
        left = ft.Column(
            [self._tappable(self._heading(layout)), *self._lower(layout)],
            expand=True,
            spacing=layout.gap,
            alignment=ft.MainAxisAlignment.CENTER,
        )
        if layout.is_compact:
            self._ring_place.content = ft.Column(
                [self._ring.control, self._words.side, self._words.phase],
                width=layout.ring_column,
                spacing=0,
                alignment=ft.MainAxisAlignment.CENTER,
                horizontal_alignment=ft.CrossAxisAlignment.CENTER,
            )
        else:
            self._ring_place.content = self._ring.control
        columns: list[ft.Control] = [left, self._ring_place, *self._questions]
        return [ft.Row(columns, expand=True, spacing=layout.gap * 2)]

    def _top_bar(self) -> ft.Control:
        return ft.Row(
            [self._buttons.close, self._words.title_place, *self._buttons.switches],
            height=TOP_BAR_HEIGHT,
            spacing=0,
        )

    def _heading(self, layout: PlayerLayout) -> ft.Control:
        side = [] if layout.is_compact else [self._words.side]
        words = ft.Column([self._words.name_place, *side], tight=True, spacing=4, expand=True)
        figure: list[ft.Control] = [] if layout.figure_scrolls else [self._figure_card]
        return ft.Row([*figure, words], spacing=BESIDE_FIGURE)

    def _lower(self, layout: PlayerLayout) -> list[ft.Control]:
        if layout.is_compact:
            figure: list[ft.Control] = [ft.Row([self._figure_card])] if layout.figure_scrolls else []
            self._scrolled.controls = [
                self._words.cue,
                self._words.next,
                ft.Row([self._words.left]),
                *figure,
            ]
            return [self._scrolled, self._buttons.control]
        return [self._words.cue_place, self._words.next_place, self._buttons.control]

    def _tappable(self, content: ft.Control, *, expand: bool = False) -> ft.GestureDetector:
        return ft.GestureDetector(
            content=content,
            expand=expand,
            exclude_from_semantics=True,
            on_tap=tapped(self._session.pause_or_resume),
        )


def _between_ticks(view: PlayerView) -> PlayerView:
    """The view without what changes each second."""
    return replace(view, digits="", ring=STANDING_RING, time_left_words="")


def _still(between_ticks: PlayerView) -> PlayerView:
    """The view also without what one timed cue after the other changes."""
    return replace(between_ticks, cue="", next_words="")
