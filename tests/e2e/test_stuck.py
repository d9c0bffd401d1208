"""A test that stands still says in which call."""

import queue

from greenlet import getcurrent, greenlet  # type: ignore[import-untyped]  # Playwright brings it without types

from tests.e2e.stuck import told_if_stuck

PATIENCE_SECONDS = 10.0


def waits_for_ever() -> None:
    """Go on with who began this, and never come back."""
    above = getcurrent().parent
    assert above is not None
    above.switch()


def test_the_call_that_waits_is_told() -> None:
    """From outside, while the test itself does nothing."""
    told: queue.Queue[str] = queue.Queue()
    waiting = greenlet(waits_for_ever)
    waiting.switch()
    with told_if_stuck(told.put, seconds=0.0):
        assert "waits_for_ever" in told.get(timeout=PATIENCE_SECONDS)


def test_what_is_done_in_time_tells_nothing() -> None:
    """Its timer is gone."""
    told: list[str] = []
    with told_if_stuck(told.append):
        pass
    assert told == []
