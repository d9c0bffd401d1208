"""The phone app's page: what it lets in, and what it is told."""

import json
import re

import pytest

from routine_app.data.paths import assets_folder
from routine_app.serve.client.index_page import CONFIGURATION_MARK
from routine_app.serve.publish.phone_page import BASE, phone_page


@pytest.fixture(scope="module")
def own_page() -> str:
    """Read the page that the local server sends."""
    return (assets_folder() / "index.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(own_page: str) -> str:
    """Make the phone app's page of it."""
    return phone_page(own_page, "0123456789abcdef")


def test_it_stands_in_any_folder(page: str) -> None:
    """All its addresses are from its own place."""
    assert re.findall("<base .*?>", page) == ['<base href="./">']
    addresses = re.findall(r'(?:src|href)="(.*?)"', page)
    scripts = re.findall(r'<script src="(.*?)"', page)
    assert [script for script in scripts if not script.startswith("build-0123456789abcdef/")] == []
    assert len(scripts) > len(SCRIPTS)
    assert [address for address in addresses if address.startswith(("/", "http", "//"))] == []


def test_its_policy_lets_nothing_in_from_elsewhere(page: str) -> None:
    """No source of any kind is a host; the policy stands before the first script."""
    (policy,) = re.findall('<meta http-equiv="Content-Security-Policy" content="(.*?)">', page)
    directives = {words[0]: set(words[1:]) for words in map(str.split, policy.split(";"))}
    assert directives == {
        "default-src": {"'self'", "data:", "blob:"},
        "script-src": {"'self'", "'unsafe-inline'", "'wasm-unsafe-eval'", "blob:"},
        "style-src": {"'self'", "'unsafe-inline'"},
        "connect-src": {"'self'", "data:", "blob:"},
        "object-src": {"'none'"},
        "base-uri": {"'self'"},
        "form-action": {"'none'"},
    }
    assert page.index("Content-Security-Policy") < page.index("<script src=")


def test_it_is_told_to_run_python(page: str) -> None:
    """In the browser, with nothing fetched from elsewhere, and its version in it."""
    (told,) = re.findall(r"Object\.assign\(flet, (\{.*?\})\);", page)
    assert json.loads(told) == {
        "pyodide": True,
        "noCdn": True,
        "routeUrlStrategy": "hash",
        "version": "0123456789abcdef",
        "folder": "build-0123456789abcdef",
    }


def test_its_scripts_come_in_their_order(page: str) -> None:
    """Each uses what the ones before it made: `flet`, then `phoneApp`, then Flutter's loader."""
    parts = [
        "var flet =",
        "Object.assign(flet",
        *(f'<script src="build-0123456789abcdef/{name}.js"' for name in SCRIPTS),
    ]
    places = [page.index(part) for part in parts]
    assert places == sorted(places)


SCRIPTS = ("loading", "offline", "python", "page/engine", "flutter", "page/bootstrap")


def test_its_scripts_are_asked_for_side_by_side(page: str) -> None:
    """Each runs once the page is read, in their order."""
    assert page.count("<script src=") == page.count("defer></script>") > len(SCRIPTS)


def test_all_else_is_the_apps_own_page(page: str, own_page: str) -> None:
    """What stands around the two marks is unchanged, but for the scripts, none of which holds another up."""
    versioned = own_page.replace('<script src="', '<script src="build-0123456789abcdef/')
    versioned = versioned.replace('.js"></script>', '.js" defer></script>').replace(" async>", " defer>")
    before, after = versioned.split(CONFIGURATION_MARK)
    assert page.startswith(before.split(BASE)[0])
    assert before.split(BASE)[1] in page
    assert page.endswith(after)


@pytest.mark.parametrize("mark", [BASE, CONFIGURATION_MARK])
def test_a_page_without_a_mark_is_an_error(own_page: str, mark: str) -> None:
    """It would be published broken; the error says what is missing."""
    with pytest.raises(ValueError, match=f"^the page has no {re.escape(mark)}$"):
        phone_page(own_page.replace(mark, ""), "v")
