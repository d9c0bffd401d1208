"""The help page for people who write routines; its tables of keys are made of the schema."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from typing import Protocol

from routine_app.core.help.cookbook import Recipe
from routine_app.core.help.examples import (
    BROKEN,
    BROKEN_MESSAGES,
    CUE_TIMES,
    CUES,
    DURATIONS,
    EXAMPLE,
    EXAMPLE_LINES,
    EXAMPLE_PLAN,
    FILE_NAME,
    MISTAKES,
    WISHES,
    YAML_RULES,
)
from routine_app.core.help.schema_keys import KeyFacts, SchemaKeys
from routine_app.core.routine.duration_text import parse_duration
from routine_app.core.routine.muscles import HIP_MUSCLES, muscle_label
from routine_app.core.text.numbers import minutes_and_seconds


@dataclass(frozen=True, slots=True)
class HelpTexts:
    """The keys of a routine file, None if they cannot be had, and the examples of the cookbook."""

    keys: SchemaKeys | None
    recipes: tuple[Recipe, ...]
    is_cookbook_whole: bool = True


class HelpSource(Protocol):
    """What ships with the app for people who write routines."""

    def load(self) -> HelpTexts:
        """Read the keys and the examples; what is missing is in the log."""

    def keys(self) -> SchemaKeys | None:
        """Read the keys alone."""


TITLE = "Writing routines"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a text; `is_code` for what is to be typed."""

    text: str
    is_code: bool = False


def runs(text: str) -> tuple[Run, ...]:
    """The pieces of a text: what stands between backticks is to be typed."""
    pieces = enumerate(text.split("`"))
    return tuple(Run(piece, is_code=index % 2 == 1) for index, piece in pieces if piece)


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines as they stand in a file; `is_right` unless they are an example of mistakes."""

    text: str
    is_right: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of facts under their headings: texts with backticks, the first of which says what its row is about."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = str | CodeBlock | Table | Recipe
"""A paragraph, with backticks; or one of the others."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class HelpPage:
    """The whole page, the cookbook last; `error_text` is one sentence if something of it is missing."""

    title: str
    sections: tuple[Section, ...]
    error_text: str


def help_page(texts: HelpTexts) -> HelpPage:
    """The help page, made of those texts that are there."""
    keys = () if texts.keys is None else _key_sections(texts.keys)
    cookbook = [Section("Cookbook", texts.recipes)] if texts.recipes else []
    return HelpPage(TITLE, (*_first_sections(), *keys, *_last_sections(), *cookbook), _error_text(texts))


def _error_text(texts: HelpTexts) -> str:
    missing = [] if texts.keys is not None else ["the tables of all keys"]
    if not texts.is_cookbook_whole:
        missing.append("a part of the cookbook" if texts.recipes else "the cookbook")
    if not missing:
        return ""
    return f"Missing from this copy of the app: {' and '.join(missing)}; install it again to read all of this page."


def _first_sections() -> Iterator[Section]:
    yield _section(
        "A routine in a minute",
        "A routine is a text file. This is a whole one:",
        CodeBlock(EXAMPLE),
        "Line by line:",
        _table(("line", "what it says"), EXAMPLE_LINES, code=[0]),
        "In the app: New routine, type it or paste it, Save. Or use an example of the cookbook. "
        f"In your own editor: save it as `{FILE_NAME}`, in UTF-8, in the folder of your routines; "
        "`routine-app paths` says where that is. The app shows it at once, and shows each change of it. "
        f"`routine-app check {FILE_NAME}` says whether it is right, and `routine-app plan {FILE_NAME}` "
        "what becomes of it.",
    )
    yield _section(
        "The rules of YAML",
        "The file is written in YAML. This is all of YAML that you need:",
        _table(("rule", "what it means", "what it looks like"), YAML_RULES, code=[2]),
    )
    yield _section(
        "How to say what you want",
        "These are keys of a stretch: they stand in one column with its `name`.",
        _table(("you want", "you write"), WISHES, code=[1]),
    )


def _key_sections(keys: SchemaKeys) -> Iterator[Section]:
    yield _section(
        "All keys of a routine",
        "They stand at the left edge. Only `title` and `stretches` must be there.",
        _key_table(keys.routine),
    )
    yield _section(
        "All keys of a stretch",
        "They belong to one entry of `stretches`: the first stands after its dash, "
        "the others below it in the same column, in any order.",
        _key_table(keys.stretch),
        "Where `sides` gives each side its own hold, it has two keys, and the stretch no `hold`:",
        _key_table(keys.sides),
    )
    yield _section(
        "All keys of a cue",
        "A cue is a text, or, to say when, two keys on one line or on two. One cue alone is a list as well:",
        CodeBlock(CUES),
        _key_table(keys.cue),
        "The times that `at` may have; each lies inside the hold:",
        _table(("at", "when"), CUE_TIMES, code=[0]),
    )
    yield _section(
        "Muscle names",
        "For `muscles: [it_band]`. Another name runs too, with a warning.",
        _table(("name", "on the screen"), [(name, _muscle(name)) for name in keys.muscles], code=[0]),
    )


def _key_table(keys: tuple[KeyFacts, ...]) -> Table:
    headings = ("key", "what it means", "what may be written", "if left out", "for example")
    return _table(headings, map(astuple, keys), code=[0, 4])


def _muscle(name: str) -> str:
    return muscle_label(name) + (", one of the six of the hip" if name in HIP_MUSCLES else "")


def _last_sections() -> Iterator[Section]:
    yield _section(
        "Durations",
        "A bare number is seconds. A space before the letter does no harm, nor does a capital.",
        _table(("write", "it is"), [(spelling, _length(spelling)) for spelling in DURATIONS], code=[0]),
    )
    yield _section(
        "What becomes of it",
        "The routine of the first minute, as the app does it:",
        Table(("step", "length"), EXAMPLE_PLAN),
        "Each set does every side once, with `switch` between the two. `rest` follows each set, "
        "but not the very last hold. `rounds` does the whole list again; all of it may take 4 hours at most.",
    )
    yield _section(
        "When something is wrong",
        "This file has two mistakes that keep it from running, and one that does not:",
        CodeBlock(BROKEN, is_right=False),
        "The app names the file, the line, the column, the key, and what to write instead:",
        _table(
            ("line", "what the app says"),
            [(f"Line {message.split(':')[1]}", message) for message in BROKEN_MESSAGES],
            code=[1],
        ),
        "All of them are told at once. So are these, where YAML itself would read something else, or nothing:",
        _table(("you wrote", "what is wrong", "write"), MISTAKES, code=[0, 2]),
        "A tab, a no-break space or another wide one, and a character that nobody sees, as they come with text that "
        "was copied, are named as well. Any other mistake in the YAML, such as a missing bracket, is told alone, and "
        "what comes after it when it is mended. A warning is no error: the routine runs. A file with errors "
        "is on the list with the first of them; what worked before still runs until it is mended.",
    )


def _section(title: str, *blocks: Block) -> Section:
    return Section(title, blocks)


def _length(spelling: str) -> str:
    seconds = parse_duration(spelling)
    if seconds is None:
        raise ValueError(f"{spelling} is no duration")
    return minutes_and_seconds(seconds)


def _table(headings: tuple[str, ...], rows: Iterable[Sequence[str]], code: Container[int]) -> Table:
    """A table in whose columns `code` everything is to be typed."""
    return Table(
        headings,
        tuple(
            tuple(f"`{cell}`" if cell and index in code else cell for index, cell in enumerate(row))
            for row in rows
        ),
    )
