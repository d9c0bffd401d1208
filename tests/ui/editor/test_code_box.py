"""The box to write in: what the widget tells, late and with marks that nobody typed, becomes what was typed."""

import asyncio
from itertools import pairwise
from typing import Any

import flet as ft
import flet_code_editor as code  # type: ignore[import-untyped]  # Flet types only its main package
import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.editor.completions import completions
from routine_app.core.routine.muscles import MUSCLES
from routine_app.core.routine.problem import Problem, Severity
from routine_app.ui.editor.code_box import (
    CARET_SECONDS,
    LINES,
    MOST_PUT_OFF,
    SETTLE_SECONDS,
    SIZE,
    STILL_CARET_SECONDS,
    UNDO_SECONDS,
    CodeBox,
)
from routine_app.ui.kit import theme
from tests.ui import control_tree
from tests.ui.sample_editing import Typist
from tests.ui.stand_in_client import StandInClient
from tests.ui.virtual_time import in_virtual_time, settle, virtual_loop


class Boxed:
    """A box on a page with someone who types; `heard` has each text and caret that it told."""

    def __init__(self, text: str = "") -> None:
        self.heard: list[tuple[str, int]] = []
        self.client = StandInClient()
        self.box = CodeBox(lambda text, caret: self.heard.append((text, caret)))
        self.client.page.views = [ft.View(controls=[self.box.control])]
        self.open(text)
        self.typist = Typist(self.client, self.box)
        assert self.widget

    def open(self, text: str) -> None:
        """Open a text."""
        self.box.open(text)
        self.client.page.update()

    @property
    def widget(self) -> code.CodeEditor:
        """The widget of the box."""
        return self.typist.widget

    async def end(self) -> None:
        """Close the page."""
        self.box.close()
        await self.client.close()


@in_virtual_time
async def test_each_key_is_told_with_its_caret() -> None:
    """As soon as the caret has come."""
    boxed = Boxed()
    await boxed.typist.type("ab")
    assert boxed.heard == [("a", 1), ("ab", 2)]
    assert boxed.box.text == "ab"
    await boxed.end()


@in_virtual_time
async def test_a_caret_that_moves_tells_nothing() -> None:
    """It is no change of the text."""
    boxed = Boxed("ab")
    boxed.typist.caret = 1
    await boxed.typist.tell_caret()
    assert boxed.heard == []
    await boxed.end()


@in_virtual_time
async def test_a_caret_that_stays_is_waited_for() -> None:
    """After Delete none comes; that is found out soon."""
    boxed = Boxed("abc")
    boxed.typist.caret = 1
    await boxed.typist.tell_caret()
    await boxed.typist.delete(1)
    await asyncio.sleep(STILL_CARET_SECONDS - 0.01)
    assert boxed.heard == []
    await asyncio.sleep(0.02)
    assert boxed.heard == [("ac", 1)]
    await boxed.end()


@in_virtual_time
async def test_a_text_that_grew_waits_longer() -> None:
    """Its caret tells what was typed from what the widget put behind it."""
    boxed = Boxed()
    await boxed.typist.show("''")
    await asyncio.sleep(CARET_SECONDS - 0.01)
    assert boxed.heard == []
    boxed.typist.caret = 1
    await boxed.typist.tell_caret()
    assert boxed.heard == [("'", 1)]
    await boxed.end()


@in_virtual_time
async def test_without_its_caret_a_text_is_taken_in_the_end() -> None:
    """Nothing typed is lost."""
    boxed = Boxed()
    await boxed.typist.show("a")
    await asyncio.sleep(CARET_SECONDS + 0.01)
    assert [text for text, _ in boxed.heard] == ["a"]
    await boxed.end()


