"""The one thing that can go wrong with a window."""


class WindowUnavailableError(Exception):
    """No native window can be had; the text is the reason, to follow "No window: "."""
