"""Sends what changes each second, and looks at nothing else."""

from collections.abc import Collection, Iterable

import flet as ft
from flet.controls.base_control import BaseControl

HOLDING = ("content", "controls")
"""The properties in which controls hold others."""


class TickingPart:
    """Some controls below another one, whose changes go out in one message.

    Flet 1.0.5 compares all that is below the control that it updates: each second that was half of what a session cost
    the server. It also compares what a dictionary holds, at the names and numbers that lead to it.
    """

    def __init__(self, root: ft.Control, controls: Collection[ft.Control]) -> None:
        self._root = root
        self._ways = _leading_to(controls, root)

    def update(self) -> None:
        """Send what has changed of the controls themselves; raises RuntimeError while they are on no page."""
        # As any update does; without it, Flet would update all the page after an event.
        ft.context.mark_update_called()  # type: ignore[no-untyped-call]  # Flet annotates no results
        self._root.page.session.patch_control(self._ways, parent=self._root)  # type: ignore[arg-type]  # for Flet's own use


def _leading_to(wanted: Collection[BaseControl], value: object) -> object:
    """A control that is wanted itself, of another and of a list what in it leads to such; nothing if nothing does."""
    if any(value is control for control in wanted):
        return value
    held: Iterable[tuple[object, object]] = ()
    if isinstance(value, BaseControl):
        held = ((name, getattr(value, name, None)) for name in HOLDING)
    elif isinstance(value, list):
        held = enumerate(value)
    ways = ((key, _leading_to(wanted, item)) for key, item in held)
    return {key: way for key, way in ways if way != {}}
