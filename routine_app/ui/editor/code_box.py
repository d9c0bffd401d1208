"""The text of a routine, to write in."""

import logging
from collections.abc import Callable, Sequence
from functools import partial

import flet as ft
import flet_code_editor as code  # type: ignore[import-untyped]  # Flet types only its main package

from routine_app.core.editor.completions import Completions
from routine_app.core.editor.typed_text import TypedText
from routine_app.core.routine.problem import Problem, Severity
from routine_app.ui.kit import theme
from routine_app.ui.kit.deferred_call import DeferredCall
from routine_app.ui.kit.safe_handler import guarded
from routine_app.ui.kit.text_scale import letter, unseen

logger = logging.getLogger(__name__)

SIZE = 15
LINES = 1.6
"""Of the size: lines of a whole number of pixels, else the numbers beside them fall behind."""
SETTLE_SECONDS = 0.4
"""How long after the last key the widget is sent what it got wrong; while one types it is left alone."""

MOST_PUT_OFF = 3
"""How often a text is put off for one that is awaited: a page that was away, or had a key just then, never tells of it."""

CARET_SECONDS = 0.3
"""How long after a text its caret may come."""

STILL_CARET_SECONDS = 0.1
"""How long its caret may take if the text has not grown: Delete leaves it where it is, and then none comes."""

UNDO_SECONDS = 0.3
"""How long after the keys of undo the widget's own may come."""

OTHER_MARK = {
    ft.TextAffinity.UPSTREAM: ft.TextAffinity.DOWNSTREAM,
    ft.TextAffinity.DOWNSTREAM: ft.TextAffinity.UPSTREAM,
}
"""Which of its two sides a caret that is put has, so that it is told from the one put before."""

GUTTER_WIDTH = 64.0
NUMBERS_WIDTH = 3 * 0.602 * SIZE
"""Of it three digits of the font take so much as designed; a number that has no room is broken in two."""
SEVERITIES = {Severity.ERROR: code.IssueType.ERROR, Severity.WARNING: code.IssueType.WARNING}


