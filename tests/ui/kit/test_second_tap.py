"""A tap that follows too soon on a change of its page."""

import asyncio

import flet as ft
import pytest

from routine_app.ui.kit.buttons import quiet_button
from routine_app.ui.kit.second_tap import note_change
from tests.ui import control_tree
from tests.ui.stand_in_client import StandInClient
from tests.ui.virtual_time import in_virtual_time


class Tapped:
    """A page with a button, and how often it did something."""

    def __init__(self) -> None:
        self.client, self.count = StandInClient(), 0
        self.client.page.views = [ft.View(controls=[quiet_button("More", self._add)])]
        self.client.page.update()

    def _add(self) -> None:
        self.count += 1


@pytest.mark.parametrize(("seconds", "count"), [(0, 0), (0.1, 0), (0.399, 0), (0.401, 1), (3600, 1)])
@in_virtual_time
async def test_for_a_moment_a_page_that_changed_is_deaf(seconds: float, count: int) -> None:
    """What was meant for the screen before meets nothing on the next."""
    tapped = Tapped()
    note_change(tapped.client.page)
    await tapped.client.tap_within(seconds, "More")
    assert tapped.count == count


@in_virtual_time
async def test_what_does_not_change_takes_each_tap() -> None:
    """However quick they are."""
    tapped = Tapped()
    for _ in range(3):
        await tapped.client.tap_within(0.05, "More")
    assert tapped.count == 3


@in_virtual_time
async def test_another_page_hears_all_the_same() -> None:
    """Two people have two fingers."""
    one, other = Tapped(), Tapped()
    note_change(one.client.page)
    await other.client.tap_within(0, "More")
    assert (one.count, other.count) == (0, 1)


def test_on_no_page_a_button_works() -> None:
    """There is nothing that could change."""
    pressed: list[str] = []
    control_tree.press(quiet_button("More", lambda: pressed.append("more")))
    assert pressed == ["more"]


@in_virtual_time
async def test_a_long_wait_is_forgotten() -> None:
    """Only the last change counts."""
    tapped = Tapped()
    note_change(tapped.client.page)
    await asyncio.sleep(1)
    note_change(tapped.client.page)
    await tapped.client.tap_within(0.2, "More")
    assert tapped.count == 0
