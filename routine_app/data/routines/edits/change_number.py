"""Changes one number of a stretch, where it is written or, if it is not, by a line of its own."""

import re
from dataclasses import dataclass

from routine_app.core.routine.duration_text import spell_duration
from routine_app.core.routine.model import Routine, Side, Stretch
from routine_app.core.routine.repository import ChangeNumber, NumberField, RefusedEditError
from routine_app.data.routines.edits.number_spelling import respelled_count, respelled_duration
from routine_app.data.routines.reader.holds import HOLD
from routine_app.data.routines.reader.stretch import GAP, REPEATS
from routine_app.data.yaml.nodes import (
    ListNode,
    MappingNode,
    Node,
    TextNode,
    aliases_in,
    pair_at,
    text_of,
    value_at,
)
from routine_app.data.yaml.text_lines import (
    Replacement,
    after_anchor,
    line_break_after,
    line_end,
    line_start,
    usual_line_break,
)

_SIDE_OF_KNOB = {NumberField.LEFT_HOLD: Side.LEFT, NumberField.RIGHT_HOLD: Side.RIGHT}
_BLOCK_HEADER = re.compile(r"[|>][^\r\n]*")


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a number is called in a message, and the least and the most that it can be."""

    name: str
    least: float
    most: float


_HOLD = _Kind("a hold", HOLD.shortest_seconds, HOLD.longest_seconds)
_KINDS = {
    NumberField.SETS: _Kind("the number of sets", REPEATS.smallest, REPEATS.largest),
    NumberField.REST: _Kind("a rest", GAP.shortest_seconds, GAP.longest_seconds),
}


def turn(
    text: str, root: Node, entries: ListNode, routine: Routine, edit: ChangeNumber
) -> tuple[Replacement, Routine]:
    """What to replace in the text, and the routine that must come of it.

    `root` is the tree of the text, `entries` are the stretches in it, and `routine` is what it says. Raises
    RefusedEditError.
    """
    node = _stretch_node(root, entries, edit.stretch)
    stretch = routine.stretches[edit.stretch]
    owner, key = _owner_and_key(root, node, edit.knob)
    number = _turned(_number(stretch, edit.knob), edit)
    value = value_at(owner, key)
    if value is None:
        # Spelled as the routine spells what a stretch without that key has from it.
        new = _respelled(text_of(value_at(root, key)), edit.knob, number)
        replacement = _insertion(text, owner, key, new)
    else:
        replacement = _rewriting(text, root, value, edit.knob, number)
    stretches = list(routine.stretches)
    stretches[edit.stretch] = _with_number(stretch, edit.knob, number)
    return replacement, routine._replace(stretches=tuple(stretches))


def _stretch_node(root: Node, entries: ListNode, index: int) -> MappingNode:
    node = entries.items[index]
    if node.alias:
        raise RefusedEditError(
            f"This stretch only repeats another one, *{node.alias.name}; change that one in the text, "
            "or write this one out."
        )
    if not isinstance(node, MappingNode):
        raise RefusedEditError("This stretch is not written as a mapping; change it in the text.")
    _refuse_repeated(root, node, "This stretch")
    return node


def _refuse_repeated(root: Node, node: Node, what: str) -> None:
    if any(alias.target_start == node.start for alias in aliases_in(root)):
        raise RefusedEditError(
            f"{what} is repeated elsewhere by its anchor, and would change there too; change it in the text."
        )


def _owner_and_key(root: Node, stretch: MappingNode, knob: NumberField) -> tuple[MappingNode, str]:
    """The mapping that has the number, and its key there."""
    sides = value_at(stretch, "sides")
    side = _SIDE_OF_KNOB.get(knob)
    if not isinstance(sides, MappingNode):
        if side is not None:
            raise RefusedEditError("Both sides of this stretch share one hold; change that one.")
        return stretch, knob.value
    if knob is NumberField.HOLD:
        raise RefusedEditError(
            "Each side of this stretch has a hold of its own; change the left or the right."
        )
    if side is None:
        return stretch, knob.value
    if sides.alias:
        raise RefusedEditError(
            f"The sides only repeat those of another stretch, *{sides.alias.name}; change those in the text, "
            "or write these out."
        )
    _refuse_repeated(root, sides, "This pair of holds")
    return sides, side.value


def _number(stretch: Stretch, knob: NumberField) -> float:
    match knob:
        case NumberField.SETS:
            return stretch.sets
        case NumberField.REST:
            return stretch.rest_seconds
        case _:
            side = _SIDE_OF_KNOB.get(knob)
            return next(hold.hold_seconds for hold in stretch.holds if side in (None, hold.side))


def _with_number(stretch: Stretch, knob: NumberField, number: float) -> Stretch:
    match knob:
        case NumberField.SETS:
            return stretch._replace(sets=int(number))
        case NumberField.REST:
            return stretch._replace(rest_seconds=number)
        case _:
            side = _SIDE_OF_KNOB.get(knob)
            holds = (
                hold._replace(hold_seconds=number) if side in (None, hold.side) else hold
                for hold in stretch.holds
            )
            return stretch._replace(holds=tuple(holds))


def _turned(number: float, edit: ChangeNumber) -> float:
    kind = _KINDS.get(edit.knob, _HOLD)
    new = round(min(max(number + edit.by, kind.least), kind.most), 3)
    if new == number:
        which = "least" if edit.by < 0 else "most"
        spelled = f"{number:g}" if edit.knob is NumberField.SETS else spell_duration(number)
        raise RefusedEditError(f"{spelled} is the {which} that {kind.name} can be.")
    return new


def _respelled(like: str, knob: NumberField, number: float) -> str:
    return (
        respelled_count(like, int(number)) if knob is NumberField.SETS else respelled_duration(like, number)
    )


def _rewriting(text: str, root: Node, value: Node, knob: NumberField, number: float) -> Replacement:
    """The number's own characters; an alias gives way to the number, since it stands for others too."""
    if value.alias:
        return Replacement(value.start, value.end, _respelled(text_of(value), knob, number))
    if not isinstance(value, TextNode):
        raise RefusedEditError("No number is written there; change it in the text.")
    _refuse_repeated(root, value, "This number")
    start, end = _inside(text, value)
    return Replacement(start, end, _respelled(text[start:end], knob, number))


