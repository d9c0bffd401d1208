"""In which language a sentence is said: the app's own words in English, a routine's in what it is written in."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from routine_app.core.cues.schedule import sentences_of
from routine_app.core.cues.sentences import Sentences, next_sentence, sentence
from routine_app.core.routine.plan import Step

APP_LANGUAGE = "en"

Spoken = tuple[str, str]
"""Words, and the tag of their language; empty where nobody has named one."""


def languages_of(steps: Sequence[Step]) -> dict[str, str]:
    """The language of each sentence of a plan that its routine has written, by the sentence."""
    languages: dict[str, str] = {}
    for step in steps:
        name = step.stretch.name
        own = (sentence(name), next_sentence(step.stretch), *(sentence(cue.say) for cue in step.cues))
        languages |= dict.fromkeys(own, step.stretch.language)
    return languages


def spoken(sentences: Sequence[str], languages: Mapping[str, str]) -> tuple[Spoken, ...]:
    """The sentences one after the other, those of one language together; what `languages` lacks is the app's own."""
    parts = groupby(sentences, key=lambda words: languages.get(words, APP_LANGUAGE))
    return tuple((" ".join(words), language) for language, words in parts)


def english_sentences(steps: tuple[Step, ...]) -> Sentences:
    """Every sentence that a plan may say but those that its routine has in another language: for a voice of English."""
    languages = languages_of(steps)
    return tuple(words for words in sentences_of(steps) if is_english(languages.get(words, "")))


def is_english(language: str) -> bool:
    """Whether a tag names English, as it does in each country: "en", "en-GB"; an empty one may be anything."""
    return language.lower().partition("-")[0] in {"", APP_LANGUAGE}
