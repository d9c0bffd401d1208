"""What a YAML file consists of: texts, lists and mappings, each with its place."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class SourcePosition:
    """A place in a file; `line` and `column` count from 1."""

    line: int
    column: int


FILE_START = SourcePosition(1, 1)


@dataclass(frozen=True, slots=True)
class TextNode:
    """A scalar, as its author wrote it: `No` is "No", `1:30` is "1:30", nothing at all is ""."""

    place: SourcePosition
    text: str


@dataclass(frozen=True, slots=True)
class ListNode:
    """A list and its entries."""

    place: SourcePosition
    items: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class MappingNode:
    """A mapping: its keys and values in file order, a key that stands twice included."""

    place: SourcePosition
    pairs: tuple[tuple["Node", "Node"], ...]


@dataclass(frozen=True, slots=True)
class BrokenNode:
    """Something that cannot be read, and of which the author has already been told."""

    place: SourcePosition


Node: TypeAlias = TextNode | ListNode | MappingNode | BrokenNode


def is_empty(node: Node) -> bool:
    """Whether nothing, or only space, is written there."""
    return isinstance(node, TextNode) and not node.text.strip()
