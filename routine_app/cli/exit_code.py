"""What the program tells the shell when it ends."""

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes of every command."""

    OK = 0
    INPUT_AT_FAULT = 1
    USAGE_OR_FILE_SYSTEM = 2
    INTERRUPTED = 130
    """Ctrl-C, as shells count it: 128 plus the signal's number."""
