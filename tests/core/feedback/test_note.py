"""A note that is written in two places: what comes of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.feedback.note import joined_note

NOTE = st.text("ab \n", max_size=8)
WORDS = st.text("xyz", min_size=1, max_size=5)


@pytest.mark.parametrize(
    ("before", "ours", "theirs", "joined"),
    [
        ("", "mine", "", "mine"),
        ("", "", "theirs", "theirs"),
        ("", "same", "same", "same"),
        ("", "mine", "theirs", "mine\n\ntheirs"),
        ("Slept", "Slept w", "Slept badly", "Slept w\n\n badly"),
        ("Slept badly", "Slept badly!", "I slept badly", "I slept badly!"),
        ("Slept badly", "He slept badly", "Slept badly.", "He slept badly."),
        ("Slept badly", "Slept bad", "Slept well", "Slept bad\n\nSlept well"),
        ("Slept badly", "Slept badly again", "Slept", "Slept badly again"),
        ("mine", "mine, more", "mine\n\ntheirs", "mine, more\n\ntheirs"),
        ("mine", "min", "mine\n\ntheirs", "min\n\ntheirs"),
        ("mine", "", "mine\n\ntheirs", "\n\ntheirs"),
    ],
)
def test_two_changes_of_a_note(before: str, ours: str, theirs: str, joined: str) -> None:
    """Both are in it; ours is above where both wrote at the same place."""
    assert joined_note(before, ours, theirs) == joined


@given(NOTE, NOTE)
def test_who_writes_alone_is_not_disturbed(before: str, after: str) -> None:
    """Whichever of the two it is."""
    assert joined_note(before, after, before) == joined_note(before, before, after) == after


@given(NOTE, st.integers(0, 8), st.integers(0, 8), WORDS)
def test_what_either_adds_is_kept(before: str, here: int, there: int, words: str) -> None:
    """Wherever they write, and nothing of what stood there before is lost."""
    added = words.upper()
    joined = joined_note(
        before, before[:here] + words + before[here:], before[:there] + added + before[there:]
    )
    assert words in joined
    assert added in joined
    rest = joined.replace(words, "", 1).replace(added, "", 1)
    assert rest.replace("\n", "") == before.replace("\n", "")


@given(st.lists(st.sampled_from(["x", "y", " ", "\b"]), max_size=12), WORDS)
def test_who_writes_on_keeps_the_others_text_below(keys: list[str], theirs: str) -> None:
    """Once, however many keys follow, and whatever is taken back of one's own."""
    field, kept = "", theirs.upper()
    for key in keys:
        before, field = field, field[:-1] if key == "\b" else field + key
        kept = joined_note(before, field, kept)
    assert kept == field + "\n\n" * any(key != "\b" for key in keys) + theirs.upper()


@given(st.lists(st.sampled_from([(True, "x"), (True, "y"), (False, "a"), (False, "b")]), max_size=12))
def test_two_who_write_by_turns_lose_no_letter(keys: list[tuple[bool, str]]) -> None:
    """Each sees only what stands in the own field; what is kept does not grow by more than what they wrote."""
    fields, kept = {True: "", False: ""}, ""
    for who, letter in keys:
        before, fields[who] = fields[who], fields[who] + letter
        kept = joined_note(before, fields[who], kept)
    assert sorted(kept.replace("\n", "")) == sorted(fields[True] + fields[False])
    assert kept.count("\n") <= 2
