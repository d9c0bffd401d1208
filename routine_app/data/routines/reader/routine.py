"""Reads a routine file: the routine if it is right, and everything that is wrong with it if not."""

from functools import lru_cache
from pathlib import Path

from routine_app.core.routine.duration_text import spell_duration
from routine_app.core.routine.limits import (
    DEFAULT_GET_READY_SECONDS,
    DEFAULT_REST_SECONDS,
    DEFAULT_SWITCH_SECONDS,
    FILE_LIMIT_BYTES,
    STRETCH_LIMIT,
    TITLE_LIMIT,
)
from routine_app.core.routine.model import CATCH_UP_TAG, Routine
from routine_app.core.routine.plan import PLAN_LIMIT_SECONDS, planned_seconds
from routine_app.core.routine.repository import CheckedText
from routine_app.data.files.version import read_at_most
from routine_app.data.routines.reader.sequence import ListReader
from routine_app.data.routines.reader.stretch import (
    GAP,
    LANGUAGE,
    LONG_TEXT,
    REPEATS,
    STRETCH_KEYS,
    ReadStretch,
    StretchReader,
)
from routine_app.data.routines.reader.warnings import warn_of_long_holds, warn_of_unequal_sides
from routine_app.data.yaml.decoding import decode_file
from routine_app.data.yaml.mapping import MappingReader
from routine_app.data.yaml.mistakes.file_words import FileWords
from routine_app.data.yaml.mistakes.reading import read_telling_mistakes
from routine_app.data.yaml.nodes import FILE_START, ListNode, MappingNode, Node, is_empty
from routine_app.data.yaml.problem_list import ProblemList, TooManyProblemsError
from routine_app.data.yaml.values import TextReader, WordReader

ROUTINE_KEYS = (
    "title",
    "description",
    "tags",
    "language",
    "get_ready",
    "rest",
    "switch",
    "rounds",
    "stretches",
)

TEXTS_KEPT = 32
"""More than ship, which the phone app reads before it knows its user."""

_WORDS = FileWords(
    keys=frozenset((*ROUTINE_KEYS, *STRETCH_KEYS, "at", "say", "left", "right")),
    texts=frozenset(("title", "description", "tags", "name", "how", "why", "cues", "say")),
    lists=frozenset(("tags", "stretches", "muscles", "cues")),
)

_TITLE = TextReader(longest=TITLE_LIMIT)
_TAGS = ListReader(WordReader(), "words", most=20, takes_one_alone=True)


def read_routine_file(path: Path) -> CheckedText:
    """Read a file from disk, no further than one byte beyond the limit. Raises OSError."""
    return read_routine(path.name, read_at_most(path, FILE_LIMIT_BYTES))


@lru_cache(maxsize=TEXTS_KEPT)
def read_routine(file_name: str, content: bytes) -> CheckedText:
    """Read the bytes of a file; whatever they are, this raises nothing. The texts read last are not read again.

    `file_name` is how the problems name the file.
    """
    problems = ProblemList(file_name)
    try:
        routine = _read(content, problems)
    except TooManyProblemsError:
        routine = None
    return CheckedText(None if problems.has_errors else routine, problems.in_file_order())


def _read(content: bytes, problems: ProblemList) -> Routine | None:
    text = decode_file(content, problems, FILE_LIMIT_BYTES, "split it into several routines")
    if problems.has_errors:
        return None
    return read_telling_mistakes(text, _WORDS, _read_root, problems)


def _read_root(root: Node | None, problems: ProblemList) -> Routine | None:
    if isinstance(root, MappingNode):
        return _read_mapping(root, problems)
    if not problems.has_errors:
        _refuse_root(root, problems)
    return None


def _refuse_root(root: Node | None, problems: ProblemList) -> None:
    needed = "write a mapping that begins with title: and has stretches:"
    if root is None or is_empty(root):
        problems.error(FILE_START, "", f"the file is empty; {needed}")
    else:
        found = "a list" if isinstance(root, ListNode) else "a text"
        problems.error(FILE_START, "", f"the file is {found}; {needed}")


def _read_mapping(root: MappingNode, problems: ProblemList) -> Routine | None:
    fields = MappingReader(root, "a routine", ROUTINE_KEYS, problems)
    title = fields.required("title", _TITLE)
    description = fields.optional("description", LONG_TEXT, "")
    tags = fields.optional("tags", _TAGS, ())
    get_ready_seconds = fields.optional("get_ready", GAP, DEFAULT_GET_READY_SECONDS)
    rounds = fields.optional("rounds", REPEATS, 1)
    stretches = _read_stretches(fields)
    if problems.has_errors or title is None:
        return None
    routine = Routine(
        title=title,
        stretches=tuple(read.stretch for read in stretches),
        get_ready_seconds=get_ready_seconds,
        rounds=rounds,
        description=description,
        tags=tuple(dict.fromkeys(tags)),
    )
    _check_whole(routine, stretches, problems)
    return routine


def _read_stretches(fields: MappingReader) -> tuple[ReadStretch, ...]:
    rest_seconds = fields.optional("rest", GAP, DEFAULT_REST_SECONDS)
    switch_seconds = fields.optional("switch", GAP, DEFAULT_SWITCH_SECONDS)
    language = fields.optional("language", LANGUAGE, "")
    stretch = StretchReader(rest_seconds, switch_seconds, language)
    return fields.required("stretches", ListReader(stretch, "stretches", most=STRETCH_LIMIT, least=1)) or ()


def _check_whole(routine: Routine, stretches: tuple[ReadStretch, ...], problems: ProblemList) -> None:
    seconds = planned_seconds(routine)
    if round(seconds, 3) > PLAN_LIMIT_SECONDS:
        long, longest = spell_duration(seconds), spell_duration(PLAN_LIMIT_SECONDS)
        problems.error(
            FILE_START, "", f"the whole plan takes {long}; shorten it to at most {longest} (4 hours)"
        )
    warn_of_long_holds(routine, stretches, problems)
    if CATCH_UP_TAG not in routine.tags:  # what was made to catch up is uneven by intent
        warn_of_unequal_sides(stretches, problems)
