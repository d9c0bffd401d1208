"""What the user has set, as commands read it."""

from routine_app.cli.user_files import user_paths
from routine_app.core.settings.settings import Settings
from routine_app.data.settings.file import SettingsFile


def user_settings() -> Settings:
    """All settings, those that the file leaves out as they ship."""
    return SettingsFile(user_paths().settings).load().settings
