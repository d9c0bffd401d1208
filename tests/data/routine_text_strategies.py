"""Generates routine files as people lay them out: every quote, comment, indentation and line ending.

`written_routines()` gives a `WrittenRoutine`: its text, and where its numbers and its stretches stand in it.
Every text reads without an error, and plans stay short enough that plus and minus never make them too long.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from hypothesis import strategies as st

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


def spelled(seconds: int) -> st.SearchStrategy[str]:
    """The spellings of a duration."""
    minutes, rest = divmod(seconds, 60)
    spellings = [f"{seconds}", f"{seconds}s", f"{seconds} s", f"{seconds}S", f"{seconds}.0s", f"0{seconds}"]
    spellings.append(f"{minutes}:{rest:02}")
    if minutes:
        parts = f"{minutes} m {rest} s" if rest else f"{minutes} m"
        spellings += [parts, parts.replace(" ", ""), parts.replace(" ", "").upper(), f"{minutes}m{rest:02}s"]
    if seconds % 6 == 0:
        spellings.append(f"{seconds / 60:.1f}m")
    return st.sampled_from(spellings)


comment_texts = st.text(MARKS + "\t", max_size=12) | st.sampled_from(
    [" - name: not a stretch", " hold: 30s", " {", " ]", " 'it", "!", " sets: 9"]
)
comments = comment_texts.map(lambda text: "#" + text.rstrip())
after_value = st.just("") | st.just("  ") | comments.map(lambda comment: "  " + comment)


@st.composite
def fillers(draw: st.DrawFn) -> list[str]:
    """Lines that say nothing: blank ones, and comments at any indentation."""
    blank = st.sampled_from(["", "", "  ", "      "])
    comment = st.builds(lambda indent, text: " " * indent + text, st.integers(0, 8), comments)
    return draw(st.lists(blank | comment, max_size=2)) if draw(st.booleans()) else []


@st.composite
def one_line_texts(draw: st.DrawFn, *, in_flow: bool = False) -> str:
    """A text on one line: plain, or in either quotes."""
    style = draw(st.sampled_from(["plain", "'", '"']))
    text = "a" + draw(st.text(LETTERS if style == "plain" else MARKS, max_size=20)) + "z"
    if style == "'":
        return "'" + text.replace("'", "''") + "'"
    if style == '"':
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return text.replace(" ", "-") if in_flow else text


@st.composite
def block_texts(draw: st.DrawFn) -> list[str]:
    """A text below its key, as the lines after it: literal or folded; the first is the header."""
    header = draw(st.sampled_from(["|", ">", "|-", ">-", "|+", ">+"])) + draw(after_value)
    lines = draw(st.lists(st.text(MARKS, max_size=10), min_size=1, max_size=3))
    return [header, *("  x" + line for line in lines)]


def quoted(text: str) -> st.SearchStrategy[str]:
    """A number's text with or without quotes; the marks of its span stay inside them."""
    return st.sampled_from([text, text, f"'{text}'", f'"{text}"'])


@st.composite
def number_values(draw: st.DrawFn, layout: _Layout, index: int, knob: str) -> str:
    """A number: written out, with an anchor, or as the alias of an earlier one."""
    number = (index, knob)
    kind = "sets" if knob == "sets" else "rest" if knob == "rest" else "hold"
    choice = draw(st.sampled_from(["plain"] * 6 + ["anchor", "alias"]))
    if choice == "alias" and kind in layout.anchors:
        layout.shared.add(layout.anchors[kind])
        layout.aliases.add(number)
        return _marked(f"{index}.{knob}", f"*{kind}") + " "
    text = str(draw(st.integers(1, 4))) if kind == "sets" else draw(spelled(draw(SECONDS)))
    value = draw(quoted(_marked(f"{index}.{knob}", text)))
    if choice != "anchor":
        return value
    layout.anchors[kind] = number
    return f"&{kind} {value}"


@st.composite
def flow_stretches(draw: st.DrawFn, layout: _Layout, index: int, newline: str) -> str:
    """A stretch in braces; `newline` is what may stand between its keys, beside a space."""
    gap = st.sampled_from([" ", "  ", newline])
    pairs = [f"name: {draw(one_line_texts(in_flow=True))}"]
    if draw(st.booleans()):
        left, right = (draw(number_values(layout, index, f"{side} hold")) for side in ("left", "right"))
        pairs.append(f"sides: {{left: {left}, right: {right}}}")
    else:
        pairs.append(f"hold: {draw(number_values(layout, index, 'hold'))}")
    pairs += [
        f"{key}: {draw(number_values(layout, index, key))}" for key in ("sets", "rest") if draw(st.booleans())
    ]
    body = pairs[0]
    for pair in _shuffled_keeping_anchors(draw, pairs[1:]):
        body += "," + draw(gap) + pair
    return _marked(str(index), "{" + body + draw(st.sampled_from(["", " ", ","])) + "}")


def _shuffled_keeping_anchors(draw: st.DrawFn, pairs: Sequence[str]) -> list[str]:
    """Another order, unless an anchor could come to stand after its alias."""
    if any("*" in pair or "&" in pair for pair in pairs):
        return list(pairs)
    return draw(st.permutations(pairs))


def _indented(lines: Sequence[str], spaces: int) -> list[str]:
    return [" " * spaces + line if line.strip("\x02") else line for line in lines]


