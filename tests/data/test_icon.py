"""The icon that files of the app carry."""

from pathlib import Path

from routine_app.data.icon import icon_png
from routine_app.data.paths import assets_folder


def test_the_icon_is_a_png() -> None:
    """It ships."""
    assert (icon_png(assets_folder()) or b"").startswith(b"\x89PNG\r\n")


def test_without_the_file_there_is_none(tmp_path: Path) -> None:
    """Nothing fails for it."""
    assert icon_png(tmp_path) is None
