"""WebKitGTK, by its own WebDriver (Debian's packages webkit2gtk-driver, gir1.2-webkit2-4.1, python3-gi and xvfb)."""

import base64
import http.client
import json
import os
import re
import subprocess
import time
from collections.abc import Mapping
from contextlib import closing, suppress
from itertools import cycle
from pathlib import Path
from typing import Any

from tests.engines.browser import Browser, in_page

WINDOW = Path(__file__).parent / "webkit_window.py"
PYTHON = "/usr/bin/python3"
"""The system's: its package python3-gi is for no other."""

SURROUNDINGS = {
    # Without a language Flutter does not start in WebKit.
    "LANG": "en_US.UTF-8",
    "NO_AT_BRIDGE": "1",
    # Its last optimizer of WebAssembly takes both cores of a small machine for 15 s as Python starts.
    "JSC_useOMGJIT": "0",
}
ANSWER_SECONDS = 60
SCRIPT_SECONDS = 25
"""After so long WebKit's driver gives a script up, whose answer it loses now and then; who waits for something asks again."""
LOOK_SECONDS = 5.0
"""After so long a look at the page is given up here: the driver does not always give up itself."""
LOST = "WebKit's driver lost an answer"
START_SECONDS = 20.0
PORTS_EACH = 20
FIRST_PORT = 10_000 + os.getpid() % 1000 * PORTS_EACH
PORTS = cycle(range(FIRST_PORT, FIRST_PORT + PORTS_EACH))
"""Below those that the system gives to whoever asks for any (Linux: from 32768), so that nobody takes one meanwhile."""
ENDED_IN_A_TASK = re.compile(
    r".*Exception in callback <_asyncio\.TaskStep.*\n(.*CONSOLE WARN.*\n)*?.*Cannot enter into task .* finished .*\n.*WARN \n"
)
"""What a worker writes when WebKit ends it with its page in the midst of one task, and still calls the next one."""

IN_PROMISE = """
const done = arguments[arguments.length - 1];
Promise.resolve().then(() => CALL).then((value) => done({ value }), (error) => done({ error: `${error}` }));
"""


class WebKit(Browser):
    """One driver with one window, on a screen of its own that nobody sees."""

    _session = ""
    _rolled = 0

    def __init__(self, folder: Path, script: str) -> None:
        super().__init__(folder)
        self._screen, display = _hidden_screen()
        self._port, self._log = next(PORTS), folder / "webkit.log"
        file = folder / "first.js"
        file.write_text(script, encoding="utf-8")
        width, height = self.size
        window = [PYTHON, str(WINDOW), str(folder), f"{width}x{height}", str(file)]
        inspected = f"127.0.0.1:{next(PORTS)}"
        surroundings = {**SURROUNDINGS, "DISPLAY": display, "WEBKIT_INSPECTOR_SERVER": inspected}
        self.process = self._start(window, surroundings)
        self._driver = self._start(["WebKitWebDriver", f"--port={self._port}", f"--target={inspected}"], {})
        self._session = self._begin()
        self._ask("POST", "/timeouts", {"script": SCRIPT_SECONDS * 1000, "pageLoad": ANSWER_SECONDS * 1000})

    def _start(self, command: list[str], surroundings: Mapping[str, str]) -> subprocess.Popen[bytes]:
        with self._log.open("ab") as log:
            environment = {**os.environ, **surroundings}
            return subprocess.Popen(command, env=environment, stdout=log, stderr=log, start_new_session=True)

    def _begin(self) -> str:
        """Begin the session as soon as driver and window listen; gives its name."""
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            with suppress(ConnectionRefusedError, RuntimeError):
                return str(self._ask("POST", "/session", {"capabilities": {}})["sessionId"])
            time.sleep(0.05)
        raise AssertionError("WebKit's window or its driver does not start")

    def _ask(
        self, method: str, path: str, body: object = None, patience_seconds: float = ANSWER_SECONDS
    ) -> Any:  # noqa: ANN401 - whatever WebDriver gives
        prefix = f"/session/{self._session}" if self._session else ""
        with closing(http.client.HTTPConnection("127.0.0.1", self._port, timeout=patience_seconds)) as driver:
            driver.request(method, prefix + path, json.dumps(body or {}) if method == "POST" else None)
            value = json.loads(driver.getresponse().read())["value"]
        if isinstance(value, dict) and "error" in value:
            raise RuntimeError(f"{value['error']}: {value['message']}")
        return value

    def open(self, address: str) -> None:
        """Go to a page, and wait until it has loaded."""
        self._ask("POST", "/url", {"url": address})

    def reload(self) -> None:
        """Load the page anew."""
        self._ask("POST", "/refresh")

    def script(self, function: str, *given: object) -> Any:  # noqa: ANN401 - whatever the page gives
        """Run a function in the page, and give what it, or its promise, gives; RuntimeError if it fails."""
        return self._run(in_page(function, given), SCRIPT_SECONDS + LOOK_SECONDS)

    def look(self, function: str) -> Any:  # noqa: ANN401 - the same
        """Run a function that only looks at the page; RuntimeError also if there is no answer soon."""
        try:
            return self._run(in_page(function, ()), LOOK_SECONDS)
        except TimeoutError as error:
            raise RuntimeError(LOST) from error

    def _run(self, call: str, patience_seconds: float) -> Any:  # noqa: ANN401 - the same
        body = {"script": IN_PROMISE.replace("CALL", call), "args": []}
        answer = self._ask("POST", "/execute/async", body, patience_seconds)
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer.get("value")

    def act(self, source: Mapping[str, object]) -> None:
        """Do what a source of WebDriver's actions tells."""
        self._ask("POST", "/actions", {"actions": [source]})

    def roll(self, pixels: float) -> None:
        """Roll the wheel; WebKit's driver rolls by the difference to what it was told before."""
        self._rolled += round(pixels)
        super().roll(self._rolled)

    def picture(self) -> bytes:
        """The page as it looks, as PNG."""
        return base64.b64decode(self._ask("GET", "/screenshot", patience_seconds=2 * LOOK_SECONDS))

    def open_tab(self) -> str:
        """Open another tab and go there; gives its handle."""
        handle = str(self._ask("POST", "/window/new", {"type": "tab"})["handle"])
        self.go_to_tab(handle)
        return handle

    def go_to_tab(self, handle: str) -> None:
        """Go to a tab."""
        self._ask("POST", "/window", {"handle": handle})

    def tab(self) -> str:
        """The handle of the tab that is worked."""
        return str(self._ask("GET", "/window"))

    def close_tab(self) -> None:
        """Close the tab that is worked."""
        self._ask("DELETE", "/window")

    def console(self) -> list[str]:
        """The errors and warnings that pages wrote to the console, as WebKit prints them."""
        written = ENDED_IN_A_TASK.sub("", self._log.read_text(encoding="utf-8", errors="replace"))
        return [line for line in written.splitlines() if re.search(r"CONSOLE .*(ERROR|WARN)", line)]

    def close(self) -> None:
        """End the browser as a person does."""
        with suppress(RuntimeError, OSError, http.client.HTTPException):
            self._ask("DELETE", "")
        self.process.terminate()
        self.end_process()

    def kill(self) -> None:
        """End the browser as a power cut does, and take its driver and the screen away."""
        super().kill()
        for process in (self._driver, self._screen):
            process.terminate()
            process.wait()


def _hidden_screen() -> tuple[subprocess.Popen[bytes], str]:
    """Start an X server that shows nothing; gives its process and its name."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]
    screen = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as told:
        return screen, f":{told.readline().strip()}"
