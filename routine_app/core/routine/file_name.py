"""A file name made of a title: plain, and usable on every system."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import count

ROUTINE_ENDINGS = ("yaml", "yml")
"""What the name of a routine file ends in, behind a dot."""

ROUTINE_ENDING = ".yaml"
"""What the name of a file that the app makes ends in."""

SCHEMA_FILE = "routine.schema.json"
"""The schema that lies beside the user's routines."""

LONGEST_STEM = 50
"""Characters before the ending."""

LONGEST_STEM_BYTES = 180
"""In UTF-8: file systems take 255 bytes for a whole name, and some room is left for a number or an ending."""

NAMELESS = "routine"
"""What a file is called whose title leaves nothing."""

_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{device}{digit}" for device in ("com", "lpt") for digit in "0123456789¹²³"}
)
"""What Windows takes for a device, whatever ending follows (source: Microsoft, "Naming Files, Paths, and
Namespaces")."""

_ROUTINE_NAME = re.compile(r"(.*\S)\.(?:yaml|yml)(?:\W.*)?", re.IGNORECASE | re.DOTALL)
"""The name of a routine file, with more behind it or without."""

_OTHER_NAME = re.compile(r"(.*\S)\.(?:txt|text|json|md|markdown)", re.IGNORECASE | re.DOTALL)

_APOSTROPHES = "'\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}"


def plain_file_name(title: str) -> str:
    """The name of a routine's file: "Runner's hips" is `runners-hips.yaml`.

    Letters and digits of every script and `_` stay, in small letters; all else becomes one `-` between words.
    The result is one component of a path, never hidden, and no device of Windows. A title that ends in
    `.yaml` or `.yml` is taken for a file's name. One that leaves nothing is `routine.yaml`.
    """
    stem = _shortened(_words(_without_ending(title))) or NAMELESS
    return (f"{stem}-{NAMELESS}" if is_device(stem) else stem) + ROUTINE_ENDING


def numbered_names(file_name: str) -> Iterator[str]:
    """The names that a file may get where its own is taken: that first, then `evening-2.yaml` and so on."""
    stem, dot, ending = file_name.rpartition(".")
    yield file_name
    yield from (f"{stem}-{number}{dot}{ending}" for number in count(2))


def ends_as_routine(file_name: str) -> bool:
    """Whether a name ends as that of a routine file does."""
    return file_name.rpartition(".")[2].lower() in ROUTINE_ENDINGS


def name_without_endings(file_name: str) -> str:
    """What a file is called as a routine: `evening.yaml.txt`, `evening.txt` and `evening.yaml~` are `evening`."""
    found = _ROUTINE_NAME.fullmatch(file_name) or _OTHER_NAME.fullmatch(file_name)
    return found[1] if found else file_name


def is_device(name: str) -> bool:
    """Whether Windows takes a file of that name for a device: `con`, `COM1`, `nul.yaml`."""
    return name.partition(".")[0].rstrip(" ").lower() in _DEVICES


def _without_ending(title: str) -> str:
    stem, dot, ending = title.strip().rpartition(".")
    return stem if dot and ending.lower() in ROUTINE_ENDINGS else title


def _words(text: str) -> str:
    small = unicodedata.normalize("NFKC", text).lower()
    # Before the letters are joined: an accent behind an apostrophe belongs to the letter before it.
    joined = unicodedata.normalize("NFKC", "".join(letter for letter in small if letter not in _APOSTROPHES))
    kept = "".join(map(_plain, joined))
    return "-".join(filter(None, map(_without_loose_marks, kept.split("-"))))


def _plain(letter: str) -> str:
    is_kept = letter == "_" or unicodedata.category(letter)[0] in "LNM"
    return letter if is_kept else "-"


def _without_loose_marks(word: str) -> str:
    """The word without accents at its start, whose letter is gone."""
    while word and unicodedata.category(word[0])[0] == "M":
        word = word[1:]
    return word


def _shortened(stem: str) -> str:
    short = stem[:LONGEST_STEM].encode()[:LONGEST_STEM_BYTES].decode(errors="ignore")
    return short.rstrip("-")
