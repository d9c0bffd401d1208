"""Where each text, list and mapping of a YAML file stands, to the character."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from routine_app.data.yaml import tree as yaml_tree

SPACE = " \t\r\n"
"""What may stand between two parts of a file, beside comments."""


@dataclass(frozen=True, slots=True)
class WrittenText:
    """A scalar and what it says. Its quotes and its anchor lie between `start` and `end`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class WrittenList:
    """A list. One in lines ends where its last entry ends; comments after that are not part of it."""

    start: int
    end: int
    is_flow: bool
    items: tuple["Written", ...]


@dataclass(frozen=True, slots=True)
class WrittenMapping:
    """A mapping; its `end` is as a list's."""

    start: int
    end: int
    is_flow: bool
    pairs: tuple[tuple["Written", "Written"], ...]

    def pair(self, name: str) -> tuple["Written", "Written"] | None:
        """The key of that name and its value."""
        return next((pair for pair in self.pairs if text_of(pair[0]).strip() == name), None)

    def value(self, name: str) -> "Written | None":
        """What stands at a key."""
        pair = self.pair(name)
        return pair[1] if pair else None


@dataclass(frozen=True, slots=True)
class WrittenAlias:
    """An alias such as `*long`, and the node that it repeats."""

    start: int
    end: int
    name: str
    target: "Anchored"


Anchored: TypeAlias = WrittenText | WrittenList | WrittenMapping
Written: TypeAlias = Anchored | WrittenAlias


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A whole file: its root, and where those nodes start that an alias repeats."""

    root: Written | None
    repeated_starts: frozenset[int]

    def is_repeated(self, node: Written) -> bool:
        """Whether an alias elsewhere says the same by this very node."""
        return node.start in self.repeated_starts


def text_of(node: Written) -> str:
    """What a scalar, or an alias of one, says; empty for a list or mapping."""
    target = node.target if isinstance(node, WrittenAlias) else node
    return target.text if isinstance(target, WrittenText) else ""


def aliases_in(node: Written) -> Iterator[WrittenAlias]:
    """The aliases in a node, in file order; the nesting is no deeper than the reader allows."""
    match node:
        case WrittenAlias():
            yield node
        case WrittenList(items=items):
            for item in items:
                yield from aliases_in(item)
        case WrittenMapping(pairs=pairs):
            for key, value in pairs:
                yield from aliases_in(key)
                yield from aliases_in(value)


def read_written(text: str) -> WrittenFile:
    """The places in a text that has no byte order mark, and that has been read without an error.

    With these two given, the marks of PyYAML's two parsers agree, and its limits are kept.
    """
    builder = _Builder(text)
    for event in yaml.parse(text, Loader=yaml_tree.LOADER):
        builder.take(event)
    return WrittenFile(builder.root, frozenset(builder.repeated_starts))


@dataclass(slots=True)
class _Open:
    """A list or mapping of which the end has not been read."""

    start: int
    anchor: str | None
    is_flow: bool
    is_mapping: bool
    nodes: list[Written] = field(default_factory=list)

    def close(self, flow_end: int) -> WrittenList | WrittenMapping:
        end = flow_end if self.is_flow or not self.nodes else self.nodes[-1].end
        if not self.is_mapping:
            return WrittenList(self.start, end, self.is_flow, tuple(self.nodes))
        pairs = tuple(zip(self.nodes[::2], self.nodes[1::2], strict=True))
        return WrittenMapping(self.start, end, self.is_flow, pairs)


class _Builder:
    """Takes events one by one; an explicit stack stands in for recursion."""

    def __init__(self, text: str) -> None:
        self.root: Written | None = None
        self.repeated_starts: set[int] = set()
        self._text = text
        self._open: list[_Open] = []
        self._anchored: dict[str, Anchored] = {}

    def take(self, event: yaml.Event) -> None:
        """Add what an event says."""
        start, end = (mark.index if mark else 0 for mark in (event.start_mark, event.end_mark))
        match event:
            case yaml.AliasEvent():
                self._add_alias(event.anchor or "", start, end)
            case yaml.ScalarEvent():
                # A text in lines ends with the blank lines below it, which are no part of what was written.
                written = self._text[start:end].rstrip(SPACE)
                self._add_anchored(WrittenText(start, start + len(written), event.value), event.anchor)
            case yaml.CollectionStartEvent():
                is_mapping = isinstance(event, yaml.MappingStartEvent)
                self._open.append(_Open(start, event.anchor, bool(event.flow_style), is_mapping))
            case yaml.CollectionEndEvent():
                opened = self._open.pop()
                self._add_anchored(opened.close(end), opened.anchor)

    def _add_alias(self, name: str, start: int, end: int) -> None:
        target = self._anchored[name]
        self.repeated_starts.add(target.start)
        self._add(WrittenAlias(start, end, name, target))

    def _add_anchored(self, node: Anchored, anchor: str | None) -> None:
        if anchor:
            self._anchored[anchor] = node
        self._add(node)

    def _add(self, node: Written) -> None:
        if self._open:
            self._open[-1].nodes.append(node)
        else:
            self.root = node
