"""Collects the letters that the app's own font lacks, in the slices in which Flutter's engine looks for them.

`python -m scripts.collect_letters FOLDER` writes them into assets/letters, and their families into the page's
`letters.js`. FOLDER has Fontsource's packages of Noto's fonts (SIL Open Font License), unpacked, each in a folder of
its name: `noto-sans-jp`, `noto-sans-thai`. To be run when Flet brings another engine, which may cut other slices.
"""

import re
import shutil
import sys
import tempfile
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
"""Cut here: Fontsource's slices are of another version than the engine's."""

MERGED = "noto-sans"
"""Of which the engine has one font, where Fontsource has a file for each script."""

SUBSETS = {
    "noto-sans-math": "latin",
    "noto-sans-symbols-2": "symbols",
}
"""The file with a package's letters, where its name is not that of the script."""

FAMILIES = re.compile(r"const FAMILIES = new Set\(\[[^]]*\]\)")


def collect(packages: Path, target: Path) -> set[str]:
    """Write the file of each of the engine's fonts that a package has; gives the families."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    folders = {folder.name.replace("-", ""): folder for folder in packages.iterdir()}
    found = [font for font in engine_fonts() if font.family in folders]
    for font in found:
        _write(font, folders[font.family], target / font.file_name)
    shutil.copyfile(folders["notosans"] / "LICENSE", target / "LICENSE")
    return {font.family for font in found}


def _write(font: EngineFont, package: Path, target: Path) -> None:
    name = package.name
    files = package / "files"
    if name == EMOJI:
        _cut(files / f"{EMOJI}-emoji-400-normal.woff2", font.letters, target)
    elif name == MERGED:
        _merge(sorted(files.glob(f"{MERGED}-*-400-normal.woff2")), target)
    elif font.slice_number:
        shutil.copyfile(files / f"{name}-{font.slice_number}-400-normal.woff2", target)
    else:
        subset = SUBSETS.get(name, re.sub("noto-(sans|serif)-", "", name))
        source = files / f"{name}-{subset}-400-normal.woff2"
        if source.exists():  # a font in slices has none for its Latin letters
            shutil.copyfile(source, target)


def _cut(source: Path, letters: frozenset[int], target: Path) -> None:
    font = TTFont(source)
    # Emoji are in it a second time, for browsers that draw them as SVG; Flutter draws those in the table COLR.
    subsetter = Subsetter(Options(recalc_timestamp=False, drop_tables=["SVG "]))
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    font.flavor = "woff2"
    font.save(target)


def _merge(sources: list[Path], target: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        plain = [Path(folder, source.with_suffix(".ttf").name) for source in sources]
        for source, unpacked in zip(sources, plain, strict=True):
            font = TTFont(source)
            font.flavor = None
            font.save(unpacked)
        merged = Merger(MergeOptions(drop_tables=["vhea", "vmtx"])).merge(plain)
        merged.flavor = "woff2"
        merged.save(target)


def write_families(families: set[str], script: Path) -> None:
    """Tell the page which families there are."""
    listed = "\n".join(f"    '{family}'," for family in sorted(families))
    text = script.read_text(encoding="utf-8")
    script.write_text(FAMILIES.sub(f"const FAMILIES = new Set([\n{listed}\n  ])", text), encoding="utf-8")


if __name__ == "__main__":
    assets = assets_folder()
    write_families(collect(Path(sys.argv[1]), assets / "letters"), assets / "page" / "letters.js")
