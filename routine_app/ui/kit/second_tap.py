"""Keeps the second tap of a finger that slipped from what the first one has brought up."""

import logging
from collections.abc import Callable

import flet as ft

from routine_app.ui.kit.deferred_call import loop_seconds
from routine_app.ui.kit.safe_handler import guarded

logger = logging.getLogger(__name__)

SECOND_TAP_SECONDS = 0.4
"""A tap that follows so soon on a change of the screen was meant for what stood there before."""

_CHANGED_AT = "what a finger meets changed at"


def note_change(page: ft.Page) -> None:
    """Remember that from now on something else stands where the finger was: another screen, step or question."""
    page.session.store.set(_CHANGED_AT, loop_seconds())


def tapped(act: Callable[[], None]) -> Callable[[], None]:
    """Make the handler of a tap: guarded, and deaf for a moment after each change of its page."""

    def tap() -> None:
        if _comes_too_soon():
            logger.info("A tap came too soon after what it met was shown; nothing was done")
        else:
            act()

    return guarded(tap)


def _comes_too_soon() -> bool:
    try:
        store = ft.context.page.session.store
    except RuntimeError:
        return False  # on no page nothing changes
    changed_at = store.get(_CHANGED_AT)
    return changed_at is not None and loop_seconds() - changed_at < SECOND_TAP_SECONDS
