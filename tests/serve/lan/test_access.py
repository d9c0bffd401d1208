"""What the server for phones gives to those who have the link."""

import pytest

from routine_app.serve.lan.access import COOKIE_SECONDS
from tests.serve.conftest import Lan
from tests.serve.raw_http import SOCKET_HEADERS, ask, get


def test_the_link_becomes_a_cookie(lan: Lan) -> None:
    """Scripts cannot read it, and the way on leaves the token behind."""
    answer = ask(lan.address, get(lan.path, b"Host: " + lan.host))
    assert (answer.status, answer.headers["location"], answer.body) == (303, "/", b"")
    cookie, *attributes = answer.headers["set-cookie"].split("; ")
    assert cookie.encode() == lan.cookie
    assert cookie.startswith(f"routine_app_{lan.address[1]}=")
    assert sorted(attributes) == ["HttpOnly", f"Max-Age={COOKIE_SECONDS}", "Path=/", "SameSite=lax"]
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert lan.path[4:].decode() not in "".join(answer.headers.values())


def test_the_link_lets_several_devices_in(lan: Lan) -> None:
    """One scan after the other, as long as the server runs."""
    for _ in range(3):
        assert ask(lan.address, get(lan.path, b"Host: " + lan.host)).status == 303


@pytest.mark.parametrize("origin", [(), (b"Origin: http://{own}",)], ids=["no Origin", "own Origin"])
def test_who_has_the_cookie_is_served(lan: Lan, origin: tuple[bytes, ...]) -> None:
    """The page, a file, and the socket; other cookies beside it do no harm."""
    headers = (
        b"Host: " + lan.host,
        *(line.replace(b"{own}", lan.host) for line in origin),
        b"Cookie: other=1; " + lan.cookie + b"; routine_app_1=2",
    )
    assert b"Routine App" in ask(lan.address, get(b"/", *headers)).body
    assert ask(lan.address, get(b"/mark.svg", *headers)).body == b"<svg/>"
    assert ask(lan.address, get(b"/history", *headers)).status == 200
    assert ask(lan.address, get(b"/routine/evening%20hips%25", *headers)).status == 200
    assert ask(lan.address, get(b"/mark.svg", *headers, method=b"HEAD")).status == 200
    upgrade = (b"Upgrade: h2c", b"Connection: Upgrade")
    assert ask(lan.address, get(b"/mark.svg", *headers, *upgrade)).body == b"<svg/>"
    assert ask(lan.address, get(b"/ws?page=1", *headers, *SOCKET_HEADERS)).status == 101
