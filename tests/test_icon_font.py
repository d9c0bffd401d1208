"""The font of the icons: all that the app shows, and no others."""

from pathlib import Path

import flet as ft
import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # it has no types

from routine_app.data.paths import assets_folder
from routine_app.serve.client.page_parts import OWN_ICONS
from scripts.render_icon_font import OF_WIDGETS, codes, icons_of_app, render, whole_font

MOST_BYTES = 12_000


@pytest.fixture(scope="module")
def whole() -> TTFont:
    """Read the font that Flet's client brings."""
    return whole_font()


def glyphs(font: TTFont) -> dict[int, object]:
    """Give how far each character moves, by which one tells an empty one, and its outline."""
    names = font.getBestCmap()
    outlines = font["CFF "].cff.topDictIndex[0].CharStrings
    for outline in (outlines[name] for name in names.values()):
        outline.decompile()
    return {code: (font["hmtx"][name], outlines[name].program) for code, name in names.items()}


def test_it_has_the_icons_that_the_app_names(whole: TTFont) -> None:
    """And those of Flutter's own widgets; after an icon was added, run `python -m scripts.render_icon_font`."""
    font = TTFont(assets_folder() / OWN_ICONS)
    assert set(font.getBestCmap()) == codes(whole, icons_of_app() | set(OF_WIDGETS))


def test_the_names_are_flets() -> None:
    """All that was found in the modules are icons; there are some dozens."""
    icons = icons_of_app()
    assert {name for name in icons if not hasattr(ft.Icons, name)} == set()
    assert len(icons) > 30


def test_what_the_script_makes_is_the_file(tmp_path: Path) -> None:
    """Glyph for glyph, and small."""
    render(tmp_path / "icons.otf")
    assert glyphs(TTFont(tmp_path / "icons.otf")) == glyphs(TTFont(assets_folder() / OWN_ICONS))
    assert (assets_folder() / OWN_ICONS).stat().st_size < MOST_BYTES


def test_an_icon_that_the_font_calls_otherwise_is_an_error(whole: TTFont) -> None:
    """It would be an empty box: Flet has names for one glyph that its font has not."""
    with pytest.raises(KeyError):
        codes(whole, {"COPY_ROUNDED"})
