"""Turns what a page raises as it opens into one sentence for the user."""

import logging
from collections.abc import Callable, Coroutine
from typing import Any, TypeAlias

import flet as ft

from routine_app.core.errors import UserFacingError

PageMain: TypeAlias = Callable[[ft.Page], Coroutine[Any, Any, None]]
"""What Flet calls for each page: what `routine_app.app.page_main` makes, or a stand-in for it."""

log = logging.getLogger(__name__)


def reported(main: PageMain) -> PageMain:
    """The same page, except that what it raises is logged and reaches the user as one sentence."""

    async def start(page: ft.Page) -> None:
        try:
            await main(page)
        except UserFacingError:
            log.exception("The surroundings kept a page from opening")
            raise
        except Exception as error:
            log.exception("A page could not open")
            raise UserFacingError(
                "The app could not open because of a mistake of its own; its log says more."
            ) from error

    return start
