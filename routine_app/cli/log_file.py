"""The log: one file, made when there is first something to write down."""

import logging
import sys
import threading
from pathlib import Path

LINES = "%(asctime)s %(levelname)s %(name)s: %(message)s"

log = logging.getLogger(__name__)


def log_to(file: Path) -> None:
    """Send every warning and error of the program and its libraries to that file, and none to the terminal."""
    logging.basicConfig(format=LINES, level=logging.WARNING, handlers=[_LogFile(file)], force=True)
    logging.captureWarnings(capture=True)
    threading.excepthook = _log_thread_failure
    sys.unraisablehook = _log_unraisable


class _LogFile(logging.Handler):
    """Hands records to what writes the file: that takes its time to load, and most commands have none."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file
        self._writer: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record."""
        if self._writer is None:
            from routine_app.cli.rotating_log import RotatingLog  # noqa: PLC0415 - see the class

            self._writer = RotatingLog(self._file)
            self._writer.setFormatter(self.formatter)
        self._writer.handle(record)

    def close(self) -> None:
        """Close the file, too."""
        if self._writer is not None:
            self._writer.close()
        super().close()


def _log_thread_failure(failure: threading.ExceptHookArgs) -> None:
    log.error("A thread ended in an error", exc_info=failure.exc_value)


def _log_unraisable(failure: "sys.UnraisableHookArgs") -> None:
    log.error("%s: %r", failure.err_msg or "Exception ignored in", failure.object, exc_info=failure.exc_value)
