"""What the player asks after the device slept."""

import pytest

from routine_app.core.session.player_view import SleepReport
from routine_app.ui.kit.theme import TOUCH_TARGET
from routine_app.ui.player.questions import SleepQuestion
from tests.ui import control_tree, sample_views
from tests.ui.fake_commands import FakeCommands


def test_it_is_not_there_while_nobody_slept() -> None:
    """Neither at first nor after it was answered."""
    question = SleepQuestion(FakeCommands())
    assert question.control.visible is False
    question.show(sample_views.ASLEEP)
    assert question.control.visible is True
    question.show(None)
    assert question.control.visible is False


def test_it_says_what_happened_and_what_can_be_done() -> None:
    """The report, and its three answers."""
    question = SleepQuestion(FakeCommands())
    question.show(sample_views.ASLEEP)
    assert control_tree.words(question.control) == [
        "Asleep for 48 s. 32 of 45 s held.",
        "Continue",
        "Redo this side",
        "Count it",
    ]


def test_a_gap_is_redone_by_its_own_word() -> None:
    """The words of the answer come with the report."""
    question = SleepQuestion(FakeCommands())
    question.show(sample_views.ASLEEP)
    question.show(SleepReport("Asleep for 9 s.", "Redo this gap"))
    assert control_tree.words(question.control) == [
        "Asleep for 9 s.",
        "Continue",
        "Redo this gap",
        "Count it",
    ]


@pytest.mark.parametrize(
    ("name", "command"),
    [("Continue", "pause_or_resume"), ("Redo this side", "redo_step"), ("Count it", "count_sleep")],
)
def test_each_answer_does_what_it_says(name: str, command: str) -> None:
    """A tap gives the session its command."""
    commands = FakeCommands()
    question = SleepQuestion(commands)
    question.show(sample_views.ASLEEP)
    control_tree.press(control_tree.button(question.control, name))
    assert commands.given == [command]


def test_the_answers_can_be_hit() -> None:
    """Each is a touch target high."""
    question = SleepQuestion(FakeCommands())
    question.show(sample_views.ASLEEP)
    assert all((found.height or 0) >= TOUCH_TARGET for found in control_tree.buttons(question.control))
