"""What is set holds in the whole app."""

import asyncio
from pathlib import Path

import flet as ft
import pytest

from tests.app.opened_app import BOTH, FIGURE, SEEN_AFTER_SECONDS, Opened
from tests.ui import control_tree
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
async def test_settings_that_are_edited_meanwhile_hold_within_two_seconds(tmp_path: Path) -> None:
    """In one's own editor, as the file is made for."""
    opened = Opened(tmp_path)
    await settle()
    (tmp_path / "settings.yaml").write_text("get_ready: 20s\n", encoding="utf-8")
    await asyncio.sleep(SEEN_AFTER_SECONDS)
    await opened.client.tap("Short hips")
    await opened.client.tap("Start")
    assert "20" in opened.words
    await opened.client.tap("Stop")
    await opened.client.close()


@in_virtual_time
async def test_two_pages_and_a_hand_change_one_setting_each(tmp_path: Path) -> None:
    """Whichever comes last undoes nothing of the others, also within the second in which none was seen yet."""
    path = tmp_path / "settings.yaml"
    path.write_text("# by hand\nweekly_days: 3 # a week\nvolume: 80\n", encoding="utf-8")
    one, other = Opened(tmp_path), Opened(tmp_path)
    await settle()
    for opened, name in ((one, "Dark"), (other, "Long")):
        await opened.open_tab(3)
        path.write_text(path.read_text(encoding="utf-8").replace("3 # a", "5 # a"), encoding="utf-8")
        await opened.client.tap(name)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[:3] == ["# by hand", "weekly_days: 5 # a week", "volume: 80"]
    assert [line for line in lines[3:] if line and line[0] != "#"] == ["theme: dark", "hold_length: long"]
    await one.client.close()
    await other.client.close()


@in_virtual_time
async def test_the_settings_on_the_screen_follow_another_page(tmp_path: Path) -> None:
    """In place: the very buttons stay, and so does what a broken file brings about."""
    one, other = Opened(tmp_path), Opened(tmp_path)
    await settle()
    for opened in (one, other):
        await opened.open_tab(3)
    button = control_tree.button(other.client.top, "Dark")
    await one.client.tap("Dark")
    await one.client.tap("Quieter")
    await asyncio.sleep(SEEN_AFTER_SECONDS)
    assert button.icon is ft.Icons.CHECK_ROUNDED
    assert control_tree.button(other.client.top, "Dark") is button
    assert "70 %" in other.words
    assert other.client.page.theme_mode is ft.ThemeMode.DARK
    await one.client.close()
    await other.client.close()


@pytest.mark.parametrize(("tab", "before", "after"), [(2, "of 3 days", "of 5 days"), (1, "3 min", "5 min")])
@in_virtual_time
async def test_every_screen_follows_the_settings(tmp_path: Path, tab: int, before: str, after: str) -> None:
    """Such as the goal of the history, and the dose of the balance."""
    opened = Opened(tmp_path)
    await opened.start("Both")
    await asyncio.sleep(40)
    await opened.client.tap("Finish")
    await opened.open_tab(tab)
    assert before in " ".join(opened.words)
    (tmp_path / "settings.yaml").write_text("weekly_days: 5\nweekly_dose: 5m\n", encoding="utf-8")
    await asyncio.sleep(SEEN_AFTER_SECONDS)
    assert after in " ".join(opened.words)
    await opened.client.close()


@in_virtual_time
async def test_a_session_follows_the_settings_but_for_its_plan(tmp_path: Path) -> None:
    """Its look and its sounds, running or paused; how long it takes was settled at its start."""
    one, other = Opened(tmp_path), Opened(tmp_path)
    await one.start()
    await asyncio.sleep(1)
    await other.open_tab(3)
    one.client.patched.clear()
    for name in ("Dark", "10 s", "Quieter"):
        await other.client.tap(name)
    await asyncio.sleep(SEEN_AFTER_SECONDS)
    assert one.client.page.theme_mode is ft.ThemeMode.DARK
    assert control_tree.control_id(one.client.page) in one.client.patched
    (figure,) = control_tree.shown(one.client.top, ft.Image)
    assert figure.src != FIGURE
    assert len(one.client.tracks) == 2, "the second one is quieter"
    assert "1" in one.words, "of the five seconds to get ready four are over"
    await one.client.tap("Pause")
    (tmp_path / "settings.yaml").write_text("sounds: no\nvoice: no\n", encoding="utf-8")
    await asyncio.sleep(SEEN_AFTER_SECONDS)
    assert {"Sounds off", "Voice off"} <= {
        control_tree.name_of(b) for b in control_tree.buttons(one.client.top)
    }
    await one.client.close()
    await other.client.close()


@in_virtual_time
async def test_a_page_that_was_away_sees_the_settings_of_now(tmp_path: Path) -> None:
    """Once its browser has drawn again."""
    opened = Opened(tmp_path)
    await opened.open_tab(3)
    await opened.client.leave()
    (tmp_path / "settings.yaml").write_text("theme: dark\nvolume: 30\n", encoding="utf-8")
    await asyncio.sleep(5)
    await opened.client.return_()
    await asyncio.sleep(SEEN_AFTER_SECONDS)
    assert opened.client.page.theme_mode is ft.ThemeMode.DARK
    assert "30 %" in opened.words
    await opened.client.close()


@in_virtual_time
async def test_another_theme_leaves_what_is_being_written(tmp_path: Path) -> None:
    """A search, say: its field stays as it is, and so does what it finds."""
    opened = Opened(tmp_path)
    for number in range(12):
        opened.write(f"r{number}", BOTH.replace("Both", f"More {number}"))
    await asyncio.sleep(SEEN_AFTER_SECONDS)
    (field,) = control_tree.shown(opened.client.top, ft.TextField)
    opened.client.enter(field, value="pigeon")
    await opened.client.tell(field, "change", "pigeon")
    (tmp_path / "settings.yaml").write_text("theme: dark\n", encoding="utf-8")
    await asyncio.sleep(SEEN_AFTER_SECONDS)
    assert control_tree.shown(opened.client.top, ft.TextField) == [field]
    assert field.value == "pigeon"
    assert "Short hips" in opened.words
    assert "More 1" not in opened.words
    await opened.client.close()
