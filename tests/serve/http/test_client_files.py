"""What the server answers when a browser asks for a file of the client, or for the page of a screen."""

import asyncio
import gzip
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from starlette.types import Message

from routine_app.serve.http.client_files import ClientFiles
from tests.serve.conftest import BUILD, CLIENT, write_client

SCRIPT = f"/{BUILD}/main.dart.js"


class Answer(NamedTuple):
    """What came of a request: the body as it was sent."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Browser:
    """Asks for files of a small client, below a folder that is still empty, and of letters beside it."""

    def __init__(self, folder: Path) -> None:
        write_client(folder / "client")
        letters = folder / "letters"
        letters.mkdir()
        (letters / "notosansthai-v25.woff2").write_bytes(b"letters")
        self._files = ClientFiles(folder / "client", letters)

    def get(self, path: str, **headers: str) -> Answer:
        """Ask for one."""
        return asyncio.run(self._get(path, headers))

    async def _get(self, path: str, headers: Mapping[str, str]) -> Answer:
        raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
        sent: list[Message] = []

        async def receive() -> Message:
            raise AssertionError

        async def send(message: Message) -> None:
            sent.append(message)

        await self._files({"type": "http", "method": "GET", "path": path, "headers": raw}, receive, send)
        begin, *rest = sent
        found = {name.decode(): value.decode() for name, value in begin["headers"]}
        return Answer(begin["status"], found, b"".join(message["body"] for message in rest))


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    """Ask for files of a small client."""
    return Browser(tmp_path)


@pytest.mark.parametrize(
    "path", ["/", "/play", "/edit/evening.yaml", "/routine/v1.2 hips.yml", "/import/aGVsbG8.txt", "/a/b"]
)
def test_any_screen_is_the_page(browser: Browser, path: str) -> None:
    """However the name of the routine in its address ends; it is asked for again at the next visit."""
    answer = browser.get(path)
    assert (answer.status, answer.body.decode()) == (200, CLIENT["index.html"])
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "cache-control" not in answer.headers


@pytest.mark.parametrize(
    "path",
    [
        "/none.png",
        "/favicon.ico",
        f"/{BUILD}/none.js",
        "/build-fedcba9876543210/main.dart.js",
        f"{SCRIPT}.gz",
        "/letters/notosansthai-v26.woff2",
    ],
)
def test_a_file_that_is_not_there_is_not_the_page(browser: Browser, path: str) -> None:
    """Nor one of another version, which would not fit."""
    assert browser.get(path).status == 404


def test_a_compressed_file_comes_as_it_is_kept(browser: Browser) -> None:
    """To a browser that takes it so, as all do."""
    answer = browser.get(SCRIPT, accept_encoding="gzip, deflate")
    assert gzip.decompress(answer.body) == b"main();"
    assert (answer.headers["content-encoding"], answer.headers["vary"]) == ("gzip", "Accept-Encoding")
    assert int(answer.headers["content-length"]) == len(answer.body)


def test_a_compressed_file_comes_whole_to_others(browser: Browser) -> None:
    """Such as tools that ask for no encoding."""
    answer = browser.get(SCRIPT)
    assert answer.body == b"main();"
    assert (answer.headers.get("content-encoding"), answer.headers["vary"]) == (None, "Accept-Encoding")


def test_what_is_of_a_version_is_kept(browser: Browser) -> None:
    """Without asking again: its address is another one in the next version."""
    assert browser.get(SCRIPT).headers["cache-control"] == "private, max-age=31536000, immutable"


def test_letters_are_kept_too(browser: Browser) -> None:
    """Their version is in their name, and they are no screen of the app."""
    answer = browser.get("/letters/notosansthai-v25.woff2")
    assert (answer.status, answer.body, answer.headers["content-type"]) == (200, b"letters", "font/woff2")
    assert answer.headers["cache-control"] == "private, max-age=31536000, immutable"


@pytest.mark.parametrize("path", ["/", "/mark.svg", SCRIPT])
def test_a_copy_that_holds_is_not_sent_again(browser: Browser, path: str) -> None:
    """The tag is the version's; another one is sent the file."""
    tag = browser.get(path).headers["etag"]
    again = browser.get(path, if_none_match=tag)
    assert (again.status, again.body) == (304, b"")
    assert browser.get(path, if_none_match='"build-fedcba9876543210"').status == 200


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.wasm", "application/wasm"),
        ("a.mjs", "text/javascript; charset=utf-8"),
        ("a.json", "application/json"),
        ("a.woff2", "font/woff2"),
        ("a", "text/plain; charset=utf-8"),
    ],
)
def test_a_file_says_of_what_kind_it_is(tmp_path: Path, name: str, kind: str) -> None:
    """Whatever this system has on its list: a browser compiles only what is said to be WebAssembly."""
    folder = tmp_path / "client" / BUILD
    folder.mkdir(parents=True)
    (folder / name).touch()
    assert Browser(tmp_path).get(f"/{BUILD}/{name}").headers["content-type"] == kind
