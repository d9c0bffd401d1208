"""Firefox, by WebDriver BiDi, which it speaks itself (Debian's package firefox-esr; no geckodriver)."""

import base64
import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from threading import Condition, Thread
from typing import Any

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from tests.engines.browser import Browser, in_page

PREFERENCES = {
    "app.normandy.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.backup.enabled": False,
    "browser.download.folderList": 2,
    "browser.download.useDownloadDir": True,
    "browser.sessionstore.resume_from_crash": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "intl.accept_languages": "en-US, en",
    "messaging-system.rsexperimentloader.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "toolkit.startup.max_resumed_crashes": -1,
    "ui.prefersReducedMotion": 1,  # a ring that runs down smoothly is sixty pictures a second
}
"""A new profile that asks nothing, fetches nothing, and saves without a question."""

ANSWER_SECONDS = 120
START_SECONDS = 60.0
LARGE = {"MOZ_HEADLESS_WIDTH": "1400", "MOZ_HEADLESS_HEIGHT": "1000"}
WORST = {"error", "warn"}


def firefox_path() -> str | None:
    """Find Debian's Firefox, or what others call by its name."""
    return shutil.which("firefox-esr") or shutil.which("firefox")


class Firefox(Browser):
    """One Firefox without a window."""

    def __init__(self, folder: Path, script: str) -> None:
        super().__init__(folder)
        self._answers: dict[int, dict[str, Any]] = {}
        self._asked, self._is_gone, self._said = 0, False, list[str]()
        self._came = Condition()
        with ExitStack() as ends:
            self._start(folder / "profile")
            ends.callback(self.kill)
            self._socket = ends.enter_context(self._connect())
            Thread(target=self._listen, daemon=True).start()
            self._begin(script)
            self._ends = ends.pop_all()

    def _begin(self, script: str) -> None:
        self._ask("session.new", {"capabilities": {}})
        self._ask("session.subscribe", {"events": ["log.entryAdded"]})
        self._ask("script.addPreloadScript", {"functionDeclaration": f"() => {{{script}}}"})
        (tab,) = self._ask("browsingContext.getTree", {})["contexts"]
        self._tab = str(tab["context"])
        self._set_size()

    def _start(self, profile: Path) -> None:
        profile.mkdir(exist_ok=True)
        preferences = {**PREFERENCES, "browser.download.dir": str(self.saved)}
        lines = [
            f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in preferences.items()
        ]
        (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
        self._log = self.folder / "firefox.log"
        with self._log.open("wb") as log:
            self.process = subprocess.Popen(
                [
                    str(firefox_path()),
                    "--headless",
                    "--no-remote",
                    "--remote-debugging-port=0",
                    "--profile",
                    str(profile),
                ],
                env={**os.environ, **LARGE, "HOME": str(self.folder)},
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def _connect(self) -> ClientConnection:
        address = f"{self._address()}/session"
        return connect(
            address,
            origin=None,
            max_size=None,
            compression=None,
            open_timeout=ANSWER_SECONDS,
            close_timeout=0,
        )

    def _address(self) -> str:
        """Where it listens, once it does."""
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            said = self._log.read_text(encoding="utf-8", errors="replace")
            if found := re.search(r"WebDriver BiDi listening on (ws://\S+)", said):
                return found[1]
            time.sleep(0.05)
        raise AssertionError(f"Firefox does not start: {said}")

    def _listen(self) -> None:
        """Take what comes until the browser is gone: answers, and what pages write to the console."""
        with suppress(ConnectionClosed):
            for message in self._socket:
                told = json.loads(message)
                if told.get("method") == "log.entryAdded" and told["params"]["level"] in WORST:
                    self._said.append(f"{told['params']['level']}: {told['params'].get('text')}")
                with self._came:
                    if told.get("id") is not None:
                        self._answers[told["id"]] = told
                        self._came.notify_all()
        with self._came:
            self._is_gone = True
            self._came.notify_all()

    def _ask(self, method: str, parameters: Mapping[str, object]) -> Any:  # noqa: ANN401 - whatever BiDi gives
        with self._came:
            self._asked += 1
            number = self._asked
            self._socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
            self._came.wait_for(lambda: number in self._answers or self._is_gone, ANSWER_SECONDS)
            answer = self._answers.pop(number, None)
        if answer is None:
            raise RuntimeError(f"{method} is not answered")
        if answer["type"] == "error":
            raise RuntimeError(f"{answer['error']}: {answer['message']}")
        return answer["result"]

    def _set_size(self) -> None:
        width, height = self.size
        self._ask(
            "browsingContext.setViewport",
            {"context": self._tab, "viewport": {"width": width, "height": height}},
        )

    def open(self, address: str) -> None:
        """Go to a page, and wait until it has loaded."""
        self._ask("browsingContext.navigate", {"context": self._tab, "url": address, "wait": "complete"})

    def reload(self) -> None:
        """Load the page anew."""
        self._ask("browsingContext.reload", {"context": self._tab, "wait": "complete"})

    def script(self, function: str, *given: object) -> Any:  # noqa: ANN401 - whatever the page gives
        """Run a function in the page, and give what it, or its promise, gives; RuntimeError if it fails."""
        call = f"async () => JSON.stringify(await {in_page(function, given)} ?? null)"
        target = {"context": self._tab}
        answer = self._ask(
            "script.callFunction", {"functionDeclaration": call, "awaitPromise": True, "target": target}
        )
        if answer["type"] == "exception":
            raise RuntimeError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"]["value"])

    def act(self, source: Mapping[str, object]) -> None:
        """Do what a source of WebDriver's actions tells."""
        self._ask("input.performActions", {"context": self._tab, "actions": [source]})

    def picture(self) -> bytes:
        """The page as it looks, as PNG."""
        return base64.b64decode(
            self._ask("browsingContext.captureScreenshot", {"context": self._tab})["data"]
        )

    def open_tab(self) -> str:
        """Open another tab and go there; gives its handle."""
        self._tab = str(self._ask("browsingContext.create", {"type": "tab"})["context"])
        self._set_size()
        return self._tab

    def go_to_tab(self, handle: str) -> None:
        """Go to a tab."""
        self._tab = handle
        self._ask("browsingContext.activate", {"context": handle})

    def tab(self) -> str:
        """The handle of the tab that is worked."""
        return self._tab

    def close_tab(self) -> None:
        """Close the tab that is worked."""
        self._ask("browsingContext.close", {"context": self._tab})

    def console(self) -> list[str]:
        """The errors and warnings that pages wrote to the console."""
        return list(self._said)

    def close(self) -> None:
        """End the browser as a person does."""
        with suppress(RuntimeError, ConnectionClosed):
            self._ask("browser.close", {})
        self.end_process()
        self._ends.close()
