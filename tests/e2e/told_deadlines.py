"""Runs the command line, and tells in a file when each sound was due: the session's deadline, by the wall clock.

As a program it tells it in the file that the variable `TOLD_DEADLINES` names.
"""

import os
import time
from pathlib import Path

from routine_app.cli import main as command_line
from routine_app.core.cues.prompter import Prompter
from routine_app.core.cues.schedule import Prompt
from routine_app.core.session.engine import RunStatus, SessionState
from routine_app.core.session.events import Events
from routine_app.data.clock import SystemClock


def run(told: Path) -> None:
    """Run the command line; a line of the file `told` has the moment and the sound."""
    due_really = Prompter.due

    def due(self: Prompter, events: Events, state: SessionState, now: float) -> Prompt | None:
        """Tell the deadline of each sound that comes due."""
        prompt = due_really(self, events, state, now)
        if prompt is not None and prompt.sound is not None:
            ended = state.status is RunStatus.ENDED
            deadline = events[-1].at if ended else now - state.elapsed(now) + prompt.at_seconds
            wall = time.time() - (SystemClock().now() - deadline)
            with told.open("a", encoding="utf-8") as file:
                file.write(f"{wall} {prompt.sound}\n")
        return prompt

    Prompter.due = due  # type: ignore[method-assign]  # that is the point of it
    command_line.run()


if __name__ == "__main__":
    run(Path(os.environ["TOLD_DEADLINES"]))
