"""The settings of a page: loaded, changed, kept; and the switches of the player."""

from routine_app.core.settings.repository import LoadedSettings
from routine_app.core.settings.settings import Settings, Theme
from routine_app.ui.shell.page_settings import PageSettings
from tests.ui.fake_shell import FakeMessenger
from tests.ui.sample_services import MemoryKeeper


class Opened:
    """The settings of a page, with what they told."""

    def __init__(self, settings: Settings | None = None, error_text: str = "") -> None:
        self.keeper = MemoryKeeper(settings, error_text)
        self.changes: list[Settings] = []
        self.said: list[str] = []
        self.settings = PageSettings(self.keeper, self.changes.append, FakeMessenger(self.said.append))


def test_loading_tells_what_is_set() -> None:
    """Once; the same settings again change nothing."""
    opened = Opened(Settings(theme=Theme.DARK))
    opened.settings.load()
    opened.settings.load()
    assert opened.changes == [Settings(theme=Theme.DARK)]
    assert opened.said == []


def test_a_broken_file_is_said_once() -> None:
    """And stands on the settings screen until something is changed."""
    opened = Opened(error_text="settings.yaml is broken.")
    opened.settings.load()
    opened.settings.load()
    assert opened.said == ["settings.yaml is broken."]
    assert opened.settings.error_text == "settings.yaml is broken."
    opened.settings.change(Settings(volume_percent=10))
    assert opened.settings.error_text == ""


def test_a_change_is_kept() -> None:
    """And told."""
    opened = Opened()
    opened.settings.change(Settings(voice=False))
    assert opened.keeper.loaded.settings == Settings(voice=False)
    assert opened.changes == [Settings(voice=False)]


def test_a_change_that_cannot_be_kept_holds_and_is_said() -> None:
    """What the user wants now is done now."""
    opened = Opened()
    opened.keeper.is_full = True
    opened.settings.change(Settings(voice=False))
    assert opened.changes == [Settings(voice=False)]
    assert opened.settings.settings == Settings(voice=False)
    assert opened.said == ["The settings could not be written; make room."]


def test_a_change_leaves_what_another_page_has_changed_meanwhile() -> None:
    """It is seen with the change; only what this page changed is written."""
    opened = Opened()
    opened.settings.load()
    opened.keeper.loaded = LoadedSettings(Settings(theme=Theme.DARK, volume_percent=20))
    opened.settings.change(Settings(voice=False))
    both = Settings(voice=False, theme=Theme.DARK, volume_percent=20)
    assert opened.keeper.loaded.settings == opened.settings.settings == both
    assert opened.changes[-1] == both


def test_mute_changes_sounds_and_voice_alone() -> None:
    """Off and on again: what another page changed meanwhile stays."""
    opened = Opened(Settings(voice=False))
    opened.settings.load()
    opened.keeper.loaded = LoadedSettings(Settings(voice=False, volume_percent=20))
    opened.settings.toggle_mute()
    assert opened.keeper.loaded.settings == Settings(voice=False, sounds=False, volume_percent=20)
    opened.keeper.loaded = LoadedSettings(Settings(voice=False, sounds=False, theme=Theme.DARK))
    opened.settings.toggle_mute()
    assert opened.keeper.loaded.settings == Settings(voice=False, theme=Theme.DARK)


def test_what_could_not_be_kept_holds_until_it_is_kept() -> None:
    """Whatever else changes in the file; it is written with the next change."""
    opened = Opened()
    opened.keeper.is_full = True
    opened.settings.change(Settings(voice=False))
    opened.settings.load()
    assert opened.settings.settings == Settings(voice=False)
    opened.keeper.loaded = LoadedSettings(Settings(theme=Theme.DARK))
    opened.settings.load()
    assert opened.settings.settings == Settings(voice=False, theme=Theme.DARK)
    opened.keeper.is_full = False
    opened.settings.change(Settings(voice=False, theme=Theme.DARK, volume_percent=20))
    assert opened.keeper.loaded.settings == Settings(voice=False, theme=Theme.DARK, volume_percent=20)


def test_the_switches_turn_off_and_on() -> None:
    """Each its own."""
    opened = Opened()
    opened.settings.toggle_sounds()
    assert opened.settings.settings == Settings(sounds=False)
    opened.settings.toggle_voice()
    assert opened.settings.settings == Settings(sounds=False, voice=False)
    opened.settings.toggle_sounds()
    assert opened.settings.settings == Settings(voice=False)


def test_mute_brings_back_what_was_on() -> None:
    """Not what the user had turned off; and both if both were off before."""
    opened = Opened(Settings(voice=False))
    opened.settings.load()
    opened.settings.toggle_mute()
    assert opened.settings.settings == Settings(voice=False, sounds=False)
    opened.settings.toggle_mute()
    assert opened.settings.settings == Settings(voice=False)
    opened.settings.toggle_sounds()
    opened.settings.toggle_mute()
    assert opened.settings.settings == Settings()
