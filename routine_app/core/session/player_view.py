"""What the player shows of a session at one moment."""

import math
from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum

from routine_app.core.routine.model import Side
from routine_app.core.routine.plan import Step, StepKind
from routine_app.core.routine.wording import PHASE_WORDS, SIDE_WORDS, name_and_side
from routine_app.core.session.engine import SLEEP_SECONDS, TOLERANCE_SECONDS, RunStatus, SessionState
from routine_app.core.session.record import HoldStatus
from routine_app.core.settings.settings import Settings
from routine_app.core.text.numbers import DIGITS_EARLY_SECONDS, clock, whole_seconds
from routine_app.core.text.scripts import readable

RING_FILL_SECONDS = 0.2
"""How long the ring takes to fill again when a step starts; from there it runs down."""

END_CUE_SECONDS = 4.0
"""How long a gap goes on showing what was said at the end of the hold before it."""


SEGMENT_LIMIT = 40
"""More holds than this share segments, or the bar would be dust."""


class Segment(StrEnum):
    """One hold, or a run of holds, in the bar at the top."""

    COMING = "coming"
    CURRENT = "current"
    DONE = "done"
    CUT = "cut"
    SKIPPED = "skipped"


class Form(StrEnum):
    """How the countdown is drawn, so that from far away and without colour one sees what there is to do."""

    DASHES = "dashes"
    WHOLE = "whole"
    LEFT_HALF = "left half"
    RIGHT_HALF = "right half"
    BEAD = "bead"
    BARS = "bars"


FORMS = {StepKind.GET_READY: Form.DASHES, StepKind.HOLD: Form.WHOLE, StepKind.REST: Form.BEAD}
"""The form of each kind of step; a change of sides has that of the side to come."""

PAUSED_WORDS = "Paused"


@dataclass(frozen=True, slots=True)
class Ring:
    """Where the ring is heading: the share left of the step, and the seconds until it is there."""

    share: float
    seconds: float


@dataclass(frozen=True, slots=True)
class SleepReport:
    """What the player asks after the device slept; `redo_words` are those of the button to begin again."""

    words: str
    redo_words: str


@dataclass(frozen=True, slots=True)
class PlayerView:
    """Everything the player shows.

    `figure` names the picture of the stretch, if it has one. `most_digits` is how many digits the
    step's countdown ever has, so that they keep their size while it runs. `asks_to_end` is whether it
    asks if the session shall end; `has_sounds` and `has_voice` are how their switches stand.
    """

    title: str
    phase: StepKind
    phase_words: str
    form: Form
    stretch_name: str
    side_words: str
    figure: str | None
    is_mirrored: bool
    digits: str
    most_digits: int
    ring: Ring
    cue: str
    next_words: str
    time_left_words: str
    segments: tuple[Segment, ...]
    is_paused: bool
    sleep_report: SleepReport | None
    asks_to_end: bool = False
    has_sounds: bool = True
    has_voice: bool = True

    @property
    def has_question(self) -> bool:
        """Whether a question stands in place of the ring and the buttons."""
        return self.asks_to_end or self.sleep_report is not None


def present_player(
    state: SessionState,
    title: str,
    now: float,
    settings: Settings | None = None,
    *,
    asks_to_end: bool = False,
) -> PlayerView:
    """The player's view of a session, by these settings, or the defaults if there are none."""
    settings = settings or Settings()
    step, is_paused = state.step, state.status is RunStatus.PAUSED
    return PlayerView(
        title=f"{title}, paused" if is_paused else title,
        phase=step.kind,
        phase_words=PAUSED_WORDS if is_paused else PHASE_WORDS[step.kind],
        form=Form.BARS if is_paused else _form(step),
        stretch_name=step.stretch.name,
        side_words=SIDE_WORDS[step.side],
        figure=step.stretch.figure,
        is_mirrored=step.side is Side.RIGHT,
        digits=str(whole_seconds(state.remaining(now))),
        most_digits=len(str(whole_seconds(state.length_seconds))),
        ring=_ring(state, now) if settings.smooth_ring else _steady_ring(state, now),
        cue=_cue(state, now),
        next_words=_next_words(state),
        time_left_words=f"{clock(session_seconds_left(state, now))} left",
        segments=_segments(state),
        is_paused=is_paused,
        sleep_report=sleep_report(state),
        asks_to_end=asks_to_end,
        has_sounds=settings.sounds,
        has_voice=settings.voice,
    )


def legible(view: PlayerView, missing_scripts: Collection[str]) -> PlayerView:
    """The view where letters of these scripts cannot be drawn: its words tell of them instead."""
    if not missing_scripts:
        return view
    return replace(
        view,
        title=readable(view.title, missing_scripts),
        stretch_name=readable(view.stretch_name, missing_scripts),
        cue=readable(view.cue, missing_scripts),
        next_words=readable(view.next_words, missing_scripts),
    )


