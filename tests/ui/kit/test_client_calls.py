"""Calls that nobody waits for."""

import asyncio
import logging

import pytest

from routine_app.ui.kit.client_calls import ANSWER_SECONDS, ClientCalls
from tests.ui.virtual_time import in_virtual_time, settle, virtual_loop


async def never() -> None:
    """Wait for ever, as on a client that lacks a service."""
    await asyncio.Event().wait()


async def refused() -> None:
    """Fail, as without a page."""
    raise RuntimeError("no page")


def test_a_client_that_never_answers_is_told_of_once(caplog: pytest.LogCaptureFixture) -> None:
    """One warning for each kind of call, and nothing that goes on waiting."""

    @in_virtual_time
    async def ask() -> None:
        calls = ClientCalls()
        for _ in range(3):
            calls.ask("play", never)
            await asyncio.sleep(ANSWER_SECONDS + 0.1)
        calls.ask("shake", refused)
        await settle()

    with caplog.at_level(logging.WARNING):
        ask()
    assert caplog.messages == [
        "The client did not play: ",
        "The client did not shake: no page",
    ]


@in_virtual_time
async def test_a_client_that_is_gone_is_not_waited_for() -> None:
    """Not even a timer is left."""
    calls = ClientCalls()
    calls.ask("play", never)
    await settle()
    calls.close()
    await settle()
    assert virtual_loop().pending_timers == []


def test_a_refusal_is_told_and_no_answer_is_none() -> None:
    """A client that does not answer may only be away."""
    told: list[str] = []

    @in_virtual_time
    async def ask() -> None:
        calls = ClientCalls()
        calls.ask("play", never, on_refusal=lambda: told.append("play"))
        calls.ask("shake", refused, on_refusal=lambda: told.append("shake"))
        await asyncio.sleep(ANSWER_SECONDS + 0.1)

    ask()
    assert told == ["shake"]
