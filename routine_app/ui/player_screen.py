"""The player: what to do now, on which side, for how much longer."""

import flet as ft

from routine_app.core.plan import StepKind
from routine_app.core.present.player import PlayerView
from routine_app.ui import theme
from routine_app.ui.figure import Figure, FindPicture
from routine_app.ui.player_buttons import PlayerButtons
from routine_app.ui.player_commands import PlayerCommands
from routine_app.ui.player_layout import TOP_BAR_HEIGHT, PlayerLayout, player_layout
from routine_app.ui.player_words import PlayerWords
from routine_app.ui.ring import CountdownRing
from routine_app.ui.segment_bar import SegmentBar
from routine_app.ui.sleep_question import SleepQuestion

PHASE_COLOURS = {
    StepKind.GET_READY: (theme.GAP, theme.ON_GAP),
    StepKind.HOLD: (theme.HOLD, theme.ON_HOLD),
    StepKind.SWITCH: (theme.SWITCH, theme.ON_SWITCH),
    StepKind.REST: (theme.GAP, theme.ON_GAP),
}
"""The one accent that a phase has, and what is written on it."""

FIGURE_SHARE = 0.88
"""How much of its card a figure takes."""


class PlayerScreen:
    """The player's controls. `show` is all that writes to them; `fit` sets their sizes and places."""

    def __init__(self, commands: PlayerCommands, find_picture: FindPicture) -> None:
        self._commands = commands
        self._words = PlayerWords()
        self._figure = Figure(find_picture)
        self._figure_card = ft.Container(
            content=self._figure.control,
            bgcolor=theme.SURFACE,
            border_radius=28,
            alignment=ft.Alignment.CENTER,
        )
        self._ring = CountdownRing(self._in_the_ring())
        self._question = SleepQuestion(commands)
        self._segments = SegmentBar()
        self._buttons = PlayerButtons(commands)
        self._layout = player_layout(390, 844)
        self._most_digits = 2
        self.control = ft.SafeArea(content=ft.Container(), expand=True)
        self._arrange()

    @property
    def has_focused_button(self) -> bool:
        """Whether a key press already goes to a button."""
        return self._buttons.has_focus

    def forget_focus(self) -> None:
        """Take it that no button has the focus, as after a reload."""
        self._buttons.forget_focus()

    def show(self, view: PlayerView) -> None:
        """Write the view to the controls."""
        colour, on_colour = PHASE_COLOURS[view.phase]
        self._most_digits = view.most_digits
        self._words.show(view, colour)
        self._words.resize(self._layout, view.most_digits)
        self._figure_card.visible = self._figure.show(view.figure, is_mirrored=view.is_mirrored)
        self._ring.show(view.ring, colour)
        self._ring.control.visible = view.sleep_report is None
        self._question.show(view.sleep_report)
        self._segments.show(view.segments)
        self._buttons.show(view, colour, on_colour)

    def fit(self, width: float, height: float) -> None:
        """Arrange the parts for a screen of that size, in logical pixels."""
        layout = player_layout(width, height)
        if layout != self._layout:
            self._layout = layout
            self._arrange()

    def _arrange(self) -> None:
        layout = self._layout
        self._words.resize(layout, self._most_digits)
        self._figure_card.width = self._figure_card.height = layout.figure
        self._figure.resize(layout.figure * FIGURE_SHARE)
        self._ring.resize(layout.ring)
        self._question.resize(layout.question_width, layout.ring)
        self._buttons.resize(layout)
        body = self._two_columns(layout) if layout.is_two_columns else self._one_column(layout)
        self.control.content = ft.Container(
            content=ft.Container(
                content=ft.Column([*self._top(), *body], spacing=layout.gap), width=layout.width
            ),
            alignment=ft.Alignment.TOP_CENTER,
            padding=ft.Padding.only(bottom=layout.gap),
            expand=True,
        )

    def _one_column(self, layout: PlayerLayout) -> list[ft.Control]:
        upper = ft.Column([self._heading(), self._middle()], expand=True, spacing=layout.gap)
        return [self._tappable(upper, expand=True), *self._lower(layout, ft.Alignment.CENTER)]

    def _two_columns(self, layout: PlayerLayout) -> list[ft.Control]:
        left = ft.Column(
            [self._tappable(self._heading()), *self._lower(layout, ft.Alignment.TOP_LEFT)],
            expand=True,
            spacing=layout.gap,
            alignment=ft.MainAxisAlignment.CENTER,
        )
        right = self._tappable(self._middle(), expand=True)
        return [ft.Row([left, right], expand=True, spacing=layout.gap * 2)]

    def _top(self) -> list[ft.Control]:
        title = ft.Container(content=self._words.title, alignment=ft.Alignment.CENTER, expand=True)
        counterweight = ft.Container(width=theme.TOUCH_TARGET)
        return [
            ft.Row([self._buttons.close, title, counterweight], height=TOP_BAR_HEIGHT, spacing=0),
            self._segments.control,
        ]

    def _heading(self) -> ft.Control:
        words = ft.Column([self._words.name, self._words.side], tight=True, spacing=4, expand=True)
        return ft.Row([self._figure_card, words], spacing=14)

    def _middle(self) -> ft.Control:
        return ft.Container(
            content=ft.Stack([self._ring.control, self._question.control], alignment=ft.Alignment.CENTER),
            alignment=ft.Alignment.CENTER,
            expand=True,
        )

    def _in_the_ring(self) -> ft.Control:
        return ft.Column(
            [self._words.digits, self._words.phase],
            tight=True,
            spacing=0,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
            alignment=ft.MainAxisAlignment.CENTER,
        )

    def _lower(self, layout: PlayerLayout, alignment: ft.Alignment) -> list[ft.Control]:
        return [
            ft.Container(content=self._words.cue, height=layout.cue_height, alignment=alignment),
            ft.Row([self._words.next, self._words.left], height=24),
            self._buttons.control,
        ]

    def _tappable(self, content: ft.Control, *, expand: bool = False) -> ft.Control:
        return ft.GestureDetector(
            content=content,
            expand=expand,
            exclude_from_semantics=True,
            on_tap=self._commands.pause_or_resume,
        )
