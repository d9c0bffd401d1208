"""Which lines of a block list belong to which entry: comments go with the entry that they are about.

- An entry has the lines from its dash to its last character, with the comments at their ends.
- Comments below it that are indented deeper than its dash belong to it too, with the blank lines before them.
- So do the comments directly above its dash, from the first that is at the dash's own indentation.
- Everything else stays where it stands: blank lines between entries, comments with a blank line around
  them, comments indented less than the dash, and those at the end of the list.

Whom a line belongs to does not change when its entry changes places, so that a move can be taken back.
"""

import re

from routine_app.core.routine.repository import RefusedEditError
from routine_app.data.yaml.nodes import ListNode
from routine_app.data.yaml.text_lines import (
    Span,
    after_anchor,
    after_space,
    line_start,
    lines_above,
    next_line,
)

_COMMENT_LINE = re.compile(r"([ \t]*)#")
_BLANK_LINE = re.compile(r"[ \t]*(?:[\r\n]|\Z)")


def entry_lines(text: str, entries: ListNode, index: int) -> Span:
    """The whole lines of an entry of a block list, with the last line break.

    Raises RefusedEditError if it shares a line.
    """
    dash = _dash(text, entries, index)
    first = line_start(text, dash)
    if text[first:dash].strip(" "):
        raise RefusedEditError(
            'This stretch does not begin on a line of its own; put each "- " on its own line in the text.'
        )
    column = dash - first
    above_from = _lines_below(text, entries, index - 1) if index else 0
    return Span(_with_comments_above(text, first, above_from, column), _lines_below(text, entries, index))


def _dash(text: str, entries: ListNode, index: int) -> int:
    """Where the dash of an entry stands: only space and comments lie between it and the entry before."""
    dash = after_space(text, entries.items[index - 1].end) if index else after_anchor(text, entries.start)
    if text[dash : dash + 1] != "-":
        raise RefusedEditError("The list of stretches is laid out in an unusual way; change it in the text.")
    return dash


def _lines_below(text: str, entries: ListNode, index: int) -> int:
    """The end of an entry's lines, the deeper comments below it included."""
    dash = _dash(text, entries, index)
    column = dash - line_start(text, dash)
    end = at = next_line(text, entries.items[index].end)
    while at < len(text):
        following = next_line(text, at)
        comment = _COMMENT_LINE.match(text, at)
        if comment and len(comment[1]) > column:
            end = following
        elif not _BLANK_LINE.match(text, at):
            break
        at = following
    return end


def _with_comments_above(text: str, first: int, lowest: int, column: int) -> int:
    """The start of an entry's lines, the comments directly above its first one included."""
    start = first
    for at, line in lines_above(text, first, lowest):
        comment = _COMMENT_LINE.match(line)
        if not comment or len(comment[1]) < column:
            break
        if len(comment[1]) == column:
            start = at
    return start
