"""What the help screen shows: the page for people who write routines, as parts that a phone can show."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from routine_app.core.help.cookbook import Recipe
from routine_app.core.help.page import Block, Cell, CodeBlock, Paragraph, Section, Table, format_page
from routine_app.core.help.schema_keys import Schema


@dataclass(frozen=True, slots=True)
class HelpTexts:
    """What the page is made of: the schema of a routine file, None if it cannot be had, and the examples."""

    schema: Schema | None
    recipes: tuple[Recipe, ...]
    is_cookbook_whole: bool = True


class HelpSource(Protocol):
    """What ships with the app for people who write routines."""

    def load(self) -> HelpTexts:
        """What there is of it; what is missing is in the log."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a text; `is_code` for what is to be typed."""

    text: str
    is_code: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Code:
    """Lines to be read as they stand, and to be copied."""

    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing about what a row is about; `label` is empty if it needs none."""

    label: str
    runs: Runs


@dataclass(frozen=True, slots=True)
class FactRow:
    """One row of a table: what it is about, and its facts below each other."""

    name: Run
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class FactList:
    """The rows of a table."""

    rows: tuple[FactRow, ...]


@dataclass(frozen=True, slots=True)
class RecipeCard:
    """One example, which can be used.

    `code` is what to read of it: all but the comment, which `title` and `shows` say. `text` is the whole
    file, and `file_name` a name for it: its own without the number.
    """

    title: str
    shows: Runs
    code: str
    text: str
    file_name: str


Part = Words | Code | FactList | RecipeCard


@dataclass(frozen=True, slots=True)
class HelpSection:
    """A part of the page that can be opened."""

    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class HelpView:
    """The help screen; `trouble` is one sentence if something of it is missing."""

    title: str
    sections: tuple[HelpSection, ...]
    error_text: str


def present_help(texts: HelpTexts) -> HelpView:
    """The screen of what there is; raises SchemaError for a schema of something else."""
    page = format_page(texts.schema, texts.recipes)
    cookbook = HelpSection("Cookbook", tuple(_recipe_card(recipe) for recipe in page.recipes))
    sections = [_section(section) for section in page.sections]
    return HelpView(page.title, (*sections, *([cookbook] if page.recipes else [])), _error_card(texts))


def _error_card(texts: HelpTexts) -> str:
    missing = [] if texts.schema is not None else ["the tables of all keys"]
    if not texts.is_cookbook_whole:
        missing.append("a part of the cookbook" if texts.recipes else "the cookbook")
    if not missing:
        return ""
    return f"Missing from this copy of the app: {' and '.join(missing)}; install it again to read all of this page."


def _section(section: Section) -> HelpSection:
    return HelpSection(section.title, tuple(_part(block) for block in section.blocks))


def _part(block: Block) -> Part:
    match block:
        case Paragraph(text):
            return Words(_runs(text))
        case CodeBlock(text):
            return Code(text.rstrip("\n"))
        case Table():
            return FactList(tuple(_row(block, row) for row in block.rows))


def _row(table: Table, row: tuple[Cell, ...]) -> FactRow:
    name, *facts = row
    # The first fact says what the row is about, which needs no label.
    labelled = zip(("", *table.headings[2:]), facts, strict=True)
    return FactRow(
        Run(name.text, name.is_code),
        tuple(Fact(_label(label), _cell(cell)) for label, cell in labelled if cell.text),
    )


def _label(words: str) -> str:
    return words[:1].upper() + words[1:]


def _cell(cell: Cell) -> Runs:
    return (Run(cell.text, is_code=True),) if cell.is_code else _runs(cell.text)


def _recipe_card(recipe: Recipe) -> RecipeCard:
    return RecipeCard(
        recipe.title, _runs(recipe.shows), recipe.below_comment.strip(), recipe.text, recipe.own_file_name
    )


def _runs(text: str) -> Runs:
    return tuple(_pieces(text))


def _pieces(text: str) -> Iterator[Run]:
    """Between backticks stands what is to be typed: every second piece."""
    for index, piece in enumerate(text.split("`")):
        if piece:
            yield Run(piece, is_code=index % 2 == 1)
