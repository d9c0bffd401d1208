"""The whole app follows the light, the size, and what the system asks for."""

import asyncio
from pathlib import Path

import flet as ft

from routine_app.ui.app import REST_AT_LATEST_SECONDS
from routine_app.ui.kit import theme
from tests.app.opened_app import FIGURE, Opened
from tests.ui import control_tree
from tests.ui.virtual_time import in_virtual_time, settle


@in_virtual_time
async def test_the_page_is_dressed(tmp_path: Path) -> None:
    """With a name, and both themes."""
    opened = Opened(tmp_path)
    await settle()
    page = opened.client.page
    assert page.title == "Routine App"
    assert page.theme is not None
    assert page.dark_theme is not None
    assert page.theme.color_scheme != page.dark_theme.color_scheme
    await opened.client.close()


@in_virtual_time
async def test_the_focus_is_outlined_from_the_first_tab_on(tmp_path: Path) -> None:
    """A letter shows it to nobody: it may be typed into a field, which would lose the keyboard."""
    opened = Opened(tmp_path)
    await settle()
    worn = opened.client.page.theme
    assert worn is not None
    assert worn.color_scheme is not None
    await opened.client.press_key("A")
    assert worn.color_scheme.on_tertiary_container == theme.CLEAR
    await opened.client.press_key("Tab")
    assert worn.color_scheme.on_tertiary_container == worn.color_scheme.on_surface
    await opened.client.close()


@in_virtual_time
async def test_figures_follow_the_light(tmp_path: Path) -> None:
    """On the list at once, in a session with its next second."""
    opened = Opened(tmp_path)
    await asyncio.sleep(REST_AT_LATEST_SECONDS)

    def figures() -> set[object]:
        return {image.src for image in control_tree.shown(opened.client.top, ft.Image)}

    assert figures() == {FIGURE}
    dark = FIGURE.replace("#2F3B40", "#E1E6E5")
    await opened.client.change("platform_brightness_change", platform_brightness="dark")
    assert figures() == {dark}
    await opened.start()
    assert figures() == {dark}
    await opened.client.change("platform_brightness_change", platform_brightness="light")
    await asyncio.sleep(1)
    assert figures() == {FIGURE}
    await opened.client.close()


@in_virtual_time
async def test_a_page_that_is_opened_at_night_follows_the_day(tmp_path: Path) -> None:
    """Its figures were dark from the start."""
    opened = Opened(tmp_path, platform_brightness="dark")
    await settle()
    await opened.client.change("platform_brightness_change", platform_brightness="light")
    assert {image.src for image in control_tree.shown(opened.client.top, ft.Image)} == {FIGURE}
    await opened.client.close()


@in_virtual_time
async def test_every_screen_follows_the_size(tmp_path: Path) -> None:
    """The player in two columns where there is room; a rail, once what it stands beside is on top again."""
    opened = Opened(tmp_path)
    await opened.start()
    await opened.client.change("resize", width=1280.0, height=800.0)
    columns = [row for row in control_tree.shown(opened.client.top, ft.Row) if row.expand]
    assert len(columns) == 1
    await opened.client.tap("Stop")
    await opened.client.tap("Back")
    assert control_tree.shown(opened.client.top, ft.NavigationRail)
    assert opened.client.top.navigation_bar is None
    await opened.client.change("resize", width=390.0, height=844.0)
    assert not control_tree.shown(opened.client.top, ft.NavigationRail)
    await opened.client.close()


@in_virtual_time
async def test_a_system_that_wants_little_motion_gets_a_steady_ring(tmp_path: Path) -> None:
    """The ring jumps with the digits; otherwise it runs down between them."""
    durations = []
    for reduce_motion in (False, True):
        opened = Opened(tmp_path)
        opened.client.features["reduce_motion"] = reduce_motion
        await opened.start()
        await asyncio.sleep(7.5)
        (turning,) = {
            part.animate.duration
            for part in control_tree.shown(opened.client.top, ft.Container)
            if isinstance(part.animate, ft.Animation)
        }
        durations.append(turning)
        await opened.client.tap("Stop")
        await opened.client.close()
    assert durations[1] == 0
    assert isinstance(durations[0], int)
    assert 900 <= durations[0] <= 1000
