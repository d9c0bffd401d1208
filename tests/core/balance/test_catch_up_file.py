"""A file that the app made is known again until somebody changes it."""

import pytest

from routine_app.core.balance.catch_up_file import generated_text, is_unmodified
from routine_app.core.routine.model import Routine, Side, SideHold, Stretch

ROUTINE = Routine("Catch up", (Stretch("Lean", (SideHold(Side.BOTH, 30.0),), 10.0, 5.0),))


def test_it_is_as_made() -> None:
    """Right after it was made."""
    assert is_unmodified(generated_text(ROUTINE))


@pytest.mark.parametrize(
    "old_and_new", [("30s", "35s"), ("Lean", "Lean "), ("# Made", "#  Made"), ("\n", "\r\n")]
)
def test_any_change_makes_it_the_users(old_and_new: tuple[str, str]) -> None:
    """However small."""
    assert not is_unmodified(generated_text(ROUTINE).replace(*old_and_new))


@pytest.mark.parametrize("text", ["", "\n", "title: Mine\n"])
def test_a_file_of_the_users_is_not(text: str) -> None:
    """Whatever its name."""
    assert not is_unmodified(text)
