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


class AudioSwitches(Protocol):
    """What turns the sounds and the voice off and on."""

    def toggle_sounds(self) -> None:
        """Turn the sounds off or on."""

    def toggle_voice(self) -> None:
        """Turn the voice off or on."""

    def toggle_mute(self) -> None:
        """Turn both off together, and what was on of them on again."""
