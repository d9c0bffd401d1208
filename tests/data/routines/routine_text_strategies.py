"""Generates routine files as people lay them out: every quote, comment, indentation and line ending.

`written_routines()` gives a `WrittenRoutine`: its text, and where its numbers and its stretches stand in it.
Every text reads without an error, and plans stay short enough that plus and minus never make them too long.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TypeVar

from hypothesis import strategies as st

Option = TypeVar("Option")

LETTERS = "abc xyz äß漢\U0001f9d8\U00010348"
MARKS = LETTERS + "'\":#-{}[],&*!|>%@`\\?="
SECONDS = st.integers(min_value=8, max_value=240)


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of a text, from `start` up to `end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class WrittenRoutine:
    """A text and what is known of it.

    `numbers` has the characters of each number that is written, by the stretch's index and the knob's
    value, an alias's included. `stretches` has each stretch from its dash or bracket to its last character.
    `shared` are the numbers that aliases repeat, `aliases` those that are aliases.
    """

    text: str
    is_flow_list: bool
    numbers: dict[tuple[int, str], Span]
    stretches: tuple[Span, ...]
    shared: frozenset[tuple[int, str]]
    aliases: frozenset[tuple[int, str]]


@dataclass(slots=True)
class _Layout:
    """What is drawn for a whole file, and the anchors that it has so far."""

    line_break: str
    dash_indent: int
    key_indent: int
    anchors: dict[str, tuple[int, str]] = field(default_factory=dict)
    shared: set[tuple[int, str]] = field(default_factory=set)
    aliases: set[tuple[int, str]] = field(default_factory=set)


# While a text is made, a span's start is \x00KEY\x01 and its end \x02; these go when it is finished.
_MARK = re.compile("\x00([^\x01]*)\x01|\x02")


def _marked(key: str, text: str) -> str:
    return f"\x00{key}\x01{text}\x02"


def _resolved(marked: str) -> tuple[str, dict[str, Span]]:
    parts: list[str] = []
    spans: dict[str, Span] = {}
    opened: list[tuple[str, int]] = []
    length = at = 0
    for match in _MARK.finditer(marked):
        parts.append(marked[at : match.start()])
        length += match.start() - at
        at = match.end()
        if match[1] is None:
            key, start = opened.pop()
            spans[key] = Span(start, length)
        else:
            opened.append((match[1], length))
    return "".join([*parts, marked[at:]]), spans


@cache
def _below(count: int) -> st.SearchStrategy[int]:
    """A number from 0 on. Strategies are made once each: a new one for each draw took three times as long."""
    return st.integers(0, count - 1)


def one_of(draw: st.DrawFn, *options: Option) -> Option:
    """One of several, each as likely."""
    return options[draw(_below(len(options)))]


def now_and_then(draw: st.DrawFn, one_in: int) -> bool:
    """True once in so many times; a failing example is shrunk towards False."""
    return draw(_below(one_in)) == one_in - 1


def spelled(draw: st.DrawFn, seconds: int) -> str:
    """A duration in one of its spellings."""
    minutes, rest = divmod(seconds, 60)
    spellings = [f"{seconds}", f"{seconds}s", f"{seconds} s", f"{seconds}S", f"{seconds}.0s", f"0{seconds}"]
    spellings.append(f"{minutes}:{rest:02}")
    if minutes:
        parts = f"{minutes} m {rest} s" if rest else f"{minutes} m"
        spellings += [parts, parts.replace(" ", ""), parts.replace(" ", "").upper(), f"{minutes}m{rest:02}s"]
    if seconds % 6 == 0:
        spellings.append(f"{seconds / 60:.1f}m")
    return one_of(draw, *spellings)


comment_texts = st.text(MARKS + "\t", max_size=12) | st.sampled_from(
    [" - name: not a stretch", " hold: 30s", " {", " ]", " 'it", "!", " sets: 9"]
)
comments = comment_texts.map(lambda text: "#" + text.rstrip())
after_value = st.just("") | st.just("  ") | comments.map(lambda comment: "  " + comment)
blanks = st.sampled_from(["", "", "  ", "      "])
indented_comments = st.builds(lambda indent, text: " " * indent + text, st.integers(0, 8), comments)
filler_lists = st.lists(blanks | indented_comments, max_size=2)
plain_texts, marked_texts = st.text(LETTERS, max_size=20), st.text(MARKS, max_size=20)
block_lines = st.lists(st.text(MARKS, max_size=10), min_size=1, max_size=3)


def fillers(draw: st.DrawFn) -> list[str]:
    """Lines that say nothing: blank ones, and comments at any indentation."""
    return draw(filler_lists) if now_and_then(draw, 2) else []


def one_line_text(draw: st.DrawFn, *, in_flow: bool = False) -> str:
    """A text on one line: plain, or in either quotes."""
    style = one_of(draw, "plain", "'", '"')
    text = "a" + draw(plain_texts if style == "plain" else marked_texts) + "z"
    if style == "'":
        return "'" + text.replace("'", "''") + "'"
    if style == '"':
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return text.replace(" ", "-") if in_flow else text


def block_text(draw: st.DrawFn) -> list[str]:
    """A text below its key, as the lines after it: literal or folded; the first is the header."""
    header = one_of(draw, "|", ">", "|-", ">-", "|+", ">+") + draw(after_value)
    return [header, *("  x" + line for line in draw(block_lines))]


def quoted(draw: st.DrawFn, text: str) -> str:
    """A number's text with or without quotes; the marks of its span stay inside them."""
    return one_of(draw, text, text, f"'{text}'", f'"{text}"')


