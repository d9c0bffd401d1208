"""The buttons of the player, and which of them has the keyboard's focus."""

import flet as ft

from routine_app.core.session.player_view import PlayerView
from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import MainButton, quiet_button, round_button
from routine_app.ui.kit.switches import SwitchButton
from routine_app.ui.player.layout.sizes import BETWEEN_BUTTONS, PlayerLayout
from routine_app.ui.player.session_runner import SessionRunner
from routine_app.ui.shell.page_settings import PageSettings


@ft.control("Container", isolated=True)  # type: ignore[arg-type]  # typed for Flet's own use only
class IsolatedContainer(ft.Container):
    """A container that an update of what is around it passes by: each second the player has nothing to look for in its buttons."""


class PlayerButtons:
    """Close at the top; Back, Pause, +10 s and Skip in the lower third."""

    def __init__(self, session: SessionRunner, settings: PageSettings) -> None:
        self.close = round_button(
            "Stop", ft.Icons.CLOSE, session.leave, size=theme.TOUCH_TARGET, is_raised=False
        )
        self._sounds = SwitchButton(
            "Sounds", ft.Icons.VOLUME_UP_ROUNDED, ft.Icons.VOLUME_OFF_ROUNDED, settings.toggle_sounds
        )
        self._voice = SwitchButton(
            "Voice",
            ft.Icons.RECORD_VOICE_OVER_ROUNDED,
            ft.Icons.VOICE_OVER_OFF_ROUNDED,
            settings.toggle_voice,
        )
        self.switches: list[ft.IconButton] = [self._sounds.control, self._voice.control]
        self._back = round_button("Back", ft.Icons.SKIP_PREVIOUS_ROUNDED, session.back)
        self._main = MainButton("Pause", session.pause_or_resume, ft.Icons.PAUSE_ROUNDED)
        self._main.control.expand = True
        self._add_words = ft.Text("+10 s", no_wrap=True)
        self._add = quiet_button(self._add_words, session.add_ten_seconds)
        self._skip = round_button("Skip", ft.Icons.SKIP_NEXT_ROUNDED, session.skip)
        self.control = IsolatedContainer(content=self._in_one_row())
        self._has_icon = True
        self._focused: set[int] = set()
        for button in (self.close, self._back, self._main.control, self._add, self._skip):
            self._watch_focus(button)
        for switch in self.switches:
            self._watch_focus(switch)

    @property
    def has_focus(self) -> bool:
        """Whether a key press already goes to one of the buttons."""
        return bool(self._focused)

    def forget_focus(self) -> None:
        """Forget which button has the keyboard's focus, as after a reload."""
        self._focused.clear()

    def show(self, view: PlayerView, colour: ft.ColorValue, on_colour: ft.ColorValue) -> None:
        """Show what the main button does now, or hide the row while a question is asked."""
        self.control.visible = not view.has_question
        self._sounds.show(is_on=view.has_sounds)
        self._voice.show(is_on=view.has_voice)
        words = "Resume" if view.is_paused else "Pause"
        icon = ft.Icons.PLAY_ARROW_ROUNDED if view.is_paused else ft.Icons.PAUSE_ROUNDED
        self._main.show(words, icon if self._has_icon else None)
        self._main.colour(colour, on_colour)

    def resize(self, layout: PlayerLayout) -> None:
        """Take the sizes of a layout."""
        self._has_icon = layout.has_main_icon
        drawn_larger = layout.text_scale.words
        self._main.resize(layout.main_button, layout.words.main_button / drawn_larger)
        for button in (self._back, self._skip):
            button.width = button.height = layout.button
        self._add.height = layout.add_button
        self._add_words.size = layout.words.button / drawn_larger
        self._add.expand = layout.has_button_rows
        self.control.height = layout.buttons_height
        self.control.content = self._in_rows() if layout.has_button_rows else self._in_one_row()

    def _in_one_row(self) -> ft.Control:
        return _row([self._back, self._main.control, self._add, self._skip])

    def _in_rows(self) -> ft.Control:
        """The main button alone, the others below it."""
        rows: list[ft.Control] = [_row([self._main.control]), _row([self._back, self._add, self._skip])]
        return ft.Column(rows, spacing=BETWEEN_BUTTONS)

    def _watch_focus(self, button: ft.IconButton | ft.FilledButton) -> None:
        def focused() -> None:
            self._focused.add(id(button))

        def left() -> None:
            self._focused.discard(id(button))

        button.on_focus, button.on_blur = focused, left


def _row(buttons: list[ft.Control]) -> ft.Row:
    return ft.Row(buttons, spacing=BETWEEN_BUTTONS, vertical_alignment=ft.CrossAxisAlignment.CENTER)