def _inside(text: str, value: TextNode) -> tuple[int, int]:
    """The characters of a scalar without its anchor, its quotes and the space around it."""
    start, end = after_anchor(text, value.start), value.end
    if header := _BLOCK_HEADER.match(text, start, end):
        start = header.end()
    elif text[start] in "\"'":
        start, end = start + 1, end - 1
    inside = text[start:end]
    start += len(inside) - len(inside.lstrip())
    return start, start + len(inside.strip())


def _insertion(text: str, owner: MappingNode, key: str, new: str) -> Replacement:
    """A new key after the hold, or after the sides that have the holds."""
    pair = pair_at(owner, "hold") or pair_at(owner, "sides")
    if pair is None:
        raise RefusedEditError(f"There is no place for {key} in this stretch; write it into the text.")
    before, value = pair
    quote = text[before.start] if text[before.start] in "\"'" else ""
    # A number is one without quotes too, and a duration is none in JSON.
    value_quote = "" if key == "sets" else quote
    line = f"{quote}{key}{quote}: {value_quote}{new}{value_quote}"
    if owner.is_flow:
        return Replacement(value.end, value.end, f", {line}")
    return _line_below(text, value.end, " " * (before.start - line_start(text, before.start)) + line)


def _line_below(text: str, at: int, line: str) -> Replacement:
    end = line_end(text, at)
    line_break = line_break_after(text, at) or usual_line_break(text)
    return Replacement(end, end, line_break + line)
