"""From bytes to text: marks, line breaks, and bytes that are no text."""

import pytest

from routine_app.data.yaml.decoding import decode_file
from routine_app.data.yaml.problem_list import ProblemList
from tests.data.routines.reader.routine_readings import read_bytes


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("line_break", [b"\n", b"\r\n", b"\r"])
def test_byte_order_mark_and_line_breaks(mark: bytes, line_break: bytes) -> None:
    """Files from Windows read the same, and their places are the same."""
    content = b"title: Hips\nstretches:\n  - name: A\n    hold: 3 min\n".replace(b"\n", line_break)
    reading = read_bytes(mark + content)
    assert [str(problem) for problem in reading.problems] == [
        'hips.yaml:4:11: hold: "3 min" is not a duration; write it like 30s, 1m30s or 1:30'
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"title: H\xfcfte\n", "1:9: the byte 0xfc is not UTF-8; save the file as UTF-8"),
        (b"a: b\n\xc3\xa9\xff", "2:2: the byte 0xff is not UTF-8; save the file as UTF-8"),
        (b"\xef\xbb\xbfa\xff", "1:2: the byte 0xff is not UTF-8; save the file as UTF-8"),
        ("title: T".encode("utf-16"), "1:1: the file is UTF-16, not UTF-8; save it as UTF-8"),
        ("title: T".encode("utf-16-le"), "1:1: the file is UTF-16, not UTF-8; save it as UTF-8"),
        ("title: T".encode("utf-16-be"), "1:1: the file is UTF-16, not UTF-8; save it as UTF-8"),
        ("title: T".encode("utf-32"), "1:1: the file is UTF-16, not UTF-8; save it as UTF-8"),
        (b"title: T\nrest: \x00", "2:7: the invisible character U+0000 is not allowed; delete it"),
        (b"title: \x1b[31m", "1:8: the invisible character U+001B is not allowed; delete it"),
        ("title: a\u2028b".encode(), "1:9: the invisible character U+2028 is not allowed; delete it"),
        ("title: a\ufeffb".encode(), "1:9: the invisible character U+FEFF is not allowed; delete it"),
    ],
)
def test_bytes_that_are_no_text(content: bytes, message: str) -> None:
    """Other encodings and control characters are errors at the byte where they show."""
    problems = read_bytes(content).problems
    assert [str(problem) for problem in problems] == [f"hips.yaml:{message}"]


def test_every_character_that_is_not_allowed_is_told() -> None:
    """Each at its place, not the first alone."""
    problems = read_bytes("title: a\ufeffb\u2028\r\nrest: \ufeff5\n".encode()).problems
    assert [problem[1:3] for problem in problems] == [(1, 9), (1, 11), (2, 7)]


def test_which_characters_are_let_in() -> None:
    """What YAML takes for printable (source: YAML 1.1, section 5.1), but for its line separators, which editors count differently."""
    printable = [*b"\t\n\r", *range(0x20, 0x7F), *range(0xA0, 0xD800), *range(0xE000, 0xFFFE)]
    allowed = {*printable, *range(0x10000, 0x110000)} - {0x2028, 0x2029, 0xFEFF}
    assert is_let_in("".join(map(chr, sorted(allowed))))
    refused = set(range(0x110000)) - allowed - set(range(0xD800, 0xE000))
    assert [code for code in refused if is_let_in(chr(code))] == []


def is_let_in(text: str) -> bool:
    """Whether a file may hold all of the text."""
    problems = ProblemList("a")
    return decode_file(b"a" + text.encode(), problems, 5_000_000, "") == "a" + text
