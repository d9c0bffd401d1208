"""The icons and the web manifest: every picture that Flet's web client asks for is ours, small and of its size."""

import json
import struct
from importlib.resources import files
from pathlib import Path

import pytest

ASSETS = Path(__file__).resolve().parent.parent / "assets"
FLET_WEB = Path(str(files("flet_web"))) / "web"
MANIFEST = json.loads((ASSETS / "manifest.json").read_text(encoding="utf-8"))
TOTAL_BYTES = 60_000


def _side_px(png: Path) -> tuple[int, int]:
    width, height = struct.unpack_from(">II", png.read_bytes(), 16)
    return width, height


def test_every_icon_of_the_web_client_is_ours() -> None:
    """A picture that we lack would show Flet's mark instead."""
    theirs = [FLET_WEB / "favicon.png", *(FLET_WEB / "icons").glob("*.png")]
    assert [path.name for path in theirs if not (ASSETS / path.relative_to(FLET_WEB)).is_file()] == []


def test_manifest_has_the_keys_of_the_web_client() -> None:
    """No key that Flet's own manifest sets is lost, and nothing is left of its name."""
    theirs = json.loads((FLET_WEB / "manifest.json").read_text(encoding="utf-8"))
    assert set(theirs) <= set(MANIFEST)
    assert (MANIFEST["name"], MANIFEST["theme_color"]) == ("Routine App", "#0E7C66")


@pytest.mark.parametrize("icon", MANIFEST["icons"], ids=lambda icon: icon["src"])
def test_manifest_icon_has_its_size(icon: dict[str, str]) -> None:
    """Each icon of the manifest exists and measures what the manifest says."""
    assert "{}x{}".format(*_side_px(ASSETS / icon["src"])) == icon["sizes"]


def test_icons_are_small() -> None:
    """All PNGs together load in a moment on a phone."""
    pictures = [ASSETS / "icon.png", ASSETS / "favicon.png", *(ASSETS / "icons").glob("*.png")]
    assert sum(path.stat().st_size for path in pictures) < TOTAL_BYTES
