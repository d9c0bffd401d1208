"""The app in front of the browsers that are not Chromium: served, and published as the phone app."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.e2e.page_spy import SPY
from tests.e2e.quick_routines import fill_home
from tests.e2e.server import server
from tests.e2e.static_site import StaticSite
from tests.engines.app_page import AppPage
from tests.engines.browser import Browser
from tests.engines.firefox import Firefox, firefox_path
from tests.engines.webkit import LOST, PYTHON, WebKit

WEBKIT = "import gi; gi.require_version('Gtk', '3.0'); gi.require_version('WebKit2', '4.1')"

STANDS_STILL = pytest.mark.flaky(reruns=2, only_rerun=["^TimeoutError: timed out", LOST])
"""In WebKitGTK 2.50 the thread of the page puts a sound away, and waits for the one that reads it and waits for the page: so
ended one in six runs of the test of two tabs, two at a time on two cores."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let a test begin anew, twice at most, whose page in WebKit answered nothing any more; each other failure is one."""
    for item in items:
        if "engines" in item.keywords and "webkit" in item.name:
            item.add_marker(STANDS_STILL)


@dataclass(frozen=True)
class Engine:
    """A kind of browser."""

    start: Callable[[Path, str], Browser]
    is_there: Callable[[], bool]
    packages: str


def _has_webkit() -> bool:
    programs = shutil.which("WebKitWebDriver") and shutil.which("Xvfb") and Path(PYTHON).exists()
    return (
        bool(programs)
        and subprocess.run([PYTHON, "-c", WEBKIT], capture_output=True, check=False).returncode == 0
    )


ENGINES = {
    "firefox": Engine(Firefox, lambda: firefox_path() is not None, "firefox-esr"),
    "webkit": Engine(WebKit, _has_webkit, "webkit2gtk-driver gir1.2-webkit2-4.1 python3-gi xvfb"),
}


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Engine:
    """Give each engine that is on this machine."""
    one = ENGINES[request.param]
    if not one.is_there():
        said = f"It is missing; install Debian's packages {one.packages}"
        if os.environ.get("CI"):
            pytest.fail(said)
        pytest.skip(said)
    return one


@dataclass(frozen=True)
class Place:
    """Where the app is: its address, and how its routes are written."""

    address: str
    routes: str

    def link(self, route: str) -> str:
        """What stands behind the address, for a route such as "routine/hips"."""
        return self.routes + route


SETTINGS = "ring: steady\n"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Place]:
    """Serve the app with the quick routines as the user's own, and with all sounds."""
    fill_home(tmp_path / "home", settings=SETTINGS)
    with server(tmp_path / "home") as (running, _):
        yield Place(f"{running.url}/", "")


@pytest.fixture
def site(phone_app: Path) -> Iterator[StaticSite]:
    """Put the phone app on a host."""
    with StaticSite(phone_app) as serving:
        yield serving


@pytest.fixture
def published(site: StaticSite) -> Place:
    """Give the phone app on its host."""
    return Place(site.url, "#/")


@pytest.fixture(params=["served", "published"])
def place(request: pytest.FixtureRequest) -> Place:
    """Give the app once from the server and once from a static host."""
    one: Place = request.getfixturevalue(request.param)
    return one


ACROSS = pytest.mark.parametrize(
    ("engine", "place"), [("firefox", "published"), ("webkit", "served")], indirect=True
)
"""For a long journey: each engine once, and each place once."""

CROSSWISE = pytest.mark.parametrize(
    ("engine", "place"), [("firefox", "served"), ("webkit", "published")], indirect=True
)
"""The other half of the same."""


@dataclass(frozen=True)
class Device:
    """A browser with a folder of its own; started again it has what it kept."""

    start: Callable[[], AppPage]


@pytest.fixture
def device(engine: Engine, place: Place, tmp_path: Path) -> Iterator[Device]:
    """Give a device that has not been here yet."""
    with ExitStack() as running:

        def start() -> AppPage:
            browser = running.enter_context(engine.start(tmp_path / "device", SPY))
            return AppPage(browser, place.address)

        yield Device(start)