def number_value(draw: st.DrawFn, layout: _Layout, index: int, knob: str) -> str:
    """A number: written out, with an anchor, or as the alias of an earlier one."""
    number = (index, knob)
    kind = "sets" if knob == "sets" else "rest" if knob == "rest" else "hold"
    choice = one_of(draw, *["plain"] * 6, "anchor", "alias")
    if choice == "alias" and kind in layout.anchors:
        layout.shared.add(layout.anchors[kind])
        layout.aliases.add(number)
        return _marked(f"{index}.{knob}", f"*{kind}") + " "
    text = one_of(draw, "1", "2", "3", "4") if kind == "sets" else spelled(draw, draw(SECONDS))
    value = quoted(draw, _marked(f"{index}.{knob}", text))
    if choice != "anchor":
        return value
    layout.anchors[kind] = number
    return f"&{kind} {value}"


def flow_stretch(draw: st.DrawFn, layout: _Layout, index: int, newline: str) -> str:
    """A stretch in braces; `newline` is what may stand between its keys, beside a space."""
    pairs = [f"name: {one_line_text(draw, in_flow=True)}"]
    if now_and_then(draw, 2):
        left, right = (number_value(draw, layout, index, f"{side} hold") for side in ("left", "right"))
        pairs.append(f"sides: {{left: {left}, right: {right}}}")
    else:
        pairs.append(f"hold: {number_value(draw, layout, index, 'hold')}")
    pairs += [
        f"{key}: {number_value(draw, layout, index, key)}"
        for key in ("sets", "rest")
        if now_and_then(draw, 2)
    ]
    body = pairs[0]
    for pair in _shuffled_keeping_anchors(draw, pairs[1:]):
        body += "," + one_of(draw, " ", "  ", newline) + pair
    return _marked(str(index), "{" + body + one_of(draw, "", " ", ",") + "}")


def _shuffled_keeping_anchors(draw: st.DrawFn, pairs: Sequence[str]) -> list[str]:
    """Another order, unless an anchor could come to stand after its alias."""
    if any("*" in pair or "&" in pair for pair in pairs):
        return list(pairs)
    return draw(st.permutations(pairs))


def _indented(lines: Sequence[str], spaces: int) -> list[str]:
    return [" " * spaces + line if line.strip("\x02") else line for line in lines]


def keyed(draw: st.DrawFn, key: str, value: str) -> list[str]:
    """A key and a value on one line or on two, with or without a comment."""
    key = one_of(draw, key, key, f'"{key}"', f"'{key}'")
    if now_and_then(draw, 8):
        return [f"{key}:" + draw(after_value), f"   {value}" + draw(after_value)]
    return [f"{key}:" + one_of(draw, " ", "   ") + value + draw(after_value)]


def sides_lines(draw: st.DrawFn, layout: _Layout, index: int) -> list[str]:
    """The holds of a stretch: one for both sides, or a mapping."""
    if now_and_then(draw, 2):
        lines = keyed(draw, "hold", number_value(draw, layout, index, "hold"))
        word = one_of(draw, "", "each", "together", "left")
        return [*lines, *keyed(draw, "sides", word)] if word else lines
    left, right = (number_value(draw, layout, index, f"{side} hold") for side in ("left", "right"))
    if now_and_then(draw, 2):
        return keyed(draw, "sides", f"{{left: {left}, right: {right}}}")
    return ["sides:" + draw(after_value), *_indented([f"left: {left}", *keyed(draw, "right", right)], 2)]


