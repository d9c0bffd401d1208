"""The app's page, as it leads into the folder of one version."""

import json
import re

import pytest

from routine_app.data.paths import assets_folder
from routine_app.serve.client.index_page import CONFIGURATION_MARK, front_page
from routine_app.serve.client.kept_client import CONFIGURATION

VERSION = "0123456789abcdef"


@pytest.fixture(scope="module")
def own_page() -> str:
    """Read the page of the assets."""
    return (assets_folder() / "index.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(own_page: str) -> str:
    """Make the server's page of it."""
    return front_page(own_page, VERSION, CONFIGURATION)


def test_each_script_is_of_its_version(page: str) -> None:
    """What may be kept for ever is in the folder; the page itself has its addresses from the root, on any screen."""
    scripts = re.findall(r'<script src="(.*?)"', page)
    assert [script for script in scripts if not script.startswith(f"build-{VERSION}/")] == []
    assert f"build-{VERSION}/flutter.js" in scripts
    assert re.findall("<base .*?>", page) == ['<base href="/">']


def test_the_client_is_told_of_its_server(page: str) -> None:
    """Python is at the other end of a socket, and nothing is fetched from elsewhere."""
    (told,) = re.findall(r"Object\.assign\(flet, (\{.*?\})\);", page)
    assert json.loads(told) == {
        "noCdn": True,
        "pyodide": False,
        "routeUrlStrategy": "path",
        "version": VERSION,
        "folder": f"build-{VERSION}",
    }


def test_a_page_without_its_mark_is_an_error(own_page: str) -> None:
    """It would be sent broken; the error says what is missing."""
    with pytest.raises(ValueError, match=f"^the page has no {re.escape(CONFIGURATION_MARK)}$"):
        front_page(own_page.replace(CONFIGURATION_MARK, ""), VERSION, CONFIGURATION)
