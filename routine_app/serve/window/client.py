"""Flet's window program: where it is, and fetching it once if it is nowhere yet."""

import http.client
import logging
import os
import socket
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path

import flet_desktop  # type: ignore[import-untyped]  # Flet types only its main package
import flet_desktop.version  # type: ignore[import-untyped]  # the same

from routine_app.serve.window.unavailable import WindowUnavailableError

PROBE_SECONDS = 1.0
"""How long the download may take to answer, its name's look-up included."""

STALL_SECONDS = 15.0
"""How long a download may stand still before it counts as failed."""

FLAVOR_VARIABLE = "FLET_DESKTOP_FLAVOR"
"""Which of its windows Flet takes on Linux. Its choice there plays no sound; the "full" one does, with GStreamer.
Where that one cannot start, the browser is opened, which plays too."""

DOWNLOAD = "https://github.com/flet-dev/flet/releases/download"

log = logging.getLogger(__name__)


def client_command(environment: Mapping[str, str]) -> list[str]:
    """The command that starts Flet's window; fetches the program at the first use.

    Looks where `FLET_VIEW_PATH` points, then among what Flet has kept. Raises WindowUnavailableError
    with the reason if there is none to be had.
    """
    given = environment.get("FLET_VIEW_PATH")
    if given:
        command = _command_in(Path(given))
        if command is None:
            raise WindowUnavailableError(f"FLET_VIEW_PATH is {given}, and Flet's window is not there")
        return command
    folder = kept_client_folder()
    if not folder.exists():
        folder = _fetch(environment)
    command = _command_in(folder) or _command_in(folder / "flet")
    if command is None:
        raise WindowUnavailableError(f"Flet's window in {folder} is incomplete; delete that folder")
    return command


def kept_client_folder() -> Path:
    """Where `flet_desktop.ensure_client_cached` keeps the program of this version."""
    flavor = "light" if "-light-" in _artifact() else "full"
    name = f"flet-desktop-{flavor}-{flet_desktop.version.version}"
    return Path.home() / ".flet" / "client" / name


def download_url(environment: Mapping[str, str]) -> str:
    """Where Flet fetches the program from."""
    standard = f"{DOWNLOAD}/v{flet_desktop.version.version}/{_artifact()}"
    return environment.get("FLET_CLIENT_URL", standard)


def _artifact() -> str:
    """The name of the program's archive, of the one that plays sounds unless the user chose."""
    os.environ.setdefault(FLAVOR_VARIABLE, "full")  # Flet looks there and nowhere else
    return str(flet_desktop.get_artifact_filename())


def answers(url: str, seconds: float) -> bool:
    """Whether something answers at that address in time; a look-up that hangs is left behind."""
    found: list[bool] = []
    asking = threading.Thread(target=lambda: found.append(_answers(url, seconds)), daemon=True)
    asking.start()
    asking.join(seconds)
    return found == [True]


def _command_in(folder: Path) -> list[str] | None:
    if sys.platform == "darwin":
        bundle = flet_desktop.find_macos_app_bundle(folder)
        return ["open", str(bundle), "-n", "-W", "--args"] if bundle else None
    program = folder / ("flet.exe" if sys.platform == "win32" else "flet")
    return [str(program)] if program.is_file() else None


def _fetch(environment: Mapping[str, str]) -> Path:
    if not answers(download_url(environment), PROBE_SECONDS):
        raise WindowUnavailableError(
            "Flet's window is not on this computer, and its download does not answer"
        )
    print("Fetching Flet's window; this happens once.", flush=True)
    timeout_before = socket.getdefaulttimeout()
    socket.setdefaulttimeout(STALL_SECONDS)
    try:
        return Path(flet_desktop.ensure_client_cached())
    except Exception as error:  # whatever a network and an archive can do
        log.exception("Flet's window could not be fetched")
        raise WindowUnavailableError(f"Flet's window could not be fetched ({error})") from error
    finally:
        socket.setdefaulttimeout(timeout_before)


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Takes a redirect for an answer: what it leads to is asked for soon enough."""

    def redirect_request(self, *_: object, **__: object) -> None:
        """Give no further request."""


def _answers(url: str, seconds: float) -> bool:
    try:
        request = urllib.request.Request(url, method="HEAD")  # noqa: S310 - Flet's address, or the user's
        with urllib.request.build_opener(_NoRedirect).open(request, timeout=seconds):
            return True
    except urllib.error.HTTPError as answer:
        with answer:
            return answer.code < HTTPStatus.BAD_REQUEST
    except (OSError, ValueError, http.client.HTTPException) as error:
        log.info("No answer from %s: %s", url, error)
        return False
