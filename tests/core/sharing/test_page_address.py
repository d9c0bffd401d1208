"""Where others find the app, by the address of a page."""

import pytest

from routine_app.core.sharing.page_address import is_unencrypted, shared_address


@pytest.mark.parametrize(
    ("page_url", "address"),
    [
        ("https://me.github.io/routine-app/", "https://me.github.io/routine-app/"),
        ("https://me.github.io/routine-app/?from=home#/import/1abc", "https://me.github.io/routine-app/"),
        ("ws://192.0.2.7:8550", "http://192.0.2.7:8550/"),
        ("wss://routines.example", "https://routines.example/"),
        ("http://[2001:db8::7]:8550/", "http://[2001:db8::7]:8550/"),
        ("http://me:secret@routines.example/", "http://routines.example/"),
    ],
)
def test_where_others_find_it(page_url: str, address: str) -> None:
    """On the web and in the local network, with nothing that is of this page alone."""
    assert shared_address(page_url) == address


@pytest.mark.parametrize(
    "page_url",
    [
        "ws://127.0.0.1:8550",
        "http://localhost:8550/",
        "http://LOCALHOST/",
        "http://app.localhost/",
        "http://[::1]:8550/",
        "http://127.8.8.8/",
        "http://0.0.0.0:8550/",
    ],
)
def test_an_address_of_this_computer_alone_is_none(page_url: str) -> None:
    """A phone that scans it would look on itself."""
    assert shared_address(page_url) == ""


@pytest.mark.parametrize(
    "page_url",
    [
        None,
        "",
        "/run/flet.sock",
        "tcp://127.0.0.1:5000",
        "dartbridge://7",
        "http://",
        "http://[",
        "http://a:b/",
    ],
)
def test_a_window_has_no_address(page_url: str | None) -> None:
    """Nor has what is none at all."""
    assert shared_address(page_url) == ""


@pytest.mark.parametrize(
    ("page_url", "is_open"),
    [
        ("ws://192.0.2.7:8550", True),
        ("http://[2001:db8::7]:8550/", True),
        ("wss://routines.example", False),
        ("https://me.github.io/routine-app/", False),
        ("ws://127.0.0.1:8550", False),
        ("http://localhost:8550/", False),
        (None, False),
    ],
)
def test_a_page_from_the_local_network_is_unencrypted(page_url: str | None, *, is_open: bool) -> None:
    """One of the web, of this computer or of a window is not."""
    assert is_unencrypted(page_url) is is_open
