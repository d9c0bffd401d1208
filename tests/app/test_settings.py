"""What is set holds in the whole app."""

from pathlib import Path

import flet as ft

from tests.app.opened_app import Opened
from tests.ui.virtual_time import in_virtual_time, settle


@in_virtual_time
async def test_settings_hold_at_once(tmp_path: Path) -> None:
    """The theme of the page, and the length that a routine opens with."""
    opened = Opened(tmp_path)
    await opened.open_tab(3)
    modes = [opened.client.page.theme_mode]
    await opened.client.tap("Dark")
    modes.append(opened.client.page.theme_mode)
    assert modes == [ft.ThemeMode.SYSTEM, ft.ThemeMode.DARK]
    await opened.client.tap("Long")
    await opened.open_tab(0)
    await opened.client.tap("Short hips")
    assert "15 s" in " ".join(opened.words)
    await opened.client.close()


@in_virtual_time
async def test_a_broken_settings_file_is_told_and_set_aside(tmp_path: Path) -> None:
    """In passing at the start, and on the settings' own screen; nothing of it is lost."""
    (tmp_path / "settings.yaml").write_text("volume: loud\n", encoding="utf-8")
    opened = Opened(tmp_path)
    await settle()
    assert [words for words in opened.client.snacks if "settings.yaml" in words]
    await opened.open_tab(3)
    assert [words for words in opened.words if "loud" in words]
    assert (tmp_path / "settings.broken.yaml").read_text(encoding="utf-8") == "volume: loud\n"
    await opened.client.close()


@in_virtual_time
async def test_settings_that_are_edited_meanwhile_hold_from_the_next_screen_on(tmp_path: Path) -> None:
    """In one's own editor, as the file is made for."""
    opened = Opened(tmp_path)
    await settle()
    (tmp_path / "settings.yaml").write_text("get_ready: 20s\n", encoding="utf-8")
    await opened.client.tap("Short hips")
    await opened.client.tap("Start")
    assert "20" in opened.words
    await opened.client.tap("Stop")
    await opened.client.close()
