"""The search in the list of routines: by words, and by the muscles that they work."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from routine_app.core.routine.muscles import MUSCLES, muscle_labels
from routine_app.core.routine.repository import RoutineEntry

ACCENTS = re.compile("[\u0300-\u036f]")
"""The accents that NFKD takes off their letters."""

CURLY_APOSTROPHE = "\u2019"
"""What phones make of an apostrophe that is typed."""


@dataclass(frozen=True, slots=True)
class Findable:
    """What a search looks at of an entry; made once for a list, since making it takes longer than a search."""

    name: str
    text: str
    muscles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoutineFilter:
    """The words that were typed and the muscles that were chosen; with neither, all routines match."""

    words: str = ""
    muscles: frozenset[str] = frozenset()

    @property
    def is_on(self) -> bool:
        """Whether any word or muscle is searched for."""
        return bool(self.muscles or self._folded_words)

    def toggled(self, muscle: str) -> "RoutineFilter":
        """The filter with a muscle chosen, or no longer chosen if it was."""
        return replace(self, muscles=self.muscles ^ {muscle})

    def matches(self, routine: Findable) -> bool:
        """Whether a routine works every chosen muscle, and has every word somewhere."""
        return self.muscles.issubset(routine.muscles) and all(
            word in routine.text for word in self._folded_words
        )

    @property
    def _folded_words(self) -> list[str]:
        return _folded(self.words).split()


def findable(entry: RoutineEntry) -> Findable:
    """What a search looks at of an entry; of a broken file that is its name alone."""
    return Findable(entry.name, _folded(_text(entry)), entry.routine.muscles if entry.routine else ())


def worked_muscles(routines: Iterable[Findable]) -> list[str]:
    """Every muscle that the routines work, the six of the hip first, those unknown to the app last."""
    found = {muscle for routine in routines for muscle in routine.muscles}
    return [muscle for muscle in MUSCLES if muscle in found] + sorted(found.difference(MUSCLES))


def _text(entry: RoutineEntry) -> str:
    routine = entry.routine
    if routine is None:
        return entry.file_name
    stretches = (stretch.name for stretch in routine.stretches)
    muscles = muscle_labels(routine.muscles)
    return "\n".join(
        (routine.title, routine.description, entry.file_name, *routine.tags, *stretches, muscles)
    )


def _folded(text: str) -> str:
    """The text in the form that is compared: without capitals, accents and curly apostrophes."""
    plain = ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    return plain.replace(CURLY_APOSTROPHE, "'").casefold()
