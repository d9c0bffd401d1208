"""Which page runs which session."""

from functools import partial

from routine_app.core.session.ownership import SessionOwners


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
