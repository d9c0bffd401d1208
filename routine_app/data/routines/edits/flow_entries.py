"""Exchanges two entries of a list in square brackets.

The entries change places and the commas stay. Where both begin a line, the comment lines directly above
each go with it; where both end a line, so do the comments after them.
"""

import re
from itertools import takewhile

from routine_app.data.yaml.nodes import Node
from routine_app.data.yaml.text_lines import Replacement, Span, line_end, line_start, lines_above

_COMMA = re.compile(r"[ \t]*,")
_END_OF_LINE = re.compile(r"(?:[ \t]+#[^\r\n]*)?[ \t]*(?=[\r\n]|\Z)")


def exchanged_in_flow(text: str, first: Node, second: Node) -> tuple[Replacement, ...]:
    """What to replace so that two neighbouring entries change places."""
    pairs = [(Span(first.start, first.end), Span(second.start, second.end))]
    above_first, above_second = _comments_above(text, first), _comments_above(text, second)
    if above_first and above_second:
        pairs.append((above_first, above_second))
    after_first, after_second = _comment_after(text, first), _comment_after(text, second)
    if after_first and after_second:
        pairs.append((after_first, after_second))
    return tuple(replacement for pair in pairs for replacement in _exchanged(text, *pair))


def _exchanged(text: str, one: Span, other: Span) -> tuple[Replacement, Replacement]:
    return (
        Replacement(one.start, one.end, text[other.start : other.end]),
        Replacement(other.start, other.end, text[one.start : one.end]),
    )


def _comments_above(text: str, entry: Node) -> Span | None:
    """The comment lines directly above an entry; None if it is not the first on its line."""
    first = line_start(text, entry.start)
    if text[first : entry.start].strip(" \t"):
        return None
    comments = takewhile(lambda line: line[1].lstrip().startswith("#"), lines_above(text, first))
    return Span(min((start for start, _ in comments), default=first), first)


def _comment_after(text: str, entry: Node) -> Span | None:
    """The comment after an entry and its comma; None if more than that follows on the line."""
    comma = _COMMA.match(text, entry.end)
    at = comma.end() if comma else entry.end
    rest = _END_OF_LINE.match(text, at)
    return Span(at, line_end(text, at)) if rest else None
