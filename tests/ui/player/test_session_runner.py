"""A session that runs by the clock: what is shown when, and who hears of it."""

import asyncio
import logging
from typing import cast

import pytest

from routine_app.core.routine.plan import StepKind
from routine_app.core.session.engine import RunStatus, Session
from routine_app.core.session.events import Ended, Event, FellAsleep, HoldFinished, StepStarted
from routine_app.core.session.player_view import PlayerView
from routine_app.core.session.record import SessionStatus
from routine_app.ui.player.session_runner import SessionRunner
from tests.ui.sample_services import page_services
from tests.ui.session_plan import END_SECONDS, STEPS
from tests.ui.virtual_time import VirtualClock, in_virtual_time, virtual_loop


class Run:
    """A runner whose views and events are kept, each with the moment at which it came."""

    def __init__(self, *, first_fails: bool = False, show_fails: bool = False) -> None:
        self.views: list[tuple[float, PlayerView]] = []
        self.heard: list[tuple[str, float, Event]] = []
        self._first_fails = first_fails
        self._show_fails = show_fails
        self.runner = SessionRunner(
            Session(STEPS), "Hips", page_services(), self._show, (self._first, self._second)
        )

    def _show(self, view: PlayerView) -> None:
        self.views.append((VirtualClock().now(), view))
        if self._show_fails:
            raise ValueError("no screen")

    def _first(self, event: Event) -> None:
        self.heard.append(("first", VirtualClock().now(), event))
        if self._first_fails:
            raise ValueError("full disk")

    def _second(self, event: Event) -> None:
        self.heard.append(("second", VirtualClock().now(), event))

    @property
    def events(self) -> list[Event]:
        """What the second listener heard."""
        return [event for listener, _, event in self.heard if listener == "second"]

    @property
    def last(self) -> PlayerView:
        """What is on the screen."""
        return self.views[-1][1]


KINDS = [StepKind.GET_READY, StepKind.HOLD, StepKind.SWITCH, StepKind.HOLD]


@in_virtual_time
async def test_a_whole_session_runs_by_itself() -> None:
    """Each step begins at its deadline, the end is heard at the very end, and nothing runs on."""
    run = Run()
    run.runner.start()
    assert run.runner.is_under_way
    await asyncio.sleep(100)
    starts = [(event.at, event.step.kind) for event in run.events if isinstance(event, StepStarted)]
    assert starts == list(zip([0.0, 10.0, 40.0, 45.0], KINDS, strict=True))
    assert run.events[-1] == Ended(END_SECONDS, SessionStatus.COMPLETED)
    assert not run.runner.is_under_way
    assert run.runner.session.state.status is RunStatus.ENDED


@in_virtual_time
async def test_events_are_heard_at_their_moment() -> None:
    """Not a second later: a beep and a saved hold are due then."""
    run = Run()
    run.runner.start()
    await asyncio.sleep(100)
    late = [now - event.at for _, now, event in run.heard]
    assert max(late) < 0.001
    assert min(late) > -0.006


@in_virtual_time
async def test_the_screen_is_told_each_second_and_at_each_change() -> None:
    """In a hold: just after its first sound, when the ring is full, and as each digit changes."""
    run = Run()
    run.runner.start()
    await asyncio.sleep(14.5)
    in_the_hold = [(round(at, 3), view.digits) for at, view in run.views if at >= 9.999]
    assert in_the_hold == [
        (10.004, "30"),
        (10.2, "30"),
        (11.0, "29"),
        (12.0, "28"),
        (13.0, "27"),
        (14.0, "26"),
    ]
    run.runner.close()


@in_virtual_time
async def test_listeners_hear_in_their_order() -> None:
    """For each event the first before the second."""
    run = Run()
    run.runner.start()
    await asyncio.sleep(41)
    listeners = [listener for listener, _, _ in run.heard]
    assert listeners == ["first", "second"] * len(run.events)
    assert [type(event) for event in run.events] == [StepStarted, StepStarted, HoldFinished, StepStarted]
    run.runner.close()


