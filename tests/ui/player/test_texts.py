"""The words of the player, and how large they are."""

from dataclasses import replace

import flet as ft
import pytest

from routine_app.ui.kit import theme
from routine_app.ui.kit.text_scale import AS_DESIGNED, TextScale
from routine_app.ui.player.layout.arrange import player_layout
from routine_app.ui.player.layout.sizes import LONE_DIGITS_SHARE
from routine_app.ui.player.texts import DIGIT_SHARES, PlayerTexts
from tests.ui import sample_views

PHONE = player_layout(390, 844)


def shown(**changes: object) -> PlayerTexts:
    """The words of a view, on a phone."""
    words = PlayerTexts()
    view = replace(sample_views.HOLD, **changes)  # type: ignore[arg-type]  # the tests name its fields
    words.show(view, theme.HOLD)
    words.resize(PHONE, view.most_digits)
    return words


def test_it_says_what_the_view_says() -> None:
    """Each text has its own part of the view."""
    words = shown()
    texts = [
        words.title,
        words.name,
        words.side,
        words.digits,
        words.phase,
        words.cue,
        words.next,
        words.left,
    ]
    assert [text.value for text in texts] == [
        "Runner's hips",
        "Pigeon pose",
        "Left side",
        "29",
        "Hold",
        "Let your hips sink.",
        "Next: Pigeon pose, right side",
        "3:14 left",
    ]


def test_phase_and_side_take_the_accent_and_the_rest_stays() -> None:
    """One accent colour; the digits are ink, which is read from farthest."""
    words = shown()
    assert (words.phase.color, words.side.color) == (theme.HOLD, theme.HOLD)
    assert (words.digits.color, words.name.color, words.cue.color) == (theme.INK, theme.INK, theme.INK)


def test_a_hold_of_both_sides_names_none() -> None:
    """An empty line would push the name up."""
    assert shown(side_words="").side.visible is False
    assert shown().side.visible is True


@pytest.mark.parametrize(("length", "share"), [(18, 1.0), (19, 0.8), (32, 0.8), (33, 0.62)])
def test_long_names_are_set_smaller(length: int, share: float) -> None:
    """So that they keep to the place beside the figure."""
    name = ("hips " * length)[: length - 1] + "s"
    assert shown(stretch_name=name).name.size == PHONE.words.name * share


@pytest.mark.parametrize(("cue", "share"), [("c" * 90, 1.0), ("c" * 91, 0.8), ("c" * 181, 0.62)])
def test_long_cues_are_set_smaller(cue: str, share: float) -> None:
    """So that they keep to their three lines."""
    assert shown(cue=cue).cue.size == PHONE.words.cue * share


@pytest.mark.parametrize(("most_digits", "share"), [(1, 0.54), (2, 0.54), (3, 0.4), (4, 0.3), (5, 0.3)])
def test_more_digits_are_smaller(most_digits: int, share: float) -> None:
    """They are as large as the longest number of the step allows, and keep that size while it runs."""
    assert shown(digits="9", most_digits=most_digits).digits.size == round(PHONE.ring * share)


def test_digits_stay_inside_the_ring() -> None:
    """With a digit at most 0.6 as wide as it is high, they take no more than the hole's width."""
    for count, share in DIGIT_SHARES.items():
        assert count * share * LONE_DIGITS_SHARE * 0.6 < 1 - 2 * 0.056


@pytest.mark.parametrize(("width", "height", "size"), [(390, 844, 22), (320, 568, 17)])
def test_the_phase_is_smaller_in_a_small_ring(width: int, height: int, size: int) -> None:
    """The longest phase, "Switch sides", stays inside."""
    words = PlayerTexts()
    words.resize(player_layout(width, height), 2)
    assert words.phase.size == size


def test_a_long_word_is_not_broken() -> None:
    """It is as small as its place beside the figure asks for, also where all words are large."""
    for text_scale in (AS_DESIGNED, TextScale(2, 2)):
        layout, words = player_layout(320, 568, text_scale), PlayerTexts()
        words.name.value = "Hamstringstretching"
        words.resize(layout, 2)
        assert (words.name.size or 0) * text_scale.words * 19 * 0.55 <= layout.name_width


def test_what_the_client_enlarges_is_seen_as_the_layout_says() -> None:
    """The digits have a scale of their own; they stay in the ring."""
    layout = player_layout(320, 568, TextScale(2.0, 1.5))
    words = PlayerTexts()
    words.resize(layout, 2)
    assert words.cue.size == layout.words.cue / 2
    assert words.digits.size == round(layout.ring * LONE_DIGITS_SHARE / 1.5)


def test_what_comes_next_is_not_cut_where_it_scrolls() -> None:
    """It takes the lines that it needs; in one line it is as small as it must be."""
    words = shown(next_words="Next: Hamstring reach, right side")
    assert (words.next.max_lines, words.next.overflow) == (1, ft.TextOverflow.ELLIPSIS)
    words.resize(player_layout(320, 568), 2)
    assert 12 <= (words.next.size or 0) < 15
    words.resize(player_layout(320, 568, TextScale(2, 2)), 2)
    assert (words.next.max_lines, words.next.overflow, words.next.size) == (None, ft.TextOverflow.CLIP, 15)


def test_the_cue_stands_where_the_column_does() -> None:
    """In the middle of one column, at the edge of the left one of two."""
    words, alignments = PlayerTexts(), []
    for size in ((390, 844), (844, 390)):
        words.resize(player_layout(*size), 2)
        alignments.append(words.cue.text_align)
    assert alignments == [ft.TextAlign.CENTER, ft.TextAlign.START]
