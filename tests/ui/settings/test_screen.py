"""The settings on their screen: what they show, and what each change asks for."""

from dataclasses import replace

import flet as ft
import pytest

from routine_app.core.routine.hold_length import Length
from routine_app.core.settings.settings import Music, Settings, Theme
from routine_app.core.settings.view import HOME_WORDS, FilesHome, ShownPaths, present_settings
from routine_app.ui.kit import theme
from routine_app.ui.settings.screen import MUSIC_WORDS, RING_WORDS, VIBRATION_WORDS, SettingsScreen
from tests.ui import control_tree
from tests.ui.stand_in_client import StandInClient
from tests.ui.virtual_time import in_virtual_time

PLACES = ShownPaths("/home/me/routines", "/home/me/history.db", "/home/me/settings.yaml", "/home/me/app.log")
SWITCHES = ["Voice", "Sounds", "Vibration", "Keep the screen awake"]
DEFAULTS = Settings()
CHOSEN = [
    "Pause my music",
    "As the routine says",
    "Normal",
    "Smooth",
    "3 min",
    "3 days",
    "Up to 5 min",
    "System",
]
"""What is chosen by default."""
OTHER = Settings(
    voice=False,
    sounds=True,
    volume_percent=35,
    music=Music.MIX,
    vibration=False,
    keep_awake=True,
    get_ready_seconds=12,
    hold_length=Length.LONG,
    theme=Theme.DARK,
    smooth_ring=False,
)


class Shown:
    """A screen with some settings, and what was asked for on it."""

    def __init__(
        self, settings: Settings = DEFAULTS, places: ShownPaths = PLACES, error_text: str = ""
    ) -> None:
        self.changes: list[Settings] = []
        self.opened: list[str] = []
        self.voices: list[str] = []
        exchange = ft.Text("Exchange")
        self.screen = SettingsScreen(self.changes.append, self.voices.append, self.opened.append, exchange)
        self.screen.show(present_settings(settings, places, error_text))
        self.control = self.screen.control

    def switches(self) -> dict[str, ft.Switch]:
        """The switches by the words beside them."""
        tiles = control_tree.shown(self.control, ft.ListTile)
        return {control_tree.words(t)[0]: control_tree.shown(t, ft.Switch)[0] for t in tiles}

    @property
    def slider(self) -> ft.CupertinoSlider:
        """The volume."""
        return control_tree.shown(self.control, ft.CupertinoSlider)[0]

    def chosen(self) -> list[str]:
        """The choices that are the one of theirs, for a screen reader."""
        found = control_tree.shown(self.control, ft.Semantics)
        return [control_tree.words(one)[0] for one in found if one.selected]


class Worked(Shown):
    """A screen on a page, worked by a client."""

    def __init__(self) -> None:
        super().__init__()
        self.client = StandInClient()
        self.client.page.views = [ft.View(controls=[self.control])]
        self.client.page.update()

    async def set(self, control: ft.Control, event: str, value: object) -> None:
        """Set the value of a control; the client tells it, and then that it changed."""
        self.client.enter(control, value=value)
        await self.tell(control, event)

    async def tell(self, control: ft.Control, event: str) -> None:
        """Let something happen to a control."""
        await self.client.tell(control, event)


def test_it_says_all_there_is() -> None:
    """From the title to where the files are."""
    assert control_tree.words(Shown().control) == [
        "Settings",
        *("Sound", "Voice", "Sounds", "Volume", "80 %"),
        *("Music of other apps", "Pause my music", "Mix with my music", MUSIC_WORDS),
        *("Touch and screen", "Vibration", VIBRATION_WORDS, "Keep the screen awake"),
        *("Session", "Get ready", "As the routine says", "5 s", "10 s", "15 s", "20 s", "30 s"),
        *("Hold length", "Short", "Normal", "Long", "Ring", "Smooth", "Once a second", RING_WORDS),
        *("Balance", "What each side of each muscle should be held in a week.", "Weekly dose"),
        *("1 min", "2 min", "3 min", "4 min", "5 min", "10 min"),
        *("Goal", "On how many days of a week you mean to stretch.", "Days a week"),
        *("1 day", "2 days", "3 days", "4 days", "5 days", "6 days", "7 days"),
        *("Today", "How long what Today offers may take.", "Minutes for Today"),
        *("Up to 3 min", "Up to 5 min", "Up to 10 min", "Up to 15 min", "Up to 20 min"),
        *("Look", "Theme", "System", "Light", "Dark"),
        "Exchange",
        *("Files", "Routines", "/home/me/routines", "History", "/home/me/history.db"),
        *("Settings", "/home/me/settings.yaml", "Log", "/home/me/app.log", "Open folder"),
    ]