def test_a_listener_that_fails_stops_neither_the_others_nor_the_timer(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """The log may be full and the speaker gone: the session goes on, and the log of the app says so."""

    @in_virtual_time
    async def run_through() -> None:
        run = Run(first_fails=True)
        run.runner.start()
        await asyncio.sleep(100)
        assert run.events[-1] == Ended(END_SECONDS, SessionStatus.COMPLETED)

    with caplog.at_level(logging.ERROR):
        run_through()
    assert len(caplog.records) == 7
    assert {record.getMessage().split(" on ")[0] for record in caplog.records} == {"A listener failed"}


@in_virtual_time
async def test_a_screen_that_fails_does_not_stop_the_timer() -> None:
    """The holds are timed and logged with nothing to be seen."""
    run = Run(show_fails=True)
    run.runner.start()
    await asyncio.sleep(100)
    assert run.events[-1] == Ended(END_SECONDS, SessionStatus.COMPLETED)


@in_virtual_time
async def test_a_command_is_seen_at_once() -> None:
    """Not at the next full second."""
    run = Run()
    run.runner.start()
    await asyncio.sleep(12.3)
    run.runner.pause_or_resume()
    assert run.views[-1][0] == pytest.approx(12.3)
    assert (run.last.is_paused, run.last.digits) == (True, "28")
    await asyncio.sleep(60)
    assert run.last.digits == "28"
    run.runner.pause_or_resume()
    assert run.last.is_paused is False
    await asyncio.sleep(1)
    assert run.last.digits == "27"
    run.runner.close()


@pytest.mark.parametrize(
    ("command", "digits", "kind"),
    [
        ("skip", "5", "switch"),
        ("back", "30", "hold"),
        ("add_ten_seconds", "35", "hold"),
        ("pause", "25", "hold"),
    ],
)
@in_virtual_time
async def test_what_a_command_does(command: str, digits: str, kind: str) -> None:
    """Five seconds into the first hold."""
    run = Run()
    run.runner.start()
    await asyncio.sleep(15)
    getattr(run.runner, command)()
    assert (run.last.digits, run.last.phase) == (digits, kind)
    run.runner.close()


@in_virtual_time
async def test_a_stop_ends_the_ticking() -> None:
    """The listeners hear the end, and no timer is left."""
    run = Run()
    run.runner.start()
    await asyncio.sleep(15)
    shown = len(run.views)
    run.runner.stop()
    assert run.events[-1] == Ended(15.0, SessionStatus.STOPPED)
    assert virtual_loop().pending_timers == []
    await asyncio.sleep(5)
    assert len(run.views) == shown


@in_virtual_time
async def test_nothing_is_shown_after_the_end() -> None:
    """Another page is on the screen by then."""
    run = Run()
    run.runner.start()
    await asyncio.sleep(100)
    assert run.views[-1][0] < END_SECONDS
    run.runner.pause_or_resume()
    run.runner.skip()
    assert run.views[-1][0] < END_SECONDS
    assert isinstance(run.events[-1], Ended)


def sleep_device(seconds: float) -> None:
    """Let the clock go on while nothing runs."""
    virtual_loop().seconds += seconds


@pytest.mark.parametrize(
    ("answer", "digits"),
    [("redo_step", "30"), ("count_sleep", "13"), ("pause_or_resume", "25"), ("skip", "5")],
)
@in_virtual_time
async def test_a_sleep_is_noticed_and_answered(answer: str, digits: str) -> None:
    """Twelve seconds asleep, five into the hold: the question stands until it is answered."""
    run = Run()
    run.runner.start()
    await asyncio.sleep(15)
    sleep_device(12)
    await asyncio.sleep(1)
    assert isinstance(run.events[-1], FellAsleep)
    assert run.last.sleep_report is not None
    assert run.last.sleep_report.words == "Asleep for 12 s. 5 of 30 s held."
    getattr(run.runner, answer)()
    assert run.runner.session.state.status is RunStatus.RUNNING
    assert run.views[-1][1].sleep_report is None
    assert run.last.digits == digits
    run.runner.close()


@in_virtual_time
async def test_a_pause_of_half_an_hour_is_the_end() -> None:
    """Even with nobody there: the ticker looks after a session that stands still."""
    run = Run()
    run.runner.start()
    await asyncio.sleep(15)
    run.runner.pause()
    await asyncio.sleep(30 * 60 + 1)
    assert run.events[-1] == Ended(15.0 + 30 * 60, SessionStatus.STOPPED)


@in_virtual_time
async def test_a_refresh_shows_how_things_stand() -> None:
    """At once, for a browser that is back."""
    run = Run()
    run.runner.start()
    await asyncio.sleep(12.5)
    shown = len(run.views)
    run.runner.refresh()
    assert (len(run.views), run.last.digits) == (shown + 1, "28")
    run.runner.close()


@in_virtual_time
async def test_a_session_that_has_not_begun_is_not_under_way() -> None:
    """Nothing is shown or told before the start, and commands do nothing."""
    run = Run()
    assert not run.runner.is_under_way
    run.runner.pause_or_resume()
    run.runner.stop()
    assert (run.views, run.heard) == ([], [])


def test_its_session_is_the_one_that_was_given() -> None:
    """For whoever wants to know how it stands."""
    session = Session(STEPS)
    runner = SessionRunner(session, "Hips", page_services(), cast("list[PlayerView]", []).append, ())
    assert runner.session is session


@in_virtual_time
async def test_asking_to_end_stands_still_and_keeping_going_goes_on() -> None:
    """The time asked is no time held; asked again meanwhile, it is the same question."""
    run = Run()
    run.runner.start()
    await asyncio.sleep(12)
    run.runner.ask_to_end()
    run.runner.ask_to_end()
    assert (run.last.asks_to_end, run.last.is_paused, run.last.digits) == (True, True, "28")
    await asyncio.sleep(100)
    run.runner.keep_going()
    assert (run.last.asks_to_end, run.last.is_paused, run.last.digits) == (False, False, "28")
    run.runner.close()


@in_virtual_time
async def test_what_stood_still_before_the_question_stands_still_after_it() -> None:
    """Only what ran before runs again."""
    run = Run()
    run.runner.start()
    run.runner.pause_or_resume()
    run.runner.ask_to_end()
    run.runner.keep_going()
    assert (run.last.asks_to_end, run.last.is_paused) == (False, True)
    run.runner.close()


@in_virtual_time
async def test_a_sleep_is_asked_about_after_the_question() -> None:
    """It was asleep when one went back: keeping going is no answer to that."""
    run = Run()
    run.runner.start()
    await asyncio.sleep(15)
    virtual_loop().seconds += 12
    run.runner.ask_to_end()
    assert run.last.asks_to_end
    run.runner.keep_going()
    assert (run.last.asks_to_end, run.last.sleep_report is None) == (False, False)
    run.runner.close()


@pytest.mark.parametrize("command", ["pause_or_resume", "skip", "back", "add_ten_seconds"])
@in_virtual_time
async def test_any_other_command_is_an_answer_too(command: str) -> None:
    """As a key, or a tap on the figure: the question is gone, and the session is not."""
    run = Run()
    run.runner.start()
    run.runner.ask_to_end()
    getattr(run.runner, command)()
    assert not run.last.asks_to_end
    assert run.runner.is_under_way
    run.runner.close()


@in_virtual_time
async def test_without_a_question_there_is_nothing_to_answer() -> None:
    """Neither before it starts, nor after a pause of one's own, nor at the end."""
    run = Run()
    run.runner.ask_to_end()
    assert not run.runner.asks_to_end
    run.runner.start()
    run.runner.pause_or_resume()
    run.runner.keep_going()
    assert run.last.is_paused
    run.runner.stop()
    run.runner.ask_to_end()
    assert not run.runner.asks_to_end
