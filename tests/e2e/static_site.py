"""A folder of files behind a plain web server, as a free static host serves it."""

import gzip
import hashlib
import mimetypes
import threading
from functools import lru_cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import unquote, urlsplit

COMPRESSED_ALREADY = {".gz", ".png", ".woff2", ".zz"}


class StaticSite:
    """Serves a folder below a path of 127.0.0.1: compressed, with tags, and to be cached for ten minutes.

    `folder` may be set to another one, as a deploy does. `sent_bytes` counts the bodies of the answers.
    """

    def __init__(self, folder: Path, path: str = "/") -> None:
        self.folder = folder
        self.path = path
        self.sent_bytes = 0
        self._counting = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """Answer no more, as where there is no network; to stop twice does nothing."""
        self._server.shutdown()
        self._server.server_close()

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._server.server_address[1])

    @property
    def url(self) -> str:
        """The address of the folder."""
        return f"http://localhost:{self.port}{self.path}"

    def count(self, size: int) -> None:
        """Add to the bytes sent."""
        with self._counting:
            self.sent_bytes += size

    def find(self, address: str) -> Path | None:
        """The file of an address, or None."""
        path = unquote(urlsplit(address).path)
        if not path.startswith(self.path):
            return None
        file = self.folder / path.removeprefix(self.path)
        file = file / "index.html" if file.is_dir() else file
        return file if file.is_file() else None

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True  # a head and its body are sent apart: without this, 40 ms apart

            def do_GET(self) -> None:
                file = site.find(self.path)
                if file is None:
                    self.send_error(HTTPStatus.NOT_FOUND)
                    return
                body, tag = _packed(file, file.stat().st_mtime_ns)
                is_known = self.headers.get("if-none-match") == tag
                self.send_response(HTTPStatus.NOT_MODIFIED if is_known else HTTPStatus.OK)
                self.send_header(
                    "content-type", mimetypes.guess_type(file.name)[0] or "application/octet-stream"
                )
                self.send_header("cache-control", "max-age=600")
                self.send_header("etag", tag)
                if file.suffix not in COMPRESSED_ALREADY:
                    self.send_header("content-encoding", "gzip")
                self.send_header("content-length", "0" if is_known else str(len(body)))
                self.end_headers()
                if not is_known:
                    site.count(len(body))
                    self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        return Handler


@lru_cache(maxsize=256)
def _packed(file: Path, changed_at: int) -> tuple[bytes, str]:
    """The body as it is sent, and its tag."""
    del changed_at  # a changed file is packed anew
    content = file.read_bytes()
    body = content if file.suffix in COMPRESSED_ALREADY else gzip.compress(content, 6, mtime=0)
    return body, f'"{hashlib.sha256(content).hexdigest()[:16]}"'
