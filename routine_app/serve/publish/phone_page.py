"""The phone app's page: the app's own, told to run Python in the browser."""

import re

from routine_app.serve.client.index_page import front_page
from routine_app.serve.http.security_headers import page_policy

BASE = '<base href="/">'
SCRIPTS = ("loading.js", "offline.js", "python.js")
"""What the page needs beside the scripts that every page of the app loads."""

CONFIGURATION = {"pyodide": True, "routeUrlStrategy": "hash"}


def phone_page(page: str, version: str) -> str:
    """The page as it stands in any folder of any host; raises ValueError for a page without its marks."""
    if BASE not in page:
        raise ValueError(f"the page has no {BASE}")
    policy = f'<meta http-equiv="Content-Security-Policy" content="{page_policy()}">'
    front = front_page(page.replace(BASE, f'<base href="./">\n  {policy}'), version, CONFIGURATION, SCRIPTS)
    # Chromium looks ahead for scripts in no page that has a policy in it: each would be asked for when the one before is there.
    return re.sub(r'(<script src="[^"]*")(?: async)?>', r"\1 defer>", front)
