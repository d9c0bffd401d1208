"""What the server for phones refuses: each case as bytes on a socket, and none may leave a trace."""

import socket
from collections.abc import Callable, Iterator

import pytest

from routine_app.serve.http.read_only import LONGEST_HEADERS_BYTES
from routine_app.serve.http.server import LONGEST_MESSAGE_BYTES
from tests.serve.conftest import Lan
from tests.serve.raw_http import SOCKET_HEADERS, ask, get

Attack = Callable[[Lan], bytes]

STRANGER = 403
WRONG = {400, 403, 404, 405, 413, 414}
GUESS = b"A" * 43

COOKIES: dict[str, Attack] = {
    "no cookie": lambda _: b"X: y",
    "an empty cookie header": lambda _: b"Cookie:",
    "an empty value": lambda lan: b"Cookie: " + name_of(lan) + b"=",
    "another value": lambda lan: b"Cookie: " + name_of(lan) + b"=" + GUESS,
    "a value cut short": lambda lan: b"Cookie: " + lan.cookie[:-1],
    "a value with a tail": lambda lan: b"Cookie: " + lan.cookie + b"A",
    "a quoted value": lambda lan: b"Cookie: " + name_of(lan) + b'="' + lan.cookie.partition(b"=")[2] + b'"',
    "the value in capitals": lambda lan: (
        b"Cookie: " + name_of(lan) + b"=" + lan.cookie.partition(b"=")[2].upper()
    ),
    "the token as the value": lambda lan: b"Cookie: " + name_of(lan) + b"=" + lan.path[4:],
    "the name in capitals": lambda lan: b"Cookie: " + name_of(lan).upper() + lan.cookie[len(name_of(lan)) :],
    "another port's name": lambda lan: b"Cookie: routine_app_1=" + lan.cookie.partition(b"=")[2],
    "the cookie twice": lambda lan: b"Cookie: " + lan.cookie + b"; " + lan.cookie,
    "the cookie and a guess": lambda lan: b"Cookie: " + lan.cookie + b"; " + name_of(lan) + b"=" + GUESS,
    "two cookie headers": lambda lan: b"Cookie: " + lan.cookie + b"\r\nCookie: " + lan.cookie,
    "an oversized cookie": lambda lan: b"Cookie: x=" + b"y" * 5000 + b"; " + lan.cookie,
    "bytes beyond ASCII": lambda lan: b"Cookie: " + name_of(lan) + b"=\xff\xfe\x80",
    "the cookie in another header": lambda lan: b"X-Cookie: " + lan.cookie,
    "the token as a password": lambda lan: b"Authorization: Bearer " + lan.path[4:],
}

DOORS: dict[str, Attack] = {
    "no token": lambda _: b"/in/",
    "a wrong token": lambda _: b"/in/" + GUESS,
    "a token of one letter less": lambda lan: lan.path[:-1],
    "a token of one letter more": lambda lan: lan.path + b"A",
    "a very long token": lambda lan: lan.path + b"A" * 3000,
    "the token as a query": lambda lan: b"/?token=" + lan.path[4:],
    "the token in the wrong place": lambda lan: lan.path[3:],
    "the token at the own door": lambda lan: b"/here/" + lan.path[4:],
    "a slash behind it": lambda lan: lan.path + b"/",
    "bytes beyond ASCII": lambda _: b"/in/%ff%fe",
    "the page with the code": lambda _: b"/phone",
    "a static file": lambda _: b"/main.dart.js",
    "an asset": lambda _: b"/mark.svg",
    "a route of the app": lambda _: b"/history",
    "what is not there": lambda _: b"/none.svg",
}

PATHS: dict[str, bytes] = {
    "dots": b"/../secret.txt",
    "dots further in": b"/icons/../../secret.txt",
    "many dots": b"/" + b"../" * 20 + b"etc/passwd",
    "encoded dots": b"/%2e%2e/secret.txt",
    "half encoded dots": b"/.%2e/secret.txt",
    "an encoded slash": b"/..%2fsecret.txt",
    "all encoded": b"/%2e%2e%2fsecret.txt",
    "encoded twice": b"/%252e%252e/secret.txt",
    "a slash encoded twice": b"/%252e%252e%252fsecret.txt",
    "encoded many times": b"/%25252525252e%25252525252e/secret.txt",
    "a backslash": b"/..\\secret.txt",
    "an encoded backslash": b"/..%5csecret.txt",
    "NUL": b"/mark.svg%00.html",
    "NUL encoded twice": b"/mark.svg%2500",
    "a line break": b"/mark.svg%0d%0aSet-Cookie:%20a=b",
    "two slashes": b"//etc/passwd",
    "two slashes and a host": b"//evil.example/..",
    "an absolute path": b"/%2fetc/passwd",
    "a very long path": b"/" + b"a" * 5000,
    "a very long query": b"/?" + b"a" * 5000,
    "an absolute address": b"http://evil.example/",
    "an absolute address of a file": b"file:///etc/passwd",
    "no slash": b"mark.svg",
    "a star": b"*",
}

