"""What a YAML file consists of: texts, lists and mappings, each with where it stands."""

from collections.abc import Iterator
from copy import copy
from itertools import chain
from typing import NamedTuple, Protocol, Self


class Mark(Protocol):
    """A place as PyYAML marks it: everything is counted from 0, `index` in characters."""

    line: int
    column: int
    index: int


class SourcePosition(NamedTuple):
    """A place in a file: `line` and `column` count from 1, `offset` is how many characters stand before it."""

    line: int
    column: int
    offset: int


FILE_START = SourcePosition(1, 1, 0)


def place_at(mark: Mark) -> SourcePosition:
    """The place of a mark."""
    return SourcePosition(mark.line + 1, mark.column + 1, mark.index)


class Alias(NamedTuple):
    """What makes a node the repetition of another one: the anchor's name, and where that other stands."""

    name: str
    target_start: int


class Node:
    """Something written at `mark`, up to the character at `end`; anchor and quotes lie in between.

    A node with an `alias` says the same as another one, but stands where the alias, such as `*long`, does. Nodes are
    never changed. They are made by the thousand, and few are asked for their place: that is worked out when one is.
    """

    __slots__ = ("alias", "end", "mark")

    def __init__(self, mark: Mark, end: int) -> None:
        self.mark = mark
        self.end = end
        self.alias: Alias | None = None

    @property
    def place(self) -> SourcePosition:
        """Where it begins."""
        return place_at(self.mark)

    @property
    def start(self) -> int:
        """How many characters stand before it."""
        return self.mark.index

    def repeated(self, mark: Mark, end: int, anchor: str) -> Self:
        """The same node where an alias of it stands."""
        repetition = copy(self)
        repetition.mark, repetition.end, repetition.alias = mark, end, Alias(anchor, self.start)
        return repetition


class Remark(NamedTuple):
    """What follows a plain text on its line from the `#` at `place` on, which is no part of it."""

    place: SourcePosition
    text: str

    @property
    def is_joined(self) -> bool:
        """Whether its text begins right behind the one `#`, as that of `#2` does, and of a comment seldom."""
        return len(self.text) > 1 and not self.text[1].isspace() and self.text[1] != "#"


class TextNode(Node):
    """A scalar; `text` is as its author wrote it: `No` is "No", `1:30` is "1:30", nothing at all is "".

    `style` is the sign with which it begins, a quote, `|` or `>`; only one that has none may have a `remark`.
    """

    __slots__ = ("remark", "style", "text")

    def __init__(self, mark: Mark, end: int, text: str, style: str | None, remark: Remark | None) -> None:
        # Not by way of the class above: most nodes are texts.
        self.mark = mark
        self.end = end
        self.alias = None
        self.text = text
        self.style = style
        self.remark = remark

    @property
    def is_plain(self) -> bool:
        """Whether it has no quotes, and stands where it is written, not where an alias does."""
        return not self.style and self.alias is None


class ListNode(Node):
    """A list and its entries. One in lines ends where its last entry does, before any comment below it."""

    __slots__ = ("is_flow", "items")

    def __init__(self, mark: Mark, end: int, items: tuple[Node, ...], *, is_flow: bool) -> None:
        super().__init__(mark, end)
        self.items = items
        self.is_flow = is_flow


class MappingNode(Node):
    """A mapping: its keys and values in file order, a key that stands twice included; it ends as a list."""

    __slots__ = ("is_flow", "pairs")

    def __init__(self, mark: Mark, end: int, pairs: tuple[tuple[Node, Node], ...], *, is_flow: bool) -> None:
        super().__init__(mark, end)
        self.pairs = pairs
        self.is_flow = is_flow


class BrokenNode(Node):
    """Something that cannot be read, and of which the author has already been told."""

    __slots__ = ()


def text_of(node: Node | None) -> str:
    """What a scalar says, without the space around it; empty for all else."""
    return node.text.strip() if isinstance(node, TextNode) else ""


def is_empty(node: Node) -> bool:
    """Whether nothing, or only space, is written there."""
    return isinstance(node, TextNode) and not node.text.strip()


def pair_at(node: Node | None, name: str) -> tuple[Node, Node] | None:
    """The first key of that name in a mapping, and its value; None if there is none, or it is no mapping."""
    pairs = node.pairs if isinstance(node, MappingNode) else ()
    return next((pair for pair in pairs if text_of(pair[0]) == name), None)


def value_at(node: Node | None, name: str) -> Node | None:
    """What stands at a key of a mapping; None if there is no such key, or it is no mapping."""
    pair = pair_at(node, name)
    return pair[1] if pair else None


def aliases_in(node: Node) -> Iterator[Alias]:
    """The aliases in a node, in file order; the nesting is no deeper than the builder allows."""
    if node.alias:
        yield node.alias
    elif isinstance(node, ListNode | MappingNode):
        inside = node.items if isinstance(node, ListNode) else chain.from_iterable(node.pairs)
        for part in inside:
            yield from aliases_in(part)
