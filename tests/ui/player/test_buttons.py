"""The buttons of the player, and where the keyboard's focus is."""

from collections.abc import Callable
from dataclasses import replace
from typing import cast

import flet as ft
import pytest

from routine_app.ui.kit import theme
from routine_app.ui.player.buttons import PlayerButtons
from routine_app.ui.player.layout.arrange import player_layout
from tests.ui import control_tree, sample_views
from tests.ui.fake_commands import FakeCommands

Act = Callable[[], None]


@pytest.fixture
def commands() -> FakeCommands:
    """Commands that remember being given."""
    return FakeCommands()


@pytest.fixture
def buttons(commands: FakeCommands) -> PlayerButtons:
    """Buttons as they are in a hold."""
    made = PlayerButtons(commands, commands)
    made.show(sample_views.HOLD, theme.HOLD, theme.ON_HOLD)
    return made


def blur(button: ft.FilledButton | ft.IconButton) -> None:
    """Move the keyboard's focus away from a button."""
    cast("Act", button.on_blur)()


@pytest.mark.parametrize(
    ("name", "command"),
    [("Back", "back"), ("Pause", "pause_or_resume"), ("+10 s", "add_ten_seconds"), ("Skip", "skip")],
)
def test_what_a_button_does(buttons: PlayerButtons, commands: FakeCommands, name: str, command: str) -> None:
    """By its accessible name."""
    control_tree.press(control_tree.button(buttons.control, name))
    assert commands.given == [command]


def test_the_cross_at_the_top_leaves(buttons: PlayerButtons, commands: FakeCommands) -> None:
    """Its name is "Stop"."""
    assert control_tree.name_of(buttons.close) == "Stop"
    control_tree.press(buttons.close)
    assert commands.given == ["leave"]


def test_the_main_button_says_what_it_does_now(buttons: PlayerButtons) -> None:
    """Its word and its picture change together."""
    main = control_tree.button(buttons.control, "Pause")
    assert main.icon is ft.Icons.PAUSE_ROUNDED
    buttons.show(replace(sample_views.HOLD, is_paused=True), theme.HOLD, theme.ON_HOLD)
    assert control_tree.button(buttons.control, "Resume") is main
    assert main.icon is ft.Icons.PLAY_ARROW_ROUNDED


def test_the_main_button_takes_the_accent(buttons: PlayerButtons) -> None:
    """With words that can be read on it."""
    buttons.show(sample_views.HOLD, theme.SWITCH, theme.ON_SWITCH)
    main = control_tree.button(buttons.control, "Pause")
    assert isinstance(main, ft.FilledButton)
    assert (main.bgcolor, main.color) == (theme.SWITCH, theme.ON_SWITCH)


def test_a_question_takes_their_place(buttons: PlayerButtons) -> None:
    """After a sleep there is nothing to pause; afterwards they are back."""
    buttons.show(replace(sample_views.HOLD, sleep_report=sample_views.ASLEEP), theme.HOLD, theme.ON_HOLD)
    assert control_tree.buttons(buttons.control) == []
    buttons.show(sample_views.HOLD, theme.HOLD, theme.ON_HOLD)
    assert len(control_tree.buttons(buttons.control)) == 4


@pytest.mark.parametrize(("width", "has_icon"), [(390, True), (360, False)])
def test_a_narrow_phone_has_the_word_alone(buttons: PlayerButtons, width: int, *, has_icon: bool) -> None:
    """The word must not be cut."""
    buttons.resize(player_layout(width, 844))
    buttons.show(sample_views.HOLD, theme.HOLD, theme.ON_HOLD)
    assert (control_tree.button(buttons.control, "Pause").icon is not None) is has_icon


def test_their_sizes_are_the_layouts(buttons: PlayerButtons) -> None:
    """The main one is the highest, and the row keeps its height."""
    layout = player_layout(390, 844)
    buttons.resize(layout)
    heights = {control_tree.name_of(b): b.height for b in control_tree.buttons(buttons.control)}
    assert heights == {"Back": 60, "Pause": 76, "+10 s": 60, "Skip": 60}
    assert buttons.control.height == 76


def test_focus_is_noticed_on_each_of_them(buttons: PlayerButtons) -> None:
    """Also on the cross at the top."""
    every = [buttons.close, *control_tree.buttons(buttons.control)]
    assert len(every) == 5
    for button in every:
        assert not buttons.has_focus
        control_tree.focus(button)
        assert buttons.has_focus
        blur(button)
    assert not buttons.has_focus


def test_focus_moves_in_either_order(buttons: PlayerButtons) -> None:
    """The next button may have it before the last one tells that it has lost it."""
    first, second, *_ = control_tree.buttons(buttons.control)
    control_tree.focus(first)
    control_tree.focus(second)
    blur(first)
    assert buttons.has_focus
    blur(second)
    assert not buttons.has_focus


def test_a_blur_out_of_nowhere_is_nothing(buttons: PlayerButtons) -> None:
    """After a reload the client may tell of the end of what it never told the beginning of."""
    blur(buttons.close)
    assert not buttons.has_focus


def test_focus_is_forgotten(buttons: PlayerButtons) -> None:
    """A page that was loaded anew has none."""
    control_tree.focus(buttons.close)
    buttons.forget_focus()
    assert not buttons.has_focus


def test_the_switches_say_how_they_stand(buttons: PlayerButtons, commands: FakeCommands) -> None:
    """In words, and by a press they switch."""
    assert [control_tree.name_of(switch) for switch in buttons.switches] == ["Sounds on", "Voice on"]
    view = replace(sample_views.HOLD, has_sounds=False)
    buttons.show(view, theme.HOLD, theme.ON_HOLD)
    assert [control_tree.name_of(switch) for switch in buttons.switches] == ["Sounds off", "Voice on"]
    for switch in buttons.switches:
        control_tree.press(switch)
    assert commands.given == ["toggle_sounds", "toggle_voice"]
