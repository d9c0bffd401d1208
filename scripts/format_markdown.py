"""The help page and the cookbook as Markdown, for whoever reads them beside their editor."""

import re

from routine_app.core.help.cookbook import Recipe
from routine_app.core.help.page import Block, Cell, CodeBlock, FormatPage, Paragraph, Section, Table

MADE_BY = "<!-- Made by scripts/render_format_pages.py; change what it is made of, and run it again. -->"
COOKBOOK_FOLDER = "../routines/cookbook"


def format_markdown(page: FormatPage) -> str:
    """The page; its last section lists the examples, with links into the cookbook beside it."""
    head = f"# {page.title}\n\n{MADE_BY}"
    listed = "\n".join(f"{_number(r)}. [{r.title}](cookbook.md#{_anchor(_heading(r))})" for r in page.recipes)
    cookbook = f"## Cookbook\n\nTen small routines, each of which shows one thing: [cookbook.md](cookbook.md).\n\n{listed}"
    return "\n\n".join([head, *(_section(section) for section in page.sections), cookbook]) + "\n"


def cookbook_markdown(page: FormatPage) -> str:
    """The texts of the examples."""
    head = (
        f"# Cookbook\n\n{MADE_BY}\n\nSmall routines, each of which shows one thing. In the app, each has a button that "
        "makes it yours. What else can be written stands in [routine-format.md](routine-format.md)."
    )
    return "\n\n".join([head, *(_recipe(recipe) for recipe in page.recipes)]) + "\n"


def _section(section: Section) -> str:
    return "\n\n".join([f"## {section.title}", *(_block(block) for block in section.blocks)])


def _block(block: Block) -> str:
    match block:
        case Paragraph(text):
            return text
        case CodeBlock(text, is_right):
            return f"```{'yaml' if is_right else 'text'}\n{text}```"
        case Table():
            return _table(block)


def _table(table: Table) -> str:
    lines = [_row(table.headings), "|" + "---|" * len(table.headings)]
    return "\n".join(lines + [_row(tuple(_cell(cell) for cell in row)) for row in table.rows])


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    if not cell.is_code:
        return _escaped(cell.text)
    return "<br>".join(f"`{line}`" for line in cell.text.split("\n") if line).replace("|", "\\|")


def _escaped(text: str) -> str:
    """The text with a backslash before what Markdown would take for its own; what is in backticks stays."""
    parts = re.split("(`[^`]*`)", text)
    return "".join(p if p.startswith("`") else re.sub(r"([\\|*_<\[\]])", r"\\\1", p) for p in parts)


def _recipe(recipe: Recipe) -> str:
    link = f"[{recipe.file_name}]({COOKBOOK_FOLDER}/{recipe.file_name})"
    return f"## {_heading(recipe)}\n\n{recipe.shows} File: {link}\n\n```yaml\n{recipe.text.rstrip()}\n```"


def _heading(recipe: Recipe) -> str:
    return f"{_number(recipe)}. {recipe.title}"


def _number(recipe: Recipe) -> int:
    found = re.match("[0-9]+", recipe.file_name)
    return int(found[0]) if found else 0


def _anchor(heading: str) -> str:
    """How GitHub names the place of a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
