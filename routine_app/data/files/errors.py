"""Errors of the file system as one sentence that says what to do."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from routine_app.core.errors import UserFacingError, os_reason


@contextmanager
def os_errors_as(
    path: Path, done: str, advice: str, let_through: type[OSError] | tuple[()] = ()
) -> Iterator[None]:
    """Turn an OSError, but for those let through, into a UserFacingError.

    It says "PATH cannot be DONE: permission denied; ADVICE."
    """
    try:
        yield
    except let_through:
        raise
    except OSError as error:
        raise UserFacingError(f"{path} cannot be {done}: {os_reason(error)}; {advice}.") from error
