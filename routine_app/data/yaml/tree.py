"""Builds the tree of a YAML file from its events, within limits that no routine reaches.

PyYAML's own composer calls itself for each level of nesting and takes any tag; this one does neither.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, NoReturn

import yaml

from routine_app.data.yaml.nodes import (
    FILE_START,
    BrokenNode,
    ListNode,
    MappingNode,
    Mark,
    Node,
    Remark,
    SourcePosition,
    TextNode,
    place_at,
)
from routine_app.data.yaml.problem_list import ProblemList
from routine_app.data.yaml.quoting import shortened, shown
from routine_app.data.yaml.syntax_errors import describe_syntax_error
from routine_app.data.yaml.text_lines import before_space


class PythonLoader(yaml.SafeLoader):
    """The loader in Python, which takes a tab behind a word for space as the one in C does."""

    def scan_to_next_token(self) -> None:
        """Go on to what comes next, past tabs that indent nothing."""
        super().scan_to_next_token()
        while self.peek() == "\t" and (self.flow_level or not self.allow_simple_key):
            self.forward()
            super().scan_to_next_token()

    def scan_plain_spaces(self, indent: int, start_mark: Mark) -> list[str]:
        """The space within a text with no quotes, or the break of its line."""
        length = 0
        while self.peek(length) in (" ", "\t"):
            length += 1
        space, following = self.prefix(length), self.peek(length)
        if "\t" in space and following not in "\0#":
            self.forward(length)
            if following not in "\r\n":
                return [space]
        parts: list[str] = super().scan_plain_spaces(indent, start_mark) or []
        while parts and self.peek() in (" ", "\t") and self.column >= indent:
            self.forward()
        return parts


LOADER = getattr(yaml, "CSafeLoader", PythonLoader)
"""The fast loader where PyYAML has its C part; a browser's Python has none."""

NESTING_LIMIT = 20
"""A routine needs five levels."""

NODE_LIMIT = 20_000
"""A routine with every list as long as it may be has about 14,000 nodes."""

_STANDARD_TAG = "tag:yaml.org,2002:"

_SPACE = " \t\r\n"

_BLOCK_STYLES = ("|", ">")

_COMMENT = re.compile(r"#(?<=[ \t]#)[^\r\n]*+")

_NO_MARK = yaml.Mark("", 0, 0, 0, None, 0)
"""Stands for what an event of a parser never lacks, and PyYAML's types may."""


class _UnreadableError(Exception):
    """The file breaks a limit, as a problem says, so that no tree is made of it."""


def read_tree(text: str, problems: ProblemList) -> Node | None:
    """The root of the one document in a text; None if it has none or cannot be read as YAML.

    Whatever is wrong with it is added to `problems`. `text` has no byte order mark, and no characters that
    YAML forbids: then PyYAML's two parsers agree on where everything stands.
    """
    builder = _TreeBuilder(text, problems)
    event: yaml.Event | None = None
    try:
        for event in yaml.parse(text, Loader=LOADER):
            take = _TAKERS.get(type(event))
            if take is not None:
                take(builder, event, event.start_mark or _NO_MARK)
                if builder.is_finished:
                    break
    except _UnreadableError:
        return None
    except yaml.YAMLError as error:
        place, message = describe_syntax_error(error, text)
        problems.error(place, "", message)
        return None
    except (ValueError, OverflowError):  # the pure loader's, for "\UFFFFFFFF" and %YAML 111…
        place = place_at(event.start_mark or _NO_MARK) if event else FILE_START
        problems.error(place, "", "a number or an escape after this is too large for YAML")
        return None
    return builder.root


class _OpenCollection(NamedTuple):
    """A list or mapping of which the end has not been read."""

    event: yaml.CollectionStartEvent
    mark: Mark
    nodes: list[Node]


