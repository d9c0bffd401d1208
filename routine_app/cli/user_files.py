"""Where the user's files are, as commands find them, and what of the app goes beside them."""

import os

from routine_app.data import paths
from routine_app.data.paths import AppPaths
from routine_app.serve.client.client_source import ClientSource


def user_paths() -> AppPaths:
    """Where the user's files are; raises UserFacingError."""
    return paths.find_places(os.environ)


def client_source() -> ClientSource:
    """What browsers are sent of the app, and where it is kept; raises UserFacingError."""
    return ClientSource(paths.assets_folder(), user_paths().client_cache)
