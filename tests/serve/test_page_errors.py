"""How a page begins."""

import asyncio
from typing import cast

import flet as ft
import pytest

from routine_app.core.errors import UserFacingError
from routine_app.serve.page_errors import reported

PAGE = cast("ft.Page", None)


def test_a_mistake_of_the_app_is_logged_and_said_plainly(caplog: pytest.LogCaptureFixture) -> None:
    """The user reads one sentence; the log has the traceback."""

    async def broken(_: ft.Page) -> None:
        raise ZeroDivisionError("secret detail")

    with pytest.raises(UserFacingError, match=r"^The app could not open [^\n]*log says more\.$"):
        asyncio.run(reported(broken)(PAGE))
    assert "secret detail" in caplog.text


def test_trouble_around_the_app_keeps_its_sentence(caplog: pytest.LogCaptureFixture) -> None:
    """What can be mended is said as it is."""

    async def homeless(_: ft.Page) -> None:
        raise UserFacingError("The disk is full; make room.")

    with pytest.raises(UserFacingError, match=r"^The disk is full; make room\.$"):
        asyncio.run(reported(homeless)(PAGE))
    assert "The disk is full" in caplog.text
