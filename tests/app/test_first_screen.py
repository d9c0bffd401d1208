"""What it takes until a page shows its first screen, and what the page tells by itself right after."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import flet as ft
import pytest
from flet.controls.base_control import BaseControl
from flet.messaging.protocol import Message, MessageAction
from flet.messaging.session import Session

from routine_app.app import page_main
from routine_app.ui.app import REST_AFTER_SECONDS, REST_AT_LATEST_SECONDS
from routine_app.ui.balance.today_controller import LOOKED_AT_SECONDS
from routine_app.ui.player.session_controller import READY_AFTER_SECONDS
from tests.app.opened_app import Opened, interrupt
from tests.ui import control_tree
from tests.ui.stand_in_client import StandInClient
from tests.ui.virtual_time import in_virtual_time, settle

SERVICES = "the services"


class LoggingClient(StandInClient):
    """A client that keeps what each message is about, in order: a control that changes, or a method that is called."""

    def __init__(self, **facts: object) -> None:
        self.told: list[str] = []
        super().__init__(**facts)

    def send_message(self, message: Message) -> None:
        """Note what the message is about."""
        if message.action is MessageAction.INVOKE_METHOD:
            self.told.append(message.body.name)
        else:
            changed = self.page.get_control(message.body.id)
            self.told.append("the page" if changed is self.page else SERVICES)
        super().send_message(message)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user without files."""
    monkeypatch.setenv("ROUTINE_APP_HOME", str(tmp_path))
    return tmp_path


async def opened(route: str = "/") -> LoggingClient:
    """A page that was opened at an address, in a process of its own."""
    client = LoggingClient(route=route)
    await page_main()(client.page)
    return client


def services_of(client: StandInClient) -> list[str]:
    """The kinds of Flet's services that a page has."""
    services = client.page._services._services  # noqa: SLF001 - Flet tells a page's services nowhere else
    return sorted(type(service).__name__ for service in services)


@in_virtual_time
async def test_the_first_screen_is_one_message() -> None:
    """With it come the theme and all else; what is asked of the page is asked after it."""
    client = await opened()
    first, *later = client.told
    assert first == "the page"
    assert "After the run" in client.words
    await settle()
    later = client.told[1:]
    assert Counter(later) == {SERVICES: 1, "get_accessibility_features": 1, "push_route": 1}
    assert services_of(client) == ["SemanticsService"]
    await client.close()


@in_virtual_time
async def test_what_is_hidden_is_not_sent() -> None:
    """Nor compared: neither what nobody interrupted, nor muscles that nobody chose among, nor a wide window's rail."""
    client = await opened()
    sent = list(everything(client.page.views[0]))
    assert {text.value for text in sent if isinstance(text, ft.Text)} - {*client.words, ""} == {"Show all"}
    assert [rail for rail in sent if isinstance(rail, ft.NavigationRail)] == []
    await client.tap("Muscles")
    assert {"IT band", "Neck"} <= set(client.words)
    await client.close()


def everything(control: BaseControl) -> Iterator[BaseControl]:
    """A control and all that is in it, shown or not."""
    yield control
    for child in control_tree.children(control):
        yield from everything(child)


