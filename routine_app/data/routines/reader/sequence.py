"""Reads a list of values of one kind, entry by entry."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from routine_app.data.yaml.nodes import ListNode, MappingNode, Node, TextNode, text_of
from routine_app.data.yaml.problem_list import ProblemList
from routine_app.data.yaml.quoting import shown
from routine_app.data.yaml.values import ValueReader

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ListReader(Generic[T]):
    """A list of values of one kind, such as `cues`; `takes_one_alone` lets one text be a list of one.

    Entries with errors are left out. Of a list that is too long only the entries allowed are read.
    """

    entry: ValueReader[T]
    entries: str
    most: int
    least: int = 0
    takes_one_alone: bool = False

    @property
    def allowed(self) -> str:
        """What a message says is allowed."""
        number = f"{self.least} to {self.most}" if self.least else f"at most {self.most}"
        return f"a list of {number} {self.entries}"

    def read(self, node: Node, key: str, problems: ProblemList) -> tuple[T, ...] | None:
        """The entries that are right; None, and an error, if it is no list at all."""
        nodes = self._entry_nodes(node, key, problems)
        if nodes is None:
            return None
        values = [self.entry.read(entry, key, problems) for entry in nodes]
        return tuple(value for value in values if value is not None)

    def _entry_nodes(self, node: Node, key: str, problems: ProblemList) -> tuple[Node, ...] | None:
        match node:
            case ListNode(items=items):
                if not self.least <= len(items) <= self.most:
                    problems.error(node.place, key, f"has {len(items)} entries; write {self.allowed}")
                return items[: self.most]
            case TextNode() if text := text_of(node):
                if self.takes_one_alone:
                    return (node,)
                problems.error(node.place, key, f"{shown(text)} is not a list; write {self.allowed}")
            case TextNode():
                problems.error(node.place, key, f"is empty; write {self.allowed}")
            case MappingNode():
                problems.error(node.place, key, f"is a mapping; write {self.allowed}")
        return None
