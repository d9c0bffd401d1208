"""Keeps a mistake in one handler from ending the whole app."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

logger = logging.getLogger(__name__)

P = ParamSpec("P")


def guarded(act: Callable[P, None]) -> Callable[P, None]:
    """Make a handler that logs what `act` raises.

    In Flet 1.0.5 an exception that leaves a handler takes the page from its user; here the press
    does nothing, and the session on the page goes on.
    """

    @wraps(act)
    def guard(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            act(*args, **kwargs)
        except Exception:
            logger.exception("What was asked for could not be done")

    return guard
