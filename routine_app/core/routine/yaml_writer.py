"""Writes a routine as the text of its file, which reads back as the same routine."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from routine_app.core.routine.duration_text import spell_duration
from routine_app.core.routine.file_name import SCHEMA_FILE
from routine_app.core.routine.limits import DEFAULT_SWITCH_SECONDS
from routine_app.core.routine.model import Cue, CueTime, Routine, Side, Stretch, StretchKind
from routine_app.core.routine.yaml_scalar import flow_yaml, text_yaml
from routine_app.core.text.clean import clean_words

SCHEMA_LINE = f"# yaml-language-server: $schema={SCHEMA_FILE}"
"""By which an editor finds it."""

_BELOW_ROUTINE, _BELOW_STRETCH = " " * 2, " " * 6
"""How far the lines of a text are indented, by whose key it is."""


def routine_text(routine: Routine, remarks: Iterable[str] = ()) -> str:
    """The text of the routine's file, with the remarks as comments above it."""
    rest = _commonest(stretch.rest_seconds for stretch in routine.stretches)
    switch = _commonest(stretch.switch_seconds for stretch in routine.stretches)
    languages = {stretch.language for stretch in routine.stretches}
    language = languages.pop() if len(languages) == 1 else ""
    lines = [SCHEMA_LINE, *(f"# {clean_words(remark)}" for remark in remarks)]
    lines += [*_head(routine, rest, switch, language), "stretches:"]
    for stretch in routine.stretches:
        own = "" if language else stretch.language
        values = {key: value for key, value in _stretch_values(stretch, rest, switch, own).items() if value}
        marks = ("  - ", *("    " for _ in values))
        lines += [f"{mark}{key}: {value}" for mark, (key, value) in zip(marks, values.items(), strict=False)]
        lines += _cue_lines(stretch.cues)
    return "\n".join(lines) + "\n"


def _commonest(seconds: Iterator[float]) -> float:
    return Counter(seconds).most_common(1)[0][0]


def _head(routine: Routine, rest: float, switch: float, language: str) -> Iterator[str]:
    yield f"title: {flow_yaml(routine.title)}"
    if routine.description:
        yield f"description: {text_yaml(routine.description, _BELOW_ROUTINE)}"
    if routine.tags:
        yield f"tags: {flow_yaml(list(routine.tags))}"
    if language:
        yield f"language: {flow_yaml(language)}"
    yield f"get_ready: {spell_duration(routine.get_ready_seconds)}"
    yield f"rest: {spell_duration(rest)}"
    if switch != DEFAULT_SWITCH_SECONDS:
        yield f"switch: {spell_duration(switch)}"
    if routine.rounds > 1:
        yield f"rounds: {routine.rounds}"


def _stretch_values(stretch: Stretch, rest: float, switch: float, language: str) -> Mapping[str, str]:
    """The keys of a stretch with what stands at them, empty where a key is left out."""
    return {
        "name": flow_yaml(stretch.name),
        "kind": stretch.kind.value if stretch.kind is not StretchKind.STRETCH else "",
        "muscles": flow_yaml(list(stretch.muscles)) if stretch.muscles else "",
        **_sides(stretch),
        "sets": str(stretch.sets) if stretch.sets > 1 else "",
        "rest": spell_duration(stretch.rest_seconds) if stretch.rest_seconds != rest else "",
        "switch": spell_duration(stretch.switch_seconds) if stretch.switch_seconds != switch else "",
        "figure": flow_yaml(stretch.figure) if stretch.figure else "",
        "how": text_yaml(stretch.how, _BELOW_STRETCH) if stretch.how else "",
        "why": text_yaml(stretch.why, _BELOW_STRETCH) if stretch.why else "",
        "language": flow_yaml(language) if language else "",
    }


def _sides(stretch: Stretch) -> Mapping[str, str]:
    first, *others = stretch.holds
    begins = "right" if others and first.side is Side.RIGHT else ""
    if any(hold.hold_seconds != first.hold_seconds for hold in others):
        by_side = {hold.side.value: spell_duration(hold.hold_seconds) for hold in stretch.holds}
        return {"sides": flow_yaml(by_side), "first": begins}
    sides = "each" if others else "" if first.side is Side.BOTH else first.side.value
    return {"sides": sides, "first": begins, "hold": spell_duration(first.hold_seconds)}


def _cue_lines(cues: tuple[Cue, ...]) -> Iterator[str]:
    if cues:
        yield "    cues:"
    for cue in cues:
        yield f"      - {flow_yaml(cue.say if cue.at is None else {'at': _when(cue.at), 'say': cue.say})}"


def _when(at: CueTime) -> str:
    """The moment of a cue; one that is a share and an offset, as no file has it, by its share alone."""
    if at.share == 1.0 and at.offset_seconds:
        return f"-{spell_duration(-at.offset_seconds)}"
    if at.share:
        return "end" if at.share == 1.0 else _percent(at.share)
    return spell_duration(at.offset_seconds) if at.offset_seconds else "start"


def _percent(share: float) -> str:
    """A share with as many decimals as a file may have, less the zeros at their end."""
    return f"{f'{share * 100:.6f}'.rstrip('0').rstrip('.')}%"
