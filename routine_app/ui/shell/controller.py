"""What stands behind one or several screens."""

from collections.abc import Callable

import flet as ft

from routine_app.ui.shell.navigator import Scene
from routine_app.ui.shell.routes import leads_to


class Controller:
    """Fills the screens of a `Room`, and does what they ask for.

    A route is first entered, which reads what it names and writes it to a screen; `scene` then only says
    which screen that is.
    """

    def may_leave(self, route: str) -> bool:  # noqa: ARG002 - only some screens ask, and not for every route
        """Whether the screen may make way for this route; if not, it now asks the user what to do."""
        return True

    def enter(self, route: str) -> bool:
        """Fill the screen of the route; False if what the route names does not exist."""
        raise NotImplementedError

    def scene(self, route: str) -> Scene:
        """The screen of a route that was entered, or the one that may not be left for it."""
        raise NotImplementedError

    def look_outside(self) -> None:
        """Show what another program has written meanwhile, while one of these screens is on top."""

    def complete(self) -> None:
        """Add to the page's first screen, which is one of these, what it was sent without."""

    def press(self, event: ft.KeyboardEvent) -> None:
        """Do what a key asks for, while one of these screens is on top."""

    def close(self) -> None:
        """Stop what still runs, as when the page is gone."""


class Room:
    """The addresses of a few screens, and their controller, made by `make` when one of them is entered.

    Until then the page does without these screens, and Python without their modules.
    """

    def __init__(self, routes: tuple[str, ...], make: Callable[[], Controller]) -> None:
        self._routes, self._make = routes, make
        self.controller: Controller | None = None

    def matches(self, route: str) -> bool:
        """Whether the route is the address of one of these screens."""
        return any(leads_to(route, screen) for screen in self._routes)

    def opened(self) -> Controller:
        """The controller, made now if it was not."""
        if self.controller is None:
            self.controller = self._make()
        return self.controller
