"""Addresses: which screen they are of, and what they name."""

import pytest

from routine_app.ui.shell.routes import (
    EDIT,
    HELP,
    IMPORT,
    IMPORT_CODE,
    LIST,
    ROUTINE,
    leads_to,
    name_in,
    route_to,
)


@pytest.mark.parametrize("name", ["hips", "my hips.yaml", "50 %.yaml", "Hüften?#1.yaml"])
def test_a_name_comes_back_out_of_its_address(name: str) -> None:
    """Whatever a file is called; the address itself has no character that a browser would take for something else."""
    route = route_to(EDIT, name)
    assert name_in(route, EDIT) == name
    assert set(" ?#").isdisjoint(route)


def test_an_address_of_another_screen_names_nothing() -> None:
    """Not even one that begins alike."""
    assert [name_in(route, ROUTINE) for route in ("/", "/routine", "/routine/", "/edit/hips")] == [""] * 4


@pytest.mark.parametrize(
    ("route", "screen", "leads"),
    [
        ("/", LIST, True),
        ("/routine/hips", LIST, False),
        ("/help", HELP, True),
        ("/helped", HELP, False),
        ("/routine/hips", ROUTINE, True),
        ("/routines", ROUTINE, False),
        ("/import", IMPORT, True),
        ("/import/code", IMPORT, False),
        ("/import/code", IMPORT_CODE, True),
        ("/imported", IMPORT_CODE, False),
    ],
)
def test_which_screen_an_address_is_of(route: str, screen: str, *, leads: bool) -> None:
    """A screen that shows what has a name has all addresses that begin with its own."""
    assert leads_to(route, screen) is leads
