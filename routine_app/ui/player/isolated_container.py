"""A part of a screen that is sent only when it is itself updated."""

import flet as ft


@ft.control("Container", isolated=True)  # type: ignore[arg-type]  # typed for Flet's own use only
class IsolatedContainer(ft.Container):
    """A container that an update of what is around it passes by.

    Flet 1.0.5 sends the whole style of a button with every update that comes by it; this keeps the
    buttons out of the update that the player makes each second.
    """
