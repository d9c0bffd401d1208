"""Routine files for tests: right ones, and ones with a few things that may be wrong, each key by key."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from hypothesis import strategies as st

from routine_app.core.routine.muscles import MUSCLES

Node: TypeAlias = "str | list[Node] | Mapping"
"""A value: a scalar as it is written in the file, a list, or a mapping."""


@dataclass
class Mapping:
    """A mapping: keys as they are written, in order, any of them perhaps twice."""

    pairs: list[tuple[str, Node]]


def written(node: Node) -> str:
    """The value as YAML, on one line."""
    if isinstance(node, str):
        return node
    if isinstance(node, list):
        return f"[{', '.join(map(written, node))}]"
    return "{" + ", ".join(f"{key}: {written(value)}" for key, value in node.pairs) + "}"


def quoted(text: str) -> str:
    """A text in double quotes, with an escape for what is not printable."""
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(letter: str) -> str:
    if letter in '"\\':
        return "\\" + letter
    return letter if letter.isprintable() else f"\\U{ord(letter):08x}"


def _quoted(texts: st.SearchStrategy[str]) -> st.SearchStrategy[Node]:
    return texts.map(quoted)


def _one(*values: str) -> st.SearchStrategy[Node]:
    return st.sampled_from(values)


WORDS_OF_YAML = ("", '""', '" "', "~", "null", "true", "False", "No", '"null"')
NUMBERS = (
    *("0", "1", "2", "5", "20", "21", "-1", "-0", "+5", "007", "0x5", "0o7", "5.0", "5.", ".5", "1.5", "1e1"),
    *(
        "299",
        "300",
        "300.0004",
        "300.0006",
        "301",
        "0.9",
        "0.9994",
        "0.9996",
        "1800",
        "1801",
        "-1800",
        "-1801",
    ),
    *("1234567", "30.123456", "30.1234567", ".inf", "-.inf", ".nan", "0" * 10 + "5", "9" * 41),
)
"""Without quotes: a number beyond its limits that is quoted is a text to the schema."""

SPELLINGS = (
    *(
        "30s",
        "30 s",
        "30S",
        "1m",
        "1M",
        "1m30s",
        "1 m 30 s",
        "1.5m",
        "1:30",
        "0:00",
        "0s",
        '"30"',
        '" 45 "',
        "'1m'",
    ),
    *(
        "5m",
        "5m1s",
        "5:00",
        "5:01",
        "300.0004s",
        "299.9996s",
        "301s",
        "30m",
        "30m1s",
        "30:00",
        "30:01",
        "0.9s",
        "1s",
    ),
    *(
        "3 min",
        "30 sec",
        "1h",
        "1m60s",
        "1:60",
        "1:5",
        "-10s",
        "+10s",
        "1,5m",
        "s",
        "m",
        "1m30",
        "1.5m30s",
        "1:30s",
    ),
)
CUE_TIMES = (
    *(
        "start",
        "halfway",
        "end",
        "Start",
        "middle",
        '" end"',
        "25%",
        "0%",
        "100%",
        "100.0 %",
        "101%",
        "100.000001%",
    ),
    *(
        "025%",
        "1000%",
        "-25%",
        "33.3%",
        "-10s",
        '"- 10s"',
        "--10s",
        "-1:30",
        "29s",
        "-29s",
        "31s",
        "-31s",
        "-10",
        "10",
    ),
)
LAYOUTS = (
    "a\nb",
    "a\n",
    "\n",
    " a ",
    "a\tb",
    "a\rb",
    "a\x00b",
    "a\x7fb",
    "a\u2028b",
    "a\ud800b",
    "a\ufeffb",
    "\u3000",
)


def _text(longest: int) -> st.SearchStrategy[Node]:
    """Texts on the limit and around it, of odd characters, and what is no text to YAML."""
    lengths = st.sampled_from((longest, longest + 1)).map("x".__mul__)
    padded = st.tuples(lengths, st.sampled_from((" ", "\n"))).map("".join)
    return st.one_of(
        _quoted(lengths),
        _quoted(st.one_of(padded, st.sampled_from(LAYOUTS), st.text(max_size=9))),
        _one("Lean", "1:30", *WORDS_OF_YAML, *NUMBERS),
    )


_RIGHT_TEXT = st.one_of(
    _one("Lean", "Keep still", "2024", "No"), _quoted(st.text("aé ヨ:#'-", min_size=1).map("a".__add__))
)
_WORD = st.one_of(_text(40), _one('"a b"', '"a,b"'), _one("after-run", "before-run", '" a "'))
_MUSCLE = st.one_of(_text(60), st.sampled_from(MUSCLES), _one("it_bnd"))
_FIGURE = st.one_of(
    _text(80), _one("butterfly", "a.png", "a..b", ".", "..", '" . "', "a/b", '"a\\\\b"', '"a:b"', "a:b", ".a")
)
_DURATION = _one(*SPELLINGS, *NUMBERS, *WORDS_OF_YAML, "halfway")
_REPEATS = st.one_of(
    _one("0", "1", "20", "21", '"0"', '"21"'),
    _one(*NUMBERS, *WORDS_OF_YAML, '"5"', '" 7 "', '"20"', '"007"', "many", "2x"),
)
_AT = st.one_of(_one(*CUE_TIMES), _one(*SPELLINGS, *NUMBERS, *WORDS_OF_YAML))


def _choice(*words: str) -> st.SearchStrategy[Node]:
    return _one(
        *words, *(word.upper() for word in words), quoted(f" {words[0]} "), "lft", "1", *WORDS_OF_YAML
    )


def _lists(entries: st.SearchStrategy[Node], most: int) -> st.SearchStrategy[Node]:
    """Short lists of any entries, long ones of right ones, and one entry alone."""
    long = st.sampled_from((0, most, most + 1)).map(lambda size: ["a" for _ in range(size)])
    return st.one_of(st.lists(entries, max_size=2), long, entries)


def _any_of(**values: st.SearchStrategy[Node]) -> st.SearchStrategy[Mapping]:
    """Mappings with some of these keys."""
    return st.fixed_dictionaries({}, optional=values).map(lambda pairs: Mapping(list(pairs.items())))


_SIDES = st.one_of(
    _choice("each", "together", "left", "right"), _any_of(left=_DURATION, right=_DURATION, up=_DURATION)
)
_CUE = st.one_of(_text(140), _any_of(at=_AT, say=_text(140)), _any_of(Breathe=_RIGHT_TEXT))
_CUES: st.SearchStrategy[Node] = st.one_of(st.lists(_CUE, max_size=2), _lists(_one("Now."), 20))

SUSPECTS: dict[str, st.SearchStrategy[Node]] = {
    "title": _text(80),
    "description": _text(500),
    "tags": _lists(_WORD, 20),
    "get_ready": _DURATION,
    "rest": _DURATION,
    "switch": _DURATION,
    "rounds": _REPEATS,
    "name": _text(60),
    "kind": _choice("stretch", "strength"),
    "muscles": _lists(_MUSCLE, 6),
    "sides": _SIDES,
    "first": _choice("left", "right"),
    "hold": _DURATION,
    "sets": _REPEATS,
    "how": _text(500),
    "why": _text(500),
    "figure": _FIGURE,
    "cues": _CUES,
    "at": _AT,
    "say": _text(140),
    "left": _DURATION,
    "right": _DURATION,
    "holds": _one("1"),
    '" name"': _one("B"),
    '"hold "': _one("9"),
    "<<": _one("1"),
}
"""What may stand at a key, right or wrong; the last four are no keys, or keys with spaces."""

_Pairs: TypeAlias = dict[str, st.SearchStrategy[Node]]


def _mapping(required: _Pairs, optional: _Pairs) -> st.SearchStrategy[Mapping]:
    pairs = st.fixed_dictionaries(required, optional=optional)
    return pairs.map(lambda values: Mapping(list(values.items())))


_RIGHT_GAPS: _Pairs = {"rest": _one("8s", "0", "300"), "switch": _one("5m", "0:04")}
_RIGHT_SIDES = _mapping({"left": _one("45s"), "right": _one("1:00", "60")}, {})
_RIGHT_CUE = st.one_of(
    _RIGHT_TEXT, _mapping({"at": _one("halfway", "25%", "-1s", "0"), "say": _RIGHT_TEXT}, {})
)
_RIGHT_STRETCH = _mapping(
    {"name": _RIGHT_TEXT, "hold": _one("30", "30s", "1m30s", "1:30", "1800")},
    _RIGHT_GAPS
    | {
        "kind": _one("stretch", "strength"),
        "muscles": st.sampled_from(MUSCLES).map(lambda muscle: [muscle]),
        "sides": st.one_of(_one("each", "together"), _RIGHT_SIDES),
        "first": _one("left", "right"),
        "sets": _one("1", "2"),
        "how": _RIGHT_TEXT,
        "why": _RIGHT_TEXT,
        "figure": _one("butterfly"),
        "cues": st.lists(_RIGHT_CUE, max_size=3),
    },
)
_RIGHT_ROUTINE = _mapping(
    {"title": _RIGHT_TEXT, "stretches": st.lists(_RIGHT_STRETCH, min_size=1, max_size=3)},
    _RIGHT_GAPS
    | {"description": _RIGHT_TEXT, "tags": _one("[hips, after-run]", "hips"), "rounds": _one("1", "3")},
)


_OF_A_ROUTINE = ("title", "description", "tags", "get_ready", "rounds")
_OF_A_STRETCH = ("name", "kind", "muscles", "sides", "first", "hold", "sets", "how", "why", "figure", "cues")


@st.composite
def routine_texts(draw: st.DrawFn) -> str:
    """A routine file in which up to two things are out of the ordinary."""
    root = draw(_RIGHT_ROUTINE)
    for _ in range(draw(st.sampled_from((1, 1, 1, 2, 0)))):
        if draw(st.integers(0, 3)):
            key = draw(st.sampled_from(tuple(SUSPECTS)))
            _set(_owner(draw, root, key), key, draw(SUSPECTS[key]))
        else:
            _disturb(draw, root)
    return written(root) + "\n"


def _owner(draw: st.DrawFn, root: Mapping, key: str) -> Mapping:
    """A mapping to which the key belongs, made if there is none; any, for what is no key."""
    stretch = draw(st.sampled_from(_stretches(root))) if _stretches(root) else root
    match key:
        case "at" | "say":
            cue = Mapping([("at", "end"), ("say", "Now.")])
            _set(stretch, "cues", [cue])
            return cue
        case "left" | "right":
            sides = Mapping([("left", "45s"), ("right", "45s")])
            _set(stretch, "sides", sides)
            return sides
        case _ if key in _OF_A_ROUTINE:
            return root
        case _ if key in _OF_A_STRETCH:
            return stretch
        case _:
            return draw(st.sampled_from(list(_mappings_in(root))))


def _disturb(draw: st.DrawFn, root: Mapping) -> None:
    """Leave a key out, write it twice or with another sort of value, or write far too many stretches."""
    mapping = draw(st.sampled_from(list(_mappings_in(root))))
    keys = [key for key, _ in mapping.pairs] or ["name"]
    key = draw(st.sampled_from(keys))
    match draw(st.integers(0, 3)):
        case 0:
            mapping.pairs[:] = [pair for pair in mapping.pairs if pair[0] != key]
        case 1:
            mapping.pairs.append((key, draw(SUSPECTS.get(key, _RIGHT_TEXT))))
        case 2:
            _set(mapping, key, draw(st.one_of(_one("a", "5"), st.just([]), _any_of(a=_one("1")))))
        case _:
            size = draw(st.sampled_from((0, 1, 100, 101)))
            _set(root, "stretches", [Mapping([("name", "A"), ("hold", "9")]) for _ in range(size)])


def _set(mapping: Mapping, key: str, value: Node) -> None:
    mapping.pairs[:] = [*(pair for pair in mapping.pairs if pair[0] != key), (key, value)]


def _stretches(root: Mapping) -> list[Mapping]:
    nodes = [value for key, value in root.pairs if key == "stretches"]
    return [entry for node in nodes if isinstance(node, list) for entry in node if isinstance(entry, Mapping)]


def _mappings_in(node: Node) -> Iterable[Mapping]:
    if isinstance(node, str):
        return
    if isinstance(node, Mapping):
        yield node
    for child in node if isinstance(node, list) else [value for _, value in node.pairs]:
        yield from _mappings_in(child)
