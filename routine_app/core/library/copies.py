"""Copies of routines: called copies, so that no two of one title stand in the list."""

import re
from collections.abc import Collection, Iterable
from itertools import chain, count

from routine_app.core.routine.limits import TITLE_LIMIT
from routine_app.core.routine.repository import RefusedEditError, Retitle, RoutineEntry, RoutineTexts

_COPY = re.compile(r" \(copy(?: [0-9]+)?\)$")


def titles_of(entries: Iterable[RoutineEntry]) -> set[str]:
    """The titles in a library."""
    return {entry.routine.title for entry in entries if entry.routine is not None}


def copy_title(title: str, taken: Collection[str]) -> str:
    """The title of a copy: "Hips (copy)", or the first of "Hips (copy 2)" and on that is not taken.

    A long title is cut, so that the words have their place.
    """
    words = chain([" (copy)"], (f" (copy {number})" for number in count(2)))
    original = _COPY.sub("", title)
    titles = (original[: TITLE_LIMIT - len(word)].rstrip() + word for word in words)
    return next(one for one in titles if one not in taken)


def beside(text: str, texts: RoutineTexts, taken: Collection[str]) -> str:
    """The text to keep beside routines of these titles: as it is, or as a copy if its own title is among them."""
    routine = texts.check("", text).routine
    return as_copy(text, texts, taken) if routine is not None and routine.title in taken else text


def as_copy(text: str, texts: RoutineTexts, taken: Collection[str]) -> str:
    """The text with the title of a copy, all else as it was; one whose title cannot be changed stays as it is."""
    routine = texts.check("", text).routine
    if routine is None:
        return text
    try:
        return texts.edited(text, Retitle(copy_title(routine.title, taken)))
    except RefusedEditError:
        return text