def _form(step: Step) -> Form:
    if step.kind is StepKind.SWITCH:
        return Form.RIGHT_HALF if step.side is Side.RIGHT else Form.LEFT_HALF
    return FORMS[step.kind]


def session_seconds_left(state: SessionState, now: float) -> float:
    """Seconds from now to the end of the plan."""
    last = state.steps[-1]
    plan_seconds = last.start_seconds + last.seconds
    return plan_seconds - state.step.start_seconds - state.step.seconds + state.remaining(now)


def seconds_to_next_change(state: SessionState, now: float) -> float:
    """The seconds until what the player shows changes; one while the session stands still.

    None once the step's time is up: a timer that woke a little early may be asked after that.
    """
    if state.status is not RunStatus.RUNNING:
        return 1.0
    remaining, elapsed = state.remaining(now), state.elapsed(now)
    if remaining <= TOLERANCE_SECONDS:
        return 0.0
    changes = [_seconds_to_next_digit(remaining), remaining, SLEEP_SECONDS / 2]
    changes += [RING_FILL_SECONDS - elapsed, *(cue.at_seconds - elapsed for cue in state.step.cues)]
    return min(seconds for seconds in changes if seconds > TOLERANCE_SECONDS)


def _seconds_to_next_digit(remaining: float) -> float:
    return remaining - (whole_seconds(remaining) - 1)


def _ring(state: SessionState, now: float) -> Ring:
    remaining, length = state.remaining(now), state.length_seconds
    seconds = 0.0
    if state.status is RunStatus.RUNNING:
        to_full = RING_FILL_SECONDS - state.elapsed(now)
        is_filling = to_full > DIGITS_EARLY_SECONDS
        seconds = min(to_full if is_filling else _seconds_to_next_digit(remaining), remaining)
    return Ring((remaining - seconds) / length, seconds)


def _steady_ring(state: SessionState, now: float) -> Ring:
    """The ring that jumps with the digits: for those who want no motion, and for the battery."""
    return Ring(min(whole_seconds(state.remaining(now)) / state.length_seconds, 1.0), 0.0)


def _cue(state: SessionState, now: float) -> str:
    step, elapsed = state.step, state.elapsed(now) + DIGITS_EARLY_SECONDS
    if step.kind is StepKind.HOLD:
        said = [cue.say for cue in step.cues if cue.at_seconds <= elapsed]
        return said[-1] if said else ""
    at_end = _end_cue(state)
    if at_end and elapsed < END_CUE_SECONDS:
        return at_end
    if step.kind is StepKind.SWITCH:
        return f"The same on the {step.side.value} side. Take your time."
    return step.stretch.how


def _end_cue(state: SessionState) -> str:
    """The cue at the very end of the hold before this gap, empty if there is none."""
    if state.step.kind is StepKind.GET_READY:
        return ""
    before = state.steps[state.step_index - 1]
    return next((cue.say for cue in before.cues if cue.at_seconds >= before.seconds), "")


def _next_words(state: SessionState) -> str:
    coming = _coming_hold(state)
    if coming is None:
        return "Next: finished"
    if state.step.kind is not StepKind.HOLD:
        return f"Next: hold for {whole_seconds(coming.seconds)} seconds"
    return f"Next: {name_and_side(coming.stretch.name, coming.side)}"


def _coming_hold(state: SessionState) -> Step | None:
    after = state.steps[state.step_index + 1 :]
    return next((step for step in after if step.kind is StepKind.HOLD), None)


def _segments(state: SessionState) -> tuple[Segment, ...]:
    current = state.step.hold_index
    segments = [
        Segment.CURRENT if index == current and state.status is not RunStatus.ENDED else _segment(status)
        for index, status in enumerate(state.hold_statuses)
    ]
    run = math.ceil(len(segments) / SEGMENT_LIMIT)
    return tuple(_shared_segment(segments[i : i + run]) for i in range(0, len(segments), run))


def _shared_segment(run: list[Segment]) -> Segment:
    telling = (Segment.CURRENT, Segment.COMING, Segment.DONE, Segment.CUT)
    return next((segment for segment in telling if segment in run), Segment.SKIPPED)


def _segment(status: HoldStatus | None) -> Segment:
    return Segment.COMING if status is None else Segment(status.value)


def sleep_report(state: SessionState) -> SleepReport | None:
    """What to ask of a session that stands because the device slept; None of any other."""
    if state.status is not RunStatus.ASLEEP:
        return None
    asleep = f"Asleep for {round(state.asleep_seconds)} s."
    if state.step.kind is not StepKind.HOLD:
        return SleepReport(asleep, "Redo this gap")
    held, length = int(state.elapsed_seconds), whole_seconds(state.length_seconds)
    redo = "Redo this hold" if state.step.side is Side.BOTH else "Redo this side"
    return SleepReport(f"{asleep} {held} of {length} s held.", redo)
