"""The app's page as it leads a browser to one version of the client's files."""

import json
from collections.abc import Mapping, Sequence

from routine_app.serve.client.build_version import build_folder

CONFIGURATION_MARK = "<!-- fletAppConfig -->"
FLUTTER = ("page/engine.js", "flutter.js")
"""What asks for Flutter's files, and its loader."""

CONFIGURATION = {"noCdn": True}
IN_ITS_FOLDER = """
    flet.entrypointBaseUrl = flet.assetBase = new URL(`${flet.folder}/`, document.baseURI).pathname;
    flet.canvasKitBaseUrl = flet.assetBase + 'canvaskit/';
"""


def front_page(
    page: str, version: str, configuration: Mapping[str, object], scripts: Sequence[str] = ()
) -> str:
    """The page, which loads nothing from elsewhere, and all that must fit together from the folder of its version.

    So no file of another version comes between, whatever a host or a cache has at that moment. `configuration` is
    what Flet's client is told, `scripts` come before all that the page names. Raises ValueError for a page without
    its mark.
    """
    folder = build_folder(version)
    told = json.dumps({**CONFIGURATION, **configuration, "version": version, "folder": folder})
    lines = [
        f"<script>Object.assign(flet, {told});{IN_ITS_FOLDER}</script>",
        *(f'<script src="{script}"></script>' for script in (*scripts, *FLUTTER)),
    ]
    if CONFIGURATION_MARK not in page:
        raise ValueError(f"the page has no {CONFIGURATION_MARK}")
    whole = page.replace(CONFIGURATION_MARK, "\n  ".join(lines))
    return whole.replace('<script src="', f'<script src="{folder}/')
