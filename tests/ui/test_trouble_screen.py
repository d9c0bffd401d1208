"""What stands in place of the app when it cannot start."""

from routine_app.ui import theme
from routine_app.ui.trouble_screen import trouble_view
from tests.ui import control_tree


def test_it_says_what_is_wrong_and_nothing_else() -> None:
    """The sentence, below a title, and no button that could not work."""
    view = trouble_view("Cannot create the folder /x: permission denied.")
    assert control_tree.words(view) == [
        "This cannot start yet",
        "Cannot create the folder /x: permission denied.",
    ]
    assert control_tree.buttons(view) == []
    assert view.bgcolor is theme.BACKGROUND
