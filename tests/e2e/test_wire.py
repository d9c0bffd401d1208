"""What a hold costs on the wire."""

from statistics import median

import pytest
from playwright.sync_api import BrowserContext, WebSocket

from tests.e2e.phone import Phone, Served

pytestmark = pytest.mark.browser

MOST_MESSAGES_A_SECOND = 1.3
MOST_BYTES = 200
COUNTED_SECONDS = 8
SIZES = [(390, 844), (1280, 800)]


@pytest.fixture
def settings_text() -> str:
    """Have the ring smooth, as it is at first: each message counts."""
    return ""


def test_a_hold_sends_little(context: BrowserContext, served: Served) -> None:
    """Over eight seconds of a hold at most 1.3 messages a second arrive, of 200 bytes, on a phone and on a desktop."""
    sizes: list[int] = []
    page = context.new_page()

    def watch(socket: WebSocket) -> None:
        socket.on("framereceived", lambda payload: sizes.append(len(payload)))

    page.on("websocket", watch)
    phone = Phone(page, served.url)
    phone.open()
    phone.start("Long hold")
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        first = phone.digits()
        phone.sees(str(first - 2))
        sizes.clear()
        phone.sees(str(first - 2 - COUNTED_SECONDS))
        assert COUNTED_SECONDS - 1 <= len(sizes) <= MOST_MESSAGES_A_SECOND * COUNTED_SECONDS
        # A tick that comes late, beside others, changes the length of the animation, and the next one changes it back.
        assert median(sizes) <= MOST_BYTES
        print(f"{len(sizes)} messages, {sum(sizes)} bytes in {COUNTED_SECONDS} s at {width} by {height}")
