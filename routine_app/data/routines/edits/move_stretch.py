"""Exchanges two neighbouring stretches in a text, with the comments that belong to them."""

from routine_app.core.routine.model import Routine
from routine_app.core.routine.repository import MoveStretch, RefusedEditError
from routine_app.data.routines.edits.entry_lines import entry_lines
from routine_app.data.routines.edits.flow_entries import exchanged_in_flow
from routine_app.data.yaml.nodes import ListNode, aliases_in
from routine_app.data.yaml.text_lines import Replacement


def move(
    text: str, entries: ListNode, routine: Routine, edit: MoveStretch
) -> tuple[tuple[Replacement, ...], Routine]:
    """What to replace in the text, and the routine that must come of it.

    `entries` are the stretches in the text, and `routine` is what it says. Raises RefusedEditError.
    """
    _refuse_beyond_the_end(routine, edit)
    upper = min(edit.stretch, edit.stretch + edit.by)
    _refuse_alias_before_anchor(entries, upper)
    if entries.is_flow:
        replacements = exchanged_in_flow(text, entries.items[upper], entries.items[upper + 1])
    else:
        replacements = (_exchanged_lines(text, entries, upper),)
    stretches = list(routine.stretches)
    stretches[upper : upper + 2] = stretches[upper + 1], stretches[upper]
    return replacements, routine._replace(stretches=tuple(stretches))


def _refuse_beyond_the_end(routine: Routine, edit: MoveStretch) -> None:
    if edit.by not in (1, -1):
        raise RefusedEditError("A stretch moves by one place at a time.")
    if not 0 <= edit.stretch + edit.by < len(routine.stretches):
        which = "first" if edit.by < 0 else "last"
        raise RefusedEditError(f"This stretch is the {which} one already.")


def _refuse_alias_before_anchor(entries: ListNode, upper: int) -> None:
    above, below = entries.items[upper], entries.items[upper + 1]
    for alias in aliases_in(below):
        if above.start <= alias.target_start < above.end:
            raise RefusedEditError(
                f"*{alias.name} in stretch {upper + 2} repeats what stretch {upper + 1} has, "
                "and must stay below it; write out the value there, and move it then."
            )


def _exchanged_lines(text: str, entries: ListNode, upper: int) -> Replacement:
    """The lines of two entries change places; the lines between them stay where they are."""
    above, below = entry_lines(text, entries, upper), entry_lines(text, entries, upper + 1)
    first, second = text[above.start : above.end], text[below.start : below.end]
    between = text[above.end : below.start]
    if not second.endswith(("\r", "\n")):
        # The last line of the file has no line break: whichever line is the last has none.
        line_break = first[len(first.rstrip("\r\n")) :]
        first, second = first.removesuffix(line_break), second + line_break
    return Replacement(above.start, below.end, second + between + first)
