"""What the player shows, with no screen."""

import pytest

from routine_app.core.routine.model import Cue, CueTime, Routine, Side, SideHold, Stretch
from routine_app.core.routine.plan import StepKind, plan
from routine_app.core.session.engine import Session
from routine_app.core.session.player_view import (
    RING_FILL_SECONDS,
    SEGMENT_LIMIT,
    Form,
    PlayerView,
    Ring,
    Segment,
    SleepReport,
    present_player,
    seconds_to_next_change,
)
from routine_app.core.settings.settings import Settings

PIGEON = Stretch(
    "Pigeon pose",
    (SideHold(Side.LEFT, 30.0), SideHold(Side.RIGHT, 30.0)),
    rest_seconds=10.0,
    switch_seconds=5.0,
    how="Fold one shin in front of you.",
    figure="pigeon-pose",
    cues=(Cue("Sink the hips."), Cue("Breathe out."), Cue("Come up slowly.", CueTime(share=1.0))),
)
BUTTERFLY = Stretch("Butterfly", (SideHold(Side.BOTH, 120.0),), 10.0, 5.0, how="Soles together.")
ROUTINE = Routine("Two", (PIGEON, BUTTERFLY))
"""Get ready 0-10, left 10-40, switch 40-45, right 45-75, rest 75-85, both 85-205."""


def session_at(seconds: float) -> Session:
    """Make a session that has run undisturbed for so long."""
    session = Session(plan(ROUTINE))
    session.start(0.0)
    for second in range(1, int(seconds) + 1):
        session.advance(float(second))
    session.advance(seconds)
    return session


def view_at(seconds: float) -> PlayerView:
    """Give the view of such a session."""
    return present_player(session_at(seconds).state, "Two", seconds)


def test_a_hold() -> None:
    """Eleven seconds into the plan, one into the left side."""
    view = view_at(11.0)
    assert (view.phase, view.phase_words) == (StepKind.HOLD, "Hold")
    assert (view.title, view.stretch_name, view.side_words) == ("Two", "Pigeon pose", "Left side")
    assert (view.figure, view.is_mirrored) == ("pigeon-pose", False)
    assert (view.digits, view.most_digits, view.time_left_words) == ("29", 2, "3:14 left")
    assert view.next_words == "Next: Pigeon pose, right side"
    assert view.segments == (Segment.CURRENT, Segment.COMING, Segment.COMING)
    assert (view.is_paused, view.sleep_report) == (False, None)


@pytest.mark.parametrize(
    ("seconds", "phase_words", "side_words", "next_words", "cue"),
    [
        (2.0, "Get ready", "Left side", "Next: hold for 30 seconds", "Fold one shin in front of you."),
        (11.0, "Hold", "Left side", "Next: Pigeon pose, right side", "Sink the hips."),
        (25.0, "Hold", "Left side", "Next: Pigeon pose, right side", "Breathe out."),
        (41.0, "Switch sides", "Right side", "Next: hold for 30 seconds", "Come up slowly."),
        (
            44.5,
            "Switch sides",
            "Right side",
            "Next: hold for 30 seconds",
            "The same on the right side. Take your time.",
        ),
        (50.0, "Hold", "Right side", "Next: Butterfly", "Sink the hips."),
        (84.0, "Rest", "", "Next: hold for 120 seconds", "Soles together."),
        (90.0, "Hold", "", "Next: finished", ""),
    ],
)
def test_words(seconds: float, phase_words: str, side_words: str, next_words: str, cue: str) -> None:
    """The words of each step."""
    view = view_at(seconds)
    assert (view.phase_words, view.side_words, view.next_words, view.cue) == (
        phase_words,
        side_words,
        next_words,
        cue,
    )


def test_the_right_side_is_mirrored() -> None:
    """The figure turns with the side, already while switching."""
    assert [view_at(seconds).is_mirrored for seconds in (11.0, 42.0, 50.0, 90.0)] == [
        False,
        True,
        True,
        False,
    ]


def test_digits_keep_their_size_for_a_whole_step() -> None:
    """A hold of 120 s has room for three digits to its end."""
    assert [(view_at(s).digits, view_at(s).most_digits) for s in (86.0, 200.0)] == [("119", 3), ("5", 3)]


def test_the_ring_fills_and_then_heads_for_each_next_second() -> None:
    """It never jumps: each target lies ahead, and so does its moment."""
    filling, running = view_at(10.0).ring, view_at(10.5).ring
    assert filling.seconds == RING_FILL_SECONDS
    assert filling.share == pytest.approx((30 - RING_FILL_SECONDS) / 30)
    assert running.seconds == pytest.approx(0.5)
    assert running.share == pytest.approx(29 / 30)


def test_the_ring_reaches_zero_with_the_step() -> None:
    """In its last second the ring heads for nothing left."""
    ring = view_at(39.25).ring
    assert ring.share == pytest.approx(0.0)
    assert ring.seconds == pytest.approx(0.75)


@pytest.mark.parametrize(
    ("seconds", "form"),
    [
        (5.0, Form.DASHES),
        (11.0, Form.WHOLE),
        (41.0, Form.RIGHT_HALF),
        (50.0, Form.WHOLE),
        (76.0, Form.BEAD),
        (90.0, Form.WHOLE),
    ],
)
def test_each_phase_has_a_form(seconds: float, form: Form) -> None:
    """A change of sides that of the side to come; and a pause one of its own, in each of them."""
    session = session_at(seconds)
    assert present_player(session.state, "Two", seconds).form is form
    session.pause(seconds)
    assert present_player(session.state, "Two", seconds).form is Form.BARS


