"""Makes the font of the icons that the app shows, of the one with all of them that Flet's web client brings.

`python -m scripts.render_icon_font` writes it into assets/client: 8,600 icons are 470 kB of what each first visit waits for.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from fontTools.subset import (  # type: ignore[import-untyped]  # it has no types
    Options,
    Subsetter,
)
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # the same

from routine_app.data.paths import PACKAGE_FOLDER, assets_folder
from routine_app.serve.client.web_client import ICON_FONT, client_folder

OF_WIDGETS = (
    "ARROW_BACK",
    "ARROW_DROP_DOWN",
    "CANCEL",
    "CHECK",
    "CHEVRON_RIGHT",
    "CLOSE",
    "CONTENT_COPY",
    "ERROR",
    "ERROR_OUTLINE",
    "EXPAND_MORE",
    "INFO",
    "KEYBOARD_ARROW_DOWN",
    "KEYBOARD_ARROW_RIGHT",
    "MORE_VERT",
    "SEARCH",
    "VISIBILITY",
    "VISIBILITY_OFF",
    "WARNING",
)
"""What Flutter's own widgets may draw without being told: bars, menus over a selection, the code editor."""

PLAIN = "_baseline"
"""How the font's name of a glyph ends where Flet's name of the icon has no style."""


def icons_of_app() -> set[str]:
    """The names of all icons that the package's modules name, as Flet writes them."""
    return {
        name
        for module in PACKAGE_FOLDER.rglob("*.py")
        for name in _icons_in(ast.parse(module.read_text(encoding="utf-8")))
    }


def _icons_in(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute | ast.Name):
            holder = node.value.attr if isinstance(node.value, ast.Attribute) else node.value.id
            if holder == "Icons":
                yield node.attr


def codes(font: TTFont, names: set[str]) -> set[int]:
    """The characters of these icons in the font; raises KeyError for one that it names otherwise."""
    code_by_glyph = {glyph: code for code, glyph in font.getBestCmap().items()}
    return {_code(code_by_glyph, name.lower()) for name in names}


def _code(code_by_glyph: dict[str, int], glyph: str) -> int:
    return code_by_glyph[glyph if glyph in code_by_glyph else f"{glyph}{PLAIN}"]


def whole_font() -> TTFont:
    """The font with all icons."""
    return TTFont(client_folder() / ICON_FONT)


def render(target: Path) -> None:
    """Write the font of the icons in use."""
    font = whole_font()
    subsetter = Subsetter(Options(glyph_names=False, recalc_timestamp=False, desubroutinize=True))
    subsetter.populate(unicodes=codes(font, icons_of_app() | set(OF_WIDGETS)))
    subsetter.subset(font)
    target.parent.mkdir(parents=True, exist_ok=True)
    font.save(target)


if __name__ == "__main__":
    render(assets_folder() / "client" / Path(ICON_FONT).name)
