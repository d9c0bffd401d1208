"""Flet's window program while it runs."""

import asyncio
import logging
import os
from collections import deque
from collections.abc import Sequence
from pathlib import Path

import flet_desktop  # type: ignore[import-untyped]  # Flet types only its main package

from routine_app.serve.window.unavailable import WindowUnavailableError

HIDDEN = {"FLET_HIDE_WINDOW_ON_START": "true"}
"""What Flet's program is told by: until the app's first screen is there it would show one of Flet's."""

REASON_LIMIT = 200
"""How much of the program's own message is repeated."""

CLOSE_SECONDS = 1.0
"""How long the program's end, or its last lines, are waited for."""

log = logging.getLogger(__name__)


class WindowProcess:
    """The window program, with what it last said on its standard error."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._last_lines: deque[str] = deque(maxlen=50)
        self._listener = asyncio.create_task(self._listen())

    @classmethod
    async def start(cls, command: Sequence[str]) -> "WindowProcess":
        """Start the program, whose window is not seen until the page says so.

        Raises WindowUnavailableError if the system will not run it.
        """
        try:
            process = await asyncio.create_subprocess_exec(
                *command,
                env=os.environ | HIDDEN,
                stdin=asyncio.subprocess.DEVNULL,
                stderr=asyncio.subprocess.PIPE,
            )
        except OSError as error:
            raise WindowUnavailableError(
                f"Flet's window does not start ({error.strerror or error})"
            ) from error
        return cls(process)

    async def wait(self) -> None:
        """Return when the program has ended."""
        await self._process.wait()

    async def why_it_failed(self) -> str:
        """The reason, in one line, that a program which showed nothing gives."""
        code = self._process.returncode
        if code is None:
            return "Flet's window did not appear"
        await asyncio.wait([self._listener], timeout=CLOSE_SECONDS)
        for line in self._last_lines:
            log.warning("Flet's window: %s", line)
        said = next((line for line in reversed(self._last_lines) if line), f"exit code {code}")
        return f"Flet's window does not start ({said[:REASON_LIMIT]})"

    async def close(self, pid_file: Path) -> None:
        """End the program, and the one that it may have started and named in `pid_file`."""
        if pid_file.exists():  # noqa: ASYNC240 - one look at a local file
            flet_desktop.close_flet_view(str(pid_file))
        elif self._process.returncode is None:
            self._process.terminate()
        try:
            await asyncio.wait_for(self._process.wait(), CLOSE_SECONDS)
        except TimeoutError:
            log.warning("Flet's window did not end when asked to")
            self._process.kill()
        self._listener.cancel()

    async def _listen(self) -> None:
        if self._process.stderr is None:
            return
        while line := await self._process.stderr.readline():
            self._last_lines.append(line.decode(errors="replace").strip())
            log.info("Flet's window: %s", self._last_lines[-1])
