"""Colours and type. Screens name roles of the colour scheme, so the client itself turns dark and light."""

import flet as ft

from routine_app.core.settings.settings import Theme

FONT = "Roboto"
"""The font of all words. A style that stands for itself names it: Flutter takes a letter beyond ASCII for missing where no font is named."""

MONO = "DejaVu Sans Mono"
"""The font of what is typed; it ships, since a page draws its own letters and has none of the system's."""

SCAN_PAPER = "#FFFFFF"
"""A code to scan is black on white by day and by night: cameras look for that."""

BACKGROUND = ft.Colors.SURFACE
SURFACE = ft.Colors.SURFACE_CONTAINER_LOWEST
RAISED = ft.Colors.SURFACE_CONTAINER_HIGH
INK = ft.Colors.ON_SURFACE
QUIET = ft.Colors.ON_SURFACE_VARIANT
HOLD = ft.Colors.PRIMARY
ON_HOLD = ft.Colors.ON_PRIMARY
SWITCH = ft.Colors.SECONDARY
ON_SWITCH = ft.Colors.ON_SECONDARY
GAP = ft.Colors.TERTIARY
ON_GAP = ft.Colors.ON_TERTIARY
ACCENT = ft.Colors.ERROR
LINE = ft.Colors.OUTLINE_VARIANT
FOCUS = ft.Colors.ON_TERTIARY_CONTAINER
FOCUS_ON_HOLD = ft.Colors.ON_ERROR_CONTAINER
"""The outline of what has the keyboard's focus, on the page and on what has the colour of a hold. Roles
that no part of Flutter's uses: they are clear until Tab is pressed."""

CLEAR = "#00FFFFFF"
PAGE_MARGIN = 20
CARD_RADIUS = 24
TOUCH_TARGET = 48
WIDE_FROM = 700
"""From this width in logical pixels a rail takes the place of the navigation bar."""
SMALLEST_WINDOW = (320, 480)
"""Width and height, in logical pixels, below which a desktop window does not shrink."""
FOCUS_WIDTH = 3
COLUMN_WIDTH = 640
"""Reading screens are no wider than this."""
TWO_COLUMNS_WIDTH = 1000
"""Screens of cards in two columns are no wider than this."""

COLOURS = {
    "surface": ("#F6F4EF", "#101416"),
    "surface_container_lowest": ("#FFFFFF", "#1A2023"),
    "surface_container_low": ("#FFFFFF", "#1A2023"),
    "surface_container": ("#FFFFFF", "#1A2023"),
    "surface_container_high": ("#EDEAE2", "#232B2F"),
    "surface_container_highest": ("#EDEAE2", "#232B2F"),
    "on_surface": ("#1D2528", "#EEF2F1"),
    "on_surface_variant": ("#5D6B6E", "#9FB0B0"),
    "primary": ("#0E7C66", "#4CC9A7"),
    "on_primary": ("#FFFFFF", "#0B1512"),
    "primary_container": ("#0E7C66", "#4CC9A7"),
    "on_primary_container": ("#FFFFFF", "#0B1512"),
    "secondary": ("#2F5FC4", "#8FB4FF"),
    "on_secondary": ("#FFFFFF", "#0B1220"),
    "secondary_container": ("#EDEAE2", "#232B2F"),
    "on_secondary_container": ("#1D2528", "#EEF2F1"),
    "tertiary": ("#8A5200", "#F2B35E"),
    "on_tertiary": ("#FFFFFF", "#1C1204"),
    "on_tertiary_container": (CLEAR, CLEAR),
    "on_error_container": (CLEAR, CLEAR),
    "error": ("#D9481F", "#FF7A52"),
    "on_error": ("#FFFFFF", "#1C0A04"),
    "outline": ("#5D6B6E", "#9FB0B0"),
    "outline_variant": ("#DDD8CD", "#2C363A"),
    "inverse_surface": ("#1D2528", "#EEF2F1"),
    "on_inverse_surface": ("#F6F4EF", "#101416"),
}
"""What each role of the colour scheme is by day and by night."""

FIGURE_COLOURS_DARK = {"#2F3B40": "#E1E6E5", "#84939A": "#66757A", "#D9481F": "#FF7A52", "#C9C4B8": "#2C363A"}
"""What the four colours of the figures become on a dark card."""


MODES = {
    Theme.SYSTEM: ft.ThemeMode.SYSTEM,
    Theme.LIGHT: ft.ThemeMode.LIGHT,
    Theme.DARK: ft.ThemeMode.DARK,
}
"""What each theme of the settings is to Flet."""


def is_dark(theme: Theme, system: ft.Brightness | None) -> bool:
    """Whether the app is dark, given the user's choice and what the system is."""
    return theme is Theme.DARK or (theme is Theme.SYSTEM and system is ft.Brightness.DARK)


def shade(colour: ft.ColorValue, strength: float) -> ft.ColorValue:
    """A colour through which what is below it is seen: of strength 0 it is nothing, of 1 it is itself."""
    return ft.Colors.with_opacity(strength, colour)


def focus_ring(colour: ft.Colors = FOCUS) -> dict[ft.ControlState, ft.BorderSide]:
    """The outline of a button that has the focus, for those who use the keyboard."""
    return {ft.ControlState.FOCUSED: ft.BorderSide(FOCUS_WIDTH, colour)}


def show_focus(page: ft.Page) -> None:
    """Outline what has the focus from now on; a finger leaves the focus behind, and needs no outline."""
    for worn in (page.theme, page.dark_theme):
        scheme = worn.color_scheme if worn else None
        if scheme is None or scheme.on_tertiary_container == scheme.on_surface:
            return
        scheme.on_tertiary_container = scheme.on_surface
        scheme.on_error_container = scheme.on_primary
    page.update()


def apply_theme(page: ft.Page) -> None:
    """Give a page the app's name and its colours, by day and by night.

    They come at once: the first screen would else turn into them from Flet's own.
    """
    page.theme_animation_style = ft.AnimationStyle(duration=0, reverse_duration=0)
    page.title = "Routine App"
    page.theme, page.dark_theme = light_theme(), dark_theme()


def add_fonts(page: ft.Page) -> None:
    """Have a page load the font of the editor, which its first screen would wait for."""
    page.fonts = {MONO: "fonts/DejaVuSansMono.ttf"}


def light_theme() -> ft.Theme:
    """The app by day."""
    return _theme({role: by_day for role, (by_day, _) in COLOURS.items()})


def dark_theme() -> ft.Theme:
    """The app by night."""
    return _theme({role: by_night for role, (_, by_night) in COLOURS.items()})


def _theme(colours: dict[str, str]) -> ft.Theme:
    return ft.Theme(
        color_scheme=ft.ColorScheme(**colours),
        font_family=FONT,
        visual_density=ft.VisualDensity.STANDARD,
        text_theme=ft.TextTheme(body_medium=ft.TextStyle(font_family=FONT, letter_spacing=0)),
        page_transitions=ft.PageTransitionsTheme(
            **dict.fromkeys(("android", "ios", "linux", "macos", "windows"), ft.PageTransitionTheme.NONE)
        ),
    )
