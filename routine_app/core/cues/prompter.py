"""Tells each prompt of a session once, at its moment, and never one whose moment has passed."""

from dataclasses import replace

from routine_app.core.cues.schedule import Prompt, finish_prompt, step_prompts
from routine_app.core.session.engine import TOLERANCE_SECONDS, RunStatus, SessionState
from routine_app.core.session.events import Ended, Event, Events, FellAsleep, Resumed, StepStarted
from routine_app.core.session.record import SessionStatus

SOUND_LATE_SECONDS = 0.5
"""A sound that is later than this would count the wrong second."""

WORDS_LATE_SECONDS = 3.0
"""Words may be later: what to do is still true."""

BEFORE_THE_START = float("-inf")


class Prompter:
    """Tells the prompts of one session, given its state and the time on its clock."""

    def __init__(self) -> None:
        self._told_seconds = BEFORE_THE_START
        self._is_asleep = False
        self._step: tuple[int, float] | None = None
        self._prompts: tuple[Prompt, ...] = ()

    def due(self, events: Events, state: SessionState, now: float) -> Prompt | None:
        """The prompts that have come due by `now`, as one; `events` are those of the session's last call."""
        for event in events:
            self._hear(event, state, now)
        if any(isinstance(event, Ended) and event.status is SessionStatus.COMPLETED for event in events):
            prompt = finish_prompt(state.steps)
            return prompt if state.has_held else replace(prompt, say=())
        if state.status is not RunStatus.RUNNING:
            return None
        elapsed = state.elapsed(now) + TOLERANCE_SECONDS
        prompts = [p for p in self._to_come(state) if p.at_seconds <= elapsed]
        self._told_seconds = max(self._told_seconds, elapsed)
        return _joined([_while_it_counts(prompt, elapsed) for prompt in prompts])

    def seconds_to_next(self, state: SessionState, now: float) -> float:
        """The seconds until a prompt of this step comes due, 0 if one is due already.

        Infinite if there is none, or while the session stands still.
        """
        if state.status is not RunStatus.RUNNING:
            return float("inf")
        waits = (prompt.at_seconds - state.elapsed(now) for prompt in self._to_come(state))
        return max(min(waits, default=float("inf")), 0.0)

    def _hear(self, event: Event, state: SessionState, now: float) -> None:
        if isinstance(event, StepStarted):
            self._told_seconds, self._is_asleep = BEFORE_THE_START, False
        elif isinstance(event, FellAsleep):
            self._is_asleep = True
        elif isinstance(event, Resumed) and self._is_asleep:
            self._told_seconds, self._is_asleep = state.elapsed(now), False

    def _to_come(self, state: SessionState) -> tuple[Prompt, ...]:
        step = state.step_index, state.added_seconds
        if step != self._step:
            self._step, self._prompts = step, step_prompts(state.steps, *step)
        return tuple(prompt for prompt in self._prompts if prompt.at_seconds > self._told_seconds)


def _while_it_counts(prompt: Prompt, elapsed_seconds: float) -> Prompt:
    """The prompt without its sound, vibration or words where these come too late."""
    late_seconds = elapsed_seconds - prompt.at_seconds
    if late_seconds > SOUND_LATE_SECONDS:
        prompt = replace(prompt, sound=None, vibration=None)
    return replace(prompt, say=()) if late_seconds > WORDS_LATE_SECONDS else prompt


def _joined(prompts: list[Prompt]) -> Prompt | None:
    """One prompt of several that come at once: all their words, and the last of their sounds."""
    if not prompts:
        return None
    sounds = [prompt.sound for prompt in prompts if prompt.sound]
    vibrations = [prompt.vibration for prompt in prompts if prompt.vibration]
    return Prompt(
        prompts[0].at_seconds,
        sounds[-1] if sounds else None,
        tuple(words for prompt in prompts for words in prompt.say),
        vibrations[-1] if vibrations else None,
    )