class CodeBox:
    """Flet's code editor for YAML; it tells each change of its text at once."""

    def __init__(self, on_typed: Callable[[str, int], None]) -> None:
        self._on_typed = on_typed
        self._typed = TypedText("")
        self._mend_later = DeferredCall()
        self._told: str | None = None
        self._wait_for_caret = DeferredCall()
        self._wait_for_undo = DeferredCall()
        self._completions: Completions | None = None
        self._caret_units = 0
        self._put_mark = ft.TextAffinity.DOWNSTREAM
        self._put_off = 0
        self._letter_width = 0.0
        self._words_scale = 1.0
        self._editor = self._new_editor("")
        self.control = ft.Container(expand=True)
        self.letter = unseen(letter(SIZE, self._letter_drawn, theme.MONO))
        """A letter that nobody sees, to stand beside the text: by its width it tells when the font has come."""

    @property
    def text(self) -> str:
        """The text as it was typed."""
        return self._typed.text

    def open(self, text: str) -> None:
        """Show another text in a new widget, so that nothing of the one before comes late."""
        self.close()
        self._typed, self._caret_units, self._put_off = TypedText(text), 0, 0
        self.control.content = self._editor = self._new_editor(text)

    def put(self, text: str, caret: int) -> None:
        """Show a change of this text that was not typed."""
        self._typed.set(text, caret)
        self._send()

    def undo_comes(self) -> None:
        """The keys of undo or redo were pressed, and the widget is about to follow them as well."""
        self._wait_for_undo.start(UNDO_SECONDS, lambda: None)

    def fit(self, words_scale: float) -> None:
        """Give the numbers of the lines room, where words are so much larger than designed."""
        if words_scale != self._words_scale:
            self._words_scale = words_scale
            self._editor.gutter_style = _gutter(words_scale)

    def show(self, problems: Sequence[Problem]) -> None:
        """Mark the lines of these problems."""
        self._editor.issues = [_issue(problem) for problem in problems]

    def offer(self, completions: Completions) -> None:
        """Complete with these words from now on."""
        self._completions = completions

    def _offer_words(self) -> None:
        """Offer the words that fit where one types; in a text of one's own Enter begins a line, and no more."""
        if self._completions is None:
            return
        words = list(self._completions.at(self._typed.text[: self._typed.caret].rpartition("\n")[2]))
        if words != self._editor.autocomplete_words:
            self._editor.autocomplete, self._editor.autocomplete_words = bool(words), words
            self._update()

    @property
    def is_waiting(self) -> bool:
        """Whether something was typed whose caret is still to come."""
        return self._told is not None

    def close(self) -> None:
        """Cancel what is still to be told or sent."""
        self._told = None
        for call in (self._mend_later, self._wait_for_undo, self._wait_for_caret):
            call.cancel()

    def _new_editor(self, text: str) -> code.CodeEditor:
        return code.CodeEditor(
            language=code.CodeLanguage.YAML,
            value=text,
            expand=True,
            autocomplete=False,
            autocomplete_words=[],
            text_style=_letters(),
            code_theme=_colours(),
            gutter_style=_gutter(self._words_scale),
            on_change=guarded(self._changed),
            on_selection_change=guarded(self._placed),
        )

    def _letter_drawn(self, event: ft.LayoutSizeChangeEvent[ft.LayoutControl]) -> None:
        """Have the widget measure its lines anew in a font that came late; else it breaks long ones, and miscounts."""
        if self._letter_width not in {0.0, event.width}:
            self._editor.text_style = _letters(measured_again=self._editor.text_style == _letters())
            self._update()
        self._letter_width = event.width

    def _changed(self, event: ft.Event[code.CodeEditor]) -> None:
        """A text comes; where its caret stands comes right after it, unless that is where it was."""
        if event.control is not self._editor:
            return
        self.take_all()
        text = str(event.data)
        caret = _characters(text, self._caret_units)
        if self._typed.was_sent(text) and not self._typed.is_one_key_more(text, caret):
            self._obeyed(text)
        elif self._wait_for_undo.is_waiting:
            self._wait_for_undo.cancel()
            self._typed.pass_over(text)
            self._mend_later.start(0, self._mend)
        else:
            self._told = text
            wait = CARET_SECONDS if len(text) > len(self._typed.text) else STILL_CARET_SECONDS
            # In two halves: what kept the loop from the end of the first may have kept the caret too.
            take = partial(self._wait_for_caret.start, wait / 2, guarded(self.take_all))
            self._wait_for_caret.start(wait / 2, take)

    def _placed(self, event: ft.TextSelectionChangeEvent[code.CodeEditor]) -> None:
        """Take where the widget has put its caret."""
        if event.control is self._editor:
            before, self._caret_units = self._caret_units, event.selection.extent_offset
            self._take(before)
            is_put = event.selection.directional and event.selection.affinity == self._put_mark
            if self._typed.is_caret_lost and is_put:
                self._follow_put()

    def _obeyed(self, text: str) -> None:
        self._typed.obeyed(text)
        self._put_caret()

    def _follow_put(self) -> None:
        """The caret is where it was put last; what was typed while that was on its way has it belong elsewhere."""
        if self._caret_units == _units(self._typed.before_caret):
            self._typed.caret_found()
        else:
            self._put_caret()

    def _put_caret(self) -> None:
        """Put the caret where it was, which the widget forgets with each text that it is sent.

        Nobody who types or taps makes a caret with a direction, so that the widget tells this one as another
        than it has, wherever that is; and none like the one put before it, of which the word may still come.
        """
        if self._typed.is_awaited:
            return
        self._put_mark = OTHER_MARK[self._put_mark]
        units = _units(self._typed.before_caret)
        self._editor.selection = ft.TextSelection(units, units, self._put_mark, directional=True)
        self._update()

    def take_all(self) -> None:
        """Take at once what was typed last, whose caret may still come."""
        self._take(self._caret_units)

    def _take(self, units_before: int) -> None:
        """Take it, with the caret as it is now; one that was sent is typed if its key has moved the caret on."""
        told, self._told = self._told, None
        self._wait_for_caret.cancel()
        if told is None:
            return
        caret = _characters(told, self._caret_units)
        if self._typed.was_sent(told) and caret != _characters(told, units_before) + 1:
            self._obeyed(told)
            return
        lines = self._typed.text.count("\n")
        if self._typed.heard(told, caret):
            self._on_typed(self._typed.text, self._typed.caret)
        self._offer_words()
        has_new_line = self._typed.text.count("\n") > lines
        self._mend_later.start(0 if has_new_line else SETTLE_SECONDS, self._mend)

    def _mend(self) -> None:
        if not self._typed.is_in_step:
            self._send()
            self._update()

    def _send(self) -> None:
        """Send the text as it is, or later: what comes while one is awaited could be that one, or be typed."""
        if self._typed.is_awaited and self._put_off < MOST_PUT_OFF:
            self._put_off += 1
            self._mend_later.start(SETTLE_SECONDS, self._mend)
            return
        self._put_off = 0
        self._editor.value = self._typed.send()

    def _update(self) -> None:
        try:
            self._editor.update()
        except RuntimeError:
            logger.debug("The text is not on a page now; it is sent with the page")


def _units(text: str) -> int:
    """How long Flutter finds a text: it counts a rare letter or an emoji as two."""
    return len(text.encode("utf-16-le")) // 2


def _characters(text: str, units: int) -> int:
    """The place that Flutter counts as so many units, in characters."""
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))


def _issue(problem: Problem) -> code.Issue:
    return code.Issue(problem.line - 1, problem.keyed_message, SEVERITIES[problem.severity])


def _colours() -> code.CustomCodeTheme:
    """The marks of YAML in the colours of the page, by the names that the highlighter gives them."""
    plain, value = ft.TextStyle(color=theme.INK), ft.TextStyle(color=theme.SWITCH)
    return code.CustomCodeTheme(
        root=ft.TextStyle(color=theme.INK, bgcolor=theme.SURFACE),
        attr=ft.TextStyle(color=theme.HOLD),
        string=plain,
        number=value,
        literal=value,
        bullet=value,
        meta=value,
        comment=ft.TextStyle(color=theme.QUIET),
    )


def _letters(*, measured_again: bool = False) -> ft.TextStyle:
    """How the text is written, told in one of two ways that look the same."""
    fallback = [theme.MONO] if measured_again else None
    return ft.TextStyle(font_family=theme.MONO, size=SIZE, height=LINES, font_family_fallback=fallback)


def _gutter(words_scale: float) -> code.GutterStyle:
    return code.GutterStyle(
        text_style=ft.TextStyle(color=theme.QUIET, font_family=theme.MONO, size=SIZE, height=LINES),
        width=GUTTER_WIDTH + NUMBERS_WIDTH * (words_scale - 1),
        margin=4,
        show_folding_handles=False,
    )
