"""Signs that a text says something other than what its author meant: a comment, curly quotes, commas."""

import re
from collections.abc import Sequence

from routine_app.data.yaml.curly_quotes import closing_length, is_in_curly_quotes, open_quotation
from routine_app.data.yaml.nodes import Node, TextNode, text_of
from routine_app.data.yaml.problem_list import ProblemList
from routine_app.data.yaml.quoting import shown

COMMAS = ",\uff0c\u3001\uff64\u060c"
"""The comma, and those of a Chinese, a Japanese and an Arabic keyboard."""

_COMMA = re.compile(f"[{COMMAS}]")

_SHOWN_WORDS = 6


def warn_of_signs(node: TextNode, key: str, problems: ProblemList) -> None:
    """A warning of a text that a comment cuts short, and of curly quotes that are part of it."""
    if not node.is_plain or node.alias:
        return
    text = text_of(node)
    if node.remark and node.remark.is_joined:
        cure = "put the whole text in quotes, or a space behind the # of a comment"
        problems.warning(
            node.remark.place, key, f'the "#" cuts the text short, and {shown(text)} is left; {cure}'
        )
    if is_in_curly_quotes(text):
        problems.warning(
            node.place,
            key,
            f"the quotes {text[0]} {text[-1]} are shown as part of the text; {straight(text)}",
        )


def straight(text: str) -> str:
    """The cure of a text in curly quotes."""
    return f"write straight quotes: {shown(text[1:-1])}"


def split_quotation(entries: Sequence[Node]) -> tuple[Node, str] | None:
    """The entry with which a text in curly quotes begins that its commas split, and that text; None without one."""
    texts = [text_of(entry) for entry in entries]
    for first, text in enumerate(texts):
        if quotation := open_quotation(text):
            for last in range(first + 1, len(texts)):
                if end := closing_length(texts[last], quotation[0]):
                    return entries[first], ", ".join([quotation, *texts[first + 1 : last], texts[last][:end]])
            return None
    return None


def list_of(text: str) -> str:
    """The list that a text with commas was meant for, `[hips, evening]`; empty for a text without."""
    words = [word.strip() for word in _COMMA.split(text) if word.strip()]
    if not _COMMA.search(text):
        return ""
    return f"[{', '.join(words[:_SHOWN_WORDS])}{', ...' if len(words) > _SHOWN_WORDS else ''}]"
