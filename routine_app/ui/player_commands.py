"""What the player's buttons and keys can ask for."""

from typing import Protocol


class PlayerCommands(Protocol):
    """The commands of a session, as the screen gives them."""

    def pause_or_resume(self) -> None:
        """Stand still, or go on."""

    def skip(self) -> None:
        """Go to the next step."""

    def back(self) -> None:
        """Begin this step again, or the hold before."""

    def add_ten_seconds(self) -> None:
        """Make the step longer."""

    def redo_step(self) -> None:
        """After a sleep: begin the step again."""

    def count_sleep(self) -> None:
        """After a sleep: it was held."""

    def keep_going(self) -> None:
        """After a question whether to end: do not."""

    def stop(self) -> None:
        """End the session."""