@in_virtual_time
async def test_the_next_text_is_the_end_of_the_wait() -> None:
    """Two without a caret between them are two changes."""
    boxed = Boxed("abc")
    await boxed.typist.delete(1)
    await boxed.typist.delete(1)
    assert [text for text, _ in boxed.heard] == ["bc"]
    boxed.box.take_all()
    assert [text for text, _ in boxed.heard] == ["bc", "c"]
    boxed.box.take_all()
    assert len(boxed.heard) == 2
    await boxed.end()


@in_virtual_time
async def test_closing_marks_are_taken_out_after_a_pause() -> None:
    """While one types the widget is left alone; then it is sent the text, and its caret is put back."""
    boxed = Boxed()
    await boxed.typist.type("don't [")
    assert boxed.box.text == "don't ["
    assert boxed.typist.text == "don't []'"
    await asyncio.sleep(SETTLE_SECONDS - 0.01)
    assert boxed.widget.value == "don't []'"
    await asyncio.sleep(0.02)
    assert boxed.widget.value == "don't ["
    await boxed.typist.obey()
    assert (boxed.typist.text, boxed.typist.caret) == ("don't [", 7)
    assert boxed.heard[-1] == ("don't [", 7)
    await boxed.typist.type("a")
    assert boxed.heard[-1] == ("don't [a", 8)
    await boxed.end()


@in_virtual_time
async def test_a_text_that_is_right_is_not_sent() -> None:
    """So that the caret is left where it is."""
    boxed = Boxed()
    await boxed.typist.type("abc")
    sent = len(boxed.client.patched)
    await asyncio.sleep(2 * SETTLE_SECONDS)
    assert len(boxed.client.patched) == sent
    await boxed.end()


@in_virtual_time
async def test_a_new_line_is_indented_at_once() -> None:
    """Below a key that has more below it; the widget leaves the caret before its own spaces."""
    boxed = Boxed("stretches:")
    boxed.typist.caret = 10
    await boxed.typist.tell_caret()
    await boxed.typist.put("\n")
    await asyncio.sleep(0.01)
    await boxed.typist.obey()
    assert (boxed.typist.text, boxed.typist.caret) == ("stretches:\n  ", 13)
    await boxed.end()


@in_virtual_time
async def test_a_change_that_was_not_typed_is_shown_and_not_told() -> None:
    """The widget tells it back, with the caret where it was put."""
    boxed = Boxed("hold: 30s\n")
    boxed.box.put("hold: 35s\n", 8)
    boxed.client.page.update()
    await boxed.typist.obey()
    assert (boxed.typist.text, boxed.typist.caret) == ("hold: 35s\n", 8)
    assert boxed.heard == []
    await boxed.end()


@in_virtual_time
async def test_what_is_typed_meanwhile_stays() -> None:
    """The widget has not obeyed yet when the next key comes."""
    boxed = Boxed("hold: 30s\n")
    boxed.typist.put_caret("\n")
    await boxed.typist.tell_caret()
    boxed.box.put("hold: 35s\n", 8)
    boxed.client.page.update()
    await boxed.typist.type("!")
    assert boxed.box.text == "hold: 35s!\n"
    await boxed.typist.obey()
    await asyncio.sleep(SETTLE_SECONDS + 0.01)
    await boxed.typist.obey()
    assert boxed.typist.text == "hold: 35s!\n"
    await boxed.end()


@in_virtual_time
async def test_what_is_typed_while_the_caret_is_on_its_way_stays() -> None:
    """The caret comes where it belonged before that key, and is put behind it; the keys meanwhile go there too."""
    boxed = Boxed()
    await boxed.typist.type('"')
    await asyncio.sleep(SETTLE_SECONDS + 0.01)
    await boxed.typist.obey_one()
    await boxed.typist.type("a")
    assert (boxed.typist.text, boxed.typist.caret) == ('a"', 1)
    await boxed.typist.tell_caret()
    await boxed.typist.type("b")
    assert boxed.box.text == '"ab'
    await boxed.typist.obey_one()
    await boxed.typist.type("c")
    await asyncio.sleep(SETTLE_SECONDS + 0.01)
    await boxed.typist.obey()
    assert (boxed.typist.text, boxed.typist.caret) == ('"abc', 4)
    await boxed.end()


