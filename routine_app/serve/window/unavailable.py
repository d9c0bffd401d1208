"""Why a window cannot be had, in a module that loads nothing: the window's own load Flet's whole desktop part."""


class WindowUnavailableError(Exception):
    """No native window can be had; the text is the reason, to follow "No window: "."""
