"""Which controller an address has, and when it is made."""

from itertools import count

import pytest

from routine_app.ui.shell.controller import Controller, Room
from routine_app.ui.shell.routes import IMPORT, IMPORT_CODE, LIST, SHARE


@pytest.mark.parametrize(
    ("route", "is_its"),
    [
        ("/share/hips.yaml", True),
        ("/import", True),
        ("/import/a1b2", True),
        ("/imported", False),
        ("/share", False),
        ("/", False),
    ],
)
def test_the_addresses_of_a_room(route: str, *, is_its: bool) -> None:
    """Those of its screens, and none that only begins like one."""
    assert Room((SHARE, IMPORT, IMPORT_CODE), Controller).matches(route) is is_its


def test_a_controller_is_made_once_and_when_it_is_first_needed() -> None:
    """To know whose an address is makes none."""
    numbers = count(1)
    made: list[int] = []

    def make() -> Controller:
        made.append(next(numbers))
        return Controller()

    room = Room((LIST,), make)
    assert (room.matches("/"), room.controller, made) == (True, None, [])
    controller = room.opened()
    assert (room.opened(), room.controller, made) == (controller, controller, [1])
