"""Collects the letters that the app's own font lacks, in the slices in which Flutter's engine looks for them.

`python -m scripts.collect_letters FOLDER` writes them into assets/letters, and their families into the page's
`letters.js`. FOLDER has packages of Noto's fonts (SIL Open Font License), unpacked, each in a folder of its name without the
maker's: `noto-sans-thai`. They are `@expo-google-fonts`', which have each font whole; of Fontsource's, which are cut by script and
lack what stands in several, those in slices (`noto-sans-jp`), the emoji, and what there is of no other. To be run when
Flet brings another engine, which may cut other slices.
"""

import re
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Set as AbstractSet
from pathlib import Path

from fontTools.merge import Merger  # type: ignore[import-untyped]  # it has no types
from fontTools.merge import Options as MergeOptions
from fontTools.subset import (  # type: ignore[import-untyped]  # the same
    Options,
    Subsetter,
)
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # the same

from routine_app.data.paths import assets_folder
from scripts.engine_fonts import EngineFont, engine_fonts

EMOJI = "noto-color-emoji"
"""Cut here, too: Fontsource's slices are of another version than the engine's."""

WHOLE = "400Regular/*_400Regular.ttf"
IN_SLICES = re.compile("notosans(hk|jp|kr|sc|tc)")
LATIN = "notosans-v37.woff2"
"""What is sent in place of the Latin letters of fonts in slices, which have them in no numbered one."""

FAMILIES = re.compile(r"const FAMILIES = new Set\(\[[^]]*\]\)")


def collect(packages: Path, target: Path) -> set[str]:
    """Write the file of each of the engine's fonts that a package has; gives the families."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    folders = {folder.name.replace("-", ""): folder for folder in packages.iterdir()}
    found = [font for font in engine_fonts() if font.family in folders]
    letters = defaultdict[str, set[int]](set)
    for font in found:  # one may stand in the table twice
        letters[sent_for(font)] |= font.letters
    for font in found:
        name = font.file_name
        if name == sent_for(font):
            _write(font, letters[name], folders[font.family], target / name)
    _complete(target / LATIN, letters[LATIN], folders["notosansmath"])
    shutil.copyfile(folders["notosanstagalog"] / "LICENSE", target / "LICENSE")
    return {font.family for font in found}


def sent_for(font: EngineFont) -> str:
    """What the page asks for in place of a font, as its `letters.js` does."""
    is_latin = IN_SLICES.fullmatch(font.family) and not font.slice_number
    return LATIN if is_latin else font.file_name


def _write(font: EngineFont, letters: AbstractSet[int], package: Path, target: Path) -> None:
    files = package / "files"
    whole = next(package.glob(WHOLE), None)
    if package.name == EMOJI:
        whole = files / f"{EMOJI}-emoji-400-normal.woff2"
    if whole:
        _save(_cut(whole, letters), target, "woff2")
    else:
        part = font.slice_number or re.sub("noto-(sans|serif)-", "", package.name)
        shutil.copyfile(files / f"{package.name}-{part}-400-normal.woff2", target)


def _cut(source: Path, letters: AbstractSet[int]) -> TTFont:
    font = TTFont(source)
    # Emoji are in it a second time, for browsers that draw them as SVG; Flutter draws those in the table COLR.
    dropped = ["SVG", "MATH", "meta"]
    options = Options(recalc_timestamp=False, drop_tables=dropped, layout_features="*", hinting=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    return font


def _complete(file: Path, letters: AbstractSet[int], package: Path) -> None:
    """Take into a font those of the letters that it lacks, from another one."""
    font = TTFont(file)
    more = _cut(next(package.glob(WHOLE)), letters - font.getBestCmap().keys())
    with tempfile.TemporaryDirectory() as folder:
        parts = Path(folder, "font.ttf"), Path(folder, "more.ttf")
        _save(font, parts[0])
        _save(more, parts[1])
        _save(Merger(MergeOptions()).merge(parts), file, "woff2")


def _save(font: TTFont, target: Path, flavor: str | None = None) -> None:
    font.flavor = flavor
    font.save(target)


def write_families(families: set[str], script: Path) -> None:
    """Tell the page which families there are."""
    listed = "\n".join(f"    '{family}'," for family in sorted(families))
    text = script.read_text(encoding="utf-8")
    script.write_text(FAMILIES.sub(f"const FAMILIES = new Set([\n{listed}\n  ])", text), encoding="utf-8")


if __name__ == "__main__":
    assets = assets_folder()
    write_families(collect(Path(sys.argv[1]), assets / "letters"), assets / "page" / "letters.js")
