"""The files of the client, as browsers ask the server for them."""

import gzip
from http import HTTPStatus
from pathlib import Path, PurePosixPath

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from routine_app.serve.client.build_version import BUILD_FOLDER
from routine_app.serve.client.file_tree import files_below
from routine_app.serve.client.kept_client import COMPRESSED
from routine_app.serve.client.page_parts import LETTERS

PAGE = "index.html"
KEPT_FOR_A_YEAR = "private, max-age=31536000, immutable"
"""What has its version in its address never changes (RFC 8246)."""

TYPES = {
    ".bin": "application/octet-stream",
    ".frag": "text/plain",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".mjs": "text/javascript",
    ".otf": "font/otf",
    ".png": "image/png",
    ".ttf": "font/ttf",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
}
"""What a system's own list says of these differs from system to system."""


class ClientFiles:
    """ASGI app: sends the files of a folder, compressed where the browser takes that, and the page for any screen.

    `letters` is the folder of what the app's font lacks. What is in the folders is listed once.
    """

    def __init__(self, folder: Path, letters: Path) -> None:
        self._files = {name.removesuffix(COMPRESSED): file for file, name in files_below(folder)}
        self._files |= {f"{LETTERS}/{name}": file for file, name in files_below(letters)}
        self._version = next(name for name in map(_first_part, self._files) if BUILD_FOLDER.fullmatch(name))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        await self._answer(scope["path"].lstrip("/"), Headers(scope=scope))(scope, receive, send)

    def _answer(self, name: str, asked: Headers) -> Response:
        if name not in self._files:
            if not self._is_screen(name):
                return PlainTextResponse("There is no such file.\n", HTTPStatus.NOT_FOUND)
            name = PAGE
        headers = {"ETag": f'W/"{self._version}"', "Vary": "Accept-Encoding"}
        if _first_part(name) in (self._version, LETTERS):
            headers["Cache-Control"] = KEPT_FOR_A_YEAR
        if headers["ETag"] in asked.get("if-none-match", ""):
            return Response(None, HTTPStatus.NOT_MODIFIED, headers)
        content = self._files[name].read_bytes()
        if self._files[name].suffix == COMPRESSED:
            if "gzip" in asked.get("accept-encoding", ""):
                headers["Content-Encoding"] = "gzip"
            else:
                content = gzip.decompress(content)
        return Response(
            content, headers=headers, media_type=TYPES.get(PurePosixPath(name).suffix, "text/plain")
        )

    def _is_screen(self, name: str) -> bool:
        """Whether an address may be one of the app's own: the name of a routine in it may end like a file's."""
        first, _, rest = name.partition("/")
        is_folder = BUILD_FOLDER.fullmatch(first) or any(
            known.startswith(f"{first}/") for known in self._files
        )
        return not is_folder and bool(rest or not PurePosixPath(first).suffix)


def _first_part(name: str) -> str:
    return name.split("/", maxsplit=1)[0]
