"""How large the client draws text, and what follows from it."""

import flet as ft
import pytest

from routine_app.ui.kit.text_scale import AS_DESIGNED, DIGITS_SIZE, WORDS_SIZE, TextProbe, TextScale
from tests.ui import control_tree


def letters(probe: TextProbe) -> list[ft.Text]:
    """The letters that are measured: one as large as words, one as large as digits."""
    found = control_tree.shown(probe.control, ft.Text)
    assert [letter.size for letter in found] == [WORDS_SIZE, DIGITS_SIZE]
    return found


def draw(letter: ft.Text, height: float) -> None:
    """Tell how high the client drew a letter."""
    assert letter.on_size_change is not None
    event = ft.LayoutSizeChangeEvent(
        name="size_change", control=letter, data=None, width=height / 2, height=height
    )
    letter.on_size_change(event)  # type: ignore[arg-type, call-arg]  # typed for any control


def nothing() -> None:
    """Do nothing."""


def test_a_client_says_how_large_it_draws() -> None:
    """Words and digits each by what was measured of them; each change is told."""
    told: list[TextScale] = []
    probe = TextProbe(lambda: told.append(probe.scale), nothing)
    assert probe.scale == AS_DESIGNED
    words, digits = letters(probe)
    draw(words, 40)
    draw(digits, 130)
    assert told == [TextScale(2.0, 1.0), TextScale(2.0, 1.3)]


def test_what_has_not_changed_is_not_told() -> None:
    """A font that was loaded later changes the width alone."""
    told: list[TextScale] = []
    probe = TextProbe(lambda: told.append(probe.scale), nothing)
    words, digits = letters(probe)
    draw(words, WORDS_SIZE)
    draw(digits, DIGITS_SIZE)
    assert told == []


def test_each_letter_that_was_drawn_is_told() -> None:
    """Also one whose size has not changed."""
    drawn: list[str] = []
    probe = TextProbe(nothing, lambda: drawn.append("drawn"))
    for letter in letters(probe):
        draw(letter, letter.size or 0)
    assert drawn == ["drawn", "drawn"]


def test_a_letter_without_height_is_no_measure() -> None:
    """A client that has not laid it out yet would make text infinitely large."""
    probe = TextProbe(lambda: pytest.fail("told of nothing"), nothing)
    draw(letters(probe)[0], 0)
    assert probe.scale == AS_DESIGNED


def test_nobody_sees_the_letters() -> None:
    """They lie over the page, and let each tap through."""
    control = TextProbe(nothing, nothing).control
    assert isinstance(control, ft.TransparentPointer)
    assert (control.opacity, control.left, control.top) == (0, 0, 0)
    assert all(letter.style and letter.style.height == 1.0 for letter in letters(TextProbe(nothing, nothing)))


def test_a_narrow_screen_is_narrow_for_its_words() -> None:
    """A small phone with the text as designed is not; with large text a large one is."""
    assert not AS_DESIGNED.is_narrow(320)
    assert TextScale(2, 2).is_narrow(390)
    assert not TextScale(2, 2).is_narrow(1280)


@pytest.mark.parametrize(
    ("words", "size"), [("Done", 44), ("", 44), ("a b c", 44), ("n" * 20, 320 / 20 / 0.58)]
)
def test_the_longest_word_fits(words: str, size: float) -> None:
    """Shorter ones leave the size as it is."""
    assert AS_DESIGNED.fitting(44, words, 320) == pytest.approx(size)
    assert TextScale(2, 2).fitting(44, words, 640) == pytest.approx(size)
