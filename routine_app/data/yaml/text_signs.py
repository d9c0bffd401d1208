"""Signs that a text says something other than what its author meant: a comment, curly quotes, commas."""

import re
from collections.abc import Sequence

from routine_app.data.yaml.curly_quotes import (
    CLOSING,
    closing_end,
    is_apostrophe,
    is_in_curly_quotes,
    not_straight,
    open_quotation,
)
from routine_app.data.yaml.nodes import Node, TextNode, text_of
from routine_app.data.yaml.problem_list import ProblemList
from routine_app.data.yaml.quoting import shortened, shown

COMMAS = ",\uff0c\u3001\uff64\u060c"
"""The comma, and those of a Chinese, a Japanese and an Arabic keyboard."""

BULLETS = (
    "*+\u2022\u00b7\u2010-\u2015\u2212\ufe58\ufe63\uff0d\u2219\u22c5\u30fb\u2023\u2043\u204c\u204d\u25aa\u25ab\u25a0\u25a1\u25cf\u25cb"
    "\u25e6\u25b6\u25b8\u25ba\u27a2\u27a4\u2192\u2713\u2714\uff0a"
)
"""What people put before the entries of a list, to stand between brackets in a pattern."""

_COMMA = re.compile(f"[{COMMAS}]")

_LIST_MARK = re.compile(f"[-{BULLETS}][^0-9]")

_AROUND = "".join(("\u3010\u3011\uff3b\uff3d", *CLOSING))

_SHOWN_WORDS = 6


def warn_of_comment(node: TextNode, key: str, problems: ProblemList) -> None:
    """A warning of a text that a comment cuts short."""
    if node.remark and node.remark.is_joined and node.is_plain:
        left, cure = shown(text_of(node)), "put the whole text in quotes, or a space after the # of a comment"
        problems.warning(node.remark.place, key, f'the "#" cuts the text short, and {left} is left; {cure}')


def warn_of_quotes(node: TextNode, key: str, problems: ProblemList) -> None:
    """A warning of curly quotes that were meant to stand around a text, and are part of it."""
    text = text_of(node)
    if node.is_plain and is_in_curly_quotes(text):
        problems.warning(node.place, key, f"{not_straight(text[0])}, and so it shows; {straight(text)}")


def straight(text: str) -> str:
    """The cure of a text in curly quotes."""
    return f"write straight quotes: {shown(text[1:-1].strip())}"


def split_quotation(entries: Sequence[Node]) -> tuple[Node, str] | None:
    """The entry with which a text in curly quotes begins that its commas split, and that text; None without one."""
    texts = [text_of(entry) if isinstance(entry, TextNode) and entry.is_plain else "" for entry in entries]
    for first, text in enumerate(texts):
        if quotation := open_quotation(text):
            parts = _up_to_closing(texts[first + 1 :], quotation[0])
            return (entries[first], ", ".join([quotation, *parts])) if parts else None
    return None


def _up_to_closing(texts: Sequence[str], opening: str) -> list[str]:
    """The texts up to the quote that closes an opening one; none if there is no such quote."""
    for index, text in enumerate(texts):
        end = closing_end(text, opening, len(text) - 1 if text and is_apostrophe(opening) else 0)
        if end is not None:
            return [*texts[:index], text[:end]]
    return []


def list_of(text: str) -> str:
    """The list that a text with commas was meant for, `[hips, evening]`; empty for a text without."""
    if not _COMMA.search(text):
        return ""
    inside = text[1:-1] if text.startswith("(") and text.endswith(")") else text.strip(_AROUND)
    words = [shortened(word.strip()) for word in _COMMA.split(inside) if word.strip()]
    return f"[{', '.join(words[:_SHOWN_WORDS])}{', ...' if len(words) > _SHOWN_WORDS else ''}]"


def entry_meant(text: str) -> str:
    """The entry of a list that a text without a dash and a space was meant for, `- hips`; empty for others."""
    return f"- {text[1:].lstrip()}" if _LIST_MARK.match(text) else ""
