"""A test that fails tells what its pages show."""

import pytest
from playwright.sync_api import Browser

from tests.e2e.last_seen import last_seen

pytestmark = pytest.mark.browser


def test_what_stands_on_a_page_is_told(browser: Browser) -> None:
    """By role and name, after its address; a page that is closed tells nothing."""
    with browser.new_context() as context:
        page = context.new_page()
        page.set_content("<button>Start</button>")
        assert 'about:blank\n- button "Start"' in last_seen()
    assert "Start" not in last_seen()
