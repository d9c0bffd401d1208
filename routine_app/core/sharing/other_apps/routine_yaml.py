"""Writes a plain routine as the text of its file."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from routine_app.core.routine.duration_text import spell_duration
from routine_app.core.sharing.other_apps.plain_routine import PlainRoutine, PlainStretch
from routine_app.core.text.clean import clean_words

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 ()'/+.,-]*[A-Za-z0-9).]")
_NO_TEXT = frozenset({"true", "false", "yes", "no", "on", "off", "null"})
"""Words that readers of YAML take for something else (source: YAML 1.1, its types bool and null)."""


def routine_yaml(routine: PlainRoutine, remarks: Iterable[str] = ()) -> str:
    """The text of the routine's file, with the remarks as comments above it."""
    rest = _commonest_rest(routine.stretches)
    lines = [
        *(f"# {clean_words(remark)}" for remark in remarks),
        f"title: {_written(routine.title)}",
        f"get_ready: {spell_duration(routine.get_ready_seconds)}",
        f"rest: {spell_duration(rest)}",
        *([f"rounds: {routine.rounds}"] if routine.rounds > 1 else []),
        "stretches:",
        *(line for stretch in routine.stretches for line in _stretch_lines(stretch, rest)),
    ]
    return "\n".join(lines) + "\n"


def _commonest_rest(stretches: tuple[PlainStretch, ...]) -> float:
    return Counter(stretch.rest_seconds for stretch in stretches).most_common(1)[0][0]


def _stretch_lines(stretch: PlainStretch, rest_seconds: float) -> Iterator[str]:
    yield f"  - name: {_written(stretch.name)}"
    yield f"    hold: {spell_duration(stretch.hold_seconds)}"
    if stretch.sets > 1:
        yield f"    sets: {stretch.sets}"
    if stretch.rest_seconds != rest_seconds:
        yield f"    rest: {spell_duration(stretch.rest_seconds)}"


def _written(text: str) -> str:
    """The text as a YAML scalar; a JSON string is one, too."""
    is_plain = _PLAIN.fullmatch(text) and text.lower() not in _NO_TEXT
    return text if is_plain else json.dumps(text, ensure_ascii=False)
