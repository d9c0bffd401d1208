"""How loud it is: a slider, and a button at each end of it."""

from collections.abc import Callable

import flet as ft

from routine_app.core.settings.view import volume_words
from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import round_button
from routine_app.ui.kit.cards import body_text, quiet_text
from routine_app.ui.kit.safe_handler import guarded

STEP_PERCENT = 10
MOST_PERCENT = 100


class VolumeRow:
    """A slider in steps of ten, for fingers and mice, between two buttons for all who use neither.

    Flet's Cupertino slider: in a browser the other lies, in the tree that screen readers get, over
    everything else on the page, and both give their input no name there (Flet 1.0.5), hence none is in it.
    """

    def __init__(self, on_change: Callable[[int], None]) -> None:
        self._on_change = on_change
        self._percent = 0
        self._is_sliding = False
        self._words = quiet_text("", size=16)
        self._slider = ft.CupertinoSlider(
            max=MOST_PERCENT,
            divisions=MOST_PERCENT // STEP_PERCENT,
            height=theme.TOUCH_TARGET,
            active_color=theme.HOLD,
            expand=True,
            on_change=guarded(self._follow),
            on_change_end=guarded(self._released),
        )
        self.control = self._arranged()

    def show(self, percent: int) -> None:
        """Show a volume of 0 to 100; the slider stays with the finger that is on it."""
        self._percent = percent
        if not self._is_sliding:
            self._slider.value = percent
            self._words.value = volume_words(percent)

    def _arranged(self) -> ft.Control:
        name = body_text("Volume")
        name.expand = True
        said = ft.Semantics(content=self._words, live_region=True)
        seen_only = ft.Semantics(content=self._slider, exclude_semantics=True, expand=True)
        size = theme.TOUCH_TARGET
        quieter = round_button("Quieter", ft.Icons.VOLUME_DOWN_ROUNDED, self._quieter, size=size)
        louder = round_button("Louder", ft.Icons.VOLUME_UP_ROUNDED, self._louder, size=size)
        return ft.Column([ft.Row([name, said]), ft.Row([quieter, seen_only, louder], spacing=12)], spacing=8)

    def _follow(self) -> None:
        """Show the volume that the finger is at."""
        self._is_sliding = True
        self._words.value = volume_words(round(self._slider.value or 0))

    def _released(self) -> None:
        self._change(round(self._slider.value or 0))

    def _louder(self) -> None:
        self._change(step_up(self._percent))

    def _quieter(self) -> None:
        self._change(step_down(self._percent))

    def _change(self, percent: int) -> None:
        self._is_sliding = False
        self.show(percent)
        self._on_change(percent)


def step_up(percent: int) -> int:
    """The next of 0, 10, 20 … 100 above a volume."""
    return min((percent // STEP_PERCENT + 1) * STEP_PERCENT, MOST_PERCENT)


def step_down(percent: int) -> int:
    """The next of 0, 10, 20 … 100 below a volume."""
    return max(-(-percent // STEP_PERCENT) * STEP_PERCENT - STEP_PERCENT, 0)
