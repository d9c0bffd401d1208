"""Finding and fetching Flet's window program."""

import io
import socket
import sys
import tarfile
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import flet_desktop  # type: ignore[import-untyped]  # Flet types only its main package
import pytest

from routine_app.serve.window.client import (
    FLAVOR_VARIABLE,
    answers,
    client_command,
    kept_client_folder,
)
from routine_app.serve.window.unavailable import WindowUnavailableError

Serve = Callable[[int, bytes], str]

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="the program is kept in another form there")


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home without Flet's program, and no proxy between the test and its server."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.delenv(FLAVOR_VARIABLE, raising=False)


@pytest.fixture
def serve() -> Iterator[Serve]:
    """A web server that gives every request the same answer; gives its address."""
    servers: list[ThreadingHTTPServer] = []

    def start(status: int, body: bytes) -> str:
        class Answer(BaseHTTPRequestHandler):
            def do_HEAD(self) -> None:
                self.send_response(status)
                self.send_header("Location", "http://127.0.0.1:9/elsewhere")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()

            def do_GET(self) -> None:
                self.do_HEAD()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        servers.append(server)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
        return f"http://127.0.0.1:{server.server_port}/client"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def archive() -> bytes:
    """A client archive with a program in it."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as tar:
        for name, mode in (("flet", 0o755), ("flet/flet", 0o755)):
            entry = tarfile.TarInfo(name)
            entry.mode = mode
            entry.type = tarfile.DIRTYPE if name == "flet" else tarfile.REGTYPE
            tar.addfile(entry)
    return packed.getvalue()


def test_the_kept_program_is_where_flet_keeps_it() -> None:
    """This module's idea of the folder is Flet's own."""
    assert kept_client_folder() == vars(flet_desktop)["__get_client_storage_dir"]()


@pytest.mark.parametrize(("status", "answer"), [(200, True), (302, True), (404, False), (503, False)])
def test_an_answer_tells_whether_the_download_is_there(serve: Serve, status: int, *, answer: bool) -> None:
    """A redirect is an answer; an error of the server is as good as none."""
    assert answers(serve(status, b""), 10) is answer


def test_a_server_that_says_nothing_does_not_answer() -> None:
    """Accepting a connection is not answering."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        assert not answers(f"http://127.0.0.1:{silent.getsockname()[1]}/", 0.1)


def test_a_look_up_that_hangs_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """No timeout reaches the system's look-up of names, so it is not waited for."""
    release = threading.Event()

    def hang(*_: object, **__: object) -> None:
        release.wait(30)
        raise OSError

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    began = time.monotonic()
    assert not answers("http://name.invalid/", 0.1)
    release.set()
    assert time.monotonic() - began < 10


def test_no_program_and_no_download_is_said(serve: Serve) -> None:
    """Nothing is tried beyond the question."""
    with pytest.raises(WindowUnavailableError, match=r"its download does not answer$"):
        client_command({"FLET_CLIENT_URL": serve(404, b"")})


@linux_only
@pytest.mark.filterwarnings("ignore:Python 3.14 will:DeprecationWarning")  # of Flet's unpacking
def test_the_program_is_fetched_once(
    serve: Serve, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The first time it is fetched, and said; the second time it is there."""
    monkeypatch.setenv("FLET_CLIENT_URL", url := serve(200, archive()))
    kept = kept_client_folder() / "flet" / "flet"
    assert client_command({"FLET_CLIENT_URL": url}) == [str(kept)]
    assert "this happens once" in capsys.readouterr().out
    assert client_command({"FLET_CLIENT_URL": "http://127.0.0.1:9/"}) == [str(kept)]
    assert capsys.readouterr().out == ""


@linux_only
def test_a_download_that_breaks_is_said_and_leaves_nothing(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half an archive is no program, now or the next time."""
    monkeypatch.setenv("FLET_CLIENT_URL", url := serve(200, archive()[:60]))
    with pytest.raises(WindowUnavailableError, match=r"^Flet's window could not be fetched \("):
        client_command({"FLET_CLIENT_URL": url})
    assert list(kept_client_folder().parent.iterdir()) == []
    assert socket.getdefaulttimeout() is None


@linux_only
def test_a_folder_without_the_program_is_said(tmp_path: Path) -> None:
    """Both for a folder that the user names and for one that Flet keeps."""
    with pytest.raises(WindowUnavailableError, match="FLET_VIEW_PATH"):
        client_command({"FLET_VIEW_PATH": str(tmp_path)})
    kept_client_folder().mkdir(parents=True)
    with pytest.raises(WindowUnavailableError, match=r"delete that folder$"):
        client_command({})


@linux_only
def test_the_users_own_program_goes_first(tmp_path: Path) -> None:
    """FLET_VIEW_PATH names a folder."""
    (tmp_path / "flet").touch()
    assert client_command({"FLET_VIEW_PATH": str(tmp_path)}) == [str(tmp_path / "flet")]


def test_on_macos_the_bundle_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`open` waits until the app quits."""
    monkeypatch.setattr(sys, "platform", "darwin")
    (tmp_path / "Flet.app").mkdir()
    assert client_command({"FLET_VIEW_PATH": str(tmp_path)}) == [
        "open",
        str(tmp_path / "Flet.app"),
        "-n",
        "-W",
        "--args",
    ]


@linux_only
@pytest.mark.parametrize(("chosen", "taken"), [(None, "full"), ("light", "light")])
def test_the_window_that_plays_sounds_is_taken(
    monkeypatch: pytest.MonkeyPatch, chosen: str | None, taken: str
) -> None:
    """Flet itself takes the silent one on Linux; who asks for that gets it."""
    if chosen is not None:
        monkeypatch.setenv(FLAVOR_VARIABLE, chosen)
    assert f"flet-desktop-{taken}-" in kept_client_folder().name
