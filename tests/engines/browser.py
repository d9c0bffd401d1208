"""What a journey needs of a browser, whichever engine it has."""

import base64
import json
import os
import signal
import time
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from subprocess import Popen, TimeoutExpired
from typing import Any, Self

KEYS = {
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "Backspace": "\ue003",
    "Control": "\ue009",
    "Right": "\ue014",
}
"""What WebDriver calls the keys that are no letters (W3C, WebDriver, keyboard actions)."""

KEY_MILLISECONDS = 80
"""Between two keys, as a quick person types: Flutter's web client loses keys that come at once."""

PRESS_MILLISECONDS = 30
END_SECONDS = 10.0

ANSWER_CHOOSERS = """
(files) => {
  const real = HTMLInputElement.prototype.click;
  HTMLInputElement.prototype.click = function () {
    if (this.type !== 'file') return real.call(this);
    const carrier = new DataTransfer();
    for (const [name, data] of files) {
      carrier.items.add(new File([Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))], name));
    }
    setTimeout(() => {
      this.files = carrier.files;
      for (const kind of ['input', 'change']) this.dispatchEvent(new Event(kind, { bubbles: true }));
    }, 0);
  };
}
"""
"""Under automation WebKit opens no file chooser, so that it is answered in the page."""


class Browser(ABC):
    """A browser under automation, whose data is kept in a folder and outlives it; so are the files that it saves."""

    process: Popen[bytes]
    """It began a session of its own, in which all that it started is."""

    size = (390, 844)
    """A phone's screen, in points."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.saved = folder / "saved"
        self.saved.mkdir(parents=True, exist_ok=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @abstractmethod
    def open(self, address: str) -> None:
        """Go to a page, and wait until it has loaded."""

    @abstractmethod
    def reload(self) -> None:
        """Load the page anew."""

    @abstractmethod
    def script(self, function: str, *given: object) -> Any:  # noqa: ANN401 - whatever the page gives
        """Run a function of JavaScript in the page, and give what it, or its promise, gives; RuntimeError if it fails."""

    def look(self, function: str) -> Any:  # noqa: ANN401 - the same
        """Run a function that only looks at the page, and takes no time."""
        return self.script(function)

    @abstractmethod
    def act(self, source: Mapping[str, object]) -> None:
        """Do what a source of WebDriver's actions tells: a pointer, a wheel or a keyboard."""

    @abstractmethod
    def picture(self) -> bytes:
        """The page as it looks, as PNG."""

    @abstractmethod
    def open_tab(self) -> str:
        """Open another tab and go there; gives its handle."""

    @abstractmethod
    def go_to_tab(self, handle: str) -> None:
        """Go to a tab."""

    @abstractmethod
    def tab(self) -> str:
        """The handle of the tab that is worked."""

    @abstractmethod
    def close_tab(self) -> None:
        """Close the tab that is worked; then another must be gone to."""

    @abstractmethod
    def console(self) -> list[str]:
        """The errors and warnings that pages wrote to the console."""

    @abstractmethod
    def close(self) -> None:
        """End the browser as a person does."""

    def kill(self) -> None:
        """End the browser and all its processes as a power cut does."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(END_SECONDS)

    def end_process(self) -> None:
        """Wait until the process has ended, and kill it if it does not."""
        with suppress(TimeoutExpired):
            self.process.wait(END_SECONDS)
        self.kill()

    def press_at(self, x: float, y: float) -> None:
        """Press a point of the page."""
        steps: list[dict[str, object]] = [
            {"type": "pointerMove", "x": round(x), "y": round(y), "duration": 0, "origin": "viewport"},
            {"type": "pointerDown", "button": 0},
            {"type": "pause", "duration": PRESS_MILLISECONDS},
            {"type": "pointerUp", "button": 0},
        ]
        parameters = {"pointerType": "mouse"}
        self.act({"type": "pointer", "id": "mouse", "parameters": parameters, "actions": steps})

    @property
    def rolled_at(self) -> tuple[int, int]:
        """Where the wheel is rolled: low on the page, below what may scroll by itself."""
        return self.size[0] // 2, self.size[1] * 3 // 4

    def roll(self, pixels: float) -> None:
        """Roll the wheel."""
        x, y = self.rolled_at
        step = {"type": "scroll", "x": x, "y": y, "deltaX": 0, "deltaY": round(pixels), "duration": 0}
        self.act({"type": "wheel", "id": "wheel", "actions": [{**step, "origin": "viewport"}]})

    def key(self, *names: str) -> None:
        """Press a key, or several together."""
        values = [KEYS.get(name, name) for name in names]
        self._press_keys([*_steps("keyDown", values), *_steps("keyUp", reversed(values))])

    def type(self, text: str) -> None:
        """Type as a quick person does."""
        keys = [KEYS["Enter"] if letter == "\n" else letter for letter in text]
        rest: dict[str, object] = {"type": "pause", "duration": KEY_MILLISECONDS}
        self._press_keys(
            [step for key in keys for step in (*_steps("keyDown", [key]), *_steps("keyUp", [key]), rest)]
        )

    def choose(self, *files: Path) -> None:
        """Answer the file choosers of this page with these files."""
        given = [[file.name, base64.b64encode(file.read_bytes()).decode()] for file in files]
        self.script(ANSWER_CHOOSERS, given)

    def wait_for_file(self, pattern: str, patience_seconds: float = 30) -> Path:
        """Give a file that the page saved, once it is there, whole."""
        deadline = time.monotonic() + patience_seconds
        while time.monotonic() < deadline:
            found = [file for file in self.saved.glob(pattern) if file.stat().st_size]
            if found and not list(self.saved.glob("*.part")):
                return found[0]
            time.sleep(0.05)
        raise AssertionError(f"no file {pattern} was saved; there is {list(self.saved.iterdir())}")

    def _press_keys(self, steps: list[dict[str, object]]) -> None:
        self.act({"type": "key", "id": "keyboard", "actions": steps})


def in_page(function: str, given: Iterable[object]) -> str:
    """A call of a function of JavaScript with these arguments."""
    return f"({function})(...{json.dumps(list(given))})"


def _steps(kind: str, values: Iterable[str]) -> list[dict[str, object]]:
    return [{"type": kind, "value": value} for value in values]
