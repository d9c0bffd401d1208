"""What is most worth doing today, to read, as JSON and as a routine's file."""

from routine_app.cli.output import clock_time
from routine_app.core.balance.today import Today
from routine_app.core.library.routine_view import hold_words
from routine_app.core.routine.model import Stretch
from routine_app.core.routine.plan import planned_seconds
from routine_app.core.text.json_parsing import json_number


def today_lines(today: Today) -> str:
    """Title and why; then each stretch of the routine, with its own why if it was made for today."""
    lines = [today.title, today.why]
    if today.routine is not None:
        lines[0] += f", {clock_time(planned_seconds(today.routine))}"
        lines += [_line(stretch, is_made=not today.name) for stretch in today.routine.stretches]
    return "\n".join(lines)


def today_document(today: Today) -> dict[str, object]:
    """The document of `today --json`; `routine` is the name that `list` shows, None for one that was made."""
    routine = today.routine
    return {
        "routine": today.name or None,
        "title": today.title,
        "why": today.why,
        "total_seconds": json_number(planned_seconds(routine)) if routine else 0,
        "stretches": [_stretch(one, is_made=not today.name) for one in routine.stretches] if routine else [],
    }


def _line(stretch: Stretch, *, is_made: bool) -> str:
    why = f" ({stretch.why})" if is_made else ""
    return f"  {stretch.name}: {hold_words(stretch)}{why}"


def _stretch(stretch: Stretch, *, is_made: bool) -> dict[str, object]:
    return {
        "stretch": stretch.name,
        "muscles": list(stretch.muscles),
        "sets": stretch.sets,
        "holds": [
            {"side": hold.side.value, "seconds": json_number(hold.hold_seconds)} for hold in stretch.holds
        ],
        "why": stretch.why if is_made else None,
    }
