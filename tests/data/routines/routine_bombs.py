"""Routine files that are made to take long or much memory, of any size, and full ones that are none."""

ONLY = {
    "open brackets": "[",
    "open braces": "{",
    "list marks": "- ",
    "key marks": "? ",
    "colons": ":",
    "spaced colons": ": ",
    "double quotes": '"',
    "single quotes": "'",
    "tabs": "\t",
    "spaces": " ",
    "line breaks": "\n",
    "carriage returns": "\r\n",
    "NULs": "\0",
    "bells": "\x07",
    "byte order marks": "\ufeff",
    "digits": "9",
    "stars": "*",
    "ampersands": "&",
    "anchors": "&a ",
    "bangs": "!",
    "percents": "%",
    "bars": "|",
    "comments": "#a\n",
    "documents": "---\n",
    "words": "a ",
    "lines": "a\n",
    "entries": "- a\n",
    "empty entries": "-\n",
    "same keys": "a: b\n",
    "umlauts": "\u00e4",
    "backslashes": "\\",
    "no-break spaces": "\xa0",
    "indented lines": "\xa0a: b\n",
    "curly quotes": "\u201c",
    "curly texts": "- \u201ca: b\n",
    "bullets": "\u2022 a\n",
    "wide brackets": "\u3010",
    "fences": "```\n",
}
"""Files of nothing but these."""

BETWEEN = {
    "flow of entries": ("stretches: [", "a,", "]"),
    "flow of keys": ("{", "a,", "}"),
    "flow of lists": ("stretches: [", "[],", "]"),
    "flow of curly quotes": ("stretches: [", "\u201c", "]"),
    "flow of open texts": ("stretches: [", "\u201ca,", "]"),
    "flow of wide mappings": ("stretches: [", "\uff5bat\uff1a", "]"),
    "numbers for dashes": ("stretches:\n", "1. ", ""),
    "keys with no space": ("title: T\n", "hold:4\n", ""),
    "quotes of two kinds": ("title: T\n", 'how: "a\u201d\n', ""),
    "a huge number": ("title: T\nrounds: ", "9", ""),
    "a huge duration": ("title: T\nrest: ", "9", "s"),
    "a huge spaced duration": ("title: T\nrest: '1", " ", "x'"),
    "a huge percentage": ("title: T\nstretches: [{name: A, hold: 9, cues: [{say: b, at: ", "9", "%}]}]"),
    "a huge key": ("title: T\n", "k", ": 1"),
    "a huge text": ("title: ", "word ", ""),
    "a huge quoted text": ('title: "', "word ", '"'),
    "a huge block text": ("title: |\n", "  word\n", ""),
    "a huge escaped text": ('title: "', "\\x41", '"'),
    "a huge figure": ("stretches: [{figure: '", "/.", "'}]"),
    "a huge anchor": ("title: &", "a", " x"),
    "a huge alias": ("title: *", "a", ""),
    "a huge tag": ("title: !", "a", " x"),
    "a huge escaped tag": ("title: !<", "%41", "> x"),
    "a huge version": ("%YAML ", "1", ""),
    "many aliases": ("stretches: [&a {name: A, hold: 9},", "*a,", "]"),
    "many wrong tags": ("title: [", "!a b,", "]"),
    "many wrong aliases": ("title: [", "*a,", "]"),
    "many wrong muscles": ("stretches: [{name: A, hold: 9, muscles: [", "it_bnd,", "]}]"),
}
"""What files begin with, are full of, and end with."""


def bombs(size: int) -> dict[str, str]:
    """Files of at most so many bytes, each of which must be refused."""
    return {
        **{f"only {name}": filled(size, part) for name, part in ONLY.items()},
        **{name: filled(size, part, before, after) for name, (before, part, after) in BETWEEN.items()},
        "nested by indentation": "".join(f"{' ' * i}a:\n" for i in range(int((2 * size) ** 0.5) - 24)),
        "many tag handles": "".join(f"%TAG !{i:x}! a\n" for i in range(size // 17)) + "---\ntitle: T\n",
        "many anchors": "".join(f"k{i}: &a{i} 1\n" for i in range(size // 29)),
        "many wrong keys": "".join(f"titlr{i}: 1\n" for i in range(size // 27)),
        "laughs": laughs(levels=30, copies=10),
        "deep laughs": laughs(levels=size // 87, copies=2),
        "wide laughs": wide_laughs(),
        "wide lists": wide_lists(size // 29),
        "a mapping in itself": "&a {title: *a, stretches: *a, *a : *a}",
    }


def filled(size: int, part: str, before: str = "", after: str = "") -> str:
    """The part again and again, up to so many bytes."""
    return before + part * ((size - len(before) - len(after)) // len(part.encode())) + after


def laughs(levels: int, copies: int) -> str:
    """A list of copies of a list of copies …: exponential if each alias were copied."""
    lines = ["a0: &a0 [x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * copies)}]" for i in range(1, levels)]
    return "\n".join(lines) + f"\ntitle: *a{levels - 1}\nstretches: *a{levels - 1}\n"


def wide_laughs() -> str:
    """A hundred stretches that share twenty cues that share hundreds of wrong keys."""
    keys = ", ".join(f"wrong{i}: 1" for i in range(900))
    cues = f"cues: &c [&k {{{keys}}}, {', '.join(['*k'] * 19)}]"
    stretches = ", ".join(["{name: B, hold: 9, cues: *c}"] * 99)
    return f"title: T\nstretches: [{{name: A, hold: 9, {cues}}}, {stretches}]\n"


def wide_lists(aliases: int) -> str:
    """So many aliases of a stretch with as many aliases of a cue."""
    stretch = f"&s {{name: A, hold: 9, cues: [&c Breathe., {'*c, ' * aliases}]}}"
    return f"title: T\nstretches: [{stretch}, {'*s, ' * aliases}]\n"


def full_stretches(count: int) -> str:
    """A routine of stretches with every list as long as it may be; a hundred are the most that is read."""
    cues = "".join(f"      - {{at: {i}%, say: Cue {i}}}\n" for i in range(20))
    muscles = "[it_band, hip_flexors, adductors, quadriceps, glutes, hamstrings]"
    texts = f"    how: {'h' * 300}\n    why: {'w' * 300}\n    figure: f\n    kind: stretch\n    first: left\n"
    stretch = (
        f"  - name: A\n    sides: {{left: 9, right: 9}}\n    muscles: {muscles}\n{texts}    cues:\n{cues}"
    )
    return f"title: T\nstretches:\n{stretch * count}"