def other_keys(draw: st.DrawFn) -> list[list[str]]:
    """Keys of a stretch that have no number, each as its lines."""
    keys: list[list[str]] = []
    if now_and_then(draw, 2):
        keys.append(keyed(draw, "muscles", one_of(draw, "[glutes]", "glutes", "['core', neck]")))
    for key in ("how", "why"):
        if now_and_then(draw, 3):
            first, *rest = block_text(draw)
            keys.append([f"{key}: {first}", *rest])
    if now_and_then(draw, 2):
        cues = [one_line_text(draw) for _ in range(one_of(draw, 1, 2))]
        keys.append(["cues:", *(f"- {cue}{draw(after_value)}" for cue in cues), "- {at: halfway, say: Now.}"])
    return keys


def block_stretch(draw: st.DrawFn, layout: _Layout, index: int) -> list[str]:
    """The lines of a stretch below each other, with its dash, from column 1 on."""
    keys = [keyed(draw, "name", one_line_text(draw)), sides_lines(draw, layout, index)]
    keys += [
        keyed(draw, key, number_value(draw, layout, index, key))
        for key in ("sets", "rest")
        if now_and_then(draw, 2)
    ]
    keys += other_keys(draw)
    if not any("*" in line or "&" in line for key in keys for line in key if "\x00" in line):
        keys = draw(st.permutations(keys))
    lines = list(keys[0])
    for key in keys[1:]:
        lines += [*fillers(draw), *key]
    if now_and_then(draw, 5):
        lines = ["-" + draw(after_value), *_indented([*fillers(draw), *lines], layout.key_indent)]
    else:
        first, *rest = _indented(lines, layout.key_indent)
        lines = ["-" + first[1:], *rest]
    return (
        [f"\x00{index}\x01{lines[0]}", *lines[1:-1], lines[-1] + "\x02"]
        if len(lines) > 1
        else [_marked(str(index), lines[0])]
    )


def block_list(draw: st.DrawFn, layout: _Layout, count: int) -> list[str]:
    """The lines of `stretches` as a list with dashes."""
    lines = ["stretches:" + draw(after_value), *fillers(draw)]
    for index in range(count):
        if now_and_then(draw, 5):
            newline = layout.line_break + " " * (layout.dash_indent + 3)
            entry = ["- " + flow_stretch(draw, layout, index, newline) + draw(after_value)]
        else:
            entry = block_stretch(draw, layout, index)
        lines += [*_indented(entry, layout.dash_indent), *fillers(draw)]
    return lines


def flow_list(draw: st.DrawFn, layout: _Layout, count: int) -> list[str]:
    """The lines of `stretches` as a list in brackets, on one line or on several."""
    newline = layout.line_break + "   "
    entries = [flow_stretch(draw, layout, index, newline) for index in range(count)]
    if now_and_then(draw, 2):
        return ["stretches: [" + ", ".join(entries) + "]" + draw(after_value)]
    lines = ["stretches: [" + draw(after_value)]
    for index, entry in enumerate(entries):
        comma = "," if index < count - 1 else one_of(draw, "", ",")
        lines += [*fillers(draw), f"  {entry}{comma}" + draw(after_value)]
    return [*lines, *fillers(draw), " ]"]


@st.composite
def written_routines(draw: st.DrawFn, least: int = 1) -> WrittenRoutine:
    """A routine of at least so many stretches, and at most four."""
    layout = _Layout(
        line_break=one_of(draw, "\n", "\n", "\r\n", "\r"),
        dash_indent=one_of(draw, 0, 2, 4),
        key_indent=one_of(draw, 2, 2, 3, 4),
    )
    count = least + draw(_below(5 - least))
    is_flow_list = now_and_then(draw, 4)
    stretches = (flow_list if is_flow_list else block_list)(draw, layout, count)
    parts = [keyed(draw, "title", one_line_text(draw)), stretches]
    if now_and_then(draw, 2):
        parts.append(keyed(draw, "rest", spelled(draw, draw(SECONDS))))
    if now_and_then(draw, 2):
        parts.append(["tags: [hips]" + draw(after_value)])
    lines: list[str] = fillers(draw)
    for part in draw(st.permutations(parts)):
        lines += [*part, *fillers(draw)]
    marked = layout.line_break.join(lines) + one_of(draw, "", layout.line_break)
    text, spans = _resolved(one_of(draw, "", "", "\ufeff") + marked)
    return WrittenRoutine(
        text=text,
        is_flow_list=is_flow_list,
        numbers={(int(index), knob): span for (index, dot, knob), span in _by_parts(spans) if dot},
        stretches=tuple(spans[str(index)] for index in range(count)),
        shared=frozenset(layout.shared),
        aliases=frozenset(layout.aliases),
    )


def _by_parts(spans: dict[str, Span]) -> list[tuple[tuple[str, str, str], Span]]:
    return [(key.partition("."), span) for key, span in spans.items()]
