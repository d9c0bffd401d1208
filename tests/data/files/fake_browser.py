"""What stands in for a browser and for Pyodide, as far as the browser-kept folder talks to them."""

import asyncio
import importlib
import sys
from collections import deque
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

MODULE = "routine_app.data.files.browser_storage"
LETTERS = "routine_app.data.files.missing_letters"


class JsNull:
    """JavaScript's null, which Pyodide gives: false, but not None."""

    def __bool__(self) -> bool:
        return False


class Promise:
    """What a request for a lock gives: it ends with the lock, or is refused."""

    def __init__(self, refusal: str | None) -> None:
        self._refusal = refusal

    def catch(self, refused: Callable[[object], None]) -> None:
        """Tell of the refusal, later, as a browser does."""
        if self._refusal is not None:
            asyncio.get_running_loop().call_soon(refused, self._refusal)


class FakeBrowser:
    """One browser: its locks by name, and its store.

    `answers` has what the store says to the next savings: None, an error's words, or `HOLD` for an answer
    that comes with `answer()`; with no entry it says yes. `synced` has each saving or loading that was asked
    for: "load" or "save".
    """

    HOLD = "hold"

    def __init__(self) -> None:
        self.page_path = "/"
        self.locks: dict[str, deque[Callable[[], None]]] = {}
        self.refusal: str | None = None
        self.has_locks = self.locks_answer = True
        self.mounted: list[tuple[object, str]] = []
        self.mount_error: Exception | None = None
        self.synced: list[str] = []
        self.answers: deque[str | None] = deque()
        self._held: deque[Callable[[object], None]] = deque()
        self._channels: dict[str, SimpleNamespace] = {}

    def answer(self, error: str | None = None) -> None:
        """Let the store answer what it was asked first."""
        self._held.popleft()(error or JsNull())

    def close_tab(self, name: str) -> None:
        """Close the tab that has the lock; the next in line gets it."""
        waiting = self.locks[name]
        if waiting:
            waiting.popleft()()
        else:
            del self.locks[name]

    def install(self, monkeypatch: pytest.MonkeyPatch, root: Path) -> ModuleType:
        """Put the browser in the place of Pyodide's modules; give the module, with `root` for its folders."""
        for name, module in self._modules().items():
            monkeypatch.setitem(sys.modules, name, module)
        for name in (MODULE, LETTERS):
            monkeypatch.setitem(sys.modules, name, ModuleType(name))  # it is as it was after the test
            del sys.modules[name]
        module = importlib.import_module(MODULE)
        monkeypatch.setattr(module, "ROOT", f"{root}/kept")
        monkeypatch.setattr(module, "UNKEPT_ROOT", f"{root}/unkept")
        return module

    def _modules(self) -> dict[str, Any]:
        navigator = (
            SimpleNamespace(locks=SimpleNamespace(request=self._request)) if self.has_locks else object()
        )
        js = SimpleNamespace(
            pageFolder=self.page_path,
            navigator=navigator,
            Object=SimpleNamespace(new=dict, fromEntries=dict),
            Promise=SimpleNamespace(new=lambda executor: ("until the end", executor)),
            BroadcastChannel=SimpleNamespace(new=self._open_channel),
        )
        filesystems = SimpleNamespace(IDBFS="IDBFS")
        fs = SimpleNamespace(mount=self._mount, syncfs=self._sync, filesystems=filesystems)
        ffi = SimpleNamespace(
            create_once_callable=lambda function: function,
            create_proxy=lambda function: function,
            to_js=lambda value, dict_converter: dict_converter(value),
        )
        pyodide = SimpleNamespace(ffi=ffi)
        return {"js": js, "pyodide_js": SimpleNamespace(FS=fs), "pyodide": pyodide, "pyodide.ffi": ffi}

    def _request(self, name: str, options: dict[str, bool], answered: Callable[[object], object]) -> Promise:
        def give() -> None:
            assert answered(SimpleNamespace(name=name)), "a lock is held as long as its promise is open"

        later = asyncio.get_running_loop().call_soon
        if not self.locks_answer:
            return Promise(None)
        if self.refusal is not None:
            return Promise(self.refusal)
        if name not in self.locks:
            self.locks[name] = deque()
            later(give)
        elif options["ifAvailable"]:
            later(answered, JsNull())
        else:
            self.locks[name].append(give)
        return Promise(None)

    def say(self, name: str, data: object) -> None:
        """Post a message to a channel, as the page does."""
        self._channels[name].onmessage(SimpleNamespace(data=data))

    def _open_channel(self, name: str) -> SimpleNamespace:
        self._channels[name] = SimpleNamespace()
        return self._channels[name]

    def _mount(self, filesystem: object, options: dict[str, object], path: str) -> None:
        assert options == {}
        if self.mount_error is not None:
            raise self.mount_error
        self.mounted.append((filesystem, path))

    def _sync(self, from_store: bool, answered: Callable[[object], None]) -> None:  # noqa: FBT001 - as in JavaScript
        self.synced.append("load" if from_store else "save")
        answer = self.answers.popleft() if self.answers else None
        if answer == self.HOLD:
            self._held.append(answered)
        else:
            asyncio.get_running_loop().call_soon(answered, answer or JsNull())
