"""The words of the player, and how large they are."""

from dataclasses import replace

import flet as ft
import pytest

from routine_app.core.text.line_breaks import SOFT_BREAK, lines_needed, widest_part
from routine_app.ui.kit import theme
from routine_app.ui.kit.text_scale import TextScale
from routine_app.ui.player.layout.arrange import player_layout
from routine_app.ui.player.layout.sizes import LONE_DIGITS_SHARE, PlayerLayout
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


LONG_NAMES = [
    "Oberschenkelvorderseitenmuskulaturdehnungsvariante zwei",
    "Lentokonesuihkuturbiinimoottoriapumekaanikkoaliupseerioppila",
    "股関節屈筋群および大腿四頭筋の静的ストレッチングをゆっくりと行うための非常に長い名前の種目",
    "standing hamstring reach with both hands on the lower shin",
    "x" * 60,
]
LONG_CUE = "Hold your heel and bring your knee slowly behind the other one without bending your back or tipping to a side."
PLACES = [(320, 568), (390, 844), (844, 390), (1280, 800)]


def texts(layout: PlayerLayout, **changes: object) -> PlayerTexts:
    """The words of a view in a layout."""
    words = PlayerTexts()
    words.show(replace(sample_views.HOLD, **changes), theme.HOLD)  # type: ignore[arg-type]  # the tests name its fields
    words.resize(layout, 2)
    return words


@pytest.mark.parametrize("has_figure", [True, False])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", PLACES)
def test_a_long_text_stays_readable(size: tuple[int, int], scale: float, *, has_figure: bool) -> None:
    """No text of the player is seen in less than 14 pixels, the name and the cue not in less than can be read from the floor."""
    layout = player_layout(*size, TextScale(scale, scale), has_figure=has_figure)
    for name in LONG_NAMES:
        words = texts(
            layout, stretch_name=name, title=name, cue=LONG_CUE, next_words=f"Next: {name}, right side"
        )
        seen = {
            part: (getattr(words, part).size or 0) * scale
            for part in ("title", "name", "side", "phase", "cue", "next", "left")
        }
        assert min(seen.values()) >= 14 - 1e-6, seen
        assert (seen["name"] >= 18, seen["cue"] >= 16) == (True, True)


@pytest.mark.parametrize("size", PLACES)
@pytest.mark.parametrize("name", LONG_NAMES)
def test_what_has_no_room_scrolls(size: tuple[int, int], name: str) -> None:
    """Nothing is cut off: a text has its lines in its place, or a bar to scroll it by; none ends in dots."""
    layout = player_layout(*size)
    words = texts(layout, stretch_name=name, title=name, next_words=f"Next: {name}, right side")
    lines = lines_needed(name, layout.name_width / (0.58 * (words.name.size or 0)))
    needed = lines * (words.name.size or 0) * 1.2
    has_room = widest_part(name) * 0.58 * (words.name.size or 0) <= layout.name_width
    assert (words.name_place.scroll is None) == (needed <= layout.name_height and has_room)
    assert (words.name_place.height is None) == (words.name_place.scroll is None)
    parts = (words.title, words.name, words.cue, words.next)
    assert [(part.max_lines, part.overflow) for part in parts] == [(None, ft.TextOverflow.CLIP)] * 4


def test_a_name_breaks_before_it_is_made_smaller() -> None:
    """First at its soft breaks, which no screen reader hears; then it takes a line more, and only then is it smaller."""
    short, long, longer = (
        texts(PHONE, stretch_name=name) for name in ("Pigeon pose", "hips " * 4, "hips " * 11)
    )
    assert [words.name.size for words in (short, long)] == [PHONE.words.name] * 2
    assert (longer.name.size or 0) < PHONE.words.name
    broken = texts(PHONE, stretch_name=LONG_NAMES[0])
    assert SOFT_BREAK in broken.name.value
    assert broken.name.semantics_label == LONG_NAMES[0]
    assert short.name.semantics_label is None


def test_a_name_without_a_figure_is_larger() -> None:
    """And as wide as the column."""
    alone = texts(player_layout(390, 844, has_figure=False))
    assert (alone.name.size or 0) >= 1.2 * PHONE.words.name


@pytest.mark.parametrize(("cue", "size"), [("c " * 20, 21.0), (LONG_CUE[:90], 18.9), (LONG_CUE * 3, 16.0)])
def test_long_cues_are_set_smaller(cue: str, size: float) -> None:
    """So that they keep to their three lines; what is longer still scrolls."""
    words = texts(PHONE, cue=cue)
    assert words.cue.size == pytest.approx(size)
    assert (words.cue_place.scroll is None) == (len(cue) < 150)


def test_a_cue_beside_the_ring_takes_the_room() -> None:
    """A short one is larger than a long one, and both larger than upright."""
    layout = player_layout(844, 390)
    short, long = (texts(layout, cue=cue).cue.size or 0 for cue in (LONG_CUE, LONG_CUE * 2))
    assert short == layout.words.cue * 1.5
    assert layout.words.cue <= long < short


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


def test_what_the_client_enlarges_is_seen_as_the_layout_says() -> None:
    """The digits have a scale of their own; they stay in the ring."""
    layout = player_layout(320, 568, TextScale(2.0, 1.5))
    words = PlayerTexts()
    words.resize(layout, 2)
    assert words.cue.size == layout.words.cue / 2
    assert words.digits.size == round(layout.ring * LONE_DIGITS_SHARE / 1.5)


def test_what_comes_next_takes_a_second_line() -> None:
    """Where one beside the time left is too short; the cue gives it that. Where all scrolls it has its size."""
    one, two = (
        texts(PHONE, next_words=words)
        for words in ("Next: finished", "Next: Hamstring reach in the doorway, right side")
    )
    assert (one.next.size, one.next_place.height, one.cue_place.height) == (15, 24, PHONE.cue_height)
    assert two.next.size == 14
    assert two.next_place.height == pytest.approx(33.6)
    assert two.cue_place.height == pytest.approx(PHONE.cue_height - 9.6)
    large = texts(player_layout(320, 568, TextScale(2, 2)), next_words="Next: Hamstring reach, right side")
    assert large.next.size == 15


def test_the_cue_stands_where_the_column_does() -> None:
    """In the middle of one column, at the edge of the left one of two."""
    words, alignments = PlayerTexts(), []
    for size in ((390, 844), (844, 390)):
        words.resize(player_layout(*size), 2)
        alignments.append(words.cue.text_align)
    assert alignments == [ft.TextAlign.CENTER, ft.TextAlign.START]