def test_switches_have_their_words_for_a_name_and_switch_by_them() -> None:
    """A tap on the words does what one on the switch does; a screen reader gets both as one."""
    shown = Shown()
    assert list(shown.switches()) == SWITCHES
    merged = [m.content for m in control_tree.shown(shown.control, ft.MergeSemantics)]
    for tile in control_tree.shown(shown.control, ft.ListTile):
        assert tile.toggle_inputs is True
        assert tile in merged


@pytest.mark.parametrize(
    ("settings", "switched_on", "volume", "chosen"),
    [
        (
            DEFAULTS,
            [True, True, True, True],
            80,
            CHOSEN,
        ),
        (
            OTHER,
            [False, True, False, True],
            35,
            ["Mix with my music", "12 s", "Long", "Once a second", "3 min", "3 days", "Up to 5 min", "Dark"],
        ),
    ],
)
def test_it_shows_the_settings(
    settings: Settings, switched_on: list[bool], volume: int, chosen: list[str]
) -> None:
    """At first, and after others were shown."""
    again = Shown(OTHER if settings == DEFAULTS else DEFAULTS)
    again.screen.show(present_settings(settings, PLACES))
    for shown in (Shown(settings), again):
        assert [switch.value for switch in shown.switches().values()] == switched_on
        assert shown.slider.value == volume
        assert f"{volume} %" in control_tree.words(shown.control)
        assert shown.chosen() == chosen


@pytest.mark.parametrize(
    ("name", "changed"),
    [
        ("Voice", replace(DEFAULTS, voice=False)),
        ("Sounds", replace(DEFAULTS, sounds=False)),
        ("Vibration", replace(DEFAULTS, vibration=False)),
        ("Keep the screen awake", replace(DEFAULTS, keep_awake=False)),
    ],
)
@in_virtual_time
async def test_switching(name: str, changed: Settings) -> None:
    """One setting changes, and no other."""
    worked = Worked()
    await worked.set(worked.switches()[name], "change", value=False)
    assert worked.changes == [changed]


@pytest.mark.parametrize(
    ("name", "changed"),
    [
        ("Mix with my music", replace(DEFAULTS, music=Music.MIX)),
        ("20 s", replace(DEFAULTS, get_ready_seconds=20)),
        ("Short", replace(DEFAULTS, hold_length=Length.SHORT)),
        ("Long", replace(DEFAULTS, hold_length=Length.LONG)),
        ("Once a second", replace(DEFAULTS, smooth_ring=False)),
        ("Light", replace(DEFAULTS, theme=Theme.LIGHT)),
        ("Dark", replace(DEFAULTS, theme=Theme.DARK)),
        ("10 min", replace(DEFAULTS, weekly_dose_seconds=600)),
        ("5 days", replace(DEFAULTS, weekly_days=5)),
        ("Up to 10 min", replace(DEFAULTS, today_minutes=10)),
        ("Quieter", replace(DEFAULTS, volume_percent=70)),
        ("Louder", replace(DEFAULTS, volume_percent=90)),
    ],
)
def test_choosing(name: str, changed: Settings) -> None:
    """By the words on a button."""
    shown = Shown()
    control_tree.press(control_tree.button(shown.control, name))
    assert shown.changes == [changed]


@pytest.mark.parametrize("name", CHOSEN)
def test_choosing_what_is_chosen_changes_nothing(name: str) -> None:
    """So that no file is written for it."""
    shown = Shown()
    control_tree.press(control_tree.button(shown.control, name))
    assert shown.changes == []


def test_the_routines_own_time_can_be_had_back() -> None:
    """None is a choice like the others."""
    shown = Shown(OTHER)
    control_tree.press(control_tree.button(shown.control, "As the routine says"))
    assert shown.changes == [replace(OTHER, get_ready_seconds=None)]


def test_two_changes_before_the_screen_is_shown_anew_are_both_kept() -> None:
    """The second does not undo the first."""
    shown = Shown()
    for name in ("Long", "Dark"):
        control_tree.press(control_tree.button(shown.control, name))
    assert shown.changes[-1] == replace(DEFAULTS, hold_length=Length.LONG, theme=Theme.DARK)