@in_virtual_time
async def test_one_can_go_elsewhere_after_a_mend() -> None:
    """The caret that was put is there; the next one is where one taps."""
    boxed = Boxed("ab\n")
    boxed.typist.put_caret("\n")
    await boxed.typist.type('"')
    await asyncio.sleep(SETTLE_SECONDS + 0.01)
    await boxed.typist.obey_one(lost_caret=3)
    await boxed.typist.obey()
    boxed.typist.caret = 0
    await boxed.typist.tell_caret()
    await boxed.typist.type("x")
    assert boxed.box.text == 'xab"\n'
    await boxed.end()


@in_virtual_time
async def test_a_key_that_makes_the_text_that_is_under_way_is_a_key() -> None:
    """Its caret tells it from the widget's word that it has obeyed, which then never comes."""
    boxed = Boxed("\nz")
    await boxed.typist.type("(")
    await asyncio.sleep(SETTLE_SECONDS + 0.01)
    await boxed.typist.type("a")
    await boxed.typist.obey_one(lost_caret=1)
    await boxed.typist.type("a")
    await asyncio.sleep(SETTLE_SECONDS + 0.01)
    assert boxed.widget.value == "(aa\nz"
    await boxed.typist.type("a")
    assert boxed.typist.text == "(aa\nz"
    assert boxed.box.text == "(aaa\nz"
    await boxed.typist.obey()
    await asyncio.sleep((MOST_PUT_OFF + 1) * SETTLE_SECONDS + 0.01)
    await boxed.typist.obey()
    assert boxed.typist.text == "(aaa\nz"
    await boxed.end()


class Late:
    """What the box sends comes late, any time between the keys; and so may the caret of a text."""

    def __init__(self, data: st.DataObject) -> None:
        self._data = data

    async def type(self, boxed: Boxed, character: str) -> None:
        """Press a key, before which some of what was sent has come too late to be shown."""
        while boxed.typist.is_sent and self._data.draw(st.booleans()):
            boxed.typist.forget_one()
        await boxed.typist.type(character)

    async def passes(self, boxed: Boxed) -> None:
        """Let some time go by, in which some of what was sent is obeyed."""
        await asyncio.sleep(self._data.draw(st.sampled_from([0.08, SETTLE_SECONDS + 0.01])))
        while boxed.typist.is_sent and self._data.draw(st.booleans()):
            await boxed.typist.obey_one(self._data.draw(st.none() | st.integers(0, 12)))


@given(st.data(), st.text("ab\"'(\n", min_size=1, max_size=8))
def test_whatever_comes_late_the_text_is_what_was_typed(data: st.DataObject, typed: str) -> None:
    """Also where the caret happens to stand, for a moment, where it is about to be put."""

    @in_virtual_time
    async def typing() -> None:
        boxed, late = Boxed("\nz"), Late(data)
        for character in typed:
            await late.type(boxed, character)
            await late.passes(boxed)
        for _ in range(MOST_PUT_OFF + 3):
            await asyncio.sleep(SETTLE_SECONDS + 0.01)
            await boxed.typist.obey()
        assert boxed.box.text == boxed.typist.text == typed + "\nz"
        await boxed.end()

    typing()


@in_virtual_time
async def test_lines_are_measured_again_in_a_font_that_came_late() -> None:
    """Each time that a letter is drawn in another width; where the font was there, nothing is sent."""
    boxed = Boxed("a\n")
    boxed.client.page.views[0].controls.append(boxed.box.letter)
    boxed.client.page.update()
    letter = control_tree.shown(boxed.box.letter, ft.Text)[0]
    styles = [boxed.widget.text_style]
    for width in (13.4, 13.4, 13.1, 9.0):
        await boxed.client.tell(letter, "size_change", {"w": width, "h": 15.0})
        styles.append(boxed.widget.text_style)
    changes = [one != other for one, other in pairwise(styles)]
    assert changes == [False, False, True, True]
    assert {(style.font_family, style.size, style.height) for style in styles} == {(theme.MONO, SIZE, LINES)}
    await boxed.end()


