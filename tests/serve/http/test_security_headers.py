"""What every answer carries, and what the pages of the app may load."""

import asyncio
from urllib.parse import urlsplit

import pytest
from starlette.types import Message, Receive, Scope, Send

from routine_app.serve.http.security_headers import HEADERS, SecurityHeaders, content_policy, page_policy
from tests.serve.raw_http import ask, get


def test_the_servers_own_sockets_are_allowed() -> None:
    """Under each name that a policy can hold."""
    policy = content_policy([b"localhost:1", b"127.0.0.1:1", b"[::1]:1"])
    assert "connect-src 'self' data: blob: ws://127.0.0.1:1 ws://localhost:1;" in policy
    assert "frame-ancestors 'none'" in policy


def test_a_track_may_be_made_in_the_page() -> None:
    """By the rule for all that has none of its own: a session's sound is a blob."""
    assert "default-src 'self' data: blob:;" in page_policy()
    assert "media-src" not in page_policy()


def completed(*headers: tuple[bytes, bytes]) -> dict[str, str]:
    """The headers of an answer that an app gave with these."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        del scope, receive
        await send({"type": "http.response.start", "status": 200, "headers": [*headers]})

    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        raise AssertionError

    asyncio.run(SecurityHeaders(app, "rule")({"type": "http"}, receive, send))
    return {name.decode(): value.decode() for name, value in sent[0]["headers"]}


def test_an_answer_keeps_its_own_headers() -> None:
    """The others stand beside them, each once."""
    own = {"a": "b"}
    others = {name.lower(): value for name, value in HEADERS.items()}
    rules = {"content-security-policy": "rule", "cache-control": "no-cache"}
    assert completed((b"a", b"b")) == own | others | rules


def test_an_answer_may_have_stricter_rules() -> None:
    """A page of the server's own brings its policy, and one with a secret is not kept."""
    found = completed((b"content-security-policy", b"stricter"), (b"cache-control", b"no-store"))
    assert (found["content-security-policy"], found["cache-control"]) == ("stricter", "no-store")


@pytest.mark.parametrize("path", ["/", "/mark.svg", "/none.svg"])
def test_the_server_sends_them(server_url: str, path: str) -> None:
    """With the page, with files, and with what is not there."""
    url = urlsplit(server_url)
    answer = ask((str(url.hostname), int(url.port or 0)), get(path.encode(), f"Host: {url.netloc}".encode()))
    assert {name: answer.headers[name.lower()] for name in HEADERS} == HEADERS
    assert f"ws://{url.netloc}" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-cache"
    assert "access-control-allow-origin" not in answer.headers


def test_a_kept_copy_is_only_checked(server_url: str) -> None:
    """What has not changed is not sent again."""
    url = urlsplit(server_url)
    address, host = (str(url.hostname), int(url.port or 0)), f"Host: {url.netloc}".encode()
    tag = ask(address, get(b"/mark.svg", host)).headers["etag"]
    again = ask(address, get(b"/mark.svg", host, f"If-None-Match: {tag}".encode(), b"Connection: close"))
    assert (again.status, again.body) == (304, b"")