def test_choices_keep_their_buttons() -> None:
    """The keyboard's focus stays on them; only other choices are other buttons."""
    shown = Shown()
    before = control_tree.button(shown.control, "20 s")
    shown.screen.show(present_settings(replace(DEFAULTS, get_ready_seconds=20), PLACES))
    assert control_tree.button(shown.control, "20 s") is before
    shown.screen.show(present_settings(OTHER, PLACES))
    assert control_tree.button(shown.control, "12 s") is not None


def test_what_is_chosen_is_told_by_more_than_colour() -> None:
    """It has a tick, too."""
    buttons = control_tree.shown(Shown().control, ft.FilledButton)
    ticked = [control_tree.words(b)[0] for b in buttons if b.icon is ft.Icons.CHECK_ROUNDED]
    assert ticked == CHOSEN


def test_a_screen_reader_gets_the_volume_as_words_and_two_buttons() -> None:
    """The slider has no name in a browser, and is left out there; the words are told when they change."""
    nodes = control_tree.shown(Shown().control, ft.Semantics)
    (left_out,) = [node for node in nodes if node.exclude_semantics]
    assert control_tree.shown(left_out, ft.CupertinoSlider)
    (told,) = [node for node in nodes if node.live_region]
    assert control_tree.words(told) == ["80 %"]


@in_virtual_time
async def test_sliding_says_the_volume_and_changes_it_at_the_end() -> None:
    """No file is written on the way."""
    worked = Worked()
    await worked.set(worked.slider, "change", 40.0)
    assert "40 %" in control_tree.words(worked.control)
    assert worked.changes == []
    await worked.set(worked.slider, "change_end", 30.0)
    assert worked.changes == [replace(DEFAULTS, volume_percent=30)]


@in_virtual_time
async def test_a_change_from_elsewhere_leaves_the_slider_under_the_finger() -> None:
    """All else is shown at once; what the finger chose counts, and then the slider is free again."""
    worked = Worked()
    await worked.set(worked.slider, "change", 40.0)
    worked.screen.show(present_settings(OTHER, PLACES))
    assert (worked.slider.value, "Dark" in worked.chosen()) == (40.0, True)
    assert "40 %" in control_tree.words(worked.control)
    await worked.set(worked.slider, "change_end", 40.0)
    assert worked.changes == [replace(OTHER, volume_percent=40)]
    worked.screen.show(present_settings(OTHER, PLACES))
    assert worked.slider.value == 35
    assert "35 %" in control_tree.words(worked.control)


@in_virtual_time
async def test_a_slide_to_the_volume_that_was_set_meanwhile_changes_nothing() -> None:
    """And shows it."""
    worked = Worked()
    await worked.set(worked.slider, "change", 40.0)
    worked.screen.show(present_settings(OTHER, PLACES))
    await worked.set(worked.slider, "change_end", 35.0)
    assert worked.changes == []
    assert "35 %" in control_tree.words(worked.control)


@pytest.mark.parametrize(
    ("before", "name", "after"),
    [(80, "Louder", 90), (80, "Quieter", 70), (85, "Louder", 90), (85, "Quieter", 80)],
)
def test_the_buttons_change_the_volume_in_steps(before: int, name: str, after: int) -> None:
    """Of ten; one between two of them goes to the next."""
    shown = Shown(replace(DEFAULTS, volume_percent=before))
    control_tree.press(control_tree.button(shown.control, name))
    assert [settings.volume_percent for settings in shown.changes] == [after]


@pytest.mark.parametrize(("percent", "name"), [(0, "Quieter"), (100, "Louder")])
def test_the_volume_has_two_ends(percent: int, name: str) -> None:
    """Beyond them nothing changes."""
    shown = Shown(replace(DEFAULTS, volume_percent=percent))
    control_tree.press(control_tree.button(shown.control, name))
    assert shown.changes == []


def test_trouble_stands_at_the_top() -> None:
    """Outlined, in words; it goes when there is none."""
    shown = Shown(error_text="The settings cannot be used.")
    assert control_tree.words(shown.control)[:2] == ["Settings", "The settings cannot be used."]
    assert control_tree.outlines(shown.control) == [ft.Border.all(1.5, theme.ACCENT)]
    shown.screen.show(present_settings(DEFAULTS, PLACES))
    assert control_tree.words(shown.control)[:2] == ["Settings", "Sound"]
    assert control_tree.outlines(shown.control) == []


def test_paths_can_be_selected() -> None:
    """To be copied."""
    areas = control_tree.shown(Shown().control, ft.SelectionArea)
    assert [control_tree.words(area)[0] for area in areas] == [
        "/home/me/routines",
        "/home/me/history.db",
        "/home/me/settings.yaml",
        "/home/me/app.log",
    ]


