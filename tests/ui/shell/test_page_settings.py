"""The settings of a page: loaded, changed, kept; and the switches of the player."""

from routine_app.core.settings.settings import Settings, Theme
from routine_app.ui.shell.page_settings import PageSettings
from tests.ui.fake_shell import FakeMessenger
from tests.ui.sample_services import MemoryKeeper


class Desk:
    """A desk with what it told."""

    def __init__(self, settings: Settings | None = None, error_text: str = "") -> None:
        self.keeper = MemoryKeeper(settings, error_text)
        self.changes: list[Settings] = []
        self.said: list[str] = []
        self.desk = PageSettings(self.keeper, self.changes.append, FakeMessenger(self.said.append))


def test_loading_tells_what_is_set() -> None:
    """Once; the same settings again change nothing."""
    desk = Desk(Settings(theme=Theme.DARK))
    desk.desk.load()
    desk.desk.load()
    assert desk.changes == [Settings(theme=Theme.DARK)]
    assert desk.said == []


def test_a_broken_file_is_said_once() -> None:
    """And stands on the settings screen until something is changed."""
    desk = Desk(error_text="settings.yaml is broken.")
    desk.desk.load()
    desk.desk.load()
    assert desk.said == ["settings.yaml is broken."]
    assert desk.desk.error_text == "settings.yaml is broken."
    desk.desk.change(Settings(volume_percent=10))
    assert desk.desk.error_text == ""


def test_a_change_is_kept() -> None:
    """And told."""
    desk = Desk()
    desk.desk.change(Settings(voice=False))
    assert desk.keeper.loaded.settings == Settings(voice=False)
    assert desk.changes == [Settings(voice=False)]


def test_a_change_that_cannot_be_kept_holds_and_is_said() -> None:
    """What the user wants now is done now."""
    desk = Desk()
    desk.keeper.is_full = True
    desk.desk.change(Settings(voice=False))
    assert desk.changes == [Settings(voice=False)]
    assert desk.desk.settings == Settings(voice=False)
    assert desk.said == ["The settings could not be written; make room."]


def test_the_switches_turn_off_and_on() -> None:
    """Each its own."""
    desk = Desk()
    desk.desk.toggle_sounds()
    assert desk.desk.settings == Settings(sounds=False)
    desk.desk.toggle_voice()
    assert desk.desk.settings == Settings(sounds=False, voice=False)
    desk.desk.toggle_sounds()
    assert desk.desk.settings == Settings(voice=False)


def test_mute_brings_back_what_was_on() -> None:
    """Not what the user had turned off; and both if both were off before."""
    desk = Desk(Settings(voice=False))
    desk.desk.load()
    desk.desk.toggle_mute()
    assert desk.desk.settings == Settings(voice=False, sounds=False)
    desk.desk.toggle_mute()
    assert desk.desk.settings == Settings(voice=False)
    desk.desk.toggle_sounds()
    desk.desk.toggle_mute()
    assert desk.desk.settings == Settings()
