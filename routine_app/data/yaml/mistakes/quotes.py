"""Quotes that do not hold a text together: curly ones, one that is not closed, and text behind the closing one."""

import re

from routine_app.data.yaml.curly_quotes import CLOSING, STRAIGHT, not_straight
from routine_app.data.yaml.mistakes.findings import Findings
from routine_app.data.yaml.mistakes.signs import ODD_SPACES
from routine_app.data.yaml.quoting import shown
from routine_app.data.yaml.syntax_errors import UNCLOSED_QUOTE
from routine_app.data.yaml.text_lines import Replacement, line_end
from routine_app.data.yaml.text_signs import straight

_QUOTED = {'"': re.compile(r'"(?:[^"\\]|\\.)*+"', re.DOTALL), "'": re.compile(r"'(?:[^']|'')*+'")}
_CLOSINGS = "".join(dict.fromkeys("".join(CLOSING.values())))
_AFTER_BLOCK = rf"(?=[ {ODD_SPACES}]*+(?:$|[\r\n]|(?<=[ \t])#))"
_AFTER_FLOW = rf"(?=[ {ODD_SPACES}]*+(?:$|[\r\n,\]}}]|:[ \t]|(?<=[ \t])#))"
_CURLY_END = {
    is_flow: re.compile(rf"[{_CLOSINGS}\"']{after}")
    for is_flow, after in ((False, _AFTER_BLOCK), (True, _AFTER_FLOW))
}
_SPLITS = {False: re.compile(r":(?:[ \t]|$)|[ \t]#"), True: re.compile(r"[,\[\]{}]|:(?:[ \t]|$)|[ \t]#")}
_REST = {False: re.compile(r"[^\r\n]*+"), True: re.compile(r"[^\r\n,\]}]*+")}
_NO_REST = {
    False: re.compile(rf"[ {ODD_SPACES}]*+(?:$|[\r\n]|#|:(?:[ \t\r\n]|$))"),
    True: re.compile(rf"[ {ODD_SPACES}]*+(?:$|[\r\n,\]}}:#])"),
}
_SPACES = re.compile(rf"[ {ODD_SPACES}]*+")

_WRONG_CLOSING = {'"': "\u201c\u201d\u201e\u00ab\u00bb\u2033\uff02", "'": "\u2018\u2019\u00b4\uff07"}

_LINE = re.compile(r"[^\r\n]{0,600}+")
"""The rest of a line, as far as a closing quote is looked for: no text of a routine may be longer."""


def after_curly(found: Findings, at: int, key: str, *, is_text: bool, is_flow: bool) -> int | None:
    """Where a text in curly quotes ends that does not read as one text, now a mistake; None if none begins there.

    Where `is_text`, curly quotes alone do no harm.
    """
    quoted = _in_curly_quotes(_line_from(found.text, at), is_flow=is_flow)
    if not quoted:
        return None
    if is_text and not _SPLITS[is_flow].search(quoted[1:-1]):
        return None
    inside = re.sub(r'["\\]', "'", quoted[1:-1])
    end = at + len(quoted)
    message = f"{not_straight(quoted[0])}; {straight(quoted)}"
    found.add(at, key, message, Replacement(at, end, f'"{inside}"'))
    return end


def _in_curly_quotes(line: str, *, is_flow: bool) -> str:
    """What stands in the quotes with which a line begins, and they: up to the first in a flow, else to the last."""
    fitting = CLOSING[line[0]] + STRAIGHT
    ends = (end.end() for end in _CURLY_END[is_flow].finditer(line, 1) if end[0] in fitting)
    return line[: next(ends, 0) if is_flow else max(ends, default=0)]


def _line_from(text: str, at: int) -> str:
    """The rest of a line, as far as a closing quote is looked for."""
    line = _LINE.match(text, at)
    return line[0] if line else ""


def after_quoted(found: Findings, at: int, key: str, *, is_flow: bool) -> int | None:
    """Where a quoted text and all that wrongly follows it ends; None if it never does, and all must end."""
    text = found.text
    quoted = _QUOTED[text[at]].match(text, at)
    if quoted and _NO_REST[is_flow].match(text, quoted.end()):
        return quoted.end()
    if (end := _after_wrong_closing(found, at, key, is_flow=is_flow)) is not None:
        return end
    if quoted is None:
        _close_at_line_end(found, at)
        return None
    if re.search(r"[\r\n]", quoted[0]) and not is_flow:
        _close_at_line_end(found, at)
        return line_end(text, at)
    return _refuse_rest(found, quoted.end(), key, text[at], is_flow=is_flow)


def _after_wrong_closing(found: Findings, at: int, key: str, *, is_flow: bool) -> int | None:
    """Where a text ends that a straight quote begins and a curly one closes; None if none begins there."""
    line = _line_from(found.text, at)
    end = _CURLY_END[is_flow].search(line, 1)
    if end is None or end[0] not in _WRONG_CLOSING[line[0]]:
        return None
    if any(mark == line[0] or mark in CLOSING for mark in line[1 : end.start()]):
        return None
    closing = at + end.start()
    message = f"{end[0]} does not close what {line[0]} begins; write a straight quote, {line[0]}"
    found.add(closing, key, message, Replacement(closing, closing + 1, line[0]))
    return closing + 1


def _close_at_line_end(found: Findings, at: int) -> None:
    end = line_end(found.text, at)
    found.add(at, "", UNCLOSED_QUOTE, Replacement(end, end, found.text[at]))


def _refuse_rest(found: Findings, at: int, key: str, quote: str, *, is_flow: bool) -> int:
    spaces = _SPACES.match(found.text, at)
    start = spaces.end() if spaces else at
    rest = _REST[is_flow].match(found.text, start)
    end = rest.end() if rest else start
    inside = "''" if quote == "'" else '\\"'
    message = f"{shown(found.text[start:end].rstrip())} stands after the closing {quote}"
    cure = f"put it inside the quotes, where a {quote} is written {inside}"
    found.add(start, key, f"{message}; {cure}", Replacement(start, end, " " * (end - start)))
    return end
