"""What stands in for the shell around the controllers of a page."""

from collections.abc import Callable

import flet as ft

from routine_app.ui.kit.viewport import Viewport
from routine_app.ui.shell.controller import Room
from routine_app.ui.shell.messenger import Messenger
from routine_app.ui.shell.navigator import Navigator, Scene


class FakeMessenger(Messenger):
    """Gives each message to `on_show`; `undos` has what the messages can undo, `buttons` what else they can do."""

    def __init__(self, on_show: Callable[[str], None]) -> None:
        self._on_show = on_show
        self.undos: list[Callable[[], None]] = []
        self.buttons: dict[str, Callable[[], None]] = {}

    def show(self, words: str) -> None:
        """Remember it."""
        self._on_show(words)

    def show_with_undo(self, words: str, undo: Callable[[], None]) -> None:
        """Remember both."""
        self._on_show(words)
        self.undos.append(undo)

    def show_with_button(self, words: str, button: str, act: Callable[[], None]) -> None:
        """Remember all."""
        self._on_show(words)
        self.buttons[button] = act


class FakeNavigator(Navigator):
    """Gives each route to `on_go`, and "again" for what is shown again; `scenes` has what was shown without a route."""

    def __init__(self, on_go: Callable[[str], None], on_update: Callable[[], None] = lambda: None) -> None:
        self._on_go, self._on_update = on_go, on_update
        self.viewport = Viewport()
        self.scenes: list[Scene] = []
        self.shown_route = ""

    @property
    def route(self) -> str:
        """The address that the test says is shown."""
        return self.shown_route

    @property
    def is_away(self) -> bool:
        """A browser is always there."""
        return False

    def go(self, route: str) -> None:
        """Remember it."""
        self._on_go(route)

    def show_again(self) -> None:
        """Remember it."""
        self._on_go("again")

    def update(self) -> None:
        """Send it to the page that there is."""
        self._on_update()

    def note_change(self) -> None:
        """Forget it: no finger is on a page that there is not."""

    def show_scene(self, scene: Scene) -> None:
        """Remember it."""
        self.scenes.append(scene)


def enter_one(room: Room, home: ft.Control) -> Callable[[str], Scene]:
    """How an app enters a route that has these screens and its list."""

    def enter(route: str) -> Scene:
        pages = room.opened()
        if not pages.may_leave(route) or (room.matches(route) and pages.enter(route)):
            return pages.scene(route)
        return Scene("/", home)

    return enter
