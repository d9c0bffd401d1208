"""The rule that a request may only read, and only what the app's own pages would ask for."""

from collections.abc import Iterable
from http import HTTPStatus
from urllib.parse import unquote_to_bytes

from starlette.responses import PlainTextResponse, Response
from starlette.types import Scope

READING = ("GET", "HEAD")

LONGEST_TARGET_BYTES = 4096
"""The longest path and query together; the longest routes of the app are a file's name."""

LONGEST_HEADERS_BYTES = 16 * 1024
"""All headers together; a browser's are under two thousand."""

DECODINGS = 4
"""How often a path may be percent-encoded upon itself and still be seen through."""


def refusal_unless_reading(scope: Scope) -> Response | None:
    """The answer to methods that change something, to bodies, and to paths that lead elsewhere; None to the rest.

    A body is refused unread. The files' server keeps to its folders too; here nothing odd reaches it.
    """
    if scope.get("method", "GET") not in READING:
        allowed = {"Allow": ", ".join(READING)}
        return PlainTextResponse("Only reading.\n", HTTPStatus.METHOD_NOT_ALLOWED, allowed)
    if _has_body(scope["headers"]):
        return PlainTextResponse("Nothing is taken in here.\n", HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    if len(scope["raw_path"]) + len(scope["query_string"]) > LONGEST_TARGET_BYTES:
        return PlainTextResponse("This address is too long.\n", HTTPStatus.REQUEST_URI_TOO_LONG)
    if sum(len(name) + len(value) for name, value in scope["headers"]) > LONGEST_HEADERS_BYTES:
        return PlainTextResponse("That is too much.\n", HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)
    if not _is_plain_path(scope["raw_path"]):
        return PlainTextResponse("There is no such address.\n", HTTPStatus.BAD_REQUEST)
    return None


def _has_body(headers: Iterable[tuple[bytes, bytes]]) -> bool:
    return any(
        name == b"transfer-encoding" or (name == b"content-length" and value.strip(b"0"))
        for name, value in headers
    )


def _is_plain_path(raw: bytes) -> bool:
    """Whether the path stays below the root however often it is decoded, and hides no slash."""
    if not raw.startswith(b"/") or raw.startswith(b"//") or b"%2f" in raw.lower():
        return False
    path = raw
    for _ in range(DECODINGS):
        if b"\\" in path or b".." in path.split(b"/") or min(path) < ord(" "):
            return False
        path, before = unquote_to_bytes(path), path
        if path == before:
            return True
    return False
