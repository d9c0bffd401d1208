"""What the user says of a session, from a tap to the disk; and the advice about pain that stays."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import flet as ft
import pytest

from routine_app.core.errors import UserFacingError
from routine_app.core.feedback.feedback import Feedback, Feeling, PainRecord
from routine_app.core.feedback.pain_advice import ADVICE
from routine_app.core.routine.model import Side
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord
from routine_app.data.history.repository import SqliteHistory
from routine_app.ui.feedback.controller import FeedbackController
from routine_app.ui.feedback.pain_advice import PainAdviceController
from routine_app.ui.kit.viewport import Viewport
from tests.ui import control_tree
from tests.ui.fake_shell import FakeMessenger
from tests.ui.sample_services import StillClock, page_services
from tests.ui.sample_views import NOON


class Opened:
    """The controller with a real history; time is what `clock.at` says, `said` what the user was told."""

    def __init__(self, history: SqliteHistory) -> None:
        self.history, self.clock = history, StillClock()
        self.told: list[str] = []
        services = page_services(self.clock, messenger=FakeMessenger(self.told.append))
        self.pain = PainAdviceController(services, history)
        self.controller = FeedbackController(services, history, self.pain)
        self.elsewhere = self.pain.new_card()
        self.controller.fit(Viewport(390))

    def log(self, session_id: str, day: int = 0) -> None:
        """Write a session, so many days after Monday, and ask about it."""
        self.clock.at = NOON + timedelta(days=day)
        self.history.start(SessionRecord(session_id, "hips", "Hips", self.clock.at, 60.0))
        hold = HoldRecord(0, "Lean", ("it_band",), Side.LEFT, 1, 1, 60.0, 60.0, HoldStatus.DONE)
        self.history.record_holds(session_id, (hold,))
        self.controller.open(session_id)

    def tap(self, name: str) -> None:
        """Press the button whose accessible name begins so."""
        control_tree.press(self.button(name))

    def button(self, name: str) -> ft.FilledButton:
        """The one button of that accessible name."""
        found = [
            button
            for button in control_tree.shown(self.controller.control, ft.FilledButton)
            if name in {control_tree.name_of(button), *(label_of(button))}
        ]
        assert len(found) == 1, name
        return found[0]

    def chosen(self) -> list[str]:
        """The accessible names of what is chosen."""
        ticked = [
            button
            for button in control_tree.shown(self.controller.control, ft.FilledButton)
            if button.icon is ft.Icons.CHECK_ROUNDED and "Understood" not in control_tree.words(button)
        ]
        return [label_of(button)[0] or control_tree.name_of(button) for button in ticked]

    @property
    def note(self) -> ft.TextField:
        """The field of the note."""
        return control_tree.shown(self.controller.control, ft.TextField)[0]

    def write(self, note: str) -> None:
        """Type into the note."""
        control_tree.write(self.note, note)

    def said(self, session_id: str) -> Feedback:
        """What is on the disk."""
        session = self.history.session(session_id)
        assert session is not None
        return session.feedback


def label_of(button: ft.FilledButton) -> list[str]:
    """What a screen reader says in place of a button's words."""
    return [text.semantics_label or "" for text in control_tree.shown(button, ft.Text)]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """A controller that asks about a session of today."""
    with closing(SqliteHistory(tmp_path / "history.db")) as history:
        opened = Opened(history)
        opened.log("s0")
        yield opened


def test_nothing_must_be_said(opened: Opened) -> None:
    """Nothing is chosen, and nothing written."""
    assert (opened.chosen(), opened.note.value, opened.said("s0")) == ([], "", Feedback())


def test_each_answer_is_one_tap_and_on_the_disk(opened: Opened) -> None:
    """The feeling, the pain with muscle and side, the note; and when it was said."""
    opened.tap("Hard")
    assert opened.said("s0") == Feedback(Feeling.HARD)
    opened.clock.at += timedelta(minutes=5)
    opened.tap("Hip flexors, left side hurts")
    opened.write("Slept badly")
    pain = (PainRecord("hip_flexors", Side.LEFT),)
    assert opened.said("s0") == Feedback(Feeling.HARD, pain, "Slept badly")
    session = opened.history.session("s0")
    assert session is not None
    assert session.feedback_at == NOON + timedelta(minutes=5)
    assert opened.chosen() == ["Hard", "Hip flexors, left side hurts"]


