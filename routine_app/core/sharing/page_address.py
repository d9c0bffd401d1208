"""Where others find the app, told from the address of a page."""

from ipaddress import ip_address
from urllib.parse import urlsplit

_SCHEMES = {"http": "http", "https": "https", "ws": "http", "wss": "https"}
"""Flet tells the address of a served page by that of its socket."""


def shared_address(page_url: str | None) -> str:
    """The address of the app for a link that is given away: `https://me.example/app/`.

    Empty where no other device finds it: in a window, which has no address of the web, and on a page that
    this computer serves to itself alone. What stands behind `?` or `#` is of this page only, and left out.
    """
    try:
        parts = urlsplit(page_url or "")
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return ""
    if parts.scheme not in _SCHEMES or not host or _is_own(host):
        return ""
    place = parts.netloc.rpartition("@")[2]
    return f"{_SCHEMES[parts.scheme]}://{place}{parts.path or '/'}"


def is_unencrypted(page_url: str | None) -> bool:
    """Whether a page came through a network as anybody in it may read it: from those, browsers withhold what a page may ask."""
    return shared_address(page_url).startswith("http:")


def _is_own(host: str) -> bool:
    """Whether a host is always the device that asks (source: RFC 6761, section 6.3; RFC 1122, 3.2.1.3)."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        address = ip_address(host)
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified
