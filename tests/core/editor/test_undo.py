"""Undo and redo, and what counts as one step."""

import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.editor.undo import JOIN_SECONDS, MOST_CHARACTERS, MOST_STEPS, Moment, UndoHistory


def typed(start: str, *texts: str, apart: float = 0.2) -> UndoHistory:
    """A history of texts typed one after the other."""
    history = UndoHistory(start)
    for index, text in enumerate(texts):
        history.typed(text, index * apart)
    return history


def steps(history: UndoHistory) -> list[str]:
    """The texts that undoing goes back through, the present one first."""
    texts = [history.text]
    while history.can_undo:
        texts.append(history.undo().text)
    return texts


def test_nothing_done() -> None:
    """Undo and redo give the text as it is."""
    history = UndoHistory("abc")
    assert (history.can_undo, history.can_redo, history.text) == (False, False, "abc")
    assert history.undo() == history.redo() == Moment("abc", 3)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("", "a", "ab", "abc"), ["abc", ""]),
        (("abc", "ab", "a"), ["a", "abc"]),
        (("", "a", "ab", "a", "ac"), ["ac", "a", "ab", ""]),
        (("", "a", "ab", "ab\n", "ab\nc", "ab\ncd"), ["ab\ncd", "ab\n", "ab", ""]),
        (("a\nb", "ax\nb", "ax\nby"), ["ax\nby", "ax\nb", "a\nb"]),
        (("cat", "cut", "cute"), ["cute", "cut", "cat"]),
        (("cat", "cut", "cot"), ["cot", "cat"]),
        (("a\nb", "ab", "a"), ["a", "ab", "a\nb"]),
        (("a", "a", "a"), ["a"]),
        (("a\rb", "ax\rb", "ax\rby"), ["ax\rby", "ax\rb", "a\rb"]),
        (("", "a", "a\r", "a\rb"), ["a\rb", "a\r", "a", ""]),
    ],
)
def test_steps_of_typing(texts: Sequence[str], expected: list[str]) -> None:
    """One kind on one line joins: putting in, taking out, replacing; a line break is a step."""
    assert steps(typed(*texts)) == expected


@pytest.mark.parametrize(
    ("apart", "expected"), [(JOIN_SECONDS - 0.01, ["abc", ""]), (JOIN_SECONDS, ["abc", "ab", "a", ""])]
)
def test_a_rest_ends_a_step(apart: float, expected: list[str]) -> None:
    """From one key to the next: typing may go on for long."""
    assert steps(typed("", "a", "ab", "abc", apart=apart)) == expected


def test_a_button_is_a_step_of_its_own() -> None:
    """Between typing and typing, however quick; an action that changed nothing ends the typing alone."""
    history = typed("", "a")
    history.changed("ab")
    history.typed("abc", 0.1)
    history.changed("abc")
    history.typed("abcd", 0.2)
    assert steps(history) == ["abcd", "abc", "ab", "a", ""]


def test_typing_after_undo_or_redo_is_a_new_step() -> None:
    """However quick."""
    history = typed("", "a", "ab")
    history.undo()
    history.redo()
    history.typed("abc", 0.5)
    assert steps(history) == ["abc", "ab", ""]


def test_a_field_that_tells_what_it_was_given_changes_nothing() -> None:
    """What was undone can be done again still."""
    history = typed("", "a", "a\n")
    history.undo()
    history.typed("a", 1)
    assert (history.can_redo, history.redo()) == (True, Moment("a\n", 2))


def test_a_change_drops_what_was_undone() -> None:
    """There is nothing to redo after it."""
    history = typed("", "a", "a\n")
    history.undo()
    history.changed("ab")
    assert (history.can_redo, steps(history)) == (False, ["ab", "a", ""])


def test_the_caret_is_where_something_came_back() -> None:
    """After it, so that one sees it and can go on."""
    history = UndoHistory("hold: 30s\nsets: 2\n")
    history.changed("hold: 30s\nsets: 12\n")
    history.changed("hold: 45s\nsets: 12\n")
    history.changed("hold: 45s\n")
    assert history.undo() == Moment("hold: 45s\nsets: 12\n", 19)
    assert history.undo() == Moment("hold: 30s\nsets: 12\n", 8)
    assert history.undo() == Moment("hold: 30s\nsets: 2\n", 16)
    assert history.redo() == Moment("hold: 30s\nsets: 12\n", 17)
    assert history.redo() == Moment("hold: 45s\nsets: 12\n", 8)
    assert history.redo() == Moment("hold: 45s\n", 10)


def test_the_oldest_steps_go() -> None:
    """No more steps than allowed; the newest can be undone."""
    history = UndoHistory("0")
    for number in range(1, MOST_STEPS + 11):
        history.changed(str(number))
    texts = steps(history)
    assert (len(texts), texts[0], texts[-1]) == (MOST_STEPS + 1, str(MOST_STEPS + 10), "10")


