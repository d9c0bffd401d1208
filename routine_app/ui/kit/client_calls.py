"""What is asked of the client in passing: to play, to shake, to stay awake."""

import asyncio
import logging
import sys
from collections.abc import Callable, Coroutine
from functools import cached_property
from typing import Any

import flet as ft

logger = logging.getLogger(__name__)

Call = Callable[[], Coroutine[Any, Any, object]]

ANSWER_SECONDS = 3.0
"""A client that lacks a service never answers; Flet itself would wait for half a minute."""


class ClientCalls:
    """Sends calls to the client without waiting for their answers; what fails is logged once."""

    def __init__(self) -> None:
        self._under_way: set[asyncio.Task[None]] = set()
        self._failed: set[str] = set()

    @cached_property
    def semantics(self) -> ft.SemanticsService:
        """Flet's service that announces, and knows what the system asks for; one for the page, made for its first call."""
        return ft.SemanticsService()

    def ask(
        self,
        what: str,
        call: Call,
        within_seconds: float | None = ANSWER_SECONDS,
        on_refusal: Callable[[], None] | None = None,
    ) -> None:
        """Make the call; `what` names it in the log, where it is told once if it fails, or is not answered in time.

        `on_refusal` is called if the client answers that it cannot: one that does not answer may only be away.
        """
        task = _begun(self._answered(what, call, within_seconds, on_refusal))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    def close(self) -> None:
        """Wait for no answer any more, as when the client is gone for good."""
        for task in self._under_way:
            task.cancel()

    async def _answered(
        self, what: str, call: Call, within_seconds: float | None, on_refusal: Callable[[], None] | None
    ) -> None:
        try:
            await asyncio.wait_for(call(), within_seconds)
        except (RuntimeError, TimeoutError) as error:
            level = logging.DEBUG if what in self._failed else logging.WARNING
            self._failed.add(what)
            logger.log(level, "The client did not %s: %s", what, error)
            if on_refusal is not None and not isinstance(error, TimeoutError):
                on_refusal()


def _begun(work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
    """A task that has begun already, where Python can: what it sends is sent before all else that is due."""
    loop = asyncio.get_running_loop()
    if sys.version_info >= (3, 12):
        return asyncio.Task(work, loop=loop, eager_start=True)
    return loop.create_task(work)
