"""What the pages showed when a test failed: a time that ran out tells what was missing, not what stood there instead."""

import gc

from playwright.sync_api import Error, Page

PATIENCE_MILLISECONDS = 5000.0


def last_seen() -> str:
    """The address and the tree of roles and names of each page that is open in this process."""
    pages = [found for found in gc.get_objects() if isinstance(found, Page) and not found.is_closed()]
    return "\n\n".join(f"{page.url}\n{_tree(page)}" for page in pages)


def _tree(page: Page) -> str:
    try:
        return page.locator("body").aria_snapshot(timeout=PATIENCE_MILLISECONDS)
    except Error as error:
        return f"says nothing: {error.message}"