def test_opening_the_folder() -> None:
    """The one with the routines."""
    shown = Shown()
    control_tree.press(control_tree.button(shown.control, "Open folder"))
    assert shown.opened == ["/home/me/routines"]


@pytest.mark.parametrize("home", [FilesHome.SERVING_MACHINE, FilesHome.BROWSER])
def test_files_elsewhere(home: FilesHome) -> None:
    """It says where they are, and opens nothing."""
    shown = Shown(places=replace(PLACES, home=home))
    assert HOME_WORDS[home] in control_tree.words(shown.control)
    assert ("/home/me/routines" in control_tree.words(shown.control)) is (home is FilesHome.SERVING_MACHINE)
    assert "Open folder" not in control_tree.words(shown.control)


def test_no_button_where_no_folder_can_be_opened() -> None:
    """On a phone, say."""
    screen = SettingsScreen(lambda _: None, lambda _: None, None, ft.Container())
    screen.show(present_settings(DEFAULTS, PLACES))
    assert "Open folder" not in control_tree.words(screen.control)
    assert "/home/me/routines" in control_tree.words(screen.control)


def test_a_change_that_fails_leaves_the_page(caplog: pytest.LogCaptureFixture) -> None:
    """What a handler raises would end the app; it is in the log instead."""
    screen = SettingsScreen(_fail, lambda _: None, None, ft.Container())
    screen.show(present_settings(DEFAULTS, PLACES))
    switch = control_tree.shown(screen.control, ft.Switch)[0]
    slider = control_tree.shown(screen.control, ft.CupertinoSlider)[0]
    switch.value, slider.value = False, 30
    for act in (switch.on_change, slider.on_change_end):
        assert act is not None
        act()  # type: ignore[call-arg]  # none of the app's handlers wants the event
    control_tree.press(control_tree.button(screen.control, "Dark"))
    assert len(caplog.messages) == 3


def _fail(settings: Settings) -> None:
    raise RuntimeError(settings)


def _is_touchable(button: ft.FilledButton | ft.IconButton) -> bool:
    if button.height is not None:
        return button.height >= theme.TOUCH_TARGET
    padding = button.style.padding if button.style else None
    return isinstance(padding, ft.Padding) and padding.top + 18 + padding.bottom >= theme.TOUCH_TARGET


def test_fingers_find_every_button() -> None:
    """Each is 48 pixels high: by itself, or with the 18 of a line of its text."""
    found = control_tree.buttons(Shown().control)
    assert [control_tree.name_of(button) for button in found if not _is_touchable(button)] == []
    assert len(found) == 37


ANNA, VIKI = "Anna (de-DE)", "Viki (en-US)"


def test_a_voice_can_be_chosen_where_there_are_several() -> None:
    """Or left to the browser again."""
    shown = Shown()
    shown.screen.show(present_settings(DEFAULTS, PLACES, voices=(ANNA, VIKI), voice=VIKI))
    assert {"Voice for your own words", "The browser's choice", ANNA, VIKI} <= set(
        control_tree.words(shown.control)
    )
    assert VIKI in shown.chosen()
    control_tree.press(control_tree.button(shown.control, ANNA))
    control_tree.press(control_tree.button(shown.control, "The browser's choice"))
    assert shown.voices == [ANNA, ""]
    assert shown.changes == []


@pytest.mark.parametrize("voices", [(), (ANNA,)])
def test_there_is_nothing_to_choose_of_one_voice(voices: tuple[str, ...]) -> None:
    """Nor of none, nor where nothing is said."""
    shown = Shown()
    for settings, found in ((DEFAULTS, voices), (replace(DEFAULTS, voice=False), (ANNA, VIKI))):
        shown.screen.show(present_settings(settings, PLACES, voices=found))
        assert "The browser's choice" not in control_tree.words(shown.control)


def test_a_voice_that_is_gone_leaves_it_to_the_browser() -> None:
    """As after an update of the system."""
    view = present_settings(DEFAULTS, PLACES, voices=(ANNA, VIKI), voice="Hans (de-DE)")
    assert (view.voice, len(view.voice_choices)) == ("", 3)


def test_a_path_is_copied_as_it_is() -> None:
    """Without the soft breaks that long words of other texts have."""
    folder = "/home/me/Donaudampfschifffahrtsgesellschaft/routines"
    areas = control_tree.shown(
        Shown(places=replace(PLACES, routines_folder=folder)).control, ft.SelectionArea
    )
    assert [text.value for text in control_tree.shown(areas[0], ft.Text)] == [folder]