METHODS = [b"POST", b"PUT", b"DELETE", b"PATCH", b"OPTIONS", b"TRACE", b"CONNECT", b"PROPFIND", b"get"]

BODIES: dict[str, tuple[bytes, ...]] = {
    "an announced gigabyte": (b"Content-Length: 1073741824",),
    "a body of one byte": (b"Content-Length: 1",),
    "a body in chunks": (b"Transfer-Encoding: chunked",),
    "a length and chunks": (b"Content-Length: 5", b"Transfer-Encoding: chunked"),
    "two lengths": (b"Content-Length: 5", b"Content-Length: 6"),
    "a negative length": (b"Content-Length: -1",),
    "a length that is none": (b"Content-Length: 0x10",),
    "an odd coding": (b"Transfer-Encoding: xchunked",),
    "a hidden coding": (b"Transfer-Encoding : chunked",),
    "a body that waits to be asked for": (b"Content-Length: 9", b"Expect: 100-continue"),
}

MALFORMED: dict[str, Attack] = {
    "an oversized header": lambda lan: get(b"/", *honest(lan), b"X: " + b"y" * LONGEST_HEADERS_BYTES),
    "very many headers": lambda lan: get(b"/", *honest(lan), *[b"X-%d: y" % n for n in range(5000)]),
    "a folded header": lambda lan: get(b"/", b"Host: " + lan.host, b"Cookie: a=b\r\n bare\x00"),
    "a header without a colon": lambda lan: get(b"/", *honest(lan), b"nothing"),
    "a NUL in a header": lambda lan: get(b"/", *honest(lan), b"X: a\x00b"),
    "a NUL in the target": lambda lan: get(b"/\x00", *honest(lan)),
    "a space in the target": lambda lan: get(b"/a b", *honest(lan)),
    "HTTP/0.9": lambda _: b"GET /\r\n\r\n",
    "HTTP/2": lambda _: b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "TLS": lambda _: b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
    "a handshake by POST": lambda lan: get(b"/ws", *honest(lan), *SOCKET_HEADERS, method=b"POST"),
    "a handshake with a body": lambda lan: get(b"/ws", *honest(lan), *SOCKET_HEADERS, b"Content-Length: 5"),
    "a handshake of HTTP/1.0": lambda lan: get(b"/ws", *honest(lan), *SOCKET_HEADERS).replace(
        b"/1.1", b"/1.0"
    ),
    "a handshake with a long header": lambda lan: get(
        b"/ws", *honest(lan), *SOCKET_HEADERS, b"X: " + b"y" * 9000
    ),
    "a handshake with many headers": lambda lan: get(
        b"/ws", *honest(lan), *SOCKET_HEADERS, *[b"X-%d: y" % n for n in range(150)]
    ),
    "a handshake beyond ASCII": lambda lan: get(b"/ws", *honest(lan), *SOCKET_HEADERS, b"X: \xff"),
    "a handshake without a key": lambda lan: get(b"/ws", *honest(lan), *SOCKET_HEADERS[:2]),
}


def name_of(lan: Lan) -> bytes:
    """The name of the cookie."""
    return lan.cookie.partition(b"=")[0]


def honest(lan: Lan) -> tuple[bytes, ...]:
    """The headers of a phone that is in."""
    return b"Host: " + lan.host, b"Cookie: " + lan.cookie


@pytest.fixture(autouse=True)
def unharmed(lan: Lan) -> Iterator[None]:
    """After each attack the phone is served, and the log has no traceback."""
    yield
    assert ask(lan.address, get(b"/mark.svg", *honest(lan))).body == b"<svg/>"
    assert lan.process.poll() is None
    log = lan.log.read_text(encoding="utf-8") if lan.log.exists() else ""
    assert "Traceback" not in log
    assert lan.path.decode() not in log


@pytest.mark.parametrize("case", COOKIES)
def test_without_the_cookie_there_is_nothing(lan: Lan, case: str) -> None:
    """Neither the page, nor a file, nor the socket."""
    header = COOKIES[case](lan)
    page = ask(lan.address, get(b"/", b"Host: " + lan.host, header))
    assert page.status == STRANGER
    assert b"Scan the code" in page.body
    assert b"Routine" not in page.body
    assert lan.path[4:] not in page.body
    assert "set-cookie" not in page.headers
    assert ask(lan.address, get(b"/mark.svg", b"Host: " + lan.host, header)).status == STRANGER
    opened = ask(lan.address, get(b"/ws", b"Host: " + lan.host, header, *SOCKET_HEADERS))
    assert opened.status in {400, STRANGER}


@pytest.mark.parametrize("case", DOORS)
def test_a_door_without_its_key_stays_shut(lan: Lan, case: str) -> None:
    """All the same page, whether there is something behind it or not."""
    answer = ask(lan.address, get(DOORS[case](lan), b"Host: " + lan.host))
    shut = ask(lan.address, get(b"/", b"Host: " + lan.host))
    assert (answer.status, answer.body) == (STRANGER, shut.body)
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "[::1]"])
def test_loopback_needs_the_cookie_too(lan: Lan, name: str) -> None:
    """Other users of the machine are strangers as well."""
    host = f"Host: {name}:{lan.address[1]}".encode()
    assert ask(("127.0.0.1", lan.address[1]), get(b"/", host)).status == STRANGER
    assert ask(("127.0.0.1", lan.address[1]), get(b"/ws", host, *SOCKET_HEADERS)).status == STRANGER


