"""The page of one past session."""

from dataclasses import replace

import flet as ft

from routine_app.core.history.session_view import SessionView
from routine_app.ui.history.session_screen import SessionScreen
from routine_app.ui.kit.text_scale import TextScale
from routine_app.ui.kit.viewport import Viewport
from tests.ui import control_tree
from tests.ui.sample_views import SESSION


def shown(view: SessionView, asked: list[str] | None = None) -> SessionScreen:
    """The page with a view, and something for its questions; `asked` gets what its buttons ask for."""
    asked = [] if asked is None else asked
    screen = SessionScreen(
        lambda: asked.append("leave"), lambda: asked.append("delete"), ft.Text("Questions")
    )
    screen.show(view)
    return screen


def test_it_says_all_there_is() -> None:
    """From the title to the end of it."""
    assert control_tree.words(shown(SESSION).control) == [
        *("Runner's hips", "Today 12:00", "45 s of 1 min held, stopped early"),
        *("Holds", "Butterfly", "45 s of 45 s", "Pigeon pose, left side", "0 s of 15 s, skipped"),
        *("Questions", "Delete this session"),
    ]


def test_no_hold_is_told_in_words() -> None:
    """It was interrupted in its first hold."""
    view = replace(SESSION, holds=(), empty_words="No hold was finished.")
    assert "No hold was finished." in control_tree.words(shown(view).control)


def test_its_buttons() -> None:
    """Back, and out of the history."""
    asked: list[str] = []
    screen = shown(SESSION, asked)
    control_tree.press(control_tree.button(screen.control, "Back"))
    control_tree.press(control_tree.button(screen.control, "Delete this session"))
    assert asked == ["leave", "delete"]


def test_a_hold_is_read_as_one() -> None:
    """Its name and what was held of it are one node for a screen reader."""
    merged = control_tree.shown(shown(SESSION).control, ft.MergeSemantics)[0]
    assert control_tree.words(merged) == ["Butterfly", "45 s of 45 s"]


def test_large_words_stand_below_each_other_on_a_narrow_screen() -> None:
    """And side by side again on a wide one."""
    screen = shown(SESSION)
    for width, kind in ((320, ft.Column), (1280, ft.Row)):
        screen.fit(Viewport(width, text_scale=TextScale(2, 2)))
        merged = control_tree.shown(screen.control, ft.MergeSemantics)[0]
        assert isinstance(merged.content, kind)
