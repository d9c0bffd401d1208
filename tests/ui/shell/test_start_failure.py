"""What stands in place of the app when it cannot start."""

from routine_app.ui.kit import theme
from routine_app.ui.shell.start_failure import elsewhere_view, start_failure_view
from tests.ui import control_tree

ELSEWHERE = (
    "Routine App has your data open in another tab or window of this browser. "
    "Go on there; when you close it, this one takes over by itself."
)


def test_it_says_what_is_wrong_and_nothing_else() -> None:
    """The sentence, below a title, and no button that could not work."""
    view = start_failure_view("Cannot create the folder /x: permission denied.")
    assert control_tree.words(view) == [
        "This cannot start yet",
        "Cannot create the folder /x: permission denied.",
    ]
    assert control_tree.buttons(view) == []
    assert view.bgcolor is theme.BACKGROUND


def test_a_second_tab_is_told_where_the_data_is() -> None:
    """And what happens by itself; there is nothing to press."""
    view = elsewhere_view()
    assert control_tree.words(view) == [
        "Open in another tab",
        ELSEWHERE,
    ]
    assert control_tree.buttons(view) == []
    assert (view.route, view.bgcolor) == ("/", theme.BACKGROUND)