@pytest.mark.parametrize(
    "lines",
    [
        (),
        (b"Host:",),
        (b"Host: evil.example",),
        (b"Host: {own}.evil.example",),
        (b"Host: 0.0.0.0:{port}",),
        (b"Host: {own}0",),
        (b"Host: {own}", b"Host: {own}"),
        (b"Host: {own}", b"Host: evil.example"),
        (b"Host: {own}", b"Origin: null"),
        (b"Host: {own}", b"Origin: http://evil.example"),
        (b"Host: {own}", b"Origin: https://{own}"),
        (b"Host: {own}", b"Origin: http://{own}0"),
        (b"Host: {own}", b"Origin: http://{own}", b"Origin: null"),
        (b"Host: evil.example", b"X-Forwarded-Host: {own}"),
    ],
    ids=lambda lines: b", ".join(lines).decode() or "no Host",
)
def test_the_cookie_does_not_excuse_a_foreign_page(lan: Lan, lines: tuple[bytes, ...]) -> None:
    """With a Host or an Origin that is not the server's own nothing is given, by link or by cookie."""
    port = str(lan.address[1]).encode()
    sent = [line.replace(b"{own}", lan.host).replace(b"{port}", port) for line in lines]
    cookie = b"Cookie: " + lan.cookie
    for request in (
        get(b"/", *sent, cookie),
        get(lan.path, *sent),
        get(b"/ws", *sent, cookie, *SOCKET_HEADERS),
    ):
        answer = ask(lan.address, request)
        assert answer.status in {400, 403}
        assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("case", PATHS)
def test_no_path_leads_outside(lan: Lan, case: str) -> None:
    """Not even for a phone that is in; and a stranger learns nothing more by it."""
    for headers in (honest(lan), honest(lan)[:1]):
        answer = ask(lan.address, get(PATHS[case], *headers))
        assert answer.status in WRONG
        assert b"nobody's business" not in answer.body
        assert b"root:" not in answer.body
        assert {"set-cookie", "location"} & set(answer.headers) == set()


@pytest.mark.parametrize("path", [b"/", b"/upload", b"/mark.svg", b"/ws"])
@pytest.mark.parametrize("method", METHODS)
def test_nothing_but_reading(lan: Lan, method: bytes, path: bytes) -> None:
    """Flet's place for uploads, which its environment variable asked for here, is gone."""
    answer = ask(lan.address, get(path, *honest(lan), method=method))
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")


def test_the_door_opens_for_reading_only(lan: Lan) -> None:
    """No form of another site can push a browser in."""
    answer = ask(lan.address, get(lan.path, b"Host: " + lan.host, b"Content-Length: 0", method=b"POST"))
    assert answer.status == 405
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("case", BODIES)
@pytest.mark.parametrize("method", [b"GET", b"POST"])
def test_no_body_is_taken_in(lan: Lan, case: str, method: bytes) -> None:
    """The answer comes before the body does, and then the server hangs up."""
    answer = ask(lan.address, get(b"/", *honest(lan), *BODIES[case], method=method))
    assert answer.status in {400, 405, 413, 501}
    assert answer.headers["connection"] == "close"


def test_a_body_that_comes_all_the_same_ends_the_connection(lan: Lan) -> None:
    """What follows in the same connection is not taken for a second request."""
    smuggled = get(b"/mark.svg", *honest(lan))
    request = get(b"/", *honest(lan), b"Content-Length: 4", b"Transfer-Encoding: chunked")
    with socket.create_connection(lan.address, timeout=10) as connection:
        connection.sendall(request + b"0\r\n\r\n" + smuggled)
        received = b""
        while more := connection.recv(65536):
            received += more
    assert received.count(b"HTTP/1.1") == 1
    assert b"<svg/>" not in received


@pytest.mark.parametrize("case", MALFORMED)
def test_malformed_requests_are_refused(lan: Lan, case: str) -> None:
    """Each ends with a refusal, or with the connection."""
    answer = ask(lan.address, MALFORMED[case](lan))
    assert answer.status in {0, 400, 403, 426, 431}
    assert b"Traceback" not in answer.body


def test_an_oversized_message_ends_the_socket(lan: Lan) -> None:
    """Its announced length is enough: 1009 is "too big" (RFC 6455, 7.4.1)."""
    announced = (LONGEST_MESSAGE_BYTES + 1).to_bytes(8, "big")
    with socket.create_connection(lan.address, timeout=10) as connection:
        connection.sendall(get(b"/ws", *honest(lan), *SOCKET_HEADERS))
        answers = connection.makefile("rb")
        assert b" 101 " in answers.readline()
        while answers.readline().strip():
            pass
        connection.sendall(b"\x82\xff" + announced + b"mask")
        opcode, length = answers.read(2)
        assert (opcode, int.from_bytes(answers.read(length)[:2], "big")) == (0x88, 1009)
