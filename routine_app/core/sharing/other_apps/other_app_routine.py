"""What a file of another app becomes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from routine_app.core.routine.yaml_writer import routine_text
from routine_app.core.sharing.other_apps.intervals import Interval, routine_of
from routine_app.core.sharing.other_apps.workout_fields import OtherAppFileError
from routine_app.core.text.clean import quoted


@dataclass(frozen=True, slots=True)
class OtherApp:
    """An app whose files are read, and what it calls the whole and one part of it: a "workout" and an "exercise"."""

    name: str
    whole: str
    part: str


@dataclass(frozen=True, slots=True)
class OtherAppRoutine:
    """A routine as text, and in a sentence each what of the other app's could not be carried over.

    `app` is the name of the app that wrote it.
    """

    app: str
    title: str
    yaml_text: str
    unsupported: tuple[str, ...]


def carried_over(
    app: OtherApp,
    title: str,
    get_ready_seconds: float,
    intervals: Iterable[Interval],
    unsupported: Sequence[str],
) -> OtherAppRoutine:
    """The routine that does these intervals. Raises OtherAppFileError if nothing is held in them."""
    sentences = list(unsupported)
    routine = routine_of(title, get_ready_seconds, intervals, sentences)
    if routine is None:
        raise OtherAppFileError(
            f"The {app.whole} {quoted(title)} has no {app.part} with a length; add one, and export it again."
        )
    told = tuple(dict.fromkeys(sentences))
    text = routine_text(routine, [f"From {app.name}.", *told])
    return OtherAppRoutine(app.name, routine.title, text, told)
