"""Keeps a mistake in one handler from ending the whole app, and Flet from looking through a page for nothing."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import flet as ft

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


def quietly(act: Callable[P, None]) -> Callable[P, None]:
    """Make a guarded handler of what sends by itself what it changes, if anything.

    After any other Flet 1.0.5 compares all of the page with what the client has: 8 ms where that is a list of routines.
    """

    @wraps(act)
    def quiet(*args: P.args, **kwargs: P.kwargs) -> None:
        act(*args, **kwargs)
        ft.context.mark_update_called()  # type: ignore[no-untyped-call]  # Flet annotates no results

    return guarded(quiet)
