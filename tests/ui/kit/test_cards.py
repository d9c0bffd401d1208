"""Words on cards and in headings: how they break, and what becomes of them where there is little room."""

import flet as ft
import pytest

from routine_app.core.text.line_breaks import SOFT_BREAK
from routine_app.ui.kit.cards import (
    CARD_TITLE_SIZE,
    ScreenTitle,
    bold_lines,
    bold_title,
    card_title,
    pill_words,
    set_words,
)
from routine_app.ui.kit.text_scale import TextScale
from routine_app.ui.kit.viewport import Viewport
from tests.ui import control_tree

LONG = "Donaudampfschifffahrtsgesellschaftskapitänspatent und noch mehr"


def test_a_long_word_may_be_broken_and_is_read_whole() -> None:
    """A screen reader gets the words themselves; words that need no break have no second name."""
    title = card_title(LONG)
    assert (title.value.replace(SOFT_BREAK, ""), title.semantics_label) == (LONG, LONG)
    assert SOFT_BREAK in title.value
    set_words(title, "Butterfly")
    assert (title.value, title.semantics_label) == ("Butterfly", None)


@pytest.mark.parametrize("width", [320, 390, 844, 1280])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("words", [LONG, "x" * 80, "柔軟体操" * 20, "Runner's hips"])
def test_no_title_is_smaller_than_that_of_a_card(words: str, scale: float, width: int) -> None:
    """It takes lines instead; one that has room is as large as designed."""
    title = ScreenTitle()
    title.fit(Viewport(width, 568, TextScale(scale, scale)))
    title.show(words)
    assert CARD_TITLE_SIZE <= (title.text.size or 0) <= 30
    assert words != "Runner's hips" or title.text.size == 30


def test_what_looks_like_a_button_stays_on_its_card() -> None:
    """Its words take another line where they are wider than the card: each row around them lets them be narrower."""
    words = pill_words()
    words.value = "12 min 45 s left"
    lines = bold_lines("Continue", bold_title(), pill=words)
    rows = [row for row in control_tree.shown(lines, ft.Row) if "12 min 45 s left" in control_tree.words(row)]
    assert len(rows) == 2
    for row in rows:
        (held,) = [part for part in row.controls if not isinstance(part, ft.Icon)]
        assert (held.expand, held.expand_loose) == (True, True)
