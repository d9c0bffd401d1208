"""The help page for people who write routines: made of the schema, so that it says what is so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from routine_app.core.help.cookbook import Recipe
from routine_app.core.help.examples import (
    BROKEN,
    BROKEN_MESSAGES,
    CUE_TIMES,
    DURATIONS,
    EXAMPLE,
    EXAMPLE_LINES,
    EXAMPLE_PLAN,
    FILE_NAME,
    WISHES,
    YAML_RULES,
)
from routine_app.core.help.schema_keys import KeyFacts, Schema, SchemaKeys, read_schema_keys
from routine_app.core.routine.duration_text import parse_duration
from routine_app.core.routine.muscles import HIP_MUSCLES, muscle_label
from routine_app.core.text.numbers import minutes_and_seconds

TITLE = "Writing routines"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A few sentences; what stands between backticks is to be typed."""

    text: str


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines as they stand in a file; `is_right` unless they are an example of mistakes."""

    text: str
    is_right: bool = True


@dataclass(frozen=True, slots=True)
class Cell:
    """One fact of a row; `is_code` for what is typed, else backticks have no meaning in it but their own."""

    text: str
    is_code: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of facts under their headings; the first cell of a row is what it is about."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


Block = Paragraph | CodeBlock | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class FormatPage:
    """The whole page: its sections, and the cookbook."""

    title: str
    sections: tuple[Section, ...]
    recipes: tuple[Recipe, ...]


def format_page(schema: Schema | None, recipes: Sequence[Recipe]) -> FormatPage:
    """The page; without a schema it lacks the tables of keys. Raises SchemaError for one of something else."""
    keys = () if schema is None else _key_sections(read_schema_keys(schema))
    sections = (_first_routine(), _yaml(), _wishes(), *keys, _durations(), _plan(), _mistakes())
    return FormatPage(TITLE, sections, tuple(recipes))


def _first_routine() -> Section:
    return Section(
        "A routine in a minute",
        (
            Paragraph("A routine is a text file. This is a whole one:"),
            CodeBlock(EXAMPLE),
            Paragraph("Line by line:"),
            Table(
                ("line", "what it says"),
                tuple((Cell(line, is_code=True), Cell(says)) for line, says in EXAMPLE_LINES),
            ),
            Paragraph(
                "In the app: New routine, type it or paste it, Save. Or use an example of the cookbook. "
                f"In your own editor: save it as `{FILE_NAME}`, in UTF-8, in the folder of your routines; "
                "`routine-app paths` says where that is. The app shows it at once, and shows each change of it. "
                f"`routine-app check {FILE_NAME}` says whether it is right, and `routine-app plan {FILE_NAME}` "
                "what becomes of it."
            ),
        ),
    )


def _yaml() -> Section:
    rows = tuple((Cell(name), Cell(means), Cell(code, is_code=True)) for name, means, code in YAML_RULES)
    return Section(
        "The rules of YAML",
        (
            Paragraph("The file is written in YAML. This is all of YAML that you need:"),
            Table(("rule", "what it means", "what it looks like"), rows),
        ),
    )


def _wishes() -> Section:
    rows = tuple((Cell(wish), Cell(code, is_code=True)) for wish, code in WISHES)
    return Section(
        "How to say what you want",
        (
            Paragraph("These are keys of a stretch: they stand in one column with its `name`."),
            Table(("you want", "you write"), rows),
        ),
    )


def _key_sections(keys: SchemaKeys) -> Iterator[Section]:
    yield Section(
        "All keys of a routine",
        (
            Paragraph("They stand at the left edge. Only `title` and `stretches` must be there."),
            _key_table(keys.routine),
        ),
    )
    yield Section(
        "All keys of a stretch",
        (
            Paragraph(
                "They belong to one entry of `stretches`: the first stands after its dash, "
                "the others below it in the same column, in any order."
            ),
            _key_table(keys.stretch),
            Paragraph(
                "Where `sides` gives each side its own hold, it has two keys, and the stretch no `hold`:"
            ),
            _key_table(keys.sides),
        ),
    )
    yield _cues(keys)
    yield _muscles(keys)


def _cues(keys: SchemaKeys) -> Section:
    times = tuple((Cell(when, is_code=True), Cell(means)) for when, means in CUE_TIMES)
    return Section(
        "All keys of a cue",
        (
            Paragraph(
                "A cue is a text, or, to say when, two keys on one line or on two. One cue alone is a list as well:"
            ),
            CodeBlock(_CUES),
            _key_table(keys.cue),
            Paragraph("The times that `at` may have; each lies inside the hold:"),
            Table(("at", "when"), times),
        ),
    )


_CUES = """\
cues:
  - Keep your back straight.
  - {at: halfway, say: Breathe out and lean a little further.}
  - at: -10s
    say: "Ten seconds: breathe in, and out."
"""


def _muscles(keys: SchemaKeys) -> Section:
    rows = tuple((Cell(name, is_code=True), Cell(_muscle(name))) for name in keys.muscles)
    return Section(
        "Muscle names",
        (
            Paragraph("For `muscles: [it_band]`. Another name runs too, with a warning."),
            Table(("name", "on the screen"), rows),
        ),
    )


def _muscle(name: str) -> str:
    return muscle_label(name) + (", one of the six of the hip" if name in HIP_MUSCLES else "")


def _key_table(keys: tuple[KeyFacts, ...]) -> Table:
    return Table(
        ("key", "what it means", "what may be written", "if left out", "for example"),
        tuple(
            (
                Cell(facts.key, is_code=True),
                Cell(facts.meaning),
                Cell(facts.allowed),
                Cell(facts.default),
                Cell(facts.example, is_code=True),
            )
            for facts in keys
        ),
    )


def _durations() -> Section:
    rows = tuple((Cell(spelling, is_code=True), Cell(_length(spelling))) for spelling in DURATIONS)
    return Section(
        "Durations",
        (
            Paragraph(
                "A bare number is seconds. A space before the letter does no harm, nor does a capital."
            ),
            Table(("write", "it is"), rows),
        ),
    )


def _length(spelling: str) -> str:
    seconds = parse_duration(spelling)
    if seconds is None:
        raise ValueError(f"{spelling} is no duration")
    return minutes_and_seconds(seconds)


def _plan() -> Section:
    rows = tuple((Cell(step), Cell(length)) for step, length in EXAMPLE_PLAN)
    return Section(
        "What becomes of it",
        (
            Paragraph("The routine of the first minute, as the app does it:"),
            Table(("step", "length"), rows),
            Paragraph(
                "Each set does every side once, with `switch` between the two. `rest` follows each set, "
                "but not the very last hold. `rounds` does the whole list again; all of it may take 4 hours at most."
            ),
        ),
    )


def _mistakes() -> Section:
    return Section(
        "When something is wrong",
        (
            Paragraph("This file has two mistakes that keep it from running, and one that does not:"),
            CodeBlock(BROKEN, is_right=False),
            Paragraph("The app names the file, the line, the column, the key, and what to write instead:"),
            Table(("line", "what the app says"), tuple(_message(words) for words in BROKEN_MESSAGES)),
            Paragraph(
                "All of them are told at once; only a mistake in the YAML itself, such as a missing bracket, is told "
                "alone, and the others when it is mended. A warning is no error: the routine runs. A file with errors "
                "is on the list with the first of them; what worked before still runs until it is mended."
            ),
        ),
    )


def _message(words: str) -> tuple[Cell, ...]:
    return Cell(f"Line {words.split(':')[1]}"), Cell(words, is_code=True)
