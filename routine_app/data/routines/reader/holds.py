"""Reads the holds of one set from `hold`, `sides` and `first`."""

from dataclasses import dataclass

from routine_app.core.routine.limits import LONGEST_HOLD_SECONDS, SHORTEST_HOLD_SECONDS
from routine_app.core.routine.model import Side, SideHold
from routine_app.data.yaml.mapping import MappingReader
from routine_app.data.yaml.nodes import MappingNode, Node, SourcePosition
from routine_app.data.yaml.problem_list import ProblemList
from routine_app.data.yaml.values import ChoiceReader, DurationReader

HOLD = DurationReader(shortest_seconds=SHORTEST_HOLD_SECONDS, longest_seconds=LONGEST_HOLD_SECONDS)
_FIRST = ChoiceReader(("left", "right"))


class _SidesReader(ChoiceReader):
    """The sides as one word; a mapping is read before it comes to this."""

    @property
    def allowed(self) -> str:
        return f"{', '.join(self.words)} or a mapping such as {{left: 45s, right: 60s}}"


_SIDES = _SidesReader(("together", "each", "left", "right"))


@dataclass(frozen=True, slots=True)
class PlacedHold:
    """One hold of a set, with the key and the place where its length is written."""

    hold: SideHold
    key: str
    place: SourcePosition


@dataclass(frozen=True, slots=True)
class HoldsOfASet:
    """The holds of one set in order, none if they have errors.

    `sides_place` is where `sides` is written, if it is; `is_by_side` tells that it is a mapping.
    """

    holds: tuple[PlacedHold, ...]
    sides_place: SourcePosition | None
    is_by_side: bool


def read_holds(fields: MappingReader, problems: ProblemList) -> HoldsOfASet:
    """The holds that a stretch's keys ask for; errors go into `problems`."""
    first = fields.optional("first", _FIRST, "left")
    sides = fields.node("sides")
    if isinstance(sides, MappingNode):
        _warn_of_unused_hold(fields, problems)
        return HoldsOfASet(_holds_by_side(sides, first, problems), sides.place, is_by_side=True)
    word = fields.optional("sides", _SIDES, "together")
    hold_seconds = fields.required("hold", HOLD)
    node = fields.node("hold")
    holds = _equal_holds(word, first, hold_seconds, node) if hold_seconds is not None and node else ()
    return HoldsOfASet(holds, sides.place if sides else None, is_by_side=False)


def _equal_holds(word: str, first: str, hold_seconds: float, node: Node) -> tuple[PlacedHold, ...]:
    return tuple(PlacedHold(SideHold(side, hold_seconds), "hold", node.place) for side in _sides(word, first))


def _sides(word: str, first: str) -> tuple[Side, ...]:
    match word:
        case "each":
            return _both_in_order(first)
        case "left" | "right":
            return (Side(word),)
        case _:
            return (Side.BOTH,)


def _both_in_order(first: str) -> tuple[Side, ...]:
    return (Side.RIGHT, Side.LEFT) if first == "right" else (Side.LEFT, Side.RIGHT)


def _holds_by_side(node: MappingNode, first: str, problems: ProblemList) -> tuple[PlacedHold, ...]:
    fields = MappingReader(node, "sides", ("left", "right"), problems)
    seconds = {side: fields.required(side, HOLD) for side in ("left", "right")}
    holds = []
    for side in _both_in_order(first):
        hold_seconds, hold_node = seconds[side], fields.node(side)
        if hold_seconds is None or hold_node is None:
            return ()
        holds.append(PlacedHold(SideHold(side, hold_seconds), side, hold_node.place))
    return tuple(holds)


def _warn_of_unused_hold(fields: MappingReader, problems: ProblemList) -> None:
    node = fields.node("hold")
    if node is not None:
        fields.optional("hold", HOLD, 0.0)
        problems.warning(
            node.place, "hold", "is not used, because sides gives each side its own hold; remove it"
        )
