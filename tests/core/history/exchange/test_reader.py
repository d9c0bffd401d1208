"""A history that comes in: all of it, or a sentence that says where it is damaged."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.feedback.feedback import Feeling, PainRecord
from routine_app.core.history.contents import HistoryContents
from routine_app.core.history.exchange.history_json import history_document
from routine_app.core.history.exchange.reader import HISTORY_LIMIT_BYTES, HistoryFileError, read_history
from routine_app.core.long_work import finish
from routine_app.core.routine.hold_length import Length
from routine_app.core.routine.model import Side
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord, SessionStatus
from tests.core.history.generated_histories import WIDE, at, histories, of_many
from tests.core.history.whole_history import came_in, written

BEGAN = at(0, 2)
HOLDS = (
    HoldRecord(0, "Lean", ("it_band",), Side.LEFT, 1, 2, 30.0, 30.0, HoldStatus.DONE),
    HoldRecord(1, "Lean", ("it_band",), Side.RIGHT, 1, 2, 30.0, 12.346, HoldStatus.CUT),
)
FULL = SessionRecord(
    session_id="full",
    routine="hips",
    title="Hüften",
    started_at=BEGAN,
    ended_at=BEGAN + timedelta(minutes=5),
    status=SessionStatus.STOPPED,
    planned_seconds=60.0,
    holds=HOLDS,
    feeling=Feeling.GOOD,
    pain=(PainRecord("neck", Side.BOTH),),
    note="Fine\nreally",
    length=Length.LONG,
    resumed_at=BEGAN + timedelta(minutes=2),
    feedback_at=BEGAN + timedelta(hours=1),
)
BARE = SessionRecord("bare", "hips", "Hips", at(1, 0), 0.0)
CONTENTS = HistoryContents((FULL, BARE), frozenset({"gone"}), {"neck": BEGAN})

SPACES = b" " * 1024 * 1024

Keys = tuple[str | int, ...]
SESSION: Keys = ("sessions", 0)
HOLD: Keys = (*SESSION, "holds", 1)


def refusal(content: bytes, name: str = "mine.json", piece_bytes: int = 64 * 1024) -> str:
    """What is said of a file that is refused."""
    with pytest.raises(HistoryFileError) as caught:
        came_in(content, name, piece_bytes)
    return str(caught.value)


def changed(keys: Keys, value: object) -> bytes:
    """The file of `CONTENTS` with another value at that place."""
    document: Any = json.loads(written(CONTENTS))
    inner = document
    for key in keys[:-1]:
        inner = inner[key]
    inner[keys[-1]] = value
    return json.dumps(document).encode()


def without(keys: Keys) -> bytes:
    """The file of `CONTENTS` without what is at that place."""
    document: Any = json.loads(written(CONTENTS))
    inner = document
    for key in keys[:-1]:
        inner = inner[key]
    del inner[keys[-1]]
    return json.dumps(document).encode()


def test_an_export_comes_back() -> None:
    """To the letter, with or without a byte order mark."""
    for mark in (b"", b"\xef\xbb\xbf"):
        contents = came_in(mark + written(CONTENTS))
        assert (contents, written(contents)) == (CONTENTS, written(CONTENTS))


@of_many
@given(histories(WIDE))
def test_every_history_comes_back(contents: HistoryContents) -> None:
    """Whatever is in it."""
    read = came_in(written(contents))
    assert (read, written(read)) == (contents, written(contents))


def test_what_history_json_prints_comes_in() -> None:
    """What that leaves out is as if it had never been; holds are numbered as they stand."""
    content = json.dumps(history_document([FULL, BARE])).encode()
    less = replace(FULL, length=Length.NORMAL, resumed_at=None, feedback_at=None)
    assert came_in(content) == HistoryContents((less, BARE))


def test_sessions_come_oldest_first_and_holds_in_the_order_of_the_plan() -> None:
    """However they stand in the file."""
    document: Any = json.loads(written(CONTENTS))
    document["sessions"].reverse()
    document["sessions"][1]["holds"].reverse()
    assert came_in(json.dumps(document).encode()) == CONTENTS


def test_a_session_that_was_deleted_is_left_out() -> None:
    """Even if the file has it."""
    contents = came_in(changed(("deleted",), ["full", "full"]))
    assert contents == replace(CONTENTS, sessions=(BARE,), deleted=frozenset({"full"}))


def test_keys_that_are_not_known_are_passed_over() -> None:
    """In every object, whatever stands there; what is derived is not read."""
    for keys in (("more",), (*SESSION, "more"), (*HOLD, "more"), (*SESSION, "pain", 0, "more")):
        assert came_in(changed(keys, {"a": [1]})) == CONTENTS
    assert came_in(changed((*SESSION, "held_seconds"), "much")) == CONTENTS


def test_seconds_become_thousandths() -> None:
    """As the history has them."""
    contents = came_in(changed((*HOLD, "held_seconds"), 1.23456))
    assert contents.sessions[0].holds[1].held_seconds == 1.235


def test_the_same_session_twice_is_one() -> None:
    """A file that two were put together in has it twice."""
    document: Any = json.loads(written(CONTENTS))
    document["sessions"].append(document["sessions"][0])
    assert came_in(json.dumps(document).encode()) == CONTENTS


def test_two_sessions_of_one_id_are_refused() -> None:
    """Which of them is right cannot be known, though they differ in an offset only."""
    document: Any = json.loads(written(CONTENTS))
    document["sessions"].append(document["sessions"][0] | {"started_at": at(0, 0).isoformat()})
    assert refusal(json.dumps(document).encode()) == (
        "mine.json: session 3 has the id of session 1, and differs from it; take one of the two out."
    )


@pytest.mark.parametrize("version", [2, 1.5, 10**30])
def test_a_newer_versions_file_is_refused(version: float) -> None:
    """Whatever else is in it."""
    content = json.dumps({"format": "routine-app history", "version": version}).encode()
    assert refusal(content) == (
        "mine.json was written by a newer version of the app; update the app to import it."
    )


@pytest.mark.parametrize(
    "document", [[], None, "sessions", 3, {}, {"title": "Hips"}, {"format": "other", "version": 9}]
)
def test_a_file_of_another_kind_is_refused(document: object) -> None:
    """It is JSON, but nothing of ours."""
    assert refusal(json.dumps(document).encode()) == (
        "mine.json: this is no history of the app; pick a file that it exported as JSON."
    )


SECONDS = "it must be a number of seconds from 0 to 86400"
TIME = 'it must be a time from 1970 to 2999 with its offset, such as "2026-07-01T18:30:00+02:00"'
NULL_OR_TIME = TIME.replace("be a time", "be null, or a time")
NAME = "it must be text of 1 to 500 characters, none of them broken"


@pytest.mark.parametrize(
    ("keys", "value", "words"),
    [
        (("sessions",), None, '"sessions" is null; it must be a list'),
        (("version",), True, '"version" is true; it must be a whole number from 1 to 1'),
        (("version",), 0, '"version" is 0; it must be a whole number from 1 to 1'),
        (("deleted",), {}, '"deleted" is an object; it must be a list'),
        (
            ("deleted", 0),
            "",
            'entry 1 of "deleted" is ""; it must be text of 1 to 200 characters, none of them broken',
        ),
        (("acknowledged",), [], '"acknowledged" is a list; it must be an object'),
        (("acknowledged", "neck"), 5, f'"acknowledged": "neck" is 5; {TIME}'),
        (("acknowledged", "a\nb"), None, f'"acknowledged": "a b" is null; {TIME}'),
        (("acknowledged", ""), BEGAN.isoformat(), f'"acknowledged" has the key ""; {NAME}'),
        (("acknowledged", "a\ud800"), BEGAN.isoformat(), f'"acknowledged" has the key "a"; {NAME}'),
        (("sessions", 1), "x", 'session 2 is "x"; it must be an object'),
        (
            (*SESSION, "id"),
            "",
            'session 1: "id" is ""; it must be text of 1 to 200 characters, none of them broken',
        ),
        (
            (*SESSION, "id"),
            "x" * 201,
            f'session 1: "id" is "{"x" * 39}…"; it must be text of 1 to 200 characters, none of them broken',
        ),
        (
            (*SESSION, "title"),
            None,
            'session 1: "title" is null; it must be text of 0 to 500 characters, none of them broken',
        ),
        (
            (*SESSION, "note"),
            "a\udfffb",
            'session 1: "note" is "a b"; it must be text of 0 to 100000 characters, none of them broken',
        ),
        ((*SESSION, "started_at"), "2026-07-01T18:30:00", None),
        ((*SESSION, "started_at"), "today", f'session 1: "started_at" is "today"; {TIME}'),
        ((*SESSION, "started_at"), "0001-01-01T00:00:00+14:00", None),
        ((*SESSION, "started_at"), "2999-12-31T23:00:00-02:00", None),
        ((*SESSION, "started_at"), None, f'session 1: "started_at" is null; {TIME}'),
        ((*SESSION, "ended_at"), 0, f'session 1: "ended_at" is 0; {NULL_OR_TIME}'),
        ((*SESSION, "resumed_at"), "", f'session 1: "resumed_at" is ""; {NULL_OR_TIME}'),
        (
            (*SESSION, "feedback_at"),
            "12:00+00:00",
            f'session 1: "feedback_at" is "12:00+00:00"; {NULL_OR_TIME}',
        ),
        (
            (*SESSION, "status"),
            "done",
            'session 1: "status" is "done"; it must be "running", "completed" or "stopped"',
        ),
        (
            (*SESSION, "status"),
            "running",
            'session 1: "ended_at" is a time, though "status" is "running"; it must be null',
        ),
        (
            (*SESSION, "feeling"),
            "so-so",
            'session 1: "feeling" is "so-so"; it must be null, "easy", "good" or "hard"',
        ),
        (
            (*SESSION, "length"),
            None,
            'session 1: "length" is null; it must be "short", "normal" or "long"',
        ),
        ((*SESSION, "pain", 0), [], "session 1, pain 1 is a list; it must be an object"),
        ((*SESSION, "pain", 0, "muscle"), "", f'session 1, pain 1: "muscle" is ""; {NAME}'),
        (
            (*SESSION, "pain", 0, "side"),
            "up",
            'session 1, pain 1: "side" is "up"; it must be "left", "right" or "both"',
        ),
        ((*HOLD, "held_seconds"), "abc", f'session 1, hold 2: "held_seconds" is "abc"; {SECONDS}'),
        ((*HOLD, "held_seconds"), True, f'session 1, hold 2: "held_seconds" is true; {SECONDS}'),
        ((*HOLD, "held_seconds"), -0.001, f'session 1, hold 2: "held_seconds" is -0.001; {SECONDS}'),
        (
            (*HOLD, "planned_seconds"),
            86400.001,
            f'session 1, hold 2: "planned_seconds" is 86400.001; {SECONDS}',
        ),
        ((*HOLD, "planned_seconds"), 10**400, f'session 1, hold 2: "planned_seconds" is Infinity; {SECONDS}'),
        ((*HOLD, "muscles"), "neck", 'session 1, hold 2: "muscles" is "neck"; it must be a list'),
        ((*HOLD, "muscles", 0), 7, f'session 1, hold 2: entry 1 of "muscles" is 7; {NAME}'),
        ((*HOLD, "set"), 1.0, 'session 1, hold 2: "set" is 1.0; it must be a whole number from 1 to 1000'),
        (
            (*HOLD, "round"),
            False,
            'session 1, hold 2: "round" is false; it must be a whole number from 1 to 1000',
        ),
        (
            (*HOLD, "index"),
            -1,
            'session 1, hold 2: "index" is -1; it must be a whole number from 0 to 100000',
        ),
        (
            (*HOLD, "index"),
            0,
            'session 1, hold 2: "index" is 0, which an earlier hold has; each hold must have its own',
        ),
        (
            (*HOLD, "status"),
            "held",
            'session 1, hold 2: "status" is "held"; it must be "skipped", "cut" or "done"',
        ),
    ],
)
def test_a_damaged_value_is_one_sentence(keys: Keys, value: object, words: str | None) -> None:
    """Where it is, as people count, what it is, and what it must be."""
    expected = words or f'session 1: "{keys[-1]}" is "{value}"; {TIME}'
    assert refusal(changed(keys, value)) == f"mine.json: {expected}."


@pytest.mark.parametrize(
    "keys",
    [
        *((*SESSION, key) for key in ("id", "routine", "title", "started_at", "ended_at", "status")),
        *((*SESSION, key) for key in ("planned_seconds", "feeling", "pain", "note", "holds")),
        *((*HOLD, key) for key in ("stretch", "muscles", "side", "set", "round", "planned_seconds")),
        *((*HOLD, key) for key in ("held_seconds", "status")),
        *((*SESSION, "pain", 0, key) for key in ("muscle", "side")),
    ],
)
def test_a_missing_value_is_one_sentence(keys: Keys) -> None:
    """A file that was cut by hand is not guessed at."""
    assert f': "{keys[-1]}" is missing; it must be ' in refusal(without(keys))


@pytest.mark.parametrize("keys", [("format",), ("version",), ("deleted",), ("acknowledged",)])
def test_what_history_json_leaves_out_may_be_missing(keys: Keys) -> None:
    """The sessions alone are a history."""
    assert came_in(without(keys)).sessions == CONTENTS.sessions


def test_a_session_may_have_ended_nobody_knows_when() -> None:
    """Null says so."""
    contents = came_in(changed((*SESSION, "ended_at"), None))
    assert (contents.sessions[0].status, contents.sessions[0].ended_at) == (SessionStatus.STOPPED, None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "it breaks off or is no JSON at line 1, column 1; export the history again as JSON"),
        (
            '{"sessions": [\n  {"id": "a"',
            "it breaks off or is no JSON at line 2, column 13; export the history again as JSON",
        ),
        (
            "session_id,routine\n",
            "it breaks off or is no JSON at line 1, column 1; export the history again as JSON",
        ),
        (
            '{"x": {"} \\"": 1},\n "sessions": [], "sessions": []}',
            '"sessions" stands twice in an object; keep one of them',
        ),
        ('{"NaN": "NaN", "x":\nNaN}', "NaN is no number; write one in its place"),
        ('{"x": -Infinity}', "-Infinity is no number; write one in its place"),
        (
            '{"x": "[[[[[[[[[[[[[[[[[[[[[[[",\n"y": ' + "[" * 100_000,
            "brackets stand more than 20 deep in each other; export the history again",
        ),
    ],
)
def test_broken_json_is_one_sentence(text: str, words: str) -> None:
    """With the line and the column."""
    assert refusal(text.encode()) == f"mine.json: {words}."


def test_a_text_in_another_encoding_is_one_sentence() -> None:
    """With the line."""
    assert refusal(b'{"sessions":\n\n["\xe9"]}') == (
        "mine.json: line 3 is not in UTF-8; export the history again as JSON."
    )


def test_a_file_too_large_is_one_sentence() -> None:
    """With its size, of which a byte too much is seen; none of it is asked for."""

    def fail() -> Iterator[bytes]:
        pytest.fail("it was read")
        yield b""

    with pytest.raises(HistoryFileError) as caught:
        finish(read_history("mine.json", HISTORY_LIMIT_BYTES + 1, fail()))
    assert str(caught.value) == (
        "mine.json has 64.1 MiB, and a history has at most 64 MiB; pick another file."
    )


def test_a_file_that_does_not_say_its_size_is_not_read_for_ever() -> None:
    """As one that comes through a pipe."""
    given_bytes = 0

    def endless() -> Iterator[bytes]:
        nonlocal given_bytes
        yield b'{"sessions": ['
        while True:
            given_bytes += len(SPACES)
            yield SPACES

    with pytest.raises(HistoryFileError, match=r"^mine\.json: it has more than 64 MiB; pick another file\.$"):
        finish(read_history("mine.json", 0, endless()))
    assert given_bytes <= HISTORY_LIMIT_BYTES + len(SPACES)


def test_an_odd_name_is_told_plainly() -> None:
    """No sign of it upsets a terminal or a screen."""
    for name, shown in (("a\n\x1b[31mb\udc80.json", "a [31mb .json"), ("", "This file")):
        assert refusal(b"", name).startswith(f"{shown}: ")


def require_whole_or_refused(content: bytes) -> None:
    """What is read can be exported and read again; anything else is refused in one sentence."""
    try:
        contents = came_in(content)
    except HistoryFileError as error:
        sentence = str(error)
    else:
        assert came_in(written(contents)) == contents
        return
    assert re.fullmatch(r"mine\.json[ :][^\x00-\x1f\ud800-\udfff\u2028]+\.", sentence)


@of_many
@given(histories(WIDE), st.integers(1, 50))
def test_the_pieces_of_a_file_make_no_difference(contents: HistoryContents, piece_bytes: int) -> None:
    """Wherever one ends: in a word, a number, an escape, a letter of several bytes."""
    content = json.dumps(json.loads(written(contents))).encode()
    assert came_in(content, piece_bytes=piece_bytes) == contents
    assert came_in(written(contents), piece_bytes=piece_bytes) == contents


@pytest.mark.parametrize("value", ["123456", "-1.5e10", "true", '"a\\\\\\""', "[1, {}]"])
def test_a_value_that_goes_on_in_the_next_piece_is_one(value: str) -> None:
    """Also where what has come so far would be a value too."""
    content = f'{{"more": {value}, "sessions": []}}'.encode()
    for piece_bytes in range(1, len(content)):
        assert came_in(content, piece_bytes=piece_bytes) == HistoryContents()


@given(st.data(), st.text(max_size=3), st.integers(1, 50))
def test_the_pieces_of_a_broken_file_make_no_difference(
    data: st.DataObject, odd: str, piece_bytes: int
) -> None:
    """The same is said of it, with the same line and column."""
    text = written(CONTENTS).decode()
    start = data.draw(st.integers(0, len(text)))
    broken = f"{text[:start]}{odd}{text[start + 1 :]}".encode()
    assert said_of(broken, piece_bytes) == said_of(broken, len(broken))


def said_of(content: bytes, piece_bytes: int) -> str:
    """What is said of a file, nothing if it is read."""
    try:
        came_in(content, piece_bytes=piece_bytes)
    except HistoryFileError as error:
        return str(error)
    return ""


@given(st.binary() | st.text().map(str.encode))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    """Nothing but HistoryFileError comes of them."""
    require_whole_or_refused(content)


@of_many
@given(histories(WIDE), st.data())
def test_a_file_that_breaks_off_is_refused(contents: HistoryContents, data: st.DataObject) -> None:
    """Wherever it does."""
    content = written(contents).rstrip()
    assert re.search(r"line \d+", refusal(content[: data.draw(st.integers(0, len(content) - 1))]))


@given(st.data(), st.binary(max_size=3))
def test_a_file_with_other_bytes_in_it_is_read_or_refused(data: st.DataObject, odd: bytes) -> None:
    """A disk that lost some, or an editor that put some in."""
    content = written(CONTENTS)
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, min(start + 3, len(content))))
    require_whole_or_refused(content[:start] + odd + content[end:])


ODD_TEXT = st.text(st.characters(), max_size=5) | st.sampled_from(
    ["\ud800", "\0", "2026-01-01T00:00Z", "left"]
)
ODD_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | ODD_TEXT,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(ODD_TEXT, inner, max_size=2),
    max_leaves=4,
)


def places(value: object, keys: Keys = ()) -> list[Keys]:
    """Where each value of a document stands, but for the document itself."""
    inner: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        inner = list(value.items())
    elif isinstance(value, list):
        inner = list(enumerate(value))
    return [place for key, each in inner for place in [(*keys, key), *places(each, (*keys, key))]]


@given(st.sampled_from(places(json.loads(written(CONTENTS)))), ODD_VALUES)
def test_a_file_with_another_value_in_it_is_read_or_refused(keys: Keys, value: object) -> None:
    """At any place, whatever it is."""
    require_whole_or_refused(changed(keys, value))