def test_a_change_to_the_left_has_the_other_half() -> None:
    """Where the right side comes first."""
    sides = (SideHold(Side.RIGHT, 30.0), SideHold(Side.LEFT, 30.0))
    stretch = Stretch("Pigeon pose", sides, 10.0, 5.0)
    session = Session(plan(Routine("One", (stretch,), get_ready_seconds=0.0)))
    session.start(0.0)
    session.skip(1.0)
    assert present_player(session.state, "One", 2.0).form is Form.LEFT_HALF


def test_paused() -> None:
    """The ring and the digits stand, and the title and the phase say so."""
    session = session_at(20.5)
    session.pause(20.5)
    view = present_player(session.state, "Two", 700.0)
    assert (view.is_paused, view.title, view.digits) == (True, "Two, paused", "20")
    assert (view.phase, view.phase_words) == (StepKind.HOLD, "Paused")
    assert view.ring.share == pytest.approx(19.5 / 30)
    assert view.ring.seconds == 0.0


def test_skipped_cut_and_done_segments() -> None:
    """The bar tells how each hold went."""
    session = session_at(40.0)
    session.skip(41.0)
    session.skip(43.0)
    session.skip(44.0)
    view = present_player(session.state, "Two", 44.0)
    assert view.segments == (Segment.DONE, Segment.CUT, Segment.CURRENT)
    session.skip(44.5)
    assert present_player(session.state, "Two", 44.5).segments[-1] is Segment.SKIPPED


def test_many_holds_share_segments() -> None:
    """Three hundred holds make a bar of at most forty segments, the current one among them."""
    many = Stretch("S", (SideHold(Side.BOTH, 1.0),), 0.0, 0.0, sets=20)
    session = Session(plan(Routine("R", (many,) * 15)))
    session.start(0.0)
    segments = present_player(session.state, "R", 0.0).segments
    assert len(segments) <= SEGMENT_LIMIT
    assert segments[0] is Segment.CURRENT
    assert set(segments[1:]) == {Segment.COMING}


def test_the_report_after_a_sleep() -> None:
    """It says how long the sleep was and what was held before it."""
    session = session_at(32.0)
    session.advance(80.0)
    view = present_player(session.state, "Two", 90.0)
    assert view.sleep_report == SleepReport("Asleep for 48 s. 22 of 30 s held.", "Redo this side")


@pytest.mark.parametrize(
    ("seconds", "report"),
    [
        (42.0, SleepReport("Asleep for 60 s.", "Redo this gap")),
        (95.0, SleepReport("Asleep for 60 s. 10 of 120 s held.", "Redo this hold")),
    ],
)
def test_the_report_where_there_is_no_side(seconds: float, report: SleepReport) -> None:
    """In a gap nothing was held; a hold of both sides has no side to redo."""
    session = session_at(seconds)
    session.advance(seconds + 60.0)
    assert present_player(session.state, "Two", seconds + 61.0).sleep_report == report


@pytest.mark.parametrize(
    ("seconds", "change"),
    [
        (10.0, RING_FILL_SECONDS),
        (10.0 + RING_FILL_SECONDS, 1.0 - RING_FILL_SECONDS),
        (11.0, 1.0),
        (24.75, 0.25),
        (39.5, 0.5),
    ],
    ids=["the ring is full", "the second is", "a second", "a cue", "the end"],
)
def test_the_next_change(seconds: float, change: float) -> None:
    """What is shown stays true until then, and no longer."""
    assert seconds_to_next_change(session_at(seconds).state, seconds) == pytest.approx(change)


def test_woken_early_it_waits_for_the_next_digit() -> None:
    """Woken 3 ms early, the digits are the coming second's, and stay for a second."""
    state = session_at(19.997).state
    assert present_player(state, "Two", 19.997).digits == "20"
    assert seconds_to_next_change(state, 19.997) == pytest.approx(1.003)


def test_a_steady_ring_jumps_with_the_digits() -> None:
    """One move a second, and none between; full at the start."""
    steady = Settings(smooth_ring=False)
    rings = [present_player(session_at(at).state, "Two", at, steady).ring for at in (10.0, 10.5, 11.0, 39.5)]
    assert rings == [Ring(1.0, 0.0), Ring(1.0, 0.0), Ring(29 / 30, 0.0), Ring(1 / 30, 0.0)]


def test_the_switches_stand_as_they_are_set() -> None:
    """Both on until the user says otherwise."""
    state = session_at(12.0).state
    view = present_player(state, "Two", 12.0)
    assert (view.has_sounds, view.has_voice) == (True, True)
    view = present_player(state, "Two", 12.0, Settings(sounds=False, voice=False))
    assert (view.has_sounds, view.has_voice) == (False, False)


def test_a_step_whose_time_ran_out_meanwhile_is_over_at_once() -> None:
    """The timer woke half a millisecond early, and showing took thirty: not a second more."""
    state = session_at(39.9995).state
    assert seconds_to_next_change(state, 39.9995) == pytest.approx(0.0005)
    assert seconds_to_next_change(state, 40.03) == 0.0
