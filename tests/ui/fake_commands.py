"""The commands of a player that only remember being given."""


class FakeCommands:
    """All of `routine_app.ui.player_commands`; `given` has the names of what was given, in order."""

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