def test_large_steps_go_sooner() -> None:
    """No more characters than allowed, what was undone counted until it is dropped."""
    third = MOST_CHARACTERS // 3
    history = UndoHistory("")
    for letter in "abc":
        history.changed(history.text + letter * third)
    assert len(steps(history)) == 4
    while history.can_redo:
        history.redo()
    history.changed(history.text + "dd")
    assert len(steps(history)) == 4
    history.changed("e")
    assert steps(history) == ["e", "a" * third]


def test_what_was_undone_is_no_longer_counted() -> None:
    """Once something else was done."""
    history = UndoHistory("")
    for _ in range(5):
        history.changed("a" * (MOST_CHARACTERS - 10))
        history.undo()
    history.changed("b")
    assert steps(history) == ["b", ""]


def test_a_step_too_large_to_keep() -> None:
    """It is done, and cannot be undone."""
    history = UndoHistory("")
    history.changed("a" * (MOST_CHARACTERS + 1))
    assert (len(history.text), history.can_undo) == (MOST_CHARACTERS + 1, False)
    history.typed(history.text + "b", 0)
    history.undo()
    assert len(history.text) == MOST_CHARACTERS + 1


def test_typing_goes_on_after_a_step_too_large_to_keep() -> None:
    """A large paste, and a key right after it."""
    large = "a" * (MOST_CHARACTERS + 1)
    assert steps(typed("", large, large + "b")) == [large + "b", large]


def test_typing_that_joins_is_counted_once() -> None:
    """A step of 2,000 keys drops none before it."""
    history = UndoHistory("")
    history.changed("x")
    for number in range(1, 2001):
        history.typed("x" + "a" * number, number / 10)
    assert steps(history) == ["x" + "a" * 2000, "x", ""]


TEXTS = st.text("ab\n", max_size=6)
ACTIONS = st.lists(
    st.tuples(st.just("typed"), TEXTS, st.sampled_from([0.0, 0.4, 0.99, 1.0, 3.0]))
    | st.tuples(st.just("changed"), TEXTS, st.just(0.0))
    | st.tuples(st.sampled_from(["undo", "redo"]), st.just(""), st.just(0.0)),
    max_size=40,
)


class NaiveHistory:
    """The same, with a whole text for each step; what joins is told by trying where one text became the next."""

    def __init__(self, text: str) -> None:
        self.texts = [text]
        self.place = 0
        self.last: tuple[str, int, float] | None = None

    def typed(self, text: str, now: float) -> None:
        """Take what typing has made."""
        before = self.texts[self.place]
        if text == before:
            return
        start = next(
            (i for i, (a, b) in enumerate(zip(before, text, strict=False)) if a != b),
            min(len(before), len(text)),
        )
        end = next(
            n
            for n in range(min(len(before), len(text)) - start, -1, -1)
            if before.endswith(text[len(text) - n :])
        )
        removed, inserted = before[start : len(before) - end], text[start : len(text) - end]
        kind = "put in" if not removed else "taken out" if not inserted else "replaced"
        this = None if "\n" in removed + inserted else (kind, before[:start].count("\n"), now)
        joins = this and self.last and this[:2] == self.last[:2] and now - self.last[2] < JOIN_SECONDS
        if joins:
            self.texts[self.place :] = [text]
        else:
            self.changed(text)
        self.last = this

    def changed(self, text: str) -> None:
        """Take what a button has made."""
        self.last = None
        if text != self.texts[self.place]:
            self.texts[self.place + 1 :] = [text]
            self.place += 1

    def undo(self) -> None:
        """Go one text back."""
        self.last = None
        self.place = max(self.place - 1, 0)

    def redo(self) -> None:
        """Go one text on."""
        self.last = None
        self.place = min(self.place + 1, len(self.texts) - 1)


@given(start=TEXTS, actions=ACTIONS)
def test_it_is_as_a_naive_one(start: str, actions: list[tuple[str, str, float]]) -> None:
    """After every action: the same text, and the same to undo and to redo."""
    history, naive, now = UndoHistory(start), NaiveHistory(start), 0.0
    for name, text, later in actions:
        now += later
        arguments = {"typed": (text, now), "changed": (text,)}.get(name, ())
        moment = getattr(history, name)(*arguments)
        getattr(naive, name)(*arguments)
        assert history.text == naive.texts[naive.place]
        assert (history.can_undo, history.can_redo) == (naive.place > 0, naive.place < len(naive.texts) - 1)
        if moment is not None:
            assert moment.text == history.text
            assert 0 <= moment.caret <= len(moment.text)


@given(before=st.text(max_size=20), after=st.text(max_size=20))
def test_any_change_is_undone_and_done_again(before: str, after: str) -> None:
    """To the letter."""
    history = UndoHistory(before)
    history.changed(after)
    assert (history.undo().text, history.redo().text) == (before, after)


def test_a_key_in_a_large_text_is_quick() -> None:
    """The largest file that is read: a hundredth of a second for a key, with room for a busy machine."""
    text = "- name: a\n" * 26_000
    history = UndoHistory(text)
    started = time.process_time()
    for number in range(1, 21):
        history.typed(f"{text[:130_000]}{'x' * number}{text[130_000:]}", number / 10)
    assert time.process_time() - started < 4
    assert steps(history)[1:] == [text]
