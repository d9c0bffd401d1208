"""Writes `docs/routine-format.md` and `docs/cookbook.md`: the help page of the app, as Markdown.

    python -m scripts.render_format_pages

They are made of `routines/routine.schema.json`, `routines/cookbook/` and the words in `routine_app/core/help/`.
"""

from pathlib import Path
from typing import Final

from routine_app.core.help.page import help_page
from routine_app.data.help_files import FolderHelp
from scripts.format_markdown import cookbook_markdown, format_markdown

PROJECT: Final = Path(__file__).resolve().parent.parent
DOCS_FOLDER: Final = PROJECT / "docs"


def render() -> dict[str, str]:
    """The pages by file name, the same each time."""
    texts = FolderHelp(PROJECT / "routines").load()
    page = help_page(texts)
    return {"routine-format.md": format_markdown(page), "cookbook.md": cookbook_markdown(texts.recipes)}


def main() -> None:
    """Write both pages."""
    for name, text in render().items():
        (DOCS_FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
