"""A routine as a code: there and back, whatever its text, and safe whatever the code."""

import base64
import string
import tracemalloc
import zlib
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from routine_app.core.routine.file_name import plain_file_name
from routine_app.core.routine.limits import FILE_LIMIT_BYTES
from routine_app.core.sharing.code import (
    CODE_LIMIT_CHARACTERS,
    ShareCodeError,
    SharedRoutine,
    read_share_code,
    share_code,
)
from routine_app.core.sharing.code_dictionary import SHARE_DICTIONARY
from routine_app.core.sharing.link import code_in, fits_qr, share_link
from routine_app.data.routines.reader.routine import read_routine

ROUTINES = Path(__file__).parents[3] / "routines"
TEXT = "title: Hips\nstretches:\n  - name: Butterfly\n    hold: 45s\n"
CODE = share_code("hips.yaml", TEXT)
OF_VERSION_1 = "1A3kMJUg8gALYXe5UWgL0flpOJZobAH5tKUM"
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


def packed(content: bytes) -> str:
    """A code with that content, right but for it."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zdict=SHARE_DICTIONARY.encode())
    whole = deflate.compress(content) + deflate.flush() + zlib.crc32(content).to_bytes(4, "big")
    return "1" + base64.urlsafe_b64encode(whole).rstrip(b"=").decode()


@given(TEXTS, TEXTS)
@example("hips.yaml", "\ufefftitle: Hips\r\n")
@example("../../etc/passwd", "")
def test_what_is_shared_comes_back(file_name: str, text: str) -> None:
    """The text to the byte; of the name what is plain."""
    code = share_code(file_name, text)
    assert read_share_code(code) == SharedRoutine(plain_file_name(file_name), text)
    assert code_in(share_link("https://me.example/", code)) == code


@given(TEXTS)
def test_a_code_needs_no_escape(text: str) -> None:
    """Neither in a path nor behind a `#`."""
    assert set(share_code("hips.yaml", text)) <= set(f"{string.ascii_letters}{string.digits}-_")


def test_codes_of_before_are_read() -> None:
    """A link that was sent or printed holds for good: this one was made when version 1 was."""
    assert read_share_code(OF_VERSION_1) == SharedRoutine("hips.yaml", TEXT)


def test_the_dictionary_is_that_of_version_1() -> None:
    """Down to its last letter, or codes of before could not be read."""
    assert zlib.crc32(SHARE_DICTIONARY.encode()) == 2103273677


@pytest.mark.parametrize("name", ["../../etc/hips.yaml", "C:\\hips.yaml", "con", "", ".hidden", "a/b"])
def test_a_name_in_a_code_leads_nowhere(name: str) -> None:
    """Also if no app of ours made the code."""
    file_name = read_share_code(packed(f"{name}\n{TEXT}".encode())).file_name
    assert file_name == plain_file_name(name)
    assert set(file_name) <= set(f"{string.ascii_lowercase}{string.digits}-_.")


def test_the_limit_is_that_of_files() -> None:
    """What can be a file can be shared, if only by its file."""
    problems = [
        read_routine("a.yaml", b"#" * size).problems[0].message
        for size in (FILE_LIMIT_BYTES, FILE_LIMIT_BYTES + 1)
    ]
    assert ["larger than 256 KiB" in message for message in problems] == [False, True]


@pytest.mark.parametrize("name", ["runner-hips", "quick-reset"])
def test_the_shipped_routines_can_be_scanned(name: str) -> None:
    """With an address of usual length before them."""
    text = (ROUTINES / f"{name}.yaml").read_text(encoding="utf-8")
    assert fits_qr(share_link("https://somebody.github.io/routine-app/", share_code(f"{name}.yaml", text)))


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("", "There is no code here"),
        ("2" + CODE[1:], "no code of this version"),
        ("1", "not whole"),
        (CODE[:-1], "not whole"),
        (CODE[:-6], "not whole"),
        (CODE[:20], "not whole"),
        (CODE[:-2] + ("AA" if CODE[-2:] != "AA" else "BB"), "not whole"),
        (CODE[:12] + ("A" if CODE[12] != "A" else "B") + CODE[13:], "not whole"),
        (CODE + "AAAA", "goes on after its end"),
        (CODE + ".", "a character"),
        (CODE + "\n", "a character"),
        (CODE[:9] + "ä" + CODE[10:], "a character"),
        ("1" + "A" * CODE_LIMIT_CHARACTERS, "more than 256 KiB"),
        (packed(b"hips.yaml"), "no routine"),
        (packed(b"hips.yaml\n\xff"), "no text"),
        (packed(b"hips.yaml\n\xed\xa0\x80"), "no text"),
        (packed(b"hips.yaml\n" + b"x" * (FILE_LIMIT_BYTES + 1)), "more than 256 KiB"),
        (packed(b"x" * 2_000_000), "more than 256 KiB"),
    ],
)
def test_a_broken_code_is_told_in_a_sentence(code: str, words: str) -> None:
    """One that says what to do."""
    with pytest.raises(ShareCodeError, match=words) as told:
        read_share_code(code)
    assert str(told.value).endswith(".")
    assert str(told.value).count(". ") == 0


@given(st.one_of(st.text(), st.binary().map(packed), st.from_regex(r"1[A-Za-z0-9_-]*", fullmatch=True)))
def test_no_code_does_harm(code: str) -> None:
    """It is read, or refused in a sentence."""
    try:
        shared = read_share_code(code)
    except ShareCodeError:
        return
    assert shared.file_name == plain_file_name(shared.file_name)


@given(st.integers(1, len(CODE) - 1), st.sampled_from("AZaz09-_"))
def test_no_letter_of_a_code_can_be_another(place: int, letter: str) -> None:
    """A hold of 45 seconds never becomes one of 75 on the way, but for the bits that mean nothing."""
    changed = CODE[:place] + letter + CODE[place + 1 :]
    try:
        assert read_share_code(changed) == SharedRoutine("hips.yaml", TEXT)
    except ShareCodeError:
        return
    assert changed == CODE or place == len(CODE) - 1


def test_a_bomb_takes_little_memory() -> None:
    """A thousand times as much would come of it."""
    bomb = packed(b"a.yaml\n" + b"0" * 200_000_000)
    tracemalloc.start()
    with pytest.raises(ShareCodeError):
        read_share_code(bomb)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000


@pytest.mark.parametrize(
    ("text", "words"), [("x" * (FILE_LIMIT_BYTES + 1), "larger than 256 KiB"), ("\ud800", "a character")]
)
def test_what_no_file_may_have_cannot_be_shared(text: str, words: str) -> None:
    """One sentence says so."""
    with pytest.raises(ShareCodeError, match=words):
        share_code("hips.yaml", text)
