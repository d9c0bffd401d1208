"""What an MP3 says of itself, read back by the letter of the format."""

import json
from collections.abc import Iterator

from routine_app.core.cues.id3 import Chapter, chapters, cover, page_note, tag, text
from tests.id3_tag import split_tag


def frames_of(body: bytes) -> Iterator[tuple[str, bytes]]:
    """The frames: a name of four letters, a length, two bytes of flags, and the rest."""
    while body:
        size = int.from_bytes(body[4:8])
        yield body[:4].decode(), body[10 : 10 + size]
        body = body[10 + size :]


def body_of(tagged: bytes) -> bytes:
    """What the header says is the tag, without the header."""
    assert tagged[:6] == b"ID3\3\0\0"
    assert max(tagged[6:10]) < 128
    body, rest = split_tag(tagged)
    assert rest == b""
    assert len(tagged) == 10 + len(body)
    return body


def test_text_is_in_every_script() -> None:
    """As UTF-16 with its mark, which each player knows."""
    ((name, body),) = frames_of(body_of(tag(text("TIT2", "Бёдра 腰"))))
    assert name == "TIT2"
    assert body[:1] == b"\1"
    assert body[1:].decode("utf-16") == "Бёдра 腰"


def test_a_long_tag_tells_its_length() -> None:
    """In bytes of seven bits."""
    assert dict(frames_of(body_of(tag(cover(bytes(70_000))))))["APIC"] == b"\0image/png\0\3\0" + bytes(70_000)


def test_a_note_is_for_the_page() -> None:
    """JSON without a letter that is not ASCII."""
    ((name, body),) = frames_of(body_of(tag(page_note({"album": "Ж"}))))
    kind, note = body[1:].split(b"\0")
    assert (name, kind) == ("TXXX", b"routine-app")
    assert json.loads(note.decode("ascii")) == {"album": "Ж"}


def test_chapters_are_listed_in_order() -> None:
    """Each with its milliseconds and its title, and no place in bytes."""
    parts = [Chapter(0.05, 10.0, "Get ready"), Chapter(10.0, 40.5, "Pigeon pose")]
    (_, contents), *each = frames_of(body_of(tag(chapters(parts))))
    assert contents == b"toc\0\3\2c0\0c1\0"
    assert [name for name, _ in each] == ["CHAP", "CHAP"]
    first, second = (body for _, body in each)
    assert first[:3] == b"c0\0"
    assert [int.from_bytes(second[at : at + 4]) for at in (3, 7, 11, 15)] == [
        10_000,
        40_500,
        2**32 - 1,
        2**32 - 1,
    ]
    assert dict(frames_of(second[19:]))["TIT2"][1:].decode("utf-16") == "Pigeon pose"


def test_more_chapters_than_a_list_can_name_are_there() -> None:
    """Its count is one byte."""
    body = body_of(tag(chapters([Chapter(0.0, 1.0, "One")] * 300)))
    assert sum(name == "CHAP" for name, _ in frames_of(body)) == 300
