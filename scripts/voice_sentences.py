"""The sentences that ship as clips: the app's own, and those of routines."""

from collections.abc import Iterable, Iterator

from routine_app.core.cues.sentences import (
    FINISHED,
    HALFWAY,
    LAST_ROUND,
    LAST_SET,
    MINUTE_SECONDS,
    NEXT_ROUND,
    NEXT_SET,
    SAID_IN_SECONDS,
    length_sentences,
    next_sentence,
    sentence,
)
from routine_app.core.routine.model import Routine
from routine_app.core.routine.plan import StepKind
from routine_app.core.routine.wording import PHASE_WORDS, SIDE_WORDS

MOST_MINUTES = 10


def all_sentences(routines: Iterable[Routine]) -> tuple[str, ...]:
    """Every sentence that the app and these routines need, each once, the app's own first."""
    return tuple(dict.fromkeys([*own_sentences(), *(s for r in routines for s in routine_sentences(r))]))


def own_sentences() -> Iterator[str]:
    """Every sentence of the app's own, whatever the routine."""
    yield from (sentence(words) for kind, words in PHASE_WORDS.items() if kind is not StepKind.HOLD)
    yield from (sentence(words) for words in SIDE_WORDS.values() if words)
    yield from (HALFWAY, FINISHED, NEXT_SET, LAST_SET, NEXT_ROUND, LAST_ROUND)
    for seconds in (*range(1, MINUTE_SECONDS), SAID_IN_SECONDS):
        yield from length_sentences(seconds)
    for minutes in range(1, MOST_MINUTES + 1):
        yield from length_sentences(minutes * MINUTE_SECONDS)


def routine_sentences(routine: Routine) -> Iterator[str]:
    """Every sentence that a routine brings itself: its stretches' names and cues."""
    for stretch in routine.stretches:
        yield sentence(stretch.name)
        yield next_sentence(stretch)
        yield from (sentence(cue.say) for cue in stretch.cues)
