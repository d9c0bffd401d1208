"""The text of a file that comes from elsewhere, in whichever encoding it is."""

import codecs

from routine_app.core.text.json_parsing import JSON_SPACE, BrokenJsonError, parse_json_start

_MARKS = {
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
"""Byte order marks, a longer one before the shorter that it begins with. That of UTF-8 stays, as part of a file's text."""


def decode_text(content: bytes) -> str | None:
    """The text of a file in UTF-8, UTF-16 or UTF-32, with or without a byte order mark; None if it is in none of them."""
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return _decoded(content.removeprefix(mark), encoding)
    return _decoded(content, _encoding_without_mark(content[:4]))


def in_utf_8(content: bytes) -> bytes:
    """A file in UTF-8, which may be in another encoding of Unicode; all else is given back as it is."""
    text = decode_text(content)
    return content if text is None else text.encode("utf-8", "surrogatepass")


def decode_json_file(content: bytes) -> str:
    """The text of a file that may hold JSON, of another app too, which may write single bytes for accents.

    What follows the JSON may be the end of an older, longer file, whose first character is cut: it stands as U+FFFD.
    """
    text = decode_text(content)
    return _text_before_a_cut(content) or content.decode("iso8859-1") if text is None else text


def _encoding_without_mark(start: bytes) -> str:
    """By where the first letters, which are those of ASCII in YAML and JSON, have their zeros."""
    zeros = [byte == 0 for byte in start]
    if zeros == [False, True, True, True]:
        return "utf-32-le"
    if zeros == [True, True, True, False]:
        return "utf-32-be"
    if zeros[:2] == [False, True]:
        return "utf-16-le"
    return "utf-16-be" if zeros[:2] == [True, False] else "utf-8"


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _text_before_a_cut(content: bytes) -> str:
    """The JSON before the first byte that is no UTF-8, if it is whole."""
    try:
        content.decode()
    except UnicodeDecodeError as error:
        text = content[: error.start].decode()
        try:
            parse_json_start(text.lstrip(JSON_SPACE))
        except BrokenJsonError:
            return ""
        return text + "\N{REPLACEMENT CHARACTER}"
    return ""
