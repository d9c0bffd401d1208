"""The settings: each change holds at once."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import flet as ft

from routine_app.core.days import WEEK_DAYS
from routine_app.core.routine.hold_length import Length
from routine_app.core.settings.settings import Music, Settings, Theme
from routine_app.core.settings.view import SettingsView
from routine_app.core.text.numbers import count
from routine_app.ui.kit.buttons import quiet_button
from routine_app.ui.kit.cards import (
    ErrorCard,
    body_text,
    page_title,
    quiet_text,
    reading_column,
    stretched,
    titled_card,
)
from routine_app.ui.kit.choices import ChoiceRow, options_of
from routine_app.ui.kit.switches import SwitchRow
from routine_app.ui.settings.volume_row import VolumeRow

LENGTHS = options_of(Length)
ROW_SPACING = 8
MUSIC = (("Pause my music", Music.PAUSE), ("Mix with my music", Music.MIX))
MUSIC_WORDS = (
    "Mixed, the guide may fall silent when the phone is locked, and is mute with the ring switch off."
)
RINGS = (("Smooth", True), ("Once a second", False))
GOAL_WORDS = "On how many days of a week you mean to stretch."
GOALS = tuple((count(days, "day"), days) for days in range(1, WEEK_DAYS + 1))
RING_WORDS = "The ring around the seconds; once a second takes less of a battery."
TODAY_WORDS = "How long what Today offers may take."
DOSE_WORDS = "What each side of each muscle should be held in a week."
VIBRATION_WORDS = "A web page can shake a phone in Chrome on Android, not in Firefox or on an iPhone."
THEMES = options_of(Theme)

_group = partial(titled_card, spacing=ROW_SPACING)


class SettingsScreen:
    """Every setting, and where the files are. `show` is all that writes to its controls.

    `on_change` gets the settings as the user wants them, at each change; show what comes of it.
    `on_choose_voice` gets the name of a browser's voice, or an empty one. `on_open_folder` gets the path of the user's folder; None where none can be opened. `exchange` stands above the
    files.
    """

    def __init__(
        self,
        on_change: Callable[[Settings], None],
        on_choose_voice: Callable[[str], None],
        on_open_folder: Callable[[str], None] | None,
        exchange: ft.Control,
    ) -> None:
        self._on_change = on_change
        self._browser_voice = ChoiceRow[str]("Voice for your own words", on_choose_voice)
        self._on_open_folder = on_open_folder
        self._settings = Settings()
        self._folder = ""
        self._files_shown: tuple[tuple[str, str], ...] = ()
        self._make_switches()
        self._make_choices()
        self._error = ErrorCard()
        self._files = stretched([], spacing=ROW_SPACING, tight=True)
        self._files_home = body_text("")
        self._open = quiet_button(ft.Text("Open folder"), self._open_folder)
        self.control = reading_column(
            [
                page_title("Settings"),
                self._error.control,
                self._sound_group(),
                _group(
                    "Touch and screen",
                    self._vibration.control,
                    quiet_text(VIBRATION_WORDS),
                    self._keep_awake.control,
                ),
                self._session_group(),
                _group("Balance", quiet_text(DOSE_WORDS), self._dose.control),
                _group("Goal", quiet_text(GOAL_WORDS), self._goal.control),
                _group("Today", quiet_text(TODAY_WORDS), self._today.control),
                _group("Look", self._theme.control),
                exchange,
                _group("Files", self._files_home, self._files, ft.Row([self._open])),
            ]
        )

    def show(self, view: SettingsView) -> None:
        """Write the view to the controls."""
        self._settings, self._folder = view.settings, view.folder
        self._error.show(view.error_text)
        self._show_settings(view)
        self._show_files(view)

    def _make_switches(self) -> None:
        self._voice = SwitchRow("Voice", self._setter("voice"))
        self._sounds = SwitchRow("Sounds", self._setter("sounds"))
        self._volume = VolumeRow(self._setter("volume_percent"))
        self._vibration = SwitchRow("Vibration", self._setter("vibration"))
        self._keep_awake = SwitchRow("Keep the screen awake", self._setter("keep_awake"))

    def _make_choices(self) -> None:
        self._music = ChoiceRow[Music]("Music of other apps", self._setter("music"))
        self._get_ready = ChoiceRow[int | None]("Get ready", self._setter("get_ready_seconds"))
        self._length = ChoiceRow[Length]("Hold length", self._setter("hold_length"))
        self._ring = ChoiceRow[bool]("Ring", self._setter("smooth_ring"))
        self._dose = ChoiceRow[int]("Weekly dose", self._setter("weekly_dose_seconds"))
        self._goal = ChoiceRow[int]("Days a week", self._setter("weekly_days"))
        self._today = ChoiceRow[int]("Minutes for Today", self._setter("today_minutes"))
        self._theme = ChoiceRow[Theme]("Theme", self._setter("theme"))

    def _session_group(self) -> ft.Control:
        rows = (self._get_ready, self._length, self._ring)
        return _group("Session", *(row.control for row in rows), quiet_text(RING_WORDS))

    def _sound_group(self) -> ft.Control:
        rows = (self._voice, self._sounds, self._volume, self._music)
        controls = (row.control for row in rows)
        return _group("Sound", *controls, quiet_text(MUSIC_WORDS), self._browser_voice.control)

    def _setter(self, field: str) -> Callable[[Any], None]:
        """What takes a new value of one of the settings."""
        return lambda value: self._set(replace(self._settings, **{field: value}))

    def _set(self, settings: Settings) -> None:
        if settings != self._settings:
            self._settings = settings
            self._on_change(settings)

    def _show_settings(self, view: SettingsView) -> None:
        settings = view.settings
        self._voice.show(is_on=settings.voice)
        self._browser_voice.show(view.voice_choices, view.voice)
        self._browser_voice.control.visible = bool(view.voice_choices) and settings.voice
        self._sounds.show(is_on=settings.sounds)
        self._volume.show(settings.volume_percent)
        self._music.show(MUSIC, settings.music)
        self._vibration.show(is_on=settings.vibration)
        self._keep_awake.show(is_on=settings.keep_awake)
        self._get_ready.show(view.get_ready_choices, settings.get_ready_seconds)
        self._length.show(LENGTHS, settings.hold_length)
        self._ring.show(RINGS, settings.smooth_ring)
        self._dose.show(view.dose_choices, settings.weekly_dose_seconds)
        self._goal.show(GOALS, settings.weekly_days)
        self._today.show(view.today_choices, settings.today_minutes)
        self._theme.show(THEMES, settings.theme)

    def _show_files(self, view: SettingsView) -> None:
        if view.files != self._files_shown:  # else what is selected of them would be let go
            self._files_shown = view.files
            self._files.controls = [_file(name, path) for name, path in view.files]
        self._files_home.value, self._files_home.visible = view.files_home, bool(view.files_home)
        self._open.visible = self._on_open_folder is not None and bool(view.folder)

    def _open_folder(self) -> None:
        if self._on_open_folder is not None:
            self._on_open_folder(self._folder)


def _file(name: str, path: str) -> ft.Control:
    where = body_text("")
    where.value = path  # what is copied has no soft breaks
    return ft.Column([quiet_text(name), ft.SelectionArea(content=where)], spacing=2, tight=True)
