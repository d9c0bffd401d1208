"""From the bytes of a file to its text, or to the one thing that is wrong with them."""

import codecs
import re
from bisect import bisect_right

from routine_app.data.yaml.nodes import FILE_START, SourcePosition
from routine_app.data.yaml.problem_list import ProblemList
from routine_app.data.yaml.text_lines import line_starts

# What YAML forbids, and the line separators that editors and YAML count differently. Named one by one: a set of what is
# allowed, turned round, takes ten times as long to compile.
_FORBIDDEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_LINE_BREAK = re.compile("\r\n|\r|\n")


def decode_file(content: bytes, problems: ProblemList, limit_bytes: int, advice: str) -> str:
    """The text of a file without its byte order mark; empty, and an error in `problems`, if it has none.

    `content` may be cut off anywhere beyond the limit; `advice` is what to do with a larger file.
    """
    if len(content) > limit_bytes:
        problems.error(FILE_START, "", f"the file is larger than {limit_bytes // 1024} KiB; {advice}")
        return ""
    if _is_utf_16(content):
        problems.error(FILE_START, "", "the file is UTF-16, not UTF-8; save it as UTF-8")
        return ""
    body = content.removeprefix(codecs.BOM_UTF8)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse_byte(body, error.start, problems)
        return ""
    return text if _is_allowed(text, problems) else ""


def _is_utf_16(content: bytes) -> bool:
    has_mark = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return has_mark or content[:2].count(0) == 1


def _refuse_byte(body: bytes, offset: int, problems: ProblemList) -> None:
    place = _end_of(body[:offset].decode("utf-8"))
    problems.error(place, "", f"the byte 0x{body[offset]:02x} is not UTF-8; save the file as UTF-8")


def _is_allowed(text: str, problems: ProblemList) -> bool:
    if not _FORBIDDEN.search(text):
        return True
    starts = line_starts(text)
    for forbidden in _FORBIDDEN.finditer(text):
        line = bisect_right(starts, forbidden.start())
        place = SourcePosition(line, forbidden.start() - starts[line - 1] + 1, forbidden.start())
        code = f"U+{ord(forbidden[0]):04X}"
        problems.error(place, "", f"the invisible character {code} is not allowed; delete it")
    return False


def _end_of(text: str) -> SourcePosition:
    lines = _LINE_BREAK.split(text)
    return SourcePosition(len(lines), len(lines[-1]) + 1, len(text))
