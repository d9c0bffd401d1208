"""From the bytes of a routine file to its text, or to the one thing that is wrong with them."""

import codecs
import re

from routine_app.core.routine.limits import FILE_LIMIT_BYTES
from routine_app.data.yaml.nodes import FILE_START, SourcePosition
from routine_app.data.yaml.problem_list import ProblemList

# What YAML forbids, and the line separators that editors and YAML count differently.
_FORBIDDEN = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_LINE_BREAK = re.compile("\r\n|\r|\n")


def decode_file(content: bytes, problems: ProblemList) -> str | None:
    """The text of a file without its byte order mark; None, and an error in `problems`, if it has none.

    `content` may be cut off anywhere beyond FILE_LIMIT_BYTES.
    """
    if len(content) > FILE_LIMIT_BYTES:
        problems.error(FILE_START, "", "the file is larger than 256 KiB; split it into several routines")
        return None
    if _is_utf_16(content):
        problems.error(FILE_START, "", "the file is UTF-16, not UTF-8; save it as UTF-8")
        return None
    body = content.removeprefix(codecs.BOM_UTF8)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse_byte(body, error.start, problems)
        return None
    return text if _is_allowed(text, problems) else None


def _is_utf_16(content: bytes) -> bool:
    has_mark = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return has_mark or content[:2].count(0) == 1


def _refuse_byte(body: bytes, offset: int, problems: ProblemList) -> None:
    place = _end_of(body[:offset].decode("utf-8"))
    problems.error(place, "", f"the byte 0x{body[offset]:02x} is not UTF-8; save the file as UTF-8")


def _is_allowed(text: str, problems: ProblemList) -> bool:
    forbidden = _FORBIDDEN.search(text)
    if forbidden is None:
        return True
    place = _end_of(text[: forbidden.start()])
    code = f"U+{ord(forbidden[0]):04X}"
    problems.error(place, "", f"the invisible character {code} is not allowed; delete it")
    return False


def _end_of(text: str) -> SourcePosition:
    lines = _LINE_BREAK.split(text)
    return SourcePosition(len(lines), len(lines[-1]) + 1)