def test_each_answer_can_be_taken_back(opened: Opened) -> None:
    """By the same tap, or by another answer."""
    for name in ("Hard", "Easy", "Neck", "Neck"):
        if name == "Neck":
            opened.tap("Glutes, right side hurts")
        else:
            opened.tap(name)
    assert opened.said("s0") == Feedback(Feeling.EASY)
    opened.tap("Easy")
    opened.write("A")
    opened.write("")
    assert opened.said("s0") == Feedback()
    assert opened.chosen() == []


def test_the_other_muscles_are_folded_away_unless_one_hurts(opened: Opened) -> None:
    """What was said is never hidden."""
    assert "Neck" not in control_tree.words(opened.controller.control)
    opened.tap("Other muscles")
    opened.tap("Neck, left side hurts")
    assert "Neck" in control_tree.words(opened.controller.control)
    opened.log("s1", 1)
    assert "Neck" not in control_tree.words(opened.controller.control)
    opened.controller.open("s0")
    assert opened.chosen() == ["Neck, left side hurts"]


def test_another_session_has_its_own_answers(opened: Opened) -> None:
    """Nothing of the one before is left."""
    opened.tap("Hard")
    opened.write("First")
    opened.log("s1", 1)
    assert (opened.chosen(), opened.note.value) == ([], "")
    opened.write("Second")
    opened.controller.open("s0")
    assert (opened.chosen(), opened.note.value) == (["Hard"], "First")


def test_what_is_being_written_is_left_alone(opened: Opened) -> None:
    """A tap elsewhere does not put back an older note."""
    opened.note.value = "Half a sen"  # not told yet
    opened.tap("Good")
    assert opened.note.value == "Half a sen"


def test_an_answer_changes_itself_alone(opened: Opened) -> None:
    """What another page has said meanwhile stays, and is shown with it."""
    neck = (PainRecord("neck", Side.LEFT),)
    opened.history.say_of("s0", lambda _: Feedback(Feeling.EASY, neck, "Theirs"), NOON)
    opened.tap("Glutes, left side hurts")
    both = (PainRecord("glutes", Side.LEFT), *neck)
    assert opened.said("s0") == Feedback(Feeling.EASY, both, "Theirs")
    assert opened.chosen() == ["Easy", "Glutes, left side hurts", "Neck, left side hurts"]
    assert opened.note.value == "Theirs"
    opened.history.say_of("s0", lambda _: Feedback(Feeling.EASY), NOON)
    opened.tap("Hard")
    assert opened.said("s0") == Feedback(Feeling.HARD)


def test_an_answer_is_what_its_button_says(opened: Opened) -> None:
    """Another page has just given the same one: it is not taken back by that."""
    pain = (PainRecord("glutes", Side.LEFT),)
    opened.history.say_of("s0", lambda _: Feedback(Feeling.EASY, pain), NOON)
    opened.tap("Glutes, left side hurts")
    opened.tap("Easy")
    assert opened.said("s0") == Feedback(None, pain)


def test_a_note_that_another_page_wrote_is_not_written_over(opened: Opened) -> None:
    """Both texts are kept, and it is said in a sentence."""
    opened.history.say_of("s0", lambda _: Feedback(note="Theirs"), NOON)
    opened.write("Mine")
    opened.write("Mine too")
    assert opened.said("s0") == Feedback(note="Mine too\n\nTheirs")
    assert opened.told == ["The note was changed elsewhere too; both texts are kept."]


def test_what_is_said_elsewhere_is_shown(opened: Opened) -> None:
    """At the next look; what hurts is unfolded, unless it was folded by hand since."""
    opened.history.say_of("s0", lambda _: Feedback(Feeling.EASY, (PainRecord("neck", Side.LEFT),), "T"), NOON)
    opened.controller.look_outside()
    assert opened.chosen() == ["Easy", "Neck, left side hurts"]
    assert opened.note.value == "T"
    opened.tap("Other muscles")
    opened.history.say_of("s0", lambda said: replace(said, feeling=Feeling.HARD), NOON)
    opened.controller.look_outside()
    assert opened.chosen() == ["Hard"]


