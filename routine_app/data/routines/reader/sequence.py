"""Reads a list of values of one kind, entry by entry."""

from typing import Generic, TypeVar

from routine_app.data.yaml.curly_quotes import not_straight
from routine_app.data.yaml.nodes import ListNode, MappingNode, Node, TextNode, text_of
from routine_app.data.yaml.problem_list import ProblemList
from routine_app.data.yaml.quoting import shown
from routine_app.data.yaml.text_signs import split_quotation, straight
from routine_app.data.yaml.values import ValueReader, tell_empty

T = TypeVar("T")


class ListReader(Generic[T]):
    """A list of values of one kind, such as `cues`; `takes_one_alone` lets one text be a list of one.

    Entries with errors are left out. Of a list that is too long only the entries allowed are read.
    """

    def __init__(
        self,
        entry: ValueReader[T],
        entries: str,
        *,
        most: int,
        least: int = 0,
        takes_one_alone: bool = False,
    ) -> None:
        self._entry = entry
        self._entries = entries
        self._most = most
        self._least = least
        self._takes_one_alone = takes_one_alone

    @property
    def allowed(self) -> str:
        """What a message says is allowed."""
        number = f"{self._least} to {self._most}" if self._least else f"at most {self._most}"
        return f"a list of {number} {self._entries}"

    def read(self, node: Node, key: str, problems: ProblemList) -> tuple[T, ...] | None:
        """The entries that are right; None, and an error, if it is no list at all."""
        nodes = self._entry_nodes(node, key, problems)
        if nodes is None:
            return None
        values = [self._entry.read(entry, key, problems) for entry in nodes]
        return tuple(value for value in values if value is not None)

    def _entry_nodes(self, node: Node, key: str, problems: ProblemList) -> tuple[Node, ...] | None:
        match node:
            case ListNode(items=items):
                if node.is_flow:
                    _refuse_split_quotation(items[: self._most], key, problems)
                if not self._least <= len(items) <= self._most:
                    problems.error(node.place, key, f"has {len(items)} entries; write {self.allowed}")
                return items[: self._most]
            case TextNode() if text := text_of(node):
                if self._takes_one_alone:
                    return (node,)
                problems.error(node.place, key, f"{shown(text)} is not a list; write {self.allowed}")
            case TextNode():
                tell_empty(node, key, f"write {self.allowed}", problems)
            case MappingNode():
                problems.error(node.place, key, f"is a mapping; write {self.allowed}")
        return None


def _refuse_split_quotation(entries: tuple[Node, ...], key: str, problems: ProblemList) -> None:
    split = split_quotation(entries)
    if split is not None:
        entry, text = split
        problems.error(entry.place, key, f"{not_straight(text[0])}; {straight(text)}")
