"""Reads the holds of one set from `hold`, `sides` and `first`."""

from typing import NamedTuple

from routine_app.core.routine.limits import LONGEST_HOLD_SECONDS, SHORTEST_HOLD_SECONDS
from routine_app.core.routine.model import Side, SideHold
from routine_app.data.yaml.mapping import MappingReader
from routine_app.data.yaml.nodes import MappingNode, Node
from routine_app.data.yaml.problem_list import ProblemList
from routine_app.data.yaml.values import ChoiceReader, DurationReader

HOLD = DurationReader(shortest_seconds=SHORTEST_HOLD_SECONDS, longest_seconds=LONGEST_HOLD_SECONDS)

_LEFT_FIRST, _RIGHT_FIRST = (Side.LEFT, Side.RIGHT), (Side.RIGHT, Side.LEFT)
_FIRST = ChoiceReader({"left": _LEFT_FIRST, "right": _RIGHT_FIRST}, "left or right")

_TOGETHER = (Side.BOTH,)
_SIDES: ChoiceReader[tuple[Side, ...]] = ChoiceReader(
    {"together": _TOGETHER, "each": (), "left": (Side.LEFT,), "right": (Side.RIGHT,)},
    "together, each, left, right or a mapping such as {left: 45s, right: 60s}",
)
"""The sides as one word; those of `each` are in the order that `first` says."""


class PlacedHold(NamedTuple):
    """One hold of a set, with the key and the value where its length is written."""

    hold: SideHold
    key: str
    node: Node


class HoldsOfASet(NamedTuple):
    """The holds of one set in order, none if they have errors.

    `sides_node` is what is written for `sides`, if it is there; `is_by_side` tells that it is a mapping.
    """

    holds: tuple[PlacedHold, ...]
    sides_node: Node | None
    is_by_side: bool


def read_holds(fields: MappingReader, problems: ProblemList) -> HoldsOfASet:
    """The holds that a stretch's keys ask for; errors go into `problems`."""
    order = fields.optional("first", _FIRST, _LEFT_FIRST)
    node = fields.node("sides")
    if isinstance(node, MappingNode):
        _warn_of_unused_hold(fields, problems)
        return HoldsOfASet(_holds_by_side(node, order, problems), node, is_by_side=True)
    sides = fields.optional("sides", _SIDES, _TOGETHER) or order
    return HoldsOfASet(_equal_holds(fields, sides), node, is_by_side=False)


def _equal_holds(fields: MappingReader, sides: tuple[Side, ...]) -> tuple[PlacedHold, ...]:
    seconds, node = fields.required("hold", HOLD), fields.node("hold")
    if seconds is None or node is None:
        return ()
    return tuple(PlacedHold(SideHold(side, seconds), "hold", node) for side in sides)


def _holds_by_side(
    node: MappingNode, order: tuple[Side, ...], problems: ProblemList
) -> tuple[PlacedHold, ...]:
    fields = MappingReader(node, "sides", _LEFT_FIRST, problems)
    seconds = {side: fields.required(side, HOLD) for side in _LEFT_FIRST}
    holds = []
    for side in order:
        hold_seconds, hold_node = seconds[side], fields.node(side)
        if hold_seconds is None or hold_node is None:
            return ()
        holds.append(PlacedHold(SideHold(side, hold_seconds), side, hold_node))
    return tuple(holds)


def _warn_of_unused_hold(fields: MappingReader, problems: ProblemList) -> None:
    node = fields.node("hold")
    if node is not None:
        fields.optional("hold", HOLD, 0.0)
        problems.warning(
            node.place, "hold", "is not used, because sides gives each side its own hold; remove it"
        )
