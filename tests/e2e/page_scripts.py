"""The page's own scripts alone: a page that has nothing but them, and what it tells."""

import json
from typing import Any

from playwright.sync_api import Page

from routine_app.data.paths import assets_folder

ADDRESS = "http://page.test/"


def script_text(name: str) -> str:
    """One of the scripts."""
    return (assets_folder() / "page" / name).read_text(encoding="utf-8")


def page_of(*scripts: str) -> str:
    """A page that runs these, one after the other, in its head."""
    tags = "\n".join(f"<script>{script}</script>" for script in scripts)
    return f'<!DOCTYPE html><html lang="en-GB"><head>{tags}</head><body></body></html>'


def go(page: Page, content: str) -> Page:
    """Open that content at an address of its own."""
    page.route(ADDRESS, lambda route: route.fulfill(body=content, content_type="text/html; charset=utf-8"))
    page.goto(ADDRESS)
    return page


def told_by(page: Page, content: str, *, is_tapped: bool = False) -> Any:  # noqa: ANN401 - JSON
    """Open that content, tap it if asked, and give what it tells.

    The content tells it by the console: to Chromium, what Playwright evaluates is a touch.
    """
    with page.expect_console_message(lambda message: message.text.startswith("[")) as said:
        go(page, content)
        if is_tapped:
            page.mouse.click(9, 9)
    return json.loads(said.value.text)
