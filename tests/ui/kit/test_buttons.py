"""What is sent of a button."""

from collections.abc import Callable

import flet as ft
import pytest

from routine_app.ui.kit.buttons import (
    MainButton,
    back_button,
    bold_button,
    card_button,
    quiet_button,
    round_button,
    wrapping_pill,
)
from tests.ui.stand_in_client import StandInClient
from tests.ui.virtual_time import in_virtual_time

Button = ft.FilledButton | ft.IconButton

KINDS: tuple[Callable[[], Button], ...] = (
    lambda: MainButton("Start", print, ft.Icons.PLAY_ARROW_ROUNDED).control,
    lambda: quiet_button("+10 s", print),
    lambda: wrapping_pill(ft.Text("Short"), print, ft.FontWeight.W_500),
    lambda: card_button(ft.Text("Hips"), print),
    lambda: bold_button(ft.Text("Continue"), print, vertical=14),
    lambda: round_button("Skip", ft.Icons.SKIP_NEXT_ROUNDED, print),
    lambda: back_button(print),
)


@pytest.mark.parametrize("make", KINDS)
@in_virtual_time
async def test_a_button_that_stays_as_it_is_is_sent_once(make: Callable[[], Button]) -> None:
    """An update that comes by sends nothing of it: neither its style nor that it has one."""
    client, button = StandInClient(), make()
    client.page.views = [ft.View(controls=[button])]
    client.page.update()
    client.patched.clear()
    for _ in range(2):
        client.page.update()
    assert client.patched == []


@pytest.mark.parametrize("make", KINDS)
@in_virtual_time
async def test_another_colour_is_sent(make: Callable[[], Button]) -> None:
    """With its style, which the client draws by, and only once."""
    client, button = StandInClient(), make()
    client.page.views = [ft.View(controls=[button])]
    client.page.update()
    button.bgcolor = ft.Colors.PRIMARY_FIXED
    client.page.update()
    assert client.sent.count(b"primaryfixed") >= 1
    client.check()
    client.patched.clear()
    client.page.update()
    assert client.patched == []
