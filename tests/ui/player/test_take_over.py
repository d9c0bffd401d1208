"""Asks another process for its session, and waits."""

import pytest

from routine_app.core.session.ownership import SessionOwners
from routine_app.ui.player.take_over import ANSWER_SECONDS, TakeOver
from tests.core.session.fake_processes import FakeProcesses
from tests.ui.sample_services import StillClock


class SetClock(StillClock):
    """A clock that is set."""

    seconds = 100.0

    def now(self) -> float:
        """Give what it was set to."""
        return self.seconds


class Asking:
    """Two sessions elsewhere, and who asks for one; the processes hear it, and what came of it."""

    def __init__(self) -> None:
        self.processes, self.clock = FakeProcesses(["s", "t"]), SetClock()
        self.told = self.processes.told
        self.take_over = TakeOver(
            SessionOwners(self.processes),
            self.clock,
            lambda session_id: self.told.append(f"free {session_id}"),
            lambda: self.told.append("silence"),
        )


@pytest.fixture
def asking() -> Asking:
    """Nobody asks yet."""
    return Asking()


def test_who_asks_nothing_waits_for_nothing(asking: Asking) -> None:
    """Nor does it stop asking."""
    asking.take_over.look()
    asking.take_over.give_up()
    assert asking.told == []


def test_a_session_that_is_free_is_told_once(asking: Asking) -> None:
    """As soon as one looks; until then it is asked for."""
    asking.take_over.ask("s")
    asking.take_over.look()
    assert (asking.told, asking.take_over.session_id) == (["ask s"], "s")
    asking.processes.elsewhere = ["t"]
    asking.take_over.look()
    asking.take_over.look()
    assert (asking.told, asking.take_over.session_id) == (["ask s", "free s"], "")


def test_no_answer_is_told_once(asking: Asking) -> None:
    """When the time is over, and then nobody is asked any more."""
    asking.take_over.ask("s")
    asking.clock.seconds += ANSWER_SECONDS - 0.01
    asking.take_over.look()
    assert asking.told == ["ask s"]
    asking.clock.seconds += 0.01
    asking.take_over.look()
    asking.take_over.look()
    assert (asking.told, asking.take_over.session_id) == (["ask s", "stop asking s", "silence"], "")


def test_what_is_not_wanted_any_more_is_not_asked_for(asking: Asking) -> None:
    """Whatever becomes of it."""
    asking.take_over.ask("s")
    asking.take_over.give_up()
    asking.processes.elsewhere = []
    asking.take_over.look()
    assert asking.told == ["ask s", "stop asking s"]