class _TreeBuilder:
    """Takes events one by one; an explicit stack stands in for recursion."""

    def __init__(self, text: str, problems: ProblemList) -> None:
        self.is_finished = False
        self._text = text
        self._problems = problems
        self._comments = {before_space(text, found.start()): found for found in _COMMENT.finditer(text)}
        self._roots: list[Node] = []
        self._open: list[_OpenCollection] = []
        self._nodes = self._roots  # of the innermost open collection
        self._anchors: dict[str, Node | None] = {}  # None while the anchor's own node is open
        self._document_count = 0
        self._node_count = 0

    @property
    def root(self) -> Node | None:
        """The whole document."""
        return self._roots[0] if self._roots else None

    def start_document(self, _event: yaml.DocumentStartEvent, mark: Mark) -> None:
        """Refuse all documents but the first."""
        self._document_count += 1
        if self._document_count > 1:
            self._problems.error(
                place_at(mark),
                "",
                'a second YAML document begins here; keep one in a file, and no second "---"',
            )
            self.is_finished = True

    def add_text(self, event: yaml.ScalarEvent, mark: Mark) -> None:
        """Add a scalar."""
        end = _end(event)
        self._count_node(mark)
        if event.tag is not None:
            self._refuse_tag(event.tag, mark)
        if event.style in _BLOCK_STYLES:
            # It ends with the blank lines below it, which are no part of what was written.
            end = mark.index + len(self._text[mark.index : end].rstrip(_SPACE))
        comment = self._comments.get(end)
        remark = self._remark(event, comment) if comment and not event.style else None
        node = TextNode(mark, end, event.value, event.style, remark)
        if event.anchor:
            self._anchors[event.anchor] = node
        self._nodes.append(node)

    def add_alias(self, event: yaml.AliasEvent, mark: Mark) -> None:
        """Add the node that an alias stands for."""
        self._count_node(mark)
        self._nodes.append(self._resolve(event.anchor or "", mark, _end(event)))

    def open_collection(self, event: yaml.CollectionStartEvent, mark: Mark) -> None:
        """Begin a list or a mapping."""
        self._count_node(mark)
        if event.tag is not None:
            self._refuse_tag(event.tag, mark)
        if len(self._open) >= NESTING_LIMIT:
            self._give_up(
                mark,
                f"lists and mappings stand more than {NESTING_LIMIT} deep in each other; five are enough",
            )
        if event.anchor:
            self._anchors[event.anchor] = None
        self._nodes = []
        self._open.append(_OpenCollection(event, mark, self._nodes))

    def close_collection(self, event: yaml.CollectionEndEvent, _mark: Mark) -> None:
        """Add the list or mapping that was begun last."""
        start, mark, nodes = self._open.pop()
        is_flow = bool(start.flow_style)
        end = nodes[-1].end if nodes and not is_flow else _end(event)
        node: Node
        if isinstance(start, yaml.MappingStartEvent):
            pairs = tuple(zip(nodes[::2], nodes[1::2], strict=True))
            node = MappingNode(mark, end, pairs, is_flow=is_flow)
        else:
            node = ListNode(mark, end, tuple(nodes), is_flow=is_flow)
        if start.anchor:
            self._anchors[start.anchor] = node
        self._nodes = self._open[-1].nodes if self._open else self._roots
        self._nodes.append(node)

    def _remark(self, event: yaml.ScalarEvent, comment: re.Match[str]) -> Remark:
        end = event.end_mark or _NO_MARK
        column = end.column + comment.start() - end.index
        return Remark(SourcePosition(end.line + 1, column + 1, comment.start()), comment[0].rstrip())

    def _count_node(self, mark: Mark) -> None:
        self._node_count += 1
        if self._node_count > NODE_LIMIT:
            self._give_up(
                mark, f"the file has more than {NODE_LIMIT} values, more than can be used; shorten it"
            )

    def _give_up(self, mark: Mark, message: str) -> NoReturn:
        self._problems.error(place_at(mark), "", message)
        raise _UnreadableError

    def _resolve(self, anchor: str, mark: Mark, end: int) -> Node:
        """The node that an alias stands for, placed where the alias is."""
        node = self._anchors.get(anchor)
        if node is not None:
            return node.repeated(mark, end, anchor)
        name = shortened(anchor)
        wrong = "stands inside its own anchor" if anchor in self._anchors else "has no anchor before it"
        self._problems.error(
            place_at(mark), self._key(), f"*{name} {wrong}; write the value itself, or quote the text"
        )
        return BrokenNode(mark, end)

    def _key(self) -> str:
        """The key whose value is being read, for messages; empty where there is none."""
        mappings = [opened for opened in self._open if isinstance(opened.event, yaml.MappingStartEvent)]
        nodes = mappings[-1].nodes if mappings else []
        key = nodes[-1] if len(nodes) % 2 else None
        return shortened(key.text) if isinstance(key, TextNode) else ""

    def _refuse_tag(self, tag: str, mark: Mark) -> None:
        written = "!!" + tag.removeprefix(_STANDARD_TAG) if tag.startswith(_STANDARD_TAG) else tag
        message = f"the tag {shown(written)} is not allowed; write the value without it"
        self._problems.error(place_at(mark), self._key(), message)


_TAKERS: Mapping[type[yaml.Event], Callable[[_TreeBuilder, Any, Mark], None]] = {
    yaml.ScalarEvent: _TreeBuilder.add_text,
    yaml.AliasEvent: _TreeBuilder.add_alias,
    yaml.SequenceStartEvent: _TreeBuilder.open_collection,
    yaml.MappingStartEvent: _TreeBuilder.open_collection,
    yaml.SequenceEndEvent: _TreeBuilder.close_collection,
    yaml.MappingEndEvent: _TreeBuilder.close_collection,
    yaml.DocumentStartEvent: _TreeBuilder.start_document,
}
"""What the builder does with each kind of event; the others say nothing."""


def _end(event: yaml.Event) -> int:
    return (event.end_mark or _NO_MARK).index
