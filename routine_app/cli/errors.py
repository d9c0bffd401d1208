"""Whatever goes wrong, the terminal gets one plain line, and the shell an exit code."""

import logging
import os
import sys
from collections.abc import Callable
from enum import IntEnum

from routine_app.cli.output import one_line
from routine_app.core.errors import UserFacingError, os_reason


class ExitCode(IntEnum):
    """The exit codes of every command."""

    OK = 0
    INPUT_AT_FAULT = 1
    USAGE_OR_FILE_SYSTEM = 2
    INTERRUPTED = 130
    """Ctrl-C, as shells count it: 128 plus the signal's number."""


log = logging.getLogger(__name__)


def plain_exit(work: Callable[[], ExitCode | None]) -> ExitCode:
    """Do the work and give its exit code, OK if it names none; what it raises becomes a line on standard error."""
    try:
        code = work() or ExitCode.OK
        if sys.stdout:
            sys.stdout.flush()
    except BrokenPipeError:  # the reader of the output, such as `head`, has had enough
        _drop_unwritten_output()
        return ExitCode.USAGE_OR_FILE_SYSTEM
    except KeyboardInterrupt:
        complain("Stopped.")
        return ExitCode.INTERRUPTED
    except UserFacingError as error:
        complain(str(error))
        return ExitCode.USAGE_OR_FILE_SYSTEM
    except OSError as error:
        return _file_system_failure(error)
    except Exception:
        log.exception("The command failed")
        complain(
            "This is a mistake of the program's own; its log says more (`routine-app paths` says where)."
        )
        return ExitCode.INPUT_AT_FAULT
    return code


def complain(sentence: str) -> None:
    """Print one line on standard error, if there is one."""
    if sys.stderr:
        print(f"routine-app: {one_line(sentence)}", file=sys.stderr)


def _file_system_failure(error: OSError) -> ExitCode:
    log.error("The system refused", exc_info=error)
    what = f"{error.filename}: " if error.filename else "Cannot read or write: "
    _drop_unwritten_output()
    complain(f"{what}{os_reason(error)}.")
    return ExitCode.USAGE_OR_FILE_SYSTEM


def _drop_unwritten_output() -> None:
    """Keep the interpreter from trying once more, as it ends, to write what cannot be written."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
