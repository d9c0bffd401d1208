"""Writes the text of `settings.yaml`, of which everything that people wrote themselves stays."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from routine_app.core.routine.duration_text import spell_duration
from routine_app.core.settings.settings import Settings
from routine_app.data.settings.reader import AS_THE_ROUTINE, SettingsReading, key_of
from routine_app.data.yaml.tree import LOADER

_HEADER = "# The settings of Routine App, to be changed in the app or here. What you add here stays.\n"

COMMENTS = {
    "voice": "Speak the cues: yes or no.",
    "sounds": "Beep and chime: yes or no.",
    "volume": "How loud voice and sounds are: 0 to 100.",
    "vibration": "Vibrate when a hold ends or the side changes: yes or no.",
    "keep_awake": "Keep the screen awake during a session: yes or no.",
    "get_ready": "Time before the first hold: 0s to 5m, such as 10s, or routine for what each routine says.",
    "hold_length": "How long holds are when a routine is opened: short, normal or long.",
    "theme": "Colours: system, light or dark.",
    "ring": "How the ring moves: smooth, or steady for once a second, which takes less of a battery.",
    "weekly_dose": "What each side of each muscle should be held in a week: 30s to 60m, such as 3m.",
    "weekly_days": "On how many days of a week you mean to stretch: 1 to 7.",
}
"""What stands above each key."""

_ANCHOR = re.compile(r"&\S+\s+")

_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where things stand in the text of a file, in characters.

    `values` has the span of each value, in the order of the mapping; `insert_at` is where a key can be
    added, indented by `indent`.
    """

    values: tuple[_Span, ...] = ()
    insert_at: int = 0
    indent: int = 0
    is_flow: bool = False


def new_text(settings: Settings) -> str:
    """A whole file, each key with its comment above."""
    return _HEADER + "".join(f"\n{_line(key, value, '')}" for key, value in spelled(settings).items())


def changed_text(reading: SettingsReading, settings: Settings) -> str:
    """The text that was read, with only the values changed that differ and the missing keys added.

    The reading has no problems. Of a text that is only odd marks, such as `...`, nothing sensible may come:
    read what was made of it.
    """
    wanted, before = spelled(settings), spelled(reading.settings)
    names = [key_of(key) for key, _ in reading.tree.pairs] if reading.tree else []
    layout = _layout_of(reading.text) if reading.tree else _Layout(insert_at=len(reading.text))
    missing = {key: value for key, value in wanted.items() if key not in names}
    edits = [(layout.insert_at, layout.insert_at, _added(missing, layout, reading.text))]
    for name, (start, end) in zip(names, layout.values, strict=True):
        # What was an alias would change with its anchor.
        if name in wanted and (wanted[name] != before[name] or reading.text[start] == "*"):
            edits.append((start, end, wanted[name]))
    return _edited(reading.text, edits)


def spelled(settings: Settings) -> dict[str, str]:
    """What stands at each key, in the order of a new file."""
    seconds = settings.get_ready_seconds
    return {
        "voice": _yes_or_no(is_on=settings.voice),
        "sounds": _yes_or_no(is_on=settings.sounds),
        "volume": str(settings.volume_percent),
        "vibration": _yes_or_no(is_on=settings.vibration),
        "keep_awake": _yes_or_no(is_on=settings.keep_awake),
        "get_ready": AS_THE_ROUTINE if seconds is None else spell_duration(seconds),
        "hold_length": settings.hold_length.value.lower(),
        "theme": settings.theme.value,
        "ring": "smooth" if settings.smooth_ring else "steady",
        "weekly_dose": spell_duration(settings.weekly_dose_seconds),
        "weekly_days": str(settings.weekly_days),
    }


def _yes_or_no(*, is_on: bool) -> str:
    return "yes" if is_on else "no"


def _line(key: str, value: str, indent: str) -> str:
    return f"{indent}# {COMMENTS[key]}\n{indent}{key}: {value}\n"


def _added(missing: dict[str, str], layout: _Layout, text: str) -> str:
    if layout.is_flow:
        return "".join(f"{key}: {value}, " for key, value in missing.items())
    lines = "".join("\n" + _line(key, value, " " * layout.indent) for key, value in missing.items())
    return lines.replace("\n", "\r\n") if "\r\n" in text else lines


def _edited(text: str, edits: list[tuple[int, int, str]]) -> str:
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _layout_of(text: str) -> _Layout:
    """Where the values of the mapping stand that is the whole of a text."""
    first, *inside, last = list(yaml.parse(text, Loader=LOADER))[2:-2]
    is_flow = isinstance(first, yaml.MappingStartEvent) and bool(first.flow_style)
    nodes = list(_outermost(inside))
    return _Layout(
        values=tuple(_bare(text, *span) for span in nodes[1::2]),
        insert_at=_span(first)[1] if is_flow else _span(last)[0],
        indent=_indent(text, nodes[0][0]) if nodes else 0,
        is_flow=is_flow,
    )


def _outermost(events: list[yaml.Event]) -> Iterator[_Span]:
    """The spans of nodes that stand in a row, without those inside them."""
    depth, start = 0, 0
    for event in events:
        if depth == 0:
            start = _span(event)[0]
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth == 0:
            yield start, _span(event)[1]


def _span(event: yaml.Event) -> _Span:
    begin, end = event.start_mark, event.end_mark
    return begin.index if begin else 0, end.index if end else 0


def _indent(text: str, index: int) -> int:
    """How many spaces stand at the beginning of the line that a character is in."""
    line = text[:index].replace("\r", "\n").rpartition("\n")[2] + "."
    return len(line) - len(line.lstrip(" "))


def _bare(text: str, start: int, end: int) -> _Span:
    """The value alone: the anchor before it and the line break after it stay."""
    anchor = _ANCHOR.match(text, start, end)
    return anchor.end() if anchor else start, start + len(text[start:end].rstrip())
