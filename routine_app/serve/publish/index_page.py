"""The phone app's page: the app's own, told to run Python in the browser."""

import json

from routine_app.serve.http.security_headers import page_policy
from routine_app.serve.publish.build_version import build_folder

CONFIGURATION_MARK = "<!-- fletAppConfig -->"
BASE = '<base href="/">'
SCRIPTS = ("loading.js", "offline.js", "flutter.js")
"""What the page needs beside the two scripts that every page of Flet loads."""

CONFIGURATION = {
    "pyodide": True,
    "noCdn": True,
    "routeUrlStrategy": "hash",
}
IN_ITS_FOLDER = """
    flet.entrypointBaseUrl = flet.assetBase = new URL(`${flet.folder}/`, location.href).pathname;
    flet.canvasKitBaseUrl = flet.assetBase + 'canvaskit/';
"""


def front_page(page: str, version: str) -> str:
    """The page as it stands in any folder of any host, loading nothing from elsewhere.

    All that must fit together it loads from the folder of its version beside it, so that no file of another comes
    between, whatever a host or a cache has at that moment.
    """
    folder = build_folder(version)
    told = json.dumps({**CONFIGURATION, "version": version, "folder": folder})
    head = [
        f'<meta http-equiv="Content-Security-Policy" content="{page_policy()}">',
        f"<script>Object.assign(flet, {told});{IN_ITS_FOLDER}</script>",
        *(f'<script src="{script}"></script>' for script in SCRIPTS),
    ]
    for mark in (BASE, CONFIGURATION_MARK):
        if mark not in page:
            raise ValueError(f"the page has no {mark}")
    whole = page.replace(BASE, '<base href="./">').replace(CONFIGURATION_MARK, "\n  ".join(head))
    return whole.replace('<script src="', f'<script src="{folder}/')
