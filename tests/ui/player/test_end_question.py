"""What the player asks when one goes back out of a session."""

import flet as ft
import pytest

from routine_app.ui.kit.theme import TOUCH_TARGET
from routine_app.ui.player.layout.arrange import player_layout
from routine_app.ui.player.questions import EndQuestion
from tests.ui import control_tree
from tests.ui.fake_commands import FakeCommands


def asked() -> tuple[EndQuestion, FakeCommands]:
    """A question that is asked, and what it was answered."""
    commands = FakeCommands()
    question = EndQuestion(commands)
    question.show(is_asked=True)
    return question, commands


def test_it_is_there_only_while_it_is_asked() -> None:
    """Neither at first nor after it was answered."""
    assert EndQuestion(FakeCommands()).control.visible is False
    question, _ = asked()
    assert question.control.visible is True
    question.show(is_asked=False)
    assert question.control.visible is False


def test_it_says_what_is_kept() -> None:
    """Before its two answers, the harmless one first."""
    question, _ = asked()
    assert control_tree.words(question.control) == [
        "End this session?",
        "What you held so far is kept.",
        "Keep going",
        "End session",
    ]


@pytest.mark.parametrize(("name", "command"), [("Keep going", "keep_going"), ("End session", "stop")])
def test_each_answer_does_what_it_says(name: str, command: str) -> None:
    """A tap gives the session its command."""
    question, commands = asked()
    control_tree.press(control_tree.button(question.control, name))
    assert commands.given == [command]


def test_the_answers_can_be_hit() -> None:
    """Each is a touch target high, and as wide as the place of the ring."""
    question, _ = asked()
    question.resize(player_layout(320, 568))
    assert [column.width for column in control_tree.shown(question.control, ft.Column)] == [280]
    assert all((found.height or 0) >= TOUCH_TARGET for found in control_tree.buttons(question.control))
