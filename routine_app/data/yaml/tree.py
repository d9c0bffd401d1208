"""Builds the tree of a YAML file from its events, within limits that no routine reaches.

PyYAML's own composer calls itself for each level of nesting and takes any tag; this one does neither.
"""

from dataclasses import dataclass, field, replace
from typing import NoReturn

import yaml

from routine_app.data.yaml.nodes import (
    FILE_START,
    Alias,
    BrokenNode,
    ListNode,
    MappingNode,
    Node,
    SourcePosition,
    TextNode,
)
from routine_app.data.yaml.problem_list import ProblemList
from routine_app.data.yaml.quoting import shortened, shown
from routine_app.data.yaml.syntax_errors import describe_syntax_error

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The fast loader where PyYAML has its C part; a browser's Python has none."""

NESTING_LIMIT = 20
"""A routine needs five levels."""

NODE_LIMIT = 20_000
"""A routine with every list as long as it may be has about 14,000 nodes."""

_STANDARD_TAG = "tag:yaml.org,2002:"

_SPACE = " \t\r\n"


class _UnreadableError(Exception):
    """The file breaks a limit, as a problem says, so that no tree is made of it."""


def read_tree(text: str, problems: ProblemList) -> Node | None:
    """The root of the one document in a text; None if it has none or cannot be read as YAML.

    Whatever is wrong with it is added to `problems`. `text` has no byte order mark, and no characters that
    YAML forbids: then PyYAML's two parsers agree on where everything stands.
    """
    builder = _TreeBuilder(text, problems)
    try:
        for event in yaml.parse(text, Loader=LOADER):
            builder.take(event)
            if builder.is_finished:
                break
    except _UnreadableError:
        return None
    except yaml.YAMLError as error:
        place, message = describe_syntax_error(error, text)
        problems.error(place, "", message)
        return None
    except (ValueError, OverflowError):  # the pure loader's, for "\UFFFFFFFF" and %YAML 111…
        problems.error(builder.last_place, "", "a number or an escape after this is too large for YAML")
        return None
    return builder.root


@dataclass(slots=True)
class _OpenCollection:
    """A list or mapping of which the end has not been read."""

    place: SourcePosition
    anchor: str | None
    is_flow: bool
    is_mapping: bool
    nodes: list[Node] = field(default_factory=list)

    def close(self, end: int) -> ListNode | MappingNode:
        if self.nodes and not self.is_flow:
            end = self.nodes[-1].end
        if not self.is_mapping:
            return ListNode(self.place, end, tuple(self.nodes), self.is_flow)
        pairs = tuple(zip(self.nodes[::2], self.nodes[1::2], strict=True))
        return MappingNode(self.place, end, pairs, self.is_flow)


class _TreeBuilder:
    """Takes events one by one; an explicit stack stands in for recursion."""

    def __init__(self, text: str, problems: ProblemList) -> None:
        self.root: Node | None = None
        self.is_finished = False
        self.last_place = FILE_START
        self._text = text
        self._problems = problems
        self._open: list[_OpenCollection] = []
        self._anchors: dict[str, Node | None] = {}  # None while the anchor's own node is open
        self._document_count = 0
        self._node_count = 0

    def take(self, event: yaml.Event) -> None:
        """Add what an event says to the tree."""
        place = self.last_place = _place(event)
        match event:
            case yaml.NodeEvent():
                self._start_node(event, place)
            case yaml.CollectionEndEvent():
                collection = self._open.pop()
                self._add_anchored(collection.close(_end(event)), collection.anchor)
            case yaml.DocumentStartEvent():
                self._start_document(place)

    def _start_document(self, place: SourcePosition) -> None:
        self._document_count += 1
        if self._document_count > 1:
            self._problems.error(
                place,
                "",
                'a second YAML document begins here; keep one in a file, and no second "---"',
            )
            self.is_finished = True

    def _start_node(self, event: yaml.NodeEvent, place: SourcePosition) -> None:
        self._count_node(place)
        match event:
            case yaml.ScalarEvent():
                self._refuse_tag(event.tag, place)
                # A text in lines ends with the blank lines below it, which are no part of what was written.
                written = self._text[place.offset : _end(event)].rstrip(_SPACE)
                self._add_anchored(TextNode(place, place.offset + len(written), event.value), event.anchor)
            case yaml.AliasEvent():
                self._add(self._resolve(event.anchor or "", place, _end(event)))
            case yaml.CollectionStartEvent():
                self._refuse_tag(event.tag, place)
                self._open_collection(event, place)

    def _count_node(self, place: SourcePosition) -> None:
        self._node_count += 1
        if self._node_count > NODE_LIMIT:
            self._give_up(
                place, f"the file has more than {NODE_LIMIT} values, more than can be used; shorten it"
            )

    def _open_collection(self, event: yaml.CollectionStartEvent, place: SourcePosition) -> None:
        if len(self._open) >= NESTING_LIMIT:
            self._give_up(
                place,
                f"lists and mappings stand more than {NESTING_LIMIT} deep in each other; five are enough",
            )
        if event.anchor:
            self._anchors[event.anchor] = None
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        self._open.append(_OpenCollection(place, event.anchor, bool(event.flow_style), is_mapping))

    def _give_up(self, place: SourcePosition, message: str) -> NoReturn:
        self._problems.error(place, "", message)
        raise _UnreadableError

    def _add_anchored(self, node: Node, anchor: str | None) -> None:
        if anchor:
            self._anchors[anchor] = node
        self._add(node)

    def _add(self, node: Node) -> None:
        if self._open:
            self._open[-1].nodes.append(node)
        else:
            self.root = node

    def _resolve(self, anchor: str, place: SourcePosition, end: int) -> Node:
        """The node that an alias stands for, placed where the alias is."""
        node = self._anchors.get(anchor)
        if node is None:
            name = shortened(anchor)
            wrong = "stands inside its own anchor" if anchor in self._anchors else "has no anchor before it"
            self._problems.error(
                place, self._key(), f"*{name} {wrong}; write the value itself, or quote the text"
            )
            return BrokenNode(place, end)
        return replace(node, place=place, end=end, alias=Alias(anchor, node.start))

    def _key(self) -> str:
        """The key whose value is being read, for messages; empty where there is none."""
        mapping = next((opened for opened in reversed(self._open) if opened.is_mapping), None)
        if mapping is None or len(mapping.nodes) % 2 == 0:
            return ""
        key = mapping.nodes[-1]
        return shortened(key.text) if isinstance(key, TextNode) else ""

    def _refuse_tag(self, tag: str | None, place: SourcePosition) -> None:
        if tag is None:
            return
        written = "!!" + tag.removeprefix(_STANDARD_TAG) if tag.startswith(_STANDARD_TAG) else tag
        message = f"the tag {shown(written)} is not allowed; write the value without it"
        self._problems.error(place, self._key(), message)


def _place(event: yaml.Event) -> SourcePosition:
    mark = event.start_mark
    return SourcePosition(mark.line + 1, mark.column + 1, mark.index) if mark else FILE_START


def _end(event: yaml.Event) -> int:
    return event.end_mark.index if event.end_mark else 0
