"""What a person typed, told from what the text widget makes of it.

Flet's code editor puts a closing mark behind each opening one, so that "Runner's" becomes "Runner''s", puts
the caret before the spaces that it begins a new line with, and cannot be told to leave that. This takes out
what nobody typed, whatever is typed meanwhile.
"""

import re
from difflib import SequenceMatcher
from itertools import count

from routine_app.core.text.change import Change, change_between

ENTRY_WITH_KEY = re.compile(r"- +\w+:( |$)")
"""An entry of a list whose other keys come below."""

CLOSING = {'"': '"', "'": "'", "`": "`", "(": ")", "[": "]", "{": "}"}


class TypedText:
    """The text as it was typed, `text`, and what the widget shows, each character with a number of its own.

    The widget tells each of its texts in order, and obeys each text that it is sent, later: what it told
    until then was said without knowing of it. By the numbers a change of the one is made in the other.
    A text that it obeys costs it its caret, which stands anywhere in it until `caret_found`: what is
    typed meanwhile goes where the caret was. All offsets count characters.
    """

    def __init__(self, text: str) -> None:
        self._new_number = count()
        self.text = self._shown = text
        self._numbers = self._fresh(len(text))
        self._shown_numbers = list(self._numbers)
        self._sent: list[tuple[str, list[int]]] = []
        self.caret = 0
        self.is_caret_lost = False

    @property
    def before_caret(self) -> str:
        """What the widget shows before the place of the caret."""
        return self._shown[: _place_before(self._numbers[self.caret :], self._shown_numbers)]

    @property
    def is_awaited(self) -> bool:
        """Whether the widget was sent a text that it has not shown yet."""
        return bool(self._sent)

    @property
    def is_in_step(self) -> bool:
        """Whether the widget shows the text, or has been sent it."""
        return self.text == (self._sent[-1][0] if self._sent else self._shown)

    def heard(self, shown: str, caret: int) -> bool:
        """The widget tells a text of its own, and where its caret stands; gives whether `text` is another now."""
        before = self.text
        change = _typed_change(self._shown, shown, caret)
        fresh = self._fresh(len(shown) - len(self._shown) + len(change.removed))
        self._follow(change, fresh)
        self._shown_numbers[change.start : change.end] = fresh
        self._shown = shown
        return self.text != before

    def was_sent(self, shown: str) -> bool:
        """Whether the widget may show this text because it was sent it."""
        return any(text == shown for text, _ in self._sent)

    def is_one_key_more(self, shown: str, caret: int) -> bool:
        """Whether the widget may show this text because of one key, with its caret there before it.

        Not at the end: there a browser puts the caret with each text that the widget is sent, as that key would.
        """
        change = change_between(self._shown, shown, len(shown) - caret - 1)
        is_key = (change.start, change.removed, len(change.put)) == (caret, "", 1)
        return is_key and caret + 1 < len(shown)

    def obeyed(self, shown: str) -> None:
        """The widget shows a text because it was sent it; what it was sent before is past."""
        index = [text for text, _ in self._sent].index(shown)
        self._shown, self._shown_numbers = self._sent[index]
        del self._sent[: index + 1]
        self.is_caret_lost = True

    def caret_found(self) -> None:
        """The widget has its caret again."""
        self.is_caret_lost = False

    def pass_over(self, shown: str) -> None:
        """The widget shows a text that nobody meant, such as what its own undo makes."""
        self._shown, self._shown_numbers = shown, self._fresh(len(shown))
        matcher = SequenceMatcher(None, shown, self.text, autojunk=False)
        for first, meant_first, size in matcher.get_matching_blocks():
            self._shown_numbers[first : first + size] = self._numbers[meant_first : meant_first + size]

    def set(self, text: str, caret: int) -> None:
        """Put another text in its place, as a button does."""
        change = change_between(self.text, text)
        self._numbers[change.start : change.end] = self._fresh(len(change.put))
        self.text, self.caret = text, caret

    def send(self) -> str:
        """The text to send to the widget now."""
        if self.text != self._shown or self._sent:
            self._sent.append((self.text, list(self._numbers)))
        return self.text

    def _fresh(self, number_of_characters: int) -> list[int]:
        return [next(self._new_number) for _ in range(number_of_characters)]

    def _follow(self, change: Change, fresh: list[int]) -> None:
        """Do to the text what was done to the one that the widget showed; its new numbers are these."""
        removed = set(self._shown_numbers[change.start : change.end])
        kept = [index for index, number in enumerate(self._numbers) if number not in removed]
        numbers = [self._numbers[index] for index in kept]
        text = "".join(self.text[index] for index in kept)
        is_misplaced = self.is_caret_lost and not removed
        place = self.caret if is_misplaced else _place_before(self._shown_numbers[change.end :], numbers)
        put, put_numbers = change.put, fresh[: len(change.put)]
        if is_new_line(put):
            put = "\n" + indentation_after(text[:place].rpartition("\n")[2])
            put_numbers = [fresh[0], *self._fresh(len(put) - 1)]
        self.text = text[:place] + put + text[place:]
        self._numbers = [*numbers[:place], *put_numbers, *numbers[place:]]
        self.caret = place + len(put)


def is_new_line(put: str) -> bool:
    """Whether that is what the Enter key puts in: a line's end, and spaces to begin the next line with."""
    return put.startswith("\n") and not put[1:].strip(" ")


def indentation_after(line: str) -> str:
    """The spaces that a line of YAML begins with after another: below its key, or deeper below `key:`."""
    words = line.lstrip(" ")
    spaces = len(line) - len(words)
    if ENTRY_WITH_KEY.match(words):
        spaces += 2
    if words.endswith(":"):
        spaces += 2
    return " " * spaces


def _place_before(behind: list[int], numbers: list[int]) -> int:
    """Where the first of some characters stands that is there; the end if none is."""
    places = {number: index for index, number in enumerate(numbers)}
    return next((places[number] for number in behind if number in places), len(numbers))


def _typed_change(before: str, after: str, caret: int) -> Change:
    """What was typed: of a pair of marks the opening one alone, unless the caret stands behind both, as after a paste."""
    behind = len(after) - caret
    pair = change_between(before, after, max(0, behind - 1))
    opening, closing = pair.put[:1], pair.put[1:]
    if not pair.removed and closing and CLOSING.get(opening) == closing and caret != pair.start + 2:
        return Change(pair.start, "", opening)
    return change_between(before, after, behind)