@in_virtual_time
async def test_the_caret_is_counted_in_characters() -> None:
    """Flutter counts an emoji as two; here it is one, and it is put back as two."""
    boxed = Boxed("x🧘y\n")
    boxed.typist.put_caret("y")
    await boxed.typist.type("'")
    assert boxed.heard == [("x🧘'y\n", 3)]
    await asyncio.sleep(SETTLE_SECONDS + 0.01)
    await boxed.typist.obey()
    assert (boxed.typist.text, boxed.typist.caret) == ("x🧘'y\n", 4)
    await boxed.end()


class TestUndo:
    """The widget follows the keys of undo as well."""

    @in_virtual_time
    async def test_its_own_is_passed_over(self) -> None:
        """It is sent the text again."""
        boxed = Boxed("abc")
        boxed.box.undo_comes()
        await boxed.typist.show("ab")
        await asyncio.sleep(0.01)
        await boxed.typist.obey()
        assert (boxed.box.text, boxed.typist.text, boxed.heard) == ("abc", "abc", [])
        await boxed.end()

    @in_virtual_time
    async def test_what_is_typed_after_it_is_not(self) -> None:
        """One text was the widget's own, the next is not."""
        boxed = Boxed("abc")
        boxed.box.undo_comes()
        await boxed.typist.show("ab")
        await asyncio.sleep(0.01)
        await boxed.typist.obey()
        await boxed.typist.type("x")
        assert "x" in boxed.box.text
        await boxed.end()

    @in_virtual_time
    async def test_one_that_had_nothing_to_undo_is_not_waited_for_long(self) -> None:
        """What is typed then is typed."""
        boxed = Boxed("abc")
        boxed.box.undo_comes()
        await asyncio.sleep(UNDO_SECONDS + 0.01)
        await boxed.typist.type("x")
        assert boxed.box.text == "xabc"
        await boxed.end()

    @in_virtual_time
    async def test_each_press_is_waited_for_as_long(self) -> None:
        """The end of the first wait is not the end of the second."""
        boxed = Boxed("abc")
        boxed.box.undo_comes()
        await asyncio.sleep(UNDO_SECONDS - 0.01)
        boxed.box.undo_comes()
        await asyncio.sleep(UNDO_SECONDS - 0.01)
        await boxed.typist.show("ab")
        boxed.box.take_all()
        assert boxed.box.text == "abc"
        await boxed.end()


class TestOpening:
    """Another text in a new widget."""

    @in_virtual_time
    async def test_events_of_an_earlier_widget_are_ignored(self) -> None:
        """They are about another text: the client does not have the new one yet."""
        boxed = Boxed("first")
        earlier = boxed.widget
        boxed.box.open("second")
        await boxed.client.tell(earlier, "change", "first!")
        assert boxed.widget is not earlier
        await asyncio.sleep(1)
        assert (boxed.box.text, boxed.widget.value, boxed.heard) == ("second", "second", [])
        await boxed.end()

    @in_virtual_time
    async def test_what_waited_for_its_caret_is_not_told_of_the_next_text(self) -> None:
        """Nothing of the one before comes late."""
        boxed = Boxed("first")
        await boxed.typist.delete(1)
        boxed.open("second")
        await asyncio.sleep(1)
        assert (boxed.box.text, boxed.heard) == ("second", [])
        await boxed.end()

    @in_virtual_time
    async def test_the_caret_begins_at_the_start(self) -> None:
        """Not where the one before had it."""
        boxed = Boxed("aaaa")
        boxed.typist.caret = 3
        await boxed.typist.tell_caret()
        boxed.open("bb")
        await boxed.typist.delete(1)
        boxed.box.take_all()
        assert boxed.heard == [("b", 0)]
        await boxed.end()

    @in_virtual_time
    async def test_closed_it_does_nothing_more(self) -> None:
        """Whatever was under way."""
        boxed = Boxed("a")
        await boxed.typist.type("'")
        await boxed.typist.delete(1)
        boxed.box.undo_comes()
        boxed.box.close()
        boxed.box.take_all()
        await settle()
        assert virtual_loop().pending_timers == []
        assert boxed.heard == [("'a", 1)]
        await boxed.end()

    @in_virtual_time
    async def test_off_the_page_nothing_fails(self) -> None:
        """A browser that is away is sent the text when it is back."""
        boxed = Boxed()
        await boxed.typist.type("'")
        boxed.client.page.views = [ft.View()]
        boxed.client.page.update()
        await asyncio.sleep(SETTLE_SECONDS + 0.01)
        assert boxed.widget.value == "'"
        await boxed.end()


