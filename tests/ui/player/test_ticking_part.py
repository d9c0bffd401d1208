"""What changes each second goes out in one message, and nothing else is looked at."""

import flet as ft
import pytest

from routine_app.ui.player.ticking_part import TickingPart
from tests.ui.control_tree import control_id
from tests.ui.stand_in_client import StandInClient
from tests.ui.virtual_time import in_virtual_time


class Parts:
    """A column with controls at several depths of it; a client has it on its page."""

    def __init__(self) -> None:
        self.near, self.far, self.still = ft.Text("near"), ft.Text("far"), ft.Text("still")
        self.ring = ft.Container(
            gradient=ft.SweepGradient(colors=[], end_angle=1.0), content=ft.Text("in it")
        )
        card = ft.Container(content=ft.Stack([ft.Text(), self.ring, self.far]))
        self.root = ft.Column([self.still, card, ft.Row([ft.Text(), self.near])])
        self.client = StandInClient()
        self.client.page.views = [ft.View(controls=[self.root])]
        self.client.page.update()
        self.client.patched.clear()

    def change(self, number: int) -> None:
        """Change what ticks."""
        self.near.value, self.far.value = f"near {number}", f"far {number}"
        assert isinstance(self.ring.gradient, ft.SweepGradient)
        self.ring.gradient.end_angle = number / 7

    def ticking(self) -> TickingPart:
        """All of that."""
        return TickingPart(self.root, [self.ring, self.far, self.near])


@in_virtual_time
async def test_the_message_is_that_of_an_update_of_the_whole() -> None:
    """To the byte, so that the client is told nothing else; where nothing has changed, it is told nothing."""
    parts = Parts()
    parts.change(1)
    parts.root.update()
    whole, ticking = parts.client.sent, parts.ticking()
    for number in (2, 1, 1):
        parts.change(number)
        ticking.update()
    assert parts.client.sent == whole
    assert parts.client.patched == [control_id(parts.root)] * 3


@in_virtual_time
async def test_nothing_else_is_looked_at() -> None:
    """Another control that was changed waits for an update that comes by it."""
    parts = Parts()
    ticking = parts.ticking()
    parts.still.value = "changed"
    ticking.update()
    assert parts.client.patched == []
    parts.still.update()
    assert parts.client.patched == [control_id(parts.still)]


@in_virtual_time
async def test_an_event_that_led_to_it_updates_nothing_more() -> None:
    """As after any other update: else Flet would look at the whole page."""
    parts = Parts()
    ticking = parts.ticking()

    def tick() -> None:
        parts.change(1)
        ticking.update()

    parts.client.page.on_resize = tick
    parts.still.value = "changed"
    await parts.client.tell_page("resize", {"width": 1.0, "height": 1.0})
    assert parts.client.patched == [control_id(parts.root)]


@in_virtual_time
async def test_off_the_page_it_raises() -> None:
    """Whoever updates knows then that nobody sees it."""
    with pytest.raises(RuntimeError, match="added to the page"):
        TickingPart(ft.Column(), []).update()
