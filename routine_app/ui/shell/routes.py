"""Every address of the app, and what it names."""

from urllib.parse import quote, unquote

LIST = "/"
ROUTINE = "/routine/"
NEW = "/new"
EDIT = "/edit/"
HELP = "/help"
SHARE = "/share/"
IMPORT = "/import"
IMPORT_CODE = "/import/"
PLAY = "/play"
DONE = "/done"
BALANCE = "/balance"
HISTORY = "/history"
SESSION = "/session/"
SETTINGS = "/settings"


def route_to(screen: str, name: str) -> str:
    """The address of a screen that shows what has this name, such as `/routine/hips`."""
    return screen + quote(name)


def name_in(route: str, screen: str) -> str:
    """The name behind the address of a screen; empty if the route is another screen's."""
    return unquote(route.removeprefix(screen)) if route.startswith(screen) else ""


def leads_to(route: str, screen: str) -> bool:
    """Whether a route is the address of a screen; one that ends in a slash has a name behind it."""
    return route == screen or (screen.endswith("/") and screen != LIST and route.startswith(screen))
