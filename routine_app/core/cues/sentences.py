"""What the app says aloud, sentence by sentence: a sentence is what a clip holds, and is never cut."""

from routine_app.core.routine.model import Side, Stretch
from routine_app.core.routine.plan import Step, StepKind
from routine_app.core.routine.wording import PHASE_WORDS, SIDE_WORDS
from routine_app.core.text.numbers import whole_seconds

Sentences = tuple[str, ...]

HALFWAY = "Halfway."
FINISHED = "Done. Well held."
NEXT_SET = "Next set."
LAST_SET = "Last set."
NEXT_ROUND = "Next round."
LAST_ROUND = "Last round."

ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
TEENS = [f"{start}teen" for start in ("thir", "four", "fif", "six", "seven", "eigh", "nine")]
SMALL_NUMBERS = [*ONES, "ten", "eleven", "twelve", *TEENS]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

MINUTE_SECONDS = 60
SAID_IN_SECONDS = 90
"""A minute and a half is said as ninety seconds."""

SENTENCE_ENDS = (".", "!", "?", ":", "…")


def sentence(words: str) -> str:
    """The words with a full stop, unless they end in a mark of their own."""
    return words if words.endswith(SENTENCE_ENDS) else f"{words}."


def number_words(number: int) -> str:
    """A whole number below 100 in words: "forty-five"; a larger one in digits."""
    if number < len(SMALL_NUMBERS):
        return SMALL_NUMBERS[number]
    tens, ones = divmod(number, 10)
    if tens > len(TENS) + 1:
        return str(number)
    return TENS[tens - 2] + (f"-{SMALL_NUMBERS[ones]}" if ones else "")


def length_sentences(seconds: float) -> Sentences:
    """A length as a person says it: "Thirty seconds.", or "Two minutes." and "Ten seconds."."""
    total = whole_seconds(seconds)
    if total < MINUTE_SECONDS or total == SAID_IN_SECONDS:
        return (_counted(total, "second"),)
    minutes, rest = divmod(total, MINUTE_SECONDS)
    return (_counted(minutes, "minute"), *((_counted(rest, "second"),) if rest else ()))


def start_sentences(steps: tuple[Step, ...], index: int) -> Sentences:
    """What is said as a step starts, after what the hold before it says at its very end."""
    step, before = steps[index], steps[index - 1] if index else None
    if step.kind is StepKind.HOLD:
        said = (sentence(step.stretch.name), *_side(step), *length_sentences(step.seconds))
    else:
        said = (sentence(PHASE_WORDS[step.kind]), *_coming(step, before, steps[-1].round_number))
    return (*_end_cues(before), *said)


def shorter_starts(steps: tuple[Step, ...], index: int, first_cues: Sentences) -> tuple[Sentences, ...]:
    """What is said as a step starts where `start_sentences` and its first cues take too long, the longest first.

    A hold gives up its length, then what the hold before said at its end, then its own cues, then its name: the side
    alone was not said before. A gap gives up the cue before it and its own name, then set and round, then the side
    (a change of sides keeps that alone), and last "Next".
    """
    step, before = steps[index], steps[index - 1] if index else None
    name, side, ends = sentence(step.stretch.name), _side(step), _end_cues(before)
    if step.kind is StepKind.HOLD:
        return ((*ends, name, *side, *first_cues), (name, *side, *first_cues), (name, *side), side or (name,))
    if step.kind is StepKind.SWITCH:
        return ((sentence(PHASE_WORDS[step.kind]), *side), side)
    coming = _coming(step, before, steps[-1].round_number)
    if step.kind is StepKind.GET_READY:
        return (coming, (name,))
    next_hold = next_sentence(step.stretch)
    return (coming, (next_hold, *side), (next_hold,), (name,))


def finish_sentences(steps: tuple[Step, ...]) -> Sentences:
    """What is said when the last step is over."""
    return (*_end_cues(steps[-1]), FINISHED)


def next_sentence(stretch: Stretch) -> str:
    """What is said of a stretch in the rest before it."""
    return sentence(f"Next: {stretch.name}")


def _counted(number: int, unit: str) -> str:
    return f"{number_words(number).capitalize()} {unit}{'' if number == 1 else 's'}."


def _side(step: Step) -> Sentences:
    return () if step.side is Side.BOTH else (sentence(SIDE_WORDS[step.side]),)


def _end_cues(before: Step | None) -> Sentences:
    """What the step before says at its very end."""
    if before is None:
        return ()
    return tuple(sentence(cue.say) for cue in before.cues if cue.at_seconds >= before.seconds)


def _coming(step: Step, before: Step | None, rounds: int) -> Sentences:
    """What is said in a gap of the hold that it leads to."""
    if step.kind is StepKind.SWITCH:
        return _side(step)
    if step.kind is StepKind.GET_READY:
        return (sentence(step.stretch.name), *_side(step))
    return (*_new_set_or_round(step, before, rounds), next_sentence(step.stretch), *_side(step))


def _new_set_or_round(step: Step, before: Step | None, rounds: int) -> Sentences:
    if before is not None and before.round_number != step.round_number:
        return (LAST_ROUND if step.round_number == rounds else NEXT_ROUND,)
    if step.set_number > 1:
        return (LAST_SET if step.set_number == step.stretch.sets else NEXT_SET,)
    return ()
