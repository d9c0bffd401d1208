"""The commands of screens that only remember being given."""

from collections.abc import Callable

from routine_app.core.routine.hold_length import Length
from routine_app.ui.kit.figure import FindPicture
from routine_app.ui.library.controller import LibraryController
from routine_app.ui.library.elsewhere_card import ElsewhereCard
from routine_app.ui.library.resume_card import ResumeCard
from routine_app.ui.library.screen import LibraryScreen
from routine_app.ui.library.search_bar import SearchBar
from routine_app.ui.library.today_card import TodayCard
from routine_app.ui.player.session_runner import SessionRunner
from routine_app.ui.shell.page_settings import PageSettings
from tests.ui import sample_views


class FakeCommands(SessionRunner, PageSettings):
    """The session and the settings behind the player's buttons; `given` has the names of what was given, in order."""

    def __init__(self) -> None:
        self.given: list[str] = []

    def pause_or_resume(self) -> None:
        """Remember it."""
        self.given.append("pause_or_resume")

    def resume(self) -> None:
        """Remember it."""
        self.given.append("resume")

    def pause_as_heard(self) -> None:
        """Remember it."""
        self.given.append("pause_as_heard")

    def skip(self) -> None:
        """Remember it."""
        self.given.append("skip")

    def back(self) -> None:
        """Remember it."""
        self.given.append("back")

    def add_ten_seconds(self) -> None:
        """Remember it."""
        self.given.append("add_ten_seconds")

    def redo_step(self) -> None:
        """Remember it."""
        self.given.append("redo_step")

    def count_sleep(self) -> None:
        """Remember it."""
        self.given.append("count_sleep")

    def keep_going(self) -> None:
        """Remember it."""
        self.given.append("keep_going")

    def leave(self) -> None:
        """Remember it."""
        self.given.append("leave")

    def stop(self) -> None:
        """Remember it."""
        self.given.append("stop")

    def toggle_sounds(self) -> None:
        """Remember it."""
        self.given.append("toggle_sounds")

    def toggle_voice(self) -> None:
        """Remember it."""
        self.given.append("toggle_voice")

    def toggle_mute(self) -> None:
        """Remember it."""
        self.given.append("toggle_mute")


def list_screen(given: list[object], find_picture: FindPicture = sample_views.find_picture) -> LibraryScreen:
    """The list of routines; `given` gets what its buttons ask for, in order."""

    def remember(name: str) -> Callable[[], None]:
        return lambda: given.append(name)

    return LibraryScreen(
        resume_card=ResumeCard(remember("go_on"), remember("end_interrupted")),
        elsewhere_card=ElsewhereCard(remember("take_over")),
        today_card=TodayCard(remember("start_today"), remember("open_today")),
        search_bar=SearchBar(
            lambda words: given.append(("search", words)),
            lambda muscle: given.append(("toggle_muscle", muscle)),
            remember("show_all"),
        ),
        go=lambda route: given.append(("go", route)),
        import_routine=remember("import_routine"),
        find_picture=find_picture,
    )


class FakeLibrary(LibraryController):
    """What the page of a routine asks for; `given` has it in order."""

    def __init__(self) -> None:
        self.given: list[object] = []

    def leave_routine(self) -> None:
        """Remember it."""
        self.given.append("leave_routine")

    def set_length(self, length: Length) -> None:
        """Remember it."""
        self.given.append(("set_length", length))

    def begin_routine(self) -> None:
        """Remember it."""
        self.given.append("begin_routine")

    def edit_routine(self) -> None:
        """Remember it."""
        self.given.append("edit_routine")

    def share_routine(self) -> None:
        """Remember it."""
        self.given.append("share_routine")

    def save_audio(self) -> None:
        """Remember it."""
        self.given.append("save_audio")

    def duplicate_routine(self) -> None:
        """Remember it."""
        self.given.append("duplicate_routine")

    def delete_routine(self) -> None:
        """Remember it."""
        self.given.append("delete_routine")
