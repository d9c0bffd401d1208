"""Shakes the device, in patterns that a hand can tell apart."""

import asyncio

import flet as ft

from routine_app.core.cues.sounds import Vibration
from routine_app.ui.kit.client_calls import ClientCalls

PULSES = {
    Vibration.HOLD_START: (0.0,),
    Vibration.HOLD_END: (0.0, 0.25),
    Vibration.SIDE_SWITCH: (0.0, 0.25, 0.7, 0.95),
    Vibration.FINISH: (0.0, 0.25, 0.5, 0.75, 1.0),
}
"""When each pulse of a pattern begins, in seconds; a pulse lasts as long as the device makes it."""


class Vibrator:
    """Sends one call for each pulse; a new pattern takes the place of the one under way."""

    def __init__(self, calls: ClientCalls) -> None:
        self._calls = calls
        self._service = ft.HapticFeedback()
        self._pulses: list[asyncio.TimerHandle] = []

    def shake(self, vibration: Vibration) -> None:
        """Begin a pattern of pulses now."""
        self.stop()
        loop = asyncio.get_running_loop()
        self._pulses = [loop.call_later(seconds, self._pulse) for seconds in PULSES[vibration]]

    def stop(self) -> None:
        """Send no more pulses."""
        for pulse in self._pulses:
            pulse.cancel()
        self._pulses = []

    def _pulse(self) -> None:
        self._calls.ask("vibrate", self._service.vibrate)
