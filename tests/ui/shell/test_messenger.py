"""Messages at the foot of the page."""

import logging

import flet as ft
import pytest

from routine_app.core.errors import UserFacingError
from routine_app.ui.shell.messenger import UNDO_SECONDS, Messenger, reporting
from tests.ui.fake_shell import FakeMessenger
from tests.ui.stand_in_client import StandInClient
from tests.ui.virtual_time import in_virtual_time

logger = logging.getLogger(__name__)


@in_virtual_time
async def test_what_a_message_tells_can_be_undone() -> None:
    """By the button beside it; a message without one has none."""
    client, undone = StandInClient(), []
    messenger = Messenger(client.page)
    messenger.show("Kept hips.yaml.")
    messenger.show_with_undo("Deleted hips.yaml.", lambda: undone.append(True))
    assert client.snacks == ["Kept hips.yaml.", "Deleted hips.yaml."]
    kept, deleted = client.snack_bars
    assert (kept.action, kept.on_action) == (None, None)
    assert (deleted.persist, deleted.duration) == (False, ft.Duration(seconds=UNDO_SECONDS))
    await client.tell(deleted, "action")
    assert undone == [True]


@in_virtual_time
async def test_a_message_stays_until_it_is_read() -> None:
    """At 200 words a minute, of five letters and a space each; the shortest four seconds, as Flet's do."""
    client = StandInClient()
    messenger = Messenger(client.page)
    messenger.show("Kept.")
    messenger.show("words " * 200)
    assert [bar.duration for bar in client.snack_bars] == [
        ft.Duration(milliseconds=4000),
        ft.Duration(milliseconds=72_000),
    ]


def test_an_error_for_the_user_is_shown_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    """What follows the block goes on; the log has the reason."""
    said: list[str] = []
    with caplog.at_level(logging.ERROR), reporting(FakeMessenger(said.append), logger, "It failed"):
        raise UserFacingError("The disk is full; make room.")
    assert said == ["The disk is full; make room."]
    assert [(record.getMessage(), record.exc_info is not None) for record in caplog.records] == [
        ("It failed", True)
    ]


def test_any_other_error_is_not_the_users() -> None:
    """It is a mistake in the program, and goes on its way."""
    said: list[str] = []
    with pytest.raises(ZeroDivisionError), reporting(FakeMessenger(said.append), logger, "It failed"):
        raise ZeroDivisionError
    assert said == []
