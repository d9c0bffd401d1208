"""What the pages of the app may load."""

import asyncio
import shutil
import urllib.request
from os import environ

import pytest
from playwright.sync_api import Route, sync_playwright
from starlette.types import Message, Receive, Scope, Send

from routine_app.serve.content_policy import OwnContentOnly, content_policy


def test_the_servers_own_sockets_are_allowed() -> None:
    """Under each name that a policy can hold."""
    policy = content_policy([b"localhost:1", b"127.0.0.1:1", b"[::1]:1"]).decode()
    assert "connect-src 'self' data: blob: ws://127.0.0.1:1 ws://localhost:1;" in policy
    assert "frame-ancestors 'none'" in policy


def test_an_answer_keeps_its_own_headers() -> None:
    """The policy stands beside them."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        del scope, receive
        await send({"type": "http.response.start", "status": 200, "headers": [(b"a", b"b")]})

    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        raise AssertionError

    asyncio.run(OwnContentOnly(app, b"rule")({"type": "http"}, receive, send))
    assert sent[0]["headers"] == [(b"a", b"b"), (b"content-security-policy", b"rule")]


def test_the_server_sends_it(server_url: str) -> None:
    """With the page itself, under its port."""
    with urllib.request.urlopen(server_url, timeout=10) as answer:  # noqa: S310 - the tests' own server
        assert f"ws://{server_url.removeprefix('http://')}" in answer.headers["Content-Security-Policy"]


@pytest.mark.browser
def test_a_browser_asks_no_other_server(server_url: str) -> None:
    """The page opens, its socket too, and what it would ask of others never leaves the browser."""
    chromium = environ.get("CHROMIUM") or shutil.which("chromium")
    if not chromium and not environ.get("CI"):
        pytest.skip("there is no Chromium here")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu", "--disable-quic"]
        )
        page = browser.new_page()
        left: list[str] = []

        def refuse(route: Route) -> None:
            left.append(route.request.url)
            route.abort()

        page.context.route(lambda url: not url.startswith(server_url), refuse)
        page.goto(server_url)
        page.locator("flt-semantics-placeholder").dispatch_event("click", timeout=60_000)
        page.get_by_text("Hello", exact=True).wait_for(state="attached", timeout=60_000)
        page.wait_for_load_state("networkidle")
        browser.close()
    assert left == []