@st.composite
def keyed(draw: st.DrawFn, key: str, value: str) -> list[str]:
    """A key and a value on one line or on two, with or without a comment."""
    key = draw(st.sampled_from([key, key, f'"{key}"', f"'{key}'"]))
    if draw(st.integers(0, 7)) == 0:
        return [f"{key}:" + draw(after_value), f"   {value}" + draw(after_value)]
    return [f"{key}:" + draw(st.sampled_from([" ", "   "])) + value + draw(after_value)]


@st.composite
def sides_lines(draw: st.DrawFn, layout: _Layout, index: int) -> list[str]:
    """The holds of a stretch: one for both sides, or a mapping."""
    if draw(st.booleans()):
        lines = draw(keyed("hold", draw(number_values(layout, index, "hold"))))
        word = draw(st.sampled_from(["", "each", "together", "left"]))
        return [*lines, *draw(keyed("sides", word))] if word else lines
    left, right = (draw(number_values(layout, index, f"{side} hold")) for side in ("left", "right"))
    if draw(st.booleans()):
        return draw(keyed("sides", f"{{left: {left}, right: {right}}}"))
    return ["sides:" + draw(after_value), *_indented([f"left: {left}", *draw(keyed("right", right))], 2)]


@st.composite
def other_keys(draw: st.DrawFn) -> list[list[str]]:
    """Keys of a stretch that have no number, each as its lines."""
    keys: list[list[str]] = []
    if draw(st.booleans()):
        keys.append(draw(keyed("muscles", draw(st.sampled_from(["[glutes]", "glutes", "['core', neck]"])))))
    for key in ("how", "why"):
        if draw(st.integers(0, 2)) == 0:
            first, *rest = draw(block_texts())
            keys.append([f"{key}: {first}", *rest])
    if draw(st.booleans()):
        cues = draw(st.lists(one_line_texts(), min_size=1, max_size=2))
        keys.append(["cues:", *(f"- {cue}{draw(after_value)}" for cue in cues), "- {at: halfway, say: Now.}"])
    return keys


@st.composite
def block_stretches(draw: st.DrawFn, layout: _Layout, index: int) -> list[str]:
    """The lines of a stretch below each other, with its dash, from column 1 on."""
    keys = [draw(keyed("name", draw(one_line_texts()))), draw(sides_lines(layout, index))]
    keys += [
        draw(keyed(key, draw(number_values(layout, index, key))))
        for key in ("sets", "rest")
        if draw(st.booleans())
    ]
    keys += draw(other_keys())
    if not any("*" in line or "&" in line for key in keys for line in key if "\x00" in line):
        keys = draw(st.permutations(keys))
    lines = list(keys[0])
    for key in keys[1:]:
        lines += [*draw(fillers()), *key]
    if draw(st.integers(0, 4)) == 0:
        lines = ["-" + draw(after_value), *_indented([*draw(fillers()), *lines], layout.key_indent)]
    else:
        first, *rest = _indented(lines, layout.key_indent)
        lines = ["-" + first[1:], *rest]
    return (
        [f"\x00{index}\x01{lines[0]}", *lines[1:-1], lines[-1] + "\x02"]
        if len(lines) > 1
        else [_marked(str(index), lines[0])]
    )


@st.composite
def block_lists(draw: st.DrawFn, layout: _Layout, count: int) -> list[str]:
    """The lines of `stretches` as a list with dashes."""
    lines = ["stretches:" + draw(after_value), *draw(fillers())]
    for index in range(count):
        if draw(st.integers(0, 4)) == 0:
            newline = layout.line_break + " " * (layout.dash_indent + 3)
            entry = ["- " + draw(flow_stretches(layout, index, newline)) + draw(after_value)]
        else:
            entry = draw(block_stretches(layout, index))
        lines += [*_indented(entry, layout.dash_indent), *draw(fillers())]
    return lines


@st.composite
def flow_lists(draw: st.DrawFn, layout: _Layout, count: int) -> list[str]:
    """The lines of `stretches` as a list in brackets, on one line or on several."""
    newline = layout.line_break + "   "
    entries = [draw(flow_stretches(layout, index, newline)) for index in range(count)]
    if draw(st.booleans()):
        return ["stretches: [" + ", ".join(entries) + "]" + draw(after_value)]
    lines = ["stretches: [" + draw(after_value)]
    for index, entry in enumerate(entries):
        comma = "," if index < count - 1 else draw(st.sampled_from(["", ","]))
        lines += [*draw(fillers()), f"  {entry}{comma}" + draw(after_value)]
    return [*lines, *draw(fillers()), " ]"]


@st.composite
def written_routines(draw: st.DrawFn, least: int = 1) -> WrittenRoutine:
    """A routine of at least so many stretches, and at most four."""
    layout = _Layout(
        line_break=draw(st.sampled_from(["\n", "\n", "\r\n", "\r"])),
        dash_indent=draw(st.sampled_from([0, 2, 4])),
        key_indent=draw(st.sampled_from([2, 2, 3, 4])),
    )
    count = draw(st.integers(least, 4))
    is_flow_list = draw(st.integers(0, 3)) == 0
    stretches = draw((flow_lists if is_flow_list else block_lists)(layout, count))
    parts = [draw(keyed("title", draw(one_line_texts()))), stretches]
    if draw(st.booleans()):
        parts.append(draw(keyed("rest", draw(spelled(draw(SECONDS))))))
    if draw(st.booleans()):
        parts.append(["tags: [hips]" + draw(after_value)])
    lines: list[str] = draw(fillers())
    for part in draw(st.permutations(parts)):
        lines += [*part, *draw(fillers())]
    marked = layout.line_break.join(lines) + draw(st.sampled_from(["", layout.line_break]))
    text, spans = _resolved(draw(st.sampled_from(["", "", "\ufeff"])) + marked)
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
