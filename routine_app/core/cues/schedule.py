"""The prompts of a step: which sounds, words and vibrations it has, and when."""

from dataclasses import dataclass

from routine_app.core.cues.sentences import (
    FINISHED,
    HALFWAY,
    Sentences,
    finish_sentences,
    sentence,
    shorter_starts,
    start_sentences,
)
from routine_app.core.cues.sounds import BEEPS, Sound, Vibration
from routine_app.core.routine.plan import Step, StepKind

COUNTDOWN_SECONDS = (3, 2, 1)
"""Each of these many seconds before the end of a step has a beep."""

HALFWAY_FROM_SECONDS = 20.0
"""Shorter holds have no halfway: it would only talk into them."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """The sound, words and vibration that are due at one moment of a step, in seconds from its start.

    `shorter` is what to say instead where there is no time for all of `say`, the longest first.
    """

    at_seconds: float
    sound: Sound | None = None
    say: Sentences = ()
    vibration: Vibration | None = None
    shorter: tuple[Sentences, ...] = ()


def step_prompts(steps: tuple[Step, ...], index: int, added_seconds: float = 0.0) -> tuple[Prompt, ...]:
    """All prompts of a step, in the order of their moments; `added_seconds` puts off its last beeps."""
    step = steps[index]
    prompts = [start_prompt(steps, index), *_later_words(step), *_countdown(step, added_seconds)]
    return tuple(sorted(prompts, key=lambda prompt: prompt.at_seconds))


def start_prompt(steps: tuple[Step, ...], index: int) -> Prompt:
    """The prompt at the start of a step, its first cues included."""
    step = steps[index]
    first_cues = tuple(sentence(cue.say) for cue in step.cues if cue.at_seconds <= 0)
    return Prompt(
        0.0,
        _start_sound(steps, index),
        (*start_sentences(steps, index), *first_cues),
        _start_vibration(step),
        shorter_starts(steps, index, first_cues),
    )


def finish_prompt(steps: tuple[Step, ...]) -> Prompt:
    """The prompt at the end of the last step."""
    said = finish_sentences(steps)
    return Prompt(0.0, Sound.FINISH, said, Vibration.FINISH, ((FINISHED,),) if len(said) > 1 else ())


def sentences_of(steps: tuple[Step, ...]) -> Sentences:
    """Every sentence that a plan may say, each once, in the order in which they are first due."""
    prompts = [prompt for index in range(len(steps)) for prompt in step_prompts(steps, index)]
    prompts.append(finish_prompt(steps))
    said = (words for prompt in prompts for form in (prompt.say, *prompt.shorter) for words in form)
    return tuple(dict.fromkeys(said))


def _start_sound(steps: tuple[Step, ...], index: int) -> Sound:
    step = steps[index]
    if step.kind is StepKind.GET_READY or index == 0:
        return Sound.START
    ends_hold = steps[index - 1].kind is StepKind.HOLD
    return Sound.HOLD_END if ends_hold else Sound.GAP_END


def _start_vibration(step: Step) -> Vibration | None:
    return {
        StepKind.GET_READY: None,
        StepKind.HOLD: Vibration.HOLD_START,
        StepKind.SWITCH: Vibration.SIDE_SWITCH,
        StepKind.REST: Vibration.HOLD_END,
    }[step.kind]


def _later_words(step: Step) -> list[Prompt]:
    """The prompts of a hold's cues and of its halfway, joined where they meet."""
    said: dict[float, Sentences] = {}
    halfway = step.seconds / 2
    if step.kind is StepKind.HOLD and step.seconds >= HALFWAY_FROM_SECONDS:
        said[halfway] = (HALFWAY,)
    for cue in step.cues:
        if 0 < cue.at_seconds < step.seconds:
            said[cue.at_seconds] = (*said.get(cue.at_seconds, ()), sentence(cue.say))
    return [_later_prompt(at, words) for at, words in said.items()]


def _later_prompt(at_seconds: float, words: Sentences) -> Prompt:
    """Words within a hold; those at its halfway come with a sound, which says as much as the word."""
    if words[0] != HALFWAY:
        return Prompt(at_seconds, None, words)
    return Prompt(at_seconds, Sound.HALFWAY, words, shorter=(words[1:],) if words[1:] else ())


def _countdown(step: Step, added_seconds: float) -> list[Prompt]:
    moments = (step.seconds + added_seconds - seconds for seconds in COUNTDOWN_SECONDS)
    return [Prompt(moment, BEEPS[step.kind]) for moment in moments if moment > 0]
