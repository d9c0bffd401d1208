"""The settings of one page: as they are now, changed by the user or by the switches of the player."""

import logging
from collections.abc import Callable
from dataclasses import replace

from routine_app.core.settings.repository import SettingsRepository
from routine_app.core.settings.settings import Settings, carried_over
from routine_app.ui.shell.messenger import Messenger, reporting

logger = logging.getLogger(__name__)


class PageSettings:
    """Keeps the settings and gives `on_change` each change of them.

    `has_little_motion` is whether the system asks for little motion.
    """

    def __init__(
        self, keeper: SettingsRepository, on_change: Callable[[Settings], None], messenger: Messenger
    ) -> None:
        self._keeper = keeper
        self._on_change = on_change
        self._messenger = messenger
        self._before_mute: Settings | None = None
        self._kept = Settings()
        self.settings = Settings()
        self.error_text = ""
        self.has_little_motion = False

    @property
    def in_use(self) -> Settings:
        """The settings as they hold on this device: one that asks for little motion gets a steady ring."""
        return replace(self.settings, smooth_ring=self.settings.smooth_ring and not self.has_little_motion)

    def load(self) -> None:
        """Take over what was changed in their file; what could not be kept there holds on."""
        loaded = self._keeper.load()
        if loaded.error_text and loaded.error_text != self.error_text:
            self._messenger.show(loaded.error_text)
        self.error_text = loaded.error_text
        self._take(loaded.settings)

    def change(self, settings: Settings) -> None:
        """Use what differs in these settings from now on, and write that to their file."""
        before, self._before_mute = self.settings, None
        self.load()
        self._use(carried_over(settings, before, self.settings))
        with reporting(self._messenger, logger, "The settings could not be kept"):
            self._take(self._keeper.save(self.settings, self._kept))
            self.error_text = ""

    def _take(self, kept: Settings) -> None:
        """Use what the file has; what is another here than it was there is what could not be kept."""
        settings = carried_over(self.settings, self._kept, kept)
        self._kept = kept
        self._use(settings)

    def _use(self, settings: Settings) -> None:
        if settings != self.settings:
            self.settings = settings
            self._on_change(settings)

    def toggle_sounds(self) -> None:
        """Turn the sounds off or on."""
        self.change(replace(self.settings, sounds=not self.settings.sounds))

    def toggle_voice(self) -> None:
        """Turn the voice off or on."""
        self.change(replace(self.settings, voice=not self.settings.voice))

    def toggle_mute(self) -> None:
        """Turn sounds and voice off together, and what was on of them on again."""
        settings = self.settings
        if settings.sounds or settings.voice:
            self.change(replace(settings, sounds=False, voice=False))
            self._before_mute = settings
        else:
            before = self._before_mute or Settings()
            self.change(replace(settings, sounds=before.sounds, voice=before.voice))
