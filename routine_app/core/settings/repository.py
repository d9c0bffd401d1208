"""Where the settings are kept."""

from dataclasses import dataclass
from typing import Protocol

from routine_app.core.settings.settings import Settings


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """The settings as they are now; `error_text` is one sentence if their file could not be used."""

    settings: Settings
    error_text: str = ""


class SettingsRepository(Protocol):
    """The settings, kept where the user can also edit them."""

    def load(self) -> LoadedSettings:
        """The settings as they are now; a broken file is set aside, said once, and defaults hold."""

    def save(self, settings: Settings, since: Settings) -> Settings:
        """Save what was changed since then, and nothing else; gives all settings as they are now.

        Raises UserFacingError.
        """
