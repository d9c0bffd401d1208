"""The phone app's page: the app's own, told to run Python in the browser."""

import json

from routine_app.serve.http.security_headers import page_policy

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
    flet.entrypointBaseUrl = flet.assetBase = new URL('.', location.href).pathname;
    flet.canvasKitBaseUrl = flet.assetBase + 'canvaskit/';
    // A letter that the font lacks is looked for here, and not at Google's, again and again.
    flet.fontFallbackBaseUrl = flet.assetBase + 'assets/fonts/roboto.woff2?';
"""


def front_page(page: str, version: str) -> str:
    """The page as it stands in any folder of any host, loading nothing from elsewhere.

    `version` goes into the addresses of Python's worker and archive, so that none comes from an older one's cache.
    """
    head = [
        f'<meta http-equiv="Content-Security-Policy" content="{page_policy()}">',
        f"<script>Object.assign(flet, {json.dumps({**CONFIGURATION, 'version': version})});{IN_ITS_FOLDER}</script>",
        *(f'<script src="{script}"></script>' for script in SCRIPTS),
    ]
    for mark in (BASE, CONFIGURATION_MARK):
        if mark not in page:
            raise ValueError(f"the page has no {mark}")
    return page.replace(BASE, '<base href="./">').replace(CONFIGURATION_MARK, "\n  ".join(head))
