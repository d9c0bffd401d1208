"""This machine's address in the local network."""

import ipaddress
import logging
import socket

from routine_app.core.errors import UserFacingError

SOMEWHERE_ELSE = ("198.51.100.1", 9)
"""An address of nobody (RFC 5737) behind the default route, and the port that discards (RFC 863)."""

log = logging.getLogger(__name__)


def find_lan_address() -> str:
    """The IPv4 address from which this machine speaks to the network.

    Raises UserFacingError if there is none, or if it is one that the whole internet can reach.
    """
    address = _source_address()
    if address is None or address.is_loopback or address.is_unspecified:
        raise UserFacingError(
            "This computer is in no local network; connect it to the phone's, "
            "or give its address there with --host."
        )
    if address.is_global:
        raise UserFacingError(
            f"This computer's address {address} can be reached from the whole internet; "
            f"if you want to serve the app there, add --host {address}."
        )
    return str(address)


def _source_address() -> ipaddress.IPv4Address | None:
    """The source address of the default route; connecting UDP asks the system for it and sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(SOMEWHERE_ELSE)
        except OSError as error:
            log.info("There is no route out of this machine: %s", error)
            return None
        return ipaddress.IPv4Address(asking.getsockname()[0])
