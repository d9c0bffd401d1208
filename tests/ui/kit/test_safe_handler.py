"""A mistake in one handler, which must not take the page from its user."""

import logging
from collections.abc import Callable
from functools import partial

import flet as ft
import pytest

from routine_app.ui.kit.buttons import MainButton, card_button, quiet_button, round_button
from routine_app.ui.kit.safe_handler import guarded, quietly
from tests.ui import control_tree
from tests.ui.stand_in_client import StandInClient
from tests.ui.virtual_time import in_virtual_time

Act = Callable[[], None]


def fail(*_: object) -> None:
    """Have a mistake in it."""
    raise ValueError("a mistake")


def test_what_is_right_is_done_with_its_arguments() -> None:
    """The guard adds nothing of its own."""
    done: list[tuple[int, int]] = []

    def act(one: int, *, other: int) -> None:
        done.append((one, other))

    guarded(act)(1, other=2)
    assert done == [(1, 2)]


def test_what_raises_is_logged_and_no_more(caplog: pytest.LogCaptureFixture) -> None:
    """With what it raised."""
    guarded(fail)(1)
    (record,) = caplog.records
    assert record.levelno == logging.ERROR
    assert record.exc_info is not None
    assert record.exc_info[0] is ValueError


def test_what_ends_the_program_is_let_through() -> None:
    """Ctrl-C is no mistake of a handler."""

    def interrupt() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        guarded(interrupt)()


@pytest.mark.parametrize(
    "button",
    [
        MainButton("Go", fail).control,
        quiet_button(ft.Text("Go"), fail),
        round_button("Go", ft.Icons.CLOSE, fail),
        card_button(ft.Text("Go"), partial(fail, 1)),
    ],
    ids=["main", "quiet", "round", "card"],
)
def test_every_button_is_guarded(
    button: ft.FilledButton | ft.IconButton, caplog: pytest.LogCaptureFixture
) -> None:
    """Whichever kind it is."""
    control_tree.press(button)
    assert len(caplog.records) == 1


@in_virtual_time
async def test_flet_still_sees_what_a_guarded_handler_wants() -> None:
    """One that takes the event gets it, one that takes nothing is called with nothing."""
    client, heard = StandInClient(), []

    def with_event(event: ft.RouteChangeEvent) -> None:
        heard.append(event.route)

    def without() -> None:
        heard.append("resized")

    client.page.on_route_change, client.page.on_resize = guarded(with_event), guarded(without)
    await client.go_to("/there")
    await client.tell_page("resize", {"width": 1.0, "height": 1.0})
    assert heard == ["/there", "resized"]


@pytest.mark.parametrize(("make", "sent"), [(guarded, 1), (quietly, 0)])
@in_virtual_time
async def test_after_a_quiet_handler_nothing_is_looked_for(make: Callable[[Act], Act], sent: int) -> None:
    """What it changes it sends by itself; after another all that has changed on the page is sent."""
    client, words = StandInClient(), ft.Text("before")

    def change() -> None:
        words.value = "after"

    client.page.views = [ft.View(controls=[words])]
    client.page.on_resize = make(change)
    client.page.update()
    client.patched.clear()
    await client.tell_page("resize", {"width": 1.0, "height": 1.0})
    assert len(client.patched) == sent


def test_a_quiet_handler_is_guarded_too(caplog: pytest.LogCaptureFixture) -> None:
    """What it raises is logged."""
    quietly(fail)()
    assert len(caplog.records) == 1
