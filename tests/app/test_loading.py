"""What of the app is loaded when: a phone loads each module ten times as slowly as a computer."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.started_program import PROJECT, program_environment

PROGRAM = Path(__file__).with_name("loading_run.py")

WHOLE_ROOMS = {
    "core": {"balance", "feedback", "history", "library", "routine", "session", "settings", "text"},
    "data": {"files", "history", "routines", "session", "settings", "yaml"},
    "ui": {"kit", "library", "shell"},
}
"""The rooms that the list of routines is made of: no editor, no help, no sharing, no cues, no voice, no form."""

OF_OTHER_ROOMS = {
    "routine_app.core.history.exchange.merge_session",
    "routine_app.ui.balance.today_controller",
    "routine_app.ui.player.keys",
    "routine_app.ui.player.session_controller",
    "routine_app.ui.player.take_over",
}
"""All that the list needs of the history's exchange, of the balance's screens, and of the player."""

NOT_NEEDED = {
    "routine_app.core.session.player_view",
    "routine_app.data.routines.texts",
    "routine_app.ui.library.recorder",
    "routine_app.ui.library.routine_screen",
}
"""What these rooms have for other screens than the list."""

EXTENSIONS = {"flet_audio", "flet_charts", "flet_code_editor", "segno"}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The modules that are loaded at each moment, as a process of its own tells."""
    home = str(tmp_path_factory.mktemp("home"))
    done = subprocess.run(
        [sys.executable, PROGRAM],
        env={**program_environment(), "ROUTINE_APP_HOME": home},
        check=True,
        capture_output=True,
        text=True,
    )
    moments: dict[str, list[str]] = json.loads(done.stdout)
    return moments


def test_the_list_does_without_the_rooms_of_other_screens(loaded: dict[str, list[str]]) -> None:
    """All that is loaded is of its own rooms, or is named here."""
    names = {*loaded["app"], *loaded["list"]}
    modules = {name for name in names if name.startswith("routine_app.") and is_module(name)}
    of_others = {name for name in modules if not is_of(name, WHOLE_ROOMS)}
    assert of_others == OF_OTHER_ROOMS
    assert names & (NOT_NEEDED | EXTENSIONS) == set()


def is_module(name: str) -> bool:
    """Whether it is a module, and no package."""
    return Path(PROJECT, *name.split(".")).with_suffix(".py").is_file()


def is_of(name: str, rooms: dict[str, set[str]]) -> bool:
    """Whether a module is of one of these rooms, not of a room within it, or of none at all."""
    _, *folders, _module = name.split(".")
    return len(folders) < 2 or (folders[1] in rooms.get(folders[0], set()) and folders[2:] != ["exchange"])


def test_a_page_that_waits_for_its_list_waits_for_no_module(loaded: dict[str, list[str]]) -> None:
    """Flet loads what is first named; what the list needs of it is named before a page asks."""
    assert loaded["list"] == []


def test_a_session_has_all_that_it_needs_before_it_starts(loaded: dict[str, list[str]]) -> None:
    """What is loaded between two sounds would keep the second: its player comes with the page of the routine."""
    assert {"routine_app.ui.player.player", "routine_app.ui.cues.coach"} <= set(loaded["routine"])
    assert loaded["session"] == []
