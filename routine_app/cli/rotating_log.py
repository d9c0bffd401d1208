"""The log's file and the one before it."""

import logging
import sys
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

SIZE_LIMIT_BYTES = 512 * 1024


class RotatingLog(RotatingFileHandler):
    """Writes records; where the file cannot be written, that is said once, and work goes on."""

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
