"""Which page of which process runs which session."""

from functools import partial

import pytest

from routine_app.core.session.ownership import SessionOwners
from tests.core.session.fake_processes import FakeProcesses


def test_who_takes_a_session_makes_its_owner_on_revoked() -> None:
    """Once, and only that owner."""
    running, told = SessionOwners(), list[str]()
    running.claim("s", partial(told.append, "first"))
    running.claim("other", partial(told.append, "other"))
    assert told == []
    running.claim("s", partial(told.append, "second"))
    assert told == ["first"]
    running.claim("s", partial(told.append, "third"))
    assert told == ["first", "second"]


def test_taking_what_one_has_tells_nobody() -> None:
    """A page does not take its own session from itself."""
    running, told = SessionOwners(), list[str]()
    on_revoked = partial(told.append, "self")
    running.claim("s", on_revoked)
    running.claim("s", on_revoked)
    assert told == []


def test_who_released_is_told_nothing_any_more() -> None:
    """Its session has ended, or its page is gone; others keep theirs."""
    running, told = SessionOwners(), list[str]()
    gone, here = partial(told.append, "gone"), partial(told.append, "here")
    running.claim("s", gone)
    running.claim("t", here)
    running.release(gone)
    for session_id in ("s", "t"):
        running.claim(session_id, partial(told.append, "new"))
    assert told == ["here"]


def test_the_new_owner_stands_when_the_old_one_lets_go() -> None:
    """What the old one releases in letting go is not the new one's."""
    running, told = SessionOwners(), list[str]()

    def on_revoked() -> None:
        told.append("old")
        running.release(on_revoked)

    running.claim("s", on_revoked)
    running.claim("s", partial(told.append, "new"))
    running.claim("s", partial(told.append, "newest"))
    assert told == ["old", "new"]


def test_what_another_process_runs_cannot_be_claimed() -> None:
    """Nothing changes: whoever claims it once it is free revokes it from nobody."""
    processes, told = FakeProcesses(["s"]), list[str]()
    running = SessionOwners(processes)
    assert not running.claim("s", partial(told.append, "first"))
    processes.elsewhere = ()
    assert running.claim("s", partial(told.append, "second"))
    assert told == []


def test_what_a_page_releases_other_processes_may_take() -> None:
    """All its sessions, and no other's."""
    processes = FakeProcesses()
    running, gone, here = SessionOwners(processes), partial(print, "gone"), partial(print, "here")
    for session_id, page in (("s", gone), ("t", here), ("u", gone)):
        running.claim(session_id, page)
    processes.told.clear()
    running.release(gone)
    running.release(gone)
    assert processes.told == ["back s", "back u"]


def test_what_another_process_asks_for_is_revoked_and_then_given_back() -> None:
    """In this order: no other process may run it while its page still does. What is not asked for stays."""
    processes = FakeProcesses()
    running = SessionOwners(processes)
    running.claim("s", lambda: processes.told.append("revoked"))
    running.claim("t", lambda: processes.told.append("wrong"))
    processes.told.clear()
    running.heed()
    assert processes.told == []
    processes.asked = ["s"]
    running.heed()
    assert processes.told == ["revoked", "back s"]
    running.heed()
    assert processes.told == ["revoked", "back s", "back s"]


def test_a_page_that_fails_to_let_go_keeps_nothing_from_others() -> None:
    """What it did wrong is for the log; the session is given back."""
    processes = FakeProcesses(asked=["s"])
    running = SessionOwners(processes)

    def fail() -> None:
        raise RuntimeError("the page is gone")

    running.claim("s", fail)
    with pytest.raises(RuntimeError, match="gone"):
        running.heed()
    assert processes.told == ["take s", "back s"]


def test_other_processes_are_asked() -> None:
    """And asked no more."""
    processes = FakeProcesses(["s"])
    running = SessionOwners(processes)
    assert running.elsewhere() == ["s"]
    running.ask_for("s")
    running.stop_asking("s")
    assert processes.told == ["ask s", "stop asking s"]


def test_a_process_that_is_alone_has_everything() -> None:
    """In a browser there is no other."""
    running, told = SessionOwners(), list[str]()
    assert running.claim("s", partial(told.append, "revoked"))
    running.ask_for("s")
    running.heed()
    running.stop_asking("s")
    assert (running.elsewhere(), told) == ((), [])
