"""Writes the text of `settings.yaml`, of which everything that people wrote themselves stays."""

from routine_app.core.routine.duration_text import spell_duration
from routine_app.core.settings.settings import Settings
from routine_app.data.settings.reader import AS_THE_ROUTINE, KEYS, SettingsReading
from routine_app.data.yaml.nodes import MappingNode, value_at
from routine_app.data.yaml.text_lines import (
    Replacement,
    after_anchor,
    after_space,
    line_start,
    replaced,
    usual_line_break,
)

_HEADER = "# The settings of Routine App, to be changed in the app or here. What you add here stays.\n"


def new_text(settings: Settings) -> str:
    """The text of a new file, each key with its comment above."""
    return _HEADER + "".join(f"\n{_line(key, value, '')}" for key, value in spelled(settings).items())


def changed_text(reading: SettingsReading, settings: Settings) -> str:
    """The text that was read, with only the values changed that differ; those of missing keys are added.

    The reading has no problems. Of a text that is only odd marks, such as `...`, nothing sensible may come:
    read what was made of it.
    """
    text, root = reading.text, reading.tree
    wanted, before = spelled(settings), spelled(reading.settings)
    nodes = {name: value_at(root, name) for name in wanted}
    changed = {name for name, value in wanted.items() if value != before[name]}
    anchors = {node.start for name, node in nodes.items() if node and name in changed}
    missing = {name: value for name, value in wanted.items() if name in changed and not nodes[name]}
    edits = [_insertion(text, root, missing)]
    for name, node in nodes.items():
        # What is an alias would change with its anchor.
        if node and (name in changed or (node.alias and node.alias.target_start in anchors)):
            edits.append(Replacement(after_anchor(text, node.start), node.end, wanted[name]))
    return replaced(text, edits)


def spelled(settings: Settings) -> dict[str, str]:
    """The value of each key as it is spelled, in the order of a new file."""
    seconds = settings.get_ready_seconds
    return {
        "voice": _yes_or_no(is_on=settings.voice),
        "sounds": _yes_or_no(is_on=settings.sounds),
        "volume": str(settings.volume_percent),
        "music": settings.music.value,
        "vibration": _yes_or_no(is_on=settings.vibration),
        "keep_awake": _yes_or_no(is_on=settings.keep_awake),
        "get_ready": AS_THE_ROUTINE if seconds is None else spell_duration(seconds),
        "hold_length": settings.hold_length.value,
        "theme": settings.theme.value,
        "ring": "smooth" if settings.smooth_ring else "steady",
        "weekly_dose": spell_duration(settings.weekly_dose_seconds),
        "weekly_days": str(settings.weekly_days),
        "today": str(settings.today_minutes),
    }


def _yes_or_no(*, is_on: bool) -> str:
    return "yes" if is_on else "no"


def _line(key: str, value: str, indent: str) -> str:
    return f"{indent}# {KEYS[key]}\n{indent}{key}: {value}\n"


def _insertion(text: str, root: MappingNode | None, missing: dict[str, str]) -> Replacement:
    """The missing keys: inside the braces of a mapping in flow, else below the last key."""
    if root and root.is_flow:
        inside = after_anchor(text, root.start) + len("{")
        return Replacement(inside, inside, "".join(f"{key}: {value}, " for key, value in missing.items()))
    end = after_space(text, root.end) if root else len(text)
    first_key = root.pairs[0][0].start if root else 0
    before_key = text[line_start(text, first_key) : first_key]
    indent = before_key.removesuffix(before_key.lstrip(" "))
    lines = "".join("\n" + _line(key, value, indent) for key, value in missing.items())
    return Replacement(end, end, lines.replace("\n", usual_line_break(text)))