@in_virtual_time
async def test_without_a_page_nothing_fails() -> None:
    """As in the moment before the first; it is told and mended all the same."""
    heard: list[str] = []
    box = CodeBox(lambda text, _: heard.append(text))
    box.open("")
    widget: Any = box.control.content
    place = ft.TextSelection(1, 1)
    caret = ft.TextSelectionChangeEvent("selection_change", widget, selected_text="", selection=place)
    widget.on_change(ft.Event("change", widget, data="''"))
    widget.on_selection_change(caret)
    await asyncio.sleep(SETTLE_SECONDS + 0.01)
    assert (heard, widget.value) == (["'"], "'")
    box.close()


@in_virtual_time
async def test_problems_are_marked_at_their_lines() -> None:
    """Lines count from 0 in the gutter, and a warning is none of an error's colour."""
    boxed = Boxed("a\nb\nc\n")
    problems = [
        Problem("hips.yaml", 2, 3, "hold", "is not a duration"),
        Problem("hips.yaml", 3, 1, "", "is odd", Severity.WARNING),
    ]
    boxed.box.show(problems)
    assert boxed.widget.issues == [
        code.Issue(1, "hold: is not a duration", code.IssueType.ERROR),
        code.Issue(2, "is odd", code.IssueType.WARNING),
    ]
    boxed.box.show([])
    assert boxed.widget.issues == []
    await boxed.end()


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("figure: p", ["pigeon-pose", "butterfly"]),
        ("muscles: [glutes, h", list(MUSCLES)),
        ("title: M", []),
        ("title: My hips k", []),
        ("# k", []),
    ],
)
@in_virtual_time
async def test_words_are_offered_where_they_fit(line: str, offered: list[str]) -> None:
    """By what stands before the caret on its line; elsewhere Enter begins a line, and no more."""
    boxed = Boxed("title: x\n")
    boxed.box.offer(completions(None, ["pigeon-pose", "butterfly"]))
    boxed.typist.caret = 9
    await boxed.typist.tell_caret()
    await boxed.typist.put(line)
    assert boxed.typist.offered == offered
    assert boxed.widget.autocomplete is bool(offered)
    await boxed.end()


@in_virtual_time
async def test_words_are_taken_back() -> None:
    """As soon as they do not fit any more."""
    boxed = Boxed()
    boxed.box.offer(completions(None, ["pigeon-pose"]))
    await boxed.typist.put("figure: p")
    assert boxed.typist.offered == ["pigeon-pose"]
    await boxed.typist.type("\n# ")
    assert (boxed.typist.offered, boxed.widget.autocomplete) == ([], False)
    await boxed.end()


@in_virtual_time
async def test_with_no_words_nothing_is_offered() -> None:
    """Before any are known."""
    boxed = Boxed()
    await boxed.typist.put("figure: p")
    assert (boxed.typist.offered, boxed.widget.autocomplete) == ([], False)
    await boxed.end()