@in_virtual_time
async def test_what_a_browser_tells_by_itself_costs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its address, how large it draws text, again once its font has come, its size, its light: nothing is looked through."""
    client = await opened()
    compared: list[object] = []
    patch_control = Session.patch_control

    def compare(session: Session, control: BaseControl) -> None:
        compared.append(control)
        patch_control(session, control)

    monkeypatch.setattr(Session, "patch_control", compare)
    await settle()
    for width in (11.5, 11.25):
        await draw_letters(client, width)
    await client.tell_page("resize", {"width": client.page.width, "height": client.page.height})
    await client.tell_page("platform_brightness_change", "light")
    await client.tell_page("app_lifecycle_state_change", {"state": "show"})
    assert client.routes == ["/"]
    assert [control for control in compared if control is client.page] == []
    await client.close()


async def draw_letters(client: StandInClient, width: float = 11.5) -> None:
    """Tell that the two letters were drawn that are measured, and all that was sent with them."""
    letters = [text for text in control_tree.shown(client.page.overlay[0], ft.Text) if text.on_size_change]
    assert len(letters) == 2
    for letter in letters:
        await client.tell(letter, "size_change", {"w": width, "h": letter.size})


def figures_on(client: StandInClient) -> int:
    """How many pictures the list has."""
    return len(control_tree.shown(client.page, ft.Image))


@in_virtual_time
async def test_what_is_out_of_sight_follows_the_first_screen() -> None:
    """A moment after it is drawn, and the figures; whoever comes back to the list has all at once."""
    client = await opened()
    first = client.words
    await asyncio.sleep(REST_AT_LATEST_SECONDS / 2)
    await draw_letters(client)
    assert figures_on(client) == 0
    await asyncio.sleep(REST_AFTER_SECONDS)
    whole, figures = client.words, figures_on(client)
    assert set(first) < set(whole)
    assert figures > 6 * 4
    await client.go_to("/settings")
    await client.go_to("/")
    assert (client.words, figures_on(client)) == (whole, figures)
    await client.close()


@in_virtual_time
async def test_a_client_that_tells_nothing_has_it_all_the_same() -> None:
    """As a page in a tab that nobody looks at, which draws nothing."""
    client = await opened()
    await asyncio.sleep(REST_AT_LATEST_SECONDS)
    assert figures_on(client) > 6 * 4
    await client.close()


@in_virtual_time
async def test_it_follows_only_a_list_that_is_still_there() -> None:
    """What changes off the page would come twice; the list has it when it is shown again."""
    client = await opened()
    await settle()
    await client.go_to("/settings")
    await asyncio.sleep(REST_AT_LATEST_SECONDS)
    assert figures_on(client) == 0
    await client.go_to("/")
    assert figures_on(client) > 6 * 4
    await client.close()


FOR_A_SESSION = ["Audio", "HapticFeedback", "SemanticsService", "Wakelock"]


@pytest.mark.parametrize("route", ["/", "/routine/short", "/new"])
@in_virtual_time
async def test_where_a_session_may_begin_all_is_there_for_it(tmp_path: Path, route: str) -> None:
    """Once the screen stands: a player that comes with the session would keep its first sound."""
    if route == "/":
        await interrupt(tmp_path)
    opened_app = Opened(tmp_path, route=route)
    await settle()
    assert services_of(opened_app.client) == ["SemanticsService"]
    await asyncio.sleep(READY_AFTER_SECONDS)
    assert services_of(opened_app.client) == FOR_A_SESSION
    await opened_app.client.close()


@pytest.mark.parametrize("route", ["/", "/balance", "/history"])
@in_virtual_time
async def test_where_a_first_session_is_offered_all_is_there_for_it(tmp_path: Path, route: str) -> None:
    """Today begins one from the list, and from the screens that have nothing to show yet: once they were looked at."""
    opened_app = Opened(tmp_path, route=route)
    await settle()
    assert not set(FOR_A_SESSION[:2]) & set(services_of(opened_app.client))
    await asyncio.sleep(READY_AFTER_SECONDS)
    assert not set(FOR_A_SESSION[:2]) & set(services_of(opened_app.client))
    await asyncio.sleep(REST_AT_LATEST_SECONDS + LOOKED_AT_SECONDS)
    assert set(FOR_A_SESSION) <= set(services_of(opened_app.client))
    await opened_app.client.close()


@pytest.mark.parametrize("route", ["/balance", "/history", "/settings"])
@in_virtual_time
async def test_elsewhere_there_is_nothing_for_it(tmp_path: Path, route: str) -> None:
    """Where something was held, these screens lead to no session at once."""
    await interrupt(tmp_path)
    opened_app = Opened(tmp_path, route=route)
    await asyncio.sleep(1)
    assert set(services_of(opened_app.client)) <= {"SemanticsService", "FilePicker", "SharedPreferences"}
    await opened_app.client.close()
