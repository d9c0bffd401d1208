"""Which requests and sockets the local server lets in."""

import socket
from urllib.parse import urlsplit

import pytest

from routine_app.serve.http.same_origin import own_hosts, refusal_of_foreign

OWN = "127.0.0.1:{port}"

HOSTILE_HOSTS = [
    "evil.example",
    "evil.example:{port}",  # DNS rebinding
    "localhost.evil.example:{port}",
    "127.0.0.1.nip.io:{port}",
    "EVIL.EXAMPLE:{port}",
    "127.0.0.1",  # another port: 80
    "localhost:1",
    "127.0.0.1:{port}0",
    "localhost.:{port}",
    "127.0.0.1.:{port}",
    "user@127.0.0.1:{port}",
    "user:secret@localhost:{port}",
    "127.0.0.1:{port}@evil.example",
    "127.1:{port}",
    "0.0.0.0:{port}",
    "2130706433:{port}",
    "[::]:{port}",
    "[::ffff:127.0.0.1]:{port}",
    "http://127.0.0.1:{port}",
    "127.0.0.1:{port}, evil.example",
    "",
]

HOSTILE_ORIGINS = [
    "null",
    "",
    "http://evil.example",
    "http://evil.example:{port}",
    "https://127.0.0.1:{port}",
    "http://127.0.0.1",
    "http://127.0.0.1:1",
    "http://localhost:{port}0",
    "http://localhost.:{port}",
    "http://LOCALHOST.EVIL.EXAMPLE:{port}",
    "http://127.0.0.1:{port}.evil.example",
    "http://user@127.0.0.1:{port}",
    "http://127.0.0.1:{port}/",
    "http://127.0.0.1:{port} http://evil.example",
    "file://",
    "chrome-extension://abcdefgh",
]

SOCKET_HEADERS = (
    "Upgrade: websocket",
    "Connection: Upgrade",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    "Sec-WebSocket-Version: 13",
)


def status(url: str, path: str, *headers: str) -> int:
    """The status with which the server answers a request of exactly these header lines."""
    port = urlsplit(url).port
    request = "\r\n".join([f"GET {path} HTTP/1.1", *(line.format(port=port) for line in headers), "", ""])
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(request.encode())
        return int(connection.makefile("rb").readline().split()[1])


@pytest.mark.parametrize("host", HOSTILE_HOSTS)
def test_a_foreign_host_is_refused(server_url: str, host: str) -> None:
    """A page that reaches the server under another name gets nothing, by request or by socket."""
    assert status(server_url, "/", f"Host: {host}") in {400, 403}
    assert status(server_url, "/ws", f"Host: {host}", *SOCKET_HEADERS) in {400, 403}


@pytest.mark.parametrize("origin", HOSTILE_ORIGINS)
def test_a_foreign_origin_is_refused(server_url: str, origin: str) -> None:
    """Another site's script may neither read the app's files nor open its socket."""
    assert status(server_url, "/", f"Host: {OWN}", f"Origin: {origin}") == 403
    assert status(server_url, "/ws", f"Host: {OWN}", f"Origin: {origin}", *SOCKET_HEADERS) == 403


@pytest.mark.parametrize(
    "headers",
    [
        (),
        (f"Host: {OWN}", "Host: evil.example"),
        (f"Host: {OWN}", f"Host: {OWN}"),
        (f"Host: {OWN}", f"Origin: http://{OWN}", "Origin: http://evil.example"),
        (f"Host: {OWN}", f"X-Forwarded-Host: {OWN}", "Origin: http://evil.example"),
        ("Host: evil.example", f"X-Forwarded-Host: {OWN}"),
    ],
)
def test_missing_and_double_headers_are_refused(server_url: str, headers: tuple[str, ...]) -> None:
    """No Host, two of them, or two Origins are nobody's honest request."""
    assert status(server_url, "/", *headers) in {400, 403}
    assert status(server_url, "/ws", *headers, *SOCKET_HEADERS) in {400, 403}


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LocalHost", "[::1]"])
def test_the_own_names_are_let_in(server_url: str, name: str) -> None:
    """The app opens under each of its names, with the browser's Origin and without."""
    host, origin = f"Host: {name}:{{port}}", f"Origin: http://{name.lower()}:{{port}}"
    assert status(server_url, "/", host) == 200
    assert status(server_url, "/mark.svg", host, origin) == 200
    assert status(server_url, "/ws", host, *SOCKET_HEADERS) == 101
    assert status(server_url, "/ws", host, origin, *SOCKET_HEADERS) == 101


def test_port_80_needs_no_number() -> None:
    """Browsers leave the standard port out."""
    hosts = own_hosts(["localhost"], 80)
    assert hosts == {b"localhost", b"localhost:80"}
    for origin in (b"http://localhost", b"http://localhost:80"):
        assert refusal_of_foreign(hosts, {"headers": [(b"host", b"localhost"), (b"origin", origin)]}) is None
