"""The help page and the cookbook as Markdown, for whoever reads them beside their editor."""

import re
from collections.abc import Iterable

from routine_app.core.help.cookbook import Recipe
from routine_app.core.help.page import CodeBlock, HelpPage, Section, Table, runs

MADE_BY = "<!-- Made by scripts/render_format_pages.py; change what it is made of, and run it again. -->"
COOKBOOK_FOLDER = "../routines/cookbook"


def format_markdown(page: HelpPage) -> str:
    """The page; its last section lists the examples, with links into the cookbook beside it."""
    head = f"# {page.title}\n\n{MADE_BY}"
    return "\n\n".join([head, *map(_section, page.sections)]) + "\n"


def cookbook_markdown(recipes: Iterable[Recipe]) -> str:
    """The texts of the examples."""
    head = (
        f"# Cookbook\n\n{MADE_BY}\n\nSmall routines, each of which shows one thing. In the app, each has a button that "
        "makes it yours. What else can be written stands in [routine-format.md](routine-format.md)."
    )
    return "\n\n".join([head, *map(_recipe, recipes)]) + "\n"


def _section(section: Section) -> str:
    recipes = [block for block in section.blocks if isinstance(block, Recipe)]
    blocks = [_block(block) for block in section.blocks if not isinstance(block, Recipe)]
    if recipes:
        listed = [f"{_number(r)}. [{r.title}](cookbook.md#{_anchor(_heading(r))})" for r in recipes]
        blocks += [
            "Ten small routines, each of which shows one thing: [cookbook.md](cookbook.md).",
            "\n".join(listed),
        ]
    return "\n\n".join([f"## {section.title}", *blocks])


def _block(block: str | CodeBlock | Table) -> str:
    match block:
        case str():
            return block
        case CodeBlock(text, is_right):
            return f"```{'yaml' if is_right else 'text'}\n{text}```"
        case Table(headings, rows):
            lines = [_row(headings), "|" + "---|" * len(headings)]
            return "\n".join(lines + [_row(map(_cell, row)) for row in rows])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    """The text with a backslash before what Markdown would take for its own; what is to be typed stays."""
    return "".join(
        _code(run.text) if run.is_code else re.sub(r"([\\|*_<\[\]])", r"\\\1", run.text) for run in runs(text)
    )


def _code(text: str) -> str:
    return "<br>".join(f"`{line}`" for line in text.split("\n") if line).replace("|", "\\|")


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
