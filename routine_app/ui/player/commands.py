"""What the player's buttons and keys can ask for."""

from typing import Protocol


class PlayerCommands(Protocol):
    """The commands of a session, as the screen gives them."""

    def pause_or_resume(self) -> None:
        """Pause the session, or resume it."""

    def skip(self) -> None:
        """Go to the next step."""

    def back(self) -> None:
        """Begin this step again, or the hold before."""

    def add_ten_seconds(self) -> None:
        """Make the step longer."""

    def redo_step(self) -> None:
        """Begin again the step in which the device slept."""

    def count_sleep(self) -> None:
        """Count the time that the device slept as held."""

    def keep_going(self) -> None:
        """Answer that the session shall not end."""

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
