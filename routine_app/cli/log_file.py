"""The log: one file, made when there is first something to write down."""

import logging
import sys
import threading
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

LINES = "%(asctime)s %(levelname)s %(name)s: %(message)s"
SIZE_LIMIT_BYTES = 512 * 1024

log = logging.getLogger(__name__)


def log_to(file: Path) -> None:
    """Send every warning and error of the program and its libraries to that file, and none to the terminal."""
    handler = _LogFile(file)
    handler.setFormatter(logging.Formatter(LINES))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.captureWarnings(capture=True)
    threading.excepthook = _log_thread_failure
    sys.unraisablehook = _log_unraisable


class _LogFile(RotatingFileHandler):
    """The file and the one before it; where it cannot be written, that is said once, and work goes on."""

    def __init__(self, file: Path) -> None:
        super().__init__(file, maxBytes=SIZE_LIMIT_BYTES, backupCount=1, encoding="utf-8", delay=True)
        self._has_complained = False

    def _open(self) -> TextIOWrapper:
        Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
        return super()._open()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the name is logging's
        """Say once, on one line, that the log cannot be written, and what should have stood there."""
        if not self._has_complained and sys.stderr:
            self._has_complained = True
            reason = sys.exc_info()[1]
            print(
                f"routine-app: cannot write the log ({reason}): {record.getMessage()}".splitlines()[0],
                file=sys.stderr,
            )


def _log_thread_failure(failure: threading.ExceptHookArgs) -> None:
    log.error("A thread ended in an error", exc_info=failure.exc_value)


def _log_unraisable(failure: "sys.UnraisableHookArgs") -> None:
    log.error("%s: %r", failure.err_msg or "Exception ignored in", failure.object, exc_info=failure.exc_value)
