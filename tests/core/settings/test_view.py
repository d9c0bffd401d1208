"""What the settings show."""

from dataclasses import replace

import pytest

from routine_app.core.settings.settings import Settings
from routine_app.core.settings.view import (
    FilesHome,
    ShownPaths,
    get_ready_words,
    present_settings,
    volume_words,
)

PLACES = ShownPaths("/home/me/routines", "/home/me/history.db", "/home/me/settings.yaml", "/home/me/app.log")


def test_settings_in_words() -> None:
    """Only what is no word of its own."""
    view = present_settings(Settings(volume_percent=35, get_ready_seconds=10), PLACES, "It is broken.")
    assert (volume_words(35), view.error_text) == ("35 %", "It is broken.")
    assert view.settings == Settings(volume_percent=35, get_ready_seconds=10)


@pytest.mark.parametrize(
    ("seconds", "words"), [(None, "As the routine says"), (0, "0 s"), (10, "10 s"), (90, "1 min 30 s")]
)
def test_get_ready_words(seconds: int | None, words: str) -> None:
    """The routine's own time, none at all, and lengths."""
    assert get_ready_words(seconds) == words


def test_the_times_to_get_ready() -> None:
    """The routine's first, then the shortest."""
    assert [words for words, _ in present_settings(Settings(), PLACES).get_ready_choices] == [
        "As the routine says",
        "5 s",
        "10 s",
        "15 s",
        "20 s",
        "30 s",
    ]


@pytest.mark.parametrize(("seconds", "place"), [(0, 1), (12, 3), (90, 6)])
def test_a_time_from_the_file_is_a_choice_too(seconds: int, place: int) -> None:
    """In its place among the others."""
    choices = present_settings(Settings(get_ready_seconds=seconds), PLACES).get_ready_choices
    assert (len(choices), choices[place]) == (7, (get_ready_words(seconds), seconds))


def test_files_on_this_device() -> None:
    """Their paths, and the folder to open; that they are here need not be said."""
    view = present_settings(Settings(), PLACES)
    assert view.files == (
        ("Routines", "/home/me/routines"),
        ("History", "/home/me/history.db"),
        ("Settings", "/home/me/settings.yaml"),
        ("Log", "/home/me/app.log"),
    )
    assert (view.folder, view.files_home) == ("/home/me/routines", "")


def test_files_on_another_machine() -> None:
    """Their paths there, and nothing to open here."""
    view = present_settings(Settings(), replace(PLACES, home=FilesHome.SERVING_MACHINE))
    assert (len(view.files), view.folder) == (4, "")
    assert view.files_home == "These files are on the computer that serves this page."


def test_files_in_a_browser() -> None:
    """No paths, since they lead nowhere."""
    view = present_settings(Settings(), replace(PLACES, home=FilesHome.BROWSER))
    assert (view.files, view.folder) == ((), "")
    assert view.files_home.startswith("Everything is kept by this browser")


@pytest.mark.parametrize(
    ("home", "said"),
    [
        (FilesHome.NOWHERE, "Nothing is kept: this browser does not give this page its storage."),
        (FilesHome.BROWSER_IN_PART, "What was logged last is not kept: this browser could not store it."),
    ],
)
def test_files_that_a_browser_does_not_keep(home: FilesHome, said: str) -> None:
    """What to do before it is too late, and again no paths."""
    view = present_settings(Settings(), replace(PLACES, home=home))
    assert (view.files, view.folder) == ((), "")
    assert view.files_home.startswith(said)
    assert view.files_home.endswith("xport your history before you close this page.")
