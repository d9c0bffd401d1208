"""What reader and schema of routine files do not say alike, and why."""

import re
from typing import NamedTuple

from routine_app.core.routine.limits import FILE_LIMIT_BYTES


class ReaderAlone(NamedTuple):
    """Something that only the reader refuses: why, how its message reads, and examples."""

    reason: str
    message: str
    examples: tuple[str, ...]


def a_stretch(line: str) -> str:
    """A routine with one stretch, of 30 s, that has this line."""
    return f"title: T\nstretches:\n  - name: A\n    hold: 30s\n    {line}\n"


READER_ALONE = {
    "a cue outside its hold": ReaderAlone(
        "a schema cannot compare the value of one key with that of another",
        r'at: ".*" is outside the hold of ',
        (a_stretch("cues: [{at: 31s, say: B}]"), a_stretch("cues: [{at: -31, say: B}]")),
    ),
    "a plan of more than four hours": ReaderAlone(
        "a schema does not add up",
        r": the whole plan takes ",
        ("title: T\nrounds: 20\nstretches:\n  - {name: A, hold: 30m}\n",),
    ),
    "a key that stands twice": ReaderAlone(
        "a schema sees a mapping after its keys were joined; the editor's YAML itself tells of it",
        r".*: stands twice, ",
        ("title: T\ntitle: U\nstretches:\n  - {name: A, hold: 30s}\n",),
    ),
    "a duration out of range with its unit": ReaderAlone(
        "a pattern that counts seconds through every spelling could be read by nobody",
        r'\w+: "[0-9.]+ ?(?:[sm]|:|m[0-9 .]+s).*" is out of range; write a duration ',
        (a_stretch("rest: 5m1s"), a_stretch("switch: 301s"), "title: T\nstretches: [{name: A, hold: 0.5s}]\n"),
    ),
    "a bare duration out of range in quotes": ReaderAlone(
        "in quotes it is a text to the schema; it is made with a zero before it here, to tell it from a number",
        r'\w+: "0[0-9]+" is out of range; write a duration ',
        ('title: T\nstretches: [{name: A, hold: "01801"}]\n',),
    ),
    "a control character": ReaderAlone(
        "a pattern with all of them could be read by nobody, and nobody types them",
        r".*: .*(?:holds the control character|the invisible character) U\+",
        ('title: "a\\rb"\nstretches: [{name: A, hold: 30s}]\n', a_stretch("how: a\ufeffb")),
    ),
    "a number that is spelled oddly": ReaderAlone(
        "a schema sees the number and not how it is written; the reader takes nothing but plain digits",
        r"\w+: \"(?:"
        r"\+.*|-0+(?:\.0*)?|0[xo].*"  # a plus, less than nothing, another base
        r"|[-+]?\.[0-9]+|-?[0-9]+\.0*"  # nothing before or behind the point, or only zeros
        r"|[-+]?[0-9.]+[eE].*|[-+]?\.(?:inf|nan)"  # an exponent, and no number at all
        r"|-?[0-9]{7,}(?:\.[0-9]*)?|-?[0-9]*\.[0-9]{7,}"  # more digits than a time can need
        r")\" is not (?:a duration|a whole number|a time in a hold)",
        (*(a_stretch(f"rest: {number}") for number in ("+5", "0x1E", "1e1", ".5", "5.", "-0", "0000005")),
         a_stretch("sets: 2.0"), a_stretch("cues: [{at: 1e1, say: B}]"), a_stretch("rest: 1.0000001")),
    ),
    "a number as too long a text": ReaderAlone(
        "the length of a text says nothing of a number, though a number may stand where a text does",
        r'\w+: "[0-9.]+" has [0-9]+ characters; ',
        (f"title: {'9' * 81}\nstretches: [{{name: A, hold: 30s}}]\n", a_stretch(f"muscles: {'9' * 61}")),
    ),
    "a tag": ReaderAlone(
        "a schema sees values, and no tags",
        r".*: the tag .* is not allowed",
        (a_stretch("how: !!str Lean"),),
    ),
    "a second document": ReaderAlone(
        "an editor holds each document of a file against the schema by itself",
        r": a second YAML document ",
        (),
    ),
    "too large a file": ReaderAlone(
        "a schema sees values, and no file",
        r": the file is larger than 256 KiB",
        (a_stretch("sets: 2") + "#" * FILE_LIMIT_BYTES,),
    ),
}  # fmt: skip
"""What the schema cannot say."""

SCHEMA_ALONE = {
    "spaces around a text in quotes": (
        "the reader leaves them out; to the schema they are part of a word, of a key and of a length",
        (a_stretch('kind: " strength "'), a_stretch('"sets ": 2'), f'title: "{"x" * 80} "\nstretches: [{{name: A, hold: 9}}]'),
    ),
    "a word of YAML as a text": (
        "the reader takes what is written; were null and true texts to the schema, editors would offer them",
        (a_stretch("how: null"), a_stretch("muscles: [~]"), a_stretch("cues: [true]")),
    ),
    "a number beyond its limit by less than half a millisecond": (
        "the reader counts in milliseconds",
        (a_stretch("rest: 300.0004"), "title: T\nstretches: [{name: A, hold: 0.9996}]\n"),
    ),
}  # fmt: skip
"""What the schema refuses and the reader does not; each is right once the values are tidied."""


def difference(message: str) -> str | None:
    """The name of what only the reader refuses with such a message, `key: message`."""
    return next((name for name, alone in READER_ALONE.items() if re.match(alone.message, message)), None)
