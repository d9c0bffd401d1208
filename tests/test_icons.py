"""The icons: every picture that Flet's web client and build tool ask for is ours, small, of its size and not cut off."""

import json
import tomllib
from importlib.resources import files
from math import dist
from pathlib import Path

import pytest
from flet_platform_assets import (  # type: ignore[import-untyped]  # Flet types only its main package
    IconOptions,
    SplashOptions,
    load_source,
    render_icons,
    render_splash,
)
from PIL import Image

ASSETS = Path(__file__).resolve().parent.parent / "assets"
FLET_WEB = Path(str(files("flet_web"))) / "web"
MANIFEST = json.loads((ASSETS / "manifest.json").read_text(encoding="utf-8"))
PYPROJECT = tomllib.loads((ASSETS.parent / "pyproject.toml").read_text(encoding="utf-8"))
GROUND = (0x0E, 0x7C, 0x66)
WEB_BYTES = 40_000
NATIVE_BYTES = 50_000

ADAPTIVE_SAFE_SHARE = 66 / 108
"""The circle that every Android launcher shows, by its diameter as a share of the icon's side.
https://developer.android.com/develop/ui/views/launch/icon_design_adaptive"""
MASKABLE_SAFE_SHARE = 0.8
"""The same for an installed web app. https://www.w3.org/TR/appmanifest/#icon-masks"""

NATIVE_ICONS = {
    "android": ("icon_android.png", 432),
    "ios": ("icon.png", 1024),
    "macos": ("icon.png", 1024),
    "windows": ("icon_windows.png", 256),
    "linux": ("icon_linux.png", 512),
}
"""What `flet build` takes for each platform, and the largest size it makes of it."""


def _side_px(png: Path) -> tuple[int, int]:
    with Image.open(png) as picture:
        return picture.size


def _least_opacity(png: Path) -> int:
    with Image.open(png) as picture:
        return min(picture.convert("RGBA").getchannel("A").tobytes())


def _drawing_share(png: Path) -> float:
    """The diameter of the circle around all that is not ground, as a share of the side."""
    with Image.open(png) as picture:
        pixels, side_px = picture.convert("RGB").load(), picture.width
    assert pixels is not None
    centre = ((side_px - 1) / 2, (side_px - 1) / 2)
    every = ((x, y) for x in range(side_px) for y in range(side_px))
    return 2 * max(dist(centre, at) for at in every if not _is_ground(pixels[at])) / side_px


def _is_ground(colour: object) -> bool:
    assert isinstance(colour, tuple)
    return dist(colour, GROUND) < 16


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
    """All pictures that a browser loads come in a moment on a phone, and those for the packages are small too."""
    web = [ASSETS / "favicon.png", *(ASSETS / "icons").glob("*.png")]
    native = [*ASSETS.glob("icon*.png"), *ASSETS.glob("splash*.png")]
    assert sum(path.stat().st_size for path in web) < WEB_BYTES
    assert sum(path.stat().st_size for path in native) < NATIVE_BYTES


@pytest.mark.parametrize("name", ["icon.png", "icon_android.png", "icons/apple-touch-icon-192.png"])
def test_icon_that_a_system_cuts_is_opaque(name: str) -> None:
    """The App Store refuses an icon that lets something through, and a launcher would show black corners."""
    assert _least_opacity(ASSETS / name) == 255
    with Image.open(ASSETS / name) as picture:
        assert not picture.has_transparency_data


@pytest.mark.parametrize("name", ["icon_linux.png", "icon_windows.png", "splash.png", "favicon.png"])
def test_icon_that_no_system_cuts_has_round_corners(name: str) -> None:
    """It lies on whatever is below it, without a square around it."""
    with Image.open(ASSETS / name) as picture:
        rgba = picture.convert("RGBA")
    middle_px = rgba.width // 2
    assert rgba.getpixel((0, 0)) == (0, 0, 0, 0)
    assert rgba.getpixel((middle_px, 2)) == (*GROUND, 255)


@pytest.mark.parametrize(
    ("name", "safe_share"),
    [
        ("icon_android.png", ADAPTIVE_SAFE_SHARE),
        ("icons/icon-maskable-192.png", MASKABLE_SAFE_SHARE),
        ("icons/icon-maskable-512.png", MASKABLE_SAFE_SHARE),
    ],
)
def test_no_launcher_cuts_the_ropes(name: str, safe_share: float) -> None:
    """All of the drawing lies in the part that each launcher shows, and uses nearly all of it."""
    assert safe_share * 0.95 < _drawing_share(ASSETS / name) <= safe_share + 1 / 192


@pytest.mark.parametrize("platform", NATIVE_ICONS)
def test_build_tool_has_the_icon_it_looks_for(platform: str) -> None:
    """The platform's own picture comes before the common one, and is as large as the largest icon made of it."""
    name, side_px = NATIVE_ICONS[platform]
    own = ASSETS / f"icon_{platform}.png"
    assert (own if own.is_file() else ASSETS / "icon.png").name == name
    assert _side_px(ASSETS / name) == (side_px, side_px)


@pytest.mark.parametrize("platform", NATIVE_ICONS)
def test_build_tool_finds_no_fault_with_the_icon(platform: str) -> None:
    """Flet's own generator makes every size without a warning."""
    name, _ = NATIVE_ICONS[platform]
    source, shaped = load_source(ASSETS / name)
    result = render_icons(
        source,
        IconOptions(background=GROUND, application_id="org.routineapp.routine"),
        platform=platform,
        pre_rendered=shaped,
        derived=name == "icon.png",
    )
    assert result.warnings == []
    assert result.assets or result.ico


@pytest.mark.parametrize("platform", ["android", "ios"])
def test_build_tool_finds_no_fault_with_the_splash(platform: str) -> None:
    """The same picture by day and by night, on the colours of the app."""
    source, _ = load_source(ASSETS / "splash.png")
    colours = PYPROJECT["tool"]["flet"]["splash"]
    result = render_splash(source, None, SplashOptions(**colours), platform=platform)
    assert result.warnings == []
    assert not list(ASSETS.glob("splash_*.png"))


def test_ground_is_one_colour_everywhere() -> None:
    """The drawing, what renders it, the packages and the web manifest name the same green."""
    green = "#{:02X}{:02X}{:02X}".format(*GROUND)
    script = (ASSETS.parent / "scripts" / "render_icons.py").read_text(encoding="utf-8")
    assert f'fill="{green}"/>' in (ASSETS / "icon.svg").read_text(encoding="utf-8")
    assert f'BACKGROUND: Final = "{green}"' in script
    assert PYPROJECT["tool"]["flet"]["icon_background"] == green
    assert MANIFEST["theme_color"] == green
