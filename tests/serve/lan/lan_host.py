"""The address that stands for the local network in tests."""

import sys

import pytest

from routine_app.core.errors import UserFacingError
from routine_app.serve.http.lan_address import find_lan_address

SECOND_LOOPBACK = "127.0.0.2"
"""All of 127.0.0.0/8 is this machine on Linux and Windows, so one that is in no network can be tested too."""


def lan_host() -> str:
    """This machine's own address in its network, or a second one of loopback."""
    try:
        return find_lan_address()
    except UserFacingError:
        if sys.platform == "darwin":
            pytest.skip("this machine is in no network, and macOS has no second loopback address")
        return SECOND_LOOPBACK
