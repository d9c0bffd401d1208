"""The commands of screens that only remember being given."""

from routine_app.core.feedback.feedback import Feeling
from routine_app.core.routine.hold_length import Length
from routine_app.core.routine.model import Side


class FakeCommands:
    """All of `routine_app.ui.player.commands`; `given` has the names of what was given, in order."""

    def __init__(self) -> None:
        self.given: list[str] = []

    def pause_or_resume(self) -> None:
        """Remember it."""
        self.given.append("pause_or_resume")

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


class FakeListCommands:
    """All of `routine_app.ui.library.screen.LibraryCommands`; `given` has what was given, in order."""

    def __init__(self) -> None:
        self.given: list[object] = []

    def open_routine(self, name: str) -> None:
        """Remember it."""
        self.given.append(("open_routine", name))

    def edit_file(self, file_name: str) -> None:
        """Remember it."""
        self.given.append(("edit_file", file_name))

    def new_routine(self) -> None:
        """Remember it."""
        self.given.append("new_routine")

    def import_routine(self) -> None:
        """Remember it."""
        self.given.append("import_routine")

    def open_today(self) -> None:
        """Remember it."""
        self.given.append("open_today")

    def go_on(self) -> None:
        """Remember it."""
        self.given.append("go_on")

    def end_interrupted(self) -> None:
        """Remember it."""
        self.given.append("end_interrupted")

    def look_for(self, words: str) -> None:
        """Remember it."""
        self.given.append(("look_for", words))

    def toggle_muscle(self, muscle: str) -> None:
        """Remember it."""
        self.given.append(("toggle_muscle", muscle))

    def show_all(self) -> None:
        """Remember it."""
        self.given.append("show_all")


class FakeRoutineCommands:
    """All of `routine_app.ui.library.routine_screen.RoutineCommands`; `given` has what was given, in order."""

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

    def duplicate_routine(self) -> None:
        """Remember it."""
        self.given.append("duplicate_routine")

    def delete_routine(self) -> None:
        """Remember it."""
        self.given.append("delete_routine")


class FakeHistoryCommands:
    """All that the screens of the history ask for, of which nothing comes."""

    def open_session(self, session_id: str) -> None:
        """Do nothing."""

    def show_more(self) -> None:
        """Do nothing."""

    def leave_session(self) -> None:
        """Do nothing."""

    def delete_session(self) -> None:
        """Do nothing."""

    def feel(self, feeling: Feeling | None) -> None:
        """Do nothing."""

    def toggle_pain(self, muscle: str, side: Side) -> None:
        """Do nothing."""

    def write_note(self, note: str) -> None:
        """Do nothing."""
