"""The words that the editor offers to complete with, each where it may stand."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from routine_app.core.help.schema_keys import SchemaKeys
from routine_app.core.routine.model import StretchKind
from routine_app.core.routine.muscles import MUSCLES

SIDES = ("together", "each", "left", "right")
CUE_TIMES = ("start", "halfway", "end")

_KEY = re.compile(r" *(- +)?[a-z_]*")
_VALUE = re.compile(r".*\b([a-z_]+): *[\[{]?(?:[\w-]+, *)*[\w-]*")
_LIST_ENTRY = re.compile(r" +- +[a-z_]*")


@dataclass(frozen=True, slots=True)
class Completions:
    """The keys of a routine file, and the words that may stand at one."""

    keys: tuple[str, ...]
    values: dict[str, tuple[str, ...]]

    def at(self, before: str) -> tuple[str, ...]:
        """The words for a place, by what stands before it on its line; none within a text of one's own."""
        if _KEY.fullmatch(before):
            in_list = self.values["muscles"] if _LIST_ENTRY.fullmatch(before) else ()
            return (*self.keys, *in_list)
        value = _VALUE.fullmatch(before)
        return self.values.get(value[1], ()) if value else ()


def completions(keys: SchemaKeys | None, figures: Iterable[str]) -> Completions:
    """What can be completed with these figures; `keys` is None if the schema cannot be had."""
    facts = (*keys.routine, *keys.stretch, *keys.sides, *keys.cue) if keys is not None else ()
    values = {
        "muscles": MUSCLES,
        "figure": tuple(figures),
        "sides": SIDES,
        "first": ("left", "right"),
        "kind": tuple(kind.value for kind in StretchKind),
        "at": CUE_TIMES,
    }
    return Completions(tuple(dict.fromkeys(fact.key for fact in facts)), values)