def test_of_a_session_that_was_deleted_elsewhere_nothing_is_asked(opened: Opened) -> None:
    """It is said once; when it was put back, all of it is there again."""
    opened.tap("Hard")
    gone = opened.history.delete("s0")
    assert gone is not None
    for _ in range(2):
        opened.controller.look_outside()
    assert "How did it feel?" not in control_tree.words(opened.controller.control)
    assert opened.told == ["This session was deleted elsewhere."]
    opened.history.restore(gone)
    opened.controller.look_outside()
    assert opened.chosen() == ["Hard"]


def test_a_session_that_was_never_written_is_not_told_of_as_deleted(opened: Opened) -> None:
    """The disk was full, say, which was told."""
    opened.controller.open("unwritten")
    opened.controller.look_outside()
    assert "How did it feel?" in control_tree.words(opened.controller.control)
    assert opened.told == []


def test_an_answer_that_cannot_be_kept_is_told_and_not_shown(
    opened: Opened, caplog: pytest.LogCaptureFixture
) -> None:
    """The session is gone; the log says why."""
    opened.history.delete("s0")
    opened.tap("Hard")
    assert opened.chosen() == []
    assert opened.told[0].endswith("does not have this session any more; nothing was noted.")
    assert caplog.messages == ["What was said of a session could not be kept"]


def test_a_history_that_cannot_be_read_asks_all_the_same(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """As if nothing had been said."""

    def fail(*_: object) -> None:
        raise UserFacingError("The history is damaged.")

    opened.tap("Hard")
    monkeypatch.setattr(SqliteHistory, "session", fail)
    monkeypatch.setattr(SqliteHistory, "pains", fail)
    opened.controller.open("s1")
    opened.controller.look_outside()
    assert opened.chosen() == []
    assert len(caplog.records) == 2


@pytest.mark.parametrize(("width", "kind"), [(390, ft.Row), (320, ft.Column)])
def test_a_muscle_stands_beside_its_buttons_where_there_is_room(
    opened: Opened, width: float, kind: type[ft.Row | ft.Column]
) -> None:
    """Else above them, on small phones and with large words."""
    opened.controller.fit(Viewport(width))
    name = next(t for t in control_tree.shown(opened.controller.control, ft.Text) if t.value == "Hamstrings")
    holders = [c for c in control_tree.shown(opened.controller.control, kind) if name in c.controls]
    assert len(holders) == 1


def advice(opened: Opened) -> list[str]:
    """What the card says, the same on each screen that has one."""
    here = [
        words for words in control_tree.words(opened.controller.control) if words.endswith("sessions or more")
    ]
    there = [words for words in control_tree.words(opened.elsewhere.control) if words.endswith("or more")]
    assert here == there
    return here


def test_pain_that_stays_brings_the_advice_until_it_is_acknowledged(opened: Opened) -> None:
    """With the third session, over three days; once read it is gone, here and elsewhere, and it stays gone."""
    for number in range(3):
        opened.log(f"p{number}", number)
        assert advice(opened) == []
        opened.tap("Glutes, left side hurts")
    assert advice(opened) == ["Glutes: pain in 3 sessions or more"]
    assert ADVICE in control_tree.words(opened.controller.control)
    opened.log("p3", 3)
    assert advice(opened) != []
    opened.tap("Understood")
    assert advice(opened) == []
    opened.tap("Glutes, right side hurts")
    assert advice(opened) == []


def test_to_take_the_pain_back_takes_the_advice_back(opened: Opened) -> None:
    """It was a slip of the thumb."""
    for number in range(3):
        opened.log(f"p{number}", number)
        opened.tap("Glutes, left side hurts")
    opened.tap("Glutes, left side hurts")
    assert advice(opened) == []


def test_advice_that_cannot_be_acknowledged_stays(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """And it is told why."""
    for number in range(3):
        opened.log(f"p{number}", number)
        opened.tap("Glutes, left side hurts")

    def fail(*_: object) -> None:
        raise UserFacingError("The disk is full; make room.")

    monkeypatch.setattr(SqliteHistory, "acknowledge", fail)
    opened.tap("Understood")
    assert advice(opened) != []
    assert opened.told == ["The disk is full; make room."]
