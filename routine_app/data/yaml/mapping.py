"""Reads a mapping by its known keys: unknown ones, ones that stand twice and missing ones are errors."""

from typing import TypeVar

from routine_app.data.yaml.nodes import (
    BrokenNode,
    MappingNode,
    Node,
    TextNode,
    is_empty,
    pair_at,
    text_of,
)
from routine_app.data.yaml.problem_list import ProblemList
from routine_app.data.yaml.quoting import did_you_mean, shortened
from routine_app.data.yaml.values import ValueReader, tell_empty

T = TypeVar("T")

_MERGE = "<<"


class MappingReader:
    """The values of one mapping. `owner` is what it describes, as in "a key of a stretch"."""

    def __init__(self, node: MappingNode, owner: str, keys: tuple[str, ...], problems: ProblemList) -> None:
        self._node = node
        self._owner = owner
        self._keys = keys
        self._problems = problems
        self._pairs: dict[str, tuple[Node, Node]] = {}
        for pair in node.pairs:
            name = text_of(pair[0])
            if name in keys and name not in self._pairs:
                self._pairs[name] = pair
            else:
                self._refuse(pair, name)

    def node(self, key: str) -> Node | None:
        """What stands at a key, or None if the key is not there."""
        pair = self._pairs.get(key)
        return pair[1] if pair else None

    def required(self, key: str, reader: ValueReader[T]) -> T | None:
        """The value of a key that must be there; None, and an error, if it is missing or wrong."""
        node = self.node(key)
        if node is None:
            if pair_at(self._node, _MERGE) is None:  # else what is missing may be meant by that
                self._problems.error(self._node.place, key, f"is missing; write {reader.allowed}")
            return None
        return reader.read(node, key, self._problems)

    def optional(self, key: str, reader: ValueReader[T], default: T) -> T:
        """The value of a key, or the default if it is missing or, with an error, wrong."""
        pair = self._pairs.get(key)
        if pair is None:
            return default
        node = pair[1]
        if isinstance(node, TextNode) and is_empty(node):
            tell_empty(node, key, f"write {reader.allowed}, or leave the key out", self._problems)
            return default
        value = reader.read(node, key, self._problems)
        return default if value is None else value

    def _refuse(self, pair: tuple[Node, Node], name: str) -> None:
        """Say what is wrong with a key: it is none, or none of those allowed, or stands twice."""
        key = pair[0]
        if isinstance(key, BrokenNode):
            return
        if not isinstance(key, TextNode):
            self._problems.error(key.place, "", f"a list or mapping is no key; {self._allowed_keys}")
        elif name == _MERGE:
            cure = 'repeat a whole entry with "- *name", or write its keys again'
            self._problems.error(key.place, name, f"merges nothing here; {cure}")
        elif name in self._pairs:
            first = self._pairs[name][0].place.line
            self._problems.error(key.place, name, f"stands twice, first on line {first}; keep one of the two")
        else:
            hint = did_you_mean(name, self._keys) or self._comma_hint(pair)
            message = f"is not a key of {self._owner}; {self._allowed_keys}{hint}"
            self._problems.error(key.place, shortened(name) or '""', message)

    def _comma_hint(self, pair: tuple[Node, Node]) -> str:
        """The cure of what looks like a key, but is the rest of a text with a comma between { and }."""
        is_rest = self._node.is_flow and is_empty(pair[1]) and pair is not self._node.pairs[0]
        return ", or put the text with its comma in quotes" if is_rest else ""

    @property
    def _allowed_keys(self) -> str:
        return f"write one of {', '.join(self._keys)}"
