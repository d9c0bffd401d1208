"""What was typed is told from what the widget makes of it, however late the widget hears of it."""

from itertools import cycle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.editor.typed_text import CLOSING, TypedText


class Widget:
    """Flet's code editor as a model: it adds closing marks, tells what it shows and where its caret is, and obeys later."""

    def __init__(self, text: str) -> None:
        self.text, self.caret = text, len(text)
        self.told: list[tuple[str, int, bool]] = []

    def type(self, character: str) -> None:
        """Take one key."""
        put = character + CLOSING.get(character, "")
        self.text = self.text[: self.caret] + put + self.text[self.caret :]
        self.caret += 1
        self.told.append((self.text, self.caret, False))

    def obey(self, sent: str | int) -> None:
        """Show a text that was sent, and forget where the caret was; or put the caret where it was sent."""
        if isinstance(sent, str):
            self.text, self.caret = sent, 0
        else:
            self.caret = min(sent, len(self.text))
        self.told.append((self.text, self.caret, isinstance(sent, str)))


class Wire:
    """What goes from the text to the widget, and may be under way for any while."""

    def __init__(self, text: str) -> None:
        self.widget, self.typed = Widget(text), TypedText(text)
        self.under_way: list[str | int] = []
        self._shown = text
        self._put = -1

    def hear(self) -> None:
        """Let all be heard that the widget has told."""
        while self.widget.told:
            text, caret, is_obeyed = self.widget.told.pop(0)
            if is_obeyed:
                self.typed.obeyed(text)
                self.put_caret()
            elif text != self._shown:
                self.typed.heard(text, caret)
            self._shown = text
            if not is_obeyed and self.typed.is_caret_lost and caret == self._put:
                self.follow_put()

    def follow_put(self) -> None:
        """Take the caret for found, unless what was typed meanwhile has it belong elsewhere."""
        if self._put == len(self.typed.before_caret):
            self.typed.caret_found()
        else:
            self.put_caret()

    def put_caret(self) -> None:
        """Send where the caret belongs, unless a text is under way that costs it again."""
        if not self.typed.is_awaited:
            self._put = len(self.typed.before_caret)
            self.under_way.append(self._put)

    def send(self) -> None:
        """Send the text, if it is another than the widget shows."""
        if not self.typed.is_in_step:
            self.under_way.append(self.typed.send())

    def answer(self) -> None:
        """Have the widget obey what was sent first."""
        if self.under_way:
            self.widget.obey(self.under_way.pop(0))

    def settle(self) -> None:
        """Let each hear the other until nothing is under way."""
        while self.widget.told or self.under_way or not self.typed.is_in_step:
            self.hear()
            self.send()
            self.answer()


@pytest.mark.parametrize(
    "words", ['title: "Runner\'s hips"', "cues: [a, {at: 10s, say: b}]", "don't `(''\"", '""', "''"]
)
def test_what_is_typed_is_what_is_there(words: str) -> None:
    """With an answer after each key, no closing mark is left that nobody typed."""
    wire = Wire("x\n")
    for character in words:
        wire.widget.type(character)
        wire.settle()
    assert wire.widget.text == wire.typed.text == "x\n" + words


@pytest.mark.parametrize("words", ['"Runner\'s hips" [a, b]', "it's [(", "''''", '"a" "b"'])
def test_marks_are_taken_out_after_a_burst(words: str) -> None:
    """Typed faster than any answer, the text is right as soon as the widget is heard."""
    wire = Wire("")
    for character in words:
        wire.widget.type(character)
    wire.settle()
    assert wire.widget.text == wire.typed.text == words


@given(
    words=st.text(alphabet="ab \"'[({:", min_size=1, max_size=40),
    delays=st.lists(st.integers(0, 7), min_size=1, max_size=40),
)
def test_nothing_typed_is_lost_however_late_the_answers(words: str, delays: list[int]) -> None:
    """Messages of both directions may be under way for any while; all that was typed is in the text."""
    wire = Wire("")
    for character, delay in zip(words, cycle(delays), strict=False):
        wire.widget.type(character)
        if delay & 1:
            wire.hear()
        if delay & 2:
            wire.send()
        if delay & 4:
            wire.answer()
    wire.settle()
    assert wire.widget.text == wire.typed.text == words


@pytest.mark.parametrize("caret", [0, 5, 6, 9])
def test_a_closing_mark_is_the_widgets_wherever_the_caret_was_told_last(caret: int) -> None:
    """The caret of the text itself may not be told: it is where another one was, or comes too late."""
    typed = TypedText("say: it")
    assert typed.heard("say: ()it", caret)
    assert typed.text == "say: (it"


def test_a_paste_of_two_marks_stays() -> None:
    """Behind both, as the caret is then."""
    typed = TypedText("a")
    assert typed.heard('a""', 3)
    assert typed.text == 'a""'


def test_deleting_and_replacing_are_taken_over() -> None:
    """A selection that gives way to a letter, a word that goes."""
    typed = TypedText("hold: 30s\nsets: 2\n")
    typed.heard("hold: 4s\nsets: 2\n", 7)
    assert typed.text == "hold: 4s\nsets: 2\n"
    typed.heard("hold: 4s\n", 9)
    assert (typed.text, typed.caret) == ("hold: 4s\n", 9)


def test_a_button_changes_the_text_while_one_types() -> None:
    """What was typed before the widget heard of the change is kept beside it."""
    typed = TypedText("hold: 30s\n")
    typed.set("hold: 35s\n", 9)
    assert typed.send() == "hold: 35s\n"
    typed.heard("hold: 30s\nx", 11)
    assert typed.was_sent("hold: 35s\n")
    typed.obeyed("hold: 35s\n")
    assert typed.text == "hold: 35s\nx"
    assert not typed.is_in_step


def test_what_the_widgets_own_undo_shows_is_passed_over() -> None:
    """It goes back to what it showed, marks and all; what follows is typed into the text that stands."""
    typed = TypedText("a (b")
    typed.pass_over("a ()")
    assert not typed.is_in_step
    typed.heard("a (x)", 4)
    assert typed.text == "a (bx"


@pytest.mark.parametrize(
    ("line", "indentation"),
    [
        ("title: A", ""),
        ("stretches:", "  "),
        ("  - name: A", "    "),
        ("    cues:", "      "),
        ("  - cues:", "      "),
        ("  - Breathe out.", "  "),
        ("  - {at: 1s, say: A}", "  "),
    ],
)
def test_a_new_line_begins_where_the_next_key_belongs(line: str, indentation: str) -> None:
    """However many spaces the widget puts there, and on whichever side of its caret."""
    for spaces, caret in (("", 0), ("  ", 0), ("  ", 2)):
        typed = TypedText(f"{line}\nx: 1")
        shown = f"{line}\n{spaces}\nx: 1"
        typed.heard(shown, len(line) + 1 + caret)
        assert typed.text == f"{line}\n{indentation}\nx: 1"
        assert typed.caret == len(line) + 1 + len(indentation)
        typed.heard(f"{line}\n{spaces[:caret]}k{spaces[caret:]}\nx: 1", len(line) + 2 + caret)
        assert typed.text == f"{line}\n{indentation}k\nx: 1"
