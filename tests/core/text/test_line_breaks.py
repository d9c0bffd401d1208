"""Where long words may be broken, and how many lines words take."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.text.line_breaks import (
    LEAST_PART,
    LONG_WORD,
    SOFT_BREAK,
    lines_needed,
    widest_part,
    width_in_letters,
    with_soft_breaks,
)

letters = st.text("aeioubcdfghklmnprstschäöüéабвгдежиклмнопαβγδε ő’'-蝶人ハ나าبא", max_size=80)  # noqa: RUF001 - letters of several alphabets, some of which look alike


@pytest.mark.parametrize(
    ("word", "broken"),
    [
        ("Oberschenkelvorderseite", "Ober|schen|kel|vor|der|seite"),
        ("Donaudampfschifffahrt", "Donau|dampf|schiff|fahrt"),
        ("Rindfleischetikett", "Rind|flei|sche|ti|kett"),
        ("Internationalization", "Inter|na|tio|na|li|za|tion"),
        ("Megszentségteleníthetetlen", "Megs|zent|ség|te|le|ní|the|tet|len"),
        ("достопримечательность", "дос|топ|ри|ме|ча|тель|ность"),
        ("Rückenmuskulatur zwei", "Rücken|mus|ku|la|tur zwei"),
    ],
)
def test_long_words_may_be_broken_between_syllables(word: str, broken: str) -> None:
    """As far as vowels tell them, in Latin, Cyrillic and Greek letters; letters of one sound stay together."""
    assert with_soft_breaks(word).replace(SOFT_BREAK, "|") == broken


@pytest.mark.parametrize(
    "words", ["Pigeon pose", "Quadriceps", "蝶のポーズをゆっくりと行うための長い名前", "x" * 40, ""]
)
def test_others_are_left_as_they_are(words: str) -> None:
    """Short words, and those in which no syllable is known: there the client breaks where it must."""
    assert with_soft_breaks(words) == words


@given(letters)
def test_a_break_changes_no_word(words: str) -> None:
    """Without them the words are as they were; none is within a short word, or near an end, and twice is as once."""
    broken = with_soft_breaks(words)
    assert broken.replace(SOFT_BREAK, "") == words
    assert with_soft_breaks(broken) == broken
    for part in broken.split():
        pieces = part.split(SOFT_BREAK)
        if len(pieces) > 1:
            assert len("".join(pieces)) >= LONG_WORD
            assert min(len(pieces[0]), len(pieces[-1])) >= min(LEAST_PART, 1)


@given(letters)
def test_no_accent_is_parted_from_its_letter(words: str) -> None:
    """Also where it is a character of its own."""
    apart = unicodedata.normalize("NFD", words)
    parts = with_soft_breaks(apart).split(SOFT_BREAK)
    assert not any(unicodedata.combining(part[0]) for part in parts[1:])


@pytest.mark.parametrize(
    ("words", "room", "lines"),
    [
        ("", 10, 1),
        ("Pigeon pose", 11, 1),
        ("Pigeon pose", 10, 2),
        ("Oberschenkel", 12, 1),
        ("Oberschenkelvorderseite", 12, 2),
        ("x" * 25, 10, 3),
        ("蝶のポーズ", 5, 3),
        ("a b c d", 3, 2),
    ],
)
def test_lines(words: str, room: int, lines: int) -> None:
    """A square letter is as wide as its size, a break may be at each; what has none is broken anywhere."""
    assert lines_needed(words, room) == lines


@given(letters, st.floats(5, 60))
def test_more_room_needs_no_more_lines(words: str, room: float) -> None:
    """And never fewer than the whole width asks for."""
    lines = lines_needed(words, room)
    assert lines_needed(words, room + 60) <= lines
    assert lines >= width_in_letters("".join(words.split())) / room - 1


@pytest.mark.parametrize(
    ("words", "widest"),
    [("", 1.0), ("Pigeon pose", 6), ("Oberschenkelvorderseite", 5), ("蝶のポーズ", 1 / 0.58)],
)
def test_the_widest_part(words: str, widest: float) -> None:
    """What a line must have room for."""
    assert widest_part(words) == pytest.approx(widest)
