"""A WebKitGTK window that keeps its data, for WebKitWebDriver: WebKit's own MiniBrowser forgets all under automation.

The system's Python runs this (packages python3-gi and gir1.2-webkit2-4.1): `webkit_window.py FOLDER WIDTHxHEIGHT SCRIPT`.
The folder gets the profile, and in `saved` the downloads; the script runs first in each page.
"""

import signal
import sys
from pathlib import Path

import gi  # type: ignore[import-not-found]  # the system's, not this environment's

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # type: ignore[import-not-found]  # noqa: E402 - versions come first

ON_IN_SAFARI = {"StorageAPI", "StorageAPIEstimate"}
"""Parts of WebKit that Safari has and WebKitGTK 2.50 leaves off."""


class Windows:
    """The tabs of one browser; each is a window of its own, and the last that closes ends the process."""

    def __init__(self, folder: Path, size: str, script: str) -> None:
        self._saved = folder / "saved"
        self._size = [int(side) for side in size.split("x")]
        self._open: list[Gtk.Window] = []
        kept = WebKit2.WebsiteDataManager(
            base_data_directory=str(folder / "data"), base_cache_directory=str(folder / "cache")
        )
        self._context = WebKit2.WebContext(website_data_manager=kept)
        self._context.set_automation_allowed(True)
        self._context.connect("automation-started", self._begin)
        self._context.connect("download-started", self._save)
        self._settings = _settings()
        self._content = WebKit2.UserContentManager()
        frames, start = WebKit2.UserContentInjectedFrames.TOP_FRAME, WebKit2.UserScriptInjectionTime.START
        self._content.add_script(WebKit2.UserScript.new(script, frames, start, None, None))

    def _begin(self, _context: WebKit2.WebContext, session: WebKit2.AutomationSession) -> None:
        information = WebKit2.ApplicationInfo()
        information.set_name("Window")
        session.set_application_info(information)
        session.connect("create-web-view", self._view)

    def _view(self, *_: object) -> WebKit2.WebView:
        view = WebKit2.WebView(
            web_context=self._context,
            settings=self._settings,
            user_content_manager=self._content,
            is_controlled_by_automation=True,
        )
        window = Gtk.Window()
        window.set_decorated(False)
        window.set_default_size(*self._size)
        window.add(view)
        window.connect("destroy", self._closed)
        view.connect("close", lambda *_: window.destroy())
        view.connect("permission-request", lambda _, request: request.allow() or True)
        view.connect(
            "web-process-terminated", lambda _, why: print(f"CONSOLE ERROR page ended: {why}", flush=True)
        )
        self._open.append(window)
        window.show_all()
        view.grab_focus()
        return view

    def _closed(self, window: Gtk.Window) -> None:
        self._open.remove(window)
        if not self._open:
            Gtk.main_quit()

    def _save(self, _context: WebKit2.WebContext, download: WebKit2.Download) -> None:
        download.connect("decide-destination", self._name)

    def _name(self, download: WebKit2.Download, name: str) -> bool:
        download.set_allow_overwrite(True)
        download.set_destination((self._saved / name).as_uri())
        return True


def _settings() -> WebKit2.Settings:
    settings = WebKit2.Settings()
    settings.set_enable_write_console_messages_to_stdout(True)
    settings.set_javascript_can_open_windows_automatically(True)
    features = WebKit2.Settings.get_all_features()
    for place in range(features.get_length()):
        feature = features.get(place)
        if feature.get_identifier() in ON_IN_SAFARI:
            settings.set_feature_enabled(feature, True)  # noqa: FBT003 - WebKit takes no name
    return settings


if __name__ == "__main__":
    # By this a page is told that little motion is wanted: a ring that runs down smoothly is sixty pictures a second.
    Gtk.Settings.get_default().set_property("gtk-enable-animations", False)  # noqa: FBT003 - GTK takes no name
    windows = Windows(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]).read_text(encoding="utf-8"))
    GLib.unix_signal_add(GLib.PRIORITY_DEFAULT, signal.SIGTERM, Gtk.main_quit)
    Gtk.main()
